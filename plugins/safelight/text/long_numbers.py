"""Numbers that may identify: long ones that are no amount and no span of years."""

from __future__ import annotations

import re
from bisect import bisect_left

from safelight.text.detectors.windows import digit_windows
from safelight.text.reading import Reading

LONG_NUMBER = re.compile(r"\d(?:[ \t]?[-\u2010-\u2015/.,:\u2116 ]?[ \t]?\d){4,}")
AMOUNT = re.compile(r"\d{1,3}(?:[ ,.]\d{3})+(?:[.,]\d{1,2})?|\d{1,4}[.,]\d{1,2}")
YEARS = re.compile(r"(?:1[89]|20)\d\d ?[-\u2010-\u2015/] ?(?:(?:1[89]|20)?\d\d)")


def identifying_numbers(reading: Reading) -> frozenset[int]:
    """Tokens of numbers that may identify: five digits and more that are no amount and no span of years."""
    found: set[int] = set()
    for window in digit_windows(reading):
        for number in LONG_NUMBER.finditer(reading.text, *window):
            if not (AMOUNT.fullmatch(number[0]) or YEARS.fullmatch(number[0])):
                found.update(range(reading.token_at(number.start()), bisect_left(reading.starts, number.end())))
    return frozenset(found)
