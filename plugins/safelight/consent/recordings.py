"""Recordings of a person whose story is told: a voice tells who speaks, whatever the words (channel `audio`).

No sound file is ever taken into the site, because nobody can make a voice safe here; `source.content` refuses the file.
What can go out is a link to a recording that stands elsewhere, or a player for it: that needs the channel `audio`.
"""

from __future__ import annotations

import re

from safelight.model.content import RECORDINGS, Document
from safelight.model.findings import Finding
from safelight.model.vault import Consent

RECORDING = re.compile(
    rf"""<\s*(?:audio|video|source|track|embed|object|iframe)\b|\.(?:{"|".join(RECORDINGS)})(?=["'\s)>\]?#]|$)""",
    re.IGNORECASE | re.MULTILINE,
)
"""A player, or an address or file name that ends like a recording's."""


def recordings(document: Document, consent: Consent) -> tuple[Finding, ...]:
    """An error for each line of `document` that plays or links a recording, unless `consent` covers `audio`."""
    if "audio" in consent.channels:
        return ()
    lines = document.body.splitlines()
    return tuple(
        Finding(
            document.path.as_posix(), document.body_line + number, "",
            f"plays or links a recording, and consent {consent.id} does not cover the channel audio",
            "take it out, or ask the person: a voice can be recognised",
            rule="consent-audio",
        )
        for number, line in enumerate(lines)
        if RECORDING.search(line)
    )  # fmt: skip
