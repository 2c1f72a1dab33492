"""Addresses of pages: site paths (`en/stories/a.html`), relative links between them, absolute and canonical URLs."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from safelight.model.content import Document, DocumentType

LISTED = (DocumentType.STORY, DocumentType.GUIDE, DocumentType.RELEASE)
"""Types with a list page of their own, under the folder of their name."""


def document_path(document: Document) -> str:
    """Where a document stands in the site; the home page is the page called `home`."""
    slug = document.text("Slug") or document.id
    if document.type in LISTED:
        return f"{document.lang}/{document.type.value}/{slug}.html"
    if document.id == "home":
        return f"{document.lang}/index.html"
    if document.id in ("press", "stories", "guides"):
        return f"{document.lang}/{document.id}/index.html"
    return f"{document.lang}/{slug}.html"


def relative(target: str, page: str) -> str:
    """The link from `page` to `target`, both site paths; it works from any folder, a USB stick included."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def from_root(path: str, site_url: str) -> str:
    """The link to a site path from a page that is served at any depth; it stays on the host (an onion one too)."""
    return f"{urlsplit(site_url).path}/{path.removesuffix('index.html')}"


def absolute(path: str, site_url: str) -> str:
    """The one public address of a site path: folders end in a slash, `index.html` is never spelt."""
    return f"{site_url}/{path.removesuffix('index.html')}"
