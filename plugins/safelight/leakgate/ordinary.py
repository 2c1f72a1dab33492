"""Words that are names of some people and ordinary words for everybody: `data/ordinary.txt`, our own list."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from safelight.leakgate.fold import fold
from safelight.leakgate.inflect import forms, is_arabic, is_cyrillic

_LIST = Path(__file__).parent / "data" / "ordinary.txt"


@cache
def ordinary_words() -> frozenset[str]:
    """Ordinary words, folded; the Cyrillic ones in every case, the Arabic ones with every clitic."""
    lines = (line for line in _LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    words = fold("\n".join(lines)).split()
    inflected = {
        form for word in words if is_cyrillic(word) or is_arabic(word) for form in forms(word, "ordinary", frozenset())
    }
    return frozenset({*words, *inflected})
