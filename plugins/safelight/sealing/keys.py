"""Identities that open sealed files, and the passphrase: from a file, a prompt or a descriptor, never from argv."""

from __future__ import annotations

import getpass
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pyrage

from safelight.sealing.errors import IdentityUnusable, NoPassphrase

IDENTITY_VARIABLE = "SAFELIGHT_IDENTITY_FILE"
PASSPHRASE_VARIABLE = "SAFELIGHT_PASSPHRASE_FD"  # noqa: S105 (the name of a variable that holds a number)
LONGEST_PASSPHRASE = 4096
"""Most bytes read from a passphrase descriptor."""
SHORTEST_PASSPHRASE = 12
"""Fewest characters of a new passphrase: what stands between a stolen copy and the names."""
AGE_FILE = b"age-encryption.org/v1\n"
SSH_KEY = b"-----BEGIN "


@dataclass(frozen=True)
class Keyring:
    """What opens sealed files. Its `repr` shows nothing."""

    identities: tuple[Any, ...] = field(default=(), repr=False)
    ask: Callable[[], str] | None = field(default=None, repr=False)
    default_place: str = field(default="~/.config/safelight/identity.txt", repr=False)

    def passphrase(self) -> str:
        """The vault's passphrase; raises `NoPassphrase` when there is nobody to ask."""
        return self.ask() if self.ask else ask_passphrase()


def find_keyring() -> Keyring:
    """The identities of `SAFELIGHT_IDENTITY_FILE` (set by --identity), else of the default place, else none.

    Raises `IdentityUnusable` for a file that was named and is not an identity file.
    """
    named = os.environ.get(IDENTITY_VARIABLE)
    if named:
        return Keyring(read_identities(Path(named).expanduser()))
    place = default_identity()
    return Keyring(read_identities(place) if place.is_file() else ())


def default_identity() -> Path:
    """Where a person's identity is looked for when none is named."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or "~/.config").expanduser() / "safelight" / "identity.txt"


def read_identities(path: Path) -> tuple[Any, ...]:
    """The identities of an age identity file (also one under a passphrase) or of an OpenSSH private key.

    Raises `IdentityUnusable`, which names the file and the line, never the key.
    """
    try:
        data = path.read_bytes()
        mode = path.stat().st_mode
    except OSError as error:
        raise IdentityUnusable(f"{path}: cannot be read ({error.strerror}): name your identity file") from None
    if mode & (stat.S_IRGRP | stat.S_IROTH):
        print(f"{path}: warning: others may read this identity: chmod 600 it", file=sys.stderr)  # noqa: T201
    if data.startswith(AGE_FILE):
        try:
            data = bytes(pyrage.passphrase.decrypt(data, ask_passphrase()))
        except pyrage.DecryptError:
            raise IdentityUnusable(f"{path}: is not opened by this passphrase: type it again") from None
    if data.startswith(SSH_KEY):
        return (_ssh_identity(data, path),)
    found = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            found.append(pyrage.x25519.Identity.from_str(line.strip()))
        except pyrage.IdentityError:
            raise IdentityUnusable(
                f"{path}:{number}: is not an age identity (AGE-SECRET-KEY-1...): make one with `safelight vault keygen`"
            ) from None
    if not found:
        raise IdentityUnusable(f"{path}: holds no identity: make one with `safelight vault keygen`")
    return tuple(found)


def _ssh_identity(data: bytes, path: Path) -> Any:
    try:
        return pyrage.ssh.Identity.from_buffer(data)
    except pyrage.IdentityError as error:
        if "decrypted first" in str(error):
            raise IdentityUnusable(
                f"{path}: is an SSH key under a passphrase, which cannot be asked for here: make an age identity with "
                "`safelight vault keygen` and have it added"
            ) from None
        raise IdentityUnusable(f"{path}: is not an SSH key of type ed25519 or rsa: use one of these") from None


@cache
def ask_passphrase() -> str:
    """The passphrase: the first line of descriptor `SAFELIGHT_PASSPHRASE_FD`, else a prompt; asked once.

    Raises `NoPassphrase` when there is neither a descriptor nor a terminal.
    """
    if os.environ.get(PASSPHRASE_VARIABLE):
        return _from_descriptor()[0]
    return _prompt("Passphrase of the vault: ")


def ask_new_passphrase() -> str:
    """A passphrase to seal with: the last line of the descriptor, else a prompt that asks twice.

    Raises `NoPassphrase` as `ask_passphrase`, for one that is too short, and for two that differ.
    """
    if os.environ.get(PASSPHRASE_VARIABLE):
        text = _from_descriptor()[-1]
    else:
        text = _prompt("New passphrase of the vault: ")
        if text != _prompt("Again: "):
            raise NoPassphrase("passphrase: the two differ: nothing was sealed")
    if len(text) < SHORTEST_PASSPHRASE:
        raise NoPassphrase(f"passphrase: is shorter than {SHORTEST_PASSPHRASE} characters: use several random words")
    return text


def _prompt(question: str) -> str:
    if not sys.stdin.isatty():
        raise NoPassphrase(
            "vault: needs a passphrase and there is no terminal to ask on: give a descriptor with --passphrase-fd N"
        )
    return getpass.getpass(question)


@cache
def _from_descriptor() -> tuple[str, ...]:
    try:
        data = os.read(int(os.environ[PASSPHRASE_VARIABLE]), LONGEST_PASSPHRASE)
    except (ValueError, OSError):
        raise NoPassphrase(
            f"{PASSPHRASE_VARIABLE}: is not an open descriptor: write for instance --passphrase-fd 3 3<pass.txt"
        ) from None
    lines = tuple(line for line in data.decode("utf-8", "replace").splitlines() if line)
    if not lines:
        raise NoPassphrase(f"{PASSPHRASE_VARIABLE}: holds no passphrase: write one line into it")
    return lines


def new_identity(path: Path) -> str:
    """Write a new X25519 identity to `path`, for its owner alone, and return its public recipient.

    Raises `IdentityUnusable` when the file is there already: overwriting a key can lock a vault for ever.
    """
    identity = pyrage.x25519.Identity.generate()
    public = str(identity.to_public())
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise IdentityUnusable(f"{path}: is there already: choose another name, or use it") from None
    except OSError as error:
        raise IdentityUnusable(f"{path}: cannot be written ({error.strerror}): choose another place") from None
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"# public key: {public}\n{identity}\n")
    return public
