"""How Arabic spells a name of another script: many ways, because it writes no short vowels and lacks letters.

A name's skeleton (`skeleton`) becomes a pattern of Arabic letters: each consonant one of those that stand for it, each
vowel a letter of length or nothing. So a name that is registered in Latin or Cyrillic letters alone is found in Arabic
text, and the other way round, without a list of spellings. The evidence is weak: words of the dictionary are never
taken for a name by it, nor are names of few consonants.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from safelight.text.inflection import is_arabic
from safelight.text.registered_words import Word
from safelight.text.skeleton import skeletons

CONSONANTS = {
    "b": "ب", "v": "فڤوب", "g": "غجكقه", "d": "دضذ", "j": "جژشز", "z": "زظذسصج", "k": "كقخ", "l": "ل", "m": "م", "n": "ن",
    "p": "بپف", "r": "ر", "s": "سصثش", "t": "تطث", "f": "فڤ", "h": "هحخغ", "c": "چجشك", "w": "شسو",
}  # fmt: skip
"""Letters of skeletons to the folded Arabic letters that stand for them; j is ж, c is ч, w is ш, z also ц."""
GROUPS = {"c": "تش", "z": "تس", "w": "شت?ش", "j": "دج", "k": "كس", "n": "نغ"}
"""Sounds that Arabic also writes in two letters."""
VOWELS = {"a": "اعهيء", "e": "ايعء", "i": "ايءع", "u": "اوءع"}
"""Letters of length and hamzas that a vowel inside a word may be written with."""
FINAL = {"a": "اهيعء", "e": "يهاء", "i": "يا", "u": "واه"}
SEVERAL = "اويهعء"
"""The same for several vowels in a row."""
OPENING = "[اعيوءه]{1,2}"
"""A vowel at a word's beginning needs a letter to stand on."""
FEWEST_CONSONANTS, SHORTEST = 3, 4
"""Consonants of a name whose vowels may all be left unwritten; letters of the shortest name that is found by its sound."""


STRETCHES = re.compile("[aeiu]+|.")


@lru_cache(maxsize=65536)
def pattern(skeleton: str) -> re.Pattern[str] | None:
    """The Arabic spellings of a skeleton; None for one too short, or with what is no letter of a name.

    Of a name of two consonants (Айгуль, Ирина) every vowel must be written, or it would be half the dictionary.
    """
    consonants = sum(letter in CONSONANTS for letter in skeleton)
    if consonants < FEWEST_CONSONANTS - 1 or len(skeleton) < SHORTEST:
        return None
    fewest = 0 if consonants >= FEWEST_CONSONANTS else 1
    parts: list[str] = []
    stretches = STRETCHES.findall(skeleton)
    for index, stretch in enumerate(stretches):
        if stretch in CONSONANTS:
            group = f"|{GROUPS[stretch]}" if stretch in GROUPS else ""
            parts.append(f"(?:[{CONSONANTS[stretch]}]{group})")
        elif stretch[0] not in VOWELS:
            return None
        elif not parts:
            parts.append(OPENING)
        elif len(stretch) > 1:
            parts.append(f"[{SEVERAL}]{{{fewest},3}}")
        else:
            letters = FINAL if index == len(stretches) - 1 else VOWELS
            parts.append(f"[{letters[stretch]}]{{{fewest},2}}")
    return re.compile("".join(parts))


def spellings(word: str) -> Iterator[re.Pattern[str]]:
    """The patterns of a folded Latin or Cyrillic word."""
    for one in skeletons(word):
        found = pattern(one)
        if found is not None:
            yield found


class ArabicSpellings:
    """The registered words of one side, by the Arabic letter that they may begin with.

    `foreign` are names in Latin or Cyrillic letters, asked for by an Arabic word; `own` are names in Arabic letters,
    asked for by a word of the others. Only names of people who are not registered in the other script are held.
    """

    def __init__(self, words: Iterable[Word], scripts: set[tuple[str, str, str]]) -> None:
        self._foreign: dict[str, list[Word]] = {}
        self._own: list[Word] = []
        for word in words:
            if word.length > 1 or word.is_particle:
                continue
            if is_arabic(word.key):
                if any(
                    (owner, word.part, script) not in scripts
                    for owner in word.owners
                    for script in ("latin", "cyrillic")
                ):
                    self._own.append(word)
            elif any((owner, word.part, "arabic") not in scripts for owner in word.owners):
                for one in skeletons(word.key):
                    for letter in _beginnings(one):
                        self._foreign.setdefault(letter, []).append(word)

    def foreign(self, arabic: str) -> Iterator[Word]:
        """The names in other letters that a folded Arabic word may spell."""
        for word in self._foreign.get(arabic[:1], ()):
            if any(spelt.fullmatch(arabic) for spelt in spellings(word.key)):
                yield word

    def own(self, foreign: str) -> Iterator[Word]:
        """The names in Arabic letters that a folded Latin or Cyrillic word may spell."""
        if self._own:
            for spelt in spellings(foreign):
                yield from (word for word in self._own if spelt.fullmatch(word.key))


def _beginnings(skeleton: str) -> Iterable[str]:
    """The Arabic letters that a skeleton's spellings may begin with."""
    first = skeleton[:1]
    if first in CONSONANTS:
        return dict.fromkeys(CONSONANTS[first] + GROUPS.get(first, "")[:1])
    return "اعيوءه"
