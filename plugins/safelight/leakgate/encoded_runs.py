"""Decoders of runs of letters and digits that are no words: base64, hexadecimal digits, character codes.

Nothing marks such a run, so every run of a text that looks like no word is tried. A run gives the same bytes wherever
it stands: the search remembers those that gave nothing away, and a decoder is told which ones are new. Decoders give
raw bytes, which `texts_of` may read. Which tokens look like no word is judged with the vocabulary (`looks_encoded`,
`looks_like_a_code`).
"""

from __future__ import annotations

import binascii
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np

from safelight.leakgate.pieces import Piece
from safelight.leakgate.tokens import Places

Runs = Mapping[bytes, int]
"""Runs of a text, each with its first place, in bytes."""
RunDecoder = Callable[[bytes, Runs, Iterable[Piece]], Iterator[Piece]]
"""From a text, those of its runs that are new, and its lines that may hold a row of codes, the decoded bytes, each with
the offset that it came from."""

_ALPHABET = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-")
_IN_RUN = bytes(byte in _ALPHABET for byte in range(256))
_SHORTEST_RUN = 6
_PACKED = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b")
"""First bytes of what zlib (RFC 1950) or gzip (RFC 1952) packed."""
_EITHER_HEADER = 47
"""zlib's sign for: tell gzip from zlib by its header."""
_MOST_INFLATED = 1_000_000
LARGEST_RATIO = 200
"""Most times that a run may grow when unpacked; what is behind that is not read."""
_SHORTEST_LINE = 60
"""Letters of a line of base64, at least; mail has 76, PEM 64."""
_NO_RUN64 = re.compile(rb"[-_/]*(?:(?:[A-Z]?[a-z]+|[A-Z]{1,7}|\d+)(?:[-_/]+|$))+")
"""Words, and words with hyphens, in one case: what base64 practically never looks like. More than seven capitals may be
UTF-16 of another script."""
_LINES64 = re.compile(rb"(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]*={0,2}")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}){3,}")
_HEX_APART = re.compile(rb"(?:(?:0x|\\x|#)?[0-9A-Fa-f]{2}[ ,:;\-]{1,2}){3,}(?:0x|\\x)?[0-9A-Fa-f]{2}")
_CODES = re.compile(rb"(?:(?:U\+|0x|&#|#)?[0-9A-Fa-f]{2,6}[;,]?[ ,;]?){3,}")
_CODE = re.compile(rb"(U\+|0x)?([0-9A-Fa-f]{2,6})")
_MARKS = (
    (re.compile(rb"0x"), b"x"),
    (re.compile(rb"U\+"), b"+"),
    (re.compile(rb"\\x"), b"\\"),
    (re.compile(rb"&#"), b"&"),
)
"""What is written before a code, so that one alone gives it away; and the rarest letter of it."""
_ENCODED = re.compile(r"[a-z+][A-Z+]|[A-Z]{2}[a-z]|[0-9+][A-Za-z+]|[A-Za-z][0-9]|[A-Z]{8}|[0-9]{6}|[0-9A-Fa-f]{8}")
_CODE_ALONE = re.compile(r"[0-9A-Fa-f]{2}|[A-Fa-f]*[0-9][0-9A-Fa-f]{1,5}")
_CODES_JOINED = re.compile(r"[0-9A-Fa-f]{2,6}(?:[^\w]{1,2}[0-9A-Fa-f]{2,6}){2,}")


def looks_encoded(token: str) -> bool:
    """Whether a token is more than words in one case: what `_base64` would read, or a row of hexadecimal digits."""
    return len(token) >= 4 and _ENCODED.search(token) is not None


def looks_like_a_code(token: str) -> bool:
    """Whether a token may be the code of a letter, or of a byte."""
    return _CODE_ALONE.fullmatch(token) is not None


def looks_like_codes(token: str) -> bool:
    """Whether a token may be several codes by itself: d0-97-d0."""
    return _CODES_JOINED.fullmatch(token) is not None


def lines_of_codes(data: bytes, rows: Iterable[int]) -> Iterator[Piece]:
    """The lines that may hold codes, each with its offset: no row of codes goes on behind a line's end.

    `rows` are places where several tokens in a row look like codes; what is marked as a code is found here.
    """
    marked = [found.start() for mark, rare in _MARKS if rare in data for found in mark.finditer(data)]
    done = 0
    for at in sorted((*rows, *marked)):
        if at >= done:
            start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at)
            done = end if end >= 0 else len(data)
            yield data[start:done], start


def runs_around(data: bytes, starts: Places, ends: Places) -> dict[bytes, int]:
    """The different runs that tokens are in, given by where those begin and end; the ones long enough to say something."""
    if not len(starts):
        return {}
    inside = np.zeros(len(data) + 2, np.uint8)
    inside[1:-1] = np.frombuffer(data.translate(_IN_RUN), np.uint8)
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    firsts, lasts = edges[::2], edges[1::2]
    covered = np.zeros(len(firsts) + 1, np.int64)
    np.add.at(covered, np.searchsorted(lasts, starts, "right"), 1)
    np.add.at(covered, np.searchsorted(firsts, ends, "left"), -1)
    wanted = np.flatnonzero((np.cumsum(covered)[:-1] > 0) & (lasts - firsts >= _SHORTEST_RUN))
    places = zip(firsts[wanted[::-1]].tolist(), lasts[wanted[::-1]].tolist(), strict=True)
    return {data[first:last]: first for first, last in places}  # backwards, so that each has its first place


def _from_base64(run: bytes) -> bytes:
    run = run[: len(run) - 1] if len(run) % 4 == 1 else run
    return binascii.a2b_base64(run + b"=" * (-len(run) % 4))


def _base64(data: bytes, runs: Runs, lines: Iterable[Piece]) -> Iterator[Piece]:
    for run, at in runs.items():
        if not _NO_RUN64.fullmatch(run):
            letters = run.replace(b"-", b"+").replace(b"_", b"/")
            pieces = [_from_base64(letters[offset:]) for offset in range(4)]
            yield from ((piece, at) for piece in (*pieces, _inflated(pieces[0])))


def _inflated(packed: bytes) -> bytes:
    """What is packed by zlib or gzip, as search data and drawings stand in scripts and addresses; nothing otherwise."""
    if not packed.startswith(_PACKED):
        return b""
    try:
        return zlib.decompressobj(_EITHER_HEADER).decompress(packed, min(_MOST_INFLATED, LARGEST_RATIO * len(packed)))
    except zlib.error:
        return b""


def _base64_across_lines(data: bytes, runs: Runs, lines: Iterable[Piece]) -> Iterator[Piece]:
    """Runs that are broken into lines of one length, as in mail."""
    ends = ((len(run), at + len(run)) for run, at in runs.items())
    if any(length >= _SHORTEST_LINE and data[end : end + 1] in (b"\r", b"\n") for length, end in ends):
        for found in _LINES64.finditer(data):
            piece = _from_base64(b"".join(found.group().split()).rstrip(b"="))
            yield from ((text, found.start()) for text in (piece, _inflated(piece)))


def _hexadecimal(data: bytes, runs: Runs, lines: Iterable[Piece]) -> Iterator[Piece]:
    for run, at in runs.items():
        for found in _HEX.finditer(run):
            yield bytes.fromhex(found.group().decode()), at
        if len(run) % 2:  # a letter before it may look like a digit
            for found in _HEX.finditer(run, 1):
                yield bytes.fromhex(found.group().decode()), at


def _hexadecimal_apart(data: bytes, runs: Runs, lines: Iterable[Piece]) -> Iterator[Piece]:
    for line, at in lines:
        for found in _HEX_APART.finditer(line):
            digits = re.sub(rb"0x|\\x|[^0-9A-Fa-f]", b"", found.group())
            if len(digits) % 2 == 0:
                yield bytes.fromhex(digits.decode()), at + found.start()


def _character_codes(data: bytes, runs: Runs, lines: Iterable[Piece]) -> Iterator[Piece]:
    for line, at in lines:
        for found in _CODES.finditer(line):
            for base in (10, 16):
                yield _letters(found.group(), base), at + found.start()


def _letters(codes: bytes, base: int) -> bytes:
    """The text of a row of character codes; numbers that are no letter are left out."""
    letters = []
    for code in _CODE.finditer(codes):
        try:
            number = int(code[2], 16 if code[1] else base)
        except ValueError:
            continue
        if 32 <= number < 0x110000:
            letters.append(chr(number))
    return "".join(letters).encode("utf-8", "ignore")


ENCODED_RUNS: dict[str, RunDecoder] = {
    "base64": _base64,
    "base64 across lines": _base64_across_lines,
    "hexadecimal": _hexadecimal,
    "hexadecimal apart": _hexadecimal_apart,
    "character codes": _character_codes,
}
"""Decoders of runs, by name; asked only where a token looks like no word, or where codes stand in a row."""
