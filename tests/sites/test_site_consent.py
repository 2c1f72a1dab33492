"""A story without valid consent is absent from every byte, and the site builds without it."""

from __future__ import annotations

import pytest
from tiny_site import Site

STORY_WORDS = ("a-window", "What Anna saw", "Что видела")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("status: granted", "status: withdrawn", "withdrawn"),
        ("status: granted", "status: pending", "not yet given"),
        ("expires_on: 2029-01-31", "expires_on: 2026-11-24", "ends on the day of the build"),
        ("story: a-window", "story: another", "none for this story"),
        ("proceedings: closed", "proceedings: open", "a trial is on"),
        ("risk: {level: low", "risk: {level: high", "the risk is high"),
        ("channels: [web, feed", "channels: [feed", "not for the web"),
    ],
)
def test_story_is_absent(built: Site, old: str, new: str, why: str) -> None:
    built.replace("private/consent.yaml", old, new)
    done = built.build()
    assert done.status == 0, done.said
    assert "content/stories/a-window/en.md" in done.said, f"the build says what it left out ({why})"
    for path, data in built.tree().items():
        if path == "stamp.json":
            continue
        text = path + data.decode("utf-8", "ignore")
        assert not [word for word in STORY_WORDS if word in text], path


def test_one_language_without_consent_leaves_the_other(built: Site) -> None:
    built.replace("private/consent.yaml", "languages: [en, ru]", "languages: [en]")
    assert built.build().status == 0
    assert "en/stories/a-window.html" in built.tree()
    assert "ru/stories/a-window.html" not in built.tree()


def test_no_feed_without_the_channel(built: Site) -> None:
    built.replace("private/consent.yaml", "channels: [web, feed", "channels: [web")
    assert built.build().status == 0
    assert b"a-window" not in built.tree()["en/feed.xml"]
    assert "en/stories/a-window.html" in built.tree()


def test_a_release_under_embargo_is_in_no_byte(built: Site) -> None:
    built.replace("content/press/opening/en.md", "Contact:", "Embargo: 2026-11-24T15:00:00+01:00\nContact:")
    assert built.build().status == 0
    for path, data in built.tree().items():
        assert b"The doors open" not in data and "opening" not in path, path


def test_a_release_after_its_embargo_is_published(built: Site) -> None:
    built.replace("content/press/opening/en.md", "Contact:", "Embargo: 2026-11-24T12:00:00+01:00\nContact:")
    assert built.build().status == 0
    assert "en/press/opening.html" in built.tree()
