"""Days that are told without their month's name: 12.05, 12.V.2008, on the 5th of the month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from safelight.text.detectors.found import Found, opening
from safelight.text.detectors.seasons import SEASONS, SLAVIC_SEASONS, season
from safelight.text.detectors.windows import digit_windows
from safelight.text.reading import Reading

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAN_MONTH = re.compile(
    r"(?<![\w.])(?:0?[1-9]|[12]\d|3[01])[./ -](?P<month>xii|xi|ix|x|viii|vii|vi|iv|v|iii|ii|i)[./ -](?P<year>(?:19|20)\d\d)(?!\w)"
)
DAY_AND_MONTH = re.compile(
    r"(?<!\w)(?P<prep>со?|по|до|от|к|на|з|із|від|после|після|la|pe|in|din|de la|pana la|pana in|datat[a-z]{0,2} |датирован\w* )\s?"
    r"(?:0?[1-9]|[12]\d|3[01])[./](?P<month>0[1-9]|1[0-2])(?![\d:%/]|[.,]\d| (?:руб|грн|lei|euro|долл|час|тыс|км|м\b|%))"
)
ORDINAL = (
    r"(?:\d{1,2}|перво|второ|третье|четверто|пято|шесто|седьмо|восьмо|девято|десято|\w{2,12}надцато|двадцать \w{4,9}|двадцато|тридцато|тридцать перво|"
    r"першо|друго|третьо|четверто|п'ято|шосто|сьомо|восьмо|дев'ято|десято)"
)
OF_MONTH: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:on |by |since |from )?the (?:\d{1,2}(?:st|nd|rd|th)|[a-z]{4,12}(?:-[a-z]{4,8})?(?:st|nd|rd|th)) (?:day )?of (?:the|that|this|each|every) month\b|\bon the \d{1,2}(?:st|nd|rd|th)(?=[,.;]| (?:she|he|i|they|we)\b)|\bon \d{1,2}[/.]\d{1,2}(?![/.]?\d)(?! (?:percent|points?))"),
    "ru": re.compile(rf"(?<!\w)(?:с |к |до )?{ORDINAL}-?(?:го)? числа(?!\w)(?: (?:того|этого|каждого) месяца)?"),
    "uk": re.compile(rf"(?<!\w)(?:з |до )?{ORDINAL}-?(?:го)? числа(?!\w)(?: (?:того|цього|кожного) місяця)?"),
    "ro": re.compile(r"(?<!\w)(?:pe|la|in) (?:data de )?\d{1,2} (?:ale|a) lunii(?!\w)|(?<!\w)(?:pe|la) data de \d{1,2}(?=[,.;]| (?:a|am|au)\b)"),
}  # fmt: skip
SIGNS: Mapping[str, tuple[str, ...]] = {
    "en": (" month", *(f"on {the}{digit}" for the in ("", "the ") for digit in "0123456789")),
    "ru": (" числа",), "uk": (" числа",), "ro": (" lunii", "data de "),
}  # fmt: skip
"""Strings of which every pattern of a language needs one."""
SOME_DAY = {"en": "one day", "ru": "в один из дней", "uk": "одного дня", "ro": "într-o zi"}


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every day of a month that is told by its number alone, or with the month in figures."""
    if lang not in OF_MONTH:
        return
    text = reading.folded
    if any(sign in text for sign in SIGNS[lang]):
        for found in OF_MONTH[lang].finditer(text):
            yield Found(*found.span(), "date", "day-of-month", opening(SOME_DAY[lang], reading, found.start()))
    for window in digit_windows(reading):
        for found in ROMAN_MONTH.finditer(text, *window):
            said = _season(lang, ROMAN.index(found["month"]) + 1, found["year"])
            yield Found(*found.span(), "date", "date-in-figures", opening(said, reading, found.start()))
        for found in DAY_AND_MONTH.finditer(text, *window) if lang != "en" else ():
            said = _season(lang, int(found["month"]), "")
            yield Found(*found.span(), "date", "date-in-figures", opening(said, reading, found.start()))


def _season(lang: str, month: int, year: str) -> str:
    if lang in SLAVIC_SEASONS:
        when = SLAVIC_SEASONS[lang][season(month)]["when"]
        return f"{when} {year} {'года' if lang == 'ru' else 'року'}" if year else when
    if lang == "ro":
        return f"în {SEASONS['ro'][season(month)]} anului {year}" if year else SEASONS["ro"][season(month)]
    return f"the {SEASONS['en'][season(month)]} of {year}"
