"""The sitemap: every page that search engines may list, its versions, and the day of its own content."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from safelight.model.content import Document
from safelight.site.addresses import LISTED
from safelight.site.search import search_path
from safelight.site.tree import SiteTree


@dataclass(frozen=True)
class SitemapUrl:
    """One page: its address, the day of its last change (or empty), the address of each language that it has."""

    loc: str
    lastmod: str
    alternates: Mapping[str, str]

    @property
    def x_default(self) -> str:
        """The address for readers of no language of the site: the first that the page has."""
        return next(iter(self.alternates.values()), "")


def sitemap(tree: SiteTree, per_page: int, absolute: Callable[[str], str]) -> tuple[SitemapUrl, ...]:
    """Every page that may be listed, by site path; the days come from the content, never from the clock."""
    lastmod = {path: _day(document) for path, document in tree.documents.items()}
    for code in tree.languages:
        newest = {kind: _newest(tree, tree.paths(code, kind)) for kind in LISTED}
        home = f"{code}/index.html"
        lastmod[home] = max(lastmod.get(home, ""), *newest.values())
        for kind, day in newest.items():
            for page in tree.list_pages(code, kind, per_page):
                lastmod[page.path] = max(lastmod.get(page.path, ""), day)
        lastmod[search_path(code)] = lastmod[home]
        topics = tree.topics(code)
        if topics:
            lastmod[f"{code}/topics/index.html"] = ""
        for topic in topics:
            lastmod[f"{code}/topics/{topic.slug}.html"] = _newest(tree, topic.paths)
    return tuple(
        SitemapUrl(absolute(path), day, _versions(tree, path, per_page, absolute))
        for path, day in sorted(lastmod.items())
    )  # fmt: skip


def _versions(tree: SiteTree, path: str, per_page: int, absolute: Callable[[str], str]) -> Mapping[str, str]:
    found = tree.versions(path, per_page)
    return {code: absolute(found[code]) for code in tree.languages if code in found}


def _newest(tree: SiteTree, paths: Sequence[str]) -> str:
    return max((_day(tree.documents[tree.source(path) or path]) for path in paths), default="")


def _day(document: Document) -> str:
    return document.text("Modified") or document.text("Date")
