"""The vault's folder: which files it may hold, each either plain or sealed, and changing from one to the other."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from safelight.model.findings import Finding
from safelight.sealing.crypt import needs_passphrase, seal, unseal
from safelight.sealing.errors import SealingError, VaultStaysShut
from safelight.sealing.keys import Keyring
from safelight.sealing.recipients import RECIPIENTS, Lock, read_recipients

VAULT_FILES = ("people.yaml", "places.yaml", "decisions.yaml", "consent.yaml", "images.yaml", "caseload.csv")
"""The files that may hold secrets; each may stand as `NAME.age` instead."""
SEALED = ".age"
BESIDE = frozenset({RECIPIENTS, "published.json", ".gitignore", ".gitattributes", ".gitkeep"})
"""Files beside them that hold no secret."""
HARMLESS_ENDINGS = frozenset({".md"})
"""Notes for people; nothing reads them."""


def sealed_files(private: Path) -> tuple[str, ...]:
    """Names (without `.age`) of the vault's files that are sealed."""
    return tuple(name for name in VAULT_FILES if (private / (name + SEALED)).is_file())


def unsealed_files(private: Path) -> tuple[str, ...]:
    """Names of the vault's files that lie open."""
    return tuple(name for name in VAULT_FILES if (private / name).is_file())


def strays(private: Path) -> Iterator[Finding]:
    """A finding for each file that stands both plain and sealed, and for each that the vault does not know.

    What nothing reads protects nobody: a misspelt `poeple.yaml`, a copy, a subfolder or an editor's leftovers.
    """
    known = {*VAULT_FILES, *(name + SEALED for name in VAULT_FILES)}
    for path in sorted(private.rglob("*")):
        name = path.relative_to(private).as_posix()
        shown = f"{private.name}/{name}"
        if path.is_symlink() and path.is_dir():
            yield Finding(shown, 0, "", "is a link to a folder", "move the files into the vault's own folder")
        elif not path.is_file() or name in BESIDE or path.suffix in HARMLESS_ENDINGS:
            continue
        elif name not in known:
            yield Finding(shown, 0, "", "is not a file of the vault", _way_out(name, known))
        elif name + SEALED in known and (private / (name + SEALED)).exists():
            way_out = (
                "delete the one that is out of date; `safelight vault seal` deletes the plain one if both are equal"
            )
            yield Finding(shown, 0, "", "stands both plain and sealed", way_out)


def _way_out(name: str, known: set[str]) -> str:
    if name.startswith(".") or name.endswith((".new", "~", ".swp", ".bak")):
        return "it is left from an interrupted or other program's work: compare it, then delete it"
    if "/" in name:
        return "move it out of the subfolder, or out of the vault"
    close = get_close_matches(name.lower(), known, n=1, cutoff=0.75)
    return (
        f"did you mean '{close[0]}'?" if close else f"use one of {', '.join(VAULT_FILES)}, or move it out of the vault"
    )


def read_file(private: Path, name: str, keyring: Keyring) -> bytes | None:
    """The content of vault file `name`, opened in memory if it is sealed; None if it is not there.

    Raises `VaultStaysShut` when it cannot be opened or read.
    """
    plain, sealed = private / name, private / (name + SEALED)
    try:
        if sealed.exists():
            return unseal(sealed.read_bytes(), f"{private.name}/{sealed.name}", keyring)
        return plain.read_bytes() if plain.exists() else None
    except OSError as error:
        raise VaultStaysShut(f"{private.name}/{name}: cannot be read ({error.strerror}): restore it") from None


def write_file(private: Path, name: str, data: bytes, keyring: Keyring) -> None:
    """Replace vault file `name` by `data` in one step: sealed if it was sealed, else plain.

    A file that is new is sealed as the others are: names must not lie open because they are the first of their list.
    Raises `SealingError` when it cannot be sealed or written; the old file then stands as it was.
    """
    sealed = private / (name + SEALED)
    others = sealed_files(private)
    if sealed.exists() or (others and not (private / name).exists()):
        like = sealed if sealed.exists() else private / (others[0] + SEALED)
        lock = lock_for(private, like.read_bytes(), keyring)
        replace_file(sealed, seal(data, lock))
    else:
        replace_file(private / name, data)


def lock_for(private: Path, sealed: bytes, keyring: Keyring) -> Lock:
    """What to seal a file with again: the passphrase if it was under one, else the recipients of today."""
    if needs_passphrase(sealed):
        return Lock(passphrase=keyring.passphrase())
    return Lock(read_recipients(private))


def replace_file(path: Path, data: bytes) -> None:
    """Write `path` so that it is always whole, the old or the new: beside it, synced, then renamed."""
    unfinished = path.with_name(f".{path.name}.new")
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            unfinished.chmod(path.stat().st_mode & 0o777)
        unfinished.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise SealingError(
            f"{path.parent.name}/{path.name}: cannot be written ({error.strerror}): it is as it was"
        ) from None


def wipe(path: Path) -> None:
    """Overwrite and remove a file. On flash and copying file systems old blocks may survive: docs/vault.md says so."""
    with path.open("r+b") as file:
        file.write(b"\0" * path.stat().st_size)
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
