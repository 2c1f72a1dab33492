"""Numbers as texts count with them, in figures and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.text.counted_numbers import number_at
from safelight.text.inflection import LANGUAGES
from safelight.text.reading import read


@pytest.mark.parametrize(
    ("lang", "text", "expected", "why"),
    [
        ("en", "8 years", (8, 1), "a figure"),
        ("en", "88,674 zlotys", (88674, 2), "groups of three"),
        ("en", "12.5 metres", (12, 2), "a fraction belongs to it"),
        ("en", "3 million kronor", (3_000_000, 2), "a figure and a word"),
        ("en", "twenty-five", (25, 2), "two words"),
        ("en", "three hundred and twelve", (312, 4), "and joins behind hundreds only"),
        ("en", "two and three", (2, 1), "two numbers"),
        ("en", "two three", (2, 1), "not five"),
        ("ru", "двадцать пять", (25, 2), "two words"),
        ("ru", "троих", (3, 1), "collective, genitive"),
        ("ru", "три тысячи", (3000, 2), "thousands"),
        ("uk", "двоє", (2, 1), "collective"),
        ("ro", "două sute", (200, 2), "hundreds"),
        ("uz", "yigirma besh", (25, 2), "Latin"),
        ("uz", "йигирма беш", (25, 2), "Cyrillic"),
        ("tg", "бист", (20, 1), "tens"),
        ("ky", "жыйырма беш", (25, 2), "two words"),
        ("ar", "ثلاثة أطفال", (3, 1), "feminine form"),
        ("ar", "٨ سنوات", (8, 1), "digits of its own script"),
        ("en", "nobody", None, "no number"),
    ],
)
def test_number(lang: str, text: str, expected: tuple[int, int] | None, why: str) -> None:
    assert number_at(read(text), 0, lang) == expected, why


@given(st.integers(0, 10**15))
def test_any_figure_is_its_value_however_grouped(number: int) -> None:
    assert number_at(read(f"{number} x"), 0, "en") == (number, 1)
    grouped = read(f"{number:,} x")
    assert number_at(grouped, 0, "en") == (number, len(grouped.keys) - 1)


@given(st.text(max_size=40), st.sampled_from(LANGUAGES))
def test_a_number_takes_at_least_one_word_and_never_more_than_there_are(text: str, lang: str) -> None:
    reading = read(f"1 {text}")
    found = number_at(reading, 0, lang)
    assert found is not None
    assert 1 <= found[1] <= len(reading.keys)
