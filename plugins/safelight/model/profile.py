"""What a story discloses of a person: attributes and values, as the caseload counts them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CASELOAD_ATTRIBUTES = ("sex", "age_band", "origin", "destination", "year", "exploitation")
"""The columns that every `caseload.csv` has, in their order (VAULT.md)."""
TRAITS = (
    "occupation",
    "illness",
    "faith",
    "ethnicity",
    "family",
    "education",
    "status",
    "country",
    "duration",
    "amount",
)
"""What texts disclose beside them (STORY-RULES.md); counted where `caseload.csv` has a column of that name. `country`
is one named without saying whether it is origin, destination or neither."""
LISTED = frozenset({"duration", "amount"})
"""Told often and kept in few caseloads: a reviewer judges them by eye; counted only where there is a column."""
UNDISCLOSED = frozenset({"", "any", "unknown", "none"})
"""Values that disclose nothing; in `caseload.csv`, what is not known of somebody, who then shares no value."""
OTHER_PERSON, OTHER_TIME, COMMON = "trait-other-person", "trait-other-time", "trait-common"
TRAIT_MEANINGS = frozenset({OTHER_PERSON, OTHER_TIME, COMMON})
"""What a decision may say of a trait (`token: occupation=doctor`) that the text tells: it is somebody else's; it is
theirs, but of another time than their row of the caseload; or so many have it that it need not be counted."""

MARKS = re.compile(r"[\u0300-\u036f]")
APART = re.compile(r"[\s_\u2010-\u2015\u2212-]+")


@dataclass(frozen=True, order=True)
class Disclosure:
    """One thing that a text tells of a person, at a place.

    `attribute` is one of `CASELOAD_ATTRIBUTES` or `TRAITS`; `value` a neutral lower-case English slug, the same in
    every language (`nurse`, `hiv`, `muslim`, `roma`, `three-children`, `18-24`, `2006`, `united-kingdom`); `start` and
    `end` are code points of the text that was read, `end` outside; `rule` is the name of the lexicon entry or pattern.
    """

    attribute: str
    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, order=True)
class Told:
    """A value that one place of the campaign discloses of the person of a story.

    `path` is relative to the campaign's folder, `line` counts from 1; `field` is the front-matter key, `body`, or what
    else tells it; `rule` is the disclosure's, or `Profile`, `vault`.
    """

    attribute: str
    value: str
    path: str
    line: int
    field: str
    rule: str


@dataclass(frozen=True)
class StoryProfile:
    """What is disclosed of the person of one story, wherever it is told.

    `told` is in order and holds equal values as often as they are told; `others` are the ids of the person's other
    stories, which tell their part of it; `published` is whether the story goes out in any language.
    """

    story: str
    path: str
    line: int
    told: tuple[Told, ...]
    others: tuple[str, ...] = ()
    published: bool = True
    has_profile: bool = True

    @property
    def values(self) -> Mapping[str, frozenset[str]]:
        """Every disclosed value by its attribute."""
        return values_of(self.told)


def values_of(told: Iterable[Told | Disclosure]) -> dict[str, frozenset[str]]:
    """Values by attribute, both normalised; what discloses nothing is left out."""
    found: dict[str, set[str]] = {}
    for one in told:
        value = normal(one.value)
        if value not in UNDISCLOSED:
            found.setdefault(attribute_of(one.attribute), set()).add(value)
    return {attribute: frozenset(found[attribute]) for attribute in sorted(found)}


def parse_trait(token: str) -> tuple[str, str] | None:
    """The attribute and value that a decision's token `occupation=doctor` speaks of; None for any other token."""
    attribute, equals, value = token.partition("=")
    named = (attribute_of(attribute), normal(value))
    return named if equals and all(named) else None


def attribute_of(key: str) -> str:
    """The attribute that a front-matter key or a column's head names: `Age-Band` is `age_band`."""
    return normal(key).replace("-", "_")


def normal(value: str) -> str:
    """A value as it is compared: no case, accents or width; words joined by single hyphens (`United Kingdom`)."""
    plain = MARKS.sub("", unicodedata.normalize("NFKD", value)).casefold()
    return APART.sub("-", unicodedata.normalize("NFKC", plain)).strip("-")
