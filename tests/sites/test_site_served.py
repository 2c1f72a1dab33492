"""A built site behind Debian's nginx: read in Chromium under its policy, then a story of it taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from nginx_server import Ports, Server, nginx
from playwright.sync_api import BrowserContext, sync_playwright
from test_site_withdrawn import WORDS, withdraw
from tiny_site import Site
from watched_page import PATIENCE_MS, watched

EXIT = "https://www.wikipedia.org/"
STORY = "/en/stories/a-window.html"


def configure(site: Site, ports: Ports) -> str:
    """What `safelight nginx` writes for the site, deployed into `www`."""
    done = site.run(
        "safelight.cli", "nginx", "--root", str(site.root / "www"), "--https", f"127.0.0.1:{ports.https}", "--http",
        f"127.0.0.1:{ports.http}", "--onion", f"127.0.0.1:{ports.onion}", "--certificate", str(ports.certificate),
        "--key", str(ports.key), "-o", "safelight.conf",
    )  # fmt: skip
    assert done.status == 0, done.said
    return (site.root / "safelight.conf").read_text().replace("/var/log/nginx/error.log", str(ports.error_log))


def deploy(site: Site) -> None:
    done = site.run("safelight.cli", "deploy", "www", "--today", "2026-11-24", "--purge-list", "purge.txt")
    assert done.status == 0, done.said


@pytest.fixture
def served(built: Site, tmp_path: Path) -> Iterator[tuple[Site, Server]]:
    deploy(built)
    with nginx(lambda ports: configure(built, ports), tmp_path / "server") as server:
        yield built, server


@pytest.fixture
def browser(served: tuple[Site, Server], tmp_path: Path) -> Iterator[BrowserContext]:
    port = served[1].ports.https
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(tmp_path / "profile"),
            executable_path="/usr/bin/chromium",
            # A container's root has no user name spaces for the sandbox; the site's name is a port of this machine.
            args=["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                  f"--host-resolver-rules=MAP tiny.example:443 127.0.0.1:{port}"],
            ignore_https_errors=True,
            timeout=PATIENCE_MS,
        )  # fmt: skip
        context.set_default_timeout(PATIENCE_MS)
        context.route(f"{EXIT}**", lambda route: route.fulfill(body="<title>elsewhere</title>"))
        yield context
        context.close()


def test_pages_work_under_the_policy_and_the_way_out_leaves_no_way_back(browser: BrowserContext) -> None:
    page = browser.new_page()
    problems = watched(page)
    page.goto("https://tiny.example/en/")
    answer = page.goto(f"https://tiny.example{STORY}")
    assert answer and "require-trusted-types-for" in answer.headers["content-security-policy"]
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 5, "the style sheet is applied"
    assert page.evaluate("document.querySelector('main img').naturalWidth") > 0, "the picture is shown"
    page.locator("a[data-leave]").first.click()
    page.wait_for_url(EXIT)
    page.go_back()
    assert page.url == "https://tiny.example/en/", "the story was replaced in the tab's history: Back skips it"
    assert problems == []


def test_nothing_slipped_in_can_run(browser: BrowserContext, served: tuple[Site, Server]) -> None:
    """What an attacker could add to a page, or to the server's own folder, does not run in a real browser."""
    page_file = served[0].root / "www/en/index.html"
    (served[0].root / "www/theme/evil.js").write_text("document.title = 'evil'")
    text = page_file.read_text().replace(
        "</body>", "<script>document.title = 'evil'</script><script src='/theme/evil.js'></script>"
        "<p id=p onclick=\"document.title = 'evil'\">x</p></body>",
    )  # fmt: skip
    page_file.write_text(text)
    for twin in page_file.parent.glob("index.html.*"):
        twin.unlink()
    page = browser.new_page()
    problems = watched(page)
    page.goto("https://tiny.example/en/")
    page.locator("#p").click()
    assert page.title() != "evil"
    assert len([one for one in problems if "Content Security Policy" in one]) >= 3


def test_a_story_is_taken_back_from_a_real_server(served: tuple[Site, Server], tmp_path: Path) -> None:
    site, server = served
    before = site.tree()
    pictures = [path for path in before if path.startswith("images/")]
    assert server.web.get(STORY).status == 200
    assert "immutable" in server.web.get(f"/{pictures[0]}").headers["cache-control"]
    withdraw(site)
    deploy(site)
    with nginx(lambda ports: configure(site, ports), tmp_path / "later") as later:
        for path, lang in [(STORY, "en"), ("/ru/stories/a-window.html", "ru"), (f"{STORY}.br", "en")]:
            answer = later.web.get(path)
            assert answer.status == 410, path
            assert f'<html lang="{lang}"' in answer.body.decode()
            assert answer.headers["cache-control"] == "no-cache"
        for path in pictures:
            assert later.web.get(f"/{path}").status == 410, "its picture, at its own address"
        # Whatever else is served says nothing of the story: every file, as a visitor gets it.
        for path in site.tree():
            if path.endswith((".br", ".gz")) or path in ("_headers", ".htaccess"):
                continue
            answer = later.web.get(f"/{path}")
            text = answer.body.decode("utf-8", "replace").casefold()
            assert not [word for word in WORDS if word in text] or path == "stamp.json", path
        gone = json.loads(later.web.get("/withdrawn.json").body)
        assert len(gone["kits"]) == 2 and len(gone["addresses_sha256"]) >= 2
        for path in ("/en/press/", "/ru/press/"):
            page = later.web.get(path).body.decode()
            assert [kit["sha256"] for kit in gone["kits"] if kit["sha256"] in page]
    purge = (site.root / "purge.txt").read_text().split()
    for path in (STORY, "/ru/stories/a-window.html", "/en/feed.xml", "/sitemap.xml", *(f"/{p}" for p in pictures)):
        assert f"https://tiny.example{path}" in purge
