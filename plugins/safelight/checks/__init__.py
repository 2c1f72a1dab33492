"""What is wrong with the content, one small check per file; each takes values and returns findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from safelight.campaign import Campaign
from safelight.checks.data import check_data
from safelight.checks.front_matter import check_front_matter
from safelight.checks.languages import check_languages
from safelight.checks.links import check_links, links_to_unpublished
from safelight.checks.mosaic import Coarsening, Mosaic, assess
from safelight.checks.profile import check_profiles
from safelight.checks.slugs import check_slugs
from safelight.checks.stories import check_stories
from safelight.checks.wording import check_wording
from safelight.model.content import ContentTree
from safelight.model.findings import Finding
from safelight.model.vault import Vault

Check = Callable[[ContentTree, Vault, Campaign], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    check_front_matter, check_languages, check_links, check_slugs, check_stories,
)  # fmt: skip
"""Every check of the content tree; a new one is one file and one name here."""


def check_tree(tree: ContentTree, vault: Vault, campaign: Campaign) -> tuple[Finding, ...]:
    """All findings of all checks."""
    return tuple(finding for check in CHECKS for finding in check(tree, vault, campaign))


__all__ = [
    "CHECKS",
    "Coarsening",
    "Mosaic",
    "assess",
    "check_data",
    "check_profiles",
    "check_tree",
    "check_wording",
    "links_to_unpublished",
]
