"""What a detector finds: a span of the read text, what it is, and what may stand there instead."""

from __future__ import annotations

from typing import NamedTuple

from safelight.text.reading import Reading


class Found(NamedTuple):
    """`reading.text[start:end]` identifies; `say` stands there instead, None for the language's mark of removal."""

    start: int
    end: int
    kind: str
    rule: str
    say: str | None = None


def opening(said: str, reading: Reading, start: int) -> str:
    """`said` as it stands at `start`: with a capital where what it replaces opened a sentence with one, or with a figure."""
    token = reading.token_at(start)
    first = reading.text[start]
    opens = token >= 0 and reading.sentence_start(token) and (first.isupper() or first.isdigit())
    return said[:1].upper() + said[1:] if opens else said
