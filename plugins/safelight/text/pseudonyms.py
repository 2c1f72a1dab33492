"""Pseudonyms: whether a public name suits a person, and which ones would.

A public name suits when it is no clue (another initial, no cognate, nobody's registered name, nobody else's pseudonym)
and when it is inflected as the real name is: wherever two cases of the real name look alike, those of the public name
have to, or else the case that a text means could not be told from it (Мария has one form where Ольга has two).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files

from safelight.model.findings import Finding, Severity
from safelight.model.vault import Person, Vault
from safelight.text.inflection import (
    CASES,
    LANGUAGES,
    NOMINATIVE,
    Shape,
    declensions,
    inflect_name,
    is_arabic,
    is_cyrillic,
)
from safelight.text.registered_words import folded, key
from safelight.text.skeleton import skeleton, to_cyrillic

COLUMNS = ("en", "ru", "uk", "ro", "uz", "tg", "ky", "ar")
CASE_LANGUAGES = ("ru", "uk")
MOST_ALIKE = 0.72
"""Similarity of two skeletons (Ratcliff and Obershelp) from which one name suggests the other."""
COGNATES = (
    "мария марьям мириам мириям мария maria mary mariam maryam miriam marie", "иван ян иоанн ион john johan jan ion ioan яхья yahya",
    "юсуф иосиф осип joseph yusuf iosif жусуп", "ибрагим абрам авраам ibrahim abraham", "исмаил самуил ismail",
    "сулейман соломон sulayman solomon", "муса моисей moses musa", "яков якуб jacob yakub", "давид дауд david daud",
    "елена алёна хелена элен helen elena ileana", "анна ханна энн anna hannah ana anne", "юлия джулия ульяна julia iulia",
    "екатерина катрин катя catherine katya", "иса иисус isa", "искандер александр саша alexander iskander",
    "ильяс илья elias ilyas ilya", "зулейха сулейха zuleikha", "фатима патимат патима fatima patimat patima", "айша аиша асия aisha asiya",
    "георгий юрий егор игорь george yuri", "наталия наташа наталья natalia natasha", "татьяна таня tatiana tanya",
    "софия соня sofia sonya", "дарья даша daria dasha", "маргарита рита margarita rita", "валентина валя valentina valya",
)  # fmt: skip
"""Forms of one name in different traditions and its usual short forms."""


@dataclass(frozen=True)
class Objection:
    """Why a public name does not suit: `likeness`, `taken`, `registered`, `sex` or `cases`, and for whom to mend it."""

    kind: str
    problem: str


@cache
def candidates() -> tuple[tuple[str, Mapping[str, str]], ...]:
    """(sex, name by language) of every name that is proposed, from `data/pseudonyms.txt`."""
    text = files("safelight.text").joinpath("data", "pseudonyms.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((sex, dict(zip(COLUMNS, names, strict=True))) for sex, *names in rows)


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return "" if is_arabic(name) else skeleton(key(name))


@cache
def _cognate_sets() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, words in enumerate(COGNATES):
        for word in words.split():
            found.setdefault(skeleton(key(word)), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def suggests(public: str, real: str) -> bool:
    """Whether a public name gives a real one away: the same initial, a similar sound, or a cognate."""
    one, other = _bare(public), _bare(real)
    if not one or not other:
        return bool(public and real) and key(public)[:1] == key(real)[:1] and is_arabic(public) == is_arabic(real)
    if one[0] == other[0] or SequenceMatcher(None, one, other).ratio() >= MOST_ALIKE:
        return True
    sets = _cognate_sets()
    return bool(sets.get(one, frozenset()) & sets.get(other, frozenset()))


def told_apart(real: str, public: str, sex: str, lang: str) -> tuple[str, ...]:
    """The cases that look alike in the real given name and not in the public one; none in languages without cases."""
    if lang not in CASE_LANGUAGES or is_arabic(real):
        return ()
    word = real if is_cyrillic(real) else to_cyrillic(key(real)).capitalize()
    found: dict[str, list[str]] = {}
    for declension in declensions(word, "given", sex, lang)[:1]:
        for case in CASES:
            found.setdefault(key(declension.form(Shape(case)) or ""), []).append(case)
    apart: dict[str, None] = {}
    for cases in found.values():
        forms = {inflect_name(public, sex, lang, Shape(case)) for case in cases}
        if len(forms) > 1:
            apart.update(dict.fromkeys(cases))
    return tuple(case for case in CASES if case in apart)


def objections(
    person: Person, lang: str, public: str, taken: Mapping[str, str], registered: frozenset[str]
) -> Iterator[Objection]:
    """What speaks against a public name for a person in one language.

    `taken` gives the folded public names of the language with whose they are, `registered` all folded registered names.
    """
    reals = [word for name in person.names for part in (name.given, name.family) for word in part.split()]
    if any(suggests(word, real) for word in public.split() for real in (*reals, *person.also)):
        yield Objection("likeness", "is like the real name (its initial, its sound or a cognate of it)")
    if any(word in registered for word in folded(public)):
        yield Objection("registered", "is a registered name")
    if taken.get(key(public), person.id) != person.id:
        yield Objection("taken", f"is the pseudonym of {taken[key(public)]} too")
    cases = {case for given in _givens(person, lang) for case in told_apart(given, public, person.sex, lang)}
    if cases:
        listed = ", ".join(CASE_NAMES[case] for case in CASES if case in cases)
        yield Objection("cases", f"tells apart cases that the real name does not ({listed})")


CASE_NAMES = {
    "nomn": "nominative", "gent": "genitive", "datv": "dative", "accs": "accusative", "ablt": "instrumental", "loct": "locative",
}  # fmt: skip


def _givens(person: Person, lang: str) -> list[str]:
    """The given names that texts in the language decline: those registered for it, else in its script, else any."""
    own = [n.given for n in person.names if n.given and n.lang == lang]
    script = [n.given for n in person.names if n.given and is_cyrillic(n.given)]
    return own or script[:1] or [n.given for n in person.names if n.given and not is_arabic(n.given)][:1]


def taken_names(vault: Vault) -> Mapping[str, Mapping[str, str]]:
    """The folded public names of each language, with whose they are."""
    found: dict[str, dict[str, str]] = {lang: {} for lang in LANGUAGES}
    for person in vault.people:
        for lang, name in person.pseudonym.items():
            found.setdefault(lang, {}).setdefault(key(name), person.id)
    return found


def registered_names(vault: Vault) -> frozenset[str]:
    """Every folded word of every registered person's names."""
    return frozenset(
        word
        for person in vault.people
        for text in (*(p for n in person.names for p in (n.given, n.patronymic, n.family)), *person.also)
        for word in folded(text)
    )


def review(vault: Vault, languages: Sequence[str]) -> tuple[Finding, ...]:
    """What speaks against the pseudonyms of a vault, as warnings: texts stay safe, but read badly or give a hint."""
    taken, registered = taken_names(vault), registered_names(vault)
    findings = []
    for person in vault.people:
        for lang, name in sorted(person.pseudonym.items()):
            if lang not in languages:
                continue
            for objection in objections(person, lang, name, taken.get(lang, {}), registered):
                severity = Severity.WARNING if objection.kind in ("likeness", "cases") else Severity.ERROR
                findings.append(
                    Finding(
                        "private/people.yaml", 0, f"{person.id} pseudonym {lang}", objection.problem,
                        f"choose another: `safelight pseudonyms {person.id}` proposes some", severity, f"pseudonym-{objection.kind}",
                    )
                )  # fmt: skip
    return tuple(findings)


def proposals(person: Person, vault: Vault, languages: Sequence[str], most: int = 5) -> tuple[Mapping[str, str], ...]:
    """Up to `most` names, each in all `languages`, that suit a person; those that suit in fewer languages are left out."""
    taken, registered = taken_names(vault), registered_names(vault)
    found = []
    for _, names in _in_order(person):
        if all(
            not list(objections(person, lang, names[lang], taken.get(lang, {}), registered))
            for lang in languages
            if lang in names
        ):
            found.append({lang: names[lang] for lang in languages if lang in names})
            if len(found) == most:
                break
    return tuple(found)


def _in_order(person: Person) -> Iterable[tuple[str, Mapping[str, str]]]:
    """The candidates, beginning at another one for each person, so that not every vault chooses the same."""
    rows = [row for row in candidates() if person.sex not in ("female", "male") or row[0] == person.sex]
    start = sum(map(ord, person.id)) % len(rows)
    return (*rows[start:], *rows[:start])


__all__ = ["NOMINATIVE", "Objection", "candidates", "objections", "proposals", "review", "suggests", "told_apart"]
