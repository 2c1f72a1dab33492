"""The sitemap: every page once, its versions complete, its day from the content."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from lxml import etree
from safelight.languages import language
from safelight.languages.jinja import environment
from safelight.model.content import Document, DocumentType, Field
from safelight.site.sitemap import MOST_BYTES, MOST_URLS, SitemapPart, SitemapUrl, most_size, parts, sitemap
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


def test_the_later_pages_of_a_long_topic_are_listed() -> None:
    many = [doc(DocumentType.GUIDE, f"g{number}", "en", Tags="work") for number in range(5)]
    found = {url.loc for url in sitemap(site_tree(many, ("en",), {}), 2, str)}
    assert {"en/topics/work.html", "en/topics/work/page-2.html", "en/topics/work/page-3.html"} <= found


def many(number: int) -> tuple[SitemapUrl, ...]:
    def address(code: str, at: int) -> str:
        return f"https://a.example/{code}/guides/ключ-{at}.html?a&b"

    return tuple(
        SitemapUrl(address("en", at), f"2026-01-{at % 28 + 1:02}", {code: address(code, at) for code in ("en", "ru")})
        for at in range(number)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("most_urls", "most_bytes", "sizes", "why"),
    [
        (10, MOST_BYTES, [10], "as many as one may hold"),
        (9, MOST_BYTES, [9, 1], "one more"),
        (3, MOST_BYTES, [3, 3, 3, 1], "several"),
        (10, 2_000, [2, 2, 2, 2, 2], "few, but long"),
        (10, 1, [1] * 10, "a page alone is not cut"),
    ],
)
def test_a_sitemap_is_cut_where_it_grows_too_long(most_urls: int, most_bytes: int, sizes: list[int], why: str) -> None:
    found = parts(many(10), most_urls, most_bytes)
    assert [len(part.urls) for part in found] == sizes, why
    assert [url for part in found for url in part.urls] == list(many(10)), "every page once, in order"
    names = ["sitemap.xml"] if len(sizes) == 1 else [f"sitemap-{number}.xml" for number in range(1, len(sizes) + 1)]
    assert [part.path for part in found] == names


def test_the_protocol_allows_50_000_pages_and_50_megabytes() -> None:
    assert [len(part.urls) for part in parts(many(1) * (MOST_URLS + 1))] == [MOST_URLS, 1]
    assert MOST_BYTES == 50 * 1024 * 1024


def test_no_page_takes_more_room_than_is_counted(repository: Path) -> None:
    env = environment(repository / "theme", repository / "translations", ["en"])
    for urls in (many(1), many(7)):
        made = env.get_template("sitemap.xml").render(urls=urls, language=language("en"))
        assert len(made.encode()) <= sum(most_size(url) for url in urls) + 300


def test_an_index_names_every_part_and_its_latest_day(repository: Path) -> None:
    env = environment(repository / "theme", repository / "translations", ["en"])
    maps = (*parts(many(5), most_urls=3), SitemapPart("sitemap-3.xml", [SitemapUrl("https://a.example/", "", {})]))
    made = env.get_template("sitemap-index.xml").render(
        maps=maps, absolute=lambda path: f"https://a.example/{path}", language=language("en")
    )
    root = etree.fromstring(made.encode())
    assert [[child.text for child in part] for part in root] == [
        ["https://a.example/sitemap-1.xml", "2026-01-03"], ["https://a.example/sitemap-2.xml", "2026-01-05"],
        ["https://a.example/sitemap-3.xml"],
    ]  # fmt: skip
    schema = etree.XMLSchema(etree.parse(repository / "tests/validation/sitemap-index.xsd"))
    assert schema.validate(root), schema.error_log
