"""Sealing: the vault's files at rest, encrypted with age, opened in memory only."""

from safelight.sealing.changes import add, open_vault, opens, rotate, seal_vault
from safelight.sealing.errors import SealingError
from safelight.sealing.folder import (
    SEALED,
    VAULT_FILES,
    read_file,
    replace_file,
    sealed_files,
    strays,
    unsealed_files,
    write_file,
)
from safelight.sealing.keys import IDENTITY_VARIABLE, PASSPHRASE_VARIABLE, Keyring, find_keyring

__all__ = [
    "IDENTITY_VARIABLE",
    "PASSPHRASE_VARIABLE",
    "SEALED",
    "VAULT_FILES",
    "Keyring",
    "SealingError",
    "add",
    "find_keyring",
    "open_vault",
    "opens",
    "read_file",
    "replace_file",
    "rotate",
    "seal_vault",
    "sealed_files",
    "strays",
    "unsealed_files",
    "write_file",
]
