"""Searches one text for needles, under every disguise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from safelight.leakgate.folding import disguises, fold, spellings
from safelight.leakgate.needles import Needle, Needles

WORD = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"\d(?:[\s().\-\u2010-\u2015/_]{0,3}\d){5,}")


class Hit(NamedTuple):
    """A needle in a text, how it was disguised, and the text that gave it away."""

    needle: Needle
    form: str
    secret: str


def search(text: str, needles: Needles) -> Iterator[Hit]:
    """Every needle in `text`, each once per disguise; whole words only, so that ordinary words raise no alarm."""
    seen: set[tuple[Needle, str]] = set()
    for form, decoded in disguises(text):
        for needle, secret in _words(fold(decoded), needles):
            if (needle, form) not in seen and (needle, "plain") not in seen:
                seen.add((needle, form))
                yield Hit(needle, form, secret)


def _words(text: str, needles: Needles) -> Iterator[tuple[Needle, str]]:
    words = WORD.findall(text)
    for index, word in enumerate(words):
        for spelling in spellings(word):
            if spelling in needles.words:
                yield needles.words[spelling], word
        for phrase, needle in needles.phrases.get(word, ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                yield needle, " ".join(phrase)
    for found in DIGITS.finditer(text):
        digits = "".join(str(unicodedata.digit(c)) for c in found.group() if c.isdigit())
        for known, needle in needles.digits.items():
            if known in digits:
                yield needle, found.group()
    if needles.marks:
        squeezed = re.sub(r"[^\w\s]", "", text)
        for mark, needle in needles.marks.items():
            if re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", squeezed):
                yield needle, mark
