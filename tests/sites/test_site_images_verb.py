"""`safelight images` and `safelight images review`: what waits, what is shown, and what a signature changes."""

from __future__ import annotations

import hashlib
import json
import stat
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from PIL import Image
from safelight.cli import main
from safelight.images import PIPELINE
from safelight.images.encode import FILL
from safelight.images.regions import Region
from tiny_site import TODAY, Site

YARD = "content/stories/a-window/yard.png"
FOUND = (Region((20, 10, 60, 50), "face", 0.91), Region((100, 60, 140, 80), "text", 0.55))


@pytest.fixture
def yard(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site whose English story shows a picture that nobody looked at; detectors find a face and a text in it."""
    Image.radial_gradient("L").resize((200, 120)).convert("RGB").save(site.root / YARD)
    site.replace("content/stories/a-window/en.md", "Image: window.png", "Image: yard.png")
    monkeypatch.setattr("safelight.images.detect.find_regions", lambda *_: FOUND)
    monkeypatch.chdir(site.root)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the verbs set it; the test puts it back
    return site


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(main, ["images", *arguments])
    assert not done.exception or isinstance(done.exception, SystemExit), done.output
    assert "Traceback" not in done.output
    return done


def review(*arguments: str) -> Result:
    return run("review", YARD, "--today", TODAY, *arguments)


def entry(site: Site) -> dict[str, object] | None:
    listed = yaml.safe_load((site.root / "private/images.yaml").read_text(encoding="utf-8"))["images"]
    return next((one for one in listed if one["file"] == "stories/a-window/yard.png"), None)


def test_what_waits_is_listed_until_somebody_signs(yard: Site) -> None:
    waiting = run("--today", TODAY)
    assert waiting.exit_code == 1
    assert f"{YARD}: nobody has looked at it: run `safelight images review {YARD}`" in waiting.output
    (finding,) = json.loads(run("--today", TODAY, "--json").stdout)
    assert finding["path"] == YARD
    assert review("--accept", "--by", "mk").exit_code == 0
    assert run("--today", TODAY).exit_code == 0
    assert json.loads(run("--today", TODAY, "--json").stdout) == []


def test_a_look_writes_a_preview_and_no_decision(yard: Site) -> None:
    before = (yard.root / "private/images.yaml").read_bytes()
    done = review("--add", "150,20,190,60:tattoo", "--remove", "2:a clock")
    assert done.exit_code == 0
    for line in (
        "1  face   0.91  20,10,60,50",
        "2  text   0.55  100,60,140,80  not filled: a clock",
        "+  tattoo       150,20,190,60",
    ):
        assert line in done.output
    preview = yard.root / "build/review/stories--a-window--yard.png.png"
    assert stat.S_IMODE(preview.stat().st_mode) == 0o600
    assert stat.S_IMODE(preview.parent.stat().st_mode) == 0o700
    with Image.open(preview) as shown:
        assert shown.getpixel((40, 45)) == FILL, "what will be filled is filled in the preview too"
        assert shown.getpixel((185, 55)) == FILL
        assert shown.getpixel((135, 78)) != FILL, "what was removed is not"
    assert (yard.root / "private/images.yaml").read_bytes() == before


def test_a_signature_is_recorded_and_the_preview_goes(yard: Site) -> None:
    review()
    done = review("--add", "150,20,190,60:tattoo", "--remove", '2:"a clock"', "--accept", "--by", " mk ")
    assert done.exit_code == 0
    assert "accepted by mk" in done.output
    signed = entry(yard)
    assert signed
    assert signed == {
        "sha256": hashlib.sha256((yard.root / YARD).read_bytes()).hexdigest(),
        "file": "stories/a-window/yard.png",
        "pipeline": PIPELINE,
        "detected": [{"box": [20, 10, 60, 50], "kind": "face", "score": 0.91}],
        "added": [{"box": [150, 20, 190, 60], "kind": "tattoo"}],
        "removed": [{"box": [100, 60, 140, 80], "reason": '"a clock"'}],
        "reviewed": {"by": "mk", True: date(2026, 11, 24)},  # `on` is a truth to YAML 1.1
    }
    assert not list((yard.root / "build/review").iterdir())


def test_programs_read_it(yard: Site) -> None:
    said = json.loads(review("--remove", "1:a mask", "--json").stdout)
    assert (said["width"], said["height"]) == (200, 120)
    assert said["detected"][0] == {
        "number": 1,
        "box": [20, 10, 60, 50],
        "kind": "face",
        "score": 0.91,
        "removed": "a mask",
    }
    assert said["detected"][1]["removed"] is None
    assert said["accepted"] is False
    assert Path(said["preview"]).is_file()
    said = json.loads(review("--accept", "--by", "mk", "--json").stdout)
    assert said["accepted"] is True and said["preview"] is None


@pytest.mark.parametrize(
    ("arguments", "says", "why"),
    [
        (["--accept"], "--by: is missing", "nobody signs"),
        (["--accept", "--by", "  "], "--by: is missing", "blanks are nobody"),
        (["--remove", "3:x", "--accept", "--by", "mk"], "--remove 3:x: names no box", "there are two"),
        (["--remove", "0:x"], "names no box", "they count from one"),
        (["--remove", "1:", "--accept", "--by", "mk"], "gives no reason", "a reason is owed"),
        (["--remove", "1"], "names no box", "no reason at all"),
        (["--add", "1,2,3:x"], "is no box", "three numbers"),
        (["--add", "10,10,10,20:x"], "is no box", "no width"),
        (["--add", "0,0,201,20:x"], "is no box", "outside"),
        (["--add", "0,0,20,20:"], "is no box", "no kind"),
    ],
)
def test_wrong_use_changes_nothing(yard: Site, arguments: list[str], says: str, why: str) -> None:
    before = (yard.root / "private/images.yaml").read_bytes()
    done = review(*arguments)
    assert done.exit_code == 2, why
    assert says in done.output
    assert (yard.root / "private/images.yaml").read_bytes() == before


@pytest.mark.parametrize("file", ["nowhere.png", "../outside.png", "private/images.yaml"])
def test_only_images_of_the_content_are_reviewed(yard: Site, file: str) -> None:
    (yard.root.parent / "outside.png").write_bytes((yard.root / YARD).read_bytes())
    done = run("review", file)
    assert done.exit_code == 2
    assert "is no image below content/" in done.output


def test_a_link_out_of_the_tree_and_a_name_that_climbs_are_refused(yard: Site) -> None:
    outside = yard.root.parent / "outside.png"
    (yard.root / YARD).replace(outside)
    (yard.root / YARD).symlink_to(outside)
    assert run("review", YARD).exit_code == 2
    done = yard.run("safelight.cli", "check", "--today", TODAY)
    assert done.status == 1
    assert f"{YARD}: is a link: copy the file itself" in done.said
    (yard.root / YARD).unlink()
    yard.replace("content/stories/a-window/en.md", "Image: yard.png", "Image: ../../../../outside.png")
    done = yard.run("safelight.cli", "check", "--today", TODAY)
    assert done.status == 1
    assert "'../../../../outside.png' is not beside the document" in done.said


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("picture", "has changed since mk looked at it"),
        ("pipeline", f"was looked at under pipeline {PIPELINE - 1}, and this is {PIPELINE}"),
        ("reason", "was removed without a reason"),
        ("initials", "says nobody's initials"),
        ("entry", "nobody has looked at it"),
    ],
)
def test_what_was_signed_holds_for_exactly_that(yard: Site, change: str, says: str) -> None:
    review("--remove", "2:a clock", "--accept", "--by", "mk")
    assert run("--today", TODAY).exit_code == 0
    ledger = "private/images.yaml"
    if change == "picture":
        Image.radial_gradient("L").resize((200, 121)).convert("RGB").save(yard.root / YARD)
    elif change == "pipeline":
        text = (yard.root / ledger).read_text(encoding="utf-8")
        head, _, tail = text.rpartition(f"pipeline: {PIPELINE}")
        yard.write(ledger, f"{head}pipeline: {PIPELINE - 1}{tail}")
    elif change == "reason":
        yard.replace(ledger, "reason: a clock", 'reason: ""')
    elif change == "initials":
        text = (yard.root / ledger).read_text(encoding="utf-8")
        head, _, tail = text.rpartition("by: mk")
        yard.write(ledger, f'{head}by: ""{tail}')
    else:
        text = (yard.root / ledger).read_text(encoding="utf-8")
        yard.write(ledger, text[: text.rindex("  - sha256")])
    done = run("--today", TODAY)
    assert done.exit_code != 0
    assert says in done.output
