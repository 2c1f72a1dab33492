"""Decoders: each takes one encoding off a text and gives what it hid, with the place where it stood.

A decoder looks first for the mark of its encoding (`&`, `%`, `\\\\`, `=D0` …), and then works only on the text around
it. What comes out is searched again, so that encodings inside encodings are found.
"""

from __future__ import annotations

import binascii
import html
import quopri
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes

from safelight.leakgate.readings import CHARSETS

Piece = tuple[bytes, int]
"""Decoded bytes in UTF-8, and the offset in the encoded text, in bytes, where they came from."""
Decoder = Callable[[bytes], Iterator[Piece]]

_REACH = 96
_TAG = re.compile(rb"<!--.*?-->|<[^<>]*>", re.DOTALL)
_TAG_BETWEEN_TAGS = re.compile(rb"<!\[CDATA\[|\]\]>")
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
_QUOTED = re.compile(rb"=[0-9A-Fa-f]{2}|=\r?\n")
_RUN64 = re.compile(rb"[A-Za-z0-9+/_-]{6,}")
_NO_RUN64 = re.compile(rb"[-_/+]*(?:(?:[A-Z]?[a-z]+|[A-Z]+|\d+)(?:[-_/+]+|$))+")
"""Words, and words with hyphens, in one case: what base64 practically never looks like."""
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}){3,}")
_HEX_APART = re.compile(rb"(?:(?:0x|\\x|#)?[0-9A-Fa-f]{2}[ ,:;\-]{1,2}){3,}(?:0x|\\x)?[0-9A-Fa-f]{2}")
_CODES = re.compile(rb"(?:(?:U\+|0x|&#|#)?[0-9A-Fa-f]{2,6}[;,]?[ ,;]?){3,}")
_CODE = re.compile(rb"(U\+|0x)?([0-9A-Fa-f]{2,6})")
_SHAPE = bytes(
    97
    if byte in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" or byte >= 0xC3
    else 48
    if 48 <= byte < 58
    else 32
    for byte in range(256)
)
_CONTINUATIONS = bytes(range(0x80, 0xC3))
_SPELLED = re.compile(r"(?<![^\W_])[^\W_](?:[^\w]{1,3}[^\W_](?![^\W_])|_[^\W_](?![^\W_])){2,}")
_AT = re.compile(rb"\s*[\[({<]\s*(?:at|AT|At)\s*[\])}>]\s*|\s+(?:AT|at)\s+(?=\S+\s*(?:[\[({]\s*dot|\s+dot\s))")
_DOT = re.compile(rb"\s*[\[({<]\s*(?:dot|DOT|Dot)\s*[\])}>]\s*|\s+(?:DOT|dot)\s+")
_AT_MARK = re.compile(rb"[\[({<]\s*(?:at|AT|At)\s*[\])}>]|\s(?:dot|DOT)\s")
_HYPHENATED = re.compile(rb"(?:-|\xc2\xad|\xe2\x80\x90)[ \t]*\r?\n\s*")
_OTHER_DIGIT = re.compile(rb"\xd9[\xa0-\xa9]|\xdb[\xb0-\xb9]|\xef\xbc[\x90-\x99]|\xf0\x9d\x9f")
_WIDE = re.compile(rb"[\x00\x04\x05\x06]")
_UTF7 = re.compile(rb"\+([A-Za-z0-9+/,]{3,})-?")
_TJ = re.compile(rb"\)\s*-?[\d.]*\s*\(")


def _around(data: bytes, mark: re.Pattern[bytes]) -> Iterator[Piece]:
    """The text around each mark; neighbours together; cut where no word is cut."""
    start = end = -1
    for found in mark.finditer(data):
        if end >= 0 and found.start() - 2 * _REACH <= end:
            end = found.end() + _REACH
            continue
        if end >= 0:
            yield _cut(data, start, end)
        start, end = max(0, found.start() - _REACH), found.end() + _REACH
    if end >= 0:
        yield _cut(data, start, end)


def _cut(data: bytes, start: int, end: int) -> Piece:
    if start > 0:
        edge = max(data.rfind(blank, max(0, start - _REACH), start) for blank in (b" ", b"\n", b"<", b">", b'"'))
        start = edge if edge >= 0 else start
    edges = [edge for edge in (data.find(blank, end, end + _REACH) for blank in (b" ", b"\n", b"<", b'"')) if edge >= 0]
    end = min(edges, default=end)
    return data[start:end], start


def texts_of(data: bytes) -> Iterator[bytes]:
    """Decoded bytes as UTF-8, and if they are none, as each other encoding that they may be in."""
    yield data
    if b"\0" in data or _WIDE.search(data):
        for encoding in ("utf-16-le", "utf-16-be"):
            yield data.decode(encoding, "ignore").encode("utf-8", "ignore")
    try:
        data.decode()
    except UnicodeDecodeError:
        for charset in CHARSETS[:-1]:
            yield data.decode(charset, "ignore").encode()


def _tags(data: bytes) -> Iterator[Piece]:
    if b"<" in data and b">" in data:
        if b"CDATA" in data:
            data = _TAG_BETWEEN_TAGS.sub(b"", data)
        yield _TAG.sub(b"", data), 0


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


def _base64(data: bytes) -> Iterator[Piece]:
    done: set[bytes] = set()
    for found in _RUN64.finditer(data):
        run = found.group()
        if run in done or _NO_RUN64.fullmatch(run):
            continue
        done.add(run)
        run = run.replace(b"-", b"+").replace(b"_", b"/")
        for offset in range(4):
            part = run[offset:]
            part = part[: len(part) - 1] if len(part) % 4 == 1 else part
            yield binascii.a2b_base64(part + b"=" * (-len(part) % 4)), found.start()


def _base64_across_lines(data: bytes) -> Iterator[Piece]:
    """Runs that are broken into lines of one length, as in mail."""
    for found in re.finditer(rb"(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]*={0,2}", data):
        run = b"".join(found.group().split()).rstrip(b"=")
        run = run[: len(run) - 1] if len(run) % 4 == 1 else run
        yield binascii.a2b_base64(run + b"=" * (-len(run) % 4)), found.start()


def _hexadecimal(data: bytes) -> Iterator[Piece]:
    for found in _HEX.finditer(data):
        yield bytes.fromhex(found.group().decode()), found.start()


def _hexadecimal_apart(data: bytes) -> Iterator[Piece]:
    for found in _HEX_APART.finditer(data):
        digits = re.sub(rb"0x|\\x|[^0-9A-Fa-f]", b"", found.group())
        if len(digits) % 2 == 0:
            yield bytes.fromhex(digits.decode()), found.start()


def _character_codes(data: bytes) -> Iterator[Piece]:
    for found in _CODES.finditer(data):
        for base in (10, 16):
            letters = []
            for code in _CODE.finditer(found.group()):
                try:
                    number = int(code[2], 16 if code[1] else base)
                except ValueError:
                    continue
                if 32 <= number < 0x110000:
                    letters.append(chr(number))
            yield "".join(letters).encode("utf-8", "ignore"), found.start()


def _utf16(data: bytes) -> Iterator[Piece]:
    if _WIDE.search(data):
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
    shape = data.translate(_SHAPE, _CONTINUATIONS)
    while b"  " in shape:
        shape = shape.replace(b"  ", b" ")
    if b" a a a" not in shape and not shape.startswith(b"a a a"):
        return
    text = data.decode("utf-8", "ignore")
    spelled = list(_SPELLED.finditer(text))
    if spelled:
        at = len(text[: spelled[0].start()].encode())
        yield "\n".join(re.sub(r"[\W_]+", "", found.group()) for found in spelled).encode(), at


def _at_and_dot(data: bytes) -> Iterator[Piece]:
    if _AT_MARK.search(data):
        for piece, at in _around(data, _AT_MARK):
            yield _DOT.sub(b".", _AT.sub(b"@", piece)), at


def _hyphens_at_line_ends(data: bytes) -> Iterator[Piece]:
    if not any(mark in data for mark in (b"-\n", b"-\r", b"\xad\n", b"\xad\r", b"\x90\n", b"- \n")):
        return
    for piece, at in _around(data, _HYPHENATED):
        yield _HYPHENATED.sub(b"", piece), at


def _other_digits(data: bytes) -> Iterator[Piece]:
    if _OTHER_DIGIT.search(data):
        text = data.decode("utf-8", "ignore")
        yield "".join(str(int(c)) if c > "\x7f" and c.isdecimal() else c for c in text).encode(), 0


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
ENCODED_RUNS: dict[str, Decoder] = {
    "base64": _base64,
    "base64 across lines": _base64_across_lines,
    "hexadecimal": _hexadecimal,
    "hexadecimal apart": _hexadecimal_apart,
    "character codes": _character_codes,
}
"""Decoders of runs of letters and digits, asked only where a token looks like no word. They give raw bytes."""
