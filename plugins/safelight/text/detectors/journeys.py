"""Numbers of buses, trains and flights: with a day they name one journey. The noun stays, its number goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from safelight.text.detectors.found import Found, left_out
from safelight.text.detectors.windows import Signs
from safelight.text.reading import Reading

SIGN = r"(?:(?:№|no\.?|nr\.?|n°|номер\w{0,3}|number|numarul) ?)?"
NUMBER = r"(?:(?P<letters>[a-zа-яії]{1,3})[ -]?)?\d{1,4}[a-zа-я]?(?![\w:.-]*\d)(?!\w)"
COUNTED = (
    r"(?! (?:час|минут|мин|человек|раз|лет|год|км|киломе|руб|пассаж|мест|годин|хвилин|людей|разів|років|грн|hour|minute|people|times|"
    r"year|km|mile|passenger|seat|ore|minute|oameni|ori|ani|lei|kilometri|locuri|de ))"
)
NOUNS: Mapping[str, str] = {
    "en": "bus|coach|minibus|tram|trolleybus|train|flight|ferry|line|carriage|wagon|gate|route",
    "ru": "автобус|маршрутк|микроавтобус|троллейбус|трамва|поезд|электричк|рейс|вагон|паром|маршрут",
    "uk": "автобус|маршрутк|мікроавтобус|тролейбус|трамва|потяг|поїзд|електричк|рейс|вагон|пором|маршрут",
    "ro": "autobuz|autocar|microbuz|maxi-taxi|rutier|troleibuz|tramvai|tren|curs|zbor|vagon|feribot|linia",
}  # fmt: skip
PATTERNS = {
    lang: re.compile(rf"(?<![\w-])(?:{nouns})[^\W\d_]{{0,8}}(?P<gone> {SIGN}{NUMBER}){COUNTED}")
    for lang, nouns in NOUNS.items()
}
BEFORE = re.compile(rf"(?<![\w-])(?P<gone>(?:number |no\.? |the )?\d{{1,3}}[a-z]? )(?=(?:{NOUNS['en']})(?![\w-]))")
SIGNS = {lang: Signs(nouns) for lang, nouns in NOUNS.items()}
LONGEST = 40
"""Characters around the noun that its number takes."""


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every number of a journey; in English also before its noun (the 107 bus)."""
    if lang not in NOUNS or not reading.numbered:
        return
    for window in SIGNS[lang].windows(reading, LONGEST, LONGEST):
        for found in PATTERNS[lang].finditer(reading.folded, *window):
            if not found["letters"] or reading.text[slice(*found.span("letters"))].isupper():  # "a train of 12 cars"
                yield Found(*found.span("gone"), "document", "journey-number", "")
        for found in BEFORE.finditer(reading.folded, *window) if lang == "en" else ():
            if found["gone"].startswith("the "):
                yield Found(found.start() + 4, found.end("gone"), "document", "journey-number", "")
            elif found["gone"][0].isdigit():
                continue  # "three 12 bus stops": a count rather than a number
            else:
                yield left_out(reading, *found.span("gone"), "document", "journey-number")
