"""Markdown in blocks: nothing lost, every word in a block, no sign of the frame in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.languages.blocks import blocks, frame, pieces, with_blocks

LINES = st.sampled_from(
    ["", "# A head", "A line", "  goes on", "- item", "2. item", "> said", "| a | b |", "|---|---|", "```", "~~~~",
     "***", "===", "{: .x}", "[a]: http://x", "[^1]: note", ": meaning", "    code", "*word* and", "\ttab",
     "-", "a\u2028b", "\r"]
)  # fmt: skip
MARKDOWN = st.one_of(
    st.text(), st.lists(LINES).map("\n".join), st.lists(LINES).map(lambda lines: "\n".join(lines) + "\n")
)


@pytest.mark.parametrize(
    ("markdown", "expected", "why"),
    [
        ("## What you can do", ["What you can do"], "a heading without its signs"),
        ("One\ntwo  \nthree\n\nfour", ["One\ntwo  \nthree", "four"], "a paragraph is one block, however it is broken"),
        ("- one\n- two\n  more\n", ["one", "two\n  more"], "each item, with the lines that carry it on"),
        ("1. one\n2. two", ["one", "two"], "numbers belong to the frame"),
        ("- a\n    - b", ["a", "b"], "an item in an item"),
        ("> said\n> again", ["said", "again"], "a quotation, line by line"),
        ("**Bold** start", ["**Bold** start"], "stars that are no bullet"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", ["| a | b |", "| 1 | 2 |"], "rows, without the line under the head"),
        ("Head\n----\ntext", ["Head", "text"], "a heading with a line under it"),
        ("# Head\ntext", ["Head", "text"], "a heading ends with its line"),
        ("```\ncode\n# not a head\n```\ntext", ["text"], "code between fences"),
        ("~~~\n```\ncode\n~~~\ntext", ["text"], "a fence ends with its own kind"),
        ("[a]: http://x.example\n[^1]: a note", ["a note"], "a footnote has words, an address none"),
        ("text\n{: .lead}", ["text"], "attributes"),
        ("* * *\n\n---", [], "rules"),
        ("\n\n", [], "nothing"),
    ],
)  # fmt: skip
def test_what_a_translator_gets(markdown: str, expected: list[str], why: str) -> None:
    assert [block.text for block in blocks(markdown)] == expected, why


@given(MARKDOWN)
def test_the_pieces_are_the_text(markdown: str) -> None:
    assert "".join(piece.text for piece in pieces(markdown)) == markdown
    assert with_blocks(markdown, [block.text for block in blocks(markdown)]) == markdown


@given(MARKDOWN)
def test_every_block_says_its_line(markdown: str) -> None:
    lines = markdown.split("\n")
    for block in blocks(markdown):
        assert block.text.split("\n")[0] in lines[block.line - 1]


@given(st.lists(LINES).map("\n".join))
def test_other_words_leave_the_frame(markdown: str) -> None:
    other = with_blocks(
        markdown, ["|слово|" if one.text.lstrip().startswith("|") else "слово" for one in blocks(markdown)]
    )
    assert frame(other) == frame(markdown)


def test_too_few_texts_are_refused() -> None:
    with pytest.raises(ValueError, match="1 texts for 2 blocks"):
        with_blocks("a\n\nb", ["x"])
