"""Street addresses go; streets and houses that are nobody's address stay."""

from __future__ import annotations

import pytest
from safe_text import LANGUAGES, X, safe

ROWS = [
    ("en", "They lived at 5 Baker Street, flat 12.", f"They lived at {X}.", "house, street, flat"),
    ("ru", "Жила на улице Ленина, дом 5, кв. 12.", f"Жила на {X}.", "street, house, flat"),
    ("uk", "Жила на вулиці Шевченка, будинок 5, кв. 12.", f"Жила на {X}.", "street, house, flat"),
    ("ro", "Locuia pe strada Florilor nr. 5, ap. 12.", f"Locuia pe {X}.", "street, number, flat"),
    ("uz", "U Navoiy ko‘chasi 5-uy, 12-xonadonda yashadi.", f"U {X} yashadi.", "street, house, flat"),
    ("uz", "У Навоий кўчаси 5-уйда яшади.", f"У {X} яшади.", "in Cyrillic"),
    ("tg", "Дар кӯчаи Рӯдакӣ, хонаи 5 зиндагӣ кард.", f"Дар {X} зиндагӣ кард.", "street, house"),
    ("ky", "Ал Чүй проспекти 5 дарегинде жашаган.", f"Ал {X} дарегинде жашаган.", "avenue, house"),
    ("ar", "عاشت في شارع النيل رقم 5.", f"عاشت في {X}.", "street, number"),
]
STAY = [
    ("en", "She crossed the street to a house with 5 windows.", "no name, no number"),
    ("ru", "Она вышла на улицу, где было 5 домов.", "no name, no number"),
    ("uk", "Вона вийшла на вулицю, де було 5 будинків.", "no name, no number"),
    ("ro", "A ieșit în stradă.", "no name"),
    ("uz", "U ko‘chaga chiqdi.", "no name"),
    ("tg", "Вай ба кӯча баромад.", "no name"),
    ("ky", "Ал көчөгө чыкты.", "no name"),
    ("ar", "خرجت إلى الشارع.", "no name"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), ROWS)
def test_address_goes(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang) == expected, why
    assert safe(expected, lang) == expected, "twice is once"


@pytest.mark.parametrize(("lang", "text", "why"), STAY)
def test_what_is_no_address_stays(lang: str, text: str, why: str) -> None:
    assert safe(text, lang) == text, why


def test_every_language_has_rows_of_both_kinds() -> None:
    assert {row[0] for row in ROWS} == {row[0] for row in STAY} == set(LANGUAGES)
