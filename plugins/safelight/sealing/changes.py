"""Changing how the whole vault is kept: sealed, opened, for other recipients, under fresh keys."""

from __future__ import annotations

from pathlib import Path

import pyrage

from safelight.sealing.crypt import needs_passphrase, seal, unseal
from safelight.sealing.errors import RecipientUnusable, VaultStaysShut
from safelight.sealing.folder import SEALED, read_file, replace_file, sealed_files, unsealed_files, wipe
from safelight.sealing.keys import Keyring, ask_new_passphrase
from safelight.sealing.recipients import Lock, add_recipient, read_recipients, remove_recipient


def seal_vault(private: Path, keyring: Keyring, *, passphrase: bool = False) -> tuple[str, ...]:
    """Seal every plain file for the recipients of today (or under a new passphrase) and remove the plain one.

    Returns their names. A plain file beside a sealed one, left by an interrupted run, is removed if both are equal.
    Raises `VaultStaysShut` when they differ or cannot be compared, `RecipientUnusable` when there is nobody to seal
    for; whatever is raised, nothing that was not sealed is removed.
    """
    names = unsealed_files(private)
    if not names:
        return ()
    lock = Lock(passphrase=ask_new_passphrase()) if passphrase else Lock(read_recipients(private))
    for name in names:
        data = (private / name).read_bytes()
        sealed = private / (name + SEALED)
        if not sealed.exists():
            replace_file(sealed, seal(data, lock))
        elif unseal(sealed.read_bytes(), f"{private.name}/{sealed.name}", keyring) != data:
            raise VaultStaysShut(
                f"{private.name}/{name}: differs from {sealed.name}: delete the outdated one, then seal again"
            )
        wipe(private / name)
    return names


def open_vault(private: Path, keyring: Keyring) -> tuple[str, ...]:
    """Turn every sealed file into a plain one, all or none; returns their names. Raises `VaultStaysShut`."""
    opened = _open(private, keyring)
    for name, data in opened.items():
        replace_file(private / name, data)
        (private / (name + SEALED)).unlink()
    return tuple(opened)


def add(private: Path, key: str, comment: str, keyring: Keyring) -> tuple[str, ...]:
    """Let public key `key` open the vault too; returns the names of the files sealed anew.

    Everything is opened before anything is written: a vault that stays shut keeps its list. Raises `VaultStaysShut`,
    and `RecipientUnusable` for a vault under a passphrase, which takes no recipients.
    """
    opened = _open(private, keyring)
    if any(needs_passphrase((private / (name + SEALED)).read_bytes()) for name in opened):
        raise RecipientUnusable(
            f"{private.name}/: is under a passphrase, which takes no recipients: change over with "
            "`safelight vault open`, `add-recipient` and `seal`"
        )
    add_recipient(private, key, comment)
    return _seal_anew(private, opened, Lock(read_recipients(private)))


def rotate(private: Path, keyring: Keyring, *, remove: str = "", passphrase: bool = False) -> tuple[str, ...]:
    """Seal every sealed file anew with fresh keys, without recipient `remove`; returns their names.

    A vault under a passphrase gets a new one; with `passphrase` a vault for recipients changes over to one. Raises as
    `add`. Whoever kept an old copy can still open that copy.
    """
    opened = _open(private, keyring)
    if remove and not remove_recipient(private, remove):
        raise RecipientUnusable("recipient: does not stand in recipients.txt: give the public key as it stands there")
    under = passphrase or any(needs_passphrase((private / (name + SEALED)).read_bytes()) for name in opened)
    lock = Lock(passphrase=ask_new_passphrase()) if under else Lock(read_recipients(private))
    return _seal_anew(private, opened, lock)


def opens(private: Path, keyring: Keyring) -> bool:
    """Whether `keyring` opens what is sealed for the recipients of today."""
    try:
        return (
            bool(keyring.identities)
            and unseal(seal(b"?", Lock(read_recipients(private))), private.name, keyring) == b"?"
        )
    except (VaultStaysShut, pyrage.DecryptError):
        return False


def _open(private: Path, keyring: Keyring) -> dict[str, bytes]:
    return {name: read_file(private, name, keyring) or b"" for name in sealed_files(private)}


def _seal_anew(private: Path, opened: dict[str, bytes], lock: Lock) -> tuple[str, ...]:
    for name, data in opened.items():
        replace_file(private / (name + SEALED), seal(data, lock))
    return tuple(opened)
