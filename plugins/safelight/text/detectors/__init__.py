"""Everything but names that identifies: one detector per file, each a function of a reading and its language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from safelight.model.redaction import Strictness
from safelight.text.detectors import (
    addresses,
    ages,
    arabic_places,
    births,
    codes,
    contacts,
    dates,
    eastern_addresses,
    hijri_dates,
    journeys,
    legal_forms,
    named_by_place,
    organisations,
    partial_dates,
    phones,
    spelt_numbers,
    towns,
)
from safelight.text.detectors.found import Found
from safelight.text.reading import Reading

Detector = Callable[[Reading, str], Iterator[Found]]

EVERYWHERE: tuple[Detector, ...] = (contacts.find, phones.find)
"""What is somebody's own in every kind of text."""
IN_STORIES: tuple[Detector, ...] = (
    codes.find, addresses.find, eastern_addresses.find, arabic_places.find, organisations.find, legal_forms.find,
    named_by_place.find, dates.find, partial_dates.find, hijri_dates.find, ages.find, births.find,
    journeys.find, spelt_numbers.find, towns.find,
)  # fmt: skip
"""What is public in a guide or a release (the day of a law, a court, an office) and identifies in a story."""


def detect(
    reading: Reading, lang: str, strictness: Strictness = Strictness.DENY, allowed: Collection[str] = ()
) -> Iterator[Found]:
    """Every trace in a text.

    `allowed` are the campaign's own public addresses and numbers, as `own_key` writes them; in a story they are
    removed with the rest, since nobody can tell there whose they are.
    """
    in_story = strictness is Strictness.DENY
    for find in (*EVERYWHERE, *IN_STORIES) if in_story else EVERYWHERE:
        for found in find(reading, lang):
            if _is_own_file(reading, found.start):
                continue  # a link to one of the campaign's own files
            if not in_story and own_key(reading.text[found.start : found.end]) in allowed:
                continue
            yield found


def _is_own_file(reading: Reading, at: int) -> bool:
    region = reading.region_at(at)
    return region is not None and reading.text.startswith("{", region.start)


def own_key(contact: str) -> str:
    """A contact however it is written: letters and digits alone, lower case."""
    return "".join(character for character in contact.casefold() if character.isalnum())


__all__ = ["Found", "detect", "own_key"]
