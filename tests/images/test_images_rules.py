"""What a document may do with a picture: kind, tags, release, licence, consent of whom it shows (STORY-RULES.md)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from safelight.campaign import Campaign
from safelight.images.rules import check_use
from safelight.model.content import Asset, ContentTree, Document, DocumentType, Field
from safelight.model.vault import Consent, Vault

TODAY = date(2026, 11, 24)
CAMPAIGN = Campaign(root=Path("x"), name={"en": "C"}, site_url="https://c.example")
GOOD = {
    "Image": "yard.jpg",
    "Alt": "A yard",
    "Credit": "A. Maker",
    "Image-Kind": "place",
    "Image-Tags": "yard, bench",
    "Release": "none-needed",
}
CONSENT = Consent(
    "c-1", "p-1", "x", "granted", channels=("web", "image"), granted_on=date(2026, 1, 1), expires_on=date(2027, 1, 1)
)


def said(
    changes: dict[str, str | None], consent: Consent = CONSENT, type_: DocumentType = DocumentType.STORY
) -> list[str]:
    """`Key: problem` of each finding, for a good story with the changed keys; None takes a key away."""
    texts = {"Person": "p-1", **{key: text for key, text in {**GOOD, **changes}.items() if text is not None}}
    fields = {key: Field(text, line) for line, (key, text) in enumerate(texts.items(), 1)}
    document = Document(type_, "x", "en", PurePosixPath(f"content/{type_.value}/x/en.md"), fields, "")
    tree = ContentTree((document,), (Asset(document.path.parent / "yard.jpg", 9),))
    found = list(check_use(document, tree, Vault((), consent=(consent,)), CAMPAIGN, TODAY))
    for finding in found:
        assert finding.way_out, finding
        assert finding.line == fields[finding.field if finding.field in fields else "Image"].line
    return [f"{finding.field}: {finding.problem}" for finding in found]


@pytest.mark.parametrize(
    ("changes", "says", "why"),
    [
        ({}, [], "a place with nobody in it"),
        ({"Image": None, "Alt": None, "Release": None, "Image-Kind": None, "Image-Tags": None}, [], "no picture"),
        ({"Image": "yrad.jpg"}, ["Image: 'yrad.jpg' is not beside"], "a slip in the name"),
        ({"Alt": None}, ["Alt: is missing"], "nobody says what it shows"),
        ({"Alt": None, "Decorative": "yes"}, [], "says nothing, and says so"),
        ({"Decorative": "yes"}, ["Alt: stands beside `Decorative: yes`"], "cannot be both"),
        ({"Image-Kind": None}, ["Image-Kind: is missing"], "fail closed"),
        ({"Release": None}, ["Release: is missing"], "fail closed"),
        ({"Release": "yes"}, ["Release: 'yes' is not understood"], "no such release"),
        ({"Release": "model:"}, ["Release: 'model:' is not understood"], "whose?"),
        ({"Image-Kind": "model"}, ["Release: does not name the model's release"], "a model signs"),
        ({"Image-Kind": "model", "Release": "consent:c-1"}, ["Release: does not name the model's release"], "the wrong one"),
        ({"Image-Kind": "model", "Release": "model:m-7"}, [], "posed, and signed"),
        ({"Image-Kind": "subject"}, ["Release: does not name the subject's consent"], "STORY-RULES"),
        ({"Image-Kind": "subject", "Release": "model:m-7"}, ["Release: does not name the subject's consent"], "a release is no consent"),
        ({"Image-Kind": "subject", "Release": "consent:c-9"}, ["Release: names a consent that the ledger does not have"], "dangling"),
        ({"Image-Kind": "subject", "Release": "consent:c-1"}, [], "asked, and agreed"),
        ({"Licence": "CC BY-SA 4.0"}, [], "known, with credit"),
        ({"Licence": "CC BY-SA 4.0", "Credit": None}, ["Credit: is missing, and CC BY-SA 4.0 asks for it"], "BY is for credit"),
        ({"Licence": "CC0 1.0", "Credit": None}, [], "asks for no credit"),
        ({"Licence": "CC BY-ND 4.0"}, ["Licence: 'CC BY-ND 4.0' forbids to publish what was changed"], "filled boxes are a change"),
        ({"Licence": "free"}, ["Licence: 'free' is not known"], "unlicensed is not published"),
        ({"Licence": "All rights reserved"}, [], "leave for this site alone"),
    ],
)  # fmt: skip
def test_a_story_and_its_picture(changes: dict[str, str | None], says: list[str], why: str) -> None:
    found = said(changes)
    assert len(found) == len(says), (why, found)
    assert all(one.startswith(start) for one, start in zip(found, says, strict=True)), (why, found)


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("chains", False), ("Chain", False), ("rope", False), ("bars", False), ("barcode", False), ("Bruises", False),
        ("bound-hands", False), ("bound hands", False), ("Bound_Hands", False), ("sexualised", False),
        ("sexualized", False), ("VIOLENCE", False),
        ("a bar of soap", True), ("keychain", True), ("hands", True), ("nonviolence", True),
    ],
)  # fmt: skip
def test_what_pictures_do_not_show(tag: str, shown: bool) -> None:
    assert said({"Image-Tags": f"yard, {tag}"}) == ([] if shown else [f"Image-Tags: '{tag}' is not shown"])
    assert bool(said({"Image-Tags": tag, "Image": None})) != shown, "tags are judged without a picture too"


SUBJECT: dict[str, str | None] = {"Image-Kind": "subject", "Release": "consent:c-1"}


@pytest.mark.parametrize(
    ("consent", "says", "why"),
    [
        (replace(CONSENT, status="withdrawn"), "is not granted", "taken back"),
        (replace(CONSENT, status="pending"), "is not granted", "not given yet"),
        (replace(CONSENT, status="refused"), "is not granted", "no"),
        (replace(CONSENT, expires_on=TODAY), "does not run today", "ends today"),
        (replace(CONSENT, expires_on=None), "does not run today", "has no end"),
        (replace(CONSENT, granted_on=date(2026, 12, 1)), "does not run today", "begins later"),
        (replace(CONSENT, channels=("web",)), "does not allow images", "text only"),
        (replace(CONSENT, story="y"), "of another story", "asked for another story"),
        (replace(CONSENT, minor="now"), "of a minor", "UNICEF"),
        (replace(CONSENT, minor="then"), "of a minor", "was a child when it happened"),
    ],
)
def test_consent_that_does_not_cover_the_picture(consent: Consent, says: str, why: str) -> None:
    found = said(SUBJECT, consent)
    assert any(one.startswith("Release: ") and says in one for one in found), (why, found)


@pytest.mark.parametrize("minor", ["never", "then", "now"])
@pytest.mark.parametrize(
    ("kind", "release", "people"),
    [
        ("illustration", "none-needed", False), ("object", "none-needed", False), ("place", "none-needed", False),
        ("model", "model:m-7", True), ("subject", "consent:c-1", True),
    ],
)  # fmt: skip
def test_no_photograph_of_people_in_a_minors_story(kind: str, release: str, people: bool, minor: str) -> None:
    changes: dict[str, str | None] = {"Image-Kind": kind, "Release": release}
    found = said(changes, replace(CONSENT, minor=minor))  # type: ignore[arg-type] # one of the three
    assert any("photograph in the story of a minor" in one for one in found) == (people and minor != "never")


@pytest.mark.parametrize(
    ("licence", "free"),
    [
        (None, True),
        ("CC BY 4.0", True),
        ("CC0 1.0", True),
        ("CC BY-SA 3.0", True),
        ("CC BY-NC 4.0", False),
        ("CC BY-NC-SA 4.0", False),
        ("All rights reserved", False),
    ],
)
def test_press_pictures_are_free_for_newspapers(licence: str | None, free: bool) -> None:
    found = said({"Licence": licence}, type_=DocumentType.RELEASE)
    assert any("does not let newspapers" in one for one in found) == (not free)
    assert not said({"Licence": licence}), "a story may carry it"
