"""What the tables of the detectors share: a text as the detectors alone leave it."""

from __future__ import annotations

from safelight.text.detectors import Found, detect
from safelight.text.edits import Edit, apply, replacements
from safelight.text.reading import read

X = "[removed]"
LANGUAGES = ("en", "ru", "uk", "ro", "uz", "tg", "ky", "ar")


def safe(text: str, lang: str, kind: str = "") -> str:
    """`text` without what the detectors find; of one `kind` alone where it is given."""
    reading = read(text)
    found: list[Found] = [one for one in detect(reading, lang) if not one.ask and (not kind or one.kind == kind)]
    edits = [Edit(f.start, f.end, f.kind, f.rule, X if f.say is None else f.say) for f in found]
    return apply(text, replacements(reading, edits))
