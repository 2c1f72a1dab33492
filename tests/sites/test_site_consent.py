"""A story without valid consent is absent from every byte, and the site builds without it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
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


def test_no_print_without_the_channel(built: Site) -> None:
    """The story's page prints a line instead of the text, and the kit's copy tells editors; pages stay as they are."""
    built.replace("private/consent.yaml", "media-kit, print, image", "media-kit, image")
    assert built.build().status == 0
    refused = "Not for print"
    for lang, page in (("en", "en/stories/a-window.html"), ("ru", "ru/stories/a-window.html")):
        soup = BeautifulSoup(built.tree()[page], "html.parser")
        story = soup.select_one("article .screen")
        assert story and len(story.get_text()) > 40, "the text, which the style sheet hides from paper"
        assert soup.select_one("article .printed"), "and what stands on paper instead"
        kit = zipfile.ZipFile(BytesIO(built.tree()[f"{lang}/press/kit-{lang}.zip"]))
        told = kit.read(next(name for name in kit.namelist() if name.startswith("stories/"))).decode()
        assert refused in told or (lang == "ru" and "Не для печати" in told)
    sheet = next(data for path, data in built.tree().items() if path.endswith("site.css"))
    assert b".screen { display: none; }" in sheet.partition(b"@media print")[2]
    built.replace("private/consent.yaml", "media-kit, image", "media-kit, print, image")
    assert built.build().status == 0
    assert b'class="screen"' not in built.tree()["en/stories/a-window.html"]


def test_no_recording_without_the_channel(built: Site) -> None:
    before = built.tree()
    built.replace(
        "content/stories/a-window/en.md",
        "You could ring",
        "[Hear her](https://tiny.example/her.mp3).\n\nYou could ring",
    )
    (built.root / "content/stories/a-window/voice.opus").write_bytes(b"OggS")
    done = built.build()
    assert done.status == 1 and built.tree() == before
    assert "consent c-0417 does not cover the channel audio" in done.said
    assert "content/stories/a-window/voice.opus: is a recording, and a voice cannot be made safe here" in done.said


def test_a_release_under_embargo_is_in_no_byte(built: Site) -> None:
    built.replace("content/press/opening/en.md", "Contact:", "Embargo: 2026-11-24T15:00:00+01:00\nContact:")
    assert built.build().status == 0
    for path, data in built.tree().items():
        assert b"The doors open" not in data and "opening" not in path, path


def test_a_release_after_its_embargo_is_published(built: Site) -> None:
    built.replace("content/press/opening/en.md", "Contact:", "Embargo: 2026-11-24T12:00:00+01:00\nContact:")
    assert built.build().status == 0
    assert "en/press/opening.html" in built.tree()
