"""A file with a header: keys and machines' values stay, what readers see is made safe, offsets are the file's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.model.vault import Person, PersonName, Vault
from safelight.text import compile_registry, redact, redact_file

REGISTRY = compile_registry(
    Vault(
        people=(
            Person(
                id="p-1", sex="female", names=(PersonName("en", "Zalina", family="Magomedova"),),
                pseudonym={"en": "Anna"},
            ),
        )
    ),
    ("en",),
)  # fmt: skip
HEADER = """Title: Zalina comes home
Date: 2026-10-05
Summary: She came home
    with Zalina.
Slug: zalina-comes-home
Kind: third-person
Person: p-1
Image: window.png
Licence: CC BY-SA 4.0
Image-Tags: window, lamp
Alt: Zalina's window
Content-Notes: captivity

"""
BODY = "She saw Zalina.\n"


def test_values_that_readers_see_are_texts_and_the_others_stay() -> None:
    result = redact_file(HEADER + BODY, "en", REGISTRY)
    expected = HEADER.replace("Zalina", "Anna").replace("zalina", "anna") + BODY.replace("Zalina", "Anna")
    assert result.text == expected
    assert result.unresolved == ()


def test_offsets_and_places_are_those_of_the_file() -> None:
    text = HEADER + "She saw Zalina.\nThen came Perpetua.\n"
    result = redact_file(text, "en", REGISTRY)
    assert [text[one.start : one.end] for one in result.replacements if one.kind == "person"] == [
        "Zalina", "Zalina", "zalina-comes-home", "Zalina", "Zalina",
    ]  # fmt: skip
    (question,) = result.unresolved
    assert (question.line, question.column, question.text) == (15, 11, "Perpetua")
    assert text[question.start : question.end] == "Perpetua"


@pytest.mark.parametrize(
    ("text", "asked", "why"),
    [
        ("Image: zalina.png\n\nText.", "zalina", "a registered name in a file's name"),
        ("Date: we met Perpetua\n\nText.", "Perpetua", "a value that is no date is text"),
        ("Person: Perpetua\n\nText.", "Perpetua", "a name where an id belongs"),
        ("Image-Tags: lamp, perpetua\n\nText.", "perpetua", "a name among words"),
        ("Title: She left\nPerpetua: came\n\nText.", "Perpetua", "an unknown key is text"),
        ("Perpetua: came\n\nText.", "Perpetua", "no key, no header"),
    ],
)
def test_what_is_no_machines_value_is_asked_about(text: str, asked: str, why: str) -> None:
    assert [question.text for question in redact_file(text, "en", REGISTRY).unresolved] == [asked], why


@given(st.text(alphabet="Zalin :\n\tDateTi-", max_size=60))
def test_no_registered_name_survives_a_header(text: str) -> None:
    safe = redact_file(f"{text} Zalina\n", "en", REGISTRY)
    assert "zalina" not in safe.text.casefold() or any("alina" in q.text.casefold() for q in safe.unresolved)


def test_a_text_without_header_is_read_as_by_redact() -> None:
    text = "She saw Zalina.\n\nTitle: Perpetua\n"
    assert redact_file(text, "en", REGISTRY) == redact(text, "en", REGISTRY)
