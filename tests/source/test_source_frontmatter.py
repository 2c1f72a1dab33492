"""Headers: `Key: value` lines, each with its line, whatever an editor's program does to them."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.source.frontmatter import parse

PATH = PurePosixPath("content/stories/a/en.md")


@pytest.mark.parametrize(
    ("text", "fields", "body", "body_line", "why"),
    [
        ("Title: A\n\nText", {"Title": ("A", 1)}, "Text", 3, "the plain case"),
        ("title: A\nDATE: B\n\nText", {"Title": ("A", 1), "Date": ("B", 2)}, "Text", 4, "keys in any case"),
        ("Summary: one\n    two\n\nText", {"Summary": ("one two", 1)}, "Text", 4, "an indented line goes on"),
        ("Title: a: b\n\nText", {"Title": ("a: b", 1)}, "Text", 3, "a colon in the value"),
        ("Title: A\n\n\n\nText", {"Title": ("A", 1)}, "Text", 5, "empty lines before the text"),
        ("Title: A", {"Title": ("A", 1)}, "", 2, "a header alone"),
    ],
)  # fmt: skip
def test_header(text: str, fields: dict[str, tuple[str, int]], body: str, body_line: int, why: str) -> None:
    header = parse(text, PATH)
    assert {key: (field.text, field.line) for key, field in header.fields.items()} == fields, why
    assert (header.body, header.findings) == (body, ()), why
    if body:
        assert header.body_line == body_line, why


@pytest.mark.parametrize(
    ("text", "line", "says", "why"),
    [
        ("Title: A\nno key here\n\nText", 2, "is not a `Key: value` line", "prose in the header"),
        ("Title: A\nTitle: B\n\nText", 2, "stands on line 1 already", "a key twice"),
    ],
)
def test_mistakes_name_their_line(text: str, line: int, says: str, why: str) -> None:
    (finding,) = parse(text, PATH).findings
    assert (finding.line, says in str(finding)) == (line, True), why


@given(st.text(max_size=200))
def test_any_text_is_read_and_no_line_of_it_lost(text: str) -> None:
    header = parse(text, PATH)
    assert text.endswith(header.body)
    assert all(1 <= field.line <= text.count("\n") + 1 for field in header.fields.values())
