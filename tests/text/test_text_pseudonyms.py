"""Pseudonyms: which suit, and that what is proposed does."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from safelight.cli.names import pseudonyms
from safelight.model.vault import Person, PersonName, Vault
from safelight.text import compile_registry
from safelight.text.pseudonyms import candidates, proposals, review, suggests, told_apart


@pytest.mark.parametrize(
    ("real", "public", "lang", "cases", "why"),
    [
        ("Мария", "Ольга", "ru", ("gent", "datv", "loct"), "Марии is three cases, Ольги and Ольге are two forms"),
        ("Мария", "Наталия", "ru", (), "the same endings"),
        ("Залина", "Анна", "ru", (), "the same declension"),
        ("Залина", "Мария", "ru", (), "collapses more than the real name: never undecidable"),
        ("Айгерим", "Анна", "ru", ("nomn", "gent", "datv", "accs", "ablt", "loct"), "the real name is never inflected"),
        ("Айгерим", "Элен", "ru", (), "neither is"),
        ("Марія", "Ольга", "uk", ("gent", "datv", "loct"), "Ольги, Ользі"),
        ("Zalina", "Anna", "en", (), "no cases"),
    ],
)
def test_told_apart(real: str, public: str, lang: str, cases: tuple[str, ...], why: str) -> None:
    assert told_apart(real, public, "female", lang) == cases, why


@pytest.mark.parametrize(
    ("public", "real", "suggested", "why"),
    [
        ("Зарина", "Залина", True, "a similar sound"),
        ("Зоя", "Залина", True, "the same initial"),
        ("Zoe", "Залина", True, "the same initial in another script"),
        ("Марьям", "Мария", True, "a cognate"),
        ("Саша", "Искандер", True, "a cognate's short form"),
        ("Анна", "Залина", False, "nothing in common"),
    ],
)
def test_suggests(public: str, real: str, suggested: bool, why: str) -> None:
    assert suggests(public, real) is suggested, why


PEOPLE = (
    Person("p-1", (PersonName("ru", "Айгерим", family="Осмонова"),), sex="female", pseudonym={"ru": "Анна"}),
    Person("p-2", (PersonName("ru", "Мария"),), sex="female", pseudonym={"ru": "Марьям"}),
    Person("p-3", (PersonName("ru", "Рустам"),), sex="male", pseudonym={"ru": "Виктор"}),
)


def test_review_says_what_is_wrong_and_no_secret() -> None:
    found = review(Vault(PEOPLE), ("ru",))
    rules = {(f.field.split(" ")[0], f.rule) for f in found}
    assert ("p-1", "pseudonym-cases") in rules and ("p-2", "pseudonym-likeness") in rules
    assert not any(person == "p-3" for person, _ in rules)
    assert not any(name in str(f) for f in found for name in ("Айгерим", "Мария", "Рустам"))


@pytest.mark.parametrize("person", PEOPLE, ids=lambda p: p.id)
def test_what_is_proposed_suits(person: Person) -> None:
    vault = Vault(PEOPLE)
    languages = ("ru", "uk", "en", "ar")
    offers = proposals(person, vault, languages)
    assert offers
    for offer in offers:
        others = tuple(p for p in PEOPLE if p.id != person.id)
        changed = Vault((*others, Person(person.id, person.names, sex=person.sex, pseudonym=offer)))
        compile_registry(changed, languages)
        assert not [f for f in review(changed, languages) if f.field.startswith(person.id)]


def test_candidates_are_different_names() -> None:
    for lang in ("en", "ru", "ar"):
        names = [row[lang] for _, row in candidates()]
        assert len(names) == len(set(names)), lang


def test_the_verb_needs_no_secret(tmp_path: object) -> None:
    result = CliRunner().invoke(pseudonyms, ["--vault", "private", "p-0417", "--lang", "ru", "--lang", "en", "--json"])
    assert result.exit_code in (0, 1) and '"p-0417"' in result.output
    assert "Залина" not in result.output and "Zalina" not in result.output
