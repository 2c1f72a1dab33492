"""A story that is taken back is gone from every byte of output and build, and whoever holds a copy is told."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tiny_site import TODAY, Site

WORDS = ("a-window", "what anna saw", "anna came home", "что видела анна")
ADDRESS = "https://tiny.example/en/stories/a-window.html"


def holders(folder: Path) -> list[str]:
    """Files below `folder`, ZIP members included, that hold a word of the story."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            parts = [data]
            if zipfile.is_zipfile(BytesIO(data)):
                archive = zipfile.ZipFile(BytesIO(data))
                parts += [archive.read(name) + name.encode() for name in archive.namelist()]
            text = path.name.casefold() + "".join(part.decode("utf-8", "ignore").casefold() for part in parts)
            found += [str(path.relative_to(folder))] if any(word in text for word in WORDS) else []
    return found


def withdraw(site: Site) -> str:
    done = site.run("safelight.cli", "consent", "withdraw", "c-0417", "--today", TODAY)
    assert done.status == 0, done.said
    done = site.build()
    assert done.status == 0, done.said
    return done.said


def test_a_withdrawal_keeps_its_day_and_tells_what_else_the_person_agreed_to(site: Site) -> None:
    entry = (site.root / "private/consent.yaml").read_text().partition("  - id: c-0417")[2]
    with (site.root / "private/consent.yaml").open("a") as ledger:
        ledger.write("  - id: c-0500" + entry.replace("story: a-window", "story: b-door"))
    words = ("safelight.cli", "consent", "withdraw", "c-0417", "--today")
    done = site.run(*words, "2026-11-20")
    assert done.status == 0 and "c-0417: withdrawn on 2026-11-20: the story 'a-window'" in done.said, done.said
    assert "c-0500: of the same person, story 'b-door', stays granted: if they meant that too" in done.said
    done = site.run(*words, TODAY)
    assert done.status == 0 and "was withdrawn on 2026-11-20 already" in done.said
    assert (site.root / "private/consent.yaml").read_text().count("withdrawn_on: 2026-11-20") == 1


def test_the_story_was_everywhere_before(finished: Site) -> None:
    """Else the tests below would show nothing."""
    before = holders(finished.output)
    assert {"en/stories/a-window.html", "ru/stories/a-window.html", "en/feed.xml", "sitemap.xml",
            "en/search.html"} <= set(before)  # fmt: skip
    assert "en/press/kit-en.zip" in before and holders(finished.root / "build")
    assert json.loads(finished.tree()["withdrawn.json"]) == {"addresses_sha256": [], "kits": []}


def test_a_withdrawn_story_is_nowhere(built: Site) -> None:
    kit = hashlib.sha256(built.tree()["en/press/kit-en.zip"]).hexdigest()
    said = withdraw(built)
    line = next(
        number for number, text in enumerate((built.root / "content/pages/home/en.md").read_text().splitlines(), 1)
        if "a-window" in text
    )  # fmt: skip
    assert f"content/pages/home/en.md:{line}: note: body: the link to /stories/a-window/en.md is taken off" in said
    assert "Unable to find" not in said, "Pelican's own words name no line"
    assert "status: withdrawn" in (built.root / "private/consent.yaml").read_text()
    assert [path for path in holders(built.output) if path != "stamp.json"] == []
    addresses = {"withdrawn/gone.txt", "withdrawn/purge.txt", "published.json"}
    editors_links = {"content/pages/home/en.md", "content/pages/home/ru.md"}  # unlinked when they are rendered
    assert set(holders(built.root / "build")) <= addresses | editors_links

    tree = built.tree()
    assert {"en/410.html", "ru/410.html", "410.html"} <= set(tree)
    public = json.loads(tree["withdrawn.json"])
    assert hashlib.sha256(ADDRESS.encode()).hexdigest() in public["addresses_sha256"]
    assert {"lang": "en", "sha256": kit} in public["kits"]
    assert hashlib.sha1(b"/en/stories/a-window.html").hexdigest() in tree[".htaccess"].decode()
    press = tree["en/press/index.html"].decode()
    assert "Please stop using these older kits" in press and kit in press
    assert hashlib.sha256(tree["en/press/kit-en.zip"]).hexdigest() != kit

    gone = (built.root / "build/withdrawn/gone.txt").read_text().splitlines()
    assert [path for path in gone if path.endswith("html")] == ["en/stories/a-window.html", "ru/stories/a-window.html"]
    purge = (built.root / "build/withdrawn/purge.txt").read_text().splitlines()
    for path in ("en/stories/a-window.html", "en/stories/", "en/feed.xml", "sitemap.xml", "en/press/kit-en.zip"):
        assert f"https://tiny.example/{path}" in purge
    assert any("/images/" in url for url in purge), "its picture too"


def test_it_stays_gone_when_the_content_is_deleted_and_comes_back_with_consent(built: Site) -> None:
    kept = built.root / "kept"
    shutil.move(built.root / "content/stories/a-window", kept)
    for lang in ("en", "ru"):
        built.replace(f"content/pages/home/{lang}.md", f"{{filename}}/stories/a-window/{lang}.md", "https://x.example")
    done = built.build()
    assert done.status == 0, done.said
    assert hashlib.sha256(ADDRESS.encode()).hexdigest() in built.tree()["withdrawn.json"].decode()
    shutil.move(kept, built.root / "content/stories/a-window")
    assert built.build().status == 0
    assert json.loads(built.tree()["withdrawn.json"]) == {"addresses_sha256": [], "kits": []}


def test_nothing_of_it_stays_in_build_when_the_build_then_fails(built: Site) -> None:
    built.replace("private/consent.yaml", "status: granted", "status: withdrawn")
    built.replace("content/press/opening/en.md", "Title:", "Titel:")
    before = built.tree()
    assert built.build().status == 1
    assert holders(built.root / "build") == ["published.json"] and built.tree() == before


def approve(site: Site, lang: str, *options: str) -> str:
    words = ("consent", "approve", "a-window", "--lang", lang, "--by", "mk", "--today", TODAY, *options)
    done = site.run("safelight.cli", *words)
    assert done.status == 0, done.said
    return done.said


def test_an_edit_takes_a_published_story_back_until_it_is_approved_again(built: Site) -> None:
    """The rest goes out: a helpline that changed and another person's withdrawal must not wait for one person's yes."""
    said = approve(built, "en")
    assert "What Anna saw" in said and "Zalina" not in said
    assert "c-0417: the person agreed to: web, feed, media-kit, print, image; until 2029-01-31" in said
    built.replace("content/stories/a-window/en.md", "looked over the yard", "looked over the street")
    built.replace("content/press/opening/en.md", "The doors open soon.", "The doors are open.")
    kit = hashlib.sha256(built.tree()["en/press/kit-en.zip"]).hexdigest()
    warning = (
        "content/stories/a-window/en.md:7: warning: is held back: the text changed since it was approved (consent "
        "c-0417): show it to the person, then run `safelight consent approve a-window --lang en --by YOU`"
    )
    done = built.build()
    assert done.status == 0 and warning in done.said, "of a sample, too"
    assert (
        "not published now: 1 text (why, and what to do, stands above):\n    content/stories/a-window/en.md"
        in done.said
    )
    tree = built.tree()
    assert "en/stories/a-window.html" not in tree and "ru/stories/a-window.html" in tree
    assert b"The doors are open." in tree["en/press/opening.html"]
    english = [path for path in holders(built.output) if path.startswith("en/") and "ru/stories" not in path]
    assert [path for path in english if b"What Anna saw" in tree[path]] == []
    assert {"lang": "en", "sha256": kit} in json.loads(tree["withdrawn.json"])["kits"], "it holds the earlier text"
    assert "en/stories/a-window.html" in (built.root / "build/withdrawn/gone.txt").read_text().splitlines()

    approve(built, "en")
    done = built.build()
    assert done.status == 0 and "is held back" not in done.said
    assert b"looked over the street" in built.tree()["en/stories/a-window.html"]
    assert json.loads(built.tree()["withdrawn.json"])["addresses_sha256"] == []


def test_a_real_campaign_holds_back_what_nobody_approved(built: Site) -> None:
    built.replace("pelican.conf.py", "    demo=True,\n", "")
    assert "Что видела Анна" in approve(built, "ru") and "Залин" not in approve(built, "ru", "--dry-run")
    done = built.build()
    assert done.status == 0, done.said
    assert "a-window/en.md:7: warning: is held back: nobody approved its text in 'en' (consent c-0417)" in done.said
    assert "its text in 'ru'" not in done.said
    assert {"ru/stories/a-window.html"} == {path for path in built.tree() if path.endswith("/a-window.html")}
    approve(built, "en", "--dry-run")
    assert "is held back" in built.build().said, "a dry run records nothing"
    approve(built, "en")
    done = built.build()
    assert done.status == 0 and "held back" not in done.said
    assert "en/stories/a-window.html" in built.tree()
    assert "approved_by:" in (built.root / "private/consent.yaml").read_text()


def test_without_image_consent_no_picture_of_the_person(site: Site) -> None:
    site.replace("content/stories/a-window/en.md", "Image-Kind: illustration", "Image-Kind: subject")
    assert "Image-Kind:" not in check(site)
    site.replace("private/consent.yaml", "print, image]", "print]")
    assert "Image-Kind: shows a person, and consent c-0417 does not cover the channel image" in check(site)


def check(site: Site) -> str:
    return site.run("safelight.cli", "check", "--today", TODAY).said


def test_a_clock_that_runs_backwards_stops_before_anything(built: Site) -> None:
    before = built.tree()
    done = built.run("safelight.cli", "build", "--today", "2026-11-23")
    assert done.status == 2 and "clock: says 2026-11-23, but the latest build was for 2026-11-24" in done.said
    assert built.tree() == before and "Traceback" not in done.said


ENDS_MEANWHILE = """
from datetime import datetime, UTC
from safelight.site import stages
from safelight.site.build import load_settings
from pelican import Pelican
from pathlib import Path
settings = load_settings(Path("pelican.conf.py"), datetime(2029, 1, 30, 23, 59, 59, tzinfo=UTC))
before = stages.{stage}
def slow(*args):
    settings["SAFELIGHT_NOW"] = "2029-01-31T00:00:00+00:00"
    return before(*args)
stages.{stage} = slow
if __name__ == "__main__":
    Pelican(settings).run()
"""


@pytest.mark.parametrize("stage", ["build_kit", "scan"], ids=["before-rendering", "at-the-gate"])
def test_a_consent_that_ends_during_the_build_stops_it(built: Site, stage: str) -> None:
    built.replace("private/consent.yaml", "by: mk, on: 2026-09-01", "by: mk, on: 2028-12-01")
    before = built.tree()
    built.write("slow.py", ENDS_MEANWHILE.format(stage=stage))
    done = built.run("slow")
    assert (built.root / "build/site/en").exists() == (stage == "scan"), "nothing is rendered for a consent that ended"
    assert done.status == 1 and "content/stories/a-window/en.md: its consent ended while the build ran" in done.said
    assert built.tree() == before


def test_a_broken_record_stops_the_build(built: Site) -> None:
    built.write("build/published.json", "{")
    done = built.build()
    assert done.status == 2 and "build/published.json: is not readable: restore it" in done.said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("approve", "a-windo", "--lang", "en", "--by", "mk"), "did you mean 'a-window'?"),
        (("approve", "a-window", "--lang", "fr", "--by", "mk"), "fr.md: is not there"),
        (("approve", "a-window", "--lang", "en", "--by", "m: {"), "is not a reviewer's initials"),
        (("withdraw", "c-0471"), "c-0471: is not the id of one consent: did you mean 'c-0417'?"),
    ],
)
def test_wrong_use_of_the_ledger_changes_nothing(site: Site, words: tuple[str, ...], said: str) -> None:
    before = (site.root / "private/consent.yaml").read_text()
    done = site.run("safelight.cli", "consent", *words)
    assert done.status == 2 and said in done.said and "Traceback" not in done.said
    assert (site.root / "private/consent.yaml").read_text() == before


def test_nobody_approves_for_a_person_who_withdrew_or_a_text_with_questions(site: Site) -> None:
    words = ("safelight.cli", "consent", "approve", "a-window", "--lang", "en", "--by", "mk")
    site.replace("content/stories/a-window/en.md", "Everyone in", "Murtazali and everyone in")
    assert site.run(*words).status == 1
    site.replace("content/stories/a-window/en.md", "Murtazali and everyone in", "Everyone in")
    site.replace("private/consent.yaml", "status: granted", "status: withdrawn")
    done = site.run(*words)
    assert done.status == 2 and "respect it" in done.said
