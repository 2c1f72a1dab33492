"""What an editor has decided of a number stays decided; what another rule replaces is not coarsened; guides keep theirs."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest
from safe_text import LANGUAGES
from safelight.model.content import Document, DocumentType, Field
from safelight.model.findings import Severity
from safelight.model.redaction import Strictness
from safelight.model.vault import Decision, Person, PersonName, Vault
from safelight.text import compile_registry, redact, redact_document, redact_file
from test_text_ages import ROWS as AGES
from test_text_dates import ROWS as DATES

PERSON = Person("p-1", (PersonName("en", "Zalina"),), pseudonym={"en": "Anna"})
ON = date(2026, 11, 2)


def safe(text: str, *decisions: Decision, story: str = "keys", lang: str = "en") -> str:
    registry = compile_registry(Vault((PERSON,), decisions=decisions), (lang,))
    return redact(text, lang, registry, story=story).text


def decided(token: str, means: str = "public-word", scope: str = "site", lang: str = "en", say: str = "") -> Decision:
    return Decision(token, lang, means, scope, "mk", ON, say)


@pytest.mark.parametrize(
    ("raw", "decision", "expected", "why"),
    [
        ("It took three weeks.", None, "It took several weeks.", "nothing is decided"),
        ("It took three weeks.", decided("three weeks"), "It took three weeks.", "the words may stand"),
        ("It took three weeks.", decided("duration=three-weeks", "trait-common", lang="*"), "It took three weeks.", "the trait may stand"),
        ("It took 3 weeks.", decided("duration=three-weeks", "trait-common", lang="*"), "It took 3 weeks.", "however it is written"),
        ("It took 4 weeks.", decided("duration=three-weeks", "trait-common", lang="*"), "It took several weeks.", "another number"),
        ("It took three weeks.", decided("three weeks", scope="story:other"), "It took several weeks.", "of another story"),
        ("It took three weeks.", decided("three weeks", scope="story:keys"), "It took three weeks.", "of this story"),
        ("It took three weeks.", decided("three weeks", "place", say="a while"), "It took a while.", "what to say instead"),
        ("It took three weeks.", decided("three weeks", "remove"), "It took [removed].", "it goes"),
        ("It took three weeks.", decided("weeks"), "It took several weeks.", "the unit alone decides nothing"),
        ("She left in 2014.", decided("2014"), "She left in 2014.", "a year"),
        ("She left in 2014.", decided("year=2014", "trait-other-time", lang="*"), "She left in 2014.", "a year as a trait"),
        ("She paid $340.", decided("340"), "She paid $340.", "a sum by its number"),
    ],
)  # fmt: skip
def test_decisions(raw: str, decision: Decision | None, expected: str, why: str) -> None:
    assert safe(raw, *(() if decision is None else (decision,))) == expected, why


@pytest.mark.parametrize(
    ("raw", "expected", "why"),
    [
        ("On 12 March 2014 she left.", "In the spring of 2014 she left.", "a date"),
        ("She was 22 years old.", "She was in her late teens or early twenties.", "an age"),
        ("Call +7 928 555 01 17 at once.", "Call [removed] at once.", "a telephone"),
        ("Zalina waited three weeks.", "Anna waited several weeks.", "beside a name"),
        ("It took thr**ee** weeks.", "It took several weeks.", "split by markup"),
        ("It took [three weeks](https://example.org/3-weeks).", "It took [several weeks](https://example.org/3-weeks).", "an address stays"),
    ],
)  # fmt: skip
def test_beside_other_rules(raw: str, expected: str, why: str) -> None:
    assert safe(raw) == expected, why


def test_guides_keep_their_numbers() -> None:
    registry = compile_registry(Vault((PERSON,)), ("en",))
    text = "In 2014 fees of $340 were paid within three weeks by 71 families."
    result = redact(text, "en", registry, strictness=Strictness.ASK)
    assert result.text == text
    assert not [one for one in result.unresolved if one.kind.startswith(("unknown-year", "unknown-count"))]


def test_a_year_that_has_no_decade_is_asked_about_once() -> None:
    registry = compile_registry(Vault((PERSON,)), ("en",))
    (asked,) = redact("There was an act of 1976 before it.", "en", registry).unresolved
    assert (asked.text, asked.kind, asked.stops) == ("1976", "unknown-year", True)


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("year=2014", "In 2014 she left."),
        ("year=2013", "In the 2010s she left."),
        ("year=any", "In the 2010s she left."),
        ("year=", "In the 2010s she left."),
    ],
)
def test_a_file_keeps_the_year_of_its_profile(profile: str, expected: str) -> None:
    registry = compile_registry(Vault((PERSON,)), ("en",))
    source = f"Title: The keys\nProfile: sex=female, {profile}\n\nIn 2014 she left.\n"
    assert redact_file(source, "en", registry).text.endswith(f"\n\n{expected}\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_other_rules_write_is_not_coarsened(lang: str) -> None:
    """Seasons, bands and types that stand in for dates, ages and schools read as round already."""
    registry = compile_registry(Vault((PERSON,)), (lang,))
    rows = [row for table in (AGES, DATES) for row in table if row[0] == lang]
    assert rows
    for _, raw, *_ in rows:
        once = redact(raw, lang, registry).text
        assert redact(once, lang, registry).text == once, raw


def test_a_year_of_birth_that_has_a_decade_is_no_question() -> None:
    registry = compile_registry(Vault((PERSON,)), ("en",))
    result = redact("She was born in 1987 and left.", "en", registry)
    assert (result.text, result.unresolved) == ("She was born in the 1980s and left.", ())
    (asked,) = redact("She was born on a farm, 1987 it was.", "en", registry).unresolved
    assert asked.text == "1987"


@pytest.mark.parametrize(
    ("header", "story", "decisions", "told", "why"),
    [
        ({}, "four-months-at-sea", (), ["four months"], "the folder's name is the address"),
        ({}, "the-sea", (), [], "tells nothing"),
        ({"Slug": "the-sea"}, "four-months-at-sea", (), [], "an address of its own"),
        ({"Slug": "in-1987"}, "the-sea", (), ["in 1987"], "a year"),
        ({"Slug": "in-1987", "Profile": "year=1987"}, "the-sea", (), [], "the profile's year"),
        ({}, "six-of-us", (), [], "a count"),
        ({}, "four-months-at-sea", (decided("duration=four-months", "trait-common", lang="*"),), [], "decided"),
    ],
)  # fmt: skip
def test_an_address_is_no_more_exact_than_its_text(
    header: dict[str, str], story: str, decisions: tuple[Decision, ...], told: list[str], why: str
) -> None:
    fields = {key: Field(text, 1) for key, text in header.items()}
    path = PurePosixPath(f"content/stories/{story}/en.md")
    document = Document(DocumentType.STORY, story, "en", path, fields, "She left.", 3)
    registry = compile_registry(Vault((PERSON,), decisions=decisions), ("en",))
    findings = [one for one in redact_document(document, registry).findings if one.rule == "address-exact"]
    assert [one.problem.split("'")[1] for one in findings] == told, why
    assert all(one.severity is Severity.ERROR for one in findings)
