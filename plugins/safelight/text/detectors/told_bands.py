"""Bands as our own wording tells them: no exact age, no duration, and counted with what a text discloses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from safelight.text.detectors.age_bands import BANDS

RANGE = re.compile(r"(?<!\d)(\d{1,2})(?: ?[\u2013-] ?|(?: \w+)? (?:to|and|до|си|si|то) |-to-| و)(\d\d)(?!\d)")
STARTS, ENDS = frozenset(first for first, _ in BANDS), frozenset(last for _, last in BANDS)
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "0-12": "under 13",
        "13-17": "(?:a|the|as a) teenage[rd]?|teenagers|from adolescence|adolescence",
        "18-24": "late teens or early twenties",
        "25-34": "late twenties or early thirties",
        "35-49": "late thirties or forties",
        "50+": "over[ -]50|after the age of 50|the age of 50|an age over 50",
    },
    "ru": {
        "0-12": "до 13 лет|(?:не было|нет) 13 лет",
        "13-17": "подростков(?:ом|ого) возраст[еа]|несовершеннолетн\\w+|(?:не было|нет) 18 лет",
        "18-24": "(?:не было|нет) 25 лет",
        "25-34": "(?:не было|нет) 35 лет",
        "35-49": "(?:не было|нет) 50 лет",
        "50+": "(?:старше|больше) 50 лет|более чем 50-летн\\w+",
    },
    "uk": {
        "0-12": "до 13 років|(?:не було|немає) 13 років",
        "13-17": "підлітков(?:ому|ого) ві(?:ці|ку|ка)|неповнолітн\\w+|(?:не було|немає) 18 років",
        "18-24": "(?:не було|немає) 25 років",
        "25-34": "(?:не було|немає) 35 років",
        "35-49": "(?:не було|немає) 50 років",
        "50+": "понад 50(?: років|-річн\\w+)",
    },
    "ro": {
        "0-12": "sub 13 ani|nu (?:avea|aveam|are|am|au) 13 ani",
        "13-17": "(?:in|din|pana in) adolescenta|nu (?:avea|aveam|are|am|au) 18 ani",
        "18-24": "nu (?:avea|aveam|are|am|au) 25 de ani",
        "25-34": "nu (?:avea|aveam|are|am|au) 35 de ani",
        "35-49": "nu (?:avea|aveam|are|am|au) 50 de ani",
        "50+": "(?:peste|dupa) 50 de ani",
    },
}
"""Age band of the caseload to what tells it, folded, beside figures from its first to its last age."""


class OwnBand(NamedTuple):
    """A band that folded text tells from `start` to `end`, as the caseload writes it."""

    band: str
    start: int
    end: int


@cache
def _words(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((band, re.compile(rf"(?<!\w)(?:{told})(?!\w)")) for band, told in WORDS.get(lang, {}).items())


def own_bands(folded: str, lang: str, start: int = 0, end: int | None = None) -> Iterator[OwnBand]:
    """Every band of `folded[start:end]` in the words that the detector of ages writes."""
    stop = len(folded) if end is None else end
    for found in RANGE.finditer(folded, start, stop):
        if (
            int(found[1]) in STARTS and int(found[2]) in ENDS
        ):  # two ages of different bands are told from the first to the last
            yield OwnBand(f"{found[1]}-{found[2]}", *found.span())
    for band, told in _words(lang):
        for found in told.finditer(folded, start, stop):
            yield OwnBand(band, *found.span())
