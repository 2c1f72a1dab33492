"""What the machine and the person at it bring along, and no test may depend on."""

from __future__ import annotations

import os
from collections.abc import MutableMapping

THEIRS = (
    "SAFELIGHT_", "AWS_", "GIT_", "COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "CLICOLOR", "EDITOR", "VISUAL",
    "RSYNC_RSH", "PAGER", "LESS", "SOURCE_DATE_EPOCH", "LC_", "LANGUAGE", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED",
    "PYTHONWARNINGS",
)  # fmt: skip
"""Beginnings of names: keys and addresses of their own services, colours and widths, languages of messages.

PYTHONDONTWRITEBYTECODE, because each test that builds starts processes, and each would compile some 800 modules anew, a
third of the time of a small build.
"""


def make_bare(environment: MutableMapping[str, str]) -> None:
    """Take out of `environment` what is theirs, so that a test has the same around it on every machine."""
    for name in [name for name in environment if name.startswith(THEIRS)]:
        del environment[name]
    environment["LC_ALL"] = "C.UTF-8"
    environment["GIT_CONFIG_GLOBAL"] = environment["GIT_CONFIG_SYSTEM"] = os.devnull  # no name, no hooks, no signing
    environment["XDG_CONFIG_HOME"] = "/nonexistent"  # where their age identity lies
    for name in ("NO_PROXY", "no_proxy"):  # servers of tests are on this machine
        environment[name] = "127.0.0.1,localhost"
