"""Searches one text for needles: its tokens, its numbers, and whatever its decoders bring to light."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from safelight.leakgate.context import is_named
from safelight.leakgate.decoders import DECODERS, ENCODED_RUNS, Decoder, Piece, texts_of
from safelight.leakgate.needles import SHORTEST, Needles, Word
from safelight.leakgate.numbers import find_numbers
from safelight.leakgate.readings import CHARSETS, words
from safelight.leakgate.vocabulary import Sighting, Vocabulary, tokens

DEEPEST = 3
"""Encodings inside encodings that are taken off."""
SURE_IN_NOISE = 8
"""Letters of a Latin word below which chance makes it in a megabyte of compressed bytes (5,000 people, 8 languages)."""
SURE_IN_NOISE_ELSEWHERE = 4
"""The same for other scripts: each of their letters is two bytes, of which few pairs are letters at all."""
CHUNK = 4_000_000
"""Bytes searched at once."""
OVERLAP = 4_096
"""Bytes that are searched twice where a chunk had to be cut inside a word."""
MOST_RUNS = 500_000
"""Decoded runs that are remembered."""
MANY = 40
"""Decoded texts from which they are searched together, at the cost of the exact place."""
_HEX_SHAPE = bytes(
    48 if byte in b"0123456789abcdefABCDEF" else 32 if byte in b" ,;:-\n" else 120 for byte in range(256)
)
_ROWS = (b"00 00 00", b"000 000 000", b"0000 0000 0000")
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
        self.vocabulary = Vocabulary(needles)
        self.lengths = sorted({len(number) for number in needles.numbers}, reverse=True)
        self.runs: set[bytes] = set()
        """Decoded runs without a secret, of which a site repeats many."""

    def search(self, data: bytes, noise: bool = False) -> list[Hit]:
        """Every needle in a text in UTF-8, once per needle and disguise.

        With `noise`, the bytes are compressed or encrypted ones, in which only words too long for chance count.
        """
        hits: dict[tuple[int, str], Hit] = {}
        plain: set[int] = set()
        start = 0
        while start < len(data):
            end = _end_of_chunk(data, start)
            for hit in self._search(data[start:end] if start or end < len(data) else data, noise, 0, "", 0):
                key = (id(hit.word), hit.form)
                if key not in hits and id(hit.word) not in plain:
                    hits[key] = hit._replace(at=hit.at + start)
                    if hit.form == "plain":
                        plain.add(id(hit.word))
            # Where no blank was near, a name may lie across the edge.
            start = end if end == len(data) or data[end : end + 1].isspace() else max(end - OVERLAP, start + 1)
        return list(hits.values())

    def _search(self, data: bytes, noise: bool, depth: int, chain: str, at: int) -> Iterator[Hit]:
        found = tokens(data)
        for token, sightings in self.vocabulary.sightings(found).items():
            for sighting in sightings:
                if self._counts(data, token, sighting, noise):
                    place = max(0, data.find(token)) if depth == 0 else at
                    yield Hit(sighting.word, _form(chain, sighting.form), place, sighting.secret)
        if not noise or depth == 0:
            for number in find_numbers(data, self.needles.numbers, self.lengths):
                place = number.at if depth == 0 else at
                yield Hit(number.word, _form(chain, number.form), place, number.secret)
        if depth >= DEEPEST or noise:
            return
        decoders: list[tuple[str, Decoder]] = list(DECODERS.items())
        if not found.isdisjoint(self.vocabulary.encoded) or _digits_rich(data):
            decoders += ENCODED_RUNS.items()
        for name, decode in decoders:
            inner = _form(chain, name)
            if name == "spelled out" and not _letters_apart(found):
                continue
            if name in ENCODED_RUNS:
                yield from self._search_runs(decode(data), depth, inner, at)
                continue
            for piece, place in decode(data):
                if len(piece) >= 3 and piece != data:
                    yield from self._search(piece, False, depth + 1, inner, place if depth == 0 else at)

    def _search_runs(self, pieces: Iterator[Piece], depth: int, chain: str, at: int) -> Iterator[Hit]:
        """Runs decoded to bytes: the few that are text are searched as such, the rest for what chance cannot make."""
        texts: list[Piece] = []
        noise: list[bytes] = []
        first = -1
        for piece, place in pieces:
            if len(piece) < 3 or piece in self.runs:
                continue
            if len(piece) < 200:
                self.runs.add(piece)
            first = place if first < 0 else first
            text = next((text for text in texts_of(piece) if _is_text(text)), None)
            if text is not None:
                texts.append((text, place))
            else:
                noise.append(piece)
        if len(self.runs) > MOST_RUNS:
            self.runs.clear()
        if len(texts) > MANY:
            texts = [(b"\n".join(text for text, _ in texts), first)]
        for text, place in texts:
            hits = list(self._search(text, False, depth + 1, chain, place if depth == 0 else at))
            if hits:
                self.runs.clear()  # what was found once must be found again
            yield from hits
        for hit in self._search_noise(noise, chain, first if depth == 0 else at):
            self.runs.clear()
            yield hit

    def _search_noise(self, pieces: list[bytes], chain: str, at: int) -> Iterator[Hit]:
        joined = b"\n".join(pieces)
        for charset in ("utf-8", *CHARSETS[:3]) if joined else ():
            read = set(words(joined.decode(charset, "ignore")).split())
            for secret in self.needles.forms.keys() & read:
                if len(secret) >= (SURE_IN_NOISE if secret.isascii() else SURE_IN_NOISE_ELSEWHERE):
                    yield from (
                        Hit(word, _form(chain, charset), at, secret)
                        for word in self.needles.forms[secret]
                        if word.whole and not word.phrase and secret not in self.needles.weak
                    )

    def _counts(self, data: bytes, token: bytes, sighting: Sighting, noise: bool) -> bool:
        word, secret = sighting.word, sighting.secret
        if noise and len(secret) < (SURE_IN_NOISE if secret.isascii() else SURE_IN_NOISE_ELSEWHERE):
            return False
        if word.phrase or not word.whole or (secret in self.needles.weak and word.part not in ("joined", "handle")):
            return not noise and is_named(data, token, secret, word, self.needles)
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


def _digits_rich(data: bytes) -> bool:
    """Whether numbers stand in a row, as character codes and spaced hexadecimal digits do."""
    if b"0x" in data or b"U+" in data or b"\\x" in data or b"&#" in data:
        return True
    shape = data.translate(_HEX_SHAPE).replace(b"  ", b" ")
    return any(row in shape for row in _ROWS)


def _letters_apart(found: set[bytes]) -> bool:
    """Whether enough letters stand alone to spell a name."""
    return sum(len(token) == 1 or (len(token) == 2 and token[0] >= 0xC3) for token in found) >= SHORTEST


def _end_of_chunk(data: bytes, start: int) -> int:
    """Where the chunk that begins at `start` ends: at white space, if there is some nearby."""
    end = start + CHUNK
    if end >= len(data):
        return len(data)
    blank = data.rfind(b"\n", end - 65_536, end)
    if blank < 0:
        blank = data.rfind(b" ", end - 65_536, end)
    return blank if blank > start else end
