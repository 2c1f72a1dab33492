"""Ordinary words that look like registered names: what tells the word from the name, and when nothing does."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from safelight.text.inflection import agglutination
from safelight.text.inflection.russian_phrase import parses
from safelight.text.languages import ARABIC_CLITICS, name_words, writing
from safelight.text.lexicon import RARE, WORD
from safelight.text.reading import Reading

CLOSED_CLASSES = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "ADVB", "NUMR", "PRED", "INTJ"})
PERSONAL_VERBS = frozenset(
    "сказать ответить спросить рассказать рассказывать говорить вспоминать вспомнить приехать уехать родиться жить работать "
    "вернуться плакать молчать улыбнуться засмеяться заплакать кивнуть закричать добавить уснуть проснуться".split()
)
"""Verbs that only a person is the subject of: behind them Вера and Роман are people, also at a sentence's start."""
BEFORE_WORDS = frozenset(
    "to i we you they he she it the a an no any some my your his her its our their this that these those of with without "
    "in for and or but not can could would should might must will shall is are was were be been".split()
)
"""English words behind which a small ordinary word is one (I hope, the rose, she will)."""
PRONOUNS = frozenset("i you he she it we they there this that these those not the a an be have".split())


class Verdict(Enum):
    """Whether a written word is the name, an ordinary word, or may be either."""

    NAME = "name"
    WORD = "word"
    UNCLEAR = "unclear"


NAMES_APART = frozenset({"en", "ru", "uk"})
"""Languages whose lexicon tells words from names; the word lists of the others count every name as a word."""


def _is_ordinary(key: str, lang: str) -> bool:
    """Whether the language also has the word, in its lexicon or in the list of names that are words."""
    if lang == "ar":
        bare = (key[len(clitic) :] for clitic in ARABIC_CLITICS if key.startswith(clitic))
        return any(word in name_words("ar") for word in bare) or key in writing("ar").as_written
    readings = writing(lang).readings(key) if lang in NAMES_APART else 0
    suffixes = agglutination(lang, key)
    if suffixes is not None and any(
        key[:cut] in name_words(lang) and suffixes.read(key[cut:]) for cut in range(2, len(key))
    ):
        return True  # a word with its suffixes: бакытка, to happiness
    return key in name_words(lang) or bool(readings & WORD and not readings & RARE)


@lru_cache(maxsize=4096)
def _is_closed(word: str) -> bool:
    """Whether a Russian word is first of all a preposition, a particle or the like (`ли`, `али`)."""
    return str(parses(word)[0].tag.POS) in CLOSED_CLASSES


def verdict(reading: Reading, index: int, lang: str, *, sure: bool) -> Verdict:
    """What the single token `index` is, that has the form of a registered name; `sure` as registered, else respelled.

    A capital inside a sentence makes it the name. A small letter, a sentence's start and capitals throughout say
    nothing of a word that the language also has: then the words beside it decide, or the question is asked.
    """
    word, key = reading.word(index), reading.keys[index]
    small = word == word.lower() and word != word.upper()
    shouted = len(word) > 1 and word == word.upper() and word != word.lower()
    if not _is_ordinary(key, lang):
        return Verdict.NAME
    if lang == "ar":
        return Verdict.WORD if word in writing("ar").as_written else Verdict.UNCLEAR
    if not (small or shouted or reading.sentence_start(index)):
        return Verdict.NAME
    if not sure:
        return Verdict.WORD  # "care" sounds like a form of Зара in one romanisation, and is first of all a word
    if lang == "ru":
        if small and _is_closed(key):
            return Verdict.WORD
        return Verdict.NAME if not small and _person_acts(reading, index) else Verdict.UNCLEAR
    if lang == "en":
        return _english(reading, index, small=small)
    return Verdict.UNCLEAR


def _person_acts(reading: Reading, index: int) -> bool:
    """Whether the next word is a verb that only people are the subject of."""
    if index + 1 >= len(reading.keys) or reading.gap(index, index + 1) != " ":
        return False
    parse = parses(reading.keys[index + 1])[0]
    return parse.tag.POS == "VERB" and parse.normal_form in PERSONAL_VERBS


def _english(reading: Reading, index: int, *, small: bool) -> Verdict:
    key = reading.keys[index]
    after = reading.keys[index + 1] if index + 1 < len(reading.keys) and reading.gap(index, index + 1) == " " else ""
    if key in ("will", "may") and (small or after in PRONOUNS):
        return Verdict.WORD
    before = reading.keys[index - 1] if index and reading.gap(index - 1, index) == " " else ""
    if small and before in BEFORE_WORDS:
        return Verdict.WORD
    return Verdict.UNCLEAR
