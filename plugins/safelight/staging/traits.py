"""Decides about a trait that a text tells: whose it is, or that so many have it; written into the vault, asked once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from safelight.campaign import Campaign
from safelight.checks.mosaic import FIRM
from safelight.errors import WrongUse
from safelight.model.content import DocumentType
from safelight.model.findings import did_you_mean
from safelight.model.profile import Told, parse_trait
from safelight.sealing import Keyring
from safelight.source.content import read_content
from safelight.source.vault_edit import add_entries
from safelight.staging.approve import check_initials
from safelight.staging.inspect import Inspection
from safelight.text.review import OF_TRAITS, Asked

WHY = {
    "trait": "told of the person, and counted by no column of the caseload: whose is it?",
    "unknown": "told of the person, and nobody in the caseload has it: whose is it?",
}
"""Why a trait is asked about."""


def trait_questions(inspection: Inspection) -> tuple[Asked, ...]:
    """What stories tell that stops the build until somebody decides: each trait of a story once, in all its languages.

    The text of a question is the trait (`occupation=nurse`), its context the safe line that tells it first. What the
    front matter and the vault say for certain is no question.
    """
    asked: list[Asked] = []
    for profile, mosaic in inspection.mosaics:
        for why, pairs in (("trait", mosaic.uncounted), ("unknown", mosaic.unknown)):
            for pair in pairs:
                places = [one for one in mosaic.places(*pair) if one.rule not in FIRM]
                if places:
                    asked.append(_asked(inspection, profile.story, "=".join(pair), why, places))
    return tuple(asked)


def _asked(inspection: Inspection, story: str, trait: str, why: str, places: Sequence[Told]) -> Asked:
    first = places[0]
    lang = PurePosixPath(first.path).stem
    where = tuple(dict.fromkeys(f"{one.path}:{one.line}" for one in places))
    return Asked(trait, lang, f"unknown-{why}", WHY[why], _line(inspection, first), len(places), where, (story,))


def _line(inspection: Inspection, told: Told) -> str:
    """The line of a safe text that tells something; empty for one that is not at hand."""
    for redacted in inspection.redacted:
        document = redacted.document
        if str(document.path) == told.path:
            if told.field != "body":
                return document.text(told.field)
            lines = document.body.split("\n")
            number = told.line - document.body_line
            return lines[number][:LONGEST_LINE] if 0 <= number < len(lines) else ""
    return ""


LONGEST_LINE = 300
"""Characters of a line that a question shows."""


def decide_trait(campaign: Campaign, story: str, trait: str, meant: str, by: str, on: date, keyring: Keyring) -> str:
    """Write what a reviewer says of `trait` (`occupation=doctor`) in `story`; returns the trait as it was written.

    `meant` is a key of `OF_TRAITS`. Raises `WrongUse` for a story that is not there, what is no trait, and what are no
    initials, and `VaultFindings` for a vault with mistakes; then nothing is written.
    """
    check_initials(by)
    tree, _ = read_content(campaign.root)
    stories = {document.id for document in tree.documents if document.type is DocumentType.STORY}
    if story not in stories:
        raise WrongUse(f"content/stories/{story}: is not there: {did_you_mean(story, stories)}")
    parsed = parse_trait(trait)
    if parsed is None:
        raise WrongUse("--decide: is no trait: write attribute=value, for instance occupation=doctor")
    token = "=".join(parsed)
    entry = (
        f'{{token: {json.dumps(token, ensure_ascii=False)}, lang: "*", means: {OF_TRAITS[meant]}, '
        f"scope: {json.dumps(f'story:{story}', ensure_ascii=False)}, by: {by}, on: {on.isoformat()}}}"
    )
    add_entries(campaign.private, "decisions", [entry], keyring)
    return token
