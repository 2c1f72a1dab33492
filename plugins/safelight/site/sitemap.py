"""The sitemap: every page that search engines may list, its versions, and the day of its own content."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

from safelight.model.content import Document
from safelight.site.addresses import LISTED
from safelight.site.search import search_path
from safelight.site.tree import SiteTree, topic_pages

MOST_URLS, MOST_BYTES = 50_000, 52_428_800
"""Most that one sitemap may hold, uncompressed [sitemaps.org/protocol.html]; above it an index names several."""


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


@dataclass(frozen=True)
class SitemapPart:
    """One of the sitemaps that an index names: its site path, its pages, and the latest day among them (or empty)."""

    path: str
    urls: Sequence[SitemapUrl]

    @property
    def lastmod(self) -> str:
        """The day on which something in it changed last."""
        return max((url.lastmod for url in self.urls), default="")


def parts(
    urls: Sequence[SitemapUrl], most_urls: int = MOST_URLS, most_bytes: int = MOST_BYTES
) -> tuple[SitemapPart, ...]:
    """The pages as one sitemap, `sitemap.xml`; where that is too many or too much, as `sitemap-1.xml`, `-2`, …"""
    found: list[list[SitemapUrl]] = [[]]
    room = most_bytes - HEAD_BYTES
    for url in urls:
        size = most_size(url)
        if found[-1] and (len(found[-1]) == most_urls or size > room):
            found.append([])
            room = most_bytes - HEAD_BYTES
        found[-1].append(url)
        room -= size
    if len(found) == 1:
        return (SitemapPart("sitemap.xml", urls),)
    return tuple(SitemapPart(f"sitemap-{number}.xml", part) for number, part in enumerate(found, 1))


HEAD_BYTES, URL_BYTES, LINK_BYTES = 300, 120, 80
"""At least what the template (`sitemap.xml`) writes around all pages, around one, and around one address."""


def most_size(url: SitemapUrl) -> int:
    """No less bytes than a page takes in a sitemap."""
    links = [*url.alternates.items(), ("x-default", url.x_default)]
    addresses = sum(LINK_BYTES + len(code) + len(escape(address).encode()) for code, address in links)
    return URL_BYTES + len(escape(url.loc).encode()) + addresses


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
            day = _newest(tree, topic.paths)
            lastmod |= {page.path: day for page in topic_pages(code, topic, per_page)}
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
