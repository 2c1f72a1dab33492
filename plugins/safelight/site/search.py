"""The search page of a language: every text that it has, in groups, and the words that each is found by."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from safelight.languages import formats
from safelight.languages.search import Searched
from safelight.model.content import Document, DocumentType
from safelight.model.data import CampaignData
from safelight.site.tree import SiteTree

GROUPS = (DocumentType.GUIDE, DocumentType.PAGE, DocumentType.STORY, DocumentType.RELEASE)
"""The types in the order of the page: first what helps, last what is for the press."""
HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def search_path(code: str) -> str:
    """Where a language's search page stands."""
    return f"{code}/search.html"


def listed(tree: SiteTree, code: str) -> dict[DocumentType, tuple[str, ...]]:
    """Site paths of every text of a language but its home page, by type, in the order of its lists."""
    home = f"{code}/index.html"
    found = {kind: tuple(path for path in tree.paths(code, kind) if path != home) for kind in GROUPS}
    return {kind: paths for kind, paths in found.items() if paths}


def searched(document: Document, content: str, data: CampaignData, code: str) -> Searched:
    """A document as it is searched on pages in `code`, from its rendered text and the facts that its page shows."""
    headings = [document.text("Summary"), *HEADING.findall(content)]
    rest = [HEADING.sub(" ", content), document.text("Tags"), document.text("Caption"), *_facts(document, data, code)]
    return Searched(document.text("Title"), _plain(" ".join(headings)), _plain(" ".join(rest)))


def _plain(text: str) -> str:
    return html.unescape(TAG.sub(" ", text))


def _facts(document: Document, data: CampaignData, code: str) -> Iterator[str]:
    """What a page shows from the data beside its own text."""
    if document.type is not DocumentType.PAGE:
        return
    if document.id == "get-help":
        for line in data.helplines:
            yield from (line.name.get(code, ""), formats.territory(line.country, code), line.display or line.number)
        for centre in data.centres:
            yield from (centre.name.get(code, ""), centre.offers.get(code, ""))
    elif document.id == "facts":
        yield from (fact.label.get(code, "") for fact in data.facts)
    elif document.id == "partners":
        yield from (partner.name.get(code, "") for partner in data.partners)
