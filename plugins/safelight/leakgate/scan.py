"""Scans a file or tree: every name of a file, every text of every file and of what is inside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

from safelight.errors import WrongUse
from safelight.executor import run_in_batches
from safelight.leakgate.cache import Cache
from safelight.leakgate.files import FileSearch
from safelight.leakgate.report import Leak
from safelight.model.vault import Vault

WORTH_SHARING = 24_000_000
"""Bytes to search from which it pays to make the needles once more in each process."""


def scan(path: Path, vault: Vault, executor: Executor | None = None, cache: Path | None = None) -> tuple[Leak, ...]:
    """Every leak in a file or a folder, sorted; paths relative to the folder (or the file's name).

    A file that cannot be opened, of a type that the gate does not know, and a link are leaks of kind `unopenable`.
    `cache` is a folder in which the gate remembers what it found clean, by keyed hashes that tell nothing to anyone
    without the vault; unchanged files are then not searched again. With an `executor`, a large tree is searched
    through it.
    """
    root = path if path.is_dir() and not path.is_symlink() else path.parent
    files = _files(path) if root == path else [path]
    remembered = Cache(cache, vault) if cache else None
    job = FileSearch(
        root, vault, remembered.key if remembered else b"", remembered.known if remembered else frozenset()
    )
    size = sum(file.lstat().st_size for file in files)
    if executor is None or size < WORTH_SHARING:
        results = [job.run(files)]
    else:
        results = list(run_in_batches(executor, job.run, list(_batches(files)), batch=1))
    if remembered:
        remembered.keep(clean for _, cleans in results for clean in cleans)
    return tuple(sorted({leak for leaks, _ in results for leak in leaks}))


def _files(root: Path) -> list[Path]:
    """Every file and link below a folder, sorted; raises `WrongUse` for a folder that cannot be read."""

    def refuse(error: OSError) -> None:
        raise WrongUse(f"{root.name}: a folder in it cannot be read ({error.strerror}): mend its permissions")

    found = []
    for folder, folders, names in os.walk(root, onerror=refuse):
        found += [Path(folder) / name for name in names]
        found += [Path(folder) / name for name in folders if (Path(folder) / name).is_symlink()]
        found += [Path(folder) / name for name in folders if not any((Path(folder) / name).iterdir())]
    return sorted(found, key=os.fsencode)


def _batches(files: list[Path]) -> Iterator[list[Path]]:
    batch: list[Path] = []
    size = 0
    for file in files:
        batch.append(file)
        size += file.lstat().st_size
        if size >= WORTH_SHARING // 3:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
