"""Tiny whole sites: a copy of `tiny/` with the project's theme, which each test changes in one place and builds."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from safelight.images import PIPELINE

TODAY = "2026-11-24"
TINY = Path(__file__).parent / "tiny"


@dataclass(frozen=True)
class Built:
    status: int
    said: str


@dataclass(frozen=True)
class Site:
    root: Path

    def run(self, *command: str, **environment: str) -> Built:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", *command],
            cwd=self.root,
            capture_output=True,
            text=True,
            env={**os.environ, "COLUMNS": "400", **environment},
            timeout=900,
        )
        return Built(done.returncode, done.stdout + done.stderr)

    def build(self, **environment: str) -> Built:
        return self.run("safelight.cli", "build", "--today", TODAY, **environment)

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"the test's own mistake: {old!r} is not in {path}"
        self.write(path, text.replace(old, new))

    def add_image(self, data: bytes, name: str, *, reviewed: bool = True) -> None:
        """Put an image where the English story's window was, with a reviewer's entry or without."""
        (self.root / "content/stories/a-window" / name).write_bytes(data)
        self.replace("content/stories/a-window/en.md", "Image: window.png", f"Image: {name}")
        if reviewed:
            sha256 = hashlib.sha256(data).hexdigest()
            with (self.root / "private/images.yaml").open("a", encoding="utf-8") as ledger:
                ledger.write(
                    f"  - {{sha256: {sha256}, file: stories/a-window/{name}, pipeline: {PIPELINE}, "
                    "reviewed: {by: mk, on: 2026-11-02}}\n"
                )

    @property
    def output(self) -> Path:
        return self.root / "output"

    def tree(self) -> dict[str, bytes]:
        """Every published file by its path."""
        return {p.relative_to(self.output).as_posix(): p.read_bytes() for p in self.output.rglob("*") if p.is_file()}


def copy_tiny(repository: Path, target: Path) -> Site:
    shutil.copytree(TINY, target)
    shutil.copytree(repository / "theme", target / "theme")
    for lang in ("en", "ru"):
        catalogue = repository / "translations" / lang
        if catalogue.is_dir():
            shutil.copytree(catalogue, target / "translations" / lang)
    return Site(target)
