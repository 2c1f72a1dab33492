"""Coarsening: what numbers tell too exactly is said by its order of magnitude, where the grammar is sure, or asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from safelight.text.bands_told import bands_told, spans_of_bands
from safelight.text.coarse import arabic, english, romanian, slavic, suffixed
from safelight.text.coarse.quantities import Quantity, quantities
from safelight.text.coarse.told import Coarse
from safelight.text.coarse.years import coarsen_years
from safelight.text.reading import Reading

__all__ = ["Coarse", "coarsen", "spoken"]

BY_LANGUAGE: Mapping[str, Callable[[Reading, Quantity], Coarse | None]] = {
    "en": english.coarse,
    "ro": romanian.coarse,
    "ar": arabic.coarse,
    **{lang: partial(slavic.coarse, lang=lang) for lang in ("ru", "uk")},
    **{lang: partial(suffixed.coarse, lang=lang) for lang in ("uz", "tg", "ky")},
}


def coarsen(reading: Reading, lang: str, years: Collection[str] = ()) -> Iterator[Coarse]:
    """Years, durations, sums, measures and counts that are told too exactly, in order, none overlapping another.

    `years` are those that the story's profile tells, which may stand. Linear in the text; a language without rules
    has its years asked about.
    """
    found = list(coarsen_years(reading, lang, years))
    judge = BY_LANGUAGE.get(lang)
    if judge is not None:
        found += _counted(reading, lang, judge)
    bands: set[int] = set()
    if found:
        told = [(start, end) for _, start, end in bands_told(reading, lang)]
        bands = {at for start, end in (*told, *spans_of_bands(reading)) for at in range(start, end)}
    behind = 0
    for one in sorted(found, key=lambda coarse: (coarse.start, -coarse.end)):
        if one.end > one.start >= behind and bands.isdisjoint(range(one.start, one.end)):
            behind = one.end
            yield one


def _counted(reading: Reading, lang: str, judge: Callable[[Reading, Quantity], Coarse | None]) -> list[Coarse]:
    found = [one for number in quantities(reading, lang) if (one := judge(reading, number)) is not None]
    if lang in slavic.WORDS:
        found += slavic.adjectives(reading, lang)
    if lang == "ar":
        found += arabic.duals(reading)
    return found


def spoken(reading: Reading, one: Coarse) -> str:
    """What to say instead, with a capital where it opens a sentence that began with a capital or with the number."""
    said, token = one.say or "", bisect_left(reading.ends, one.start + 1)
    if not said or reading.text[one.start].islower():
        return said
    before = reading.text[max(0, one.start - 3) : one.start].rstrip(" ")
    signed = reading.starts[token] > one.start and (not before or before[-1] in ".!?\n")  # "$340 was all."
    return said[:1].upper() + said[1:] if signed or reading.sentence_start(token) else said
