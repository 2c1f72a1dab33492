"""Forgetting: what may no longer be published does not stay in `build/` either, caches included."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from safelight.consent import Permissions

ALLOWED = "allowed.json"
STAYS = frozenset({"lock", "published.json", ALLOWED})
"""What in `build/` holds no text, image or title."""


def forget_withdrawn(build: Path, permissions: Permissions) -> bool:
    """Remove everything that was built before if any of it may no longer be published; True if so.

    Which cache holds what is for the rooms to know; one withdrawal costs one build from the start, and no room can
    forget to forget. What was allowed is kept as hashes, which tell nothing.
    """
    now = {hashlib.sha256(repr(pair).encode()).hexdigest() for pair in permissions.open}
    try:
        before = set(json.loads((build / ALLOWED).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        before = None  # nothing is known of what lies there
    forgotten = before is None or not before <= now
    if forgotten:
        for path in build.iterdir() if build.is_dir() else ():
            if path.name in STAYS:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
    build.mkdir(parents=True, exist_ok=True)
    (build / ALLOWED).write_text(json.dumps(sorted(now)), encoding="utf-8")
    return forgotten and before is not None
