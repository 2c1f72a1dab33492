"""Decoders of runs of letters and digits that are no words: base64, hexadecimal digits, character codes.

Nothing marks such a run, so every run of a text that looks like no word is tried. A run gives the same bytes wherever
it stands: the search remembers those that gave nothing away, and a decoder is told which ones are new. Decoders give
raw bytes, which `texts_of` may read.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator, Set
from itertools import chain

from safelight.leakgate.decoders import Piece

RunDecoder = Callable[[bytes, Set[bytes]], Iterator[Piece]]
"""From a text and those of its runs that are new, the decoded bytes, each with the offset that it came from."""

_ALPHABET = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-")
_PART = bytes(byte if byte in _ALPHABET else 32 for byte in range(256))
_SHORTEST_RUN = 6
_NO_RUN64 = re.compile(rb"[-_/]*(?:(?:[A-Z]?[a-z]+|[A-Z]{1,7}|\d+)(?:[-_/]+|$))+")
"""Words, and words with hyphens, in one case: what base64 practically never looks like. More than seven capitals may be
UTF-16 of another script."""
_LINES64 = re.compile(rb"(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]*={0,2}")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}){3,}")
_HEX_APART = re.compile(rb"(?:(?:0x|\\x|#)?[0-9A-Fa-f]{2}[ ,:;\-]{1,2}){3,}(?:0x|\\x)?[0-9A-Fa-f]{2}")
_CODES = re.compile(rb"(?:(?:U\+|0x|&#|#)?[0-9A-Fa-f]{2,6}[;,]?[ ,;]?){3,}")
_CODE = re.compile(rb"(U\+|0x)?([0-9A-Fa-f]{2,6})")
_HEX_SHAPE = bytes(
    48 if byte in b"0123456789abcdefABCDEF" else 120 if byte > 127 or chr(byte).isalpha() else 32 for byte in range(256)
)
_ROW = re.compile(rb" 0{2,3} {1,4}0{2,3} {1,4}00| 0{4} {1,4}0{4} {1,4}0{4}")
"""Three codes in a row, as the shortest name needs them; those of one script have about the same length."""
_MARK = re.compile(rb"0x|U\+|\\x|&#")
"""What is written before a code, so that one alone gives it away."""


def _shape(data: bytes) -> bytes:
    return b" " + data.translate(_HEX_SHAPE)


def have_marks(data: bytes) -> bool:
    """Whether a text has a code that is marked as one."""
    return _MARK.search(data) is not None


def have_rows(data: bytes) -> bool:
    """Whether a text has short groups of hexadecimal digits in a row: codes, or words like `de`, `ca`, `bed`."""
    return _ROW.search(_shape(data)) is not None


def _lines_of_codes(data: bytes) -> Iterator[Piece]:
    """The lines that may hold codes, each with its offset: no row of codes goes on behind a line's end."""
    done = 0
    for at in sorted([found.start() for found in chain(_ROW.finditer(_shape(data)), _MARK.finditer(data))]):
        if at >= done:
            start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at)
            done = end if end >= 0 else len(data)
            yield data[start:done], start


def runs_of(data: bytes) -> set[bytes]:
    """The different runs of a text that are long enough to say something."""
    return {run for run in data.translate(_PART).split() if len(run) >= _SHORTEST_RUN}


def _from_base64(run: bytes) -> bytes:
    run = run[: len(run) - 1] if len(run) % 4 == 1 else run
    return binascii.a2b_base64(run + b"=" * (-len(run) % 4))


def _base64(data: bytes, runs: Set[bytes]) -> Iterator[Piece]:
    for run in sorted(runs):
        if not _NO_RUN64.fullmatch(run):
            at = data.find(run)
            letters = run.replace(b"-", b"+").replace(b"_", b"/")
            yield from ((_from_base64(letters[offset:]), at) for offset in range(4))


def _base64_across_lines(data: bytes, runs: Set[bytes]) -> Iterator[Piece]:
    """Runs that are broken into lines of one length, as in mail."""
    for found in _LINES64.finditer(data):
        yield _from_base64(b"".join(found.group().split()).rstrip(b"=")), found.start()


def _hexadecimal(data: bytes, runs: Set[bytes]) -> Iterator[Piece]:
    for run in sorted(runs):
        for found in _HEX.finditer(run):
            yield bytes.fromhex(found.group().decode()), data.find(run)
        if len(run) % 2:  # a letter before it may look like a digit
            for found in _HEX.finditer(run, 1):
                yield bytes.fromhex(found.group().decode()), data.find(run)


def _hexadecimal_apart(data: bytes, runs: Set[bytes]) -> Iterator[Piece]:
    for line, at in _lines_of_codes(data):
        for found in _HEX_APART.finditer(line):
            digits = re.sub(rb"0x|\\x|[^0-9A-Fa-f]", b"", found.group())
            if len(digits) % 2 == 0:
                yield bytes.fromhex(digits.decode()), at + found.start()


def _character_codes(data: bytes, runs: Set[bytes]) -> Iterator[Piece]:
    for line, at in _lines_of_codes(data):
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
"""Decoders of runs, by name; asked only where a token looks like no word, or where numbers stand in a row."""
IN_ROWS = frozenset({"hexadecimal apart", "character codes"})
"""Those that need numbers in a row."""
IN_LINES = frozenset({"base64 across lines"})
"""Those that need a run as long as a line."""
SHORTEST_LINE = 60
"""Letters of a line of base64, at least; mail has 76, PEM 64."""
