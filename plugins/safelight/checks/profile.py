"""The mosaic: a story's profile is shared by enough people of the caseload."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from safelight.campaign import Campaign
from safelight.model.content import ContentTree, DocumentType, parse_profile
from safelight.model.findings import Finding, Severity
from safelight.model.vault import CaseloadRow, Vault

UNKNOWN = ("", "any", "unknown", "none")
"""Values that disclose nothing."""


def count_k(profile: Mapping[str, str], caseload: Sequence[CaseloadRow]) -> int:
    """How many people of the caseload share every disclosed attribute of `profile`."""
    wanted = [(key.replace("-", "_"), value.casefold()) for key, value in profile.items() if value not in UNKNOWN]
    return sum(all(getattr(row, key).casefold() == value for key, value in wanted) for row in caseload)


def check_profile(tree: ContentTree, vault: Vault, campaign: Campaign) -> Iterator[Finding]:
    """An error where fewer than `limits.k_min` people share a profile; a warning where nobody can tell."""
    for story in tree.documents:
        if story.type is not DocumentType.STORY or story.is_invented:
            continue
        path, line = str(story.path), story.line("Profile")
        if not story.text("Profile") or not vault.caseload:
            yield Finding(
                path, line, "Profile", "cannot be compared: how many people share it is not known",
                "write the profile, and keep private/caseload.csv", Severity.WARNING,
            )  # fmt: skip
            continue
        try:
            profile = parse_profile(story.text("Profile"))
        except ValueError:
            continue  # the front-matter check reports it
        shared = count_k(profile, vault.caseload)
        if shared < campaign.limits.k_min:
            helps = max(sorted(profile), key=lambda key: count_k(_without(profile, key), vault.caseload))
            yield Finding(
                path, line, "Profile", f"is shared by {shared} people, fewer than {campaign.limits.k_min}",
                f"say less: leaving out {helps} helps most",
            )  # fmt: skip


def _without(profile: Mapping[str, str], key: str) -> dict[str, str]:
    return {other: value for other, value in profile.items() if other != key}
