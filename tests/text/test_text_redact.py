"""Registered people and places become what the vault says, in the right case; the rest is denied by default."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.model.redaction import Strictness
from safelight.model.vault import Person, PersonName, Place, Vault
from safelight.text import compile_registry, redact, redact_slug

VAULT = Vault(
    people=(
        Person(
            id="p-0417",
            sex="female",
            names=(
                PersonName("ru", "Залина", "Руслановна", "Магомедова"),
                PersonName("en", "Zalina", family="Magomedova"),
                PersonName("ar", "زالينا"),
            ),
            identifiers=("@zalina_m", "8207 123456"),
            pseudonym={"en": "Anna", "ru": "Анна", "ar": "آنا"},
        ),
    ),
    places=(Place("pl-01", ("Буйнакск", "Buynaksk"), {"en": "a town in the south", "ru": "город на юге страны"}),),
)
REGISTRY = compile_registry(VAULT, ("en", "ru", "ar"))


def safe(text: str, lang: str) -> str:
    return redact(text, lang, REGISTRY, strictness=Strictness.DENY).text


@pytest.mark.parametrize(
    ("lang", "raw", "expected", "why"),
    [
        ("ru", "Залина пришла.", "Анна пришла.", "nominative"),
        ("ru", "Письмо от Залины.", "Письмо от Анны.", "genitive"),
        ("ru", "Дали Залине.", "Дали Анне.", "dative"),
        ("ru", "Видели Залину.", "Видели Анну.", "accusative"),
        ("ru", "Вместе с Залиной.", "Вместе с Анной.", "instrumental"),
        ("ru", "Это о Залине.", "Это об Анне.", "prepositional"),
        ("ru", "Магомедова Залина Руслановна молчала.", "Анна молчала.", "reversed full name is one person"),
        ("ru", "Говорили с З. Р. Магомедовой.", "Говорили с Анной.", "initials"),
        ("ru", "Она жила в Буйнакске.", "Она жила в городе на юге страны.", "place, prepositional"),
        ("ru", "Она уехала из Буйнакска.", "Она уехала из города на юге страны.", "place, genitive"),
        ("ru", "ЗАЛИНА МОЛЧАЛА.".replace("МОЛЧАЛА", "молчала"), "АННА молчала.", "capitals stay capitals"),
        ("ru", "За**лина** молчала.", "Анна молчала.", "split by markup"),
        ("ru", "Зa\u00adлина молчала.", "Анна молчала.", "a Latin a and a soft hyphen"),
        ("en", "Zalina's door.", "Anna's door.", "possessive"),
        ("en", "They saw Zalina Magomedova there.", "They saw Anna there.", "full name"),
        ("en", "She came from Buynaksk.", "She came from a town in the south.", "place"),
        ("en", "Call +7 928 555 01 17 now.", "Call [removed] now.", "telephone"),
        ("en", "Her aunt (+44 7700 900123) came.", "Her aunt came.", "brackets that hold nothing else go too"),
        ("en", "Call 797 87 22 now.", "Call [removed] now.", "local telephone"),
        (
            "en",
            "In 2006–2008 they helped 202,478 people.",
            "In 2006–2008 they helped hundreds of thousands of people.",
            "years are asked about, a count keeps its order of magnitude",
        ),
        ("en", "Write to a.b@mail.example or @zalina_m.", "Write to [removed] or [removed].", "address and handle"),
        ("ar", "قالت وزالينا.", "قالت وآنا.", "a conjunction written on"),
        ("ar", "هذا لزالينا.", "هذا لآنا.", "a preposition written on"),
    ],
)
def test_redact(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang) == expected, why


@pytest.mark.parametrize(
    ("lang", "raw", "word"),
    [
        ("en", "Then came Perpetua.", "Perpetua"),
        ("en", "Hope came home.", "Hope"),
        ("ru", "Потом пришёл Ахметжан.", "Ахметжан"),
    ],
)
def test_unknown_names_are_unresolved(lang: str, raw: str, word: str) -> None:
    result = redact(raw, lang, REGISTRY, strictness=Strictness.DENY)
    assert [question.text for question in result.unresolved] == [word]


def test_offsets_are_those_of_the_input() -> None:
    raw = "Там За\u200bлина."
    (one,) = redact(raw, "ru", REGISTRY, strictness=Strictness.DENY).replacements
    assert raw[one.start : one.end] == "За\u200bлина"


def test_slugs() -> None:
    assert redact_slug("zalina-comes-home", "en", REGISTRY) == "anna-comes-home"


@given(st.integers(1, 5), st.sampled_from(["\u00ad", "\u200b", "\u2060", "**", "\u200f", "<b></b>"]), st.booleans())
def test_nothing_inserted_saves_a_name(at: int, inserted: str, upper: bool) -> None:
    name = "ЗАЛИНА" if upper else "Залина"
    text = safe(f"Там {name[:at]}{inserted}{name[at:]} и тут.", "ru")
    assert "лина" not in text.casefold()
    assert safe(text, "ru") == text
