"""What was found clean, remembered by keyed hashes.

An entry is a keyed BLAKE2b of a file's bytes. The key is made by scrypt from the whole vault, the gate's own code and
the versions of what opens files, with a random salt: so an entry tells nothing about the vault, cannot be forged
without it, and is void as soon as a name is registered or the gate learns something new. Files with a leak are never
remembered.
"""

from __future__ import annotations

import hashlib
import secrets
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from safelight.model.vault import Vault

_STANDS_ON = ("pypdf", "pillow", "fonttools", "brotli")


def vault_key(vault: Vault) -> str:
    """A hash of everything in the vault that needles are made of; for use in memory only."""
    people = tuple(
        (p.id, tuple((n.lang, n.given, n.patronymic, n.family) for n in p.names), p.also, p.identifiers)
        for p in vault.people
    )
    return hashlib.sha256(repr((people, tuple((p.id, p.names) for p in vault.places))).encode()).hexdigest()


@lru_cache(maxsize=1)
def _code() -> bytes:
    """A hash of the gate's code and tables, and of the versions that it stands on."""
    hashed = hashlib.sha256(sys.version.encode())
    room = Path(__file__).parent
    for file in sorted(room.rglob("*")):
        if file.is_file() and file.parent.name != "__pycache__":
            hashed.update(file.relative_to(room).as_posix().encode() + b"\0" + file.read_bytes())
    for package in _STANDS_ON:
        try:
            hashed.update(f"{package} {version(package)}".encode())
        except PackageNotFoundError:
            hashed.update(package.encode())
    return hashed.digest()


class Cache:
    """The clean files of an earlier scan."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._file = folder / "clean"
        salt, known = self._read()
        self._salt = salt
        self.key = hashlib.scrypt(
            vault_key(vault).encode() + _code(), salt=bytes.fromhex(salt), n=2**12, r=8, p=1, dklen=32
        )
        self.known = known

    def _read(self) -> tuple[str, frozenset[str]]:
        try:
            salt, *entries = self._file.read_text(encoding="ascii").split()
            bytes.fromhex(salt)
        except (OSError, ValueError):
            return secrets.token_hex(16), frozenset()
        return salt, frozenset(entries)

    def keep(self, clean: Iterable[str]) -> None:
        """Write what is clean now, and nothing else: what is gone from the tree is forgotten."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._file.with_name("clean.new")
        unfinished.write_text("\n".join([self._salt, *sorted(set(clean))]) + "\n", encoding="ascii")
        unfinished.replace(self._file)
