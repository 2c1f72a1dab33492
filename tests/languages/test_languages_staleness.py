"""Stamps: a translation knows which block of its source has changed since, and a wrong tie is a finding at its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.languages.staleness import (
    ADDED,
    CHANGED,
    Comparison,
    State,
    compare,
    judge,
    marked,
    source_of,
    stamp,
    standing,
)
from safelight.model.content import Document, DocumentType, Field
from safelight.model.findings import Severity
from safelight.model.stamp import Stamp, block_hash, parse_stamp

ENGLISH = "# Ask\n\nAsk first.\n\n- one\n- two\n"
KYRGYZ = "# Сура\n\nАдегенде сура.\n\n- бир\n- эки\n"


def document(lang: str, body: str, **fields: str) -> Document:
    header = {"Title": "T", "Translation": "human", **{key.replace("_", "-"): text for key, text in fields.items()}}
    return Document(
        DocumentType.GUIDE, "ask", lang, PurePosixPath(f"content/guides/ask/{lang}.md"),
        {key: Field(text, number) for number, (key, text) in enumerate(header.items(), 1)}, body, len(header) + 2,
    )  # fmt: skip


def translated(source: Document, body: str = KYRGYZ, translation: str = "reviewed") -> Document:
    return document("ky", body, Title="С", Translation=translation, Source_Hash=str(stamp(source)))


SOURCE = document("en", ENGLISH)


@pytest.mark.parametrize(
    ("now", "expected", "why"),
    [
        (ENGLISH, Comparison(), "nothing changed"),
        ("# Ask\n\nAsk\nfirst.\n\n- one\n- two\n", Comparison(), "lines broken elsewhere"),
        ("## Ask\n\nAsk first.\n\n1. one\n2. two\n", Comparison(), "other signs, the same words"),
        (ENGLISH.replace("first", "twice"), Comparison(blocks=(1,)), "a paragraph"),
        (ENGLISH.replace("- one\n", ""), Comparison(blocks=(2,)), "an item that is gone"),
        (ENGLISH.replace("- two", "- two\n- three"), Comparison(added=(3,)), "something new at the end"),
        ("New.\n\n" + ENGLISH, Comparison(added=(-1,)), "something new before all"),
        (ENGLISH.replace("Ask first.", "Wait.\n\nThen ask."), Comparison(blocks=(1,), added=(1,)), "one became two"),
    ],
)
def test_what_changed_since(now: str, expected: Comparison, why: str) -> None:
    assert compare(document("en", now), translated(SOURCE)) == expected, why


def test_a_header_line_is_compared_too() -> None:
    assert compare(document("en", ENGLISH, Title="Other"), translated(SOURCE)) == Comparison(fields=("Title",))


def test_a_slug_is_each_languages_own() -> None:
    assert compare(document("en", ENGLISH, Slug="other"), translated(SOURCE)) == Comparison()


@pytest.mark.parametrize(
    ("translation", "state"),
    [
        (translated(SOURCE), State.REVIEWED),
        (translated(SOURCE, translation="machine"), State.MACHINE),
        (translated(SOURCE, translation="human"), State.HUMAN),
        (translated(document("en", ENGLISH.replace("two", "2"))), State.OUTDATED),
        (document("ky", KYRGYZ, Translation="reviewed"), State.UNSTAMPED),
        (document("ky", KYRGYZ, Translation="reviewed", Source_Hash="nonsense"), State.UNSTAMPED),
        (SOURCE, State.SOURCE),
    ],
)
def test_states(translation: Document, state: State) -> None:
    assert standing(SOURCE, translation).state is state


def test_an_outdated_block_is_told_by_its_line() -> None:
    found = standing(document("en", ENGLISH.replace("two", "2")), translated(SOURCE))
    ky = translated(SOURCE)
    assert found.lines == (ky.body_line + 5,)
    assert KYRGYZ.splitlines()[5] == "- эки"


def test_marks_stand_at_the_blocks() -> None:
    changed = compare(document("en", ENGLISH.replace("first", "twice") + "- three\n"), translated(SOURCE))
    assert changed
    assert marked(translated(SOURCE), changed).body == (f"# Сура\n\n{CHANGED}Адегенде сура.\n\n- бир\n- эки{ADDED}\n")


def test_without_as_many_blocks_nothing_is_marked() -> None:
    ky = translated(SOURCE, KYRGYZ + "\nКошумча.\n")
    changed = compare(document("en", ENGLISH.replace("first", "twice")), ky)
    assert changed and changed.is_outdated and not changed.aligned
    assert marked(ky, changed) == ky


def test_a_mark_in_a_table_keeps_the_row() -> None:
    source = document("en", "| a | b |\n|---|---|\n| 1 | 2 |")
    ky = translated(source, "| а | б |\n|---|---|\n| 1 | 2 |")
    changed = compare(replace(source, body="| a | b |\n|---|---|\n| 1 | 3 |"), ky)
    assert changed and marked(ky, changed).body == f"| а | б |\n|---|---|\n|{CHANGED} 1 | 2 |"


@pytest.mark.parametrize(
    ("translation", "source", "problem", "severity", "why"),
    [
        (translated(SOURCE), None, "a page that is not there", Severity.ERROR, "a translation of nothing"),
        (translated(document("en", "Else", Title="Else")), SOURCE, "fits nothing", Severity.ERROR,
         "a stamp of another text"),
        (translated(SOURCE, "Бир блок."), SOURCE, "counts other blocks", Severity.WARNING, "a paragraph is missing"),
        (document("ky", KYRGYZ), SOURCE, "is missing", Severity.WARNING, "no stamp"),
        (translated(document("en", ENGLISH.replace("two", "2"))), SOURCE, "line", Severity.WARNING, "outdated"),
    ],
)  # fmt: skip
def test_a_wrong_tie_is_a_finding_at_its_line(
    translation: Document, source: Document | None, problem: str, severity: Severity, why: str
) -> None:
    (finding,) = judge(translation, source, {"ask", "asks"})
    assert problem in finding.problem and finding.severity is severity, why
    assert finding.path == "content/guides/ask/ky.md"
    assert finding.line == translation.line("Source-Hash" if translation.text("Source-Hash") else "Translation")


def test_a_translation_in_a_misspelt_folder_is_told_the_folder() -> None:
    (finding,) = judge(translated(SOURCE), None, {"ask", "asks"})
    assert finding.way_out == "did you mean the folder 'asks'?"


def test_the_source_is_what_a_person_wrote_first() -> None:
    ru = document("ru", ENGLISH)
    assert source_of([translated(SOURCE), ru, SOURCE], ("en", "ru", "ky")) == SOURCE
    assert source_of([translated(SOURCE), ru], ("en", "ru", "ky")) == ru
    assert source_of([translated(SOURCE)], ("en", "ru", "ky")) is None


@pytest.mark.parametrize(
    "text", ["", "abc", "Title:12345678 xyz", "1234567", "123456789", "ABCDEF12", "Title: 12345678"]
)
def test_what_is_no_stamp_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="safelight translate stamp"):
        parse_stamp(text)


@given(st.dictionaries(st.sampled_from(["Title", "Summary", "Image-Kind"]), st.text()), st.lists(st.text()))
def test_a_stamp_is_read_as_it_was_written(fields: dict[str, str], blocks: list[str]) -> None:
    made = Stamp({key: block_hash(text) for key, text in fields.items()}, tuple(block_hash(text) for text in blocks))
    if fields or blocks:
        assert parse_stamp(str(made)) == made
