"""Debian's Apache, started on loopback over the published tree: the `.htaccess` in it is all that it is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from running import Client, free_port, running
from safelight.campaign import Campaign
from safelight.publish.headers import cache_control, header_policy

MAIN = """
ServerRoot "{folder}"
PidFile "{folder}/pid"
ErrorLog "{folder}/error.log"
Listen 127.0.0.1:{port}
ServerName tiny.example
User nobody
Group nogroup
{modules}
DocumentRoot "{site}"
DirectoryIndex index.html
<Directory "{site}">
  AllowOverride All
  Require all granted
</Directory>
"""
MODULES = ("mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "alias", "filter", "env")


@pytest.fixture
def client(campaign: Campaign, built_site: Path, tmp_path: Path) -> Iterator[Client]:
    folder, port = tmp_path / "apache", free_port()
    folder.mkdir()
    for parent in (built_site, *built_site.parents):  # Apache gives up root, and pytest's folders are private
        if parent.stat().st_uid == os.getuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES)
    (folder / "apache.conf").write_text(MAIN.format(folder=folder, port=port, site=built_site, modules=modules))
    (folder / "mime.types").touch()
    with (folder / "apache.conf").open("a") as file:
        file.write(f'TypesConfig "{folder}/mime.types"\n')
    command = ["apache2", "-X", "-f", str(folder / "apache.conf")]
    with running(command, port, folder / "words.log"):
        yield Client(port)


def test_same_headers_as_everywhere(client: Client, campaign: Campaign, built_site: Path) -> None:
    for path, status in [("/en/", 200), ("/ru/nothing.html", 404), ("/images/2044b0f60557339f.webp", 200)]:
        answer = client.get(path)
        assert answer.status == status, (path, answer)
        for name, value in header_policy(campaign, built_site).fixed():
            assert answer.headers[name.lower()] == value, (path, name)
    assert client.get("/images/2044b0f60557339f.webp").headers["cache-control"] == cache_control(
        "images/2044b0f60557339f.webp"
    )
    assert client.get("/en/").headers["cache-control"] == "no-cache"
    assert "immutable" not in client.get("/images/0123456789abcdef.webp").headers.get("cache-control", "")
    assert "onion-location" not in client.get("/en/").headers, "only HTTPS tells of the onion service"


def test_pages_for_mistakes_and_hidden_files(client: Client) -> None:
    for path, words in [("/ru/nothing.html", "404 ru"), ("/nothing", "not here"), ("/_headers", "not here")]:
        answer = client.get(path)
        assert (answer.status, words in answer.body.decode()) == (404, True), (path, answer)
    assert client.get("/.htaccess").status in (403, 404)
    assert client.get("/images/").status in (403, 404)


def test_what_was_taken_back_is_gone_and_its_name_is_nowhere(client: Client, built_site: Path) -> None:
    for path, words in [
        ("/en/stories/taken-back.html", "410 en"),
        ("/en/stories/taken-back.html?from=a-newsletter", "410 en"),
        ("/ru/stories/%D0%B2%D0%B7%D1%8F%D1%82%D0%BE%20%D0%BD%D0%B0%D0%B7%D0%B0%D0%B4.html", "410 ru"),
        ("/ru/stories/0.html", "410 ru"),
        ("/ru/stories/249.html", "410 ru"),
        ("/images/00aa11bb22cc33dd.webp", "taken back"),
    ]:
        answer = client.get(path, Accept_Encoding="br, gzip")
        assert (answer.status, words in answer.body.decode()) == (410, True), (path, answer)
        assert answer.headers["content-type"].startswith("text/html")
        assert "immutable" not in answer.headers.get("cache-control", ""), "it may come back"
    assert client.get("/ru/stories/250.html").status == 404
    assert client.get("/en/stories/open.html").status == 200
    told = (built_site / ".htaccess").read_text(encoding="utf-8")
    assert "taken-back" not in told and "взято" not in told
    assert max(len(line) for line in told.splitlines()) < 8190


def test_language_at_the_door(client: Client) -> None:
    for asked, where in [("ru-KZ,ru;q=0.9", "/ru/"), ("en;q=0.3, ru;q=0.9", "/ru/"), ("de", ""), ("ru;q=0", "")]:
        answer = client.get("/", Accept_Language=asked)
        assert (
            answer.headers.get("location", "").removeprefix("http://127.0.0.1").removeprefix(f":{client.port}") == where
        )
        assert answer.status == (302 if where else 200), asked
        assert "Accept-Language" in answer.headers.get("vary", ""), (asked, answer.headers)


def test_precompressed(client: Client, built_site: Path) -> None:
    answer = client.get("/en/", Accept_Encoding="br, gzip")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-encoding"] == "br"
    assert brotli.decompress(answer.body) == (built_site / "en/index.html").read_bytes()
    assert "Accept-Encoding" in answer.headers["vary"]
    assert client.get("/theme/0123456789ab/css/site.css", Accept_Encoding="gzip").headers["content-encoding"] == "gzip"
    assert client.get("/en/feed.xml").headers["content-type"] == "application/atom+xml"
    again = client.get("/en/", If_None_Match=client.get("/en/").headers["etag"])
    assert again.status == 304
