"""What goes out, through which channel, in which language; pictures of people apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from safelight.campaign import Campaign
from safelight.consent import ALL_CHANNELS, Permissions, approval, decide, due, good_until
from safelight.model.content import ContentTree, Document, DocumentType, Field
from safelight.model.findings import Severity
from safelight.model.vault import Consent, Person, PersonName, Risk, Vault

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
CAMPAIGN = Campaign(root=Path("campaign"), name={"en": "x"}, site_url="https://x.example")
CONSENT = Consent(
    id="c-1", person="p-1", story="s", status="granted", form="written", channels=("web", "media-kit"),
    languages=("en", "ru"), granted_on=date(2026, 2, 1), expires_on=date(2028, 2, 1), withdraw_route="any",
    risk=Risk("low", "mk", date(2026, 9, 1)), paid="yes",
)  # fmt: skip


def document(lang: str = "en", kind: DocumentType = DocumentType.STORY, **fields: str) -> Document:
    if kind is DocumentType.STORY:
        fields = {"Kind": "third-person", "Person": "p-1", **fields}
    named = {key.replace("_", "-"): Field(text, 7) for key, text in fields.items()}
    return Document(kind, "s", lang, PurePosixPath(f"content/{kind.value}/s/{lang}.md"), named, "Text.")


def decided(*documents: Document, consents: tuple[Consent, ...] = (CONSENT,)) -> Permissions:
    vault = Vault((Person("p-1", (PersonName("en", "x"),)),), consent=consents)
    return decide(ContentTree(documents), vault, CAMPAIGN, NOW)


def changed(**fields: Any) -> Consent:
    return replace(CONSENT, **fields)


def test_channels_are_those_of_the_consent() -> None:
    story = document()
    permissions = decided(story)
    assert {c for c in ALL_CHANNELS if permissions.allowed(story, c)} == {"web", "media-kit"}
    assert permissions.rests_on[story.key] == CONSENT


@pytest.mark.parametrize(
    ("consents", "allowed", "why"),
    [
        ((), False, "none"),
        ((changed(person="p-2"),), False, "another person's"),
        ((changed(story="t"),), False, "for another story"),
        ((changed(languages=("ru",)),), False, "for another language"),
        ((changed(channels=("media-kit", "feed")),), False, "not for the web, which carries all others"),
        ((changed(expires_on=date(2026, 11, 1)), CONSENT), True, "one ended, a newer one holds"),
        ((CONSENT, changed(id="c-2", status="withdrawn")), False, "withdrawn beside an older grant"),
        ((changed(id="c-2", status="refused"), CONSENT), False, "refused beside a grant"),
        ((CONSENT, changed(id="c-2", status="pending")), True, "another is being asked for"),
    ],
)
def test_a_story(consents: tuple[Consent, ...], allowed: bool, why: str) -> None:
    permissions = decided(document(), consents=consents)
    assert permissions.allowed(document(), "web") is allowed, why
    assert not [f for f in permissions.findings if f.severity is Severity.ERROR], "left out, never a stop"
    assert allowed or permissions.findings, "and it is told"


@pytest.mark.parametrize(
    ("now", "published"),
    [
        ("2028-01-31T23:59:59+00:00", True),
        ("2028-02-01T00:00:00+00:00", False),
        ("2028-02-01T04:59:59+05:00", True),
        ("2028-02-01T05:00:00+05:00", False),
        ("2028-01-31T20:00:00-05:00", False),
    ],
    ids=["last-second", "midnight", "morning-in-Tashkent", "five-in-Tashkent", "evening-in-New-York"],
)
def test_days_are_those_of_utc_wherever_the_clock_stands(now: str, published: bool) -> None:
    consent = changed(expires_on=date(2028, 2, 1), risk=Risk("low", "mk", date(2027, 12, 1)))
    vault = Vault((Person("p-1", (PersonName("en", "x"),)),), consent=(consent,))
    permissions = decide(ContentTree((document(),)), vault, CAMPAIGN, datetime.fromisoformat(now))
    assert permissions.allowed(document(), "web") is published


def test_a_translation_outside_the_consent_is_left_out_alone() -> None:
    permissions = decided(document("en"), document("ar"))
    assert permissions.allowed(document("en"), "web") and not permissions.allowed(document("ar"), "web")


@pytest.mark.parametrize(
    ("fields", "consent", "problem"),
    [
        ({"Image_Kind": "subject"}, CONSENT, "does not cover the channel image"),
        ({"Image_Kind": "subject"}, changed(channels=("web", "image")), ""),
        ({"Image_Kind": "subject"}, changed(channels=("web", "image"), minor="then"), "shows a minor"),
        (
            {"Image_Kind": "subject"},
            changed(
                channels=("web", "image"),
                minor="now",
                guardian_agreed_on=date(2026, 2, 1),
                child_agreed_on=date(2026, 2, 1),
            ),
            "shows a minor",
        ),
        (
            {"Image_Kind": "subject", "Release": "consent:c-9"},
            changed(channels=("web", "image")),
            "no consent is named",
        ),
        ({"Image_Kind": "illustration"}, changed(minor="then"), ""),
        ({"Image_Kind": "model", "Release": "model:m-1"}, CONSENT, ""),
        ({"Image_Kind": "object"}, CONSENT, ""),
    ],
)
def test_a_picture_of_a_person(fields: dict[str, str], consent: Consent, problem: str) -> None:
    story = document(Image="a.jpg", **fields)
    permissions = decided(story, consents=(consent,))
    errors = [f for f in permissions.findings if f.severity is Severity.ERROR]
    assert [problem in f.problem for f in errors] == ([True] if problem else [])
    assert permissions.picture_allowed(story, "web") is (not problem)
    if problem:
        assert errors[0].line == 7 and "Image" not in permissions.as_published(story).fields


def test_no_error_about_the_picture_of_a_story_that_is_left_out_anyway() -> None:
    story = document(Image="a.jpg", Image_Kind="subject")
    findings = decided(story, consents=(changed(status="withdrawn"),)).findings
    assert {f.severity for f in findings} == {Severity.NOTE}


def test_a_picture_in_a_release_needs_a_named_consent_and_goes_when_it_ends() -> None:
    release = document(kind=DocumentType.RELEASE, Image="a.jpg", Image_Kind="subject", Title="x")
    assert "no consent is named" in decided(release).findings[0].problem
    named = document(
        kind=DocumentType.RELEASE, Image="a.jpg", Image_Kind="subject", Title="x", Alt="y", Release="consent:c-1"
    )
    pictured = changed(channels=("web", "image"))
    permissions = decided(named, consents=(pictured,))
    assert permissions.findings == () and permissions.picture_allowed(named, "web")
    assert not permissions.picture_allowed(named, "media-kit"), "the text may be in the kit, the picture not"
    assert permissions.allowed(named, "media-kit")
    ended = decided(named, consents=(replace(pictured, status="withdrawn"),))
    assert {f.severity for f in ended.findings} == {Severity.NOTE}, "the release stays"
    assert set(ended.as_published(named).fields) == {"Title"} and ended.allowed(named, "web")


@pytest.mark.parametrize(
    ("approved", "demo", "goes_out", "said"),
    [
        ({}, False, False, "is held back: nobody approved its text in 'en' (consent c-1)"),
        ({}, True, True, "nobody approved its text in 'en' (consent c-1)"),
        ({"ru": "a" * 64}, False, False, "is held back: nobody approved its text in 'en' (consent c-1)"),
        ({"en": "b" * 64}, False, False, "is held back: the text changed since it was approved (consent c-1)"),
        ({"en": "b" * 64}, True, False, "is held back: the text changed since it was approved (consent c-1)"),
        ({"en": "a" * 64}, False, True, None),
        ({"en": "A" * 64}, False, True, None),
    ],
    ids=["none", "none-demo", "other-language", "changed", "changed-demo", "approved", "capitals"],
)
def test_approval(approved: dict[str, str], demo: bool, goes_out: bool, said: str | None) -> None:
    out, found = approval(changed(approved_sha256=approved), document(), "a" * 64, replace(CAMPAIGN, demo=demo))
    assert out is goes_out
    assert [(f.severity, f.problem) for f in found] == ([(Severity.WARNING, said)] if said else [])
    assert not found or "consent approve s --lang en" in found[0].way_out


def test_what_is_held_back_goes_nowhere_and_nothing_else_does() -> None:
    story = document(Image="a.jpg", Image_Kind="subject")
    full = decided(story, document("ru"), consents=(changed(channels=("web", "feed"), languages=("en", "ru")),))
    held = full.without({story.key})
    assert story.key in full.pictures and story.key in full.rests_on, "the picture has channels of its own"
    assert not held.allowed(story, "web") and not held.picture_allowed(story, "web")
    assert held.open == {pair for pair in full.open if pair[0] != story.key} != frozenset()
    assert set(held.rests_on) == {document("ru").key}
    assert full.without(()) is full


def test_what_is_open_shrinks_when_anything_is_taken_back() -> None:
    story = document(Image="a.jpg", Image_Kind="subject")
    full = decided(story, consents=(changed(channels=("web", "image", "feed")),))
    assert full.open == {(story.key, "web"), (story.key, "feed"), (story.key, "image")}
    for less in (("web", "image"), ("web", "feed")):
        assert decided(story, consents=(changed(channels=less),)).open < full.open, less


def test_what_ends_first() -> None:
    permissions = decided(document("en"), document("ru"))
    assert good_until(permissions, CAMPAIGN.limits) == date(2027, 9, 2), "the risk review, a year and a day old"
    assert good_until(decided(document("ar")), CAMPAIGN.limits) is None
    vault = Vault((), consent=(CONSENT, changed(id="c-2", status="withdrawn")))
    assert [(d.on, d.id) for d in due(vault, date(2027, 9, 1), 1)] == [(date(2027, 9, 2), "c-1")]
    assert due(vault, date(2027, 8, 31), 1) == ()
    assert [d.what for d in due(vault, date(2028, 2, 1), 0)] == ["needs a new risk review", "ended"]
