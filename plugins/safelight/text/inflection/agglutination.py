"""Suffix chains: what Turkic languages and Tajik write onto a name, one meaning after another.

A chain is read leniently (any variant of a suffix after any word: people write Айгүлдин for Айгүлдүн, and a name that is
read too often only stays hidden) and written strictly, by the language's rules of harmony and assimilation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

Chain = tuple[str, ...]
LONGEST_CHAIN = 4
"""Most suffixes that are read behind one name (number, possessor, case, particle)."""


@dataclass(frozen=True)
class Agglutination:
    """A language's suffixes: `variants` by meaning (all that are read), `order` of slots, `write` the strict rule.

    `alike` (for `str.translate`) makes the variants of one suffix one: harmony and assimilation are not asked for in
    reading. `order` gives the meanings of each slot; a chain takes at most one of each slot, in that order. `write(word,
    meaning, before)` returns the word with one more suffix, where `before` are the meanings written already; None
    where the language has no such form.
    """

    variants: Mapping[str, tuple[str, ...]]
    order: tuple[tuple[str, ...], ...]
    write: Callable[[str, str, Chain], str | None]
    alike: Mapping[int, str]

    @cached_property
    def suffixes(self) -> Mapping[str, tuple[Chain, ...]]:
        """Every suffix, with its letters made `alike`, to the chains that it may be; the shortest chain first."""
        variants = {m: {v.translate(self.alike) for v in self.variants[m]} for m in self.variants}
        found: dict[str, set[Chain]] = {"": {()}}
        level: dict[str, set[Chain]] = {"": {()}}
        for slot in self.order:
            grown: dict[str, set[Chain]] = {}
            for text, chains in level.items():
                for meaning in slot:
                    for variant in variants[meaning]:
                        more = {(*chain, meaning) for chain in chains if len(chain) < LONGEST_CHAIN}
                        if more:
                            grown.setdefault(text + variant, set()).update(more)
            for text, chains in grown.items():
                level.setdefault(text, set()).update(chains)
                found.setdefault(text, set()).update(chains)
        del found[""]
        return {text: tuple(sorted(chains, key=lambda c: (len(c), c))) for text, chains in found.items()}

    def read(self, suffix: str) -> tuple[Chain, ...]:
        """The chains that a folded suffix may be; none if it is no suffix of the language."""
        return self.suffixes.get(suffix.translate(self.alike), ())

    @cached_property
    def longest(self) -> int:
        """Letters of the longest suffix."""
        return max(map(len, self.suffixes))

    def inflect(self, word: str, chain: Chain) -> str | None:
        """A word with a chain written onto it; None where the language has no such form."""
        written: str | None = word
        for index, meaning in enumerate(chain):
            if written is None:
                return None
            written = self.write(written, meaning, chain[:index])
        return written


def last_vowel(word: str, vowels: str) -> str:
    """The last letter of `word` that is one of `vowels`; "" if none is."""
    return next((letter for letter in reversed(word.casefold()) if letter in vowels), "")


def voiced(base: str, following: str) -> tuple[str, ...]:
    """A name before a suffix: its last consonant may have been voiced by it (Айбек, Айбеги; Malik, Maligi)."""
    back = {"г": "к", "б": "п", "ғ": "қ", "g": "k", "b": "p"}.get(base[-1:])
    return (base, base[:-1] + back) if back and following in "аыоуэиеөүиaiou" else (base,)
