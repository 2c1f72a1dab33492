"""Numbers as texts count with them: in figures, however grouped, and in words, in the cases that counting asks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from safelight.text.detectors.numbers import number_words
from safelight.text.fold import words_of
from safelight.text.reading import Reading

COUNTING: Mapping[str, Mapping[int, str]] = {
    "en": {2: "couple pair"},
    "ru": {
        1: "одна одно одного одной одну одному одним", 2: "две двух двум двумя двое двоих двоим",
        3: "трех трем тремя трое троих троим", 4: "четырех четырем четверо четверых четверым", 5: "пяти пятью пятеро пятерых",
        6: "шести шестью шестеро шестерых", 7: "семи семью семеро семерых", 8: "восьми восемью восьмеро",
        9: "девяти девятью", 10: "десяти десятью десятеро", 12: "двенадцати", 15: "пятнадцати", 20: "двадцати", 30: "тридцати",
        40: "сорока", 50: "пятидесяти",
    },
    "uk": {
        1: "одна одне одного одній одну", 2: "дві двох двом двома двома двоє двійко", 3: "трьох трьом трьома троє", 4: "чотирьох чотирьом чотирма четверо",
        5: "п'яти п'ятьох п'ятьма п'ятеро", 6: "шести шістьох шестеро", 7: "семи сімох семеро", 8: "восьми вісьмох восьмеро", 9: "дев'яти",
        10: "десяти десятьох десятеро", 20: "двадцяти", 30: "тридцяти",
    },
    "ro": {1: "un o una", 2: "doua", 12: "douasprezece"},
    "uz": {
        1: "bitta битта", 2: "ikkita ikkala иккита", 3: "uchta uchala учта", 4: "to'rtta тўртта", 5: "beshta бешта",
        6: "oltita олтита", 7: "yettita еттита", 8: "sakkizta саккизта",
        9: "to'qqizta тўққизта", 10: "o'nta ўнта",
    },
    "tg": {1: "якто", 2: "дуто", 3: "сето", 4: "чорто", 5: "панҷто", 6: "шашто", 7: "ҳафтто"},
    "ky": {2: "экөө", 3: "үчөө", 4: "төртөө", 5: "бешөө", 6: "алтоо", 7: "жетөө"},
    "ar": {
        1: "واحدة", 2: "اثنين اثنتين اثنتان", 3: "ثلاثة", 4: "أربعة", 5: "خمسة", 6: "ستة", 7: "سبعة", 8: "ثمانية ثمان", 9: "تسعة",
        10: "عشرة", 20: "عشرون", 30: "ثلاثون", 40: "أربعون", 50: "خمسون",
    },
}  # fmt: skip
"""Forms that counting takes beside those that ages are told with (`detectors.numbers`)."""
MULTIPLIERS: Mapping[str, Mapping[int, str]] = {
    "en": {100: "hundred", 1000: "thousand", 1_000_000: "million"},
    "ru": {100: "сто ста", 200: "двести двухсот", 300: "триста трехсот", 500: "пятьсот пятисот", 1000: "тысяча тысячи тысяч тысячу", 1_000_000: "миллион миллиона миллионов"},
    "uk": {100: "сто ста", 200: "двісті", 300: "триста", 500: "п'ятсот", 1000: "тисяча тисячі тисяч тисячу", 1_000_000: "мільйон мільйона мільйонів"},
    "ro": {100: "suta sute", 1000: "mie mii", 1_000_000: "milion milioane"},
    "uz": {100: "yuz юз", 1000: "ming минг", 1_000_000: "million миллион"},
    "tg": {100: "сад", 1000: "ҳазор", 1_000_000: "миллион"},
    "ky": {100: "жүз", 1000: "миң", 1_000_000: "миллион"},
    "ar": {100: "مائة مئة", 200: "مائتين مئتين", 1000: "ألف آلاف", 2000: "ألفين", 1_000_000: "مليون ملايين"},
}  # fmt: skip
MOST_WORDS = 4
"""Words of the longest number that is read as one: three hundred and twelve."""
AND = {"en": "and", "ar": "و"}


@cache
def counting_words(lang: str) -> Mapping[str, int]:
    """Folded single words of a language to the number that each tells, multipliers apart."""
    found = {words[0]: number for text, number in number_words(lang).items() if len(words := words_of(text)) == 1}
    for number, text in COUNTING.get(lang, {}).items():
        found |= {key: number for word in text.split() for key in words_of(word)}
    return found


@cache
def multiplier_words(lang: str) -> Mapping[str, int]:
    """Folded words for hundred, thousand and million to their values."""
    return {
        key: number
        for number, text in MULTIPLIERS.get(lang, {}).items()
        for word in text.split()
        for key in words_of(word)
    }


@cache
def number_phrases(lang: str) -> Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Numbers of several words that only together are one (бисту панҷ, خمسة عشر, o'n to'rt), by their first word.

    Each with its words and its value, the longest first.
    """
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for text, number in number_words(lang).items():
        words = words_of(text)
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, number))
    return {word: tuple(sorted(those, key=lambda one: -len(one[0]))) for word, those in found.items()}


def begins_number(key: str, lang: str) -> bool:
    """Whether a folded word may be the first of a number."""
    return (
        key.isdecimal() or key in counting_words(lang) or key in multiplier_words(lang) or key in number_phrases(lang)
    )


def _phrase(reading: Reading, index: int, key: str, lang: str) -> tuple[int, int]:
    """Value and number of words of the phrase that begins at a token, read as `key`; zeros where none does."""
    for words, number in number_phrases(lang).get(key, ()):
        last = index + len(words)
        if reading.keys[index + 1 : last] == list(words[1:]) and all(
            reading.gap(at, at + 1) in (" ", "-") for at in range(index, last - 1)
        ):
            return number, len(words)
    return 0, 0


def number_at(reading: Reading, index: int, lang: str, opening: str = "") -> tuple[int, int] | None:
    """(value, token behind it) of the number that begins at a token; None where none does. Fractions are left off.

    `opening` is what the first token is read as, where something is written onto its beginning (ولثلاثة).
    """
    opening = opening or reading.keys[index]
    if opening.isdecimal():
        return _figures(reading, index, opening, lang)
    words, more = counting_words(lang), multiplier_words(lang)
    total = 0
    part, length = _phrase(reading, index, opening, lang)
    at = index + length
    while at < min(index + MOST_WORDS, len(reading.keys)):
        key = reading.keys[at] if at > index else opening
        if at > index and reading.gap(at - 1, at) not in (" ", "-"):
            break
        if key in words and (part == 0 or (part % 100 >= 20 and words[key] < 10) or (part >= 100 and part % 100 == 0)):
            part += words[key]
        elif key in more:
            part = max(part, 1) * more[key]
            if more[key] >= 1000:
                total, part = total + part, 0
        elif not (at > index and key == AND.get(lang) and part >= 100 and _follows(reading, at, words)):
            break
        at += 1
    return (total + part, at) if at > index else None


def _follows(reading: Reading, at: int, words: Mapping[str, int]) -> bool:
    return at + 1 < len(reading.keys) and reading.keys[at + 1] in words


def _figures(reading: Reading, index: int, opening: str, lang: str) -> tuple[int, int]:
    """A number in figures: groups of three are joined, a fraction of one or two digits belongs to it, and so do words
    for thousand and million behind it."""
    digits, at = opening[:18], index + 1
    while at < len(reading.keys) and reading.keys[at].isdecimal() and len(digits) < 16:
        gap, next_key = reading.gap(at - 1, at), reading.keys[at]
        if len(reading.keys[at - 1]) <= 3 and len(next_key) == 3 and gap in (" ", ",", ".", "'"):
            digits += next_key
        elif len(next_key) <= 2 and gap in (",", "."):
            at += 1
            break
        else:
            break
        at += 1
    value = int(digits)
    more = multiplier_words(lang)
    if at < len(reading.keys) and reading.keys[at] in more and reading.gap(at - 1, at) == " ":
        return value * more[reading.keys[at]], at + 1
    return value, at
