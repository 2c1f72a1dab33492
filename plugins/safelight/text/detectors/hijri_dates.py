"""Dates of the Islamic calendar: with their year they become the season and the year; without it the day is left out.

The year is reckoned by the tabular calendar (Reingold and Dershowitz, Calendrical Calculations, 2018, chapter 7), which
is at most two days off; for a season that is near enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from safelight.text.detectors.eastern_dates import DAY, alternation, day_ordinals
from safelight.text.detectors.found import Found
from safelight.text.detectors.seasons import SEASONS, season
from safelight.text.detectors.windows import Signs
from safelight.text.reading import Reading

MONTHS: tuple[tuple[str, ...], ...] = (
    ("محرم", "المحرم"), ("صفر",), ("ربيع الاول",), ("ربيع الثاني", "ربيع الاخر"), ("جمادي الاولي", "جمادي الاول"),
    ("جمادي الاخره", "جمادي الثانيه", "جمادي الثاني"), ("رجب",), ("شعبان",), ("رمضان",), ("شوال",),
    ("ذو القعده", "ذي القعده"), ("ذو الحجه", "ذي الحجه"),
)  # fmt: skip
"""The twelve months, folded."""
YEAR = r"1[34]\d\d"
EPOCH = 227_014
"""The ordinal (days since the year 1) of the first of Muharram of the year 1."""
_ALL = alternation(*MONTHS)
WITH_YEAR = re.compile(
    rf"(?<!\w)(?:(?:{DAY}|{day_ordinals()})\s(?:من\s)?)?(?:شهر\s)?(?P<month>{_ALL})\s(?:من\s)?(?:عام\s|سنه\s|لعام\s)?(?P<year>{YEAR})(?!\d)(?:\s?ه(?:جريه|جري)?(?!\w))?"
)
WITHOUT = re.compile(rf"(?<!\w)(?:يوم\s)?(?:{DAY}|{day_ordinals()})\s(?:من\s)?(?P<month>(?:شهر\s)?(?:{_ALL}))(?!\w)")
SIGNS = Signs(alternation(word.split()[0] for words in MONTHS for word in words))


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every day of an Islamic month, and every such month with its year."""
    if lang != "ar":
        return
    for window in SIGNS.windows(reading):
        for found in WITH_YEAR.finditer(reading.folded, *window):
            month = next(number for number, words in enumerate(MONTHS, 1) if found["month"] in words)
            day = gregorian(int(found["year"]), month)
            said = f"{SEASONS['ar'][season(day.month)]} {day.year}"
            yield Found(found.start(), found.end(), "date", "hijri-date", said)
        for found in WITHOUT.finditer(reading.folded, *window):
            said = f"أحد أيام {reading.text[found.start('month') : found.end('month')]}"
            yield Found(found.start(), found.end(), "date", "hijri-date", said)


def gregorian(year: int, month: int) -> date:
    """The middle of a month of an Islamic year, by the tabular calendar, as a date of ours."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + 15
    return date.fromordinal(EPOCH - 1 + days)
