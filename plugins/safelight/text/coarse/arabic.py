"""Arabic: durations, sums and counts said less exactly; "several" takes what three to ten take, the genitive plural."""

from __future__ import annotations

import re

from safelight.text.coarse.quantities import YEARS, Quantity
from safelight.text.coarse.told import (
    ABOUT_ONE,
    FEWEST_ASKED,
    FEWEST_COUNTED,
    SEVERAL,
    Coarse,
    duration_slug,
    lasting,
    magnitude,
)
from safelight.text.reading import Reading

UNITS = {
    "ساعه": "hour", "ساعات": "hour", "يوم": "day", "يوما": "day", "ايام": "day", "ليله": "night", "ليال": "night", "ليالي": "night",
    "اسبوع": "week", "اسبوعا": "week", "اسابيع": "week", "شهر": "month", "شهرا": "month", "اشهر": "month", "شهور": "month",
    "سنه": "year", "سنوات": "year", "سنين": "year", "عام": "year", "عاما": "year", "اعوام": "year",
}  # fmt: skip
SAID = {"hour": "ساعات", "day": "أيام", "night": "ليالٍ", "week": "أسابيع", "month": "أشهر", "year": "سنوات"}
DUALS = {
    "يومين": "day", "يومان": "day", "ليلتين": "night", "ليلتان": "night", "اسبوعين": "week", "اسبوعان": "week", "شهرين": "month",
    "شهران": "month", "سنتين": "year", "سنتان": "year", "عامين": "year", "عامان": "year",
}  # fmt: skip
NEARLY = re.compile(r"(?<!\w)(?:نحو|حوالي|قرابه|زهاء|تقريبا|اكثر من|اقل من|ما يقارب) $")
CURRENCIES = {
    "دولار": "الدولارات", "دولارا": "الدولارات", "دولارات": "الدولارات", "يورو": "اليورو", "جنيه": "الجنيهات", "جنيها": "الجنيهات",
    "جنيهات": "الجنيهات", "روبل": "الروبلات", "روبلا": "الروبلات", "ليره": "الليرات", "ليرات": "الليرات", "درهم": "الدراهم",
    "درهما": "الدراهم", "دراهم": "الدراهم", "ريال": "الريالات", "ريالا": "الريالات", "ريالات": "الريالات", "دينار": "الدنانير",
    "دينارا": "الدنانير", "دنانير": "الدنانير", "$": "الدولارات", "€": "اليورو", "£": "الجنيهات",
}  # fmt: skip
SUMS = ("بعض", "عشرات", "مئات", "آلاف", "عشرات آلاف", "مئات آلاف", "ملايين")
MEASURE = re.compile(
    r" ?[%٪]| (?:بالمئه|بالمائه|في المئه|في المائه|متر|مترا|امتار|كيلومتر|كيلومترا|كيلومترات|كيلو|كيلوغرام|هكتار|طن)(?!\w)"
)
NOT_COUNTED = frozenset("خطوات مرات دقائق كلمات صفحات".split())
"""Things whose number tells nothing of a person."""
TIME_BEFORE = frozenset("الساعه رقم الغرفه الصفحه الفصل الماده الطابق".split())


def coarse(reading: Reading, number: Quantity) -> Coarse | None:
    """What an Arabic number tells too exactly, and what to say; None for a number that may stand."""
    nearly = NEARLY.search(reading.folded, max(0, number.start - 12), number.start)
    start = nearly.start() if nearly else number.start
    key = _follows(reading, number.last)
    if key in UNITS:
        unit = UNITS[key]
        said = lasting(number.value, unit)
        if said is None:
            return Coarse(number.start, number.start, "duration", "", "")
        end = reading.ends[number.last]
        return Coarse(start, end, "duration", duration_slug(number.value, unit), _lasting(*said, unit))
    return _amount(reading, number, start, key) or _count(reading, number, start, key)


def _follows(reading: Reading, at: int) -> str:
    if at >= len(reading.keys) or reading.gap(at - 1, at) not in (" ", "\n"):
        return ""
    return reading.keys[at]


def _lasting(size: str, larger: str, unit: str) -> str:
    if size == ABOUT_ONE:
        return "قرابة عام" if unit != "year" else "عدة أشهر"
    return f"{'عدة' if size == SEVERAL else 'الكثير من'} {SAID[larger] if size == SEVERAL else 'ال' + SAID[larger]}"


def duals(reading: Reading) -> list[Coarse]:
    """Two of a unit in one word: شهرين."""
    found = []
    for index in reading.tokens(_dual):
        dual = _dual(reading.keys[index])
        unit = DUALS[dual]
        few = "بضعة" if unit in ("day", "week", "month") else "بضع"  # it disagrees in gender
        end = reading.ends[index]
        found.append(Coarse(end - len(dual), end, "duration", duration_slug(2, unit), f"{few} {SAID[unit]}"))
    return found


def _dual(key: str) -> str:
    for clitic in ("", "و", "ب", "ل", "ف"):
        if key.startswith(clitic) and key[len(clitic) :] in DUALS:
            return key[len(clitic) :]
    return ""


def _amount(reading: Reading, number: Quantity, start: int, key: str) -> Coarse | None:
    sign = re.search(r"[$€£] ?$", reading.text[max(0, number.start - 2) : number.start])
    behind = re.match(r" ?([$€£])", reading.text[number.end : number.end + 2])
    measured = MEASURE.match(reading.folded, number.end)
    end = number.end
    if sign:
        currency, start = CURRENCIES[sign[0].strip()], min(start, number.start - len(sign[0]))
    elif behind:
        currency, end = CURRENCIES[behind[1]], number.end + behind.end()
    elif key in CURRENCIES:
        currency, end = CURRENCIES[key], reading.ends[number.last]
    elif measured and not (number.value < FEWEST_COUNTED and number.written):
        return Coarse(number.start, measured.end(), "amount", str(number.value), None)
    else:
        return None
    size = SUMS[0 if number.value < 10 else max(1, magnitude(number.value))]
    return Coarse(start, end, "amount", str(number.value), f"{size} {currency}")


def _count(reading: Reading, number: Quantity, start: int, key: str) -> Coarse | None:
    if number.value < FEWEST_COUNTED or (number.value in YEARS and not number.written):
        return None
    slug = str(number.value)
    if number.value <= MOST_WITH_PLURAL and _is_counted(reading, number, key):
        return Coarse(start, number.end, "count", slug, "عدة")
    if number.value >= FEWEST_ASKED and not number.written:
        return Coarse(number.start, number.end, "count", slug, None)
    return None


MOST_WITH_PLURAL = 10
"""From eleven on the counted is singular, which "several" cannot stand before."""


def _is_counted(reading: Reading, number: Quantity, key: str) -> bool:
    """Whether a noun without article follows; "six of us" (ستة منا) would need a case that is not written."""
    first, last = number.first, number.last
    named = first and reading.gap(first - 1, first) == " " and reading.keys[first - 1] in TIME_BEFORE
    noun = key not in NOT_COUNTED and len(key) > 2 and not key.isdecimal() and not key.startswith(("ال", "من"))
    return bool(noun and not named and reading.gap(last - 1, last) == " ")
