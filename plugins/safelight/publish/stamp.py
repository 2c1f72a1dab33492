"""The stamp: proof that the gate passed this tree, file by file."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from safelight.errors import StampMismatch

STAMP = "stamp.json"


def files(tree: Path) -> tuple[str, ...]:
    """The paths of all files of a tree, the stamp included, sorted."""
    return tuple(sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()))


def digests(tree: Path) -> dict[str, str]:
    """SHA-256 of every file of a tree by its path, the stamp included."""
    return {name: hashlib.sha256((tree / name).read_bytes()).hexdigest() for name in files(tree)}


def _listed(tree: Path) -> dict[str, dict[str, object]]:
    files: dict[str, dict[str, object]] = {}
    for path in sorted(tree.rglob("*")):
        name = path.relative_to(tree).as_posix()
        if path.is_symlink():
            raise StampMismatch(f"{name}: is a link: published trees hold files only")
        if path.is_file() and name != STAMP:
            data = path.read_bytes()
            files[name] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    return files


def write_stamp(tree: Path) -> None:
    """Write `stamp.json` into a tree that the gate has passed: SHA-256 and size in bytes of every other file."""
    text = json.dumps({"files": _listed(tree)}, indent=1, ensure_ascii=False, sort_keys=True)
    (tree / STAMP).write_text(text + "\n", encoding="utf-8")


def verify_stamp(tree: Path) -> int:
    """How many files `tree` has, if it is what the gate passed.

    Raises `StampMismatch`, naming each file that was added, removed or changed since.
    """
    try:
        stamped = json.loads((tree / STAMP).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        raise StampMismatch(f"{tree.name}/{STAMP}: is missing or unreadable: build again with `make site`") from None
    found = _listed(tree)
    wrong = [f"{name}: was added after the gate" for name in sorted(found.keys() - stamped.keys())]
    wrong += [f"{name}: is missing" for name in sorted(stamped.keys() - found.keys())]
    wrong += [
        f"{name}: was changed after the gate" for name in sorted(found) if found[name] != stamped.get(name, found[name])
    ]
    if wrong:
        raise StampMismatch("\n".join(f"{tree.name}/{line}: build again with `make site`" for line in wrong))
    return len(found)
