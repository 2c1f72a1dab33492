"""A small built site, as the stages before the gate leave it, and the campaign that it is of."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from safelight.campaign import Campaign
from safelight.publish import write_server_files, write_stamp

THEME = "theme/0123456789ab"
PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="/theme/0123456789ab/css/site.css"></head><body><p>{title}</p>
<script>document.title += "!";</script></body></html>
"""


@pytest.fixture
def campaign(tmp_path: Path) -> Campaign:
    return Campaign(
        root=tmp_path,
        name={"en": "Tiny", "ru": "Малый"},
        site_url="https://tiny.example",
        languages=("en", "ru"),
        onion_url="http://tinytinytiny.onion",
    )


@pytest.fixture
def built_site(campaign: Campaign) -> Path:
    return make_site(campaign)


def make_site(campaign: Campaign) -> Path:
    site = campaign.output
    texts = {"index.html": "choose", "404.html": "not here", "410.html": "taken back", "robots.txt": "User-agent: *"}
    for lang in campaign.languages:
        texts |= {
            f"{lang}/{name}.html": f"{name} {lang}" for name in ("index", "404", "410", "stories/index", "stories/open")
        }
        texts[f"{lang}/feed.xml"] = "<feed/>"
    texts |= {f"{THEME}/css/site.css": "body {}\n", f"{THEME}/js/a.js": "// a\n", "data/who.csv": "a,b\n"}
    for name, text in texts.items():
        lang = name.partition("/")[0] if "/" in name else "en"
        whole = PAGE.format(lang=lang, title=text) if name.endswith(".html") else text
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(whole, encoding="utf-8")
    (site / "images").mkdir()
    (site / "images/2044b0f60557339f.webp").write_bytes(b"RIFF")
    (site / "en/press").mkdir()
    (site / "en/press/kit-en.zip").write_bytes(b"PK")
    for name in ("en/index.html", f"{THEME}/css/site.css"):
        data = (site / name).read_bytes()
        (site / f"{name}.br").write_bytes(brotli.compress(data))
        (site / f"{name}.gz").write_bytes(gzip.compress(data, mtime=0))
    write_server_files(campaign, site)
    write_stamp(site)
    return site
