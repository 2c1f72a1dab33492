"""Dates as Uzbek, Tajik, Kyrgyz and Arabic say them, with the weekday before them; the Islamic calendar, too."""

from __future__ import annotations

from datetime import date

import pytest
from safe_text import safe
from safelight.text.detectors.hijri_dates import gregorian

ROWS = [
    ("uz", "U 12-may kuni ketdi.", "U bahorda ketdi.", "the day's word goes too"),
    ("uz", "U o'n ikkinchi may kuni ketdi.", "U bahorda ketdi.", "an ordinal in words"),
    ("uz", "U mayning 12-kunida ketdi.", "U bahorda ketdi.", "the month first"),
    ("uz", "Dushanba kuni, 5-dekabr kuni ketdi.", "Qishda ketdi.", "with its weekday"),
    ("uz", "У майнинг 12-куни кетди.", "У баҳорда кетди.", "in Cyrillic"),
    ("uz", "12.05.2020 kuni ketdi.", "2020-yil bahorida ketdi.", "in figures"),
    ("uz", "У 12.05.2020 куни кетди.", "У 2020-йил баҳорида кетди.", "in figures, in Cyrillic"),
    ("ky", "Ал 12-май күнү кетти.", "Ал жазында кетти.", "the day's word goes too"),
    ("ky", "Ал он экинчи майда кетти.", "Ал жазында кетти.", "an ordinal in words"),
    ("ky", "Декабрдын 5инде кетти.", "Кышында кетти.", "the month first"),
    ("ky", "2020-жылдын 12-майы эсимде.", "2020-жылдын жазы эсимде.", "a subject"),
    ("ky", "12-майын эстейт.", "Жазын эстейт.", "an object"),
    ("tg", "дувоздаҳуми май рафт.", "баҳор рафт.", "an ordinal in words"),
    ("tg", "Бисту якуми майи соли 2020 рафт.", "Баҳори соли 2020 рафт.", "a compound, with its year"),
    ("tg", "Рӯзи душанбе, 5 декабр, рафт.", "Зимистон, рафт.", "with its weekday"),
    ("tg", "Аввали март рафт.", "Аввали баҳор рафт.", "a part of a month"),
    ("ar", "وصلت في الثاني عشر من آذار.", "وصلت في الربيع.", "an ordinal in words"),
    ("ar", "وصلت في الأول من كانون الثاني.", "وصلت في الشتاء.", "the Levant's January"),
    ("ar", "وصلت في الخامس والعشرين من يوليو 2019.", "وصلت في صيف 2019.", "a compound, with its year"),
    ("ar", "وصلت يوم الجمعة 3 مايو.", "وصلت في الربيع.", "a weekday instead of a preposition"),
    ("ar", "وصلت في 3 جويلية 2019.", "وصلت في صيف 2019.", "the Maghreb's July"),
    ("ar", "وصلت في رمضان 1442.", "وصلت في ربيع 2021.", "an Islamic month with its year"),
    ("ar", "وصلت في 12 ربيع الأول 1443.", "وصلت في خريف 2021.", "an Islamic date is no spring"),
    ("ar", "وصلت في 5 رمضان.", "وصلت في أحد أيام رمضان.", "without a year the day goes"),
    ("ar", "صمنا في رمضان معًا.", "صمنا في رمضان معًا.", "a month without day or year"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), ROWS)
def test_date_becomes_a_season(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang, "date") == expected, why


@pytest.mark.parametrize(
    ("year", "month", "first"),
    [
        (1443, 1, date(2021, 8, 10)),
        (1442, 9, date(2021, 4, 13)),
        (1446, 1, date(2024, 7, 7)),
        (1400, 12, date(1980, 10, 10)),
    ],
)
def test_islamic_month_is_where_calendars_print_it(year: int, month: int, first: date) -> None:
    assert abs((gregorian(year, month) - first).days - 15) <= 2
