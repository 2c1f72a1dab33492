"""Marks keep their partners, regions their spans, and every letter its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.text.markup import scan


@pytest.mark.parametrize(
    ("source", "text", "why"),
    [
        ("a **b** c", "a b c", "emphasis"),
        ("a\\*b", "a*b", "an escaped sign is text"),
        ("[a](b.md 'c') d", "a d\n\nb.md\n\nc", "a link's address and title are read behind the flow"),
        ("<p>a</p>b", "\n\na\n\nb", "a block's tags part what they hold"),
        ("a<br>b", "a\nb", "a line break"),
        ("a<!-- b -->c", "ac", "a comment goes"),
        ("a<!-- b", "a<!-- b", "a comment that never ends is text"),
        ("`a*b`", "a*b", "code holds no markup"),
        ("&amp;&xyz;", "&&xyz;", "an entity, and none"),
        ("[a][1]\n\n[1]: b.md", "a\n\n\n\n\n\n1\n\n1\n\nb.md", "a definition's label and address"),
    ],
)
def test_what_is_read(source: str, text: str, why: str) -> None:
    assert scan(source).text == text, why


def test_pairs_open_and_close() -> None:
    found = scan("**a** <b>c</b> [d](e)")
    by_pair: dict[int, list[bool]] = {}
    for mark in found.marks:
        by_pair.setdefault(mark.pair, []).append(mark.opens)
    assert sorted(by_pair) == [1, 2, 3]
    assert all(opens == [True, False] for opens in by_pair.values())


@pytest.mark.parametrize(
    ("source", "kind", "inside"),
    [
        ("[a](b.md)", "address", "b.md"), ("[a](b.md 'c')", "title", "c"), ("<i title='d'>a</i>", "attribute", "d"),
        ("`a`", "code", "a"), ("[^n]", "label", "n"), ("see www.a.example.", "address", "www.a.example"),
        ("<https://a.example>", "address", "https://a.example"),
    ],
)  # fmt: skip
def test_regions_say_what_they_are(source: str, kind: str, inside: str) -> None:
    found = scan(source)
    assert (kind, inside) in [(region.kind, found.text[region.start : region.end]) for region in found.regions]


@given(st.text(alphabet="aБ*_[]()<>&;!`\\ \n#:/w.", max_size=80))
def test_every_letter_is_traced_back_to_itself(source: str) -> None:
    found = scan(source)
    for at, letter in enumerate(found.text):
        start, end = found.locate(at)
        assert 0 <= start <= end <= len(source)
        if letter in "aБ":
            assert letter in source[start:end]
    if "<" not in source and "&" not in source:  # tags and comments hold letters that nobody reads
        assert sum(letter in "aБ" for letter in source) <= sum(letter in "aБ" for letter in found.text)
