"""Pseudonyms in safe texts: found in every case, asked about in no translation, and the same ones as in the source."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from safelight.model.content import Document, DocumentType, Field
from safelight.model.vault import Person, PersonName, Vault
from safelight.text import compile_registry, redact_document
from safelight.text.public_people import PublicPeople, check_people, with_pseudonyms

VAULT = Vault(
    (
        Person(
            "p-1", (PersonName("ru", "Залина", "", "Магомедова"),), sex="female",
            pseudonym={"en": "Nigora", "ru": "Нигора", "uk": "Нігора", "ro": "Nigora", "uz": "Nigora", "tg": "Нигора",
                       "ky": "Нигора", "ar": "نيغورا"},
        ),
        Person(
            "p-2", (PersonName("ru", "Рустам", "", "Гаджиев"),), sex="male",
            pseudonym={"en": "Denys", "ru": "Денис", "uk": "Денис", "ro": "Denis", "uz": "Denis", "tg": "Денис",
                       "ky": "Денис", "ar": "دينيس"},
        ),
        Person("p-3", (PersonName("ru", "Хадижа"),), sex="female", pseudonym={"ru": "Вера"}, relation={"en": "a friend"}),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "who", "why"),
    [
        ("en", "This is Nigora’s house.", {"p-1"}, "a possessive"),
        ("ru", "Мы говорили с Нигорой и о Денисе.", {"p-1", "p-2"}, "instrumental and locative"),
        ("uk", "Ми бачили Нігору разом із Денисом.", {"p-1", "p-2"}, "Ukrainian cases"),
        ("ro", "Casa lui Denis.", {"p-2"}, "Romanian"),
        ("uz", "Nigoraning uyi, Denisdan xat.", {"p-1", "p-2"}, "suffixes"),
        ("ky", "Нигоранын үйү, Денистен кат.", {"p-1", "p-2"}, "suffixes"),
        ("tg", "Хонаи Нигораро диданд.", {"p-1"}, "an ending"),
        ("ar", "بيت نيغورا ولدينيس", {"p-1", "p-2"}, "a clitic"),
        ("en", "The dentist nigora.", set(), "small letters are no name"),
        ("ru", "Вера пришла.", {"p-3"}, "a name that is a word"),
        ("en", "Nobody at all.", set(), "nobody"),
    ],
)
def test_pseudonyms_are_found_in_every_case(lang: str, text: str, who: set[str], why: str) -> None:
    assert PublicPeople(VAULT, lang).named(text) == who, why


def test_what_is_a_word_too_is_not_surely_a_person() -> None:
    assert PublicPeople(VAULT, "ru").surely_named("Вера пришла к Нигоре.") == {"p-1"}


def story(lang: str, body: str) -> Document:
    return Document(
        DocumentType.STORY, "s", lang, PurePosixPath(f"content/stories/s/{lang}.md"),
        {"Title": Field("Нигора үйдө", 1)}, body, 3,
    )  # fmt: skip


def test_a_translation_may_name_whom_its_source_names_and_nobody_else() -> None:
    registry = compile_registry(VAULT, ("en", "ky"))
    redacted = redact_document(story("ky", "Нигора келди. Анан Денис келди.\n\nАйбек да келди."), registry)
    asked = {one.text for one in redacted.redactions["body"].unresolved}
    assert asked == {"Нигора", "Денис", "Айбек"}, "what the anonymiser asks about"
    left = with_pseudonyms(redacted, PublicPeople(VAULT, "ky"), {"p-1"})
    assert {one.text for one in left.redactions["body"].unresolved} == {"Денис", "Айбек"}
    assert not left.redactions["Title"].unresolved
    assert {finding.line for finding in left.findings} == {3, 5}


@pytest.mark.parametrize(
    ("english", "kyrgyz", "problems", "why"),
    [
        ("Nigora left.", "Нигора кетти.", [], "the same"),
        ("Nigora left Denys.", "Нигора кетти.", ["does not name Denys, whom its source names"], "one is gone"),
        ("Nigora left.", "Нигора Денистен кетти.", ["names Денис, whom its source does not name"], "one came in"),
        ("Nigora left.", "Айнура кетти.", ["does not name Nigora, whom its source names"], "another name altogether"),
    ],
)
def test_the_people_are_those_of_the_source(english: str, kyrgyz: str, problems: list[str], why: str) -> None:
    en, ky = PublicPeople(VAULT, "en"), PublicPeople(VAULT, "ky")
    found = check_people("content/stories/s/ky.md", 7, (english, en), (kyrgyz, ky))
    assert [finding.problem for finding in found] == problems, why
    assert all(finding.line == 7 for finding in found)
