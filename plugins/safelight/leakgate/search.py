"""Searches one text for needles: its tokens, its numbers, and whatever its decoders bring to light."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from safelight.leakgate.context import Surroundings
from safelight.leakgate.decoders import DECODERS, texts_of
from safelight.leakgate.encoded_runs import ENCODED_RUNS, lines_of_codes, runs_around
from safelight.leakgate.needles import Needles
from safelight.leakgate.numbers import find_numbers
from safelight.leakgate.ordinary import is_ordinary
from safelight.leakgate.pieces import SEAM, Piece
from safelight.leakgate.readings import CHARSETS, words
from safelight.leakgate.tokens import Asked, has_controls, without_controls
from safelight.leakgate.vocabulary import Sighting, Vocabulary
from safelight.leakgate.words import Word

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
TOGETHER = 2_000_000
"""Bytes of texts that are searched as one, to learn whether there is anything in them at all."""
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

    def suspects(self, texts: Sequence[bytes]) -> set[int]:
        """Which of the texts, by their numbers, may have a needle: all that have one are among them.

        Texts are searched as one, which costs a fraction of a search of each, and again by halves where anything was
        found. Those with bytes that no text has are searched alone: they may be in another encoding.
        """
        found: set[int] = set()
        waiting: list[int] = []
        size = 0
        for number, text in enumerate(texts):
            if has_controls(text) or len(text) > TOGETHER:
                found |= {number} if self.search(text) else set()
                continue
            if waiting and size + len(text) > TOGETHER:
                found |= self._suspects(texts, waiting)
                waiting, size = [], 0
            waiting.append(number)
            size += len(text)
        return found | self._suspects(texts, waiting)

    def _suspects(self, texts: Sequence[bytes], numbers: Sequence[int]) -> set[int]:
        joined = SEAM.join(texts[number] for number in numbers)
        if next(self._search(joined, False, 0, ""), None) is None:
            return set()
        if len(numbers) == 1:
            return set(numbers)
        half = len(numbers) // 2
        return self._suspects(texts, numbers[:half]) | self._suspects(texts, numbers[half:])

    def _search(self, data: bytes, noise: bool, depth: int, chain: str) -> Iterator[Hit]:
        as_it_stands = data
        if has_controls(data):
            data = without_controls(data)
        judged = self.vocabulary.judge(data)
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
            encoded = as_it_stands if name == "utf-16" else data  # which is made of controls for one half
            pieces = [piece for piece in decode(encoded, judged.asked) if len(piece[0]) >= 3 and piece[0] != data]
            yield from self._search_decoded(pieces, depth, _form(chain, name))
        yield from self._search_runs(data, judged.asked, depth, chain)

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

    def _search_runs(self, data: bytes, asked: Asked, depth: int, chain: str) -> Iterator[Hit]:
        """Runs decoded to bytes: the few that are text are searched as such, the rest for what chance cannot make."""
        clean = self.clean_runs[depth]
        new = {run: at for run, at in runs_around(data, *asked.encoded).items() if run not in clean}
        lines = list(lines_of_codes(data, asked.rows.tolist()))
        if not new and not lines:
            return
        found = False
        for name, decode in ENCODED_RUNS.items():
            texts: list[Piece] = []
            noise: list[Piece] = []
            for piece, at in decode(data, new, lines):
                if len(piece) >= 3:
                    text = next((text for text in texts_of(piece) if _is_text(text)), None)
                    if text is not None:
                        texts.append((text, at))
                    if text != piece:  # what looks like KOI8 may be 1251
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
            clean |= new.keys()

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


def _end_of_chunk(data: bytes, start: int) -> int:
    """Where the chunk that begins at `start` ends: at white space, if there is some nearby."""
    end = start + CHUNK
    if end >= len(data):
        return len(data)
    blank = data.rfind(b"\n", end - 65_536, end)
    if blank < 0:
        blank = data.rfind(b" ", end - 65_536, end)
    return blank if blank > start else end
