"""Words in a sentence and long words, by language; guides that are too hard are told so, and nothing else is."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from safelight.languages.reading_ease import Ease, check_reading_ease, measure
from safelight.model.content import Document, DocumentType
from safelight.model.findings import Severity


@pytest.mark.parametrize(
    ("markdown", "lang", "expected", "why"),
    [
        ("One two. Three four five!", "en", Ease(5, 2, 0), "two sentences"),
        ("# A head\n\n- one item\n- another item", "en", Ease(6, 3, 0), "a heading and items end their sentences"),
        (
            "Ask [the embassy]({filename}/pages/embassies-everywhere/en.md).",
            "en",
            Ease(3, 1, 0),
            "an address is not read",
        ),
        ("It costs 4.5 euros.", "en", Ease(3, 1, 0), "a point in a number ends nothing"),
        ("Accommodation costs money.", "en", Ease(3, 1, 1), "over seven letters in English"),
        ("Трудоустройство стоит денег.", "ru", Ease(3, 1, 1), "over nine in Russian"),
        ("Выплачено сегодня.", "ru", Ease(2, 1, 0), "nine letters are not long in Russian"),
        ("هل تعرف؟ نعم.", "ar", Ease(3, 2, 0), "an Arabic question"),
        ("Don’t pay. Oʻylab koʻring.", "uz", Ease(4, 2, 0), "apostrophes belong to words"),
        ("", "en", Ease(0, 0, 0), "nothing"),
    ],
)
def test_what_is_counted(markdown: str, lang: str, expected: Ease, why: str) -> None:
    assert measure(markdown, lang) == expected, why


def guide(body: str, kind: DocumentType = DocumentType.GUIDE) -> Document:
    return Document(kind, "g", "en", PurePosixPath(f"content/{kind.value}/g/en.md"), {}, body, 6)


EASY = "You can ask who pays you. " * 20
WINDING = "You can ask the man who said that he would pay you for the work that you have done. " * 10
HEAVY = "Remuneration arrangements need clarification today. " * 20


@pytest.mark.parametrize(
    ("document", "problems", "why"),
    [
        (guide(EASY), [], "short sentences of short words"),
        (guide(WINDING), ["words in a sentence"], "long sentences"),
        (guide(HEAVY), ["long words"], "long words"),
        (guide(WINDING[:200]), [], "too short for an average"),
        (guide(WINDING, DocumentType.RELEASE), [], "a release is for journalists"),
    ],
)
def test_guides_are_for_a_reader_of_twelve(document: Document, problems: list[str], why: str) -> None:
    found = list(check_reading_ease(document))
    assert len(found) == len(problems), why
    for finding, problem in zip(found, problems, strict=True):
        assert problem in finding.problem and finding.severity is Severity.WARNING and finding.line == 6
