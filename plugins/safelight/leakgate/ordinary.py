"""Words that are names of some people and ordinary words for everybody.

Three lists: `data/ordinary.txt`, our own, of names that are words (Вера, Hope); `data/function-words.txt`, our own, of
words that hold sentences together (заради, never a form of Зарада); and `data/usual.txt.z`, the words that texts use and
that a dictionary knows (docs/adr/0046), so that a form of a rare name that happens to be a verb raises no alarm. None
is read before a word that may be a needle was met.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

from safelight.leakgate.fold import fold
from safelight.leakgate.inflect import CLITICS, forms, is_arabic, is_cyrillic

_ADDING = frozenset({"ky", "uz"})
"""Languages whose endings a word of any language may bear (Вераның, Hopega): of an ordinary word, they are ordinary."""
_DATA = Path(__file__).parent / "data"


def is_ordinary(word: str) -> bool:
    """Whether a folded word is one that everybody uses, so that it gives nobody away by itself."""
    return (
        word in ordinary_words()
        or word in _function_words()
        or word in _usual_words()
        or (is_arabic(word) and _without_clitic(word))
    )


def _without_clitic(word: str) -> bool:
    """Whether an Arabic word is a usual one behind what is written onto its front (and, of, the …)."""
    return any(
        word.startswith(clitic)
        and len(word) - len(clitic) >= (4 if len(clitic) == 1 else 3)  # one letter may as well begin a name
        and word[len(clitic) :] in _usual_words()
        for clitic in CLITICS
        if clitic
    )


@cache
def ordinary_words() -> frozenset[str]:
    """Words of our own list, folded; the Cyrillic ones in every case, the Latin ones with the endings of Uzbek, the
    Arabic ones with every clitic."""
    text = (_DATA / "ordinary.txt").read_text(encoding="utf-8")
    words = fold("\n".join(line for line in text.splitlines() if not line.startswith("#"))).split()
    inflected = {
        form for word in words if is_cyrillic(word) or is_arabic(word) for form in forms(word, "ordinary", _ADDING)
    }
    added = {form for word in words if word.isascii() for form in forms(word, "ordinary", _ADDING)}
    return frozenset({*words, *inflected, *added})


@cache
def _function_words() -> frozenset[str]:
    text = (_DATA / "function-words.txt").read_text(encoding="utf-8")
    return frozenset(fold("\n".join(line for line in text.splitlines() if not line.startswith("#"))).split())


@cache
def _usual_words() -> frozenset[str]:
    return frozenset(zlib.decompress((_DATA / "usual.txt.z").read_bytes()).decode().split("\n"))
