"""Searches one text for needles: its tokens, its numbers, and whatever its decoders bring to light."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from safelight.leakgate.context import SEAM, Surroundings
from safelight.leakgate.decoders import DECODERS, SHORTEST_SPELLED, Piece, texts_of
from safelight.leakgate.encoded_runs import (
    ENCODED_RUNS,
    IN_LINES,
    IN_ROWS,
    SHORTEST_LINE,
    have_marks,
    have_rows,
    runs_of,
)
from safelight.leakgate.needles import Needles, Word
from safelight.leakgate.numbers import find_numbers
from safelight.leakgate.ordinary import is_ordinary
from safelight.leakgate.readings import CHARSETS, words
from safelight.leakgate.vocabulary import Judged, Sighting, Vocabulary, tokens

DEEPEST = 3
"""Encodings inside encodings that are taken off."""
SURE_IN_NOISE = 8
"""Letters of a Latin word below which chance makes it in a megabyte of compressed bytes (5,000 people, 8 languages)."""
SURE_IN_NOISE_ELSEWHERE = 5
"""The same for other scripts: each of their letters is two bytes, of which few pairs are letters at all."""
CHUNK = 4_000_000
"""Bytes searched at once."""
OVERLAP = 4_096
"""Bytes that are searched twice where a chunk had to be cut inside a word."""
MOST_RUNS = 500_000
"""Runs of base64 and the like that are remembered."""
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060")


class Hit(NamedTuple):
    """A needle in a text: how it was disguised, at which byte, and the text that gave it away."""

    word: Word
    form: str
    at: int
    secret: str


class Searcher:
    """Searches texts for the needles of one vault, and remembers the words that it has judged."""

    def __init__(self, needles: Needles) -> None:
        self.needles = needles
        self.lengths = sorted({len(number) for number in needles.numbers}, reverse=True)
        self.vocabulary = Vocabulary(needles)
        self.clean_runs: list[set[bytes]] = [set() for _ in range(DEEPEST)]
        """Runs that gave nothing away, of which a site repeats many; per depth, because what is deep is decoded less."""

    def search(self, data: bytes, noise: bool = False) -> list[Hit]:
        """Every needle in a text in UTF-8, once per needle and disguise.

        With `noise`, the bytes are compressed or encrypted ones, in which only words too long for chance count.
        """
        hits: dict[tuple[int, str], Hit] = {}
        plain: set[int] = set()
        start = 0
        while start < len(data):
            end = _end_of_chunk(data, start)
            for hit in self._search(data[start:end] if start or end < len(data) else data, noise, 0, ""):
                key = (id(hit.word), hit.form)
                if key not in hits and id(hit.word) not in plain:
                    hits[key] = hit._replace(at=hit.at + start)
                    if hit.form == "plain":
                        plain.add(id(hit.word))
            # Where no blank was near, a name may lie across the edge.
            start = end if end == len(data) or data[end : end + 1].isspace() else max(end - OVERLAP, start + 1)
        return list(hits.values())

    def _search(self, data: bytes, noise: bool, depth: int, chain: str) -> Iterator[Hit]:
        judged = self.vocabulary.judge(tokens(data))
        if judged.guilty:
            surroundings = Surroundings(data, judged.guilty, self.needles)
            for token, sightings in judged.guilty.items():
                for sighting in sightings:
                    if self._counts(surroundings, token, sighting, noise):
                        yield Hit(sighting.word, _form(chain, sighting.form), max(0, data.find(token)), sighting.secret)
        if not noise or depth == 0:
            for number in find_numbers(data, self.needles.numbers, self.lengths):
                yield Hit(number.word, _form(chain, number.form), number.at, number.secret)
        if depth >= DEEPEST or noise:
            return
        for name, decode in DECODERS.items():
            if (name == "spelled out" and judged.alone < SHORTEST_SPELLED) or (
                name == "other digits" and not judged.other_digits
            ):
                continue
            pieces = [piece for piece in decode(data) if len(piece[0]) >= 3 and piece[0] != data]
            yield from self._search_decoded(pieces, depth, _form(chain, name))
        codes = _codes_in_a_row(data, judged)
        if judged.encoded or codes:
            yield from self._search_runs(data, codes, depth, chain)

    def _search_decoded(self, pieces: Sequence[Piece], depth: int, chain: str) -> Iterator[Hit]:
        """Decoded texts, searched together; each hit is placed where the text that it was in came from."""
        if not pieces:
            return
        starts = [0]
        for piece, _ in pieces:
            starts.append(starts[-1] + len(piece) + len(SEAM))
        joined = SEAM.join(piece for piece, _ in pieces)
        for hit in self._search(joined, False, depth + 1, chain):
            yield hit._replace(at=pieces[bisect_right(starts, hit.at) - 1][1])

    def _search_runs(self, data: bytes, codes: bool, depth: int, chain: str) -> Iterator[Hit]:
        """Runs decoded to bytes: the few that are text are searched as such, the rest for what chance cannot make."""
        clean = self.clean_runs[depth]
        runs = runs_of(data)
        new = runs - clean
        lines = any(len(run) >= SHORTEST_LINE for run in runs)
        found = False
        for name, decode in ENCODED_RUNS.items():
            if (name in IN_ROWS and not codes) or (name in IN_LINES and not lines):
                continue
            texts: list[Piece] = []
            noise: list[Piece] = []
            for piece, at in decode(data, new):
                if len(piece) >= 3:
                    text = next((text for text in texts_of(piece) if _is_text(text)), None)
                    if text is not None:
                        texts.append((text, at))
                    else:
                        noise.append((piece, at))
            for hits in (
                self._search_decoded(texts, depth, _form(chain, name)),
                self._search_noise(noise, _form(chain, name)),
            ):
                for hit in hits:
                    found = True  # what was found once must be found again
                    yield hit
        if len(clean) > MOST_RUNS:
            clean.clear()
        if not found:
            clean |= new

    def _search_noise(self, pieces: Sequence[Piece], chain: str) -> Iterator[Hit]:
        joined = b"\n".join(piece for piece, _ in pieces)
        for charset in ("utf-8", *CHARSETS[:3]) if joined else ():
            read = set(words(joined.decode(charset, "ignore")).split())
            for secret in self.needles.forms.keys() & read:
                if len(secret) >= (SURE_IN_NOISE if secret.isascii() else SURE_IN_NOISE_ELSEWHERE):
                    yield from (
                        Hit(word, _form(chain, charset), pieces[0][1], secret)
                        for word in self.needles.forms[secret]
                        if word.whole and not word.phrase and not is_ordinary(secret)
                    )

    def _counts(self, surroundings: Surroundings, token: bytes, sighting: Sighting, noise: bool) -> bool:
        word, secret = sighting.word, sighting.secret
        if noise and len(secret) < (SURE_IN_NOISE if secret.isascii() else SURE_IN_NOISE_ELSEWHERE):
            return False
        if word.phrase or not word.whole or sighting.weak:
            return not noise and surroundings.name(token, secret, word)
        return True


def _form(chain: str, name: str) -> str:
    if not chain:
        return name
    return chain if name == "plain" else f"{chain}+{name}"


def _is_text(data: bytes) -> bool:
    """Whether decoded bytes say something: what was no encoding decodes into signs that stand in no text."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    return max(text, default="\uffff") < "\u2070" and all(
        c.isprintable() or c.isspace() or c in _INVISIBLE for c in text
    )


def _codes_in_a_row(data: bytes, judged: Judged) -> bool:
    """Whether there may be character codes or spaced hexadecimal digits."""
    return have_marks(data) or (judged.codes >= 2 and have_rows(data))


def _end_of_chunk(data: bytes, start: int) -> int:
    """Where the chunk that begins at `start` ends: at white space, if there is some nearby."""
    end = start + CHUNK
    if end >= len(data):
        return len(data)
    blank = data.rfind(b"\n", end - 65_536, end)
    if blank < 0:
        blank = data.rfind(b" ", end - 65_536, end)
    return blank if blank > start else end
