"""What holds for every page of a finished site: languages, alternates, headings, links, feeds, sitemap."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from tiny_site import Site

URL = "https://tiny.example/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def pages(finished: Site) -> dict[str, BeautifulSoup]:
    return {
        path: BeautifulSoup(data.decode(), "html.parser")
        for path, data in finished.tree().items()
        if path.endswith(".html")
    }


def address(path: str) -> str:
    return URL + path.removesuffix("index.html")


def test_alternates_are_reciprocal_on_every_page(pages: dict[str, BeautifulSoup]) -> None:
    listed = {
        address(path): {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}
        for path, page in pages.items()
    }
    named = {url: links for url, links in listed.items() if links}
    assert len(named) > 10
    for url, links in named.items():
        assert url in links.values(), f"{url} does not name itself"
        assert links["x-default"] in links.values()
        for other in links.values():
            assert listed[other] == links, f"{other} answers {url} otherwise"


def test_every_page_says_its_language_and_direction(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        lang = path.partition("/")[0] if "/" in path else "en"
        assert page.html is not None
        assert (page.html["lang"], page.html["dir"]) == (lang, "ltr"), path


def test_headings_go_down_one_step_at_a_time(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4")]
        assert levels[0] == 1 and levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)


def test_every_picture_has_its_text_and_every_link_a_name(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        assert all(image.has_attr("alt") for image in page.select("img")), path
        for link in page.select("a[href]"):
            named = link.get_text(strip=True) or any(image.get("alt") for image in link.select("img"))
            assert named, (path, link)
        ids = [element["id"] for element in page.select("[id]")]
        assert len(ids) == len(set(ids)), path


def test_one_script_is_inline_and_the_exit_is_everywhere(pages: dict[str, BeautifulSoup]) -> None:
    runs = "script:not([type='application/json'])"
    everywhere = {str(script) for page in pages.values() for script in page.select(runs)[-1:]}
    assert len(everywhere) == 1, "the way out is the same on every page"
    more = {path: {str(script) for script in page.select("script")} - everywhere for path, page in pages.items()}
    searches = {path for path in pages if path.endswith("/search.html")}
    assert {path for path, scripts in more.items() if scripts} == searches
    assert all(len(page.select(runs)) == (2 if path in searches else 1) for path, page in pages.items())
    for path, page in pages.items():
        assert not page.select("[style], style, script[src]"), path
        assert page.select_one("a[data-leave][href^=https]"), path


def test_the_footer_names_only_pages_that_exist(finished: Site, pages: dict[str, BeautifulSoup]) -> None:
    tree = finished.tree()
    assert "en/get-help.html" not in tree, "the tiny campaign has no help page"
    for path, page in pages.items():
        if "404" in path or "410" in path:
            continue
        for link in page.select("a[href]:not([href^=http]):not([href^='#']):not([href^='mailto:'])"):
            parts = [*path.split("/")[:-1], *str(link["href"]).split("#")[0].split("/")]
            target: list[str] = []
            for part in parts:
                target = target[:-1] if part == ".." else [*target, part]
            assert "/".join(target) in tree, (path, link["href"])


def test_feeds_say_their_language_and_carry_the_notes(finished: Site) -> None:
    for lang in ("en", "ru"):
        feed = ElementTree.fromstring(finished.tree()[f"{lang}/feed.xml"])
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
        for parent in (feed, *feed.findall(f"{ATOM}entry")):
            for required in ("id", "title", "updated"):
                assert len(parent.findall(f"{ATOM}{required}")) == 1, "RFC 4287, 4.1"
            moment = parent.findtext(f"{ATOM}updated") or ""
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment)
        story = next(e for e in feed.findall(f"{ATOM}entry") if "/stories/" in (e.findtext(f"{ATOM}id") or ""))
        content = story.findtext(f"{ATOM}content") or ""
        assert ("captivity" if lang == "en" else "лишение свободы") in content


def test_the_sitemap_lists_each_page_once_with_the_day_of_its_content(finished: Site) -> None:
    root = ElementTree.fromstring(finished.tree()["sitemap.xml"])
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {
        url.findtext("s:loc", "", space): url.findtext("s:lastmod", "", space) for url in root.findall("s:url", space)
    }
    assert len(found) == len(root.findall("s:url", space))
    assert found[f"{URL}en/stories/a-window.html"] == found[f"{URL}en/stories/"] == "2026-10-05"
    assert not [loc for loc in found if "404" in loc or "410" in loc]
    assert all(day == "" or re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in found.values())
    listed = {
        address(path) for path in finished.tree() if path.endswith(".html") and not re.search(r"4\d\d\.html", path)
    }
    assert set(found) == {url for url in listed if url != URL}
