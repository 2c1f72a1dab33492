"""Decoders: each takes one encoding off a text and gives what it hid, with the place where it stood.

A decoder looks first for the mark of its encoding (`&`, `%`, `\\\\`, `=D0` …), by a plain search for one string wherever
that is possible (`in` runs a hundred times as fast as a pattern with alternatives), and then works only on the text
around it. What comes out is searched again, so that encodings inside encodings are found.
"""

from __future__ import annotations

import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes

import numpy as np

from safelight.leakgate.pieces import Piece, around, regions
from safelight.leakgate.readings import CHARSETS
from safelight.leakgate.tags import split_by_tags
from safelight.leakgate.tokens import Asked

Decoder = Callable[[bytes, Asked], Iterator[Piece]]
"""From a text and the places where its tokens ask for a decoder, the decoded pieces."""

_ENTITY = re.compile(rb"&[#A-Za-z]")
_PERCENT = re.compile(rb"%[0-9A-Fa-f]{2}")
_U_PERCENT = re.compile(rb"%u([0-9A-Fa-f]{4})")
_BACKSLASH = re.compile(rb"\\[^\s\"/]")
_ESCAPE = re.compile(
    r"\\[ux]\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\x([0-9a-fA-F]{2})|\\([0-9a-fA-F]{2,6})\s?"
)
_LAST_ESCAPE = re.compile(r"\\[0-9a-fA-F]{2,6}\s(?!\\)")
_BLANK_ESCAPE = re.compile(r"(?<!\\)\\[nrtbfv]")
_OCTETS = re.compile(rb"(?:\\x[0-9a-fA-F]{2}|\\[0-3][0-7]{2})+")
_QUOTED = re.compile(rb"=(?:[0-9A-Fa-f]{2}|\r?\n)")
_SPELLED = re.compile(r"(?<![^\W_])[^\W_](?:[^\w]{1,6}[^\W_](?![^\W_])|_[^\W_](?![^\W_])){2,}")
"""Up to six signs between two letters, as between those of a list in JSON."""
_AT = re.compile(rb"\s*[\[({<]\s*(?:at|AT|At)\s*[\])}>]\s*|\s+(?:AT|at)\s+(?=\S+\s*(?:[\[({]\s*dot|\s+dot\s))")
_DOT = re.compile(rb"\s*[\[({<]\s*(?:dot|DOT|Dot)\s*[\])}>]\s*|\s+(?:DOT|dot)\s+")
_OPENING, _CLOSING = (b"[", b"(", b"{", b"<"), (b"]", b")", b"}", b">")
_MOST_BLANKS = 8
"""Bytes on either side of `at` in which its brackets are looked for."""
_DOT_MARK = re.compile(rb"\s(?:dot|DOT)\s")
_HYPHENATED = re.compile(rb"(?:-|\xc2\xad|\xe2\x80\x90)[ \t]*\r?\n\s*")
_HYPHEN_AND_LINE_END = re.compile(rb"-[ \t]*\r?\n")
_WIDE = (b"\0", b"\x04", b"\x05", b"\x06")
"""High bytes of UTF-16: Latin, Cyrillic (two blocks), Arabic."""
_UTF7 = re.compile(rb"\+([A-Za-z0-9+/,]{3,})-?")
_PLUS = re.compile(rb"[\"'`]\s{0,8}\+\s{0,8}[\"'`]")
_TJ = re.compile(rb"\)\s*-?[\d.]*\s*\(")
_OTHER_DIGIT = re.compile(
    rb"(?:\xd9[\xa0-\xa9]|\xdb[\xb0-\xb9]|\xdf[\x80-\x89]|[\xe0\xe1\xea\xef\xf0][\x80-\xbf]{2,3})+"
)
"""Digits of other scripts: those of two bytes, and all letters that begin as a longer one does."""


def texts_of(data: bytes) -> Iterator[bytes]:
    """Decoded bytes as UTF-8, and if they are none, as each other encoding that they may be in."""
    yield data
    if any(byte in data for byte in _WIDE):
        for encoding in ("utf-16-le", "utf-16-be"):
            yield data.decode(encoding, "ignore").encode("utf-8", "ignore")
    try:
        data.decode()
    except UnicodeDecodeError:
        for charset in CHARSETS[:-1]:
            yield data.decode(charset, "ignore").encode()


def _entities(data: bytes, asked: Asked) -> Iterator[Piece]:
    if b"&" in data:
        for piece, at in around(data, _ENTITY):
            yield html.unescape(piece.decode("utf-8", "replace")).encode("utf-8", "replace"), at


def _percent(data: bytes, asked: Asked) -> Iterator[Piece]:
    if b"%" in data:
        for piece, at in around(data, _PERCENT):
            yield from ((text, at) for text in texts_of(unquote_to_bytes(piece.replace(b"+", b" "))))
        if b"%u" in data:
            for piece, at in around(data, _U_PERCENT):
                yield _U_PERCENT.sub(lambda found: chr(int(found[1], 16)).encode("utf-8", "ignore"), piece), at


def _escapes(data: bytes, asked: Asked) -> Iterator[Piece]:
    if b"\\" not in data:
        return

    def character(found: re.Match[str]) -> str:
        code = int(next(group for group in found.groups() if group), 16)
        return chr(code) if 0 < code < 0x110000 else ""

    for piece, at in around(data, _BACKSLASH):
        if b"\\\\" in piece:  # escapes inside a string of JSON: each backslash is written twice
            yield piece.replace(b"\\\\", b"\\"), at
        read = piece.decode("utf-8", "replace")
        text = _ESCAPE.sub(character, read)
        yield text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore").encode(), at
        parted = _BLANK_ESCAPE.sub("\n", read)  # a line break in a string of JSON must not stick to the next word
        if parted != read:
            parted = _ESCAPE.sub(character, parted)
            yield parted.encode("utf-16", "surrogatepass").decode("utf-16", "ignore").encode(), at
        apart = _LAST_ESCAPE.sub(r"\g<0>\n", read)  # a style sheet eats one blank behind an escape, other text does not
        if apart != read:
            apart = _ESCAPE.sub(character, apart)
            yield apart.encode("utf-16", "surrogatepass").decode("utf-16", "ignore").encode(), at
        css = re.sub(r"\\(?=[^0-9a-fA-F\s])|\\\r?\n", "", text)  # \Z is Z in a style sheet
        if css != text:
            yield css.encode("utf-8", "ignore"), at
        octets = _OCTETS.sub(_octets, piece)
        if octets != piece:
            yield from ((decoded, at) for decoded in texts_of(octets))


def _octets(found: re.Match[bytes]) -> bytes:
    return bytes(
        int(code[2:], 16) if code[1:2] == b"x" else int(code[1:], 8)
        for code in re.findall(rb"\\x[0-9a-fA-F]{2}|\\[0-3][0-7]{2}", found.group())
    )


def _quoted_printable(data: bytes, asked: Asked) -> Iterator[Piece]:
    if b"=" in data:
        for piece, at in around(data, _QUOTED):
            yield from ((text, at) for text in texts_of(quopri.decodestring(piece)))


def _utf16(data: bytes, asked: Asked) -> Iterator[Piece]:
    if any(byte in data for byte in _WIDE):
        for encoding in ("utf-16-le", "utf-16-be"):
            for shift in (0, 1):
                text = data[shift:].decode(encoding, "ignore")
                yield text.encode("utf-8", "ignore"), 0


def _utf7(data: bytes, asked: Asked) -> Iterator[Piece]:
    if b"+" in data:
        for piece, at in around(data, _UTF7):
            yield _UTF7.sub(_from_utf7, piece), at


def _from_utf7(found: re.Match[bytes]) -> bytes:
    run = found[1].replace(b",", b"/")
    run = run[: len(run) - 1] if len(run) % 4 == 1 else run
    decoded = binascii.a2b_base64(run + b"=" * (-len(run) % 4))
    return decoded.decode("utf-16-be", "ignore").encode("utf-8", "ignore")


def _spelled_out(data: bytes, asked: Asked) -> Iterator[Piece]:
    """Letters that stand apart: З а л и н а, З.а.л.и.н.а, З - а - л."""
    starts, ends = asked.apart
    for piece, at in regions(data, zip(starts.tolist(), ends.tolist(), strict=True)):
        spelled = _SPELLED.findall(piece.decode("utf-8", "ignore"))
        if spelled:
            yield "\n".join(re.sub(r"[\W_]+", "", row) for row in spelled).encode(), at


def _bracketed_at(data: bytes) -> Iterator[tuple[int, int]]:
    """`at` in brackets; in a page, looking for each `<` would take longer than looking for the word."""
    letters = np.frombuffer(data, np.uint8) | np.uint8(32)
    other = (letters - np.uint8(ord("a"))) > ord("z") - ord("a")
    words = other[:-3] & (letters[1:-2] == ord("a")) & (letters[2:-1] == ord("t")) & other[3:]
    for at in (np.flatnonzero(words) + 1).tolist():
        before, after = data[max(0, at - _MOST_BLANKS) : at], data[at + 2 : at + 2 + _MOST_BLANKS]
        if before.rstrip()[-1:] in _OPENING and after.lstrip()[:1] in _CLOSING:
            yield at, at + 2


def _at_and_dot(data: bytes, asked: Asked) -> Iterator[Piece]:
    marks = [*_bracketed_at(data)]
    if b"dot" in data or b"DOT" in data:
        marks += [found.span() for found in _DOT_MARK.finditer(data)]
    for piece, at in regions(data, sorted(marks)):
        yield _DOT.sub(b".", _AT.sub(b"@", piece)), at


def _hyphens_at_line_ends(data: bytes, asked: Asked) -> Iterator[Piece]:
    if _HYPHEN_AND_LINE_END.search(data) or b"\xc2\xad" in data or b"\xe2\x80\x90" in data:
        for piece, at in around(data, _HYPHENATED):
            yield _HYPHENATED.sub(b"", piece), at


def _other_digits(data: bytes, asked: Asked) -> Iterator[Piece]:
    for piece, at in around(data, _OTHER_DIGIT) if asked.other_digits else ():
        text = piece.decode("utf-8", "ignore")
        digits = {ord(c): str(int(c)) for c in set(text) if c > "\x7f" and c.isdecimal()}
        if digits:
            yield text.translate(digits).encode(), at


def _added_up(data: bytes, asked: Asked) -> Iterator[Piece]:
    """Strings that a script puts together: "За" + "лина"."""
    if b"+" in data:
        for piece, at in around(data, _PLUS):
            yield _PLUS.sub(b"", piece), at


def _kerned(data: bytes, asked: Asked) -> Iterator[Piece]:
    """Strings of a PDF's page, taken apart for spacing: [(Za)-20(lina)] TJ."""
    if b"TJ" in data:
        for piece, at in around(data, _TJ):
            yield _TJ.sub(b"", piece), at


DECODERS: dict[str, Decoder] = {
    "split by tags": split_by_tags,
    "entities": _entities,
    "percent": _percent,
    "escapes": _escapes,
    "quoted-printable": _quoted_printable,
    "utf-16": _utf16,
    "utf-7": _utf7,
    "spelled out": _spelled_out,
    "at-and-dot": _at_and_dot,
    "hyphenated": _hyphens_at_line_ends,
    "other digits": _other_digits,
    "added up": _added_up,
    "kerned": _kerned,
}
"""Decoders with a mark of their own in the text."""
