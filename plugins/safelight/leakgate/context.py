"""Whether a word that proves nothing by itself is a name where it stands.

A weak word (Вера, Hope) is a name when (a) another part of the same
person's name, or their initial, stands next to it; or (b) it has a capital in the middle of a sentence, between words
in small letters. One word of a phrase counts when the other words stand beside it. Why so: docs/adr/0027.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from safelight.leakgate.fold import fold
from safelight.leakgate.needles import Needles
from safelight.leakgate.pieces import SEAM
from safelight.leakgate.tags import without_tags
from safelight.leakgate.transliterate import latin_key
from safelight.leakgate.vocabulary import Sighting
from safelight.leakgate.words import Word

_REACH = 600
"""Bytes looked at on either side of a word, tags included."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_BLOCK = re.compile(
    rb"<\s*/?\s*(?:p|div|li|ul|ol|h[1-6]|t[dhr]|table|section|article|header|footer|main|nav|br|hr|dd|dt|dl|title|option"
    rb"|blockquote|figure|figcaption|button|summary|details|aside|address|form|body|head)\b[^<>]*>"
)
_NOT_NAMES_BY_CAPITAL = frozenset(
    {"may", "june", "april", "august", "march", "christian", "german", "roman", "china", "turkey"}
)
"""English words that take a capital in any place."""
_MOST_PLACES = 200
"""Places of one token in one text that are looked at."""


class Surroundings:
    """A text in which some tokens are weak words, and what stands around them."""

    def __init__(self, data: bytes, guilty: Mapping[bytes, Iterable[Sighting]], needles: Needles) -> None:
        self.data, self.needles = data, needles
        self.most_places = _MOST_PLACES * (1 + data.count(SEAM))
        self.present: defaultdict[str, list[Word]] = defaultdict(list)
        """What is in the text of each person's name: a partner that is not among it stands beside nothing."""
        for word in {id(s.word): s.word for sightings in guilty.values() for s in sightings}.values():
            if word.kind == "person":
                for owner in word.ids:
                    self.present[owner].append(word)

    def name(self, token: bytes, secret: str, word: Word) -> bool:
        """Whether `token`, which reads as the weak word `secret`, names somebody at any of its places in the text."""
        if word.part == "handle" and not word.phrase:
            return self._is_addressed(token)
        partners = self._partners(word)
        initials = self._initials(word)
        text = token.decode("utf-8", "ignore")
        if not (word.phrase or partners or initials or text != text.lower()):
            return False
        at = self.data.find(token)
        looked = 0
        while at >= 0 and looked < self.most_places:
            looked += 1
            before, here, after = self._around(at, len(token))
            if word.phrase:
                if _phrase_stands(before, here, after, word):
                    return True
            elif (
                _capital_inside(before, here, after, secret)
                or initials & _initials_beside(before, here, after)
                or (partners and self._is_beside(before, here, after, secret, partners))
            ):
                return True
            at = self.data.find(token, at + len(token))
        return False

    def _is_addressed(self, token: bytes) -> bool:
        """Whether a handle that is an ordinary word stands as one: @storm, /storm, storm@ …"""
        return b"@" in token or b"@" + token in self.data or b"/" + token in self.data

    def _around(self, at: int, length: int) -> tuple[str, str, str]:
        """What stands before a word, the word, and what stands behind it: of a tag, what is in it; of text, no tags."""
        before = self.data[max(0, at - _REACH) : at].rpartition(SEAM)[2]
        after = self.data[at + length : at + length + _REACH].partition(SEAM)[0]
        opened = before.rfind(b"<")
        if opened > before.rfind(b">"):
            before, after = before[opened + 1 :], after.partition(b">")[0]
        else:
            closed = before.find(b">")
            before = _without_tags(before[closed + 1 :] if -1 < closed < before.find(b"<") else before)
            cut = after.rfind(b"<")
            after = _without_tags(after[:cut] if cut > after.rfind(b">") else after)
        here = self.data[at : at + length].decode("utf-8", "ignore")
        return before.decode("utf-8", "ignore"), here, after.decode("utf-8", "ignore")

    def _partners(self, word: Word) -> list[Word]:
        """Other parts of the bearers' names, as far as they are somewhere in the text."""
        if word.kind != "person" or word.phrase:
            return []
        return [other for owner in word.ids for other in self.present.get(owner, ()) if other is not word]

    def _initials(self, word: Word) -> frozenset[str]:
        if word.part != "family":
            return frozenset()
        return frozenset().union(*(self.needles.initials.get(owner, frozenset()) for owner in word.ids))

    def _is_beside(self, before: str, here: str, after: str, secret: str, partners: list[Word]) -> bool:
        beside = {spelled for spelled in (*_words(before)[-2:], *_words(here), *_words(after)[:2]) if spelled != secret}
        return any(word in partners for spelled in beside for word in self.needles.forms.get(spelled, ()))


def _without_tags(data: bytes) -> bytes:
    """Text without tags; those of a block are line breaks."""
    return without_tags(_BLOCK.sub(b"\n", data)) if b"<" in data else data


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
    return _WORD.findall(fold(text))


def _initials_beside(before: str, here: str, after: str) -> set[str]:
    return {
        fold(letter)
        for letter in (
            *re.findall(r"\b([^\W\d_])\.?\s*(?:[^\W\d_]\.\s*)?$", before[-40:]),
            *re.findall(r"^[,\s]*\b([^\W\d_])\.", after[:40]),
            *re.findall(r"\b([^\W\d_])[._-]", here),
        )
        if letter.isupper()
    }


def _capital_inside(before: str, here: str, after: str, secret: str) -> bool:
    if secret in _NOT_NAMES_BY_CAPITAL or not here[:1].isupper() or here[1:] != here[1:].lower():
        return False
    last = re.search(r"([^\W\d_]+),?[ \t\u00a0]$", before[-80:])
    following = re.match(r"(?:[.,;:!?)]|\s+[^\W\d_])", after[:80])
    if last is None or following is None or not last[1].islower():
        return False
    following_word = re.match(r"\s+([^\W\d_]+)", after[:80])
    return following_word is None or following_word[1].islower()
