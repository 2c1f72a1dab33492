"""Runs the programs that deployments stand on (rsync, git), without a shell."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from safelight.publish.plan import DeployFailed


def run(command: Sequence[str], *, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    """The standard output of `command`, run in `cwd` with `env` besides this process's environment.

    Raises `DeployFailed` with the last lines that the program said when it fails, or how to install it.
    """
    try:
        done = subprocess.run(  # noqa: S603 (no shell; the arguments are checked by `targets.target`)
            command, cwd=cwd, env={**os.environ, "LC_ALL": "C.UTF-8", **(env or {})}, capture_output=True, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except FileNotFoundError:
        raise DeployFailed(f"{command[0]}: is not installed: `apt-get install {Path(command[0]).name}`") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-4:]
        raise DeployFailed(f"{Path(command[0]).name} failed ({done.returncode}):\n" + "\n".join(said))
    return done.stdout.decode("utf-8", "surrogateescape")
