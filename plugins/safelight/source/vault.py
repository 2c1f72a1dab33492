"""Reads the vault, `private/`: without it nobody can be protected, so any mistake in it stops everything."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from safelight.errors import VaultFindings
from safelight.model.findings import Finding
from safelight.model.vault import CaseloadRow, Consent, Decision, ImageReview, Person, Place, Vault
from safelight.source.yaml_files import read_list

T = TypeVar("T")


def read_vault(private: Path) -> Vault:
    """The vault in folder `private`.

    Raises `VaultFindings` with every mistake of every file: a missing or empty list of people, malformed YAML,
    unknown keys, ids that stand twice, references to nobody, impossible dates, people without a name.
    """
    folder = private.name
    if not private.is_dir():
        raise VaultFindings([Finding(folder, 0, "", "is not there", "name the vault's folder, or restore it")])
    findings: list[Finding] = []

    def optional(file: str, key: str, item: type[T]) -> tuple[T, ...]:
        if not (private / file).exists():
            return ()
        values, wrong = read_list(private / file, f"{folder}/{file}", key, item)
        findings.extend(wrong)
        return values

    people, wrong = read_list(private / "people.yaml", f"{folder}/people.yaml", "people", Person)
    findings.extend(wrong)
    if not people and not wrong:
        findings.append(
            Finding(f"{folder}/people.yaml", 0, "people", "names nobody", "register the people of the stories")
        )
    vault = Vault(
        people=people,
        places=optional("places.yaml", "places", Place),
        decisions=optional("decisions.yaml", "decisions", Decision),
        consent=optional("consent.yaml", "consent", Consent),
        images=optional("images.yaml", "images", ImageReview),
        caseload=_read_caseload(private / "caseload.csv", f"{folder}/caseload.csv", findings),
    )
    if not findings:
        findings.extend(_judge(vault, folder))
    if findings:
        raise VaultFindings(sorted(findings))
    return vault


def _read_caseload(path: Path, shown: str, findings: list[Finding]) -> tuple[CaseloadRow, ...]:
    if not path.exists():
        return ()
    columns = [field.name for field in fields(CaseloadRow)]
    rows: list[CaseloadRow] = []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        findings.append(Finding(shown, 0, "", "cannot be read as UTF-8 text", "save it as UTF-8"))
        return ()
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    for (number, _), row in zip(numbered, csv.reader(line for _, line in numbered), strict=False):
        if number == numbered[0][0] and row != columns:
            findings.append(Finding(shown, number, "", "has other columns", f"begin with {','.join(columns)}"))
            return ()
        if len(row) != len(columns):
            findings.append(Finding(shown, number, "", f"has {len(row)} values", f"write {len(columns)}"))
        elif row != columns:
            rows.append(CaseloadRow(*(value.strip() for value in row)))
    return tuple(rows)


def _judge(vault: Vault, folder: str) -> Iterator[Finding]:
    """What no single entry shows: ids that stand twice, references to nobody, names that are empty."""
    for file, ids in (
        ("people", [person.id for person in vault.people]),
        ("places", [place.id for place in vault.places]),
        ("consent", [consent.id for consent in vault.consent]),
        ("images", [image.sha256 for image in vault.images]),
    ):
        for twice in _repeated(ids):
            yield Finding(f"{folder}/{file}.yaml", 0, twice[:12], "stands twice", "give each entry its own id")
    for person in vault.people:
        empty = [n for n in person.names if not (n.given.strip() or n.family.strip() or n.patronymic.strip())]
        if not person.names or empty:
            yield Finding(f"{folder}/people.yaml", 0, person.id, "has an empty name", "write given or family")
        if not all(word.strip() for word in (*person.also, *person.identifiers)):
            yield Finding(f"{folder}/people.yaml", 0, person.id, "has an empty also or identifier", "delete it")
    for place in vault.places:
        if not place.names or not all(name.strip() for name in place.names):
            yield Finding(f"{folder}/places.yaml", 0, place.id, "has an empty name", "write the place's names")
    known = {person.id for person in vault.people}
    for consent in vault.consent:
        if consent.person not in known:
            yield Finding(
                f"{folder}/consent.yaml", 0, consent.id, "names a person who is not registered", "mend `person`"
            )
        if consent.granted_on and consent.expires_on and consent.expires_on <= consent.granted_on:
            yield Finding(f"{folder}/consent.yaml", 0, consent.id, "ends before it begins", "mend the dates")


def _repeated(ids: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for one in ids:
        if one in seen:
            twice[one] = None
        seen.add(one)
    return list(twice)
