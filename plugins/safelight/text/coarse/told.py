"""What is told too exactly: a number with what it counts, and what may be said instead."""

from __future__ import annotations

from typing import NamedTuple

from safelight.text.trait_lexicon import counted

SEVERAL, MANY, ABOUT_ONE = "several", "many", "about one"
UNIT_DAYS = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
MOST_HOURS = 24
"""Hours that are a part of a day, which no story has to hide: eighteen hours a day tell of work, not of a person."""
FEWEST_COUNTED = 5
"""Up to four, things are counted in every story ("two questions"); from five on a count is exact."""
FEWEST_ASKED = 13
"""From here on a count that no rule of grammar can coarsen is a question."""
LONGEST = 1000
"""What is counted in thousands of years, months or days is a date, or no time of a life."""


class Coarse(NamedTuple):
    """`reading.text[start:end]` is too exact; `say` stands there instead, None where somebody has to be asked.

    `attribute` is `duration`, `amount`, `count` or `year`; `value` its slug, the same in all languages, which a
    decision may name (`duration=three-weeks`).
    """

    start: int
    end: int
    attribute: str
    value: str
    say: str | None


def lasting(value: int, unit: str) -> tuple[str, str] | None:
    """The size and unit that a duration is coarsened to: (`several`, `week`); None for one that may stand.

    Nineteen days are several weeks, eleven months about a year: what is left is the order of magnitude.
    """
    if value >= LONGEST or (unit == "hour" and value <= MOST_HOURS) or value < 1:
        return None
    if value == 1:
        return (ABOUT_ONE, unit) if unit in ("year", "month") else None
    days = value * UNIT_DAYS[unit]
    if unit == "night":
        return (SEVERAL if value <= 10 else MANY), "night"
    if unit == "year" or days > 700:
        return (SEVERAL if days < 3650 else MANY), "year"
    if unit == "month":
        return (ABOUT_ONE, "year") if 11 <= value <= 13 else (SEVERAL if value <= 10 else MANY, "month")
    if days > 60:
        return SEVERAL, "month"
    return SEVERAL, "week" if unit == "week" or days > 10 else "day"


def magnitude(value: int) -> int:
    """The power of ten that stands for a count or a sum: 0 for up to twelve, 1 for tens, 2 for hundreds …, at most 6."""
    return 0 if value < FEWEST_ASKED else min(len(str(value)) - 1, 6)


def duration_slug(value: int, unit: str) -> str:
    """A duration as decisions and profiles write it: `three-weeks`, `18-months`."""
    return counted(f"{{n}}-{unit}s", value)
