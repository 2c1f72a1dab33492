"""Whether a word that proves nothing by itself is a name where it stands.

A weak word (Вера, Hope) is a name when (a) another part of the same
person's name, or their initial, stands next to it; or (b) it has a capital in the middle of a sentence, between words
in small letters. One word of a phrase counts when the other words stand beside it. Why so: docs/adr/0027.
"""

from __future__ import annotations

import re

from safelight.leakgate.fold import fold
from safelight.leakgate.needles import Needles, Word
from safelight.leakgate.transliterate import latin_key

_REACH = 160
"""Bytes looked at on either side of a word."""
_WORD = re.compile(r"[^\W_]+")
_NOT_NAMES_BY_CAPITAL = frozenset(
    {"may", "june", "april", "august", "march", "christian", "german", "roman", "china", "turkey"}
)
"""English words that take a capital in any place."""


def is_named(data: bytes, token: bytes, secret: str, word: Word, needles: Needles) -> bool:
    """Whether `token`, which reads as the weak word `secret`, names somebody at any of its places in `data`."""
    at = data.find(token)
    looked = 0
    while at >= 0 and looked < 200:
        looked += 1
        before = data[max(0, at - _REACH) : at].decode("utf-8", "ignore")
        here = data[at : at + len(token)].decode("utf-8", "ignore")
        after = data[at + len(token) : at + len(token) + _REACH].decode("utf-8", "ignore")
        if word.phrase:
            if _phrase_stands(before, here, after, word):
                return True
        elif _beside_partner(before, here, after, secret, word, needles) or _capital_inside(
            before, here, after, secret
        ):
            return True
        at = data.find(token, at + len(token))
    return False


def _phrase_stands(before: str, here: str, after: str, word: Word) -> bool:
    around = _words(before)[-8:] + _words(here) + _words(after)[:8]
    length = len(word.phrase)
    return any(
        all(
            spelled in forms or latin_key(spelled) in forms
            for spelled, forms in zip(around[start : start + length], word.phrase, strict=True)
        )
        for start in range(len(around) - length + 1)
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", fold(text))


def _beside_partner(before: str, here: str, after: str, secret: str, word: Word, needles: Needles) -> bool:
    beside = {spelled for spelled in (*_words(before)[-2:], *_words(here), *_words(after)[:2]) if spelled != secret}
    initials = {
        fold(letter)
        for letter in (
            *re.findall(r"\b([^\W\d_])\.?\s*(?:[^\W\d_]\.\s*)?$", before),
            *re.findall(r"^[,\s]*\b([^\W\d_])\.", after),
            *re.findall(r"\b([^\W\d_])[._-]", here),
        )
        if letter.isupper()
    }
    for owner in word.ids[:200]:
        if word.part == "family" and initials & needles.initials.get(owner, frozenset()):
            return True
        for partner in needles.partners.get(owner, ()):
            if partner is not word and any(partner in needles.forms.get(spelled, ()) for spelled in beside):
                return True
    return False


def _capital_inside(before: str, here: str, after: str, secret: str) -> bool:
    if secret in _NOT_NAMES_BY_CAPITAL or not here[:1].isupper() or here[1:] != here[1:].lower():
        return False
    if re.search(r"[^\W\d_]", before) is None:
        return False
    last = re.search(r"([^\W\d_]+),?[ \t\u00a0]$", before)
    following = re.match(r"(?:[.,;:!?)]|\s+[^\W\d_])", after)
    if last is None or following is None or not last[1].islower():
        return False
    following_word = re.match(r"\s+([^\W\d_]+)", after)
    return following_word is None or following_word[1].islower()
