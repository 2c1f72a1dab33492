"""Telephones and flats in words go; counting, prices and rooms that are counted stay."""

from __future__ import annotations

import pytest
from safe_text import X, safe


@pytest.mark.parametrize(
    ("lang", "raw", "expected", "why"),
    [
        ("en", "It is oh seven seven double zero, nine hundred one two.", f"It is {X}.", "a telephone"),
        ("ru", "Номер восемь девятьсот двадцать восемь пятьсот пятьдесят пять ноль один.", f"Номер {X}.", "groups"),
        ("uk", "Номер нуль дев'яносто п'ять п'ятсот п'ятдесят п'ять.", f"Номер {X}.", "apostrophes"),
        ("ro", "Este zero șaizeci și nouă, o sută douăzeci și trei.", f"Este {X}.", "a conjunction inside"),
        ("en", "She lived in flat seven.", f"She lived in flat {X}.", "a flat"),
        ("ru", "Дом пять, квартира семнадцать.", f"Дом {X}, квартира {X}.", "a house and a flat"),
        ("uk", "Вона жила у квартирі сімнадцять.", f"Вона жила у квартирі {X}.", "another case"),
        ("ro", "Locuia la apartamentul șapte.", f"Locuia la apartamentul {X}.", "a flat"),
    ],
)
def test_dictated_numbers_go(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang) == expected, why


@pytest.mark.parametrize(
    ("lang", "text", "why"),
    [
        ("en", "It cost one hundred and twenty-five thousand two hundred dollars.", "an amount"),
        ("en", "One, two, three, four, five, six, she counted.", "counting"),
        ("ru", "Раз, два, три, четыре, пять, шесть, считала она.", "counting"),
        ("ru", "Сто двадцать пять тысяч триста сорок рублей; в доме пять комнат.", "an amount, rooms"),
        ("ro", "O sută douăzeci și cinci de mii trei sute de lei.", "an amount"),
    ],
)
def test_what_is_counted_stays(lang: str, text: str, why: str) -> None:
    assert safe(text, lang) == text, why
