"""Debian's nginx, started on loopback with the configuration that Safelight writes."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import brotli
import pytest
from nginx_server import Ports, Server, nginx
from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.publish import NginxSetup, nginx_config
from safelight.publish.headers import DENIED_FEATURES, cache_control, header_policy

GONE = ("en/stories/gone.html", "ru/stories/ушла.html", "en/press/kit-old.zip", "images/00112233445566ff.webp")


def configuration(campaign: Campaign, site: Path, ports: Ports) -> str:
    setup = NginxSetup(
        root=site, https=f"127.0.0.1:{ports.https}", http=f"127.0.0.1:{ports.http}", onion=f"127.0.0.1:{ports.onion}",
        certificate=ports.certificate, key=ports.key, error_log=str(ports.error_log),
    )  # fmt: skip
    return nginx_config(campaign, site, setup, GONE)


@pytest.fixture
def server(campaign: Campaign, built_site: Path, tmp_path: Path) -> Iterator[Server]:
    with nginx(partial(configuration, campaign, built_site), tmp_path / "server") as started:
        yield started


def test_every_answer_has_every_header(server: Server, campaign: Campaign, built_site: Path) -> None:
    policy = header_policy(campaign, built_site)
    for path, status in [
        ("/en/", 200), ("/en/nothing.html", 404), ("/en/stories/gone.html", 410),
        ("/images/2044b0f60557339f.webp", 200),
        ("/ru/feed.xml", 200), ("/theme/0123456789ab/css/site.css", 200), ("/", 200), ("/en/stories", 301),
        ("/images/", 404),
    ]:  # fmt: skip
        answer = server.web.get(path)
        assert answer.status == status, path
        for name, value in policy.fixed():
            assert answer.headers[name.lower()] == value, (path, name)
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert answer.headers["onion-location"] == f"http://tinytinytiny.onion{path}"
        assert answer.headers["server"] == "nginx", "no version"
        assert answer.headers["cache-control"] == cache_control(path.removeprefix("/")), path
    for path, status in [("/images/0123456789abcdef.webp", 404), (f"/{GONE[-1]}", 410)]:
        answer = server.web.get(path)
        assert (answer.status, answer.headers["cache-control"]) == (status, "no-cache"), "what is not there may come"
    assert "unsafe-" not in policy.csp
    assert len(DENIED_FEATURES) == policy.fixed()[2][1].count("=()")


LANGUAGES = [
    ("ru", "/ru/", "the only one"),
    ("ru-KZ,ru;q=0.9", "/ru/", "a regional variety is its language"),
    ("uz,ru;q=0.9,en;q=0.8", "/ru/", "the first that there is"),
    ("en;q=0.3, ru;q=0.9", "/ru/", "weight counts before order"),
    ("ru;q=0.5, en;q=0.5", "/ru/", "among equals the first"),
    ("de, en;q=0.7, ru;q=0.8", "/ru/", "weights of several"),
    ("RU", "/ru/", "no regard to case"),
    ("en;q=1.0,ru", "/en/", "one, spelt out"),
    ("ru;q=0, en;q=0.1", "/en/", "zero means: not this one"),
    ("ru;q=0", "", "zero alone"),
    ("ru;q=0.000, de", "", "zero, spelt out"),
    ("de-DE,de", "", "none that there is"),
    ("*", "", "any"),
    ("", "", "none named"),
    ("rus, enx", "", "other tags that begin alike"),
    ("x-ru", "", "a private tag"),
    ("en/../../etc", "", "no path from a header"),
]


def test_language_at_the_door(server: Server) -> None:
    for asked, where, reason in LANGUAGES:
        answer = server.web.get("/", Accept_Language=asked)
        assert answer.headers.get("location", "") == where, (asked, reason)
        assert answer.status == (302 if where else 200), reason
        assert "Accept-Language" in answer.headers["vary"]
        if not where:
            assert b"choose" in answer.body


def test_mistakes_speak_the_language_of_the_address(server: Server) -> None:
    for path, status, words in [
        ("/ru/nothing.html", 404, "404 ru"), ("/en/nothing", 404, "404 en"), ("/nothing", 404, "not here"),
        ("/en/stories/gone.html", 410, "410 en"), ("/ru/stories/%D1%83%D1%88%D0%BB%D0%B0.html", 410, "410 ru"),
        ("/en/press/kit-old.zip", 410, "410 en"), ("/en/stories/gone.html.br", 410, "410 en"),
        ("/en/stories/goneXhtml", 404, "404 en"), ("/en/404.html", 404, "404 en"), ("/410.html", 404, "not here"),
        ("/.htaccess", 404, "not here"), ("/_headers", 404, "not here"), ("/en/../.htaccess", 404, "404 en"),
    ]:  # fmt: skip
        answer = server.web.get(path)
        assert (answer.status, words in answer.body.decode()) == (status, True), (path, answer)


def test_precompressed_and_revalidated(server: Server, built_site: Path) -> None:
    plain = (built_site / "en/index.html").read_bytes()
    for asked, coding, unpack in [("br, gzip", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress)]:
        answer = server.web.get("/en/", Accept_Encoding=asked)
        assert answer.headers["content-encoding"] == coding
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert unpack(answer.body) == plain
        assert "Accept-Encoding" in answer.headers["vary"]
    answer = server.web.get("/en/")
    assert answer.body == plain
    assert "content-encoding" not in answer.headers
    again = server.web.get("/en/", If_None_Match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_types(server: Server) -> None:
    for path, kind in [
        ("/theme/0123456789ab/js/a.js", "text/javascript; charset=utf-8"), ("/data/who.csv", "text/csv; charset=utf-8"),
        ("/en/feed.xml", "application/atom+xml"), ("/images/2044b0f60557339f.webp", "image/webp"),
        ("/en/press/kit-en.zip", "application/zip"),
    ]:  # fmt: skip
        assert server.web.get(path).headers["content-type"] == kind, path


def test_plain_leads_to_https_and_onion_stays_within(server: Server) -> None:
    answer = server.plain.get("/en/?x=1")
    assert (answer.status, answer.headers["location"]) == (301, "https://tiny.example/en/?x=1")
    onion = server.onion.get("/en/")
    assert onion.status == 200
    assert not {"strict-transport-security", "onion-location"} & onion.headers.keys()
    assert "content-security-policy" in onion.headers
    assert server.onion.get("/", Accept_Language="ru").headers["location"] == "/ru/"


def test_no_visit_is_written_down(server: Server) -> None:
    for client in (server.web, server.plain, server.onion):
        client.get("/en/canary-visit")
        client.get("/ru/", User_Agent="canary-agent")
        client.get("/en/", method="POST")
    for path in server.folder.rglob("*"):
        if path.is_file():
            assert b"canary" not in path.read_bytes(), path
            assert b"127.0.0.1," not in path.read_bytes(), path
    assert not list(server.folder.rglob("*access*"))


def test_nothing_can_be_smuggled_into_the_configuration(campaign: Campaign, built_site: Path) -> None:
    with pytest.raises(WrongUse, match="cannot stand"):
        nginx_config(campaign, built_site, NginxSetup(root=Path("/srv; return 200 'x'")))
    text = nginx_config(campaign, built_site, NginxSetup(root=Path("/srv")), ('a"; } server { #.html',))
    assert '"~^/a\\x22\\x3b\\x20\\x7d\\x20server\\x20\\x7b\\x20\\x23\\x2ehtml(?:\\.(?:br|gz))?$" 1;' in text
