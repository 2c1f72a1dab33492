"""Fonts for a language: the site uses the reader's own, the kit's PDF those of the machine that builds it."""

from __future__ import annotations

import shutil
import subprocess


def families(code: str) -> tuple[str, ...] | None:
    """Font families on this machine that have the letters of a language, by fontconfig; none where it is not there."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    done = subprocess.run(  # noqa: S603 (no shell reads the tag, which is one that CLDR knows)
        [program, f":lang={code.lower()}", "family"], capture_output=True, text=True, check=False
    )
    return tuple(sorted({line.partition(",")[0] for line in done.stdout.splitlines() if line}))
