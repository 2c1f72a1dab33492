"""Lexicons: every known word of a language and what it may be, in one small automaton that is read where it lies.

A lexicon file (`data/LANG.lexicon`) is a minimal acyclic automaton, deflated: a JSON line, then 32-bit edges, little
endian: 8 bits label, 1 bit "last of its state", 23 bits target. Labels below 16 end a word and hold its readings; the
others are letters of the header's alphabet. `scripts/build_lexicons.py` says where the words come from.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

WORD = 1
"""An ordinary word."""
NAME = 2
"""A given name, family name or patronymic of somebody."""
PLACE = 4
"""The name of a place, an organisation or a brand."""
RARE = 8
"""A word that texts rarely use (with `WORD`): where nothing else tells words from names, it may be one."""
FIRST_LETTER = 16
LAST = 0x100
MOST_REMEMBERED = 500_000


class Lexicon:
    """Readings of folded words: `WORD`, `NAME`, `PLACE` and `RARE` bits; 0 for a word that nobody listed."""

    def __init__(self, edges: array[int], alphabet: str) -> None:
        self._edges = edges
        self._codes = {letter: FIRST_LETTER + index for index, letter in enumerate(alphabet)}
        self._known: dict[str, int] = {}

    def readings(self, word: str) -> int:
        """What a folded word may be."""
        found = self._known.get(word)
        if found is None:
            found = self._look_up(word)
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            self._known[word] = found
        return found

    def _look_up(self, word: str) -> int:
        edges, codes = self._edges, self._codes
        state = 0
        for letter in word:
            code = codes.get(letter)
            if code is None:
                return 0
            edge = edges[state]
            while edge & 0xFF != code:
                if edge & LAST:
                    return 0
                state += 1
                edge = edges[state]
            state = edge >> 9
        label = edges[state] & 0xFF
        return label if label < FIRST_LETTER else 0


@cache
def lexicon(lang: str) -> Lexicon | None:
    """The lexicon of a language, loaded once; None where there is none, so that every word is unknown."""
    path = files("safelight.text").joinpath("data", f"{lang}.lexicon")
    if not lang.isalpha() or not path.is_file():
        return None
    header, _, body = zlib.decompress(path.read_bytes()).partition(b"\n")
    edges = array("I")
    edges.frombytes(body)
    if sys.byteorder == "big":
        edges.byteswap()
    return Lexicon(edges, json.loads(header)["alphabet"])


def pack(words: Iterable[tuple[str, int]], sources: str) -> bytes:
    """A lexicon file of sorted, distinct (folded word, readings); `sources` is kept in it for whoever opens it.

    The automaton is built as it grows (Daciuk et al. 2000: incremental construction from sorted data).
    """
    alphabet: dict[str, int] = {}
    register: dict[tuple[tuple[int, int], ...], int] = {}
    states: list[tuple[tuple[int, int], ...]] = [()]
    path: list[list[tuple[int, int]]] = [[]]
    letters: list[int] = []

    def close(depth: int) -> None:
        while len(path) > depth + 1:
            edges = tuple(sorted(path.pop()))
            number = register.get(edges)
            if number is None:
                number = register[edges] = len(states)
                states.append(edges)
            path[-1].append((letters.pop(), number))

    previous = ""
    for word, readings in words:
        if not word > previous or not 0 < readings < FIRST_LETTER:
            raise ValueError(f"not sorted, or without readings: {word!r}")
        shared = 0
        while shared < min(len(word), len(previous)) and word[shared] == previous[shared]:
            shared += 1
        close(shared)
        for letter in word[shared:]:
            letters.append(alphabet.setdefault(letter, FIRST_LETTER + len(alphabet)))
            path.append([])
        path[-1].append((readings, 0))
        previous = word
    close(0)
    if len(alphabet) > 256 - FIRST_LETTER:
        raise ValueError("more letters than labels")
    root = tuple(sorted(path[0]))
    order = [root, *states[1:]]
    begins: list[int] = []
    length = 0
    for edges in order:
        begins.append(length)
        length += len(edges)
    packed = array("I")
    for edges in order:
        for index, (label, target) in enumerate(edges):
            last = LAST if index == len(edges) - 1 else 0
            packed.append(label | last | (begins[target] if label >= FIRST_LETTER else 0) << 9)
    if sys.byteorder == "big":
        packed.byteswap()
    header = json.dumps({"alphabet": "".join(alphabet), "sources": sources}, ensure_ascii=False)
    return zlib.compress(header.encode() + b"\n" + packed.tobytes(), 9)
