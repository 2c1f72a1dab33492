"""Stage: writes the safe documents, images and data into `build/content/`, and a receipt of exactly that."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from safelight.campaign import Campaign
from safelight.errors import BuildInterrupted, ContentFindings
from safelight.images import PIPELINE, Picture, publish_image
from safelight.model.content import Document
from safelight.model.vault import ImageReview
from safelight.staging.inspect import Inspection

RECEIPT = "receipt.json"


@dataclass(frozen=True)
class Staged:
    """What was staged: the inspection it came from, and the published form of each document's image."""

    inspection: Inspection
    pictures: Mapping[tuple[str, str, str], Picture]
    """By `Document.key`."""


def stage(campaign: Campaign, inspection: Inspection) -> Staged:
    """Write `build/content/` anew from an inspection without errors.

    Raises `ContentFindings` with every blocking finding, before anything is written, and `ImageRefused` for an image
    that cannot be made safe.
    """
    if inspection.blocking:
        raise ContentFindings(inspection.blocking)
    for stale in (campaign.staged, campaign.site):
        if stale.exists():
            shutil.rmtree(stale)
    (campaign.staged / "images").mkdir(parents=True)
    reviews = {review.sha256: review for review in inspection.vault.images}
    pictures: dict[tuple[str, str, str], Picture] = {}
    for document in inspection.documents:
        if document.text("Image"):
            pictures[document.key] = _publish(campaign, document, reviews)
        _write_document(campaign.staged, document)
    if (campaign.content / "data").is_dir():
        shutil.copytree(campaign.content / "data", campaign.staged / "data")
    _write_receipt(campaign.staged)
    return Staged(inspection, pictures)


def _publish(campaign: Campaign, document: Document, reviews: Mapping[str, ImageReview]) -> Picture:
    source = campaign.content / document.type.value / document.id / document.text("Image")
    review = reviews[hashlib.sha256(source.read_bytes()).hexdigest()]
    return publish_image(
        source,
        review,
        limits=campaign.limits,
        out_dir=campaign.staged / "images",
        cache=campaign.build / "cache" / "images",
    )


def _write_document(staged: Path, document: Document) -> None:
    path = staged / document.type.value / document.id / f"{document.lang}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    header = "".join(
        f"{key}: {field.text}\n" for key, field in document.fields.items() if key not in ("Person", "Profile")
    )
    path.write_text(f"{header}\n{document.body}", encoding="utf-8")


def _digest(staged: Path) -> dict[str, str]:
    return {
        path.relative_to(staged).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(staged.rglob("*"))
        if path.is_file() and path.name != RECEIPT
    }


def _write_receipt(staged: Path) -> None:
    receipt = {"pipeline": PIPELINE, "files": _digest(staged)}
    (staged / RECEIPT).write_text(json.dumps(receipt, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def verify_receipt(staged: Path) -> None:
    """Refuse a staged tree that is not, byte for byte, what staging wrote; raises `BuildInterrupted`."""
    try:
        receipt = json.loads((staged / RECEIPT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        receipt = {}
    if receipt.get("files") != _digest(staged):
        raise BuildInterrupted(
            "build/content: differs from its receipt (an edit or another build): run `safelight build` again"
        )
