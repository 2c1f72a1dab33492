"""Links inside the site: `{filename}/pages/get-help/en.md` names a file that exists, in the same language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from safelight.campaign import Campaign
from safelight.model.content import ContentTree, Document
from safelight.model.findings import Finding, Severity, did_you_mean
from safelight.model.vault import Vault

LINK = re.compile(r"\{(filename|static|attach|index|category|tag|author)\}([^\s)\"'>#?]*)")
IMAGE = re.compile(r"!\[[^\]]*\]\s*[\[(]|<img\b", re.IGNORECASE)


def check_links(tree: ContentTree, vault: Vault, campaign: Campaign) -> Iterator[Finding]:
    """A finding for each link to no file, each kind of link that is not used, and each image in the text."""
    known = {str(PurePosixPath(*document.path.parts[1:])): document for document in tree.documents}
    for document in tree.documents:
        for number, line in enumerate(document.body.splitlines(), document.body_line):
            for link in LINK.finditer(line):
                yield from _judge(document, number, link, known)
            if IMAGE.search(line):
                yield Finding(
                    str(document.path), number, "body", "holds an image",
                    "name it with `Image:` in the header, where its alt text and review are checked",
                )  # fmt: skip


def _judge(document: Document, line: int, link: re.Match[str], known: dict[str, Document]) -> Iterator[Finding]:
    kind, target = link.groups()
    if kind != "filename":
        yield Finding(
            str(document.path), line, "body", f"{{{kind}}} is not used here", "link to a page with {filename}"
        )
        return
    path = _target(document, target)
    if path not in known:
        yield Finding(
            str(document.path), line, "body", f"the link to {target} leads nowhere", did_you_mean(path, known)
        )
    elif known[path].lang != document.lang:
        yield Finding(
            str(document.path), line, "body", f"the link to {target} leads into another language",
            f"link to {posixpath.dirname(target)}/{document.lang}.md", Severity.WARNING,
        )  # fmt: skip


def links_to_unpublished(tree: ContentTree, published: Collection[tuple[str, str, str]]) -> Iterator[Finding]:
    """A note for each link from a published document (`Document.key`) to one that is not: only its words stay."""
    away = {str(PurePosixPath(*one.path.parts[1:])) for one in tree.documents if one.key not in published}
    for document in tree.documents:
        if not away or document.key not in published:
            continue
        for number, line in enumerate(document.body.splitlines(), document.body_line):
            for link in LINK.finditer(line):
                if link[1] == "filename" and _target(document, link[2]) in away:
                    problem = f"the link to {link[2]} is taken off: that text is not published"
                    way_out = "link to something else if it stays away"
                    yield Finding(str(document.path), number, "body", problem, way_out, Severity.NOTE, "links")


def _target(document: Document, target: str) -> str:
    """The path below `content/` that a link in `document` names."""
    folder = posixpath.dirname(str(PurePosixPath(*document.path.parts[1:])))
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
