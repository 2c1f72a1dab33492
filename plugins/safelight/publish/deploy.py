"""Deploy: copies a stamped tree to a folder, pages last, and removes what is no longer published."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from safelight.publish.stamp import STAMP, verify_stamp


def deploy_local(output: Path, target: Path, dry_run: bool) -> tuple[str, ...]:
    """Make the folder `target` equal to `output`; returns a line per addition, change and removal.

    With `dry_run` nothing is written. Pages come after what they need, removals last. Raises `StampMismatch` when
    `output` is not the tree that passed the gate.
    """
    verify_stamp(output)
    ours, theirs = _files(output), _files(target)
    wanted = sorted(ours, key=lambda name: (name.endswith(".html"), name == STAMP, name))
    added = [name for name in wanted if name not in theirs]
    changed = [name for name in wanted if name in theirs and _digest(output / name) != _digest(target / name)]
    removed = sorted(theirs - ours)
    if not dry_run:
        for name in wanted:
            if name in added or name in changed:
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                unfinished = target / f"{name}.new"
                shutil.copyfile(output / name, unfinished)
                unfinished.replace(target / name)
        for name in removed:
            (target / name).unlink()
    return (
        *(f"add {name}" for name in added),
        *(f"change {name}" for name in changed),
        *(f"remove {name}" for name in removed),
    )


def _files(tree: Path) -> set[str]:
    if not tree.is_dir():
        return set()
    return {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
