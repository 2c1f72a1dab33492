"""What a detector finds: a span of the read text, what it is, and what may stand there instead."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """`reading.text[start:end]` identifies; `say` stands there instead, None for the language's mark of removal."""

    start: int
    end: int
    kind: str
    rule: str
    say: str | None = None


def capitalised_like(text: str, model: str, *, opens: bool) -> str:
    """`text` with a capital where what it replaces opened a sentence with a capital or a figure."""
    return text[:1].upper() + text[1:] if opens and (model[:1].isupper() or model[:1].isdigit()) else text
