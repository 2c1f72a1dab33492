"""The word list lints what readers see, in any ending that it names, and yields to the person's own word."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from safelight.checks import check_wording
from safelight.model.content import ContentTree, Document, DocumentType, Field
from safelight.model.data import CampaignData, Wording
from safelight.source.data import read_data

WORDS = (
    Wording("prostitute", "person who was exploited", "why", match=("prostitut*", "sex slave")),
    Wording("illegal", "without papers", "why", level="error"),
    Wording("victim", "survivor", "why", match=("victim", "victims"), term="victim"),
)


def found(body: str, kind: DocumentType = DocumentType.STORY, lang: str = "en", **fields: str) -> list[str]:
    path = PurePosixPath(f"content/{kind.value}/a/{lang}.md")
    document = Document(kind, "a", lang, path, {key: Field(text, 1) for key, text in fields.items()}, body, 4)
    data = CampaignData(wording={"en": WORDS})
    return [f"{f.line}:{f.field}:{f.severity}" for f in check_wording(ContentTree((document,)), data)]


@pytest.mark.parametrize(
    ("body", "hits", "why"),
    [
        ("She was a Prostitute.", ["4:body:warning"], "whatever the case"),
        ("one\n\nprostituted women", ["6:body:warning"], "any ending, at its line"),
        ("a sex  slave, a sex-slave", ["4:body:warning"], "a phrase over spaces and hyphens, once a line"),
        ("antiprostitution", [], "inside another word"),
        ("illegal work", ["4:body:error"], "where the campaign says that it stops the build"),
        ("a victim", ["4:body:warning"], "survivors differ about it"),
    ],
)
def test_hits(body: str, hits: list[str], why: str) -> None:
    assert found(body) == hits, why


def test_the_persons_own_word_wins() -> None:
    assert found("a victim", **{"Preferred-Term": "victim"}) == []
    assert found("a victim", **{"Preferred-Term": "survivor"}) == ["4:body:warning"]


def test_a_figure_of_detected_victims_is_nobodys_name_for_themselves() -> None:
    assert found("25 % more victims", DocumentType.RELEASE) == []


def test_headers_count_where_readers_see_them() -> None:
    assert found("x", Title="A prostitute", Tags="prostitute", Kind="prostitute") == [
        "1:Title:warning",
        "1:Tags:warning",
    ]


def test_the_samples_lists_can_be_read_and_every_language_has_one(repository: Path) -> None:
    data, findings = read_data(repository / "content", ("en", "ru", "ar"))
    assert findings == ()
    assert {lang: len(words) >= 8 for lang, words in data.wording.items()} == {"en": True, "ru": True, "ar": True}
