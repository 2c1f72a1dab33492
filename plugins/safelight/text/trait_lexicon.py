"""Trait lexicons: the words by which a text tells what somebody does, suffers, believes, or comes from.

`data/traits/ATTRIBUTE.txt` has one row for each value of an attribute: its slug, then one cell for each language, with
the expressions that tell it, in dictionary form. In a cell, `=` before a word takes it as written only, `{n}` is a number,
`2=` before an expression says that it tells that number itself, `~` stands for the endings of a people's name, and a
capital must be a capital in the text as well. `trait_words` knows the forms that a word takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from safelight.text.counted_numbers import begins_number, number_at
from safelight.text.countries import country_names
from safelight.text.fold import fold_letters, key_of, words_of
from safelight.text.languages import writing
from safelight.text.reading import Reading
from safelight.text.trait_words import (
    ALONE,
    CHAINED,
    INDECLINABLE,
    SHORTEST_STEM,
    Stem,
    beginnings,
    is_form,
    spelled_out,
    stems_of,
)

ATTRIBUTES = (
    "occupation", "illness", "faith", "ethnicity", "family", "education", "exploitation", "status", "country", "duration", "amount",
)  # fmt: skip
NUMBER = 0
"""The slot of `{n}`."""
HEAD = 2
"""Letters at a word's beginning that are looked at before all else."""
MOST_REMEMBERED = 200_000
LONGEST_DURATION = 1000
"""What is counted in thousands of years, months or days is a date: в 2006 году."""
ONE_IS_AN_ARTICLE = frozenset(("ro", "uz", "tg", "ky"))
"""Languages in which "one child" is any child: un copil, bir bola."""
NUMBER_SLUGS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
LONGEST_LOOSE = 8
"""Most letters behind the last word of an expression in a language whose verbs are not listed form by form."""
NEAR = re.compile(r" ?[-\u2010-\u2015']?[ \n]? ?")
"""What may stand between the words of one expression: spaces, one line's end, a hyphen."""


class Trait(NamedTuple):
    """An attribute's value, told by the tokens from `first` to `last` (outside)."""

    attribute: str
    value: str
    first: int
    last: int


@dataclass
class Node:
    """A place in the tree of expressions: the slots that may follow, and what is told by an expression that ends here."""

    following: dict[int, Node] = field(default_factory=dict)
    told: list[tuple[str, str, int | None]] = field(default_factory=list)
    """Attribute, slug, and the number that the expression tells without naming it."""


@dataclass
class Traits:
    """The expressions of one language as a tree of slots, and the stems that lead from a word to its slots.

    `loose` are stems that any letters may follow: the last words of expressions in languages with suffix chains, which
    are often verbs.
    """

    lang: str
    stems: dict[str, list[tuple[Stem, int]]] = field(default_factory=dict)
    loose: dict[str, list[int]] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    root: Node = field(default_factory=Node)
    capitals: dict[int, bool] = field(default_factory=dict)
    """The slots of words that need a capital, and whether they need capitals throughout (US, UAE)."""
    _ids: dict[tuple[str, str], int] = field(default_factory=dict)
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def find(self, reading: Reading) -> Iterator[Trait]:
        """Every trait that a text tells, the longest expression at each place, in order; linear in the text."""
        behind = 0
        for index in reading.tokens(self.opens):
            if index >= behind:
                for trait in self._longest(reading, index):
                    yield trait
                    behind = trait.last

    def opens(self, word: str) -> bool:
        """Whether an expression may begin with a folded word; a question of `word_memory`."""
        return not self.root.following.keys().isdisjoint(self._slots(word))

    def _longest(self, reading: Reading, index: int) -> list[Trait]:
        """The longest expression that begins at a token, in every sense that it has."""
        found: list[Trait] = []
        open_nodes: list[tuple[Node, int, int]] = [(self.root, index, -1)]
        while open_nodes:
            node, at, number = open_nodes.pop()
            for attribute, slug, told in node.told:
                trait = _trait(attribute, slug, number if told is None else told, index, at, self.lang)
                if trait is not None and (not found or at >= found[0].last):
                    found = [*(found if found and at == found[0].last else ()), trait]
            open_nodes += self._next(reading, node, index, at, number)
        if any(trait.attribute == "country" for trait in found):
            found = [trait for trait in found if trait.attribute == "country"]  # Turcia is no Turk, though its stem is
        return list(dict.fromkeys(found))

    def _next(self, reading: Reading, node: Node, index: int, at: int, number: int) -> Iterator[tuple[Node, int, int]]:
        """Where the tree may be after one more word (or number): node, token behind, number read so far."""
        slots = self._slots(reading.keys[at]) if at < len(reading.keys) and node.following else ()
        if not slots or (at > index and not NEAR.fullmatch(reading.gap(at - 1, at))):
            return
        for slot in slots:
            following = node.following.get(slot)
            if following is None or (slot in self.capitals and not self._is_capital(slot, reading.word(at))):
                continue
            if slot == NUMBER:
                counted = number_at(reading, at, self.lang)
                if counted is not None:
                    yield following, counted[1], counted[0]
            else:
                yield following, at + 1, number

    def _is_capital(self, slot: int, word: str) -> bool:
        return word.isupper() if self.capitals[slot] else word[0].isupper()

    def _slots(self, key: str) -> tuple[int, ...]:
        """The slots that a folded word may fill."""
        known = self._known.get(key)
        if known is None:
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._read_slots(key)
        return known

    def _read_slots(self, key: str) -> tuple[int, ...]:
        found: list[int] = []
        if begins_number(key, self.lang):
            found.append(NUMBER)
        for word in beginnings(key, self.lang):
            if word[:HEAD] not in self.heads:
                continue
            for cut in range(min(HEAD, len(word)), len(word) + 1):
                begins = word[:cut]
                found += [slot for stem, slot in self.stems.get(begins, ()) if is_form(word, stem, self.lang)]
                if len(word) - cut <= LONGEST_LOOSE:
                    found += self.loose.get(begins, ())
        return tuple(dict.fromkeys(found))

    def add(self, attribute: str, slug: str, form: str) -> None:
        """One expression as a table writes it."""
        number, _, rest = form.partition("=")
        told = int(number) if number.isdecimal() else None
        node = self.root
        words = _words(rest if told is not None else form)
        for position, (word, exact) in enumerate(words):
            how = "exact" if exact else "name" if word[:1].isupper() and writing(self.lang).capitals else ""
            spoken = sum(one != "{n}" for one, _ in words)
            if self.lang in CHAINED and position == len(words) - 1 and spoken > 1 and len(word) > SHORTEST_STEM:
                how = "loose"
            node = node.following.setdefault(NUMBER if word == "{n}" else self._slot(word, how), Node())
        node.told.append((attribute, slug, told))

    def _slot(self, word: str, how: str) -> int:
        """The number of a word taken `exact`, as a country's `name`, `loose` at its end, or in its forms ("")."""
        if (word, how) in self._ids:
            return self._ids[word, how]
        slot = self._ids[word, how] = len(self._ids) + 1
        if word[:1].isupper() and writing(self.lang).capitals:
            self.capitals[slot] = len(word) > 1 and word.isupper()
        key = key_of(word)
        plural = self.lang == "uk" and key.endswith("и")
        if how == "name" and self.lang in ("ru", "uk") and INDECLINABLE.search(key) and not plural:
            how = "exact"
        for stem in (Stem(key, ALONE),) if how == "exact" else stems_of(word, self.lang):
            if how == "loose":
                self.loose.setdefault(stem.text, []).append(slot)
            else:
                self.stems.setdefault(stem.text, []).append((stem, slot))
            self.heads.add(stem.text[:HEAD])
        return slot


def _trait(attribute: str, slug: str, number: int, first: int, last: int, lang: str) -> Trait | None:
    if attribute == "duration" and number >= LONGEST_DURATION:
        return None
    if attribute == "family" and number == 1 and "{n}" in slug and lang in ONE_IS_AN_ARTICLE:
        return None
    return Trait(attribute, slug if "{n}" not in slug else counted(slug, number), first, last)


def counted(slug: str, number: int) -> str:
    """A slug with its number: three-children, one-child, 15-days."""
    told = slug.replace("{n}", NUMBER_SLUGS[number] if number < len(NUMBER_SLUGS) else str(number))
    return {"one-children": "one-child"}.get(told, told.removesuffix("s")) if number == 1 else told


def _words(form: str) -> list[tuple[str, bool]]:
    """The words of an expression as texts part them, each with whether it is taken as written only."""
    found: list[tuple[str, bool]] = []
    for word in form.split():
        if word == "{n}":
            found.append((word, False))
            continue
        bare = word.removeprefix("=")
        folded = fold_letters(bare)
        for part in re.findall(r"[^\W_]+(?:['\u2019][^\W_]+)*", bare if len(folded) == len(bare) else folded):
            if part.endswith("'s"):
                found += [(part[:-2], True), ("s", True)]
            else:
                found.append((part, word.startswith("=")))
    return found


def rows(attribute: str) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    """(slug, expressions by language) of an attribute's table. Raises ValueError on a row without a cell for each."""
    lines = (
        files("safelight.text").joinpath("data", "traits", f"{attribute}.txt").read_text(encoding="utf-8").splitlines()
    )
    header, *body = [line.split(";") for line in lines if line and not line.startswith("#")]
    languages = [cell.strip() for cell in header[1:]]
    for slug, *cells in body:
        if len(cells) != len(languages):
            raise ValueError(f"data/traits/{attribute}.txt: {slug}: {len(cells)} cells for {len(languages)} languages")
        told = [tuple(form.strip() for form in cell.split(",") if form.strip()) for cell in cells]
        yield slug, dict(zip(languages, told, strict=True))


@cache
def traits(lang: str) -> Traits:
    """The trait lexicon of a language, compiled once; empty for one that the tables have no column for."""
    found = Traits(lang)
    for attribute in ATTRIBUTES:
        for slug, forms in rows(attribute):
            for form in forms.get(lang, ()):
                for one in spelled_out(form, lang):
                    found.add(attribute, slug, _as_written(one) if attribute == "country" and lang == "ar" else one)
    if found.root.following:
        for slug, name in country_names(lang):
            if words_of(name):
                found.add("country", slug, _as_written(name) if lang == "ar" else name)
    return found


def _as_written(name: str) -> str:
    """Arabic countries take no endings: an ending makes the people of one (روسيا, روسي)."""
    return " ".join(f"={word.removeprefix('ال')}" for word in name.split())
