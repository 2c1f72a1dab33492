"""Decisions: what a reviewer said of a word, so that it is asked once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from safelight.model.profile import TRAIT_MEANINGS, parse_trait
from safelight.model.vault import Decision
from safelight.text import russian
from safelight.text.fold import words_of
from safelight.text.reading import Reading

UNSAFE = frozenset({"person", "name", "place", "remove", "secret", "unsafe"})
"""Meanings that make no word public: it is replaced by `say`, removed, or stays a question."""
REMOVE = "remove"


@dataclass(frozen=True)
class Ruling:
    """One decision as texts are held to it.

    `words` are the folded words it covers, `lower` whether it speaks of the lower-case word alone; `text` is what
    stands there instead: None leaves the word, empty removes it.
    """

    words: tuple[str, ...]
    lower: bool
    lang: str
    scope: str
    means: str
    text: str | None
    allows: bool
    order: tuple[date, int]


@dataclass(frozen=True)
class Rulings:
    """All decisions on words by the first of them, folded; `stems` are the beginnings of the Russian ones."""

    by_word: Mapping[str, tuple[Ruling, ...]]
    stems: frozenset[str]
    traits: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What somebody judged of a trait (`duration=three-weeks`) to the scopes that it holds in, in every language."""

    def allows_trait(self, trait: str, story: str) -> bool:
        """Whether a reviewer has said of a trait that it may stand in a story."""
        return not self.traits.get(trait, frozenset()).isdisjoint(("site", f"story:{story}"))

    def allows_words(self, text: str, lang: str, story: str) -> bool:
        """Whether the latest decision on exactly these words is that they may stand in a story."""
        words = words_of(text)
        starts = [words[0], *(russian.lemmas(words[0]) if lang == "ru" else ())] if words else []
        found = [
            one
            for start in starts
            for one in self.by_word.get(start, ())
            if one.lang in (lang, "*")
            and one.scope in ("site", f"story:{story}")
            and len(one.words) == len(words)
            and one.words[1:] == words[1:]
        ]
        return bool(found) and max(found, key=lambda one: one.order).allows

    def begin(self, word: str) -> bool:
        """Whether a decision may begin with a folded word; a question of `word_memory`."""
        return word in self.by_word

    def begin_in_russian(self, word: str) -> bool:
        """Whether one may begin with a form of a Russian word."""
        return word in self.by_word or (
            word[:STEM] in self.stems and not self.by_word.keys().isdisjoint(russian.lemmas(word))
        )


STEM = 3
"""Letters that two Russian forms of a decided word share at least; it saves looking most words up."""


def compile_decisions(decisions: Sequence[Decision], languages: Collection[str]) -> Rulings:
    """Decisions for texts in `languages`, ready to be looked up; linear in their number."""
    found: dict[str, list[Ruling]] = defaultdict(list)
    stems: set[str] = set()
    traits: dict[str, set[str]] = defaultdict(set)
    for position, decision in enumerate(decisions):
        if decision.means in TRAIT_MEANINGS:
            trait = parse_trait(decision.token)
            if trait:
                traits["=".join(trait)].add(decision.scope)
            continue
        if decision.lang not in languages and decision.lang != "*":
            continue
        words = words_of(decision.token)
        if not words:
            continue
        text = decision.say or ("" if decision.means == REMOVE else None)
        found[words[0]].append(
            Ruling(
                words, decision.token.islower(), decision.lang, decision.scope, decision.means, text,
                allows=text is None and decision.means not in UNSAFE, order=(decision.on, position),
            )
        )  # fmt: skip
        if decision.lang == "ru":
            stems.add(words[0][:STEM])
    return Rulings(
        {word: tuple(sorted(rulings, key=_longest_and_last_first)) for word, rulings in found.items()},
        frozenset(stems),
        {trait: frozenset(scopes) for trait, scopes in traits.items()},
    )


def _longest_and_last_first(ruling: Ruling) -> tuple[int, int, int]:
    return (-len(ruling.words), -ruling.order[0].toordinal(), -ruling.order[1])


def decided(
    reading: Reading, lang: str, story: str, rulings: Rulings, covered: Collection[int]
) -> Iterator[tuple[int, int, Ruling]]:
    """(first, last, ruling) of the tokens that a decision settles in this story; the latest decision is the one.

    A decision on a capitalised word covers its Russian cases too; one on a lower-case word no capital.
    """
    if not rulings.by_word:
        return
    reach = 0
    for index in reading.tokens(rulings.begin_in_russian if lang == "ru" else rulings.begin):
        if index < reach or index in covered:
            continue
        ruling = _ruling(reading, index, lang, story, rulings)
        if ruling is not None and (ruling.allows or ruling.text is not None):
            reach = index + len(ruling.words)
            yield index, reach, ruling


def _ruling(reading: Reading, index: int, lang: str, story: str, rulings: Rulings) -> Ruling | None:
    starts = [reading.keys[index]]
    if lang == "ru":
        starts += sorted(russian.lemmas(reading.keys[index]) - {reading.keys[index]})
    best: Ruling | None = None
    for start in starts:
        for ruling in rulings.by_word.get(start, ()):
            if ruling.lang not in (lang, "*") or ruling.scope not in ("site", f"story:{story}"):
                continue
            if not _matches(reading, index, ruling, lang):
                continue
            if best is None or (len(ruling.words), ruling.order) > (len(best.words), best.order):
                best = ruling
    return best


def _matches(reading: Reading, index: int, ruling: Ruling, lang: str) -> bool:
    last = index + len(ruling.words)
    if last > len(reading.keys) or (ruling.lower and not reading.word(index)[0].islower()):
        return False
    return all(
        key == word or (lang == "ru" and word in russian.lemmas(key))
        for key, word in zip(reading.keys[index:last], ruling.words, strict=True)
    )
