"""Fixtures: a small vault with a canary in it, an identity, and the command line as a person starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from safelight.sealing import Keyring
from safelight.sealing.keys import new_identity, read_identities

CANARY = "Canariya"
FILES = {
    "people.yaml": f"# nobody\npeople:\n  - {{id: p-1, names: [{{lang: en, given: {CANARY}}}]}}\n",
    "places.yaml": "places:\n  - {id: pl-1, names: [Canaryville], say: {en: a town}}\n",
    "caseload.csv": "sex,age_band,origin,destination,year,exploitation\nfemale,18-24,A,B,2007,x\n",
}


@dataclass(frozen=True)
class Told:
    status: int
    out: str
    err: str


@dataclass(frozen=True)
class SmallVault:
    folder: Path
    identity: Path
    public: str

    def run(
        self, *words: str, stdin: str = "", pass_fds: Sequence[int] = (), identity: bool = True, **environment: str
    ) -> Told:
        """`safelight <words>` in the vault's parent folder; the vault is `private`."""
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "safelight.cli", *words],
            cwd=self.folder.parent,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=900,
            pass_fds=pass_fds,
            env=self.environment(identity=identity) | environment,
        )
        return Told(done.returncode, done.stdout, done.stderr)

    def environment(self, *, identity: bool = True) -> dict[str, str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("SAFELIGHT")}
        clean |= {"HOME": str(self.folder.parent), "XDG_CONFIG_HOME": "", "EDITOR": "", "VISUAL": ""}
        return clean | ({"SAFELIGHT_IDENTITY_FILE": str(self.identity)} if identity else {})

    @property
    def keyring(self) -> Keyring:
        return Keyring(read_identities(self.identity))

    def names(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}

    def bytes(self) -> bytes:
        """Everything that lies in the folder."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.iterdir()))


@pytest.fixture
def small(tmp_path: Path) -> SmallVault:
    return make_small(tmp_path)


def make_small(root: Path) -> SmallVault:
    folder = root / "private"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    identity = root / "identity.txt"
    public = new_identity(identity)
    (folder / "recipients.txt").write_text(f"# me\n{public}\n", encoding="utf-8")
    return SmallVault(folder, identity, public)
