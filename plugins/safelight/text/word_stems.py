"""Stems and skeletons of the registered words, worked out for those words that begin like one looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from safelight.text.arabic_spelling import ArabicSpellings
from safelight.text.inflection import Declension, Shape, is_arabic, is_cyrillic, ukrainian
from safelight.text.registered_words import Word, key
from safelight.text.skeleton import SHORTEST, marks_off, skeleton, skeletons, to_cyrillic
from safelight.text.word_paradigms import Table, ending_table, latin_ways, spelled_forms, word_declensions

STEM_HEAD, SKELETON_HEAD = 2, 3
"""Letters at a word's beginning that no inflection changes, of written words and of skeletons."""
Spelling = tuple[Word, tuple[Shape, ...], str | None]
"""A registered word, the shapes that a spelling of it may be, and the Cyrillic ending where there is one."""
Spellings = dict[str, list[Spelling]]
Stems = dict[str, list[tuple[Word, str, Table]]]


def script_of(word: str) -> str:
    """`cyrillic`, `arabic` or `latin`."""
    return "cyrillic" if is_cyrillic(word) else "arabic" if is_arabic(word) else "latin"


class Words:
    """The registered words; what a language makes of them is worked out for those words that begin like one looked up.

    So a large vault costs what its texts ask of it. Words that are short, or that the vault lists forms of, may change
    at their beginning (Лев, Льва); they are worked out at the first question.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self.words = tuple(words)
        self.bases: dict[str, list[Word]] = {}
        for word in self.words:
            self.bases.setdefault(word.key, []).append(word)
        self.scripts = {(owner, word.part, script_of(word.key)) for word in self.words for owner in word.owners}
        self._heads: dict[str, dict[str, list[Word]]] = {}
        self._stems: dict[tuple[str, str], Stems] = {}
        self._spellings: dict[tuple[str, str, bool], Spellings] = {}

    def stems(self, lang: str, word: str) -> tuple[Stems, ...]:
        """Folded stems, with their endings in `lang`, of the registered words that a folded word may be a form of."""
        return tuple(self._stems_of(lang, head) for head in ("", word[:STEM_HEAD]))

    def spellings(self, lang: str, letters: str, *, latin: bool) -> Iterator[Spelling]:
        """The registered words, with shapes and ending, that have a declined form of this skeleton in ru, uk or ro.

        `latin`: the skeleton is that of a Latin word, which may have lost the marks of its letters.
        """
        for head in ("", letters[:SKELETON_HEAD]):
            yield from self._spellings_of(lang, head, latin).get(letters, ())

    @cached_property
    def skeleton_bases(self) -> dict[str, list[Word]]:
        """Skeletons of the words as registered."""
        found: dict[str, list[Word]] = {}
        for word in self.words:
            if _is_respelled(word):
                for one in skeletons(word.key):
                    if len(one) >= SHORTEST:
                        found.setdefault(one, []).append(word)
        return found

    @cached_property
    def arabic_spellings(self) -> ArabicSpellings:
        """How Arabic may spell the words that are registered in other letters, and the other way round."""
        return ArabicSpellings(self.words, self.scripts)

    def _beginning(self, kind: str, head: str) -> list[Word]:
        if kind not in self._heads:
            found: dict[str, list[Word]] = {}
            for word in self.words:
                for one in _heads(word, kind):
                    found.setdefault(one, []).append(word)
            self._heads[kind] = found
        return self._heads[kind].get(head, [])

    def _stems_of(self, lang: str, head: str) -> Stems:
        stems = self._stems.get((lang, head))
        if stems is None:
            stems = {}
            for word in self._beginning("uk" if lang == "uk" else "written", head):
                for declension in word_declensions(word, lang):
                    _add(stems, word, lang, declension)
            self._stems[lang, head] = stems
        return stems

    def _spellings_of(self, lang: str, head: str, latin: bool) -> Spellings:
        spellings = self._spellings.get((lang, head, latin))
        if spellings is None:
            spellings = {}
            seen: set[tuple[str, str, str, frozenset[str]]] = set()
            # Cyrillic words first: their paradigms are the better known, and a Latin twin adds nothing to them.
            for word in sorted(self._beginning("skeleton", head), key=lambda w: not is_cyrillic(w.text)):
                once = (skeleton(word.key), word.part, word.sex, word.owners)
                if once not in seen:
                    seen.add(once)
                    for form, shapes, ending in spelled_forms(word, lang, latin=latin):
                        if len(form) >= SHORTEST:
                            spellings.setdefault(form, []).append((word, shapes, ending))
            self._spellings[lang, head, latin] = spellings
        return spellings


def _is_respelled(word: Word) -> bool:
    return not is_arabic(word.text) and word.length == 1 and not word.is_particle


def _heads(word: Word, kind: str) -> set[str]:
    """The beginnings under which a word is kept; "" for one whose beginning may change."""
    if kind == "skeleton":
        if not _is_respelled(word):
            return set()
        ways = set(skeletons(word.key))
        written = word.key if is_cyrillic(word.text) else to_cyrillic(word.key)
        ways |= set(map(skeleton, marks_off(written)))
        if not is_cyrillic(word.text):
            ways |= {skeleton(to_cyrillic(one)) for one in latin_ways(word.key)}
        return {
            "" if len(one) < SKELETON_HEAD + 2 or isinstance(word.declines, tuple) else one[:SKELETON_HEAD]
            for one in ways
        }
    if len(word.key) <= STEM_HEAD + 1 or isinstance(word.declines, tuple):
        return {""}
    if kind == "uk" and is_cyrillic(word.text):
        return {word.key[:STEM_HEAD], key(ukrainian.respelled(word.text, word.part))[:STEM_HEAD]}
    return {word.key[:STEM_HEAD]}


def _add(stems: Stems, word: Word, lang: str, declension: Declension) -> None:
    stem, table = key(declension.stem), ending_table(declension.paradigm)
    if len(stem) >= 2:
        stems.setdefault(stem, []).append((word, lang, table))
        return
    for ending, shapes in table.items():
        if len(stem + ending) > 1:
            stems.setdefault(stem + ending, []).append((word, lang, {"": shapes}))
