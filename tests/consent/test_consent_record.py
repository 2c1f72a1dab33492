"""What was published is taken back by its address and checksum, and tells nothing of whose it was."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from safelight.consent.record import Gone, PublishedKit, Record, gone
from safelight.errors import WrongUse
from safelight.source.record import read_record, write_record

STORY = "en/stories/a.html"
KIT = PublishedKit("en", "1" * 64, (STORY, "en/stories/b.html"))
OTHER = PublishedKit("en", "2" * 64, ("en/stories/b.html",))


def record() -> Record:
    return Record().after([STORY, "en/stories/b.html"], [KIT, OTHER], date(2026, 11, 24), date(2027, 1, 1))


def test_nothing_is_gone_while_all_is_published() -> None:
    assert gone(record(), [STORY, "en/stories/b.html"]) == Gone()


def test_a_story_takes_every_kit_that_held_it_along() -> None:
    found = gone(record(), ["en/stories/b.html"])
    assert found.paths == (STORY,) and found.kits == (KIT,)


def test_a_story_that_comes_back_is_not_gone() -> None:
    later = record().after(["en/stories/b.html"], [OTHER], date(2026, 12, 1), None)
    assert gone(later, [STORY, "en/stories/b.html"], [KIT.sha256]) == Gone()


def test_the_record_only_grows_and_never_goes_back_in_time() -> None:
    later = record().after([], [], date(2026, 1, 1), None)
    assert later.paths == record().paths and later.kits == record().kits and later.latest == date(2026, 11, 24)


def test_a_kit_without_anybodys_story_is_not_noted() -> None:
    assert Record().after([], [PublishedKit("en", "3" * 64)], date(2026, 1, 1), None).kits == ()


def test_the_public_list_holds_checksums_only() -> None:
    public = json.dumps(gone(record(), ["en/stories/b.html"]).public("https://x.example"))
    assert hashlib.sha256(b"https://x.example/en/stories/a.html").hexdigest() in public and KIT.sha256 in public
    assert "stories" not in public and "a.html" not in public and OTHER.sha256 not in public


def test_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "build" / "published.json"
    assert read_record(path) == Record()
    write_record(path, record())
    assert read_record(path) == record() and path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"paths": 1, "kits": [], "latest": null, "good_until": null}', "\0"])
def test_a_broken_record_stops_rather_than_being_forgotten(tmp_path: Path, text: str) -> None:
    (tmp_path / "published.json").write_text(text)
    with pytest.raises(WrongUse, match="restore it from a copy"):
        read_record(tmp_path / "published.json")
