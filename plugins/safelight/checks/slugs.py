"""Addresses: no two documents of one language claim the same one."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.campaign import Campaign
from safelight.model.content import ContentTree, Document, DocumentType
from safelight.model.findings import Finding
from safelight.model.vault import Vault

TAKEN = {
    "index": "the home page",
    "404": "the page for wrong addresses",
    "410": "the page for what was taken back",
    "feed": "the feed",
    "search": "the search page",
}
"""Slugs of pages that the site itself uses."""


def check_slugs(tree: ContentTree, vault: Vault, campaign: Campaign) -> Iterator[Finding]:
    """A finding for each document whose address another one has, or the site itself."""
    first: dict[tuple[str, str, str], Document] = {}
    for document in tree.documents:
        slug = document.text("Slug") or document.id
        if slug in TAKEN and document.type is DocumentType.PAGE:
            yield Finding(
                str(document.path), document.line("Slug"), "Slug", f"'{slug}' is {TAKEN[slug]}", "choose another"
            )
        other = first.setdefault((document.type.value, document.lang, slug), document)
        if other is not document:
            yield Finding(
                str(document.path), document.line("Slug"), "Slug", f"'{slug}' is the address of {other.path}",
                "give one of the two another slug",
            )  # fmt: skip
