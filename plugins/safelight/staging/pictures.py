"""Pictures between content, vault and reviewer: which wait, and a review carried through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from safelight.campaign import Campaign
from safelight.images import check_images
from safelight.images.previews import drop_preview, write_preview
from safelight.images.reviewing import Look, change, look
from safelight.model.findings import Finding
from safelight.sealing import Keyring
from safelight.source.content import read_content
from safelight.source.images_edit import record_review
from safelight.source.vault import read_vault


@dataclass(frozen=True)
class ImageLooked:
    """A look at an image, and where its preview stands; None for a drawing, and for what is decided."""

    look: Look
    preview: Path | None


def waiting_images(campaign: Campaign, today: date) -> tuple[Finding, ...]:
    """A finding for each image that cannot be published before somebody does something about it."""
    tree, _ = read_content(campaign.root)
    found = check_images(tree, read_vault(campaign.private), campaign, today)
    return tuple(sorted(finding for finding in found if finding.rule in ("image-review", "image-format")))


def review_image(
    campaign: Campaign, file: Path, add: Sequence[str], remove: Sequence[str], by: str, today: date, keyring: Keyring
) -> ImageLooked:
    """Look at an image, change its boxes as told, and record the decision if `by` signs for it; else write a preview.

    Raises `ImageRefused`, `WrongUse` and `VaultFindings`; then nothing is written.
    """
    vault = read_vault(campaign.private, keyring)
    seen, upright = look(campaign, file, vault.images)
    seen = change(seen, add, remove)
    if by:
        record_review(campaign.private, seen.decided(by, today), keyring)
        drop_preview(campaign, seen)
        return ImageLooked(seen, None)
    return ImageLooked(seen, write_preview(campaign, seen, upright) if upright else None)
