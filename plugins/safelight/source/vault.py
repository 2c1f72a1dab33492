"""Reads the vault, `private/`: without it nobody can be protected, so any mistake in it stops everything."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from safelight.errors import VaultFindings
from safelight.model.findings import Finding
from safelight.model.profile import CASELOAD_ATTRIBUTES
from safelight.model.vault import CaseloadRow, Consent, Decision, ImageReview, Person, Place, Vault
from safelight.sealing import (
    SEALED,
    VAULT_FILES,
    Keyring,
    SealingError,
    find_keyring,
    read_file,
    sealed_files,
    strays,
)
from safelight.source.vault_references import Lines, judge
from safelight.source.yaml_files import parse_list

T = TypeVar("T")
COLUMN = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def read_vault(private: Path, keyring: Keyring | None = None) -> Vault:
    """The vault in folder `private`; sealed files are opened in memory, by `keyring` or the one that is found.

    Raises `VaultFindings` with every mistake of every file: a missing or empty list of people, malformed YAML,
    unknown keys, ids that stand twice, references to nobody, impossible dates, people without a name, files that the
    vault does not know, and files that stay shut.
    """
    folder = private.name
    if not private.is_dir():
        raise VaultFindings([Finding(folder, 0, "", "is not there", "name the vault's folder, or restore it")])
    contents, findings = _contents(private, keyring)
    return vault_of(contents.get, folder, findings)


def vault_of(content: Callable[[str], bytes | None], folder: str, before: list[Finding] | None = None) -> Vault:
    """The vault whose file NAME holds the bytes `content(NAME)` (None: not there); raises as `read_vault`.

    `folder` is its name in messages, `before` what was found wrong already.
    """
    findings = before or []
    stopped = bool(findings)
    lines: Lines = {}
    halves: dict[str, Any] = {}

    def rows(name: str, item: type[T]) -> tuple[T, ...]:
        data = content(f"{name}.yaml")
        if data is None:
            return ()
        listed = parse_list(data, f"{folder}/{name}.yaml", name, item)
        findings.extend(listed.findings)
        lines[name] = listed.lines
        if listed.halves:
            both = sorted((*zip(listed.values, listed.lines, strict=True), *listed.halves), key=lambda one: one[1])
            halves[name] = tuple(value for value, _ in both)
            lines[name] = tuple(line for _, line in both)
        return listed.values

    vault = Vault(
        people=rows("people", Person),
        places=rows("places", Place),
        decisions=rows("decisions", Decision),
        consent=rows("consent", Consent),
        images=rows("images", ImageReview),
        caseload=_read_caseload(content("caseload.csv"), f"{folder}/caseload.csv", findings),
    )
    if not vault.people and not stopped and not any(f.path == f"{folder}/people.yaml" for f in findings):
        way_out = "register the people of the stories"
        findings.append(Finding(f"{folder}/people.yaml", 0, "people", "names nobody", way_out))
    people_known = not any(f.path.startswith(f"{folder}/people.yaml") for f in findings)
    # What one entry gets wrong must not hide what else is wrong in it, or with it: all is told at once.
    findings.extend(judge(replace(vault, **halves), folder, lines, people_known=people_known))
    if findings:
        raise VaultFindings(sorted(set(findings)))
    return vault


def _contents(private: Path, keyring: Keyring | None) -> tuple[dict[str, bytes], list[Finding]]:
    findings = list(strays(private))
    contents: dict[str, bytes] = {}
    try:
        keyring = keyring or (find_keyring() if sealed_files(private) else Keyring())
    except SealingError as error:
        return {}, [*findings, _shut(private.name, str(error))]
    for name in VAULT_FILES:
        try:
            data = read_file(private, name, keyring)
        except SealingError as error:
            findings.append(_shut(f"{private.name}/{name}{SEALED}", str(error)))
            continue
        if data is not None:
            contents[name] = data
    return contents, findings


def _shut(shown: str, message: str) -> Finding:
    problem, _, way_out = message.removeprefix(f"{shown}: ").partition(": ")
    return Finding(shown, 0, "", problem, way_out)


def _read_caseload(data: bytes | None, shown: str, findings: list[Finding]) -> tuple[CaseloadRow, ...]:
    """Rows of the caseload. Equal lines share one value: a hundred thousand people fall into a few hundred groups."""
    if data is None:
        return ()
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        before = data.count(b"\n", 0, error.start)
        findings.append(Finding(shown, before + 1, "", "is not UTF-8 text", "save it as UTF-8"))
        return ()
    known: dict[str, CaseloadRow] = {}
    rows: list[CaseloadRow] = []
    more: tuple[str, ...] | None = None
    width = 0
    for number, line in enumerate(lines, 1):
        if line in known:
            rows.append(known[line])
            continue
        if not line.strip() or line.startswith("#"):
            continue
        row = [value.strip() for value in next(csv.reader([line]))]
        if more is None:
            more, width = _further_columns(row), len(row)
            if more is None:
                way_out = f"begin with {','.join(CASELOAD_ATTRIBUTES)}; further columns are lower-case words, each once"
                findings.append(Finding(shown, number, "", "has other columns", way_out))
                return ()
        elif len(row) != width:
            findings.append(Finding(shown, number, "", f"has {len(row)} values", f"write {width}"))
        else:
            sex, age_band, origin, destination, year, exploitation, *rest = row
            known[line] = CaseloadRow(
                sex, age_band, origin, destination, year, exploitation, tuple(zip(more, rest, strict=True))
            )
            rows.append(known[line])
    return tuple(rows)


def _further_columns(head: list[str]) -> tuple[str, ...] | None:
    """The columns beside those that every caseload has; None for a head that is none."""
    core = len(CASELOAD_ATTRIBUTES)
    more = tuple(head[core:])
    named = all(COLUMN.fullmatch(name) for name in more) and len(set(head)) == len(head)
    return more if named and tuple(head[:core]) == CASELOAD_ATTRIBUTES else None
