"""What versions before the record published is known from the stamp of `output/`."""

from __future__ import annotations

import json
from pathlib import Path

from safelight.campaign import Campaign
from safelight.consent.record import PublishedKit, Record
from safelight.site.withdrawals import earlier


def campaign(root: Path, files: list[str]) -> Campaign:
    (root / "output").mkdir()
    listed = {name: {"sha256": "1" * 64, "size": 1} for name in files}
    (root / "output/stamp.json").write_text(json.dumps({"files": listed}))
    return Campaign(root=root, name={"en": "x"}, site_url="https://x.example")


def test_stories_and_kits(tmp_path: Path) -> None:
    files = [
        "en/stories/a.html",
        "en/stories/index.html",
        "en/press/kit-en.zip",
        "ru/press/kit-ru.zip",
        "en/facts.html",
    ]
    found = earlier(campaign(tmp_path, files))
    assert found == Record(frozenset({"en/stories/a.html"}), (PublishedKit("en", "1" * 64, ("en/stories/a.html",)),))


def test_nothing_was_published(tmp_path: Path) -> None:
    assert earlier(Campaign(root=tmp_path, name={"en": "x"}, site_url="https://x.example")) == Record()
