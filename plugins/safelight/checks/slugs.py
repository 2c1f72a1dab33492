"""Addresses: no two documents of one language claim the same one."""

from __future__ import annotations

import re
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
LIST_PAGE = re.compile(r"index|page-\d+")
"""Slugs that the pages of a list have, in the folder of its type: `guides/index.html`, `guides/page-2.html`."""
NOT_WORD = re.compile(r"[\W_]+")


def check_slugs(tree: ContentTree, vault: Vault, campaign: Campaign) -> Iterator[Finding]:
    """A finding for each document whose address another one has, or the site itself."""
    first: dict[tuple[str, str, str], Document] = {}
    for document in tree.documents:
        slug = document.text("Slug") or document.id
        if slug in TAKEN and document.type is DocumentType.PAGE:
            yield Finding(
                str(document.path), document.line("Slug"), "Slug", f"'{slug}' is {TAKEN[slug]}", "choose another"
            )
        if LIST_PAGE.fullmatch(slug) and document.type is not DocumentType.PAGE:
            problem = f"'{slug}' is a page of the list of {document.type.value}"
            yield Finding(str(document.path), document.line("Slug"), "Slug", problem, "choose another")
        if any(NOT_WORD.sub("-", tag.casefold()).strip("-") == "index" for tag in document.items("Tags")):
            problem = "'index' is the page of all topics"
            yield Finding(str(document.path), document.line("Tags"), "Tags", problem, "choose another word")
        other = first.setdefault((document.type.value, document.lang, slug), document)
        if other is not document:
            yield Finding(
                str(document.path), document.line("Slug"), "Slug", f"'{slug}' is the address of {other.path}",
                "give one of the two another slug",
            )  # fmt: skip
