"""Sealing: the vault's files at rest, encrypted with age, opened in memory only."""

from safelight.sealing.crypt import seal
from safelight.sealing.folder import (
    SEALED,
    VAULT_FILES,
    open_all,
    read_file,
    reseal_all,
    seal_all,
    sealed_files,
    strays,
    unsealed_files,
    write_file,
)
from safelight.sealing.keys import IDENTITY_VARIABLE, PASSPHRASE_VARIABLE, Keyring, find_keyring
from safelight.sealing.recipients import RECIPIENTS, Lock, add_recipient, read_recipients

__all__ = [
    "IDENTITY_VARIABLE",
    "PASSPHRASE_VARIABLE",
    "RECIPIENTS",
    "SEALED",
    "VAULT_FILES",
    "Keyring",
    "Lock",
    "add_recipient",
    "find_keyring",
    "open_all",
    "read_file",
    "read_recipients",
    "reseal_all",
    "seal",
    "seal_all",
    "sealed_files",
    "strays",
    "unsealed_files",
    "write_file",
]
