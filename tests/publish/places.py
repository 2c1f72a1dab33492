"""Somewhere to deploy to, and how a test looks at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from safelight.publish import Plan, deploy, target

KEY, SECRET = "AKIACANARYCANARYCANA", "canarysecretcanarysecretcanarysecret1234"


@dataclass(frozen=True)
class Place:
    """Somewhere to deploy to, and how to see what is there."""

    text: str
    root: Path
    seen: Callable[[], dict[str, bytes]]
    put: Callable[[str, bytes], None]

    def deploy(self, site: Path, *, dry_run: bool = False, take_over: bool = False) -> Plan:
        return deploy(site, target(self.text, self.root), dry_run=dry_run, take_over=take_over)


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def in_folder(text: str, root: Path, folder: Path) -> Place:
    def put(name: str, data: bytes) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)

    return Place(text, root, lambda: tree(folder), put)
