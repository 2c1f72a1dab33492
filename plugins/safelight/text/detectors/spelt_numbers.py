"""Numbers spelt out as people dictate them: a telephone in words, a flat in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from safelight.text.counted_numbers import counting_words, multiplier_words
from safelight.text.detectors.found import Found
from safelight.text.detectors.numbers import number_words
from safelight.text.detectors.windows import Signs
from safelight.text.reading import Reading

NOUGHTS: Mapping[str, tuple[str, ...]] = {
    "en": ("zero", "oh", "nought", "double", "triple"), "ru": ("ноль", "ноля"), "uk": ("нуль", "ноль"), "ro": ("zero", "si"),
}  # fmt: skip
HUNDREDS: Mapping[str, str] = {
    "ru": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "uk": "сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
    "en": "hundred",
    "ro": "suta sute o doua",
}
FEWEST = 5
"""Fewest number words in a row that are dictated: a price of that many has a thousand in it."""
GAPS = frozenset((" ", "-", ", ", " - ", " \u2013 ", " \u2014 ", "'"))
DWELLINGS: Mapping[str, str] = {
    "en": r"(?:flat|apartment|room|house number|number)",
    "ru": r"(?:квартир[аеуы]|кв\.|комнат[аеуы] номер|дом(?:е|а|у)? номер|номер дома|дом(?= [а-я]+(?: [а-я]+)?, кв)|подъезд)",
    "uk": r"(?:квартир[аіуи]|кв\.|будин(?:ок|ку) номер|номер будинку|будинок(?= [а-яіїє']+(?: [а-яіїє']+)?, кв)|під'їзд)",
    "ro": r"(?:apartamentul|ap\.|blocul|scara|casa numarul|numarul|camera)",
}
END = r"(?![\w-])(?=\s?[,.;:!?)]|\s?$|\n| (?:по|на|у|в|si|pe|de pe|din|on|in|of|at|і|и)(?!\w))"


@cache
def _words(lang: str) -> Signs:
    known = {*counting_words(lang), *NOUGHTS[lang], *HUNDREDS[lang].replace("'", "").split()}
    plain = sorted(
        {re.escape(word.replace("'", "")) for word in known if word.isalpha() or "'" in word}, key=len, reverse=True
    )
    return Signs(rf"(?:{'|'.join(plain)}|\d{{1,4}})$")


@cache
def _thousands(lang: str) -> frozenset[str]:
    return frozenset(word for word, value in multiplier_words(lang).items() if value >= 1000)


@cache
def _dwelling(lang: str) -> re.Pattern[str]:
    number = "|".join(sorted(map(re.escape, number_words(lang)), key=len, reverse=True))
    return re.compile(rf"(?<!\w){DWELLINGS[lang]} (?P<n>{number}){END}")


DWELLING_SIGNS = {
    "en": Signs("(?:flat|apartment|room|number)$"), "ru": Signs("квартир|кв$|номер|дом|подъезд"), "uk": Signs("квартир|кв$|номер|будин|під"),
    "ro": Signs("apartament|ap$|bloc|scara|numarul|camera"),
}  # fmt: skip


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Telephones dictated in words, and flats and houses with a number in words."""
    if lang not in NOUGHTS:
        return
    yield from _dictated(reading, lang)
    for window in DWELLING_SIGNS[lang].windows(reading, 24, 60):
        for found in _dwelling(lang).finditer(reading.folded, *window):
            yield Found(found.start("n"), found.end("n"), "address", "dwelling-in-words")


def _dictated(reading: Reading, lang: str) -> Iterator[Found]:
    places = reading.tokens(_words(lang).matches)
    run: list[int] = []
    for index in [*places, -1]:
        if run and index == run[-1] + 1 and reading.gap(run[-1], index) in GAPS:
            run.append(index)
            continue
        if _is_dictated(reading, run, lang):
            yield Found(reading.starts[run[0]], reading.ends[run[-1]], "phone", "number-in-words")
        run = [index]


def _is_dictated(reading: Reading, run: list[int], lang: str) -> bool:
    """Whether a row of number words is dictated: most are words, and no thousand or counted thing makes a price of it."""
    if len(run) < FEWEST:
        return False
    keys = [reading.keys[index] for index in run]
    spelt = [key for key in keys if not key.isdigit() and key != "si"]
    following = reading.keys[run[-1] + 1] if run[-1] + 1 < len(reading.keys) else ""
    if len(spelt) < FEWEST or following in _thousands(lang):
        return False
    values = [counting_words(lang).get(key) for key in spelt]
    if all(one is not None and two is not None and two - one == 1 for one, two in pairwise(values)):
        return False  # somebody counts
    falls = sum(1 for one, two in pairwise(values) if one is not None and two is not None and one <= two)
    return falls > 0 or any(key in NOUGHTS[lang] and key != "si" for key in spelt)
