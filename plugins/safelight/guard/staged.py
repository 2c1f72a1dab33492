"""What is about to be committed: the blobs of Git's index, read into memory."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from safelight.errors import WrongUse

LARGEST = 64_000_000
"""Largest blob that is read, in bytes."""


def staged_files(repository: Path) -> dict[str, bytes]:
    """Path to content of every file that the next commit adds or changes; links and submodules by their target.

    Raises `WrongUse` where there is no Git repository, or a blob is too large to be searched.
    """
    names = _git(repository, "diff", "--cached", "--name-only", "-z", "--no-renames", "--diff-filter=ACMT")
    found = {}
    for name in filter(None, names.decode("utf-8", "surrogateescape").split("\0")):
        size = int(_git(repository, "cat-file", "-s", f":{name}") or b"0")
        if size > LARGEST:
            raise WrongUse(f"{name}: is larger than {LARGEST} bytes and cannot be searched: keep it out of Git")
        found[name] = _git(repository, "cat-file", "blob", f":{name}")
    return found


def staged_file(repository: Path, name: str) -> bytes | None:
    """Content of one file in the index, whether it changes or not; None if it is not there."""
    try:
        return _git(repository, "cat-file", "blob", f":{name}")
    except WrongUse:
        return None


def _git(repository: Path, *words: str) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise WrongUse("git: is not installed: install it, or commit elsewhere")
    done = subprocess.run(  # noqa: S603 (no shell; the words are ours, names come from Git itself)
        [git, "-c", "core.quotePath=false", *words], cwd=repository, capture_output=True, check=False
    )
    if done.returncode:
        raise WrongUse(f"git {words[0]}: failed: run this in the repository's folder")
    return done.stdout
