"""Exact ages, in figures and in words, become a band, or what people of that age are called (STORY-RULES.md).

Durations look the same in many languages ("17 лет" in a town); so an age is a number of years only behind what says
so: "в 17 лет", "ей было 17 лет", "17-летняя". Bands are those of the caseload.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from safelight.text.detectors import ages_told
from safelight.text.detectors.age_bands import band
from safelight.text.detectors.age_phrase import Phrase
from safelight.text.detectors.ages_eastern import EASTERN_PHRASES, FRAGMENTS, TWO_YEARS
from safelight.text.detectors.ages_told import WAYS
from safelight.text.detectors.arabic_numbers import feminine_compounds, ordinals
from safelight.text.detectors.found import Found, alphabet, opening
from safelight.text.detectors.numbers import genitive_prefixes, number_words
from safelight.text.detectors.windows import Signs
from safelight.text.reading import Reading

PHRASES: Mapping[str, tuple[Phrase, ...]] = EASTERN_PHRASES
"""The languages whose ages a table of phrases tells; the others are in `ages_told`."""
SMALLEST_GROWN = 12
"""The smallest number (`{grown}`) that is read as an age where only a pronoun says so: "ей двадцать", but "дали ей пять"."""


@cache
def _compiled(lang: str) -> tuple[tuple[re.Pattern[str], Phrase], ...]:
    words = sorted(number_words(lang), key=len, reverse=True)
    grown = "|".join([r"\d\d", *(re.escape(word) for word in words if number_words(lang)[word] >= SMALLEST_GROWN)])
    number = "|".join([r"\d{1,2}", *map(re.escape, words)])
    words_of = {
        "number": f"(?:{number})", "grown": f"(?:{grown})", "prefix": _any_of(genitive_prefixes()),
        "ordinal": _any_of(ordinals()), "compound": _any_of(feminine_compounds()), **FRAGMENTS,
    }  # fmt: skip
    return tuple((re.compile(phrase.pattern.format(**words_of)), phrase) for phrase in PHRASES.get(lang, ()))


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


MENTIONED = {
    "uz": re.compile(r"yosh|еш|ida|ида|[gkq]a |[гкқ]а |ni |ни "),
    "tg": re.compile(r"сола|сол|\bсин|\bба "),
    "ky": re.compile(r"жаш|нд[аеоө]|[гк][аеоө] |[дт][аеоө] "),
    "ar": re.compile(r"عام|سن|عمر|ذات ال|ذو ال|ذ[يا] ال|بلغ|بالغ|تجاوز|اتم|اكمل|ناهز|قارب|دخل|ابن|بنت|صاحب|في ال|عيد"),
}
"""Signs of an age; most of a text has none."""
SUFFIXED = {"uz": r"\w{0,4}$", "ky": r"\w{0,3}$"}
"""What others write onto it, at most: on yettiga, отузда."""
NAMING = {
    "uz": Signs(".*yosh|.*[iи](?:da|да)$|.*еш|tol|kir|chiq|qadam|qarshila|nishonla|тўл|кир|чиқ|қадам|қаршила|нишонла"),
    "tg": Signs(".*сол|син|даромад|қадам|расид|мерас"),
    "ky": Signs(".*жаш|.*нд[аеоө]$|чык|тол|кара|аяк|эле|болчу|экен|кез"),
    "ar": Signs(
        "عاما?$|سنه$|سنوات$|سنين$|اعوام$|ربيعا?$|.*عمر|في$|.?سن$|منذ$|.*بلغ|.*بالغ|.*تجاوز|اتم|اكمل|ناهز|قارب|دخل|.{0,2}ابن|.{0,2}بنت|"
        "صاحب|ذات$|ذو$|ذ[يا]$|ب?عيد$|عامها|عامه|عامي"
    ),
}
"""The words that every sign of an age holds; one of them stands within few words of the number."""
LONGEST_PHRASE = 64
"""Characters before and behind the number that a phrase of age may have."""


BESIDE_A_NAME = re.compile(r"(?<=\w)(?:[,،] (?P<n>\d\d)(?=[,،] (?!\d))| \((?P<n2>\d\d)\)(?!\d))")
"""How newspapers tell an age, without a word for it: "Anna, 34, left", "Anna (34)"."""
SAID_BESIDE = {
    "uz": ("13 yoshgacha", "{a}–{b} yosh", "50 yoshdan katta"),
    "uz-cyrillic": ("13 ёшгача", "{a}–{b} ёш", "50 ёшдан катта"),
    "tg": ("то 13-сола", "{a}–{b}-сола", "аз 50-сола боло"),
    "ky": ("13 жашка чейин", "{a}–{b} жаш", "50 жаштан жогору"),
    "ar": ("أقل من 13 عامًا", "بين {a} و{b} عامًا", "أكثر من 50 عامًا"),
}
"""What stands there instead, for children, a band, and people over fifty."""


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every exact age that the text tells as one."""
    if lang in WAYS:
        yield from ages_told.find(reading, lang)
        return
    if lang in SAID_BESIDE and reading.numbered:
        for found in BESIDE_A_NAME.finditer(reading.folded):
            group = "n" if found["n"] else "n2"
            first, last = band(int(found[group]))
            child, grown, older = SAID_BESIDE[alphabet(reading, found.start(), lang)]
            said = child if first == 0 else older if first == 50 else grown.format(a=first, b=last)
            yield Found(found.start(group), found.end(group), "age", "exact-age", said)
    if lang in MENTIONED:
        for window in _numbers(lang).windows(reading, LONGEST_PHRASE, LONGEST_PHRASE, beside=NAMING[lang]):
            if MENTIONED[lang].search(reading.folded, *window):
                yield from _in_window(reading, lang, window)


@cache
def _numbers(lang: str) -> Signs:
    """Words that hold a number, or begin one: no age is told without."""
    beginnings = {
        re.escape(word.split()[0].split("-")[0]) for word in (*number_words(lang), *genitive_prefixes(), *TWO_YEARS)
    }
    end = SUFFIXED.get(lang, "")
    return Signs(rf".*\d|(?:ال)?(?:{'|'.join(sorted(beginnings))}){end}")


def _in_window(reading: Reading, lang: str, window: tuple[int, int]) -> Iterator[Found]:
    for pattern, phrase in _compiled(lang):
        for found in pattern.finditer(reading.folded, *window):
            groups = {name: value for name, value in found.groupdict().items() if value}
            told = next(value for name, value in groups.items() if name.startswith("n"))
            ending = next((v for name, v in groups.items() if name.startswith("e")), "")
            kept = reading.text[found.start("k") : found.end("k")] if "k" in groups else ""
            said = _said(phrase, _number(told, lang), ending, kept)
            yield Found(found.start(), found.end(), "age", "exact-age", opening(said, reading, found.start()))


def _number(text: str, lang: str) -> int:
    if text.isdigit():
        return int(text)
    return number_words(lang).get(text) or TWO_YEARS.get(text) or genitive_prefixes()[text]


def _said(phrase: Phrase, age: int, ending: str, kept: str) -> str:
    first, last = band(age)
    if first == 0:
        said = phrase.child
    elif first == 13:
        said = phrase.teen
    elif first == 50:
        said = phrase.older
    else:
        said = phrase.adult
    return said.format(a=first, b=last, e=ending, k=kept)
