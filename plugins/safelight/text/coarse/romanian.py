"""Romanian: durations, sums and counts said less exactly; units and currencies tell the gender that "câțiva" needs."""

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
    "ore": "hour", "zile": "day", "nopti": "night", "saptamani": "week", "luni": "month", "ani": "year",
}  # fmt: skip
SAID = {"hour": "ore", "day": "zile", "night": "nopți", "week": "săptămâni", "month": "luni", "year": "ani"}
NEARLY = re.compile(
    r"(?<!\w)(?:aproape|aproximativ|cam|circa|in jur de|peste|sub|mai mult de|mai putin de|cel putin|cel mult|exact|vreo) $"
)
DURATION = re.compile(r" (?:de )?(?P<unit>ore|zile|nopti|saptamani|luni|ani)(?!\w)(?! de zile)")
MORE = re.compile(r"(?: si |, | )(?:\d{1,3}|[a-z]+) (?:de )?(?:zile|saptamani|luni)(?!\w)")
MASCULINE = "dolari|euro|lei|franci|dinari|dirhami|zloti|pesos|yuani|bani"
FEMININE = "ruble|lire|grivne|coroane|rupii"
MONEY = re.compile(rf" (?:de )?(?P<word>{MASCULINE}|{FEMININE})(?!\w)| ?(?P<sign>[$€£₽₴])")
SIGN = re.compile(r"(?P<sign>[$€£₽₴]) ?$")
CURRENCIES = {"$": "dolari", "€": "euro", "£": "lire sterline", "₽": "ruble", "₴": "grivne"}
MEASURE = re.compile(
    r" ?%| (?:de )?(?:la suta|procente|metri(?: patrati)?|kilometri|km|kg|kilograme|hectare|litri|tone)(?!\w)"
)
COUNTED = re.compile(r" de (?P<noun>[^\W\d_]{3,})")
NOT_OF = frozenset("ani luni zile ore minute secunde la ori".split())
SIZES = ("", "zeci de", "sute de", "mii de", "zeci de mii de", "sute de mii de", "milioane de")
FEW_HUNDRED = (
    "",
    "câteva zeci de",
    "câteva sute de",
    "câteva mii de",
    "zeci de mii de",
    "sute de mii de",
    "milioane de",
)


def coarse(reading: Reading, number: Quantity) -> Coarse | None:
    """What a Romanian number tells too exactly, and what to say; None for a number that may stand."""
    return (
        _duration(reading, number) or _amount(reading, number) or _measure(reading, number) or _count(reading, number)
    )


def _start(reading: Reading, number: Quantity) -> int:
    nearly = NEARLY.search(reading.folded, max(0, number.start - 18), number.start)
    return nearly.start() if nearly else number.start


def _some(reading: Reading, start: int, *, masculine: bool, several: bool) -> str:
    """ "Some" or "many" in gender and case: behind a, al, ale stands the genitive."""
    word = re.search(r"(?<!\w)(?:a|al|ale|ai) $", reading.folded[max(0, start - 4) : start])
    if word:
        return "câtorva" if several else "multor"
    if several:
        return "câțiva" if masculine else "câteva"
    return "mulți" if masculine else "multe"


def _duration(reading: Reading, number: Quantity) -> Coarse | None:
    found = DURATION.match(reading.folded, number.end)
    if found is None:
        return None
    unit = UNITS[found["unit"]]
    said = lasting(number.value, unit)
    if said is None:
        return Coarse(number.start, number.start, "duration", "", "")
    size, larger = said
    end, start, slug = found.end(), _start(reading, number), duration_slug(number.value, unit)
    further = MORE.match(reading.folded, end)
    end = further.end() if further else end
    if size == ABOUT_ONE:
        return Coarse(start, end, "duration", slug, "aproape un an")
    some = _some(reading, start, masculine=larger == "year", several=size == SEVERAL)
    return Coarse(start, end, "duration", slug, f"{some} {SAID[larger]}")


def _amount(reading: Reading, number: Quantity) -> Coarse | None:
    sign = SIGN.search(reading.text, max(0, number.start - 2), number.start)
    behind = MONEY.match(reading.folded, number.end)
    if not sign and not behind:
        return None
    start = min(_start(reading, number), sign.start() if sign else number.start)
    end = behind.end() if behind else number.end
    if behind and behind["word"]:
        currency = reading.text[behind.start("word") : behind.end("word")]
        masculine = bool(re.fullmatch(MASCULINE, behind["word"]))
    else:
        mark = sign["sign"] if sign else behind["sign"] if behind else ""
        currency, masculine = CURRENCIES[mark], mark in "$€"
    if number.value < 10:
        size = _some(reading, start, masculine=masculine, several=True)
    else:
        size = FEW_HUNDRED[max(1, magnitude(number.value))]
    return Coarse(start, end, "amount", str(number.value), f"{size} {currency}")


def _measure(reading: Reading, number: Quantity) -> Coarse | None:
    found = MEASURE.match(reading.folded, number.end)
    if found is None or (number.value < FEWEST_COUNTED and number.written):
        return None
    return Coarse(number.start, found.end(), "amount", str(number.value), None)


def _count(reading: Reading, number: Quantity) -> Coarse | None:
    if number.value < FEWEST_ASKED or (number.value in YEARS and not number.written):
        return None
    found = COUNTED.match(reading.folded, number.end)
    slug = str(number.value)
    if found is None or found["noun"] in NOT_OF:
        return None if number.written else Coarse(number.start, number.end, "count", slug, None)
    end = number.end + len(" de")
    return Coarse(_start(reading, number), end, "count", slug, SIZES[magnitude(number.value)])
