"""What all detectors share: which texts they hold, registered identifiers, and that time grows with the text alone."""

from __future__ import annotations

import time

import pytest
from safelight.model.redaction import Strictness
from safelight.text.detectors import IN_STORIES, detect, own_key
from safelight.text.detectors.found import Found
from safelight.text.detectors.identifiers import compile_identifiers
from safelight.text.reading import read


def test_public_facts_stay_in_other_texts_but_contacts_do_not() -> None:
    text = "The convention of 12 March 2006; press@campaign.example; call 08000 121 700; write a.b@mail.example."
    reading = read(text)
    found = detect(reading, "en", Strictness.ASK, {own_key("press@campaign.example"), own_key("08000 121 700")})
    assert [text[f.start : f.end] for f in found] == ["a.b@mail.example"]


@pytest.mark.parametrize(
    ("text", "secret", "why"),
    [
        ("Tel +7 (928) 555-01-17.", "+7 (928) 555-01-17", "grouped otherwise"),
        ("Tel 8 928 555 01 17.", "8 928 555 01 17", "another country code"),
        ("Tel ٩٢٨٥٥٥٠١١٧.", "٩٢٨٥٥٥٠١١٧", "other digits"),
        ("see https://t.me/zalina_m!", "zalina_m", "a handle in an address"),
        ("No ab-123 456", "ab-123 456", "letters and digits"),
    ],
)
def test_registered_identifiers_are_found_however_written(text: str, secret: str, why: str) -> None:
    known = compile_identifiers(["+7 928 555 01 17", "@zalina_m", "AB 123456"])
    reading = read(text)
    spans = [reading.source_span(f.start, f.end) for f in known.find(reading)]
    assert any(secret in text[start:end] for start, end in spans), why


@pytest.mark.parametrize("lang", ["en", "ru", "uk", "ro", "uz", "tg", "ky", "ar"])
@pytest.mark.parametrize("piece", ["а", "a", "12345", "а-", "а.", "1 ", "(", "№ ", "«", "12 марта ", "A "])
def test_time_grows_with_the_text(lang: str, piece: str) -> None:
    def spent(times: int) -> float:
        reading = read(piece * times)
        begun = time.process_time()
        found: list[Found] = [one for find in IN_STORIES for one in find(reading, lang)]
        assert len(found) <= len(reading.text)
        return time.process_time() - begun

    spent(100)
    # Eight times the text may take thirty times as long on a busy machine; a square would take sixty-four.
    assert spent(16_000) <= max(0.5, 30 * spent(2_000))
