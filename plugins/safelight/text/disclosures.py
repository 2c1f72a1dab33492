"""What a safe text still tells of a person, told in the caseload's words, so that it can be counted.

Disclosed is disclosed: whose trait it is cannot be known here. "The doctor who treated her" tells an occupation, her
brother's wedding a marriage, and a country that she only read about counts with the one that she came from. The rules
would rather count too much, since what is counted is only weighed, and what is missed is published unweighed. What is
told without its word (a prayer at noon, an insulin syringe) is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from safelight.model.profile import Disclosure
from safelight.text.bands_told import bands_told
from safelight.text.coarse.years import decades
from safelight.text.counted_numbers import counting_words, number_at
from safelight.text.reading import Reading
from safelight.text.spoken_languages import is_language
from safelight.text.trait_lexicon import traits
from safelight.text.word_memory import Question

YEAR = re.compile(r"(?<![\w.,/+])(?<!\D-)((?:18|19|20)\d\d)(?:(s)\b|(?!\d|[.,]\d|/\d{3}))")
"""A year or a decade, as people date lives."""
SIGN_BEFORE = re.compile(r"[£$€₽₴₸]\s?$")
SIGN_BEHIND = re.compile(r"\s?(?:[£$€₽₴₸%°]|[kк]?[mм][²2])")
NOT_AN_AMOUNT = re.compile(r"(?:\A|[^\d])(?:18|19|20)\d\d\Z")
SMALLEST_BARE = 2
"""The smallest number that is worth telling without a unit; one is an article in many languages."""


def disclose(reading: Reading, lang: str) -> tuple[Disclosure, ...]:
    """Everything of `model.profile` that the text tells, in the order of its place; linear in the text.

    `reading` is of the safe text: what we ourselves wrote (a season and its year, an age band) is disclosed too.
    Addresses of links and code are left out. Numbers without a unit are amounts.
    """
    found: list[Disclosure] = []
    bands = list(_bands(reading, lang))
    taken: set[int] = {token for _, _, start, end, _ in bands for token in _tokens(reading, start, end)}
    for trait in traits(lang).find(reading):
        start, end = reading.starts[trait.first], reading.ends[trait.last - 1]
        if reading.region(start) in ("address", "code"):
            continue
        if trait.attribute == "ethnicity" and is_language(reading, trait.first, trait.last, lang):
            continue
        if trait.attribute == "duration" and trait.first in taken:
            continue  # "she was not yet 25 years old" tells an age
        taken.update(range(trait.first, trait.last))
        found.append(
            Disclosure(trait.attribute, trait.value, *reading.source_span(start, end), f"lexicon-{trait.attribute}")
        )
    for attribute, value, start, end, rule in (*_years(reading, lang), *bands):
        if reading.region(start) in ("address", "code"):
            continue
        taken.update(_tokens(reading, start, end))
        found.append(Disclosure(attribute, value, *reading.source_span(start, end), rule))
    found += _amounts(reading, lang, taken)
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.attribute, one.value)))


Told = tuple[str, str, int, int, str]
"""Attribute, value, start and end in the read text, rule."""


def _tokens(reading: Reading, start: int, end: int) -> Iterator[int]:
    index = reading.token_at(start)
    while 0 <= index < len(reading.starts) and reading.starts[index] < end:
        yield index
        index += 1


def _years(reading: Reading, lang: str) -> Iterator[Told]:
    """Years, and decades as `2010s`, which is what years become that the profile does not tell."""
    behind = 0
    for start, end, first in decades(reading, lang):
        for year in YEAR.finditer(reading.folded, behind, start):
            yield "year", year[0], year.start(), year.end(), "year"
        yield "year", f"{first}s", start, end, "decade"
        behind = end
    for year in YEAR.finditer(reading.folded, behind):
        yield "year", year[0], year.start(), year.end(), "year"


def _bands(reading: Reading, lang: str) -> Iterator[Told]:
    for value, start, end in bands_told(reading, lang):
        yield "age_band", value, start, end, "own-age-band"


@cache
def _counting(lang: str) -> Question:
    """Whether a folded word is a number or begins one; a question of `word_memory`."""
    words = counting_words(lang)
    return lambda word: word.isdecimal() or word in words


def _amounts(reading: Reading, lang: str, taken: set[int]) -> Iterator[Disclosure]:
    """Numbers that nothing else took: with a sign of money or a share, or bare."""
    behind = 0
    for index in reading.tokens(_counting(lang)):
        if index < behind or index in taken:
            continue
        counted = number_at(reading, index, lang)
        if counted is None or not taken.isdisjoint(range(index, counted[1])):
            continue
        value, behind = counted
        start, end = reading.starts[index], reading.ends[behind - 1]
        before, after = reading.folded[max(0, start - 2) : start], SIGN_BEHIND.match(reading.folded, end)
        money = SIGN_BEFORE.search(before)
        if value < SMALLEST_BARE and not (money or after):
            continue
        if reading.region(start) in ("address", "code"):
            continue
        start -= len(money[0]) if money else 0
        end = after.end() if after else end
        yield Disclosure("amount", str(value), *reading.source_span(start, end), "number")
