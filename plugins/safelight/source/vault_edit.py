"""Changing a vault file so that it is never left worse: checked as part of the whole vault before it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from safelight.errors import VaultFindings, WrongUse
from safelight.sealing import VAULT_FILES, Keyring, read_file, write_file
from safelight.sealing.editing import private_copy, run_editor
from safelight.source.vault import vault_of
from safelight.source.yaml_edit import EntryMissing, append_entries


def file_name(name: str) -> str:
    """The vault file that a person means by `people`, `people.yaml` or `people.yaml.age`; raises `WrongUse`."""
    plain = name.removesuffix(".age")
    found = [file for file in VAULT_FILES if plain in (file, file.rpartition(".")[0])]
    if not found:
        raise WrongUse(f"{name}: is not a file of the vault: use one of {', '.join(VAULT_FILES)}")
    return found[0]


def check_changed(private: Path, name: str, data: bytes, keyring: Keyring) -> None:
    """Raise `VaultFindings` if the vault would have mistakes with `data` as its file `name`; nothing is written."""

    def content(file: str) -> bytes | None:
        return data if file == name else read_file(private, file, keyring)

    vault_of(content, private.name)


def edit(private: Path, name: str, keyring: Keyring, again: Callable[[VaultFindings], bool]) -> bool:
    """Let the person edit vault file `name` in memory until it has no mistake; True if it was changed and saved.

    `again` is asked after an edit with mistakes: True opens the editor on the same text once more, False gives up
    and saves nothing. A file that is not there yet begins with its list's name.
    """
    name = file_name(name)
    before = read_file(private, name, keyring)
    start = before if before is not None else f"{name.removesuffix('.yaml')}: []\n".encode()
    with private_copy(name, start) as path:
        while True:
            run_editor(path)
            data = path.read_bytes()
            if data == before:
                return False
            try:
                check_changed(private, name, data, keyring)
            except VaultFindings as findings:
                if not again(findings):
                    return False
                continue
            write_file(private, name, data, keyring)
            return True


def add_entries(private: Path, name: str, entries: Sequence[str], keyring: Keyring) -> None:
    """Append `entries` (YAML flow mappings) to a list of the vault, sealed or plain, whole or not at all.

    `name` is the list's, for instance `decisions`; a file that is not there is begun. The vault is checked with the
    new entries before anything is written: raises `VaultFindings`, and `WrongUse` for a file that is no such list.
    """
    file = file_name(name)
    data = read_file(private, file, keyring)
    try:
        text = append_entries(data.decode("utf-8-sig") if data is not None else f"{name}: []\n", entries)
    except (EntryMissing, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        raise WrongUse(
            f"{private.name}/{file}: is not a list of `- ` entries: run `safelight check`, mend it"
        ) from None
    check_changed(private, file, text.encode(), keyring)
    write_file(private, file, text.encode(), keyring)
