"""Somebody looked: every image has a reviewer's entry for exactly its bytes and this pipeline (STORY-RULES.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from safelight.campaign import Campaign, Limits
from safelight.errors import ImageRefused
from safelight.executor import Watch, run_in_batches
from safelight.images.decode import decode_upright, digest_of, read_bytes
from safelight.images.encode import WIDTHS
from safelight.images.pipeline import PIPELINE
from safelight.images.publish import is_cached
from safelight.images.rules import check_use
from safelight.images.svg import clean_svg
from safelight.model.content import ContentTree
from safelight.model.findings import Finding
from safelight.model.vault import ImageReview, Vault


@dataclass(frozen=True)
class Reviews:
    """The vault's decisions on images, by hash of the source's bytes and by file."""

    by_hash: Mapping[str, ImageReview]
    by_file: Mapping[str, ImageReview]


def reviews_of(vault: Vault) -> Reviews:
    """The vault's decisions on images, ready to be looked up."""
    return Reviews(
        {review.sha256.casefold(): review for review in vault.images}, {review.file: review for review in vault.images}
    )


OPENED_AT_ONCE = 16
"""Images that a worker opens at a time."""


def check_images(
    tree: ContentTree,
    vault: Vault,
    campaign: Campaign,
    today: date,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> tuple[Finding, ...]:
    """A finding for each image that nobody looked at, that cannot be opened, or that a document misuses.

    An image whose finished form is in the cache was opened when it was finished, and is not opened again. New ones are
    opened by `executor`, where there are many; `watch` is told how far that is.
    """
    reviews = reviews_of(vault)
    findings: list[Finding] = []
    unopened: dict[str, Path] = {}
    for asset in tree.assets:
        path = campaign.root / asset.path
        shown = str(asset.path)
        try:
            digest = digest_of(path, campaign.limits, within=campaign.content)
            waits = tuple(_waits(shown, asset.path.name, digest, reviews))
            findings.extend(waits)
            if waits or not is_cached(campaign.build / "cache" / "images", digest, reviews.by_hash[digest]):
                unopened[shown] = path
        except ImageRefused as refused:
            findings.append(_refusal(shown, str(refused)))
    opener = partial(_opened, campaign.limits, campaign.content)
    said = run_in_batches(executor, opener, list(unopened.values()), batch=OPENED_AT_ONCE, watch=watch)
    findings.extend(_refusal(shown, refused) for shown, refused in zip(unopened, said, strict=True) if refused)
    for document in tree.documents:
        findings.extend(check_use(document, tree, vault, campaign, today))
    return tuple(findings)


def _refusal(shown: str, refused: str) -> Finding:
    problem, _, way_out = refused.partition(": ")[2].rpartition(": ")
    return Finding(shown, 0, "", problem, way_out, rule="image-format")


def _opened(limits: Limits, content: Path, path: Path) -> str:
    """Open an image to its end; the refusal's words, or nothing."""
    try:
        data = read_bytes(path, limits, within=content)
        if path.suffix.lower() == ".svg":
            clean_svg(data, path.name)
        else:
            decode_upright(data, path.name, limits, side=WIDTHS[-1])
    except ImageRefused as refused:
        return str(refused)
    return ""


def _waits(shown: str, name: str, digest: str, reviews: Reviews) -> Iterator[Finding]:
    """Why this image waits for a reviewer, if it does."""
    review = reviews.by_hash.get(digest)
    way_out = f"run `safelight images review {shown}`"
    if review is None:
        earlier = reviews.by_file.get(shown.removeprefix("content/"))
        problem = f"has changed since {earlier.reviewed.by} looked at it" if earlier else "nobody has looked at it"
        yield Finding(shown, 0, "", problem, way_out, rule="image-review")
        return
    if review.pipeline != PIPELINE:
        problem = f"was looked at under pipeline {review.pipeline}, and this is {PIPELINE}"
        yield Finding(shown, 0, "", problem, way_out, rule="image-review")
    if not review.reviewed.by.strip():
        yield Finding(shown, 0, "reviewed", "says nobody's initials", way_out, rule="image-review")
    for removed in review.removed:
        if not removed.reason.strip():
            problem = f"the box {','.join(map(str, removed.box))} was removed without a reason"
            yield Finding(shown, 0, "removed", problem, "write why it shows nobody", rule="image-review")
    for box in (*(r.box for r in review.detected), *(r.box for r in review.added)):
        if box[2] <= box[0] or box[3] <= box[1] or min(box) < 0:
            problem = f"the box {','.join(map(str, box))} covers nothing"
            yield Finding(shown, 0, "box", problem, "write left,top,right,bottom in pixels", rule="image-review")
