"""Recording what a person decided in `private/consent.yaml`, sealed or plain, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from safelight.errors import WrongUse
from safelight.model.findings import did_you_mean
from safelight.model.vault import Consent
from safelight.sealing import Keyring, read_file, write_file
from safelight.source.vault import read_vault
from safelight.source.vault_edit import check_changed
from safelight.source.yaml_edit import EntryMissing, set_value

LEDGER = "consent.yaml"
Changes = list[tuple[tuple[str, ...], str]]
"""What to write at which path of keys below an entry."""


@dataclass(frozen=True)
class Withdrawal:
    """What was taken back: of which story, since when, whether just now, and what else the person agreed to."""

    story: str
    since: date
    new: bool
    others: tuple[Consent, ...]
    """The person's other consents that are granted or pending: they stand, and may be meant, too."""


def record_withdrawal(private: Path, consent_id: str, on: date, keyring: Keyring) -> Withdrawal:
    """Mark a consent as withdrawn on a day; one that was withdrawn before keeps its day.

    Raises `WrongUse` for an id that the ledger does not have, `VaultFindings` for a vault with mistakes.
    """
    ledger = read_vault(private, keyring).consent
    found = next((consent for consent in ledger if consent.id == consent_id), None)
    if found is None:
        known = did_you_mean(consent_id, [consent.id for consent in ledger])
        raise WrongUse(f"{private.name}/{LEDGER}: {consent_id}: is not the id of one consent: {known}")
    others = tuple(
        one for one in ledger
        if one.person == found.person and one.id != found.id and one.status in ("granted", "pending")
    )  # fmt: skip
    if found.status == "withdrawn" and found.withdrawn_on:
        return Withdrawal(found.story, found.withdrawn_on, False, others)
    changes: Changes = [(("status",), "withdrawn"), (("withdrawn_on",), on.isoformat())]
    _record(private, consent_id, changes, keyring)
    return Withdrawal(found.story, on, True, others)


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
        raise WrongUse(f"{shown}: {consent_id}: is not the id of one consent: look it up in the ledger") from None
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError):
        raise WrongUse(f"{shown}: cannot be read: run `safelight check` and mend it") from None
    changed = text.encode()
    check_changed(private, LEDGER, changed, keyring)
    write_file(private, LEDGER, changed, keyring)
