"""Scans a file or tree: every name of a file, every part of every file."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from safelight.leakgate.needles import Needles, needles
from safelight.leakgate.openers import LARGEST, compressed, open_bytes
from safelight.leakgate.openers.part import Unopenable
from safelight.leakgate.report import Leak
from safelight.leakgate.search import search
from safelight.model.vault import Vault


def scan(path: Path, vault: Vault, executor: Executor | None = None) -> tuple[Leak, ...]:
    """Every leak in a file or a folder, sorted; paths relative to the folder (or the file's name).

    A file that cannot be opened, of a type that the gate does not know, and a link are leaks of kind `unopenable`.
    With an `executor`, files are searched through it.
    """
    found = needles(vault)
    root = path if path.is_dir() else path.parent
    files = sorted(p for p in path.rglob("*") if p.is_symlink() or not p.is_dir()) if path.is_dir() else [path]
    scan_one = partial(_scan_file, root=root, needles=found)
    batches = executor.map(scan_one, files, chunksize=4) if executor else map(scan_one, files)
    return tuple(sorted({leak for leaks in batches for leak in leaks}))


def _scan_file(path: Path, root: Path, needles: Needles) -> tuple[Leak, ...]:
    name = path.relative_to(root).as_posix()
    leaks = [
        Leak(name, "", hit.needle.kind, hit.form, "file name", hit.needle.person_id, hit.secret)
        for hit in search(name, needles)
    ]
    if path.is_symlink():
        return (*leaks, Leak(name, "", "unopenable", "link", "file"))
    try:
        if path.suffix in (".gz", ".br") and _same_as_sibling(path):
            return tuple(leaks)  # byte for byte a file that is searched by its own name
        leaks += _scan_bytes(path.read_bytes(), name, needles)
    except OSError:
        leaks.append(Leak(name, "", "unopenable", "unreadable", "file"))
    return tuple(leaks)


def _same_as_sibling(path: Path) -> bool:
    sibling = path.with_suffix("")
    if not sibling.is_file() or sibling.is_symlink():
        return False
    try:
        return compressed.unpack(path.read_bytes(), path.suffix, LARGEST) == sibling.read_bytes()
    except Unopenable:
        return False


def _scan_bytes(data: bytes, name: str, needles: Needles) -> Iterator[Leak]:
    try:
        for part in open_bytes(data, name):
            for hit in search(part.text, needles):
                # In raw bytes, short words come about by chance.
                if part.where != "bytes" or len(hit.secret) >= 5:
                    yield Leak(
                        name, part.member, hit.needle.kind, hit.form, part.where, hit.needle.person_id, hit.secret
                    )
    except Unopenable as unopened:
        yield Leak(name, unopened.member, "unopenable", unopened.reason, "file")
