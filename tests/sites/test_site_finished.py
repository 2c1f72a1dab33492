"""What a good build publishes."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tiny_site import Site


@pytest.mark.parametrize(
    ("page", "says", "why"),
    [
        ("en/stories/a-window.html", "What Anna saw", "a title"),
        ("en/stories/a-window.html", "Anna came home", "a summary"),
        ("en/stories/a-window.html", "The window that Anna drew", "an alt text"),
        ("en/stories/a-window.html", "Drawn by Anna.", "a caption; the full name is one person"),
        ("en/stories/a-window.html", "Anna’s window|Anna's window", "a possessive"),
        ("en/stories/a-window.html", "Everyone in a town in the south of the country knew Anna", "a place"),
        ("ru/stories/a-window.html", "Что видела Анна", "nominative"),
        ("ru/stories/a-window.html", "История Анны", "genitive"),
        ("ru/stories/a-window.html", "говорили с Анной в городе на юге страны", "instrumental; a place inflected"),
        ("ru/stories/a-window.html", "подарили Анне", "dative"),
    ],
)
def test_names_become_pseudonyms_in_their_case(finished: Site, page: str, says: str, why: str) -> None:
    # Typesetting puts no-break spaces where the source has plain ones.
    html = (finished.output / page).read_text(encoding="utf-8").replace("\u00a0", " ")
    assert re.search(says, html), why


def test_nothing_of_the_person_is_in_any_byte(finished: Site) -> None:
    secrets = ["zalina", "magomedova", "залин", "магомедов", "buynaksk", "буйнакск", "928 555", "mail.example"]
    for path, data in finished.tree().items():
        text = (path + data.decode("utf-8", "ignore")).casefold()
        assert not [secret for secret in secrets if secret in text], path


def test_every_language_has_its_pages(finished: Site) -> None:
    tree = finished.tree()
    for lang in ("en", "ru"):
        for page in ("index.html", "404.html", "feed.xml", "stories/index.html", "press/index.html"):
            assert f"{lang}/{page}" in tree
        assert f"{lang}/press/kit-{lang}.zip" in tree
    assert {"index.html", "404.html", "sitemap.xml", "robots.txt", "stamp.json"} <= set(tree)


def test_hreflang_names_itself_the_other_and_x_default(finished: Site) -> None:
    html = (finished.output / "ru/stories/a-window.html").read_text(encoding="utf-8")
    links = dict(re.findall(r'hreflang="([^"]+)" href="(https://[^"]+)"', html))
    links |= {lang: url for url, lang in re.findall(r'href="(https://[^"]+)" hreflang="([^"]+)"', html)}
    assert links["ru"] == "https://tiny.example/ru/stories/a-window.html"
    assert links["en"] == links["x-default"] == "https://tiny.example/en/stories/a-window.html"


def test_the_stamp_lists_every_file_with_its_sha256(finished: Site) -> None:
    tree = finished.tree()
    stamp = json.loads(tree.pop("stamp.json"))
    listed = {path: entry["sha256"] for path, entry in stamp["files"].items()}
    assert listed == {path: hashlib.sha256(data).hexdigest() for path, data in tree.items()}


def test_the_kit_verifies(finished: Site) -> None:
    kit = zipfile.ZipFile(BytesIO(finished.tree()["en/press/kit-en.zip"]))
    sums = next(name for name in kit.namelist() if name.endswith("SHA256SUMS"))
    folder = sums.removesuffix("SHA256SUMS")
    for line in kit.read(sums).decode().splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256(kit.read(folder + name)).hexdigest() == digest
    assert f"{folder}images/story-a-window.jpg" in kit.namelist()
    assert "Drawn by Anna." in kit.read(folder + "README.txt").decode(), "its terms beside it, with safe words"


def test_same_source_same_bytes_elsewhere(site: Site, finished: Site, tmp_path: Path) -> None:
    other = Site(tmp_path / "another" / "place")
    shutil.copytree(site.root, other.root)
    assert other.build(PYTHONHASHSEED="77").status == 0
    assert other.tree() == finished.tree()


def test_plain_pelican_builds_the_same(site: Site, finished: Site) -> None:
    now = f'SAFELIGHT_NOW="{"2026-11-24T12:00:00+00:00"}"'
    done = site.run("pelican", "content", "-s", "pelican.conf.py", "-e", now)
    assert done.status == 0, done.said
    assert site.tree() == finished.tree()


def test_scan_finds_nothing_in_the_output(finished: Site) -> None:
    done = finished.run("safelight.cli", "scan", "output", "--vault", "private")
    assert (done.status, done.said) == (0, "")
