"""Decides about a trait that a text tells: whose it is, or that so many have it; written into the vault, asked once."""

from __future__ import annotations

import json
from datetime import date

from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.model.content import DocumentType
from safelight.model.findings import did_you_mean
from safelight.model.profile import COMMON, OTHER_PERSON, OTHER_TIME, parse_trait
from safelight.sealing import Keyring
from safelight.source.content import read_content
from safelight.source.vault_edit import add_entries
from safelight.staging.approve import check_initials

MEANT = {"other-person": OTHER_PERSON, "other-time": OTHER_TIME, "common": COMMON}
"""What a reviewer may say of a trait, and what the decision then means."""


def decide_trait(campaign: Campaign, story: str, trait: str, meant: str, by: str, on: date, keyring: Keyring) -> str:
    """Write what a reviewer says of `trait` (`occupation=doctor`) in `story`; returns the trait as it was written.

    `meant` is a key of `MEANT`. Raises `WrongUse` for a story that is not there, what is no trait, and what are no
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
        f'{{token: {json.dumps(token, ensure_ascii=False)}, lang: "*", means: {MEANT[meant]}, '
        f"scope: {json.dumps(f'story:{story}', ensure_ascii=False)}, by: {by}, on: {on.isoformat()}}}"
    )
    add_entries(campaign.private, "decisions", [entry], keyring)
    return token
