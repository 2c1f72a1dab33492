"""The caseload as sets of people: how many share what a story discloses, by `&` and a count of bits.

For each value that is asked for there is one integer whose bit n is set if person n has it. A hundred thousand
people are 12.5 kB a value, and one intersection takes microseconds (`bench/mosaic.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter

from safelight.model.profile import CASELOAD_ATTRIBUTES, UNDISCLOSED, normal
from safelight.model.vault import CaseloadRow

ROLES = ("origin", "destination", "transit")
"""Columns that a country named without its role may stand in; a caseload need not have `transit`."""
SEVERAL = ";"
"""Between the values of one cell, where a person has several: `widow; three-children`."""

DECADE = re.compile(r"\d\d\d0s")
"""A decade (`2010s`), which everybody shares whose year is one of its ten."""
Values = Mapping[str, Collection[str]]
"""Disclosed values by attribute, both normalised (`model.profile.values_of`)."""


class Caseload:
    """Everybody helped, indexed by what can be disclosed of them."""

    def __init__(self, rows: Sequence[CaseloadRow]) -> None:
        """Index `rows`, column by column; a set of people is made when it is first asked for."""
        self.size = len(rows)
        self.columns: tuple[str, ...] = tuple(rows[0].columns()) if rows else ()
        self._everybody = (1 << self.size) - 1
        self._spelt: dict[tuple[str, str], str] = {}
        self._several: set[str] = set()
        self._numbers: dict[str, dict[str, list[int]]] = {column: {} for column in self.columns}
        self._made: dict[tuple[str, str], int] = {}
        core = len(CASELOAD_ATTRIBUTES)
        for place, column in enumerate(self.columns):
            texts = map(attrgetter(column), rows) if place < core else (row.more[place - core][1] for row in rows)
            self._index(column, texts)

    def _index(self, column: str, texts: Iterable[str]) -> None:
        """Note who has which value in a column; a cell's text is looked at once, however many have it."""
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            numbers[text].append(number)
        for text, found in numbers.items():
            parts = [part.strip() for part in text.split(SEVERAL)]
            if len(parts) > 1:
                self._several.add(column)
            for value, part in {normal(part): part for part in parts}.items():
                if value not in UNDISCLOSED:
                    self._spelt.setdefault((column, value), part)
                    self._numbers[column].setdefault(value, []).extend(found)

    def _people(self, column: str, value: str) -> int:
        """The set of those who have a value in a column."""
        if (column, value) not in self._made:
            bits = bytearray(b"0") * self.size
            for number in self._numbers.get(column, {}).get(value, ()):
                bits[number] = 49  # "1"
            self._made[column, value] = int(bits, 2) if self.size else 0
        return self._made[column, value]

    def counts(self, attribute: str) -> bool:
        """Whether a disclosed attribute can be counted: `caseload.csv` has its column, or it is a country."""
        return attribute in self.columns or (attribute == "country" and bool(self.columns))

    def knows(self, attribute: str, value: str) -> bool:
        """Whether anybody has this value."""
        return bool(self._having(attribute, normal(value)))

    def known(self, attribute: str) -> tuple[str, ...]:
        """The values of a column, normalised."""
        return tuple(sorted(self._numbers.get(attribute, ())))

    def spelt(self, attribute: str, value: str) -> str:
        """A value as `caseload.csv` writes it, or as it came."""
        value = normal(value)
        for column in (attribute, *(ROLES if attribute == "country" else ())):
            if (column, value) in self._spelt:
                return self._spelt[column, value]
        return value

    def k(self, values: Values) -> int:
        """How many people share what is disclosed: the smallest number among the readings.

        Where an attribute has several values, each is a reading of its own, unless its column holds several for one
        person: then they have to share all. A country without a role has to be one of the person's countries; where
        a disclosed origin or destination is the same, it adds nothing. A value that nobody has makes it 0.
        Attributes without a column are not counted; `counts` tells which.
        """
        together = self._everybody
        readings: list[list[int]] = []
        for attribute in sorted(values):
            if not self.counts(attribute):
                continue
            told = [value for value in map(normal, values[attribute]) if value not in UNDISCLOSED]
            having = [self._having(attribute, value) for value in told]
            if len(having) > 1 and attribute in self.columns and attribute not in self._several:
                readings.append(having)
                continue
            for people in having:
                together &= people
        return _fewest(together, readings)

    def coarser(self, attribute: str, value: str) -> tuple[tuple[str, str], ...]:
        """(column, value) of what says less of the same: a column called `origin_region` beside `origin`.

        Only where everybody who has the value agrees in that column.
        """
        people = self._having(attribute, normal(value))
        found = []
        for column in self.columns:
            if people and column.startswith(f"{attribute}_"):
                for name in self._numbers[column]:
                    others = self._people(column, name)
                    if others & people == people != others:
                        found.append((column, name))
        return tuple(found)

    def _having(self, attribute: str, value: str) -> int:
        if attribute == "year" and DECADE.fullmatch(value) and not self._numbers.get("year", {}).get(value):
            return _either(self._people("year", f"{value[:3]}{digit}") for digit in range(10))
        if attribute == "country" and attribute not in self.columns:
            return _either(self._people(role, value) for role in ROLES)
        return self._people(attribute, value)


def _either(sets: Iterable[int]) -> int:
    together = 0
    for people in sets:
        together |= people
    return together


def _fewest(people: int, readings: Sequence[Sequence[int]]) -> int:
    """The smallest intersection of `people` with one set out of each of `readings`.

    It ends at the first empty one. The sets of one column share nobody, so that those that are not empty are no more
    than there are people: the search is linear in them at worst.
    """
    if not people or not readings:
        return people.bit_count()
    best = people.bit_count()
    for one in readings[0]:
        best = min(best, _fewest(people & one, readings[1:]))
        if not best:
            break
    return best
