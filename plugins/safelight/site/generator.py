"""One Pelican run for all languages: reads the staged documents, writes every page of every language."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
from bs4 import BeautifulSoup
from pelican.contents import Article, Page
from pelican.generators import Generator

from safelight.campaign import Campaign
from safelight.languages import Language, language
from safelight.languages.jinja import install
from safelight.model.content import Document, DocumentType
from safelight.site.addresses import LISTED, absolute, document_path, relative
from safelight.site.views import Alternate, Entry, KitView, NavItem, entry, picture_view
from safelight.staging import verify_receipt

LIST_TEMPLATES = {DocumentType.STORY: "stories", DocumentType.GUIDE: "guides", DocumentType.RELEASE: "press"}
ENTRY_TEMPLATES = {
    DocumentType.STORY: "story",
    DocumentType.GUIDE: "guide",
    DocumentType.RELEASE: "release",
    DocumentType.PAGE: "page",
}
NAV_PAGES = ("facts", "get-help")
FEED_LENGTH = 20
"""Most entries that a feed holds."""


class CampaignGenerator(Generator):  # type: ignore[misc] # Pelican ships no types
    """Reads what was staged through Pelican's readers, and writes it through Pelican's writer."""

    campaign: Campaign

    def generate_context(self) -> None:
        """Read every staged document; Pelican resolves links between them by their source paths."""
        self.campaign = self.settings["CAMPAIGN"]
        run = self.settings["SAFELIGHT_RUN"].prepared
        verify_receipt(self.campaign.staged)
        self.env.undefined = jinja2.StrictUndefined
        self.catalogues = install(self.env, self.campaign.translations, self.campaign.languages)
        self.staged = run.staged
        self.kits = run.kits
        self.withdrawn_kits = run.published.gone.kits
        self.documents: dict[str, Document] = {}
        self.read: dict[str, Any] = {}
        for document in self.staged.inspection.documents:
            path = document_path(document)
            source = f"{document.type.value}/{document.id}/{document.lang}.md"
            content_class = Page if document.type is DocumentType.PAGE else Article
            content = self.readers.read_file(
                base_path=self.path, path=source, content_class=content_class, context=self.context
            )
            content.override_url = content.override_save_as = path
            self.add_source_path(content)
            self.documents[path] = document
            self.read[path] = content

    def generate_output(self, writer: Any) -> None:
        """Write all pages of all languages, feeds, sitemap, and copy what is published as it is."""
        try:
            for code in self.campaign.languages:
                self._write_language(writer, language(code))
            self._write_root(writer)
        except jinja2.TemplateSyntaxError as error:
            raise SystemExit(
                f"theme/templates/{error.name}:{error.lineno}: {error.message}: mend the template"
            ) from None
        except (jinja2.UndefinedError, jinja2.TemplateNotFound) as error:
            raise SystemExit(f"theme/templates: {error.message}: mend the template that names it") from None
        self._copy()

    def _write_language(self, writer: Any, lang: Language) -> None:
        stories, guides, releases = (self._paths(lang, kind) for kind in LISTED)
        home = f"{lang.code}/index.html"
        self._page(
            writer, "home", home, lang,
            stories=self._entries(stories, home), guides=self._entries(guides, home),
            releases=self._entries(releases, home), page=self._maybe_entry(home, home),
        )  # fmt: skip
        for kind, template in LIST_TEMPLATES.items():
            path = f"{lang.code}/{kind.value}/index.html"
            entries = self._entries(self._paths(lang, kind), path)
            extra: dict[str, Any] = {"entries": entries, "page": self._maybe_entry(path, path)}
            if kind is DocumentType.RELEASE:
                old = tuple(kit.sha256 for kit in self.withdrawn_kits if kit.lang == lang.code)
                extra.update(releases=entries, kit=self._kit(lang, path), withdrawn_kits=old)
            self._page(writer, template, path, lang, **extra)
        for path, document in self.documents.items():
            if document.lang == lang.code and not path.endswith("/index.html"):
                self._page(writer, self._template(document), path, lang, entry=self._entry(path, path))
        self._page(writer, "404", f"{lang.code}/404.html", lang, found_anywhere=True)
        self._page(writer, "410", f"{lang.code}/410.html", lang, found_anywhere=True)
        feed_stories = self._in_feed(stories)
        self._feed(writer, f"{lang.code}/stories/feed.xml", lang, feed_stories)
        self._feed(writer, f"{lang.code}/feed.xml", lang, feed_stories + self._in_feed(guides + releases))

    def _write_root(self, writer: Any) -> None:
        default = language(self.campaign.default_language)
        choices = tuple(
            (language(code), f"{code}/index.html", self.campaign.name[code]) for code in self.campaign.languages
        )
        self._page(writer, "language", "index.html", default, choices=choices)
        self._page(writer, "404", "404.html", default, found_anywhere=True)
        self._page(writer, "410", "410.html", default, found_anywhere=True)
        urls = list(self._sitemap())
        self._file(writer, "sitemap.xml", "sitemap.xml", default, urls=urls)
        self._file(writer, "robots.txt", "robots.txt", default)

    def _template(self, document: Document) -> str:
        own = f"pages/{document.id}"
        if document.type is DocumentType.PAGE and (Path(self.theme) / "templates" / f"{own}.html").is_file():
            return own
        return ENTRY_TEMPLATES[document.type]

    def _page(
        self, writer: Any, template: str, path: str, lang: Language, *, found_anywhere: bool = False, **extra: Any
    ) -> None:
        """Write one HTML page; one that is `found_anywhere` (404) is served at any depth, so its links are absolute."""
        self._file(writer, f"{template}.html", path, lang, found_anywhere=found_anywhere, **extra)

    def _file(
        self, writer: Any, template: str, path: str, lang: Language, *, found_anywhere: bool = False, **extra: Any
    ) -> None:
        href = self._absolute if found_anywhere else lambda target: relative(target, path)
        alternates = self._alternates(path, href)
        context: dict[str, Any] = {
            "campaign": self.campaign,
            "name": self.campaign.name[lang.code],
            "language": lang,
            "languages": tuple(language(code) for code in self.campaign.languages),
            "data": self.staged.inspection.data,
            "href": href,
            "page_href": lambda page_id: href(f"{lang.code}/{page_id}.html"),
            "absolute": self._absolute,
            "alternates": alternates,
            "canonical": self._absolute(path),
            "x_default": next((a.absolute for a in alternates if a.exists), ""),
            "nav": tuple(self._nav(lang, path, href)),
            **extra,
        }
        writer.write_file(path, self.env.get_template(template), {**self.context, **context}, url=path)

    def _absolute(self, path: str) -> str:
        return absolute(path, self.campaign.site_url)

    def _alternates(self, path: str, href: Callable[[str], str]) -> tuple[Alternate, ...]:
        found = []
        versions = self._versions(path)
        for code in self.campaign.languages:
            target = versions.get(code, f"{code}/index.html")
            found.append(Alternate(language(code), href(target), self._absolute(target), code in versions))
        return tuple(found)

    def _versions(self, path: str) -> Mapping[str, str]:
        """Language to site path of the same page; empty for pages that are no language's (the root)."""
        document = self.documents.get(path)
        if document and not path.endswith("/index.html"):
            same = (document.type, document.id)
            return {d.lang: p for p, d in self.documents.items() if (d.type, d.id) == same}
        code, slash, rest = path.partition("/")
        if not slash or code not in self.campaign.languages:
            return {}
        return {other: f"{other}/{rest}" for other in self.campaign.languages}

    def _nav(self, lang: Language, path: str, href: Callable[[str], str]) -> Iterator[NavItem]:
        gettext = self.catalogues[lang.code].gettext
        titles = {"stories": gettext("Stories"), "guides": gettext("Guides"), "press": gettext("Press")}
        for key in ("stories", "guides", "facts", "press", "get-help"):
            section = key in titles
            target = f"{lang.code}/{key}/index.html" if section else f"{lang.code}/{key}.html"
            if not section and target not in self.documents:
                continue
            title = titles[key] if section else self.documents[target].text("Title")
            current = path.startswith(f"{lang.code}/{key}/") if section else path == target
            yield NavItem(key, title, href(target), current)

    def _paths(self, lang: Language, kind: DocumentType) -> list[str]:
        """Site paths of a language's documents of a type, the newest first."""
        found = [(d, p) for p, d in self.documents.items() if d.lang == lang.code and d.type is kind]
        found.sort(key=lambda pair: pair[0].id)
        found.sort(key=lambda pair: pair[0].text("Date"), reverse=True)
        return [path for _, path in found]

    def _entries(self, paths: list[str], page: str) -> tuple[Entry, ...]:
        return tuple(self._entry(path, page) for path in paths)

    def _maybe_entry(self, path: str, page: str) -> Entry | None:
        return self._entry(path, page) if path in self.documents else None

    def _entry(self, path: str, page: str) -> Entry:
        """The document at `path` as the page at `page` shows it."""
        document = self.documents[path]
        root = relative(".", page)
        picture = self.staged.pictures.get(document.key)
        return entry(
            document,
            path=path,
            href=relative(path, page),
            content=_without_dead_links(self.read[path].get_content(root)),
            picture=picture_view(picture, document, relative("images", page)) if picture else None,
        )

    def _kit(self, lang: Language, page: str) -> KitView:
        kit = self.kits[lang.code]
        file = relative(f"{lang.code}/press/{kit.file.name}", page)
        return KitView(file, kit.size, kit.sha256, kit.members)

    def _in_feed(self, paths: list[str]) -> list[str]:
        allowed = self.staged.inspection.permissions.allowed
        return [path for path in paths if allowed(self.documents[path], "feed")]

    def _feed(self, writer: Any, path: str, lang: Language, paths: list[str]) -> None:
        newest = sorted(paths, key=lambda p: self.documents[p].text("Date"), reverse=True)[:FEED_LENGTH]
        entries = tuple(
            replace(
                self._entry(p, path),
                content=entry(
                    self.documents[p], path=p, href="", picture=None,
                    content=_without_dead_links(self.read[p].get_content(self.campaign.site_url)),
                ).content,
            )
            for p in newest
        )  # fmt: skip
        gettext = self.catalogues[lang.code].gettext
        name = self.campaign.name[lang.code]
        self._file(
            writer, "feed.xml", path, lang,
            entries=entries,
            title=f"{name}: {gettext('Stories')}" if "/stories/" in path else name,
            self_url=self._absolute(path),
            home_url=self._absolute(f"{lang.code}/index.html"),
            updated=max((day for e in entries if (day := e.updated)), default=None),
        )  # fmt: skip

    def _sitemap(self) -> Iterator[dict[str, Any]]:
        """Every page that search engines may list, with its versions, and the day of its own content."""
        lists = [f"{c}/{kind.value}/index.html" for c in self.campaign.languages for kind in LISTED]
        homes = [f"{c}/index.html" for c in self.campaign.languages]
        for path in sorted({*homes, *lists, *self.documents}):
            document = self.documents.get(path)
            dated = (document.text("Modified") or document.text("Date")) if document else ""
            alternates = self._alternates(path, self._absolute)
            yield {"loc": self._absolute(path), "lastmod": dated, "alternates": [a for a in alternates if a.exists]}

    def _copy(self) -> None:
        """Copy the theme's files, the safe images and the tables behind charts."""
        site = self.campaign.site
        shutil.copytree(self.campaign.theme / "static", site / "theme", dirs_exist_ok=True)
        shutil.copytree(self.campaign.staged / "images", site / "images", dirs_exist_ok=True)
        for table in sorted((self.campaign.staged / "data").glob("*.csv")):
            (site / "data").mkdir(exist_ok=True)
            shutil.copyfile(table, site / "data" / table.name)


def _without_dead_links(html: str) -> str:
    """Turn links to documents that are not published (withdrawn, embargoed) into plain text.

    Pelican leaves such a link as it stands in the source, and so would tell that the document exists.
    """
    if "{filename}" not in html and "%7Bfilename%7D" not in html:
        return html
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.select("a[href]"):
        if str(link["href"]).startswith(("{filename}", "%7Bfilename%7D")):
            link.unwrap()
    return str(soup)
