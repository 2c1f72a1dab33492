"""One build at a time."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from safelight.errors import BuildInterrupted


@contextmanager
def build_lock(build: Path) -> Iterator[None]:
    """Hold `build/lock` while a build runs; the system frees it when the process ends, however it ends.

    Raises `BuildInterrupted` when another build holds it.
    """
    build.mkdir(parents=True, exist_ok=True)
    with (build / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildInterrupted("build/lock: another build is running: wait until it ends") from None
        yield
