"""Recording what a person decided in `private/consent.yaml`, sealed or plain, whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from safelight.errors import WrongUse
from safelight.sealing import Keyring, read_file, write_file
from safelight.source.vault_edit import check_changed
from safelight.source.yaml_edit import EntryMissing, set_value

LEDGER = "consent.yaml"
Changes = list[tuple[tuple[str, ...], str]]
"""What to write at which path of keys below an entry."""


def record_withdrawal(private: Path, consent_id: str, on: date, keyring: Keyring) -> None:
    """Mark a consent as withdrawn on a day. Raises `WrongUse` for an id that the ledger does not have."""
    changes: Changes = [(("status",), "withdrawn"), (("withdrawn_on",), on.isoformat())]
    _record(private, consent_id, changes, keyring)


def record_approval(
    private: Path, consent_id: str, lang: str, sha256: str, by: str, on: date, keyring: Keyring
) -> None:
    """Record that the person approved the safe text with this hash, who showed it to them, and when."""
    changes: Changes = [
        (("approved_sha256", lang), sha256),
        (("approved_by", lang), f"{{by: {by}, on: {on.isoformat()}}}"),
    ]
    _record(private, consent_id, changes, keyring)


def _record(private: Path, consent_id: str, changes: Changes, keyring: Keyring) -> None:
    """Change the ledger's entry; the result is checked as part of the whole vault before it is written."""
    shown = f"{private.name}/{LEDGER}"
    data = read_file(private, LEDGER, keyring)
    if data is None:
        raise WrongUse(f"{shown}: is not there: restore it")
    try:
        text = data.decode("utf-8-sig")
        for path, value in changes:
            text = set_value(text, consent_id, path, value)
    except EntryMissing:
        raise WrongUse(
            f"{shown}: {consent_id}: is not the id of one consent: `safelight consent due` lists them"
        ) from None
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError):
        raise WrongUse(f"{shown}: cannot be read: run `safelight check` and mend it") from None
    changed = text.encode()
    check_changed(private, LEDGER, changed, keyring)
    write_file(private, LEDGER, changed, keyring)
