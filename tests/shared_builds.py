"""Builds that take long, made once for a whole run of the tests, whichever of its workers needs one first."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

SAMPLE_ADDRESS = "http://campaign.example"
"""Where the shared build of the sample says that it is; a browser is told that this name is a port of this machine."""


@dataclass(frozen=True)
class Shared:
    """Folders that the workers of one run have in common, below `base`."""

    base: Path

    def folder(self, name: str, make: Callable[[Path], None]) -> Iterator[Path]:
        """The folder `name`, which `make` fills in the first worker that comes; for a fixture to yield from.

        Whoever uses it only reads: what it held is compared at the end, so that no test can spoil another's.
        """
        folder, failed = self.base / name, self.base / f"{name}.failed"
        with (self.base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if failed.exists():
                pytest.fail(f"another worker could not make {name}: {failed.read_text(encoding='utf-8')}")
            if not folder.exists():
                unfinished = self.base / f"{name}.unfinished"
                unfinished.mkdir()
                try:
                    make(unfinished)
                except BaseException as error:
                    failed.write_text(str(error), encoding="utf-8")
                    raise
                unfinished.rename(folder)
        before = _looks(folder)
        yield folder
        assert _looks(folder) == before, f"a test changed {name}, which all share: let it change a copy"


def _looks(folder: Path) -> dict[str, tuple[int, int]]:
    """Each file's size and time of change, without what Python itself may leave."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder).as_posix(): ((stat := path.stat()).st_size, stat.st_mtime_ns) for path in files}


def build_sample(repository: Path, root: Path) -> None:
    """Build a copy of the sample campaign in `root`, in all its languages, for `SAMPLE_ADDRESS`."""
    for name in ("content", "private", "theme", "translations"):
        shutil.copytree(repository / name, root / name)
    conf = (repository / "pelican.conf.py").read_text(encoding="utf-8")
    (root / "pelican.conf.py").write_text(conf.replace("http://localhost:8000", SAMPLE_ADDRESS), encoding="utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "safelight.cli", "build", "--today", "2026-11-24"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stdout + built.stderr
