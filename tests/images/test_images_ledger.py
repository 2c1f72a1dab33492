"""A review goes into `images.yaml` whole, in its place, and leaves every other line as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import yaml
from safelight.errors import WrongUse
from safelight.images.reviewing import Look, change
from safelight.model.vault import AddedRegion, DetectedRegion, ImageReview, RemovedRegion, Review
from safelight.source.images_edit import with_review

NEW = ImageReview(
    "b" * 64, "stories/x/yard.jpg", 2, Review("mk", date(2026, 11, 24)),
    (DetectedRegion((1, 2, 3, 4), "face", 0.9),), (AddedRegion((5, 6, 7, 8), "tattoo"),), (RemovedRegion((9, 9, 10, 10), 'a "clock": no'),),
)  # fmt: skip
ONE = (
    "  - sha256: "
    + "a" * 64
    + "\n    file: stories/x/one.jpg\n    pipeline: 1\n    reviewed: {by: mk, on: 2026-11-02}\n"
)
OLD = (
    "  - {sha256: " + "c" * 64 + ", file: stories/x/yard.jpg, pipeline: 1, reviewed: {by: mk, on: 2026-11-02}}  # old\n"
)


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ("images:\n", "an empty list"),
        ("# ours\nimages: []\n", "an empty list in flow style"),
        ("# ours\nimages:\n" + ONE + "  # the end\n", "behind the last, before the comment"),
        ("images:\n" + ONE.rstrip("\n"), "no line end at the end"),
        ("images:\n  # about yard\n" + OLD + "  # about one\n" + ONE, "in the place of the same file"),
        ("images:\n" + ONE + "\n\n" + OLD, "blank lines between"),
    ],
)
def test_the_review_stands_once_and_comments_stay(before: str, why: str) -> None:
    after = with_review(before, NEW)
    listed = yaml.safe_load(after)["images"]
    ours = [entry for entry in listed if entry["file"] == NEW.file]
    assert len(ours) == 1
    assert ours[0]["sha256"] == NEW.sha256
    assert ours[0]["detected"] == [{"box": [1, 2, 3, 4], "kind": "face", "score": 0.9}]
    assert ours[0]["added"] == [{"box": [5, 6, 7, 8], "kind": "tattoo"}]
    assert ours[0]["removed"] == [{"box": [9, 9, 10, 10], "reason": 'a "clock": no'}]
    assert all(line in after for line in before.splitlines() if line.strip().startswith("#"))
    assert (ONE.rstrip() in after) == (ONE.rstrip() in before)
    assert with_review(after, NEW) == after


LOOK = Look(
    "stories/x/yard.jpg",
    "b" * 64,
    800,
    600,
    (DetectedRegion((1, 2, 3, 4), "face", 0.9), DetectedRegion((5, 5, 9, 9), "text", 0.6)),
)


def test_boxes_are_added_and_removed_as_told() -> None:
    seen = change(LOOK, ["88,300,190,360:tattoo"], ["2:a clock"])
    decided = seen.decided("mk", date(2026, 11, 24))
    assert decided.added == (AddedRegion((88, 300, 190, 360), "tattoo"),)
    assert decided.detected == (LOOK.detected[0],)
    assert decided.removed == (RemovedRegion((5, 5, 9, 9), "a clock"),)


def test_every_box_of_text_goes_at_once_and_no_face_with_it() -> None:
    two = replace(LOOK, detected=(*LOOK.detected, DetectedRegion((20, 5, 29, 9), "text", 0.5)))
    removed = change(two, [], ["3:a clock", "text:a drawing: no writing"]).removed
    assert removed == (
        RemovedRegion((5, 5, 9, 9), "a drawing: no writing"),
        RemovedRegion((20, 5, 29, 9), "a drawing: no writing"),
    )
    with pytest.raises(WrongUse, match="names no box"):
        change(replace(LOOK, detected=LOOK.detected[:1]), [], ["text:none is there"])


@pytest.mark.parametrize(
    ("add", "remove"),
    [
        (["88,300,190:tattoo"], []),
        (["10,10,5,20:x"], []),
        (["0,0,900,10:x"], []),
        ([], ["3:x"]),
        ([], ["0:x"]),
        ([], ["1:  "]),
        ([], ["1"]),
        ([], ["text: "]),
        ([], ["face:a statue"]),
    ],
)
def test_a_box_that_makes_no_sense_is_a_message(add: list[str], remove: list[str]) -> None:
    with pytest.raises(WrongUse, match="write"):
        change(LOOK, add, remove)
