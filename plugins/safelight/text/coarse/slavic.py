"""Russian and Ukrainian: durations, sums and counts said less exactly, in the case of the phrase."""

from __future__ import annotations

import re
from functools import cache

from safelight.text.coarse.quantities import YEARS, Quantity
from safelight.text.coarse.slavic_words import GENITIVE, NOMINATIVE, OTHER_CASES, RUSSIAN, UKRAINIAN, Slavic
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
from safelight.text.counted_numbers import begins_number, number_at
from safelight.text.inflection.russian_phrase import parses
from safelight.text.reading import Reading

WORDS = {"ru": RUSSIAN, "uk": UKRAINIAN}
CASE_OF_ENDING = (
    (OTHER_CASES[0], re.compile("[ая]м$")),
    (OTHER_CASES[1], re.compile("[ая]ми$")),
    (OTHER_CASES[2], re.compile("[ая]х$")),
)
LONG = re.compile(r" (?:долгих|полных|целых|довгих|повних|цілих|с половиной|з половиною)(?!\w)")
BEFORE = re.compile(r"(?<!\w)([^\W\d_'-]+(?:-[^\W\d_]+)?) $")
FURTHER = re.compile(r",? (?:и |і |й |та )?$")
NOT_COUNTING = frozenset(
    "номер номером комната комнате глава статья статье класс этаж этаже дом доме квартира квартире автобус страница палата палате "
    "кімната кімнаті розділ стаття клас поверх поверсі будинок будинку квартирі сторінка в у о об об к на за по".split()
) - {"на", "за", "в", "у", "к", "о", "об", "по"}  # fmt: skip


def coarse(reading: Reading, number: Quantity, lang: str) -> Coarse | None:
    """What a Russian or Ukrainian number tells too exactly, and what to say; None for a number that may stand."""
    words = WORDS[lang]
    return (
        _duration(reading, number, words, lang)
        or _amount(reading, number, words)
        or _measure(reading, number, words)
        or _count(reading, number, words, lang)
    )


def adjectives(reading: Reading, lang: str) -> list[Coarse]:
    """Adjectives of an exact time: трёхмесячный, 11-месячный."""
    words = WORDS[lang]
    return [
        Coarse(found.start(), found.start("stem"), "duration", "", words.long)
        for found in words.adjective.finditer(reading.folded)
    ]


def _phrase(reading: Reading, number: Quantity, words: Slavic) -> tuple[int, str, str]:
    """Where the phrase begins, the word before it, and its case as far as number and preposition tell."""
    text = reading.folded
    nearly = words.nearly.search(text, max(0, number.start - 16), number.start)
    start = nearly.start() if nearly else number.start
    found = BEFORE.search(text, max(0, start - 24), start)
    before = found[1] if found else ""
    first = text[number.start : number.end].split()[0].split("-")[0]
    oblique = number.written and words.oblique.search(first) and not nearly
    case = GENITIVE if oblique or before in words.genitive else NOMINATIVE
    return start, before, case


def _duration(reading: Reading, number: Quantity, words: Slavic, lang: str) -> Coarse | None:
    text = reading.folded
    long = LONG.match(text, number.end)
    at = number.last + (len(long[0].split()) if long else 0)
    if at >= len(reading.keys) or not reading.gap(at - 1, at).isspace() or reading.keys[at] not in words.units:
        return None
    unit, form = words.units[reading.keys[at]]
    said = lasting(number.value, unit)
    if said is None:
        return Coarse(number.start, number.start, "duration", "", "")
    size, larger = said
    slug, end = duration_slug(number.value, unit), _further(reading, at, words, lang)
    start, _, case = _phrase(reading, number, words)
    case = form if form in OTHER_CASES else case
    if form in ("one", "few") and case == GENITIVE:
        case = NOMINATIVE  # "два года" never is one
    if size == ABOUT_ONE:
        if number.value == 1:
            return Coarse(number.start, number.start, "duration", "", "")
        if case == NOMINATIVE:
            return Coarse(start, end, "duration", slug, words.year)
        size, larger = SEVERAL, unit
    amount = words.several if size == SEVERAL else words.many
    return Coarse(start, end, "duration", slug, f"{amount[case]} {words.plural[larger][case]}")


def _further(reading: Reading, at: int, words: Slavic, lang: str) -> int:
    """The end of what smaller units follow: три года *и шесть месяцев*."""
    while True:
        follows = at + 1
        if follows < len(reading.keys) and reading.keys[follows] in ("и", "і", "й", "та"):
            follows += 1
        if follows >= len(reading.keys) or not FURTHER.fullmatch(
            reading.text[reading.ends[at] : reading.starts[follows]]
        ):
            return reading.ends[at]
        number = number_at(reading, follows, lang) if begins_number(reading.keys[follows], lang) else None
        if number is None or number[1] >= len(reading.keys) or reading.keys[number[1]] not in words.units:
            return reading.ends[at]
        at = number[1]


def _amount(reading: Reading, number: Quantity, words: Slavic) -> Coarse | None:
    text = reading.text
    sign = re.search(r"[$€£₽₴₸₺] ?$", text[max(0, number.start - 2) : number.start])
    behind = re.match(r" ?(?P<sign>[$€£₽₴₸₺])", text[number.end : number.end + 2])
    start, _, case = _phrase(reading, number, words)
    if sign or behind:
        mark = sign[0].strip() if sign else behind["sign"] if behind else ""
        start = min(start, number.start - len(sign[0])) if sign else start
        end = number.end + (behind.end() if behind else 0)
        return _sum(start, end, number.value, words.currencies[mark], words, case)
    if number.last >= len(reading.keys) or reading.gap(number.last - 1, number.last) != " ":
        return None
    key = reading.keys[number.last]
    currency = _currency(key, words)
    if currency is None:
        return None
    end = reading.ends[number.last]
    case = next((one for one, ending in CASE_OF_ENDING if ending.search(key)), case)
    return _sum(start, end, number.value, currency, words, case)


def _currency(key: str, words: Slavic) -> str | None:
    for begins, plural in words.currencies.items():
        if key.startswith(begins) and len(key) - len(begins) <= 3 and begins.isalpha():
            if begins in ("сом", "сум", "лир", "крон", "фунт", "лір") and not re.fullmatch(
                "|".join((f"{begins}(?:а|у|ы|и|ов|ів|ам|ами|ах)?",)), key
            ):
                continue
            return plural
    return None


def _sum(start: int, end: int, value: int, currency: str, words: Slavic, case: str) -> Coarse:
    size = words.sizes[0 if value < 10 else max(1, magnitude(value))]
    if case in OTHER_CASES and size is words.sizes[0]:
        return Coarse(start, end, "amount", str(value), None)
    return Coarse(start, end, "amount", str(value), f"{size[case]} {currency}")


def _measure(reading: Reading, number: Quantity, words: Slavic) -> Coarse | None:
    found = words.measures.match(reading.folded, number.end)
    if found is None or (number.value < FEWEST_COUNTED and number.written):
        return None
    return Coarse(number.start, found.end(), "amount", str(number.value), None)


def _count(reading: Reading, number: Quantity, words: Slavic, lang: str) -> Coarse | None:
    if number.value < FEWEST_COUNTED or (number.value in YEARS and not number.written):
        return None
    slug = str(number.value)
    asked = number.value >= FEWEST_ASKED and not number.written
    unsure = Coarse(number.start, number.end, "count", slug, None) if asked else None
    start, before, case = _phrase(reading, number, words)
    if before in NOT_COUNTING or number.last >= len(reading.keys) or reading.gap(number.last - 1, number.last) != " ":
        return unsure
    key, word = reading.keys[number.last], reading.word(number.last)
    if key.startswith(NOT_COUNTED):
        return None
    if key in ("из", "із", "з") and number.written:
        return (
            Coarse(start, number.end, "count", slug, words.sizes[magnitude(number.value)][case])
            if case in (NOMINATIVE, GENITIVE)
            else unsure
        )
    if not word.islower() or (number.value % 10 in (1, 2, 3, 4) and number.value % 100 not in (11, 12, 13, 14)):
        return unsure
    size = words.sizes[magnitude(number.value)]
    other = next((one for one, ending in CASE_OF_ENDING if ending.search(key)), "")
    if other and case == GENITIVE and number.written:
        # "пяти судьям": the noun tells which case it is; a larger number would ask for the genitive
        return Coarse(start, number.end, "count", slug, size[other]) if size is words.sizes[0] else unsure
    if other or not _is_genitive_plural(key, lang):
        return unsure
    return Coarse(start, number.end, "count", slug, size[case])


NOT_COUNTED = ("шаг", "раз", "слов", "минут", "страниц", "крок", "слів", "хвилин", "сторінок")
"""The beginnings of things whose number tells nothing of a person."""
UKRAINIAN_GENITIVES = re.compile(
    r"(?:ів|їв|ей|ок|ох|их|осіб|разів|людей|дітей|жінок|книг|слів|кімнат|хвилин|сторінок)$"
)


@cache
def _is_genitive_plural(key: str, lang: str) -> bool:
    """Whether a word can be a genitive plural: what a number from five on asks for."""
    if lang == "uk":
        return bool(UKRAINIAN_GENITIVES.search(key))
    return any("gent" in parse.tag and "plur" in parse.tag for parse in parses(key))
