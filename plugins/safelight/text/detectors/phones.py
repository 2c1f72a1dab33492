"""Telephone numbers: whatever the library takes for one, and every run of digits long enough to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from safelight.text.detectors.found import Found
from safelight.text.detectors.windows import digit_windows, windows
from safelight.text.reading import Reading

RUN = re.compile(r"(?:\+\s?|(?<![\w.,])00)?\(?(?<![\w.,])\d(?:[\s().\-\u2010-\u2015/]{0,3}\d){5,18}(?![\d])")
"""Six to nineteen digits however they are grouped; digits of every script are ASCII in a reading."""
ENOUGH = re.compile(r"\d(?:[^\w\n]{0,3}\d){5,18}")
"""What may be a number at all."""
YEARS = re.compile(r"(?:1[89]|20)\d\d\s?[-\u2010-\u2015/]\s?(?:1[89]|20)\d\d")
DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
GROUPED = re.compile(r"[1-9]\d{0,2}(?:[ ,.\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?")
"""An amount in groups of three; none begins with a nought, as numbers dialled at home do (069 123 456)."""
FEWEST_DIGITS = 7
"""Fewest digits of a number that nothing marks as one; shorter ones are amounts, and asked about elsewhere."""
REGIONS = {"en": "GB", "ru": "RU", "uk": "UA", "ro": "MD", "uz": "UZ", "tg": "TJ", "ky": "KG", "ar": "EG"}
"""Where a number without a country's code is dialled, by language."""


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every telephone number; amounts in groups of three, spans of years and dates are none."""
    text = reading.text
    for start, end in windows(text, ENOUGH, within=digit_windows(reading)):
        for found in RUN.finditer(text, start, end):
            if _is_phone(found[0]):
                yield Found(found.start(), found.end(), "phone", "digit-run")
        part = text[start : min(end, start + LONGEST)]
        for match in phonenumbers.PhoneNumberMatcher(
            part, REGIONS.get(lang, "GB"), leniency=phonenumbers.Leniency.POSSIBLE
        ):
            if _is_phone(match.raw_string):
                # The library takes the bracket before a number along; one that does not close inside is the sentence's.
                outside = match.raw_string.startswith("(") and ")" not in match.raw_string
                yield Found(start + match.start + outside, start + match.end, "phone", "phonenumbers")


LONGEST = 20_000
"""Characters of one crowd of digits that the library is asked about; the rule of digits needs no help beyond."""


def _is_phone(text: str) -> bool:
    if text.startswith(("+", "00")):
        return True
    if sum(character.isdigit() for character in text) < FEWEST_DIGITS:
        return False
    bare = text.strip("() ")
    return not any(pattern.fullmatch(bare) for pattern in (YEARS, DATE, GROUPED))
