"""The bands of the caseload that exact ages become, and what a way to tell an age is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from safelight.text.detectors.numbers import any_of

Band = tuple[int, int]
BANDS: tuple[Band, ...] = ((0, 12), (13, 17), (18, 24), (25, 34), (35, 49), (50, 199))


def band(age: int) -> Band:
    """The band of an age in years."""
    return next(pair for pair in BANDS if pair[0] <= age <= pair[1])


class Told(NamedTuple):
    """An age that a text tells: the match, the band from its lowest to its highest number, the text folded and as written."""

    found: re.Match[str]
    band: Band
    text: str
    written: str

    def group(self, name: str) -> str:
        """A named group; empty where the way has none, or where it took no part."""
        return self.found.groupdict().get(name) or ""

    def as_written(self, name: str) -> str:
        """A named group as the text writes it, with its accents and its ё."""
        return self.written[slice(*self.found.span(name))] if self.group(name) else ""


Say = Callable[[Told], str | None]
"""What an age becomes; None where it has to be asked about, since it may be something else (an hour)."""


class Way(NamedTuple):
    """A way to tell an age: its pattern, and what is said instead of all that stands behind the group `k`.

    Numbers stand in groups that begin with `n`. Where a group `less` takes part, or the number's group ends in `less`,
    the age is below the number (not yet eighteen, in her eighteenth year). A group `name` has to begin with a capital.
    """

    pattern: re.Pattern[str]
    say: Say
    needs: tuple[str, ...] = ()
    """Folded strings of which every match holds one: a pattern is slow, and to look for these is not."""
    grown: bool = False
    """Whether every match holds a number from which on a person is grown (`SMALLEST_GROWN`); most numbers are smaller."""


SMALLEST_GROWN = 13
"""The smallest number that is read as an age where no word says so: "at nine" is an hour."""
NUMBER_GROUP = re.compile(r"\(\?P<n(?:\d|_less)?>(<[\w-]+>)?")
GROWN = frozenset(("<grown>", "<grown-gent>", "<word>", "<bare>", "<bare-gent>"))
"""Names of tables that hold no smaller number."""


def number_tables(words: Mapping[str, int]) -> dict[str, str]:
    """The patterns of `way_of` that every language has, of its numbers in words and their values: `number` is any
    number that may be an age, `grown` one of `SMALLEST_GROWN` or more, `bare` a grown one in words."""
    bare = any_of(word for word, value in words.items() if value >= SMALLEST_GROWN)
    return {
        "number": rf"\d{{1,2}}(?!\d)|{any_of(words)}",
        "grown": rf"(?:1[3-9]|[2-9]\d)(?!\d)|{bare}",
        "bare": bare,
    }


def way_of(template: str, numbers: Mapping[str, str], say: Say, needs: tuple[str, ...]) -> Way:
    """A way from its pattern with the names of tables in it (`<grown>`), and what each of them stands for."""
    pattern = template
    for name, of in numbers.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{of})")
    held = NUMBER_GROUP.findall(template)
    return Way(re.compile(pattern), say, needs, bool(held) and GROWN.issuperset(held))


def by_band(words: Mapping[int, str]) -> Say:
    """What is said by the first age of a band; `{a}`, `{b}` are its ends, `{u}` the first age above, groups by name.

    A band that `words` leaves out is said as the one before it.
    """

    def say(told: Told) -> str:
        first, last = told.band
        groups = {name: value or "" for name, value in told.found.groupdict().items()}
        chosen = words[max(key for key in words if key <= first)]
        if first == 0 and last > BANDS[0][1]:
            chosen = chosen.replace("13", "{u}")  # a child and somebody older: under 18
        return chosen.format(a=first, b=last, u=last + 1, **groups)

    return say


def asked(_: Told) -> None:
    """Nothing can be said for certain."""
