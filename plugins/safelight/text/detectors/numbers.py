"""Numbers from 1 to 99 in words, folded, as ages are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from typing import Any

from safelight.text.detectors.arabic_numbers import cardinals, ordinals
from safelight.text.fold import fold_letters


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


UNITS: Mapping[str, tuple[str, ...]] = {
    "en": _words("one two three four five six seven eight nine"),
    "ru": _words("один два три четыре пять шесть семь восемь девять"),
    "uk": _words("один два три чотири п'ять шість сім вісім дев'ять"),
    "ro": _words("unu doi trei patru cinci sase sapte opt noua"),
    "uz": _words("bir ikki uch tort besh olti yetti sakkiz toqqiz"),
    "tg": _words("як ду се чор панҷ шаш ҳафт ҳашт нуҳ"),
    "ky": _words("бир эки үч төрт беш алты жети сегиз тогуз"),
}
TEENS: Mapping[str, tuple[str, ...]] = {
    "en": _words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
    "ru": _words(
        "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
    ),
    "uk": _words(
        "десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять"
    ),
    "ro": _words(
        "zece unsprezece doisprezece treisprezece paisprezece cincisprezece saisprezece saptesprezece optsprezece nouasprezece"
    ),
    "uz": ("on", *(f"on {unit}" for unit in UNITS["uz"])),
    "tg": _words("даҳ ёздаҳ дувоздаҳ сенздаҳ чордаҳ понздаҳ шонздаҳ ҳабдаҳ ҳаждаҳ нуздаҳ"),
    "ky": ("он", *(f"он {unit}" for unit in UNITS["ky"])),
}  # fmt: skip
TENS: Mapping[str, tuple[str, ...]] = {
    "en": _words("twenty thirty forty fifty sixty seventy eighty ninety"),
    "ru": _words("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"),
    "uk": _words("двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто"),
    "ro": _words("douazeci treizeci patruzeci cincizeci saizeci saptezeci optzeci nouazeci"),
    "uz": _words("yigirma ottiz qirq ellik oltmish yetmish sakson toqson"),
    "tg": _words("бист си чил панҷоҳ шаст ҳафтод ҳаштод навад"),
    "ky": _words("жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон"),
}
UZBEK_CYRILLIC = (
    _words("бир икки уч тўрт беш олти етти саккиз тўққиз"), "ўн", _words("йигирма ўттиз қирқ эллик олтмиш етмиш саксон тўқсон"),
)  # fmt: skip
"""Units, ten and tens of Uzbek in Cyrillic letters."""
APOSTROPHES = {"on": "o'n", "tort": "to'rt", "toqqiz": "to'qqiz", "ottiz": "o'ttiz", "toqson": "to'qson"}
"""Uzbek number words as they stand in a text, where the letter oʻ keeps its sign."""
JOINS: Mapping[str, tuple[str, ...]] = {
    "en": ("-", " "),
    "ro": (" si ",),
    "tg": ("у ", "ву ", " у ", "у", "ю ", "ю", "у-"),
}
GENITIVE_PREFIXES: Mapping[str, int] = {
    **dict(zip(_words("десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати"), range(10, 20), strict=True)),
    **dict(zip(_words("двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста"), range(20, 100, 10), strict=True)),
    **dict(zip(_words("двух трех четырех пяти шести семи восьми девяти"), range(2, 10), strict=True)),
    **dict(zip(_words("одинадцяти дванадцяти тринадцяти чотирнадцяти п'ятнадцяти шістнадцяти сімнадцяти вісімнадцяти дев'ятнадцяти"), range(11, 20), strict=True)),
    **dict(zip(_words("двох трьох чотирьох п'яти дев'яти"), (2, 3, 4, 5, 9), strict=True)),
    **dict(zip(_words("дво три чотири"), (2, 3, 4), strict=True)),
    **dict(zip(_words("двадцяти тридцяти п'ятдесяти шістдесяти"), (20, 30, 50, 60), strict=True)),
}  # fmt: skip
"""What stands before -летний and -річний: семнадцати, сорока."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of some words, the longest that stands there; shared beginnings are tried once for all of them."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(node: Mapping[str, Any]) -> str:
    found = "|".join(re.escape(letter) + _branches(behind) for letter, behind in sorted(node.items()) if letter)
    if not found or len(node) == 1:
        return found
    return f"(?:{found})?" if "" in node else f"(?:{found})"


@cache
def number_words(lang: str) -> Mapping[str, int]:
    """Number word (folded) to the number, 1 to 99."""
    if lang == "ar":
        return {**cardinals(), **ordinals()}
    if lang not in UNITS:
        return {}
    units, teens, tens = UNITS[lang], TEENS[lang], TENS[lang]
    found = {word: number for number, word in enumerate(units, 1)}
    found |= {word: number for number, word in enumerate(teens, 10)}
    for (ten, word), join in product(enumerate(tens, 2), JOINS.get(lang, (" ",))):
        found[word] = ten * 10
        found |= {f"{word}{join}{unit}": ten * 10 + number for number, unit in enumerate(units, 1)}
    if lang == "tg":
        # Sounds and spellings that stand beside the school's: сию панҷ, сездаҳ, ҳавдаҳ, ҳаждах.
        found |= {
            "сездаҳ": 13,
            "сенздаҳ": 13,
            "чаҳордаҳ": 14,
            "ҳавдаҳ": 17,
            "ҳафдаҳ": 17,
            "ҳиждаҳ": 18,
            "ҳаждах": 18,
            "чиҳил": 40,
        }
    if lang == "uz":
        found |= {
            " ".join(APOSTROPHES.get(part, part) for part in word.split()): number for word, number in found.items()
        }
        ones, ten_word, more = UZBEK_CYRILLIC
        found |= {one: number for number, one in enumerate(ones, 1)} | {ten_word: 10}
        found |= {f"{ten_word} {one}": 10 + number for number, one in enumerate(ones, 1)}
        for ten, word in enumerate(more, 2):
            found |= {word: ten * 10} | {f"{word} {one}": ten * 10 + number for number, one in enumerate(ones, 1)}
    return {fold_letters(word): number for word, number in found.items()}


@cache
def genitive_prefixes() -> Mapping[str, int]:
    """Number in the genitive, before an adjective of years or apart (двадцатипяти, двадцати пяти), to the number."""
    found = dict(GENITIVE_PREFIXES)
    for ten in [word for word, number in GENITIVE_PREFIXES.items() if number >= 20]:
        for unit in [word for word, number in GENITIVE_PREFIXES.items() if number < 10]:
            found[ten + unit] = found[f"{ten} {unit}"] = GENITIVE_PREFIXES[ten] + GENITIVE_PREFIXES[unit]
        found[f"{ten}одно"] = found[f"{ten} одного"] = GENITIVE_PREFIXES[ten] + 1
    return found
