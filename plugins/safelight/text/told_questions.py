"""Questions about what a story tells of its person, where no column of the caseload counts it and nobody has decided.

A trait that is counted lowers k, and k is a limit of its own (docs/adr/0015). One that is not counted would be published
unweighed, so it is asked about as an unknown name is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from safelight.model.content import parse_profile
from safelight.model.profile import CASELOAD_ATTRIBUTES, LISTED, normal
from safelight.model.redaction import Redaction, Unresolved
from safelight.text.decisions import Rulings
from safelight.text.disclosures import disclose
from safelight.text.reading import Reading

COUNTRY = "country"
TRAIT_WAY_OUT = (
    "{trait} is counted by no column of the caseload: take it out, or decide with `safelight review` whose it is, or that it "
    "is common"
)
COUNTRY_WAY_OUT = (
    "{trait} is neither origin nor destination in the story's Profile: say another country, or decide with `safelight review` "
    "that it may stand"
)


@dataclass(frozen=True)
class Counted:
    """What need not be asked: the caseload's columns, and the countries that the story's `Profile` tells (slugs)."""

    columns: frozenset[str]
    countries: frozenset[str] = frozenset()

    def of(self, profile: str) -> Counted:
        """The same with the countries of a `Profile` line; a line with mistakes has none."""
        try:
            told: Mapping[str, str] = parse_profile(profile) if profile else {}
        except ValueError:
            told = {}
        named = {normal(value) for key, value in told.items() if key in ("origin", "destination", COUNTRY, "transit")}
        return Counted(self.columns, self.countries | named)


def told_questions(
    reading: Reading, lang: str, story: str, redaction: Redaction, decisions: Rulings, counted: Counted
) -> Iterator[Unresolved]:
    """A question for each place that tells an uncounted trait, or a country of nobody's, outside what is replaced.

    `redaction` is that of the same text; its replacements and questions are settled or asked already.
    """
    spans = [(one.start, one.end) for one in redaction.replacements]
    spans = sorted([*spans, *((one.start, one.end) for one in redaction.unresolved)])
    for told in disclose(reading, lang):
        if told.attribute in CASELOAD_ATTRIBUTES or told.attribute in LISTED or told.attribute in counted.columns:
            continue
        if told.attribute == COUNTRY and told.value in counted.countries:
            continue
        at = bisect_left(spans, (told.end, 0))
        if at and spans[at - 1][1] > told.start:
            continue
        trait = f"{told.attribute}={told.value}"
        text = reading.source[told.start : told.end]
        if decisions.allows_trait(trait, story) or decisions.allows_words(text, lang, story):
            continue
        line, column = reading.line_column(told.start)
        country = told.attribute == COUNTRY
        way_out = (COUNTRY_WAY_OUT if country else TRAIT_WAY_OUT).format(trait=trait)
        kind = "unknown-country" if country else "unknown-trait"
        yield Unresolved(line, column, told.start, told.end, text, kind, way_out, trait=trait)
