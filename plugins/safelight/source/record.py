"""Reads and writes the record of what was published: `private/published.json`, for a sample `build/published.json`."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from safelight.consent.record import PublishedKit, Record
from safelight.errors import WrongUse
from safelight.sealing import replace_file


def read_record(path: Path) -> Record:
    """The record at `path`; empty if there is none yet. Raises `WrongUse` for a file that is not one."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        kits = tuple(PublishedKit(kit["lang"], kit["sha256"], tuple(kit["holds"])) for kit in stored["kits"])
        return Record(frozenset(stored["paths"]), kits, _day(stored["latest"]), _day(stored["good_until"]))
    except FileNotFoundError:
        return Record()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise WrongUse(
            f"{path.parent.name}/{path.name}: is not readable: restore it from a copy; without it, withdrawn stories "
            "could not be taken back everywhere"
        ) from None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def write_record(path: Path, record: Record) -> None:
    """Replace the record in one step; raises `SealingError` when it cannot be written."""
    stored = {
        "paths": sorted(record.paths),
        "kits": [{"lang": kit.lang, "sha256": kit.sha256, "holds": list(kit.holds)} for kit in record.kits],
        "latest": record.latest.isoformat() if record.latest else None,
        "good_until": record.good_until.isoformat() if record.good_until else None,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, (json.dumps(stored, indent=1, ensure_ascii=False) + "\n").encode())
