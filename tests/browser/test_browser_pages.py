"""The sample campaign in a real browser: every template in three languages, two widths, with and without
JavaScript; every page of all eight at 320 pixels."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from safelight.languages import language
from shared_builds import SAMPLE_ADDRESS
from watched_page import PATIENCE_MS, watched

CHROMIUM = "/usr/bin/chromium"
# A container's root has no user name spaces for the sandbox, and no network for the background services.
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = (
    "index.html",
    "stories/index.html",
    "stories/a-new-start.html",
    "stories/the-building-site.html",
    "guides/index.html",
    "guides/check-a-job-offer.html",
    "topics/index.html",
    "search.html",
    "facts.html",
    "partners.html",
    "privacy.html",
    "how-we-protect.html",
    "safer-browsing.html",
    "get-help.html",
    "about.html",
    "press/index.html",
    "press/website-opens.html",
    "404.html",
    "410.html",
)
LANGUAGES = {"en": "ltr", "ru": "ltr", "ar": "rtl"}
ALL_LANGUAGES = ("en", "ru", "uk", "ro", "uz", "tg", "ky", "ar")


class Quiet(SimpleHTTPRequestHandler):
    """Serves the built tree under the policy that was made for it."""

    def log_message(self, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        policy = re.search(r"Content-Security-Policy: (.+)", (Path(self.directory) / "_headers").read_text("utf-8"))
        assert policy
        self.send_header("Content-Security-Policy", policy[1])
        super().end_headers()


@pytest.fixture(scope="module")
def port(sample: Path) -> Iterator[int]:
    """A port of this machine that serves the sample campaign."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(sample / "output")))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def address() -> str:
    return SAMPLE_ADDRESS


@pytest.fixture(scope="module", params=[True, False], ids=["scripts", "no-scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def context(scripts: bool, port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            str(tmp_path_factory.mktemp("profile")),
            executable_path=CHROMIUM,
            args=[*ARGUMENTS, f"--host-resolver-rules=MAP {urlsplit(SAMPLE_ADDRESS).netloc}:80 127.0.0.1:{port}"],
            java_script_enabled=scripts,
            timeout=PATIENCE_MS,
        )
        browser.set_default_timeout(PATIENCE_MS)
        yield browser
        browser.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    opened = context.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_hold_together(page: Page, address: str, lang: str, width: int) -> None:
    problems = watched(page)
    page.on("response", lambda reply: problems.append(f"{reply.status}: {reply.url}") if reply.status >= 400 else None)
    page.on(
        "request",
        lambda request: None if request.url.startswith(address) else problems.append(f"off the site: {request.url}"),
    )
    page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        page.goto(f"{address}/{lang}/{path}")
        root = page.locator("html")
        assert root.get_attribute("lang") == lang, path
        assert root.get_attribute("dir") == LANGUAGES[lang], path
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{path} scrolls sideways by {overflow} px"
        leave = page.get_by_role("link", name=LEAVE[lang]).first
        assert leave.is_visible(), f"{path}: no way to leave in sight"
        assert page.locator("h1").count() == 1, path
        assert page.evaluate(SMALL_TARGETS) == [], f"{path}: too small for a thumb"
    assert problems == []


@pytest.mark.parametrize(("lang", "width", "scheme"), [("en", 360, "light"), ("ar", 1280, "dark")])
def test_axe_finds_nothing_against_the_guidelines(
    page: Page, scripts: bool, address: str, repository: Path, lang: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """WCAG 2.2 at level AA, contrast at AAA, and axe's best practices; what a program cannot judge, people must."""
    if not scripts:
        pytest.skip("what axe judges is the same without scripts, and the one page that differs hides its box")
    axe = (repository / "tests/browser/axe/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    found = []
    for path in PAGES:
        page.goto(f"{address}/{lang}/{path}")
        page.evaluate(axe)
        found += [(path, *broken) for broken in page.evaluate(AXE)]
    assert found == []


AXE = """axe.run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: {"color-contrast-enhanced": {enabled: true}},
}).then(result => result.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.html.slice(0, 200)])))"""


@pytest.mark.parametrize("width", [960, 1280])
def test_the_way_out_covers_nothing_of_the_header(page: Page, scripts: bool, address: str, width: int) -> None:
    if not scripts:
        pytest.skip("the header is the same without scripts")
    page.set_viewport_size({"width": width, "height": 800})
    for lang in ("en", "ru", "uk", "ro", "uz", "tg", "ky", "ar"):
        page.goto(f"{address}/{lang}/index.html")
        assert page.evaluate(COVERED) == [], lang


COVERED = """(() => {
  const exit = document.querySelector(".leave a").getBoundingClientRect();
  return [...document.querySelectorAll(".mark, .nav a, .languages summary")].filter(element => {
    const box = element.getBoundingClientRect();
    return box.right > exit.left && box.left < exit.right && box.bottom > exit.top && box.top < exit.bottom;
  }).map(element => element.textContent.trim());
})()"""


# Links that stand alone (not in a sentence) must be 44 px high, the size of a fingertip.
SMALL_TARGETS = """[...document.querySelectorAll(
  ".nav a, .languages summary, .leave a, .button, .door, .shortcuts a, .number, .more, .topics a, .footer li a")]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""


def test_a_hard_story_asks_before_it_is_shown(page: Page, address: str) -> None:
    page.goto(f"{address}/en/stories/a-new-start.html")
    assert not page.locator("#story").is_visible()
    assert page.get_by_text("Before you read").is_visible()
    page.get_by_role("link", name="Read the story").click()
    assert page.locator("#story").is_visible()
    page.goto(f"{address}/en/stories/the-building-site.html")
    assert page.get_by_text("He had laid bricks").is_visible(), "its notes are shown, and it does not ask"


LEAVE = {"en": "Leave", "ru": "Уйти", "ar": "مغادرة"}


def test_the_root_offers_every_language(page: Page, address: str) -> None:
    page.goto(address)
    for lang in LANGUAGES:
        assert page.locator(f'a[lang="{lang}"]').first.is_visible()
    page.locator('a[lang="ar"]').first.click()
    assert urlsplit(page.url).path.startswith("/ar/")


def test_the_switch_leads_to_the_same_page(page: Page, address: str) -> None:
    page.goto(f"{address}/en/stories/a-new-start.html")
    page.locator("details.languages summary").click()
    page.locator('a[hreflang="ru"]').first.click()
    assert urlsplit(page.url).path == "/ru/stories/a-new-start.html"


# What is wrong with a page in any language: its language and direction, a line too wide, more or less than one heading
# of the page, no way out in sight, a link too small for a thumb.
WRONG = (
    """([lang, dir]) => {
  const root = document.documentElement;
  const out = document.querySelector("a[data-leave]");
  return [
    [root.lang === lang && root.dir === dir, `is ${root.lang} ${root.dir}`],
    [root.scrollWidth <= root.clientWidth, `scrolls sideways by ${root.scrollWidth - root.clientWidth} px`],
    [document.querySelectorAll("h1").length === 1, "has not one h1"],
    [!out || out.checkVisibility() && out.getBoundingClientRect().bottom <= innerHeight, "no way to leave in sight"],
    ..."""
    + SMALL_TARGETS
    + """.map(e => [false, `too small for a thumb: ${e}`]),
  ].filter(([right]) => !right).map(([, wrong]) => wrong);
}"""
)


def test_every_link_leads_somewhere_and_every_page_of_every_language_fits_320_px(
    page: Page, scripts: bool, address: str, port: int
) -> None:
    """320 CSS pixels is where WCAG 2.2 (1.4.10, Reflow) measures; the widest words are those of other languages."""
    if not scripts:
        pytest.skip("pages look the same without scripts but for the search box")
    page.set_viewport_size({"width": 320, "height": 800})
    wrong: list[str] = []
    seen: set[str] = set()
    waiting = {f"{address}/", *(f"{address}/{lang}/{name}.html" for lang in ALL_LANGUAGES for name in ("404", "410"))}
    while waiting:
        url = waiting.pop()
        seen.add(url)
        reply = page.request.get(url.replace(address, f"http://127.0.0.1:{port}"))  # asked beside the browser
        assert reply.status == 200, url
        if "html" not in reply.headers.get("content-type", ""):
            continue
        page.goto(url)
        lang = url.removeprefix(f"{address}/").partition("/")[0] or "en"
        wrong += [f"{url}: {one}" for one in page.evaluate(WRONG, [lang, language(lang).direction])]
        links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href.split('#')[0])")
        waiting |= {link for link in links if link.startswith(address)} - seen
    assert wrong == []
    for lang in ALL_LANGUAGES:
        count = sum(url.startswith(f"{address}/{lang}/") and ".zip" not in url for url in seen)
        assert count > 40, f"{lang}: only {count} pages were seen"


def test_the_portable_copy_opens_from_a_folder(context: BrowserContext, address: str) -> None:
    """Links are relative: the home page's style sheet is found wherever the tree is put."""
    page = context.new_page()
    page.goto(f"{address}/en/index.html")
    sheets = page.locator('link[rel="stylesheet"]').evaluate_all("links => links.map(l => l.getAttribute('href'))")
    assert sheets and not [sheet for sheet in sheets if sheet.startswith(("/", "http"))]
    page.close()


SEARCHES = [
    ("en", "PAPERS, held", "When your papers or your pay are held", "Texts found: "),
    ("ru", "ПРЕДЛОЖЕНИЕ работы", "Как проверить предложение работы", "Найдено текстов: "),
    ("ar", "جواز السفر", "قبل السفر", "عدد النصوص: "),
]


@pytest.mark.parametrize(("lang", "query", "first", "said"), SEARCHES)
def test_a_search_stays_on_its_page(
    page: Page, scripts: bool, address: str, lang: str, query: str, first: str, said: str
) -> None:
    if not scripts:
        pytest.skip("the form is there for scripts only")
    problems = watched(page)
    page.goto(f"{address}/{lang}/index.html")
    page.locator(".nav-search").click()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = page.url, page.evaluate("history.length")
    page.keyboard.press("Tab")
    page.get_by_role("searchbox").focus()
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(re.compile(f"^{said}[1-9]"))
    found = page.locator("#search-hits a")
    assert found.first.inner_text() == first
    assert not page.locator("#search-all").is_visible()
    assert (page.url, page.evaluate("history.length")) == before and asked == [], "typing is no visit and no request"
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.get_by_role("searchbox").fill("qqqq")
    expect(page.get_by_role("status")).to_have_text(page.locator("#search-status").get_attribute("data-none") or "-")
    assert page.locator("#search-all").is_visible(), "where nothing is found, the list is there"
    page.get_by_role("searchbox").fill(query)
    found.first.click()
    page.go_back()
    assert page.get_by_role("searchbox").input_value() == "", "whoever comes back sees nothing of it"
    assert problems == []


def test_without_scripts_the_search_page_lists_every_text(page: Page, scripts: bool, address: str) -> None:
    page.goto(f"{address}/en/search.html")
    assert page.get_by_role("searchbox").is_visible() == scripts
    listed = page.locator("#search-all a").evaluate_all("links => links.map(link => link.pathname)")
    assert len(listed) == len(set(listed)) == 7 + 8 + 1 + 13
    assert "/en/get-help.html" in listed and "/en/index.html" not in listed
