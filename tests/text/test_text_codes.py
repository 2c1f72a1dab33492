"""Numbers of documents, cases, cars and places: what a register could be asked about goes, other numbers stay."""

from __future__ import annotations

import pytest
from safe_text import LANGUAGES, X, safe

ROWS = [
    ("ru", "Дело номер 12 слушали.", f"Дело номер {X} слушали.", "a small number"),
    ("ru", "Белая машина а 123 вс стояла.", f"Белая машина {X} стояла.", "a plate in small letters"),
    ("en", "She was in cell No. 7.", f"She was in cell No. {X}.", "a small number"),
    ("en", "Her passport AB 1234567 was taken.", f"Her passport {X} was taken.", "the letters of a series too"),
    ("en", "Application no. 36244/06 was filed.", f"Application no. {X} was filed.", "docket"),
    ("en", "IBAN GB82 WEST 1234 5698 7654 32", f"IBAN {X}", "account"),
    ("en", "At 55.7558, 37.6173 it stands.", f"At {X} it stands.", "coordinates"),
    ("en", "The car AB-123-CD stood there.", f"The car {X} stood there.", "plate"),
    ("ru", "Паспорт 8207 123456 отняли.", f"Паспорт {X} отняли.", "series and number"),
    ("ru", "Дело № 1-234/2006 открыто.", f"Дело {X} открыто.", "case"),
    ("ru", "Машина А123ВЕ 77 стояла.", f"Машина {X} стояла.", "plate"),
    ("uk", "Паспорт АВ 123456 забрали.", f"Паспорт {X} забрали.", "series and number"),
    ("uk", "Справа № 12-345/2006 відкрита.", f"Справа {X} відкрита.", "case"),
    ("uk", "Машина АА 1234 ВВ стояла.", f"Машина {X} стояла.", "plate"),
    ("ro", "Pașaportul 123456789 i-a fost luat.", f"Pașaportul {X} i-a fost luat.", "number"),
    ("ro", "Dosarul nr. 1234/2006 a fost deschis.", f"Dosarul nr. {X} a fost deschis.", "case"),
    ("ro", "Mașina AB-12-CDE era acolo.", f"Mașina {X} era acolo.", "plate"),
    ("uz", "Pasporti AA1234567 olindi.", f"Pasporti {X} olindi.", "series and number"),
    ("uz", "Ish № 12345/06 ochildi.", f"Ish № {X} ochildi.", "case"),
    ("uz", "Unda 01 A 123 BC mashinasi bor.", f"Unda {X} mashinasi bor.", "plate"),
    ("tg", "Шиносномаи А 1234567 гирифта шуд.", f"Шиносномаи {X} гирифта шуд.", "series and number"),
    ("tg", "Мошини 1234 AB 01 меистод.", f"Мошини {X} меистод.", "plate"),
    ("ky", "Паспорту AN1234567 алынды.", f"Паспорту {X} алынды.", "series and number"),
    ("ky", "Анда 01 KG 123 ABC унаасы бар.", f"Анда {X} унаасы бар.", "plate"),
    ("ar", "أخذوا جواز السفر 123456789.", f"أخذوا جواز السفر {X}.", "number"),
    ("ar", "القضية رقم 12345/06 فتحت.", f"القضية {X} فتحت.", "case"),
    ("ar", "السيارة AB-123-CD كانت هناك.", f"السيارة {X} كانت هناك.", "plate"),
]
STAY = [
    ("en", "Article 3 of the Convention.", "a number of a law"),
    ("en", "It was 30° outside and cost 5 000 rubles.", "heat and money"),
    ("ru", "Статья 3 и пункт 12, 30° жары.", "a law and heat"),
    ("uk", "Стаття 3, пункт 12.", "a law"),
    ("ro", "Articolul 3, punctul 12.", "a law"),
    ("uz", "3-modda, 5 000 so‘m, 24/7.", "a law, money, hours"),
    ("tg", "Моддаи 3, 5 000 сомонӣ.", "a law, money"),
    ("ky", "3-берене, 5 000 сом.", "a law, money"),
    ("ar", "المادة 3، و5 000 درهم", "a law, money"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), ROWS)
def test_code_goes(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang) == expected, why
    assert safe(expected, lang) == expected, "twice is once"


@pytest.mark.parametrize(("lang", "text", "why"), STAY)
def test_other_numbers_stay(lang: str, text: str, why: str) -> None:
    assert safe(text, lang) == text, why


def test_every_language_has_rows_of_both_kinds() -> None:
    assert {row[0] for row in ROWS} == {row[0] for row in STAY} == set(LANGUAGES)
