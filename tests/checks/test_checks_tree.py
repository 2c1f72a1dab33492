"""The checks of the tree: a document with one mistake each, and the finding that names it."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from safelight.campaign import Campaign
from safelight.checks import check_data, check_tree
from safelight.model.content import ContentTree, Document, DocumentType, Field
from safelight.model.data import CampaignData, Helpline
from safelight.model.findings import Severity
from safelight.model.vault import Person, PersonName, Vault

CAMPAIGN = Campaign(Path("/campaign"), {"en": "A", "ru": "Б"}, "https://campaign.example", ("en", "ru"))
PERSON = Person("p-1", (PersonName("en", "Zalina"),))
HEADER = {
    "Title": "A title", "Date": "2026-01-01", "Summary": "S", "Kind": "third-person", "Person": "p-1",
    "Content-Notes": "none", "Profile": "sex=female, origin=Russia, year=2006", "Translation": "human",
}  # fmt: skip


def story(lang: str = "en", story_id: str = "a", body: str = "Text.", **changed: str | None) -> Document:
    header = HEADER | {key.replace("_", "-"): value for key, value in changed.items()}
    fields = {key: Field(value, n) for n, (key, value) in enumerate(header.items(), 1) if value is not None}
    path = PurePosixPath(f"content/stories/{story_id}/{lang}.md")
    return Document(DocumentType.STORY, story_id, lang, path, fields, body, len(fields) + 2)


def found(*documents: Document) -> list[str]:
    vault = Vault((PERSON,))
    return [str(f) for f in check_tree(ContentTree(documents), vault, CAMPAIGN) if f.severity is Severity.ERROR]


def test_a_good_story_has_no_findings() -> None:
    assert found(story(), story("ru")) == []


@pytest.mark.parametrize(
    ("changed", "says", "why"),
    [
        ({"Tagz": "x"}, "did you mean 'Tags'", "an unknown key"),
        ({"Title": None}, "Title: is missing", "a required key"),
        ({"Date": "yesterday"}, "is not a date", "a malformed date"),
        ({"Kind": "true-story"}, "is not allowed here", "a value of no list"),
        ({"Person": "p-9"}, "is not in the vault", "an unknown person"),
        ({"Person": None}, "Person: is missing", "a real story without its person"),
        ({"Kind": "composite"}, "stands in a story of kind composite", "an invented story with a person"),
        ({"Profile": "age=17"}, "is not understood", "an exact age"),
        ({"Profile": "age-band=17"}, "is not a band", "an exact age as a band"),
        ({"Profile": "year=2006-03-12"}, "is finer than a year", "an exact date"),
        ({"Profile": "sex=female, sex=male"}, "stands twice", "a key with two values"),
        ({"Profile": "shoes=red"}, "is not understood", "a key that no caseload has"),
        ({"Slug": "Two Words"}, "is not a slug", "an address that breaks"),
        ({"Title": "A \u202etitle"}, "invisible direction character", "a right-to-left override"),
        ({"Title": "Pass\u200bport"}, "holds an invisible character", "a space without width"),
        ({"Slug": "index"}, "is a page of the list of stories", "the address of the list"),
        ({"Slug": "page-2"}, "is a page of the list of stories", "the address of its second page"),
        ({"Tags": "hope, Index!"}, "is the page of all topics", "a topic that would stand in place of all"),
        ({"body": "[x]({filename}/pages/nowhere/en.md)"}, "leads nowhere", "a broken link"),
        ({"body": "![x](y.png)"}, "holds an image", "an image that nobody reviews"),
    ],
)
def test_one_mistake_is_named(changed: dict[str, str | None], says: str, why: str) -> None:
    body = changed.pop("body", None) or "Text."
    messages = found(story(body=body, **{key.replace("-", "_"): value for key, value in changed.items()}))
    assert any(says in message for message in messages), (why, messages)
    assert all(message.startswith("content/stories/a/en.md:") for message in messages)


def test_translations_agree_and_addresses_differ() -> None:
    assert any("differs from" in m for m in found(story(), story("ru", Content_Notes="captivity")))
    assert any(
        "is the address of" in m for m in found(story(story_id="a", Slug="same"), story(story_id="b", Slug="same"))
    )
    assert any("is not a language of this campaign" in m for m in found(story("kk")))


@pytest.mark.parametrize(
    ("verified", "severity", "why"),
    [
        (None, Severity.ERROR, "never called"),
        (date(2026, 11, 1), None, "called lately"),
        (date(2026, 8, 1), Severity.WARNING, "over 90 days ago"),
        (date(2026, 5, 1), Severity.ERROR, "over 180 days ago"),
        (date(2027, 1, 1), Severity.ERROR, "in the future"),
    ],
)
def test_published_numbers_rot(verified: date | None, severity: Severity | None, why: str) -> None:
    words = {"en": "x", "ru": "x"}
    line = Helpline("h", "RU", words, "112", ("ru",), words, words, words, "s", verified)
    data = CampaignData(sources={}, facts=(), helplines=(line,), centres=(), partners=(), charts=())
    findings = check_data(data, CAMPAIGN, date(2026, 11, 24))
    assert [f.severity for f in findings] == ([severity] if severity else []), why


@pytest.mark.parametrize(
    ("title", "warned", "why"),
    [
        ("P\u0430ssport", True, "a Cyrillic letter in a Latin word"),
        ("Паспoрт", True, "a Latin letter in a Cyrillic word"),
        ("IT-компания и SMS", False, "two words"),
        ("Паспорт", False, "one script"),
    ],
)
def test_a_word_of_two_alphabets_is_told(title: str, warned: bool, why: str) -> None:
    told = [str(f) for f in check_tree(ContentTree((story(Title=title),)), Vault((PERSON,)), CAMPAIGN)]
    assert any("mixes Latin and Cyrillic" in one for one in told) == warned, why
