"""One Pelican run for all languages: reads the staged documents, writes every page of every language."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from pelican.contents import Article, Page
from pelican.generators import Generator

from safelight.campaign import Campaign
from safelight.errors import CampaignError
from safelight.languages import Language, language
from safelight.languages.jinja import install
from safelight.languages.search import Searched, search_data
from safelight.model.content import Document, DocumentType
from safelight.site.addresses import LISTED, absolute, from_root, relative
from safelight.site.assets import published, theme_folder
from safelight.site.finishing import finished
from safelight.site.search import listed, search_path, searched
from safelight.site.sitemap import parts, sitemap
from safelight.site.tree import ListPage, site_tree, topic_pages, topic_slug
from safelight.site.views import Alternate, Entry, KitView, NavItem, Paging, TopicView, entry, picture_view
from safelight.staging import verify_receipt

LIST_TEMPLATES = {DocumentType.STORY: "stories", DocumentType.GUIDE: "guides", DocumentType.RELEASE: "press"}
ENTRY_TEMPLATES = {
    DocumentType.STORY: "story",
    DocumentType.GUIDE: "guide",
    DocumentType.RELEASE: "release",
    DocumentType.PAGE: "page",
}
FEED_LENGTH = 20
"""Most entries that a feed holds."""
FOOTER_HELPLINES = 2
"""Numbers that every page ends with; all of them stand on the help page."""


class CampaignGenerator(Generator):  # type: ignore[misc] # Pelican ships no types
    """Reads what was staged through Pelican's readers, and writes it through Pelican's writer."""

    campaign: Campaign

    def generate_context(self) -> None:
        """Read every staged document; Pelican resolves links between them by their source paths."""
        self.campaign = self.settings["CAMPAIGN"]
        run = self.settings["SAFELIGHT_RUN"].prepared
        verify_receipt(self.campaign.staged)
        self.env.undefined = jinja2.StrictUndefined
        self.strings = install(self.env, self.campaign.translations, self.campaign.languages, self.campaign.drafts)
        self.staged = run.staged
        self.kits = run.kits
        self.withdrawn_kits = run.published.gone.kits
        self.tree = site_tree(
            self.staged.inspection.documents, self.campaign.languages, self.campaign.untranslated, self.campaign.drafts
        )  # fmt: skip
        self.theme_folder = theme_folder(self.campaign.theme / "static")
        self.read: dict[str, Any] = {}
        for path, document in self.tree.documents.items():
            source = f"{document.type.value}/{document.id}/{document.lang}.md"
            content_class = Page if document.type is DocumentType.PAGE else Article
            content = self.readers.read_file(
                base_path=self.path, path=source, content_class=content_class, context=self.context
            )
            content.override_url = content.override_save_as = path
            self.add_source_path(content)
            self.read[path] = content
        self.topics = {code: self.tree.topics(code) for code in self.campaign.languages}
        self.pages = {code: self.tree.pages(code) for code in self.campaign.languages}

    def generate_output(self, writer: Any) -> None:
        """Write all pages of all languages, feeds, sitemap, and copy what is published as it is."""
        self.writer = writer
        try:
            for code in self.campaign.languages:
                self._write_language(language(code))
            self._write_root()
        except jinja2.TemplateSyntaxError as error:
            raise SystemExit(
                f"theme/templates/{error.name}:{error.lineno}: {error.message}: mend the template"
            ) from None
        except (jinja2.UndefinedError, jinja2.TemplateNotFound) as error:
            raise SystemExit(f"theme/templates: {error.message}: mend the template that names it") from None
        except CampaignError as error:
            raise SystemExit(str(error)) from None
        self._copy()

    def _write_language(self, lang: Language) -> None:
        stories, guides, releases = (self.tree.paths(lang.code, kind) for kind in LISTED)
        home = f"{lang.code}/index.html"
        self._page(
            "home", home, lang,
            stories=self._entries(stories[:FEED_LENGTH], home), guides=self._entries(guides[:FEED_LENGTH], home),
            releases=self._entries(releases[:FEED_LENGTH], home), page=self._maybe_entry(home, home),
        )  # fmt: skip
        for kind, template in LIST_TEMPLATES.items():
            pages = self.tree.list_pages(lang.code, kind, self.campaign.per_page)
            for page in pages:
                extra = self._press(lang, page) if kind is DocumentType.RELEASE else {}
                self._list(template, lang, page, pages, page=self._maybe_entry(pages[0].path, page.path), **extra)
        self._write_topics(lang)
        for path in [*self.tree.documents, *self.tree.shown]:
            if path.startswith(f"{lang.code}/") and not path.endswith("/index.html"):
                document = self.tree.documents[self.tree.source(path) or path]
                self._page(self._template(document), path, lang, entry=self._entry(path, path))
        self._write_search(lang)
        self._page("404", f"{lang.code}/404.html", lang, found_anywhere=True)
        self._page("410", f"{lang.code}/410.html", lang, found_anywhere=True)
        feed_stories = self._in_feed(stories)
        self._feed(f"{lang.code}/stories/feed.xml", lang, feed_stories)
        self._feed(f"{lang.code}/feed.xml", lang, feed_stories + self._in_feed(guides + releases))

    def _write_search(self, lang: Language) -> None:
        """The page that lists every text of a language, and finds them by their words where scripts run."""
        path = search_path(lang.code)
        gettext = self.strings[lang.code].gettext
        titles = {
            DocumentType.STORY: gettext("Stories"), DocumentType.GUIDE: gettext("Guides"),
            DocumentType.RELEASE: gettext("Press"), DocumentType.PAGE: gettext("More"),
        }  # fmt: skip
        groups = listed(self.tree, lang.code)
        found = search_data((self._searched(p, lang.code) for paths in groups.values() for p in paths), lang.code)
        self._page(
            "search", path, lang, search=Markup(found.as_json()),  # noqa: S704 (JSON without a less-than sign)
            groups=[(titles[kind], self._entries(paths, path)) for kind, paths in groups.items()],
        )  # fmt: skip

    def _searched(self, path: str, code: str) -> Searched:
        source = self.tree.source(path) or path
        content = self.read[source].get_content(relative(".", path))
        return searched(self.tree.documents[source], content, self.staged.inspection.data, code)

    def _write_topics(self, lang: Language) -> None:
        if not self.topics[lang.code]:
            return
        index = f"{lang.code}/topics/index.html"
        views = tuple(
            TopicView(t.title, relative(f"{lang.code}/topics/{t.slug}.html", index), len(t.paths))
            for t in self.topics[lang.code]
        )
        self._page("topics", index, lang, topics=views)
        for topic in self.topics[lang.code]:
            pages = topic_pages(lang.code, topic, self.campaign.per_page)
            for page in pages:
                self._list("topic", lang, page, pages, topic=topic.title)

    def _list(self, template: str, lang: Language, part: ListPage, parts: Sequence[ListPage], **extra: Any) -> None:
        def href(number: int) -> str:
            return relative(parts[number - 1].path, part.path) if 1 <= number <= len(parts) else ""

        self._page(
            template, part.path, lang,
            entries=self._entries(part.entries, part.path),
            paging=Paging(part.number, len(parts), href(part.number - 1), href(part.number + 1)),
            **extra,
        )  # fmt: skip

    def _press(self, lang: Language, page: ListPage) -> dict[str, Any]:
        kit = self.kits[lang.code]
        file = relative(f"{lang.code}/press/{kit.file.name}", page.path)
        return {
            "releases": self._entries(page.entries, page.path),
            "kit": KitView(file, kit.size, kit.sha256, kit.members),
            "withdrawn_kits": tuple(kit.sha256 for kit in self.withdrawn_kits if kit.lang == lang.code),
            "wording": self.staged.inspection.data.wording.get(lang.code, ()),
        }

    def _write_root(self) -> None:
        default = language(self.campaign.default_language)
        choices = tuple(
            (language(code), f"{code}/index.html", self.campaign.name[code]) for code in self.campaign.languages
        )
        self._page("language", "index.html", default, choices=choices)
        self._page("404", "404.html", default, found_anywhere=True)
        self._page("410", "410.html", default, found_anywhere=True)
        maps = parts(sitemap(self.tree, self.campaign.per_page, self._absolute))
        for part in maps:
            self._file("sitemap.xml", part.path, default, urls=part.urls)
        if len(maps) > 1:
            self._file("sitemap-index.xml", "sitemap.xml", default, maps=maps)
        self._file("robots.txt", "robots.txt", default)

    def _template(self, document: Document) -> str:
        own = f"pages/{document.id}"
        if document.type is DocumentType.PAGE and (Path(self.theme) / "templates" / f"{own}.html").is_file():
            return own
        return ENTRY_TEMPLATES[document.type]

    def _page(self, template: str, path: str, lang: Language, *, found_anywhere: bool = False, **extra: Any) -> None:
        """Write one HTML page; one that is `found_anywhere` (404) is served at any depth: links from the root."""
        self._file(f"{template}.html", path, lang, found_anywhere=found_anywhere, **extra)

    def _file(self, template: str, path: str, lang: Language, *, found_anywhere: bool = False, **extra: Any) -> None:
        link: Callable[[str], str] = (
            partial(from_root, site_url=self.campaign.site_url) if found_anywhere else partial(relative, page=path)
        )

        def href(target: str) -> str:
            return link(published(target, self.theme_folder))

        alternates = self._alternates(path, href)
        context: dict[str, Any] = {
            "campaign": self.campaign,
            "name": self.campaign.name[lang.code],
            "language": lang,
            "data": self.staged.inspection.data,
            "footer_helplines": self.staged.inspection.data.helplines[:FOOTER_HELPLINES],
            "href": href,
            "absolute": self._absolute,
            "alternates": alternates,
            "canonical": self._absolute(path),
            "x_default": next((a.absolute for a in alternates if a.exists), ""),
            "unlisted": found_anywhere or path in self.tree.shown,
            "pages": {
                page_id: NavItem(page_id, self._title(target), href(target), path == target)
                for page_id, target in self.pages[lang.code].items()
            },
            "nav": tuple(self._nav(lang, path, href)),
            **extra,
        }
        self.writer.write_file(path, self.env.get_template(template), {**self.context, **context}, url=path)

    def _absolute(self, path: str) -> str:
        return absolute(published(path, self.theme_folder), self.campaign.site_url)

    def _title(self, path: str) -> str:
        return self.tree.documents[self.tree.source(path) or path].text("Title")

    def _alternates(self, path: str, href: Callable[[str], str]) -> tuple[Alternate, ...]:
        found = []
        versions = self.tree.versions(path, self.campaign.per_page)
        for code in self.campaign.languages:
            target = versions.get(code, f"{code}/index.html")
            note = self.strings[code].gettext("start page")
            found.append(Alternate(language(code), href(target), self._absolute(target), code in versions, note))
        return tuple(found)

    def _nav(self, lang: Language, path: str, href: Callable[[str], str]) -> Iterator[NavItem]:
        """Help first, then what there is to read, then the press room; the search is a sign."""
        gettext = self.strings[lang.code].gettext
        target = self.pages[lang.code].get("get-help")
        if target:
            yield NavItem("help", gettext("Help"), href(target), path == target)
        for key, title in (("stories", gettext("Stories")), ("guides", gettext("Guides")), ("press", gettext("Press"))):
            yield NavItem(
                key, title, href(f"{lang.code}/{key}/index.html"), path.startswith(f"{lang.code}/{key}/")
            )  # fmt: skip
        yield NavItem("search", gettext("Search"), href(search_path(lang.code)), path == search_path(lang.code))

    def _entries(self, paths: Sequence[str], page: str) -> tuple[Entry, ...]:
        return tuple(self._entry(path, page) for path in paths)

    def _maybe_entry(self, path: str, page: str) -> Entry | None:
        return self._entry(path, page) if self.tree.source(path) else None

    def _entry(self, path: str, page: str) -> Entry:
        """The document at `path` as the page at `page` shows it."""
        source = self.tree.source(path) or path
        document = self.tree.documents[source]
        picture = self.staged.pictures.get(document.key)
        return entry(
            document,
            path=path,
            href=relative(path, page),
            # A list shows titles and summaries; only its own page (and the page that introduces it) holds the text.
            content=self._content(source, document.lang, relative(".", page))
            if path == page or path.endswith("/index.html") else "",
            picture=picture_view(
                picture, document, self.campaign, relative("images", page), self.campaign.staged / "images"
            )
            if picture else None,
            topics=self._topics_of(document, page),
            standing=self.staged.inspection.standings.get(document.key),
            printable=self.staged.inspection.permissions.allowed(document, "print"),
        )  # fmt: skip

    def _content(self, source: str, code: str, root: str) -> str:
        return finished(self.read[source].get_content(root), language(code), self.strings[code].gettext)

    def _topics_of(self, document: Document, page: str) -> tuple[TopicView, ...]:
        tags = {topic_slug(tag) for tag in document.items("Tags")}
        mine = [topic for topic in self.topics[document.lang] if topic.slug in tags]
        return tuple(
            TopicView(t.title, relative(f"{document.lang}/topics/{t.slug}.html", page), len(t.paths)) for t in mine
        )

    def _in_feed(self, paths: Sequence[str]) -> list[str]:
        allowed = self.staged.inspection.permissions.allowed
        documents = self.tree.documents
        return [path for path in paths if path in documents and allowed(documents[path], "feed")]

    def _feed(self, path: str, lang: Language, paths: list[str]) -> None:
        documents = self.tree.documents
        newest = sorted(paths, key=lambda p: documents[p].text("Date"), reverse=True)[:FEED_LENGTH]
        entries = tuple(
            entry(
                documents[p], path=p, href="", picture=None,
                content=self._content(p, lang.code, self.campaign.site_url),
            )
            for p in newest
        )  # fmt: skip
        name = self.campaign.name[lang.code]
        self._file(
            "feed.xml", path, lang,
            entries=entries,
            title=f"{name}: {self.strings[lang.code].gettext('Stories')}" if "/stories/" in path else name,
            self_url=self._absolute(path),
            home_url=self._absolute(f"{lang.code}/index.html"),
            updated=max((day for e in entries if (day := e.updated)), default=None),
        )  # fmt: skip

    def _copy(self) -> None:
        """Copy the theme's files, the safe images and the tables behind charts."""
        site = self.campaign.site
        shutil.copytree(self.campaign.theme / "static", site / self.theme_folder, dirs_exist_ok=True)
        shutil.copytree(self.campaign.staged / "images", site / "images", dirs_exist_ok=True)
        for table in sorted((self.campaign.staged / "data").glob("*.csv")):
            (site / "data").mkdir(exist_ok=True)
            shutil.copyfile(table, site / "data" / table.name)
