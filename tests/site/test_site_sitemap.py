"""The sitemap: every page once, its versions complete, its day from the content."""

from __future__ import annotations

from pathlib import PurePosixPath

from safelight.model.content import Document, DocumentType, Field
from safelight.site.sitemap import sitemap
from safelight.site.tree import site_tree


def doc(kind: DocumentType, name: str, lang: str, **fields: str) -> Document:
    header = {"Title": name, "Date": "2026-01-01", **fields}
    path = PurePosixPath(f"content/{kind.value}/{name}/{lang}.md")
    return Document(kind, name, lang, path, {key: Field(text, 1) for key, text in header.items()}, "x")


DOCUMENTS = (
    doc(DocumentType.PAGE, "home", "en", Modified="2026-02-02"),
    doc(DocumentType.GUIDE, "a", "en"),
    doc(DocumentType.GUIDE, "a", "ru", Slug="а", Modified="2026-03-03", Tags="дом"),
    doc(DocumentType.GUIDE, "b", "en"),
)
URLS = {url.loc: url for url in sitemap(site_tree(DOCUMENTS, ("en", "ru"), {"guides": "show"}), 12, str)}


def test_each_page_names_all_its_versions_and_itself() -> None:
    assert URLS["en/guides/a.html"].alternates == {"en": "en/guides/a.html", "ru": "ru/guides/а.html"}
    for url in URLS.values():
        assert url.loc in url.alternates.values()
        for other in url.alternates.values():
            assert URLS[other].alternates == url.alternates


def test_the_first_language_is_for_everybody_else() -> None:
    assert URLS["ru/guides/а.html"].x_default == "en/guides/a.html"
    assert URLS["ru/topics/дом.html"].x_default == "ru/topics/дом.html"


def test_days_are_those_of_the_content() -> None:
    assert URLS["ru/guides/а.html"].lastmod == "2026-03-03"
    assert URLS["en/index.html"].lastmod == "2026-02-02"
    assert URLS["ru/guides/index.html"].lastmod == URLS["ru/topics/дом.html"].lastmod == "2026-03-03"
    assert URLS["ru/stories/index.html"].lastmod == ""


def test_what_is_shown_in_another_language_is_not_listed() -> None:
    assert "ru/guides/b.html" not in URLS
