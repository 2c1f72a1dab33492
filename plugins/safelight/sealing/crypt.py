"""age itself (https://age-encryption.org/v1), through pyrage: bytes in, bytes out, nothing touches the disk."""

from __future__ import annotations

import pyrage

from safelight.sealing.errors import VaultStaysShut
from safelight.sealing.keys import Keyring
from safelight.sealing.recipients import Lock

FIRST_LINE = b"age-encryption.org/v1\n"
"""What every binary age file begins with."""
BY_PASSPHRASE = FIRST_LINE + b"-> scrypt "


def seal(data: bytes, lock: Lock) -> bytes:
    """`data` encrypted for every recipient of `lock`, or under its passphrase."""
    if lock.passphrase is not None:
        return bytes(pyrage.passphrase.encrypt(data, lock.passphrase))
    return bytes(pyrage.encrypt(data, list(lock.recipients)))


def is_sealed(data: bytes) -> bool:
    """Whether `data` is an age file."""
    return data.startswith(FIRST_LINE)


def needs_passphrase(data: bytes) -> bool:
    """Whether `data` is an age file under a passphrase; such a file has no other recipient."""
    return data.startswith(BY_PASSPHRASE)


def unseal(data: bytes, shown: str, keyring: Keyring) -> bytes:
    """What is inside the age file `data`; `shown` is the path that messages name.

    Raises `VaultStaysShut` when it is no whole age file or the keyring does not open it.
    """
    if not is_sealed(data):
        raise VaultStaysShut(f"{shown}: is not an age file, or is damaged: restore it from a copy")
    if needs_passphrase(data):
        try:
            return bytes(pyrage.passphrase.decrypt(data, keyring.passphrase()))
        except pyrage.DecryptError:
            raise VaultStaysShut(f"{shown}: is not opened by this passphrase: type it again") from None
    if not keyring.identities:
        raise VaultStaysShut(
            f"{shown}: is sealed and there is no identity: name yours with --identity FILE or "
            f"SAFELIGHT_IDENTITY_FILE, or put it at {keyring.default_place}"
        )
    try:
        return bytes(pyrage.decrypt(data, list(keyring.identities)))
    except pyrage.DecryptError:
        raise VaultStaysShut(
            f"{shown}: is not opened by your identity, or is damaged: ask somebody who can open it to add you with "
            "`safelight vault add-recipient`"
        ) from None
