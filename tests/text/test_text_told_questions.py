"""What a story tells of its person is asked about, where no column counts it and nobody has decided."""

from __future__ import annotations

from datetime import date

import pytest
from safe_text import LANGUAGES
from safelight.model.profile import CASELOAD_ATTRIBUTES
from safelight.model.vault import Decision, Person, PersonName, Vault
from safelight.text import Counted, compile_registry, redact_file

PERSON = Person(
    "p-1", (PersonName("en", "Zalina"), PersonName("ru", "Залина")), relation={"en": "the nurse", "ru": "медсестра"}
)
COUNTED = Counted(frozenset(CASELOAD_ATTRIBUTES))
ON = date(2026, 11, 2)


def asked(
    text: str, lang: str = "en", *decisions: Decision, counted: Counted | None = COUNTED
) -> list[tuple[str, str]]:
    registry = compile_registry(Vault((PERSON,), decisions=decisions), (lang,))
    found = redact_file(text, lang, registry, story="keys", counted=counted)
    for one in found.unresolved:
        assert text[one.start : one.end] == one.text
    return [(one.trait, one.text) for one in found.unresolved if one.trait]


NURSE = {
    "en": "She was a nurse.", "ru": "Она работала медсестрой.", "uk": "Вона працювала медсестрою.", "ro": "Era asistentă medicală.",
    "uz": "U hamshira edi.", "tg": "Вай ҳамшираи тиббӣ буд.", "ky": "Ал медайым болчу.", "ar": "كانت ممرضة.",
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_trade_is_asked_about_in_every_language(lang: str) -> None:
    assert [trait for trait, _ in asked(NURSE[lang], lang)] == ["occupation=nurse"]


def decided(token: str, means: str, scope: str = "site", lang: str = "en") -> Decision:
    return Decision(token, lang, means, scope, "mk", ON)


@pytest.mark.parametrize(
    ("decision", "left", "why"),
    [
        (decided("occupation=nurse", "trait-other-person", "story:keys", "*"), 0, "whose it is"),
        (decided("occupation=nurse", "trait-common", lang="*"), 0, "for the site"),
        (decided("occupation=nurse", "trait-common", "story:other", "*"), 1, "of another story"),
        (decided("occupation=doctor", "trait-common", lang="*"), 1, "another trade"),
        (decided("nurse", "public-word"), 0, "the word is public"),
        (decided("nurse", "public-word", "story:other"), 1, "in another story"),
        (decided("nurse", "public-word", lang="ru"), 1, "in another language"),
    ],
)
def test_decisions(decision: Decision, left: int, why: str) -> None:
    assert len(asked("She was a nurse.", "en", decision)) == left, why


def test_the_later_decision_on_a_word_wins() -> None:
    earlier = Decision("nurse", "en", "public-word", "site", "mk", date(2026, 11, 1))
    later = Decision("nurse", "en", "remove", "site", "mk", ON)
    registry = compile_registry(Vault((PERSON,), decisions=(earlier, later)), ("en",))
    assert redact_file("She was a nurse.", "en", registry, counted=COUNTED).text == "She was a [removed]."


@pytest.mark.parametrize(
    ("text", "traits", "why"),
    [
        ("She went through the United Kingdom.", ["country=united-kingdom"], "no header says that it is counted"),
        (
            "Profile: origin=Russia, destination=United Kingdom\n\nShe went to the United Kingdom.",
            [],
            "the profile's: k counts it",
        ),
        (
            "Profile: origin=Russia, destination=Turkey\n\nShe went to the United Kingdom.",
            ["country=united-kingdom"],
            "another",
        ),
        (
            "Profile: origin=united-kingdom, destination\n\nShe went to the United Kingdom.",
            ["country=united-kingdom"],
            "a line with mistakes",
        ),
        ("Kind: composite\n\nShe was a nurse in the United Kingdom.", [], "no real person"),
        ("Kind: first-person\n\nI was a nurse.", ["occupation=nurse"], "a real one"),
        ("Caption: The nurse's cup.\nTitle: Home\n\nI was home.", ["occupation=nurse"], "told by a caption"),
        ("It took three weeks and 400 euros.", [], "numbers are coarsened"),
        ("She was there in the autumn of 2006.", [], "a year is the caseload's to count"),
        ("Zalina came.", [], "what the vault calls a person is no word of the text"),
    ],
)
def test_what_is_asked(text: str, traits: list[str], why: str) -> None:
    assert [trait for trait, _ in asked(text)] == traits, why


def test_a_column_counts_instead_of_asking() -> None:
    more = Counted(frozenset((*CASELOAD_ATTRIBUTES, "occupation")))
    assert asked("She was a nurse and a widow.", counted=more) == [("family=widow", "widow")]
    assert not asked("She was a nurse.", counted=None)


def test_the_question_tells_its_trait_to_programs() -> None:
    registry = compile_registry(Vault((PERSON,)), ("en",))
    (one,) = redact_file("She was a nurse.", "en", registry, counted=COUNTED).unresolved
    assert one.as_json() == {
        "line": 1, "column": 11, "text": "nurse", "kind": "unknown-trait", "suggestion": one.suggestion,
        "trait": "occupation=nurse",
    }  # fmt: skip
    assert "occupation=nurse" in one.suggestion and one.stops
