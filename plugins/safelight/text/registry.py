"""The registry: every form of every registered name and place, ready to be looked up word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from safelight.errors import VaultFindings
from safelight.model.findings import Finding
from safelight.model.vault import Person, Place, Vault
from safelight.text.decisions import Rulings, compile_decisions
from safelight.text.fold import key_of, words_of
from safelight.text.russian import CASES, decline, plural_family
from safelight.text.scripts import CLITICS, is_arabic, is_cyrillic, latin_spellings

ANY_CASE = frozenset(CASES)


@dataclass(frozen=True)
class Form:
    """What one written word may be: a part of somebody's name, in some cases, with a clitic written onto it."""

    owner: str
    part: str
    cases: frozenset[str]
    prefix: str = ""


@dataclass(frozen=True)
class Registry:
    """All forms by folded word; places by the folded words of their name; decisions by language and folded words."""

    people: Mapping[str, Person]
    places: Mapping[str, Place]
    forms: Mapping[str, tuple[Form, ...]]
    place_forms: Mapping[str, tuple[tuple[tuple[str, ...], Form], ...]]
    """First word to (all words, form)."""
    identifiers: Mapping[str, str]
    """Identifier's letters and digits, folded, to the person's id."""
    decisions: Rulings


def compile_registry(vault: Vault, languages: Sequence[str]) -> Registry:
    """Every form of every registered name, for texts in `languages`.

    Raises `VaultFindings` for a name that leaves nothing to look for once it is normalised.
    """
    forms: dict[str, dict[tuple[str, str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    findings: list[Finding] = []
    identifiers: dict[str, str] = {}
    for person in vault.people:
        found = False
        for word, form in _person_forms(person):
            found = True
            forms[word][(form.owner, form.part, form.prefix)] |= form.cases
        if not found:
            findings.append(
                Finding(
                    "private/people.yaml", 0, person.id, "has no name of letters", "write given or family in letters"
                )
            )
        for identifier in person.identifiers:
            identifiers["".join(c for c in key_of(identifier) if c.isalnum())] = person.id
    place_forms: dict[str, list[tuple[tuple[str, ...], Form]]] = defaultdict(list)
    for place in vault.places:
        for words, form in _place_forms(place):
            place_forms[words[0]].append((words, form))
    if findings:
        raise VaultFindings(findings)
    return Registry(
        people={person.id: person for person in vault.people},
        places={place.id: place for place in vault.places},
        forms={
            word: tuple(
                Form(owner, part, frozenset(cases), prefix) for (owner, part, prefix), cases in sorted(found.items())
            )
            for word, found in forms.items()
        },
        place_forms={word: tuple(sorted(found, key=_longest_first)) for word, found in place_forms.items()},
        identifiers=identifiers,
        decisions=compile_decisions(vault.decisions, languages),
    )


def _longest_first(item: tuple[tuple[str, ...], Form]) -> tuple[int, tuple[str, ...], str, str]:
    return (-len(item[0]), item[0], item[1].owner, item[1].prefix)


def _person_forms(person: Person) -> Iterator[tuple[str, Form]]:
    for name in person.names:
        for part in ("given", "patronymic", "family"):
            for word in words_of(getattr(name, part)):
                yield from _word_forms(person, word, part)
    for also in person.also:
        for word in words_of(also):
            yield from _word_forms(person, word, "given")


def _word_forms(person: Person, word: str, part: str) -> Iterator[tuple[str, Form]]:
    if is_cyrillic(word):
        for case, form in decline(word, part, person.sex):
            yield key_of(form).replace("ё", "е"), Form(person.id, part, frozenset({case}))
        if part == "family":
            for form in plural_family(word):
                yield form, Form(person.id, "family-plural", ANY_CASE)
        for spelling in latin_spellings(word):
            yield spelling, Form(person.id, part, ANY_CASE)
    elif is_arabic(word):
        for clitic in CLITICS:
            yield clitic + word, Form(person.id, part, ANY_CASE, clitic)
    else:
        yield word, Form(person.id, part, ANY_CASE)


def _place_forms(place: Place) -> Iterator[tuple[tuple[str, ...], Form]]:
    for name in place.names:
        words = words_of(name)
        if not words:
            continue
        if is_arabic(words[0]):
            for clitic in CLITICS:
                yield (clitic + words[0], *words[1:]), Form(place.id, "place", ANY_CASE, clitic)
        elif is_cyrillic(words[0]) and len(words) == 1:
            by_form: dict[str, set[str]] = defaultdict(set)
            for case, form in decline(words[0], "place", "unknown"):
                by_form[key_of(form)].add(case)
            for form, cases in by_form.items():
                yield (form,), Form(place.id, "place", frozenset(cases))
            for spelling in latin_spellings(words[0]):
                yield (spelling,), Form(place.id, "place", ANY_CASE)
        else:
            yield words, Form(place.id, "place", ANY_CASE)
