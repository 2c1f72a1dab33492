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
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from urllib.parse import unquote_to_bytes

import numpy as np

from safelight.leakgate.readings import CHARSETS

Piece = tuple[bytes, int]
"""Decoded bytes in UTF-8, and the offset in the encoded text, in bytes, where they came from."""
Decoder = Callable[[bytes], Iterator[Piece]]

_REACH = 96
_TAG = re.compile(rb"<(?:!--.*?-->|[^<>]*>)", re.DOTALL)
_TAGS = re.compile(rb"<(?:!--.*?-->|[^<>]*>)(?:<(?:!--.*?-->|[^<>]*>))*", re.DOTALL)
_TAG_ALONE = re.compile(rb"<[^<>]*>")
_TAGS_ALONE = re.compile(rb"<[^<>]*>(?:<[^<>]*>)*")
_CDATA = re.compile(rb"<!\[CDATA\[|\]\]>")
_LETTER_ALONE = re.compile(rb"\s{0,3}(?:[A-Za-z]|[\xc3-\xdb][\x80-\xbf])(?:<|\s)")
_NUMBER_SIGNS = b" \t\r\n().-/_+*\xc2\xa0"
_LAST_BLANK = 32
"""Bytes up to here part words: white space and controls."""
_ENTITY = re.compile(rb"&[#A-Za-z]")
_PERCENT = re.compile(rb"%[0-9A-Fa-f]{2}")
_U_PERCENT = re.compile(rb"%u([0-9A-Fa-f]{4})")
_BACKSLASH = re.compile(rb"\\[^\s\"/]")
_ESCAPE = re.compile(
    r"\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\x([0-9a-fA-F]{2})|\\([0-9a-fA-F]{2,6})\s?"
)
_LAST_ESCAPE = re.compile(r"\\[0-9a-fA-F]{2,6}\s(?!\\)")
_BLANK_ESCAPE = re.compile(r"(?<!\\)\\[nrtbfv]")
_OCTETS = re.compile(rb"(?:\\x[0-9a-fA-F]{2}|\\[0-3][0-7]{2})+")
_QUOTED = re.compile(rb"=(?:[0-9A-Fa-f]{2}|\r?\n)")
_CONTINUATIONS = bytes(range(0x80, 0xC3))
_SHAPE = bytes(byte in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ<>" or byte > 0xC2 for byte in range(256))
"""1 for a letter, of whatever length once continuations are left out. Angles are none, but keep the letter of <b> from
standing alone; letters between tags are spelled out once the tags are taken off."""
SHORTEST_SPELLED = 3
"""Letters that must stand apart in a row before they are read as one word."""
_FARTHEST_APART = 4
"""Characters from one letter that stands apart to the next: up to three signs between them."""
_SPELLED = re.compile(r"(?<![^\W_])[^\W_](?:[^\w]{1,3}[^\W_](?![^\W_])|_[^\W_](?![^\W_])){2,}")
_AT = re.compile(rb"\s*[\[({<]\s*(?:at|AT|At)\s*[\])}>]\s*|\s+(?:AT|at)\s+(?=\S+\s*(?:[\[({]\s*dot|\s+dot\s))")
_DOT = re.compile(rb"\s*[\[({<]\s*(?:dot|DOT|Dot)\s*[\])}>]\s*|\s+(?:DOT|dot)\s+")
_AT_MARKS = tuple(re.compile(bracket + rb"\s*(?:at|AT|At)\s*[\])}>]") for bracket in (rb"\[", rb"\(", rb"\{", rb"<"))
"""One pattern for each bracket, so that each begins with a fixed letter, which is searched for quickly."""
_DOT_MARK = re.compile(rb"\s(?:dot|DOT)\s")
_HYPHENATED = re.compile(rb"(?:-|\xc2\xad|\xe2\x80\x90)[ \t]*\r?\n\s*")
_HYPHEN_AND_LINE_END = re.compile(rb"-[ \t]*\r?\n")
_WIDE = (b"\0", b"\x04", b"\x05", b"\x06")
"""High bytes of UTF-16: Latin, Cyrillic (two blocks), Arabic."""
_UTF7 = re.compile(rb"\+([A-Za-z0-9+/,]{3,})-?")
_TJ = re.compile(rb"\)\s*-?[\d.]*\s*\(")


def _around(data: bytes, mark: re.Pattern[bytes]) -> Iterator[Piece]:
    """The text around each mark; neighbours together; cut where no word is cut."""
    return _regions(data, (found.span() for found in mark.finditer(data)))


def _regions(data: bytes, marks: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    start = end = -1
    for mark_start, mark_end in marks:
        if end >= 0 and mark_start - 2 * _REACH <= end:
            end = mark_end + _REACH
            continue
        if end >= 0:
            yield _cut(data, start, end)
        start, end = max(0, mark_start - _REACH), mark_end + _REACH
    if end >= 0:
        yield _cut(data, start, end)


def _cut(data: bytes, start: int, end: int) -> Piece:
    if start > 0:
        edge = max(data.rfind(blank, max(0, start - _REACH), start) for blank in (b" ", b"\n", b"<", b">", b'"'))
        start = edge if edge >= 0 else start
    edges = [edge for edge in (data.find(blank, end, end + _REACH) for blank in (b" ", b"\n", b"<", b'"')) if edge >= 0]
    end = min(edges, default=end)
    while start < end and 0x80 <= data[start] < 0xC0:  # the rest of a letter that the cut went through
        start += 1
    return data[start:end], start


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


def without_tags(data: bytes) -> bytes:
    """The text that stays when tags and comments are taken out of it; a comment without an end is a tag."""
    last = _end_of_comments(data)
    return _TAG.sub(b"", data[:last]) + _TAG_ALONE.sub(b"", data[last:])


def _end_of_comments(data: bytes) -> int:
    """Behind the last comment: there, each `<!--` would be read to the end of the text in vain."""
    return data.rfind(b"-->") + 3 if b"<!--" in data and b"-->" in data else 0


def _tags(data: bytes) -> Iterator[Piece]:
    """Words, numbers and spelled-out words that tags stand in; what stands between tags is found as it is."""
    if b"<" not in data or b">" not in data:
        return
    if b"CDATA" in data:
        yield from ((without_tags(_CDATA.sub(b"", piece)), at) for piece, at in _around(data, _CDATA))
    yield from ((without_tags(piece), at) for piece, at in _regions(data, _tags_inside(data)))


def _tags_inside(data: bytes) -> Iterator[tuple[int, int]]:
    last = _end_of_comments(data)
    for tags in chain(_TAGS.finditer(data, 0, last) if last else (), _TAGS_ALONE.finditer(data, last)):
        start, end = tags.span()
        if end == len(data):
            return
        if (
            (data[end] > _LAST_BLANK and start and data[start - 1] > _LAST_BLANK)
            or _LETTER_ALONE.match(data, end)
            or (
                data[end : end + 5].lstrip(_NUMBER_SIGNS)[:1].isdigit()
                and data[max(0, start - 5) : start].rstrip(_NUMBER_SIGNS)[-1:].isdigit()
            )
        ):
            yield start, end


def _entities(data: bytes) -> Iterator[Piece]:
    if b"&" in data:
        for piece, at in _around(data, _ENTITY):
            yield html.unescape(piece.decode("utf-8", "replace")).encode("utf-8", "replace"), at


def _percent(data: bytes) -> Iterator[Piece]:
    if b"%" in data:
        for piece, at in _around(data, _PERCENT):
            yield from ((text, at) for text in texts_of(unquote_to_bytes(piece.replace(b"+", b" "))))
        if b"%u" in data:
            for piece, at in _around(data, _U_PERCENT):
                yield _U_PERCENT.sub(lambda found: chr(int(found[1], 16)).encode("utf-8", "ignore"), piece), at


def _escapes(data: bytes) -> Iterator[Piece]:
    if b"\\" not in data:
        return

    def character(found: re.Match[str]) -> str:
        code = int(next(group for group in found.groups() if group), 16)
        return chr(code) if 0 < code < 0x110000 else ""

    for piece, at in _around(data, _BACKSLASH):
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


def _quoted_printable(data: bytes) -> Iterator[Piece]:
    if b"=" in data:
        for piece, at in _around(data, _QUOTED):
            yield from ((text, at) for text in texts_of(quopri.decodestring(piece)))


def _utf16(data: bytes) -> Iterator[Piece]:
    if any(byte in data for byte in _WIDE):
        for encoding in ("utf-16-le", "utf-16-be"):
            for shift in (0, 1):
                text = data[shift:].decode(encoding, "ignore")
                yield text.encode("utf-8", "ignore"), 0


def _utf7(data: bytes) -> Iterator[Piece]:
    if b"+" in data:
        for piece, at in _around(data, _UTF7):
            yield _UTF7.sub(_from_utf7, piece), at


def _from_utf7(found: re.Match[bytes]) -> bytes:
    run = found[1].replace(b",", b"/")
    run = run[: len(run) - 1] if len(run) % 4 == 1 else run
    decoded = binascii.a2b_base64(run + b"=" * (-len(run) % 4))
    return decoded.decode("utf-16-be", "ignore").encode("utf-8", "ignore")


def _spelled_out(data: bytes) -> Iterator[Piece]:
    """Letters that stand apart: З а л и н а, З.а.л.и.н.а, З - а - л."""
    shape = np.frombuffer(data.translate(_SHAPE, _CONTINUATIONS), np.uint8)
    if len(shape) < SHORTEST_SPELLED + 2:
        return
    alone = np.flatnonzero(shape[1:-1] > (shape[:-2] | shape[2:])) + 1
    if shape[0] > shape[1]:
        alone = np.insert(alone, 0, 0)
    if shape[-1] > shape[-2]:
        alone = np.append(alone, len(shape) - 1)
    near = alone[1:] - alone[:-1] <= _FARTHEST_APART
    rows = np.flatnonzero(near[1:] & near[:-1])
    if not len(rows):
        return
    letters = np.frombuffer(data, np.uint8)
    places = np.flatnonzero((letters < _CONTINUATIONS[0]) | (letters > _CONTINUATIONS[-1]))
    marks = zip(places[alone[rows]].tolist(), (places[alone[rows + 2]] + 1).tolist(), strict=True)
    for piece, at in _regions(data, marks):
        spelled = _SPELLED.findall(piece.decode("utf-8", "ignore"))
        if spelled:
            yield "\n".join(re.sub(r"[\W_]+", "", row) for row in spelled).encode(), at


def _at_and_dot(data: bytes) -> Iterator[Piece]:
    patterns = (*_AT_MARKS, _DOT_MARK) if b"dot" in data or b"DOT" in data else _AT_MARKS
    marks = sorted(found.span() for mark in patterns for found in mark.finditer(data))
    for piece, at in _regions(data, marks):
        yield _DOT.sub(b".", _AT.sub(b"@", piece)), at


def _hyphens_at_line_ends(data: bytes) -> Iterator[Piece]:
    if _HYPHEN_AND_LINE_END.search(data) or b"\xc2\xad" in data or b"\xe2\x80\x90" in data:
        for piece, at in _around(data, _HYPHENATED):
            yield _HYPHENATED.sub(b"", piece), at


def _other_digits(data: bytes) -> Iterator[Piece]:
    text = data.decode("utf-8", "ignore")
    digits = {ord(c): str(int(c)) for c in set(text) if c > "\x7f" and c.isdecimal()}
    if digits:
        yield text.translate(digits).encode(), 0


def _kerned(data: bytes) -> Iterator[Piece]:
    """Strings of a PDF's page, taken apart for spacing: [(Za)-20(lina)] TJ."""
    if b"TJ" in data:
        yield _TJ.sub(b"", data), 0


DECODERS: dict[str, Decoder] = {
    "split by tags": _tags,
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
    "kerned": _kerned,
}
"""Decoders with a mark of their own in the text."""
