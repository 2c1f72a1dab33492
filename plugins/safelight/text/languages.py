"""How each language is written: its script, whether it has capitals, and the closed lists of words that matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from safelight.text.fold import CYRILLIC, LATIN, key_of
from safelight.text.lexicon import NAME, WORD, lexicon
from safelight.text.name_positions import bare_names
from safelight.text.word_endings import FORMS, stems_of, with_endings

ARABIC_CLITICS = tuple(
    before + after for before in ("", "و", "ف", "أ") for after in ("", "ب", "ل", "ك", "س", "ال", "بال", "كال", "لل")
)
"""What Arabic writes onto the next word's beginning: and, so, in, for, like, the, will."""


@dataclass(frozen=True)
class Writing:
    """A language as the rules of names see it.

    `readings` tells what a folded word may be, `owns` whether its letters are the language's, `kinship` are words that
    names follow, `openers` words that begin sentences and are no part of a name, `letters_always` single capitals that
    are words wherever they stand.
    """

    readings: Callable[[str], int]
    owns: Callable[[str], bool]
    capitals: bool
    kinship: frozenset[str]
    openers: frozenset[str]
    letters_always: frozenset[str]
    surname: re.Pattern[str] | None = None
    lower_places: bool = True
    """Whether a word of the dictionary that is also a place's name is asked about in a text without capitals."""
    as_written: frozenset[str] = frozenset()
    """Words that are safe as they are written, although they fold to a name: على is "on", علي is Ali."""
    usual_names: frozenset[str] = frozenset()
    """Words of every day that are also names (حياة, life), in a language without capitals: asked about where names stand."""
    lang: str = ""
    introducers: frozenset[str] = frozenset()
    """Words that a name stands behind, in a language without capitals (قالت, she said)."""

    @cached_property
    def classes(self) -> WordClasses:
        """Which words are settled, whatever stands around them."""
        return WordClasses(self)

    def stems(self, key: str) -> Iterator[str]:
        """A word with its endings taken off, one by one (Rossiyadagilar, Rossiyadagi, Rossiya)."""
        return iter(stems_of(key, self.lang))

    def may_name(self, key: str) -> bool:
        """Whether a word of every day is also a name, what is written onto its beginning taken off."""
        return bool(self.usual_names) and any(bare in self.usual_names for bare in bare_names(key))

    def names(self, key: str) -> bool:
        """Whether a word is known as a name, of every day or not."""
        return key in self.usual_names or bool(self.readings(key) & NAME)

    def looks_like_surname(self, key: str) -> bool:
        """Whether a word of the dictionary has a surname's ending: "шумов" is the noises' and Mr Shumov."""
        return self.surname is not None and self.surname.search(key) is not None


class WordClasses:
    """Folded words in lower case by what they need: nothing, only sentences that begin with capitals, or a look.

    Every word is of one class; each class is a question of `word_memory`.
    """

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def is_calm(self, word: str) -> bool:
        """Whether a word may be a name too, which a sentence that begins with a capital would show."""
        return self._may_be_settled(word) and not self._is_plain(word) and word.isalpha() and self._writing.owns(word)

    def is_open(self, word: str) -> bool:
        """Whether a word is looked at wherever it stands: it is no ordinary word, and not calm."""
        return not (self._may_be_settled(word) and self._is_plain(word)) and not self.is_calm(word)

    def _may_be_settled(self, word: str) -> bool:
        return len(word) > 1 and bool(self._writing.readings(word) & WORD) and not self._writing.may_name(word)

    def _is_plain(self, word: str) -> bool:
        return self._writing.readings(word) == WORD and not self._writing.looks_like_surname(word)


SURNAMES = {
    "ru": re.compile(r"[^\W]{3}(?:ов|ев|енко|чук|швили|янц)$"),
    "uk": re.compile(r"[^\W]{3}(?:ов|ев|єв|енко|чук|швілі)$"),
}
"""Endings of surnames that ordinary words have too."""


AS_WRITTEN = {
    "ar": frozenset(
        f"{before}{word}" for before in ("", "و", "ف") for word in ("على", "علينا", "أنا", "انا", "كانا", "مني", "إنا")
    )
}


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the room's own word lists (`data/NAME.txt`), folded; empty where there is none."""
    path = files("safelight.text").joinpath("data", f"{name}.txt")
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(key_of(word) for line in lines if not line.startswith("#") for word in line.split())


@cache
def name_words(lang: str, listed: str = "name-words") -> frozenset[str]:
    """Words of a language that are also given names, from one of the room's own lists, folded."""
    found = files("safelight.text").joinpath("data", f"{listed}.txt").read_text(encoding="utf-8")
    lines = (line.split(":", 1) for line in found.splitlines() if line and not line.startswith("#"))
    return frozenset(word for code, words in lines if code == lang for word in words.split())


@cache
def public_names(lang: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First folded word to the whole names that begin with it: countries, languages, months, weekdays (CLDR).

    Only whole names are public: "Saint Pierre and Miquelon" is, its "Pierre" is somebody.
    """
    path = files("safelight.text").joinpath("data", f"public-{lang}.txt")
    names: dict[str, list[tuple[str, ...]]] = {}
    if lang.isalpha() and path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                words = tuple(line.split())
                names.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in names.items()}


@cache
def writing(lang: str) -> Writing:
    """How a language is written; for one without a lexicon every word is unknown."""
    known = lexicon(lang)
    readings: Callable[[str], int] = known.readings if known else _nothing
    owns: Callable[[str], bool]
    if lang == "ar":
        readings = _arabic_readings(readings)
        owns = _is_arabic
    elif lang in FORMS:
        readings = with_endings(readings, lang, name_words(lang))
        owns = _is_latin_or_cyrillic if lang == "uz" else _is_cyrillic
    elif lang in ("ru", "uk"):
        owns = _is_cyrillic
    else:
        owns = _is_latin
    if given := name_words(lang, "given-words"):
        readings = _or_name(readings, given)
    return Writing(
        readings,
        owns,
        capitals=lang != "ar",
        kinship=word_list(f"{lang}-kinship"),
        openers=word_list(f"{lang}-openers"),
        letters_always=frozenset("I") if lang == "en" else frozenset(),
        surname=SURNAMES.get(lang),
        lower_places=lang != "en",  # Home, Reading, Nice: half of the dictionary is a place somewhere
        as_written=AS_WRITTEN.get(lang, frozenset()),
        usual_names=word_list(f"{lang}-usual-names"),
        lang=lang,
        introducers=word_list(f"{lang}-introducers") | (word_list(f"{lang}-kinship") if lang == "ar" else frozenset()),
    )


def _or_name(plain: Callable[[str], int], also: frozenset[str]) -> Callable[[str], int]:
    return lambda key: plain(key) | (NAME if key in also else 0)


def _nothing(_: str) -> int:
    return 0


def _is_cyrillic(key: str) -> bool:
    return CYRILLIC.match(key) is not None


def _is_latin(key: str) -> bool:
    return LATIN.match(key) is not None


def _is_latin_or_cyrillic(key: str) -> bool:
    return _is_latin(key) or _is_cyrillic(key)


def _is_arabic(key: str) -> bool:
    return "\u0600" <= key[0] <= "\u06ff"


def _arabic_readings(plain: Callable[[str], int]) -> Callable[[str], int]:
    """Readings of an Arabic word with what is written onto it taken off: a name in any of them is a name."""

    def readings(key: str) -> int:
        found = plain(key)
        for clitic in ARABIC_CLITICS:
            if key.startswith(clitic) and len(key) - len(clitic) > 1:
                rest = plain(key[len(clitic) :])
                # The article on a name is rare, on a word usual: it makes a word of what is both.
                found |= rest & WORD if "ال" in clitic and rest & WORD else rest
        return found & (WORD | NAME)

    return readings
