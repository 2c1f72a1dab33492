"""What an editor starts from: every key with what it may hold, so that nobody has to look it up."""

from __future__ import annotations

from datetime import date

import pytest
from safelight.model.content import CONTENT_NOTES, HEADER_RULES, STORY_KINDS, DocumentType
from safelight.source.new import template


@pytest.mark.parametrize("kind", list(DocumentType))
def test_every_key_of_the_type_stands_in_it_once(kind: DocumentType) -> None:
    lines = template(kind, date(2026, 11, 24)).splitlines()
    for key, rule in HEADER_RULES.items():
        told = [line for line in lines if line.startswith((f"{key}: ", f"- `{key}:` "))]
        assert len(told) == (1 if kind in rule.types else 0), key


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("Kind", STORY_KINDS),
        ("Content-Notes", CONTENT_NOTES),
        ("Place-Level", ("none", "country", "region")),
        ("Preferred-Term", ("victim", "survivor", "neither")),
        ("Image-Kind", ("illustration", "object", "place", "model", "subject")),
    ],
)
def test_a_closed_list_is_told_whole(key: str, values: tuple[str, ...]) -> None:
    line = next(line for line in template(DocumentType.STORY, date(2026, 11, 24)).splitlines() if key in line)
    assert all(value in line for value in values), line
