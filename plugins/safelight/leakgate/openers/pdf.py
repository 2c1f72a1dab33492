"""PDF: text of every page by glyph map, every string of every object, every stream, attachments, earlier versions.

A reader sees glyphs; a search sees what the map from glyphs to letters (ToUnicode) says of them. So a map that is
missing, or that contradicts the font's own table, is itself a finding.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from safelight.leakgate.fold import fold
from safelight.leakgate.openers.part import Budget, Member, Opener, Parts, Text, Unopenable

MOST_OBJECTS = 200_000
_FEWEST_LIES = 3
"""Letters for which map and font must disagree; one or two happen (ligatures, small capitals)."""


def _open(data: bytes, budget: Budget) -> Parts:
    yield Text("bytes", data, noise=True)
    end = data.rfind(b"%%EOF")
    if end < 0:
        raise Unopenable("damaged")
    yield Text("trailing bytes", data[end + 5 :])
    yield Member("trailing bytes", data[end + 5 :])
    yield from _parsed(data, budget)
    at = data.find(b"%%EOF")
    while 0 <= at < data.rfind(b"%%EOF"):
        try:  # what an earlier version said is still in the file
            earlier = list(_parsed(data[: at + 5], budget))
        except Unopenable as refused:
            if refused.reason == "too large":
                raise
            earlier = []  # the first part of a file that was made for slow lines; the whole has been searched
        yield from earlier
        at = data.find(b"%%EOF", at + 5)


def _parsed(data: bytes, budget: Budget) -> Parts:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports what we report better
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Unopenable("encrypted")
        found = list(_parts(reader, budget))
    except Unopenable:
        raise
    except Exception:  # noqa: BLE001 (a PDF parser raises anything on hostile bytes; every one means: not searched)
        raise Unopenable("damaged") from None
    yield from found


def _parts(reader: Any, budget: Budget) -> Parts:
    if not reader.pages:
        raise Unopenable("damaged")
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        yield Text(f"page {number}", text.encode("utf-8", "replace"))
        yield Text(f"page {number}", text.replace("\n", "").encode("utf-8", "replace"))
        for line in (text[::-1],):  # right-to-left runs come in the order in which they are drawn
            yield Text(f"page {number}", line.encode("utf-8", "replace"))
    count = sum(len(table) for table in reader.xref.values()) + len(reader.xref_objStm)
    if count > MOST_OBJECTS:
        raise Unopenable("too large")
    numbers = sorted({number for table in reader.xref.values() for number in table} | set(reader.xref_objStm))
    strings: list[str] = []
    for number in numbers:
        value = reader.get_object(number)
        strings += _strings(value)
        if hasattr(value, "get_data"):
            yield from _stream(value, number, budget)
        if isinstance(value, dict) and value.get("/Type") == "/Font":
            _check_map(value)
    yield Text("metadata", "\n".join(strings).encode("utf-8", "replace"))
    for name, contents in reader.attachments.items():
        for content in contents:
            yield Member(name, content)


def _stream(value: Any, number: int, budget: Budget) -> Parts:
    kind = str(value.get("/Subtype", value.get("/Type", "")))
    if (
        kind == "/Image"
        or any(key in value for key in ("/Length1", "/Length2"))
        or kind in ("/OpenType", "/CIDFontType0C", "/Type1C")
    ):
        raw = bytes(getattr(value, "_data", b""))
        if raw.startswith(b"\xff\xd8\xff"):
            yield Member(f"object {number}.jpg", raw)
        return
    content = value.get_data()
    budget.take(len(content), max(1, len(getattr(value, "_data", content))))
    yield Text("XMP" if kind == "/XML" else f"object {number}", content)
    if kind == "/EmbeddedFile":
        yield Member(f"object {number}", content)


def _strings(value: Any, depth: int = 0) -> Iterator[str]:
    """Every string of one object: document information, outlines, annotations, structure, alternative texts."""
    if depth > 60:
        raise Unopenable("too deep")
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _strings(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, depth + 1)
    elif isinstance(value, bytes):
        yield value.decode("utf-8", "replace")
        if value.startswith((b"\xfe\xff", b"\xff\xfe")):
            yield value.decode("utf-16", "replace")
    elif isinstance(value, str):
        yield str(value)


def _check_map(font: Any) -> None:
    """Raise `Unopenable` for a font whose letters cannot be known, or whose map contradicts the font itself."""
    subtype = font.get("/Subtype")
    if subtype in ("/CIDFontType0", "/CIDFontType2"):
        return
    if "/ToUnicode" not in font:
        if subtype == "/Type0" or (subtype == "/Type3"):
            raise Unopenable("text without a map from glyphs to letters")
        return
    if subtype != "/Type0":
        return
    from fontTools.ttLib import TTFont

    descendant = font["/DescendantFonts"][0].get_object()
    program = descendant.get("/FontDescriptor", {}).get("/FontFile2")
    if program is None:
        return
    mapped = _mapped(font["/ToUnicode"].get_object().get_data())
    with TTFont(io.BytesIO(program.get_object().get_data()), lazy=True) as drawn:
        letters = drawn.getBestCmap() if "cmap" in drawn else None
        if not letters:
            return
        truth: dict[int, set[str]] = {}
        for code, glyph in letters.items():
            truth.setdefault(drawn.getGlyphID(glyph), set()).add(fold(chr(code)))
    lies = sum(said.isalpha() and fold(said) not in truth.get(glyph, {fold(said)}) for glyph, said in mapped.items())
    if lies >= _FEWEST_LIES:
        raise Unopenable("text whose map contradicts its font")


def _mapped(table: bytes) -> dict[int, str]:
    """Glyph to letter, where it is one letter, by a ToUnicode table (Adobe Technical Note 5411)."""
    mapped: dict[int, str] = {}
    for section in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, said in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", section):
            if len(said) == 4:  # a longer one is a ligature
                mapped[int(code, 16)] = chr(int(said, 16))
    for section in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, said in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]{4})>", section):
            for code in range(int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF) + 1):
                mapped[code] = chr(int(said, 16) + code - int(first, 16))
    return mapped


PDF = Opener((".pdf",), _open, (b"%PDF-",))
