"""What a detector finds: a span of the read text, what it is, and what may stand there instead."""

from __future__ import annotations

from typing import NamedTuple

from safelight.text.reading import Reading

QUOTES = '«„“"'


class Found(NamedTuple):
    """`reading.text[start:end]` identifies; `say` stands there instead, None for the language's mark of removal.

    With `ask` nothing can be said for certain: it is a question, and `ask` is why (`unknown.WHY`).
    """

    start: int
    end: int
    kind: str
    rule: str
    say: str | None = None
    ask: str = ""


def left_out(reading: Reading, start: int, end: int, kind: str, rule: str) -> Found:
    """A span that nothing takes the place of; what follows it takes over the capital of a sentence's start."""
    follows = reading.text[end : end + 1]
    if follows.islower() and _opens(reading, start):
        return Found(start, end + 1, kind, rule, follows.upper())
    return Found(start, end, kind, rule, "")


def opening(said: str, reading: Reading, start: int) -> str:
    """`said` as it stands at `start`: with a capital where what it replaces opened a sentence with one, or with a figure."""
    first = reading.text[start + 1 : start + 2] if reading.text[start] in QUOTES else reading.text[start]
    return said[:1].upper() + said[1:] if (first.isupper() or first.isdigit()) and _opens(reading, start) else said


NEAR = 40
"""Characters before and behind a place that tell its alphabet."""


def alphabet(reading: Reading, at: int, lang: str) -> str:
    """The language, or `uz-cyrillic` where Uzbek is written in Cyrillic letters around a place of the read text."""
    if lang != "uz":
        return lang
    letters = [c for c in reading.text[max(0, at - NEAR) : at + NEAR] if c.isalpha()]
    return "uz-cyrillic" if 2 * sum("\u0400" <= c <= "\u052f" for c in letters) > len(letters) else "uz"


def _opens(reading: Reading, start: int) -> bool:
    """Whether a place begins a sentence; a quotation inside one does not, as a name's quotation marks."""
    if reading.text[start] in QUOTES:
        before = reading.text[max(0, start - 3) : start].rstrip(" ")
        return not before or before[-1] in ".!?…؟\n"
    token = reading.token_at(start)
    return token >= 0 and reading.sentence_start(token)
