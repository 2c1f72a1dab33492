"""Cutting a text: by the usual signs at once, by a pattern where there are rarer ones; both cut alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.text.fold import TOKEN, is_mixed
from safelight.text.reading import read
from safelight.text.tokens import USUAL_SIGNS, rare_tokens, tokens

LETTERS = "aбщاs1²'ʹ_ \n"


@given(st.text(alphabet=f"{LETTERS}{USUAL_SIGNS}", max_size=60))
def test_the_usual_signs_part_words_as_the_pattern_does(folded: str) -> None:
    assert tokens(folded) == rare_tokens(folded)


@given(st.text(alphabet=f"{LETTERS}№§·‿\u3002\x00\xa0", max_size=60))
def test_a_reading_is_cut_as_the_pattern_does(text: str) -> None:
    reading = read(text)
    found = [(m.start(), m.end(), m[0].replace("'", "")) for m in TOKEN.finditer(reading.folded)]
    assert list(zip(reading.starts, reading.ends, reading.keys, strict=True)) == found


@pytest.mark.parametrize(
    ("text", "keys", "why"),
    [
        ("Anna's o'g'il didn't", ["anna", "s", "ogil", "didnt"], "a possessive parts, other apostrophes join"),
        ("'tis the girls' s's", ["tis", "the", "girls", "s", "s"], "apostrophes at a word's edge"),
        ("it's it'sy", ["it", "s", "itsy"], "a possessive is whole"),
        ("a§b·c", ["a", "b", "c"], "rare signs part too"),
        ("", [], "nothing"),
        ("…", [], "nothing but a sign"),
    ],
)
def test_what_parts_words(text: str, keys: list[str], why: str) -> None:
    assert read(text).keys == keys, why


def test_no_usual_sign_is_part_of_a_word() -> None:
    assert not re.search(r"[^\W_]|'| ", USUAL_SIGNS)


@given(st.text(alphabet="abcдежαβγابج' -1", max_size=60))
def test_a_word_of_two_scripts_is_put_right_wherever_it_stands(text: str) -> None:
    reading = read(text)
    alone = [key for token in TOKEN.findall(text) for key in read(token).keys]
    assert reading.keys == alone
    assert all(not is_mixed(key) or read(key).keys == [key] for key in reading.keys)


@given(st.text(alphabet="aÀБǅ1' .-\n’İ\U00010400", max_size=80))
def test_capitals_are_the_tokens_that_begin_with_one(text: str) -> None:
    reading = read(text)
    assert reading.capitals == [i for i, at in enumerate(reading.starts) if reading.text[at].isupper()]
