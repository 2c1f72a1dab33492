"""Numbers of buses, trains and flights go, what is counted stays."""

from __future__ import annotations

import pytest
from safe_text import safe


@pytest.mark.parametrize(
    ("lang", "raw", "expected", "why"),
    [
        ("en", "Train 85 left.", "Train left.", "a number behind the noun"),
        ("en", "She took flight TK 414.", "She took flight.", "letters before it"),
        ("en", "She took flight TK414.", "She took flight.", "written together"),
        ("en", "The 107 bus left.", "The bus left.", "before the noun"),
        ("en", "Number 107 bus left.", "Bus left.", "before the noun at a sentence's start"),
        ("en", "The bus took 40 people; a train of 12 cars.", "The bus took 40 people; a train of 12 cars.", "counted"),
        ("ru", "Поезд № 85 ушёл.", "Поезд ушёл.", "a sign"),
        ("ru", "Рейсом ТК 414 она улетела.", "Рейсом она улетела.", "another case, letters"),
        ("ru", "Автобус 40 минут стоял.", "Автобус 40 минут стоял.", "counted"),
        ("uk", "Автобус 107 їхав.", "Автобус їхав.", "a bus"),
        ("ro", "Trenul nr. 85 pleca.", "Trenul pleca.", "a sign"),
        ("ro", "Trenul de 40 de minute.", "Trenul de 40 de minute.", "counted"),
    ],
)
def test_journeys_lose_their_number(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang) == expected, why
    assert safe(expected, lang) == expected, "twice is once"
