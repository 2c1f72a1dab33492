"""Translations on a whole site: what is out of date says so where it stands, and a wrong tie stops the build."""

from __future__ import annotations

import json

import pytest
from tiny_site import Site

HEAD = "Title: {title}\nDate: 2026-01-01\nSummary: {title}\nTranslation: {by}\n\n"
ENGLISH = HEAD.format(title="Ask first", by="human") + "Ask one question.\n\n- Who pays?\n- Where do you sleep?\n"
RUSSIAN = HEAD.format(title="Спросите", by="reviewed") + "Задайте вопрос.\n\n- Кто платит?\n- Где вы спите?\n"


@pytest.fixture
def guide(site: Site) -> Site:
    """A tiny site with a guide in both languages, the Russian stamped."""
    site.write("content/guides/ask/en.md", ENGLISH)
    site.write("content/guides/ask/ru.md", RUSSIAN)
    stamped = site.run("safelight.cli", "translate", "stamp", "content/guides/ask/ru.md")
    assert stamped.status == 0, stamped.said
    return site


def test_an_outdated_translation_says_so_where_it_is(guide: Site) -> None:
    before = json.loads(guide.run("safelight.cli", "status", "--json").said)["guides/ask"]
    assert (before["en"]["state"], before["ru"]["state"]) == ("source", "reviewed")

    guide.replace("content/guides/ask/en.md", "Where do you sleep?", "Where will you sleep?")
    built = guide.build()
    assert built.status == 0, built.said
    assert "content/guides/ask/ru.md:5: warning: Source-Hash: content/guides/ask/en.md has changed" in built.said
    russian = (guide.output / "ru/guides/ask.html").read_text(encoding="utf-8")
    assert '<li><span class="label">Эта часть устарела.</span> Где вы' in russian
    assert russian.count("Эта часть устарела.") == 1
    assert "Оригинал этой страницы изменился" in russian
    english = (guide.output / "en/guides/ask.html").read_text(encoding="utf-8")
    assert "out of date" not in english and "Source-Hash" not in (english + russian)
    assert "outdated" in (guide.root / "build/status/index.html").read_text(encoding="utf-8")
    said = guide.run("safelight.cli", "status").said
    assert "build/review/index.html" in said, "the reviewer's page of the last build"
    assert '"../review/index.html"' in (guide.root / "build/status/index.html").read_text(encoding="utf-8")

    after = guide.run("safelight.cli", "status", "--require", "reviewed")
    assert after.status == 1 and "ru outdated (line 10)" in after.said


def test_a_text_goes_to_a_translator_and_comes_back(guide: Site) -> None:
    before = (guide.root / "content/guides/ask/ru.md").read_bytes()
    sent = guide.run("safelight.cli", "translate", "export", "content/guides/ask/en.md", "--to", "ru", "-o", "ask.po")
    assert sent.status == 0, sent.said
    assert guide.run("safelight.cli", "translate", "import", "ask.po").status == 0
    assert (guide.root / "content/guides/ask/ru.md").read_bytes() == before, "a round trip is the identity"

    (guide.root / "content/guides/ask/ru.md").unlink()
    assert guide.run("safelight.cli", "translate", "import", "ask.po", "--as", "human").status == 0
    made = (guide.root / "content/guides/ask/ru.md").read_text(encoding="utf-8")
    assert made.startswith(
        "Title: Спросите\nDate: 2026-01-01\nSummary: Спросите\nTranslation: human\nSource-Hash: Title:"
    )
    assert made.encode().partition(b"\n\n")[2] == before.partition(b"\n\n")[2]


def test_a_translator_gets_the_safe_story_and_the_raw_one_stays(site: Site) -> None:
    story = "content/stories/a-window/ru.md"
    site.replace(story, "Translation: human", "Translation: machine")
    assert site.run("safelight.cli", "translate", "stamp", story).status == 0
    raw = (site.root / story).read_text(encoding="utf-8")
    assert "Залин" in raw
    sent = site.run(
        "safelight.cli", "translate", "export", "content/stories/a-window/en.md", "--to", "ru", "-o", "w.po"
    )
    assert sent.status == 0, sent.said
    po = (site.root / "w.po").read_text(encoding="utf-8")
    assert "Anna" in po and "Анн" in po and "#   Anna: Анна" in po
    for secret in ("zalina", "magomedova", "залин", "магомед", "buynaksk", "буйнакск", "928 555"):
        assert secret not in po.casefold(), secret
    assert site.run("safelight.cli", "translate", "import", "w.po").status == 0
    assert (site.root / story).read_text(encoding="utf-8") == raw, "the names that it was told with stay in the file"


def test_what_is_wrong_with_languages_is_told_at_file_and_line_all_at_once(guide: Site) -> None:
    guide.write("content/guides/asks/ru.md", RUSSIAN.replace("Спросите", "Спросите ещё"))
    guide.write("content/guides/same/ru.md", RUSSIAN.replace("Date:", "Slug: ask\nDate:"))
    guide.write("content/guides/same/en.md", ENGLISH.replace("Ask first", "Ask \u202etwice"))
    guide.write("content/guides/ask/xx.md", RUSSIAN)
    guide.replace("content/guides/ask/ru.md", "Source-Hash: Title:", "Source-Hash: Title:zz")
    guide.write("content/guides/other/en.md", ENGLISH.replace("Ask", "Wait").replace("?", "!").replace("Who", "They"))
    guide.write("content/guides/other/ru.md", RUSSIAN.replace("\n\n", "\nSource-Hash: 00000000\n\n", 1))
    checked = guide.run("safelight.cli", "check")
    assert checked.status == 1
    for expected in (
        "content/guides/asks/ru.md:4: Translation: is a translation of a page that is not there: did you mean",
        "content/guides/same/ru.md:2: Slug: 'ask' is the address of content/guides/ask/ru.md",
        "content/guides/same/en.md:1: Title: holds an invisible direction character",
        "content/guides/ask/xx.md: 'xx' is not a language of this campaign",
        "content/guides/ask/ru.md:5: Source-Hash: 'Title:zz",
        "content/guides/other/ru.md:5: Source-Hash: fits nothing in content/guides/other/en.md",
    ):
        assert expected in checked.said, checked.said


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda data: data.replace("Помощь".encode(), "Помощь".encode("cp1251")), "is not UTF-8"),
        (lambda data: data.replace(b'msgid "Stories"', b'msgid "Tales"'), "'Stories': is not translated"),
    ],
)
def test_a_broken_catalogue_stops_the_build_at_its_line(site: Site, change: object, expected: str) -> None:
    file = site.root / "translations/ru/LC_MESSAGES/messages.po"
    file.write_bytes(change(file.read_bytes()))  # type: ignore[operator] # a function of the table above
    built = site.build()
    assert built.status != 0 and not site.output.exists()
    assert "translations/ru/LC_MESSAGES/messages.po" in built.said and expected in built.said
