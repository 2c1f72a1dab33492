"""What no single entry of the vault shows: ids that stand twice, references to nobody, dates that contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from safelight.model.findings import Finding
from safelight.model.profile import OTHER_PERSON, OTHER_TIME, TRAIT_MEANINGS, parse_trait
from safelight.model.vault import Consent, Decision, Person, Place, Vault

Lines = dict[str, tuple[int, ...]]
"""Name of a list to the line on which each of its entries begins."""
SHA256 = re.compile(r"[0-9a-fA-F]{64}")
EARLIEST = date(1990, 1, 1)
"""No consent, review or departure is older than the work that this vault is for: an earlier year is a slip."""


def judge(vault: Vault, folder: str, lines: Mapping[str, Sequence[int]], *, people_known: bool) -> Iterator[Finding]:
    """Every such mistake, at the line of its entry; ids are shown, names never.

    References to people are judged only if `people_known`: a file with mistakes hides who is in it.
    """
    yield from _twice([p.id for p in vault.people], f"{folder}/people.yaml", lines.get("people", ()))
    yield from _twice([p.id for p in vault.places], f"{folder}/places.yaml", lines.get("places", ()))
    yield from _twice([c.id for c in vault.consent], f"{folder}/consent.yaml", lines.get("consent", ()))
    yield from _twice([i.sha256 for i in vault.images], f"{folder}/images.yaml", lines.get("images", ()))
    for person, line in zip(vault.people, lines.get("people", ()), strict=True):
        for problem, way_out in _person(person):
            yield Finding(f"{folder}/people.yaml", line, shown_id(person.id), problem, way_out)
    for place, line in zip(vault.places, lines.get("places", ()), strict=True):
        for problem, way_out in _place(place):
            yield Finding(f"{folder}/places.yaml", line, shown_id(place.id), problem, way_out)
    for decision, line in zip(vault.decisions, lines.get("decisions", ()), strict=True):
        for problem, way_out in _decision(decision):
            yield Finding(f"{folder}/decisions.yaml", line, "means", problem, way_out)
    known = {person.id for person in vault.people}
    for consent, line in zip(vault.consent, lines.get("consent", ()), strict=True):
        if people_known and consent.person not in known:
            problem, way_out = "names a person who is not registered", "mend `person`, or register them"
            yield Finding(f"{folder}/consent.yaml", line, shown_id(consent.id), problem, way_out)
        for problem, way_out in _consent(consent):
            yield Finding(f"{folder}/consent.yaml", line, shown_id(consent.id), problem, way_out)


def shown_id(name: str) -> str:
    """An id as it may be shown: ids are codes; one that holds anything else may be a name in the wrong place."""
    return name[:12] if re.fullmatch(r"[a-z0-9._-]*[0-9][a-z0-9._-]*", name) else "id"


def _twice(ids: Sequence[str], path: str, lines: Sequence[int]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for one, line in zip(ids, lines, strict=True):
        if one in first:
            yield Finding(path, line, shown_id(one), f"stands on line {first[one]} already", "give it an id of its own")
        first.setdefault(one, line)


def _person(person: Person) -> Iterator[tuple[str, str]]:
    if not person.id.strip():
        yield "has an empty id", "give each person a code, for instance p-0417"
    empty = [n for n in person.names if not (n.given.strip() or n.family.strip() or n.patronymic.strip())]
    if not person.names or empty:
        yield "has an empty name", "write given or family"
    if not all(word.strip() for word in (*person.also, *person.identifiers)):
        yield "has an empty also or identifier", "delete it"


def _place(place: Place) -> Iterator[tuple[str, str]]:
    if not place.id.strip():
        yield "has an empty id", "give each place a code, for instance pl-01"
    if not place.names or not all(name.strip() for name in place.names):
        yield "has an empty name", "write the place's names"
    if not all(words.strip() for words in place.say.values()):
        yield "has nothing to say instead", "write `say` for each language of the site"


def _decision(decision: Decision) -> Iterator[tuple[str, str]]:
    """A decision on a trait speaks of one, and what it says of one story's person holds in that story alone."""
    if decision.means.startswith("trait-") and decision.means not in TRAIT_MEANINGS:
        yield "is not a meaning of a trait", f"use one of {', '.join(sorted(TRAIT_MEANINGS))}"
    elif decision.means in TRAIT_MEANINGS and parse_trait(decision.token) is None:
        yield "stands by a token that is no trait", "write the token as attribute=value, for instance occupation=doctor"
    elif decision.means in (OTHER_PERSON, OTHER_TIME) and not decision.scope.startswith("story:"):
        yield "says of one person's story what holds there alone", 'write `scope: "story:<id>"`'


def _consent(consent: Consent) -> Iterator[tuple[str, str]]:
    begun, ends, gone = consent.granted_on, consent.expires_on, consent.withdrawn_on
    if not (consent.id.strip() and consent.story.strip()):
        yield "has an empty id or story", "give the consent a code, and name the story's folder"
    if begun and ends and ends <= begun:
        yield "ends before it begins", "mend granted_on or expires_on"
    if gone and begun and gone < begun:
        yield "is withdrawn before it is granted", "mend withdrawn_on or granted_on"
    if gone and consent.status == "granted":
        yield "has withdrawn_on, but its status is granted", "write `status: withdrawn`, or delete withdrawn_on"
    if consent.max_uses is not None and consent.max_uses < 0:
        yield "has a negative max_uses", "write 0 or more"
    days = {
        "granted_on": begun,
        "expires_on": ends,
        "withdrawn_on": gone,
        "left_programme_on": consent.left_programme_on,
    }
    days |= {"guardian_agreed_on": consent.guardian_agreed_on, "child_agreed_on": consent.child_agreed_on}
    days["risk.on"] = consent.risk.on if consent.risk else None
    for key, day in days.items():
        if day and day < EARLIEST:
            yield f"has {key} before {EARLIEST.year}", "mend the year"
    if consent.risk and consent.risk.on < EARLIEST:
        yield f"has a risk review before {EARLIEST.year}", "mend the year"
    if not all(SHA256.fullmatch(digest) for digest in consent.approved_sha256.values()):
        yield "has an approved_sha256 that is no SHA-256", "let `safelight consent approve` write it"
