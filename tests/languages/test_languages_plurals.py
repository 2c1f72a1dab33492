"""CLDR decides which form a number takes; whole numbers, fractions, and what a catalogue's header says."""

from __future__ import annotations

import pytest
from safelight.languages.plurals import WHOLE_NUMBERS, form, forms, header, header_agrees

NUMBERS = (0, 1, 2, 5, 11, 21, 100, 1.5)


@pytest.mark.parametrize(
    ("code", "categories", "picked", "why"),
    [
        ("en", "one other", (1, 0, 1, 1, 1, 1, 1, 1), "1.5 minutes"),
        ("ru", "one few many", (2, 0, 1, 2, 2, 0, 2, 1), "21 минута; 1,5 минуты like 2 минуты"),
        ("uk", "one few many", (2, 0, 1, 2, 2, 0, 2, 1), "as in Russian"),
        ("ro", "one few other", (1, 0, 1, 1, 1, 2, 2, 1), "from 20 on with `de`"),
        ("uz", "one other", (1, 0, 1, 1, 1, 1, 1, 1), ""),
        ("tg", "other", (0, 0, 0, 0, 0, 0, 0, 0), "nouns stay singular after numbers: gettext's two forms are one"),
        ("ky", "one other", (1, 0, 1, 1, 1, 1, 1, 1), ""),
        ("ar", "zero one two few many other", (0, 1, 2, 3, 4, 4, 5, 5), "Babel's own table swaps the last two"),
    ],
)
def test_the_form_of_a_number(code: str, categories: str, picked: tuple[int, ...], why: str) -> None:
    assert forms(code) == tuple(categories.split())
    assert tuple(form(code, number) for number in NUMBERS) == picked, why


@pytest.mark.parametrize("code", ["en", "ru", "uk", "ro", "uz", "tg", "ky", "ar"])
def test_the_header_says_the_same_to_other_programs(code: str) -> None:
    count, _, expression = header(code).removeprefix("nplurals=").partition("; plural=")
    assert header_agrees(code, int(count), expression.rstrip(";"))


@pytest.mark.parametrize(
    ("code", "count", "expression"),
    [
        ("ru", 2, "(n != 1)"),
        ("ru", 3, "(n==1 ? 0 : n==2 ? 1 : 2)"),
        ("tg", 2, "(n != 1)"),
        ("ar", 6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5)"),
        ("ru", 3, "n ++"),
    ],
    ids=["too-few", "wrong-rule", "gettext-tajik", "babel-arabic", "no-expression"],
)
def test_another_rule_is_noticed(code: str, count: int, expression: str) -> None:
    assert not header_agrees(code, count, expression)


def test_the_sample_of_numbers_shows_every_category() -> None:
    for code in ("ru", "ar", "ro", "uk"):
        assert {form(code, n) for n in range(10_000)} == {form(code, n) for n in WHOLE_NUMBERS}
