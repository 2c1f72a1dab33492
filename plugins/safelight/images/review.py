"""Somebody looked: every image has a reviewer's entry for exactly its bytes and this pipeline (STORY-RULES.md)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from safelight.campaign import Campaign
from safelight.errors import ImageRefused
from safelight.images.decode import decode, read_bytes
from safelight.images.detect import PIPELINE
from safelight.images.svg import clean_svg
from safelight.model.content import ContentTree, Document
from safelight.model.findings import Finding, did_you_mean
from safelight.model.vault import Vault

FORBIDDEN_TAGS = frozenset({"chains", "rope", "bars", "barcode", "bruise", "bound-hands", "sexualised", "violence"})
"""What campaign pictures must not show [FU, EJN]."""


def check_images(tree: ContentTree, vault: Vault, campaign: Campaign) -> tuple[Finding, ...]:
    """A finding for each image that nobody looked at, that cannot be opened, or that a document misuses."""
    reviews = {review.sha256.casefold(): review for review in vault.images}
    findings: list[Finding] = []
    for asset in tree.assets:
        path = campaign.root / asset.path
        shown = str(asset.path)
        try:
            data = read_bytes(path, campaign.limits)
            digest = hashlib.sha256(data).hexdigest()
            review = reviews.get(digest)
            if review is None or review.pipeline != PIPELINE:
                why = (
                    "nobody has looked at it"
                    if review is None
                    else f"it was looked at under pipeline {review.pipeline}"
                )
                way_out = f"look at it, then write an entry with sha256 {digest} and pipeline {PIPELINE} in private/images.yaml"
                findings.append(Finding(shown, 0, "", why, way_out, rule="image-review"))
            if path.suffix.lower() == ".svg":
                clean_svg(data, path.name)
            else:
                decode(data, path.name, campaign.limits)
        except ImageRefused as refused:
            problem, _, way_out = str(refused).partition(": ")[2].rpartition(": ")
            findings.append(Finding(shown, 0, "", problem, way_out, rule="image-format"))
    for document in tree.documents:
        findings.extend(_document(document, tree))
    return tuple(findings)


def _document(document: Document, tree: ContentTree) -> Iterator[Finding]:
    path = str(document.path)
    tags = {tag.casefold() for tag in document.items("Image-Tags")}
    for tag in sorted(tags & FORBIDDEN_TAGS):
        yield Finding(
            path, document.line("Image-Tags"), "Image-Tags", f"'{tag}' is not shown", "choose another picture"
        )
    name = document.text("Image")
    if not name:
        return
    beside = {asset.path.name for asset in tree.assets if asset.path.parent == document.path.parent}
    if name not in beside:
        way_out = did_you_mean(name, beside) if beside else "put the image into the document's folder"
        yield Finding(path, document.line("Image"), "Image", f"'{name}' is not beside the document", way_out)
    if not document.text("Alt"):
        yield Finding(path, document.line("Image"), "Alt", "is missing", "say what the image shows")
    if not document.text("Release"):
        yield Finding(
            path, document.line("Image"), "Release", "is missing", "write none-needed, model:<id> or consent:<id>"
        )
