"""Languages: a file's name is a language of the campaign."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.campaign import Campaign
from safelight.model.content import ContentTree
from safelight.model.findings import Finding, did_you_mean
from safelight.model.vault import Vault


def check_languages(tree: ContentTree, vault: Vault, campaign: Campaign) -> Iterator[Finding]:
    """A finding for each document in a language that the campaign does not speak."""
    for document in tree.documents:
        if document.lang not in campaign.languages and document.lang not in campaign.hidden:
            yield Finding(
                str(document.path), 0, "", f"'{document.lang}' is not a language of this campaign",
                did_you_mean(document.lang, campaign.languages),
            )  # fmt: skip
