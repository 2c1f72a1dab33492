"""What a story discloses of a person: attributes and values, as the caseload counts them."""

from __future__ import annotations

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
