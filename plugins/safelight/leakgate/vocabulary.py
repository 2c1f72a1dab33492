"""Which tokens give somebody away. Each token is judged once, in a batch with others, and remembered.

A text of a million words has a few ten thousand different ones, and pages of a site share most of theirs: so the
readings, each of which would cost as much as a search of the whole text, are made of new tokens only. What decoders
need to know of a text (do letters stand alone, or codes in a row?) is judged with them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from safelight.leakgate.encoded_runs import looks_encoded, looks_like_a_code, looks_like_codes
from safelight.leakgate.fold import fold
from safelight.leakgate.needles import Needles
from safelight.leakgate.ordinary import is_ordinary
from safelight.leakgate.readings import CHARSETS, READINGS, Reading, Trust, parted
from safelight.leakgate.tokens import Asked, Bits, Places, Table
from safelight.leakgate.words import Word

SHORTEST_SPELLING = 5
"""Letters of a guessed spelling in Latin letters from which on it gives somebody away alone: shorter ones are words
of one language or another."""
LONGEST_SMALL = 6
"""Letters of a form in small letters, of a name that is not registered just so, up to which it is a word by chance."""
SHORTEST_DISGUISED = 5
"""Letters of a word from which on it gives somebody away alone when it had to be made of something else: 8e80 is a number."""
LONGEST_PIECE = 4
"""Letters of a part from which on a hyphen joins words and does not cut one: well-known, but not За-ли-на."""
FARTHEST_APART = 12
"""Bytes between two letters that stand apart: up to three signs."""
MOST_REMEMBERED = 2_000_000
"""Tokens kept in memory, about 200 MB; then the memory starts anew."""

GUILTY, ENCODED, ALONE, SEVERAL, OTHER_DIGITS, CODE, DIGIT, CODES = (1 << bit for bit in range(8))
"""What a token may be: somebody's name; part of a run of base64 or hexadecimal digits; a letter that stands alone, or a
sign beside one; several such letters; digits of another script; a character's code, one with a digit, several of them."""
_ALONE = re.compile(r"[^\W\d_]|[^\w]+")
_SEVERAL = re.compile(r"[^\W\d_](?:[^\w]{1,3}[^\W\d_]|_[^\W\d_])+")
_PLAIN = re.compile(r"([A-Za-z]{2,})|([Ѐ-ԯ]{2,})|([ء-ي]{2,})")
"""Words of one script alone. What such a token may be read as, its like may, too."""

Line = tuple[bytes, str, str]
"""A token: its bytes, its text, and that folded."""


class Sighting(NamedTuple):
    """What one token gives away: the needle, how it was read, the word as it was read."""

    word: Word
    form: str
    secret: str
    weak: bool
    """Whether it gives somebody away only where it stands as a name."""


class Judged(NamedTuple):
    """What the tokens of a text give away, and where some of them ask for a decoder."""

    guilty: dict[bytes, tuple[Sighting, ...]]
    asked: Asked


class Vocabulary:
    """Tokens that were judged, for one set of needles."""

    def __init__(self, needles: Needles) -> None:
        self.needles = needles
        self.tables = {"forms": needles.forms, "latin": needles.latin, "marks": needles.marks}
        self.guilty: dict[bytes, tuple[Sighting, ...]] = {}
        self.table = Table(self._judge, MOST_REMEMBERED)

    def judge(self, data: bytes) -> Judged:
        """What the tokens of a text without controls give away, judged now or before."""
        starts, ends, marks = self.table.cut(data)
        guilty = np.flatnonzero(marks & GUILTY)
        named = {data[start:end] for start, end in zip(starts[guilty].tolist(), ends[guilty].tolist(), strict=True)}
        encoded = np.flatnonzero(marks & ENCODED)
        first, last = _letters_apart(data, starts, ends, marks)
        return Judged(
            {token: self.guilty[token] for token in named},
            Asked(
                (starts[encoded], ends[encoded]),
                (starts[first], ends[last]),
                starts[_codes_in_a_row(marks)],
                bool((marks & OTHER_DIGITS).any()),
            ),
        )

    def _judge(self, new: Iterable[bytes]) -> dict[bytes, int]:
        """The marks of new tokens; who they give away is kept in `guilty`."""
        lines, broken = _read(new)
        marks = dict.fromkeys(broken, 0)
        kinds: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            plain = _PLAIN.fullmatch(line[1])
            kind = plain.lastindex or 0 if plain and line[1][1:] == line[1][1:].lower() else 0
            kinds[kind].append(line)
            marks[line[0]] = _mark(line[1]) if kind <= 1 else 0
        guilty: dict[bytes, list[Sighting]] = {}
        for kind, alike in kinds.items():
            for name, reading, taken in _taken(kind, alike):
                self._compare(taken, name, reading, guilty)
        for charset in CHARSETS[:-1] if broken else ():
            read = [(token, text, fold(text)) for token in broken for text in (_by(charset, token),)]
            self._compare(read, charset, READINGS["plain"], guilty)
        for token, found in guilty.items():
            self.guilty[token] = tuple(found)
            marks[token] |= GUILTY
        return marks

    def _compare(self, taken: Sequence[Line], form: str, reading: Reading, guilty: dict[bytes, list[Sighting]]) -> None:
        needles = self.tables[reading.table]
        if not needles or not taken:
            return
        said = reading.read("\n".join([line[1] if reading.as_they_stand else line[2] for line in taken]))
        hits = needles.keys() & set(said.split())
        if not hits:
            return
        for (token, _, _), line in zip(taken, said.split("\n"), strict=True):
            words = line.split()
            if hits.isdisjoint(words):
                continue
            for word in words:
                if word in hits and len(word) >= reading.least:
                    weak = self._is_weak(word, token, reading)
                    if weak is None:
                        continue
                    held = guilty.setdefault(token, [])
                    small = not weak and self._is_small(word, token)
                    held += (
                        Sighting(needle, form, word, weak or (small and needle.inflects))
                        for needle in needles[word]
                        if _new(needle, held)
                    )

    def _is_weak(self, word: str, token: bytes, reading: Reading) -> bool | None:
        """Whether a word that was read gives nobody away by itself; None where reading it so was no reading at all.

        A token that is an ordinary word as it stands is no other word in disguise: `evil` is not `live` reversed.
        """
        if reading.trust is Trust.DISGUISE and _stands_as_ordinary(token):
            return None
        if reading.as_registered and word not in self.needles.registered:
            return None
        if word in self.needles.weak or is_ordinary(word):
            return True
        if reading.trust is Trust.DISGUISE:
            return len(word) < SHORTEST_DISGUISED
        if reading.trust is Trust.SPELLING:
            return len(word) < SHORTEST_SPELLING or _stands_as_ordinary(token)
        return False

    def _is_small(self, word: str, token: bytes) -> bool:
        """Whether a word is a short form that nobody is registered by and a whole token in small letters.

        Such are words (копала, olgani); a name has a capital. Part of a file's name or an address is no whole token.
        """
        if len(word) > LONGEST_SMALL or word in self.needles.registered:
            return False
        text = token.decode("utf-8", "ignore")
        return text.isalpha() and text == text.lower() and text != text.upper()


def _read(new: Iterable[bytes]) -> tuple[list[Line], list[bytes]]:
    """Tokens as lines, and those of them that are no UTF-8, which are read as far as they are."""
    tokens = list(new)
    broken: list[bytes] = []
    try:
        # A token has no line break, and folding makes none.
        texts = b"\n".join(tokens).decode().split("\n")
    except UnicodeDecodeError:
        texts = []
        for token in tokens:
            try:
                texts.append(token.decode())
            except UnicodeDecodeError:
                broken.append(token)
                texts.append(token.decode("utf-8", "ignore"))
    return list(zip(tokens, texts, fold("\n".join(texts)).split("\n"), strict=True)), broken


def _by(charset: str, token: bytes) -> str:
    return token.decode(charset, "ignore").replace("\n", " ")


def _taken(kind: int, lines: Sequence[Line]) -> Iterable[tuple[str, Reading, Sequence[Line]]]:
    """Every reading with the lines about which it may tell something new."""
    if kind:
        yield from ((name, reading, lines) for name, reading in READINGS.items() if name in _readings_of(kind))
        return
    takers: dict[Callable[[str, str], bool], list[Line]] = {}
    for name, reading in READINGS.items():
        taken = takers.get(reading.takes)
        if taken is None:
            taken = takers[reading.takes] = [line for line in lines if reading.takes(line[1], line[2])]
        yield name, reading, taken


@cache
def _readings_of(kind: int) -> frozenset[str]:
    """The readings that take a word of one script alone."""
    specimen = ("", "Word", "Слово", "كلام")[kind]
    return frozenset(name for name, reading in READINGS.items() if reading.takes(specimen, fold(specimen)))


def _letters_apart(data: bytes, starts: Places, ends: Places, marks: Bits) -> tuple[Places, Places]:
    """The first and the last token of each three in a row that are letters alone, and of each two that are several.

    The letter of <b> does not stand alone; letters between tags do, once the tags are taken off.
    """
    kinds = marks & np.uint8(ALONE | SEVERAL)
    single = np.flatnonzero(kinds)
    letters = np.frombuffer(b" " + data + b" ", np.uint8)
    beside = np.stack((letters[starts[single]], letters[ends[single] + 1]))
    kinds[single[((beside == ord("<")) | (beside == ord(">"))).any(axis=0)]] = 0
    near = (kinds[:-1] != 0) & (kinds[1:] != 0) & (starts[1:] - ends[:-1] <= FARTHEST_APART)
    threes = np.flatnonzero(near[:-1] & near[1:])
    twos = np.flatnonzero(near & (((kinds[:-1] | kinds[1:]) & SEVERAL) != 0))
    first, last = np.concatenate((threes, twos)), np.concatenate((threes + 2, twos + 1))
    order = np.argsort(first, kind="stable")
    return first[order], last[order]


def _codes_in_a_row(marks: Bits) -> Places:
    """The tokens at which a row begins: three codes of which one has a digit, four that have none (de, ca, da are words)."""
    code = (marks & CODE) != 0
    digit = (marks & DIGIT) != 0
    three = code[:-2] & code[1:-1] & code[2:]
    mixed = three & (digit[:-2] | digit[1:-1] | digit[2:])
    return np.concatenate((np.flatnonzero(mixed), np.flatnonzero(three[:-1] & code[3:]), np.flatnonzero(marks & CODES)))


def _mark(text: str) -> int:
    if _ALONE.fullmatch(text):
        return ALONE
    if _SEVERAL.fullmatch(text):
        return SEVERAL
    mark = OTHER_DIGITS if not text.isascii() and any(c > "\x7f" and c.isdecimal() for c in text) else 0
    if looks_encoded(text):
        mark |= ENCODED
    if looks_like_a_code(text):
        mark |= CODE if text.isalpha() else CODE | DIGIT
    elif looks_like_codes(text):
        mark |= CODES
    return mark


def _stands_as_ordinary(token: bytes) -> bool:
    """Whether a token is an ordinary word, or several of them that are too long to be the pieces of another."""
    folded = fold(token.decode("utf-8", "ignore"))
    words = parted(folded).split()
    if not words or any(c.isdigit() for c in folded):
        return False
    return all(is_ordinary(word) and (len(words) == 1 or len(word) >= LONGEST_PIECE) for word in words)


def _new(needle: Word, held: list[Sighting]) -> bool:
    return all(sighting.word is not needle for sighting in held)
