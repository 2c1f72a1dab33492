"""Stage: writes the safe documents, images and data into `build/content/`, and a receipt of exactly that."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from safelight.campaign import Campaign
from safelight.errors import BuildInterrupted, ContentFindings, ImageRefused
from safelight.executor import Watch, open_executor
from safelight.images import PIPELINE, Assignment, Picture, digest_of, publish_images
from safelight.languages.staleness import State, marked
from safelight.model.content import Document
from safelight.staging.inspect import Inspection

RECEIPT = "receipt.json"
NOT_STAGED = frozenset({"Person", "Profile", "Source-Hash"})
"""Header lines that no page needs: who and what a story is about, and hashes of another text."""


@dataclass(frozen=True)
class Staged:
    """What was staged: the inspection it came from, and the published form of each document's image."""

    inspection: Inspection
    pictures: Mapping[tuple[str, str, str], Picture]
    """By `Document.key`."""


def stage(
    campaign: Campaign, inspection: Inspection, executor: Executor | None = None, watch: Watch | None = None
) -> Staged:
    """Write `build/content/` anew from an inspection without errors.

    Pictures are worked on by `executor`, by processes of this machine if none is given. Raises `ContentFindings` with
    every blocking finding, before anything is written, and `ImageRefused` for an image that cannot be made safe.
    """
    if inspection.blocking:
        raise ContentFindings(inspection.blocking)
    for stale in (campaign.staged, campaign.site):
        if stale.exists():
            shutil.rmtree(stale)
    (campaign.staged / "images").mkdir(parents=True)
    with ExitStack() as stack:
        executor = executor or stack.enter_context(open_executor())
        pictures = _publish(campaign, inspection, executor, watch)
    for document in inspection.documents:
        _write_document(campaign.staged, _with_marks(document, inspection))
    if (campaign.content / "data").is_dir():
        shutil.copytree(campaign.content / "data", campaign.staged / "data")
    _write_receipt(campaign.staged)
    return Staged(inspection, pictures)


def _publish(
    campaign: Campaign, inspection: Inspection, executor: Executor, watch: Watch | None
) -> dict[tuple[str, str, str], Picture]:
    """The published picture of each document that has one; a picture that several share is worked on once."""
    reviews = {review.sha256.casefold(): review for review in inspection.vault.images}
    assignments: dict[Path, Assignment] = {}
    sources: dict[tuple[str, str, str], Path] = {}
    for document in inspection.documents:
        if not document.text("Image"):
            continue
        source = campaign.content / document.type.value / document.id / document.text("Image")
        sources[document.key] = source
        if source in assignments:
            continue
        review = reviews.get(digest_of(source, campaign.limits, campaign.content))
        if review is None:
            raise ImageRefused(f"{source.name}: changed while the build ran: look at it, and build again")
        out, cache = campaign.staged / "images", campaign.build / "cache" / "images"
        assignments[source] = Assignment(source, review, campaign.limits, out, cache)
    made = dict(zip(assignments, publish_images(list(assignments.values()), executor, watch), strict=True))
    return {key: made[source] for key, source in sources.items()}


def _with_marks(document: Document, inspection: Inspection) -> Document:
    """The document with a mark at each block that its source no longer says."""
    found = inspection.standings.get(document.key)
    return marked(document, found.changed) if found and found.state is State.OUTDATED else document


def _write_document(staged: Path, document: Document) -> None:
    path = staged / document.type.value / document.id / f"{document.lang}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    header = "".join(f"{key}: {field.text}\n" for key, field in document.fields.items() if key not in NOT_STAGED)
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
