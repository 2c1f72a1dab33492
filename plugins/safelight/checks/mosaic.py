"""The mosaic: pieces that are harmless one by one, put together and compared with the caseload (docs/adr/0015)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from safelight.model.caseload import Caseload
from safelight.model.profile import (
    COMMON,
    LISTED,
    TRAIT_MEANINGS,
    StoryProfile,
    Told,
    attribute_of,
    normal,
    parse_trait,
    values_of,
)
from safelight.model.vault import Decision

PROFILE, VAULT = "Profile", "vault"
FIRM = frozenset({PROFILE, VAULT})
"""Rules of what is said of the person for certain, which no decision sets aside."""


@dataclass(frozen=True)
class Coarsening:
    """One way to say less, and how many people would then share the rest.

    `instead` is the column and value that say less of the same, None where the attribute is left out.
    """

    attribute: str
    value: str
    k: int
    instead: tuple[str, str] | None = None


@dataclass(frozen=True)
class Mosaic:
    """A story's disclosed values against the caseload.

    `told` is what counts, `set_aside` what a decision takes out of the count, each with its decision. `k` is None
    without a caseload. `uncounted` are values of attributes that the caseload has no column for (durations and amounts
    are only listed), `unknown` those that nobody in it has; `helps` are the ways to say less that raise k, the best
    first.
    """

    told: tuple[Told, ...]
    set_aside: tuple[tuple[Told, Decision], ...]
    values: Mapping[str, frozenset[str]]
    k: int | None
    uncounted: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, str], ...]
    helps: tuple[Coarsening, ...]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every attribute and value that counts, in order."""
        return tuple((attribute, value) for attribute in self.values for value in sorted(self.values[attribute]))

    def places(self, attribute: str, value: str) -> tuple[Told, ...]:
        """Where a value is told."""
        return tuple(one for one in self.told if (attribute_of(one.attribute), normal(one.value)) == (attribute, value))


def assess(profile: StoryProfile, caseload: Caseload, decisions: Sequence[Decision]) -> Mosaic:
    """What a story discloses, how many people share it, and what saying less would give.

    Of a trait's decisions the latest one holds, those of the story and of the site alike. The front matter is never
    set aside: there an editor says of this person what counts. A common trait is one only while the caseload has no
    column for it: counting beats judging.
    """
    rulings = _rulings(profile.story, decisions)
    told: list[Told] = []
    aside: list[tuple[Told, Decision]] = []
    for one in profile.told:
        ruling = rulings.get((attribute_of(one.attribute), normal(one.value)))
        if (
            ruling is None
            or one.rule in FIRM
            or (ruling.means == COMMON and caseload.counts(attribute_of(one.attribute)))
        ):
            told.append(one)
        else:
            aside.append((one, ruling))
    values = values_of(told)
    pairs = [(attribute, value) for attribute in values for value in sorted(values[attribute])]
    uncounted = tuple(pair for pair in pairs if not caseload.counts(pair[0]) and pair[0] not in LISTED)
    unknown = tuple(pair for pair in pairs if caseload.counts(pair[0]) and not caseload.knows(*pair))
    k = caseload.k(values) if caseload.size else None
    return Mosaic(tuple(told), tuple(aside), values, k, uncounted, unknown, _helps(values, caseload, k))


def _rulings(story: str, decisions: Iterable[Decision]) -> dict[tuple[str, str], Decision]:
    found: dict[tuple[str, str], Decision] = {}
    for decision in sorted(decisions, key=lambda one: one.on):
        trait = parse_trait(decision.token) if decision.means in TRAIT_MEANINGS else None
        if trait and decision.scope in ("site", f"story:{story}"):
            found[trait] = decision
    return found


def _helps(values: Mapping[str, frozenset[str]], caseload: Caseload, k: int | None) -> tuple[Coarsening, ...]:
    found: list[Coarsening] = []
    for attribute in values:
        if k is None or not caseload.counts(attribute):
            continue
        rest = {other: those for other, those in values.items() if other != attribute}
        found.append(Coarsening(attribute, "", caseload.k(rest)))
        if len(values[attribute]) == 1:
            (value,) = values[attribute]
            for column, wider in caseload.coarser(attribute, value):
                among = {*rest.get(column, ()), wider}
                found.append(Coarsening(attribute, value, caseload.k({**rest, column: among}), (column, wider)))
    return tuple(sorted((one for one in found if one.k > (k or 0)), key=lambda one: (-one.k, one.instead or ("", ""))))
