"""Uzbek, Tajik and Kyrgyz: what is counted keeps its form and its suffixes, so that the number alone changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from safelight.text.coarse.quantities import YEARS, Quantity
from safelight.text.coarse.told import (
    FEWEST_ASKED,
    FEWEST_COUNTED,
    MANY,
    UNIT_DAYS,
    Coarse,
    duration_slug,
    lasting,
    magnitude,
)
from safelight.text.reading import Reading
from safelight.text.trait_words import Stem, is_form


@dataclass(frozen=True)
class Suffixed:
    """One language's words in one alphabet: units and currencies by their stems, and the sizes of what is counted."""

    units: Mapping[str, str]
    several: str
    many: str
    currencies: tuple[str, ...]
    signs: Mapping[str, str]
    sums: tuple[str, ...]
    counts: tuple[str, ...]
    pieces: frozenset[str]
    """Words of counting between number and noun, which stay ("5 ta kitob")."""
    nearly: re.Pattern[str]
    measures: re.Pattern[str]
    before: frozenset[str]
    """Words behind which a number is a name or a time of day."""
    not_counted: frozenset[str]
    """Words behind a number that are no noun it counts."""


UZBEK = Suffixed(
    units={"soat": "hour", "kun": "day", "kecha": "night", "tun": "night", "hafta": "week", "oy": "month", "yil": "year"},
    several="bir necha", many="ko‘p",
    currencies=("dollar", "yevro", "rubl", "funt", "so'm", "som", "tenge", "lira", "dirham", "somoniy", "grivna"),
    signs={"$": "dollar", "€": "yevro", "£": "funt", "₽": "rubl", "₸": "tenge"},
    sums=("bir necha", "bir necha o‘n", "bir necha yuz", "bir necha ming", "o‘n minglab", "yuz minglab", "millionlab"),
    counts=("bir necha", "o‘nlab", "yuzlab", "minglab", "o‘n minglab", "yuz minglab", "millionlab"),
    pieces=frozenset(("ta", "nafar", "dona")),
    nearly=re.compile(r"(?<!\w)(?:taxminan|qariyb|deyarli|roppa-rosa|rosa) $"),
    measures=re.compile(r" ?%| (?:foiz|metr|kilometr|km|kg|kilogramm|kilo|gektar|litr|tonna|sotix)"),
    before=frozenset("soat raqam uy xona sinf bob modda avtobus sahifa".split()),
    not_counted=frozenset("da dan ga gacha va yoki ham bilan esa edi yosh yoshda yoshli yoshga minut daqiqa soniya qadam qadamda marta barobar chi sinf".split()),
)  # fmt: skip
UZBEK_CYRILLIC = Suffixed(
    units={"соат": "hour", "кун": "day", "кеча": "night", "тун": "night", "ҳафта": "week", "ой": "month", "иил": "year", "йил": "year"},
    several="бир неча", many="кўп",
    currencies=("доллар", "евро", "рубл", "фунт", "сўм", "тенге", "лира", "дирҳам"),
    signs={"$": "доллар", "€": "евро", "£": "фунт", "₽": "рубл", "₸": "тенге"},
    sums=("бир неча", "бир неча ўн", "бир неча юз", "бир неча минг", "ўн минглаб", "юз минглаб", "миллионлаб"),
    counts=("бир неча", "ўнлаб", "юзлаб", "минглаб", "ўн минглаб", "юз минглаб", "миллионлаб"),
    pieces=frozenset(("та", "нафар", "дона")),
    nearly=re.compile(r"(?<!\w)(?:тахминан|кариб|қариб|деярли|роса) $"),
    measures=re.compile(r" ?%| (?:фоиз|метр|километр|км|кг|кило|гектар|литр|тонна)"),
    before=frozenset("соат рақам уи уй хона синф боб модда автобус".split()),
    not_counted=frozenset("да дан га гача ва еки ёки ҳам билан эса эди еш ешда ешли ёш дақиқа қадам марта баробар синф".split()),
)  # fmt: skip
TAJIK = Suffixed(
    units={"соат": "hour", "рӯз": "day", "руз": "day", "шаб": "night", "шабонарӯз": "day", "ҳафта": "week", "моҳ": "month", "сол": "year"},
    several="чанд", many="бисёр",
    currencies=("доллар", "евро", "рубл", "фунт", "сомонӣ", "сомони", "сум", "тенге", "лира", "дирҳам"),
    signs={"$": "доллар", "€": "евро", "£": "фунт", "₽": "рубл", "₸": "тенге"},
    sums=("чанд", "чандин даҳ", "чандин сад", "чандин ҳазор", "даҳҳо ҳазор", "садҳо ҳазор", "миллионҳо"),
    counts=("чанд", "даҳҳо", "садҳо", "ҳазорҳо", "даҳҳо ҳазор", "садҳо ҳазор", "миллионҳо"),
    pieces=frozenset(("то", "адад")),
    nearly=re.compile(r"(?<!\w)(?:тақрибан|қариб|наздики|беш аз|зиёда аз|камтар аз) $"),
    measures=re.compile(r" ?%| (?:фоиз|дарсад|метр|километр|км|кг|кило|гектар|литр|тонна)"),
    before=frozenset("соати соат рақами хонаи синфи боби моддаи автобуси".split()),
    not_counted=frozenset("ва е ё то дар аз ба буд аст шуд сола солагӣ солаги бор баробари баробар дақиқа қадам қадами қадаме".split()),
)  # fmt: skip
KYRGYZ = Suffixed(
    units={"саат": "hour", "күн": "day", "түн": "night", "жума": "week", "апта": "week", "ай": "month", "жыл": "year"},
    several="бир нече", many="көп",
    currencies=("доллар", "евро", "рубль", "рубл", "фунт", "сом", "тенге", "лира", "дирхам"),
    signs={"$": "доллар", "€": "евро", "£": "фунт", "₽": "рубль", "₸": "теңге"},
    sums=("бир нече", "бир нече он", "бир нече жүз", "бир нече миң", "он миңдеген", "жүз миңдеген", "миллиондогон"),
    counts=("бир нече", "ондогон", "жүздөгөн", "миңдеген", "он миңдеген", "жүз миңдеген", "миллиондогон"),
    pieces=frozenset(("даана",)),
    nearly=re.compile(r"(?<!\w)(?:болжол менен|дээрлик|жакын|туура) $"),
    measures=re.compile(r" ?%| (?:пайыз|метр|километр|чакырым|км|кг|кило|гектар|литр|тонна)"),
    before=frozenset("саат номер үй бөлмө класс глава берене автобус".split()),
    not_counted=frozenset("да дан га жана же да эле болду жаш жашта жашар жолу эсе мүнөт кадам класс".split()),
)  # fmt: skip
FOLDED_O = {"so'm": "som"}


def _words(lang: str, text: str) -> Suffixed:
    if lang == "uz":
        return UZBEK_CYRILLIC if re.search("[а-яў]", text) else UZBEK
    return TAJIK if lang == "tg" else KYRGYZ


def coarse(reading: Reading, number: Quantity, lang: str) -> Coarse | None:
    """What an Uzbek, Tajik or Kyrgyz number tells too exactly, and what to say; None for a number that may stand."""
    index = number.last
    written = reading.text[number.start : number.end]
    if index >= len(reading.keys) or reading.gap(index - 1, index) not in (" ", "\n"):
        return _alone(reading, number, _words(lang, written + reading.text[max(0, number.start - 20) : number.start]))
    key = reading.keys[index]
    words = _words(lang, written + key)
    nearly = words.nearly.search(reading.folded, max(0, number.start - 16), number.start)
    start = nearly.start() if nearly else number.start
    unit = next((unit for stem, unit in words.units.items() if _is(key, stem, lang)), None)
    if unit is not None and unit in UNIT_DAYS:
        said = lasting(number.value, unit)
        if said is None or number.value == 1:
            return Coarse(number.start, number.start, "duration", "", "")
        several = words.many if said[0] == MANY or number.value > 10 else words.several
        return Coarse(start, number.end, "duration", duration_slug(number.value, unit), several)
    return _amount(reading, number, words, start, key, lang) or _count(reading, number, words, start, key)


def _is(key: str, stem: str, lang: str) -> bool:
    return key.startswith(stem) and is_form(key, Stem(stem, None), lang)


def _alone(reading: Reading, number: Quantity, words: Suffixed) -> Coarse | None:
    return _signed(reading, number, words, number.start) or _measured(reading, number, words)


def _signed(reading: Reading, number: Quantity, words: Suffixed, start: int) -> Coarse | None:
    sign = re.search(r"[$€£₽₸] ?$", reading.text[max(0, number.start - 2) : number.start])
    behind = re.match(r" ?[$€£₽₸]", reading.text[number.end : number.end + 2])
    if not sign and not behind:
        return None
    mark = sign[0].strip() if sign else behind[0].strip() if behind else ""
    begins = number.start - len(sign[0]) if sign else start
    end = number.end + len(behind[0]) if behind else number.end
    return Coarse(begins, end, "amount", str(number.value), f"{_sum(number.value, words)} {words.signs[mark]}")


def _sum(value: int, words: Suffixed) -> str:
    return words.sums[0 if value < 10 else max(1, magnitude(value))]


def _measured(reading: Reading, number: Quantity, words: Suffixed) -> Coarse | None:
    found = words.measures.match(reading.folded, number.end)
    if found is None or (number.value < FEWEST_COUNTED and number.written):
        return None
    return Coarse(number.start, found.end(), "amount", str(number.value), None)


def _amount(reading: Reading, number: Quantity, words: Suffixed, start: int, key: str, lang: str) -> Coarse | None:
    signed = _signed(reading, number, words, start)
    if signed:
        return signed
    if any(_is(key, FOLDED_O.get(stem, stem), lang) for stem in words.currencies):
        return Coarse(start, number.end, "amount", str(number.value), _sum(number.value, words))
    return _measured(reading, number, words)


def _count(reading: Reading, number: Quantity, words: Suffixed, start: int, key: str) -> Coarse | None:
    if number.value < FEWEST_COUNTED or (number.value in YEARS and not number.written):
        return None
    slug = str(number.value)
    asked = number.value >= FEWEST_ASKED and not number.written
    unsure = Coarse(number.start, number.end, "count", slug, None) if asked else None
    before = (
        reading.keys[number.first - 1] if number.first and reading.gap(number.first - 1, number.first) == " " else ""
    )
    word = reading.word(number.last)
    if before in words.before or key in words.not_counted or not word.islower() or len(key) < 2 or key.isdecimal():
        return unsure
    size = words.counts[magnitude(number.value)]
    if key in words.pieces and reading.gap(number.last - 1, number.last) == " ":
        end = reading.ends[number.last] if key in ("ta", "та", "то") else number.end
        few = {"ta": "bir nechta", "та": "бир нечта"}.get(key, size)
        return Coarse(start, end, "count", slug, few if size == words.counts[0] else size)
    return Coarse(start, number.end, "count", slug, size)
