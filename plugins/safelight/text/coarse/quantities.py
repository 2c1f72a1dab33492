"""Quantities: the numbers of a text that may count something, ranges as one, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from safelight.text.counted_numbers import begins_number, multiplier_words, number_at
from safelight.text.languages import ARABIC_CLITICS
from safelight.text.reading import Reading
from safelight.text.word_memory import Question

OR: Mapping[str, frozenset[str]] = {
    "en": frozenset(("or", "to", "and")), "ru": frozenset(("или", "до")), "uk": frozenset(("або", "чи", "до")),
    "ro": frozenset(("sau", "la")), "uz": frozenset(("yoki", "еки")), "tg": frozenset(("е", "то")),
    "ky": frozenset(("же",)), "ar": frozenset(("او", "الي")),
}  # fmt: skip
"""Words between the ends of a range, folded."""
OPENS: Mapping[str, frozenset[str]] = {
    "en": frozenset(("from", "between")), "ru": frozenset(("от",)), "uk": frozenset(("від",)), "ro": frozenset(("intre",)),
    "tg": frozenset(("аз",)), "ar": frozenset(("بين", "من")),
}  # fmt: skip
"""Words that open a range and go with it."""
DASHES = frozenset("-–—\u2010\u2011\u2012")
PART_OF_MORE = re.compile(r"[:/]\d|[.,]\d|-?(?:st|nd|rd|th)\b")
"""What stands behind a number that is a time of day, a fraction, an ordinal."""
NAMED = frozenset("#№/+@_=")
VAGUE_ALREADY = frozenset(("couple", "pair"))
BEHIND_VAGUE = frozenset(
    "several few many hundreds thousands tens dozens несколько нескольких кілька кількох cateva cativa zeci sute mii necha неча чандин чанд нече "
    "عده بضع بضعه بعض".split()
)
"""Words behind which a number is a part of a vague one: bir necha o'n dollar."""
BEFORE_VAGUE = frozenset(
    "minglab yuzlab millionlab минглаб юзлаб миңдеген жүздөгөн ҳазорҳо necha nechta неча нечта нече".split()
)
"""Words that make a vague number of the one before them: yuz minglab, bir necha."""
YEARS = range(1800, 2100)


class Quantity(NamedTuple):
    """A number at `text[start:end]`, tokens `first:last` (last outside); of a range `value` is the larger.

    `written` says that it is in words.
    """

    value: int
    start: int
    end: int
    first: int
    last: int
    written: bool


def quantities(reading: Reading, lang: str) -> Iterator[Quantity]:
    """Every number of the text that may count something, in order, none overlapping another."""
    behind = 0
    for index in reading.tokens(_counting(lang)):
        if index < behind or reading.region(reading.starts[index]) in ("address", "code"):
            continue
        found = _quantity(reading, index, lang)
        if found is not None:
            behind = found.last
            if not _is_part(reading, found):
                yield found


@cache
def _counting(lang: str) -> Question:
    return lambda word: begins_number(bare(word, lang), lang)


def bare(key: str, lang: str) -> str:
    """A folded word without what Arabic writes onto its beginning, where a number is left."""
    if lang == "ar" and not begins_number(key, lang):
        for clitic in ARABIC_CLITICS:
            if clitic and key.startswith(clitic) and begins_number(key[len(clitic) :], lang):
                return key[len(clitic) :]
    return key


def _quantity(reading: Reading, index: int, lang: str) -> Quantity | None:
    key = reading.keys[index]
    number = _number(reading, index, lang)
    if key in VAGUE_ALREADY or number is None:
        return None
    if index and reading.keys[index - 1] in BEHIND_VAGUE and reading.gap(index - 1, index) == " ":
        return None
    value, last = number
    if last < len(reading.keys) and reading.keys[last] in BEFORE_VAGUE:
        return None
    if last - index == 1 and key in multiplier_words(lang) and value in (100, 1000, 1_000_000):
        return None  # "thousands of", "a hundred": round already
    start = reading.starts[index] + len(key) - len(bare(key, lang))
    first = index
    joined = _joined(reading, last, lang)
    if joined is not None:
        value, last = max(value, joined[0]), joined[1]
        before = reading.keys[first - 1] if first and reading.gap(first - 1, first) == " " else ""
        if before in OPENS.get(lang, ()):
            first -= 1
            start = reading.starts[first]
    return Quantity(value, start, reading.ends[last - 1], first, last, not key.isdecimal())


def _number(reading: Reading, index: int, lang: str) -> tuple[int, int] | None:
    return number_at(reading, index, lang, bare(reading.keys[index], lang))


def _joined(reading: Reading, last: int, lang: str) -> tuple[int, int] | None:
    """The second number of a range whose first ends before token `last`: its value and the token behind it."""
    if last >= len(reading.keys):
        return None
    gap = reading.gap(last - 1, last)
    if gap.strip() in DASHES and gap.strip():
        return _number(reading, last, lang) if begins_number(reading.keys[last], lang) else None
    if gap == " " and last + 1 < len(reading.keys) and reading.keys[last] in OR.get(lang, ()):
        if lang == "en" and reading.keys[last] == "and" and not _is_between(reading, last):
            return None
        if reading.gap(last, last + 1) == " " and begins_number(reading.keys[last + 1], lang):
            return _number(reading, last + 1, lang)
    return None


def _is_between(reading: Reading, last: int) -> bool:
    return "between" in reading.keys[max(0, last - 4) : last]


def _is_part(reading: Reading, found: Quantity) -> bool:
    """Whether a number is a piece of something that is no count: a code, a time, an ordinal, a year."""
    text, start, end = reading.text, found.start, found.end
    before = text[start - 1 : start]
    if before in NAMED and before:
        return True
    if before and before in ".,:-" and text[start - 2 : start - 1].isalnum():
        return True
    return bool(PART_OF_MORE.match(reading.folded, end)) or text[end : end + 1] in ("_", "@", "=")
