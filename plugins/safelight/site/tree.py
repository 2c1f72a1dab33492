"""The site before it is written: which document stands where, in which languages, in which lists and topics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from safelight.languages.alphabet import sort_key
from safelight.model.content import Document, DocumentType
from safelight.site.addresses import LISTED, document_path

NOT_WORD = re.compile(r"[\W_]+")
LIST_PAGE = re.compile(r"(?P<folder>[^/]+/[^/]+)/(?:index|page-\d+)\.html")


@dataclass(frozen=True)
class Topic:
    """A tag and the site paths of the documents that carry it, the newest first."""

    slug: str
    title: str
    paths: tuple[str, ...]


@dataclass(frozen=True)
class ListPage:
    """One page of a list: its site path, its number from 1, and the site paths of the documents on it."""

    path: str
    number: int
    entries: tuple[str, ...]


@dataclass(frozen=True)
class SiteTree:
    """Documents by site path. `untranslated` says by document type whether a page that a language lacks is `hide`
    (the default) or `show`: the source language's text at the missing address, marked and unlisted.
    """

    documents: Mapping[str, Document]
    languages: Sequence[str]
    untranslated: Mapping[str, str] = field(default_factory=dict)
    drafts: Sequence[str] = ()
    """Languages in which everything that they lack is shown, but stories."""
    shown: Mapping[str, str] = field(init=False)
    """Addresses that a language lacks, and the address of the document that is shown there."""
    _by_id: Mapping[tuple[DocumentType, str], Mapping[str, str]] = field(init=False, repr=False, compare=False)
    _lists: dict[tuple[str, DocumentType], tuple[str, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """What every page asks for, found once."""

    def __post_init__(self) -> None:
        by_id: dict[tuple[DocumentType, str], dict[str, str]] = {}
        for path, document in self.documents.items():
            by_id.setdefault((document.type, document.id), {})[document.lang] = path
        object.__setattr__(self, "_by_id", by_id)
        object.__setattr__(self, "shown", dict(self._fallbacks()))

    def _fallbacks(self) -> Iterator[tuple[str, str]]:
        """Never for a story: its consent names the languages in which it may be told."""
        for path, document in self.documents.items():
            kind = document.type
            if kind is DocumentType.STORY:
                continue
            lacking = self.languages if self.untranslated.get(kind.value, "hide") == "show" else self.drafts
            versions = self._of_document(document)
            first = next(code for code in self.languages if code in versions)
            if document.lang != first:
                continue
            for code in lacking:
                if code not in versions:
                    yield f"{code}/{path.partition('/')[2]}", path

    def source(self, path: str) -> str | None:
        """The address of the document that stands, or is shown, at a site path."""
        return path if path in self.documents else self.shown.get(path)

    def paths(self, lang: str, kind: DocumentType) -> tuple[str, ...]:
        """Addresses of a language's documents of a type, those shown in another language included.

        The newest first; guides in the order in which they were written, as the steps of a journey are read.
        """
        if (lang, kind) not in self._lists:
            self._lists[lang, kind] = self._sorted(lang, kind)
        return self._lists[lang, kind]

    def _sorted(self, lang: str, kind: DocumentType) -> tuple[str, ...]:
        found = {path: document for path, document in self.documents.items() if document.lang == lang}
        found |= {path: self.documents[source] for path, source in self.shown.items() if path.startswith(f"{lang}/")}
        of_kind = {path: document for path, document in found.items() if document.type is kind}
        return _by_date(of_kind, newest_first=kind is not DocumentType.GUIDE)

    def pages(self, lang: str) -> Mapping[str, str]:
        """Page id to address, for the pages that a language has."""
        return {
            self.documents[self.source(path) or path].id: path for path in self.paths(lang, DocumentType.PAGE)
        }  # fmt: skip

    def topics(self, lang: str) -> tuple[Topic, ...]:
        """The tags of a language's documents, by title; two spellings of one address are one topic."""
        titles: dict[str, str] = {}
        carriers: dict[str, dict[str, Document]] = {}
        for path, document in sorted(self.documents.items()):
            for tag in document.items("Tags") if document.lang == lang else ():
                slug = topic_slug(tag)
                if slug:
                    titles.setdefault(slug, tag)
                    carriers.setdefault(slug, {})[path] = document
        found = (Topic(slug, title, _by_date(carriers[slug])) for slug, title in titles.items())
        return tuple(sorted(found, key=lambda topic: (sort_key(topic.title, lang), topic.slug)))

    def versions(self, path: str, per_page: int) -> Mapping[str, str]:
        """Language to address of the same page; empty for what is no language's (the root) or has no counterpart."""
        document = self.documents.get(path)
        if document and not path.endswith("/index.html"):
            return self._of_document(document)
        if path in self.shown:
            return self._of_document(self.documents[self.shown[path]])
        code, slash, rest = path.partition("/")
        if not slash or code not in self.languages:
            return {}
        listed = LIST_PAGE.fullmatch(path)
        kinds = {kind.value: kind for kind in LISTED}
        if listed and not path.endswith("index.html"):
            kind = kinds.get(listed["folder"].partition("/")[2])
            if kind is None:
                return {code: path}
            return {
                other: f"{other}/{rest}" for other in self.languages
                if f"{other}/{rest}" in {page.path for page in self.list_pages(other, kind, per_page)}
            }  # fmt: skip
        if rest.startswith("topics/") and rest != "topics/index.html":
            return {code: path}
        if rest == "topics/index.html":
            return {other: f"{other}/{rest}" for other in self.languages if self.topics(other)}
        return {other: f"{other}/{rest}" for other in self.languages}

    def list_pages(self, lang: str, kind: DocumentType, per_page: int) -> tuple[ListPage, ...]:
        """The pages of a language's list of a type; at least one, which may be empty."""
        return paged(f"{lang}/{kind.value}", self.paths(lang, kind), per_page)

    def _of_document(self, document: Document) -> Mapping[str, str]:
        return self._by_id[document.type, document.id]


def site_tree(
    documents: Iterable[Document], languages: Sequence[str], untranslated: Mapping[str, str], drafts: Sequence[str] = ()
) -> SiteTree:
    """The tree of these documents."""
    return SiteTree({document_path(document): document for document in documents}, languages, untranslated, drafts)


def topic_slug(tag: str) -> str:
    """The address part of a tag: its letters and digits in any script, joined by hyphens."""
    return NOT_WORD.sub("-", tag.casefold()).strip("-")


def topic_pages(code: str, topic: Topic, per_page: int) -> tuple[ListPage, ...]:
    """The pages of a topic: `topics/work.html`, `topics/work/page-2.html`, …"""
    folder = f"{code}/topics/{topic.slug}"
    first, *rest = paged(folder, topic.paths, per_page)
    return (ListPage(f"{folder}.html", 1, first.entries), *rest)


def paged(folder: str, entries: Sequence[str], per_page: int, first: str = "index") -> tuple[ListPage, ...]:
    """A list cut into pages of `per_page`: `folder/index.html`, `folder/page-2.html`, …"""
    parts = [tuple(entries[start : start + per_page]) for start in range(0, len(entries), per_page)] or [()]
    return tuple(
        ListPage(f"{folder}/{first}.html" if number == 1 else f"{folder}/page-{number}.html", number, part)
        for number, part in enumerate(parts, 1)
    )


def _by_date(found: Mapping[str, Document], *, newest_first: bool = True) -> tuple[str, ...]:
    by_id = sorted(found, key=lambda path: found[path].id)
    return tuple(sorted(by_id, key=lambda path: found[path].text("Date"), reverse=newest_first))
