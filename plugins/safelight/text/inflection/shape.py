"""Shapes: what a written form of a word is, and the tables that lead from a form to its shapes and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
"""The six cases that Russian and Ukrainian names are declined in, by OpenCorpora's names; `voct` stands beside them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a written form is: case and number; or an adjective made of the name; or a chain of suffixes; or a clitic.

    `case` is one of `CASES` or `voct`. `derived` is "" for the name itself, `possessive` (Аннин), `relational`
    (буйнакский), `pet` (a diminutive that is not registered) or `counterpart` (the surname in the other gender).
    `gender` is an adjective's (`masc`, `femn`, `neut`). `chain` are the agglutinated suffixes by meaning, in order
    (`plur`, `p3`, `gent` …). `prefix` is an Arabic clitic as written.
    """

    case: str = "nomn"
    number: str = "sing"
    derived: str = ""
    gender: str = ""
    chain: tuple[str, ...] = ()
    prefix: str = ""


NOMINATIVE = Shape()


class Paradigm:
    """Endings with the shapes that they mark, in order of preference: the first ending of a shape is the one written."""

    def __init__(self, endings: Iterable[tuple[str, Shape]]) -> None:
        self.endings = tuple(dict.fromkeys(endings))

    @cached_property
    def by_ending(self) -> Mapping[str, tuple[Shape, ...]]:
        """Every shape that an ending may mark."""
        found: dict[str, list[Shape]] = {}
        for ending, shape in self.endings:
            found.setdefault(ending, []).append(shape)
        return MappingProxyType({ending: tuple(shapes) for ending, shapes in found.items()})

    @cached_property
    def by_shape(self) -> Mapping[Shape, str]:
        """The ending that is written for a shape."""
        found: dict[Shape, str] = {}
        for ending, shape in self.endings:
            found.setdefault(shape, ending)
        return MappingProxyType(found)


@dataclass(frozen=True)
class Declension:
    """A word ready to be inflected: the part that never changes, as written, and its paradigm."""

    stem: str
    paradigm: Paradigm

    def forms(self) -> Iterator[tuple[str, Shape]]:
        """Every form with its shape; the usual one of a shape first."""
        for ending, shape in self.paradigm.endings:
            yield self.stem + ending, shape

    def form(self, shape: Shape) -> str | None:
        """The form of a shape; None where the word has none."""
        ending = self.paradigm.by_shape.get(shape)
        return None if ending is None else self.stem + ending


def cases(row: str, number: str = "sing", *, derived: str = "", gender: str = "") -> list[tuple[str, Shape]]:
    """Endings of the six cases and, where a seventh column stands, the vocative, from a row like `а ы е у ой/ою е`.

    `-` is the empty ending, `/` parts equal ones; the first of them is the usual one.
    """
    names = (*CASES, "voct")
    return [
        ("" if ending == "-" else ending, Shape(case, number, derived, gender))
        for case, column in zip(names, row.split(), strict=False)
        for ending in column.split("/")
    ]


def cased_like(word: str, model: str) -> str:
    """`word` with a first capital, or all capitals, where `model` has them."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
