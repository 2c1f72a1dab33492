"""Text: plain, Markdown, CSV, style sheets, scripts; the decoders of the search take their escapes off."""

from __future__ import annotations

import codecs
import re

from safelight.leakgate.openers.part import Budget, Opener, Parts, Text, Unopenable

_FOLD = re.compile(rb"\r?\n[ \t]")
_MAIL = re.compile(rb"[A-Za-z-]+: ")
"""Calendars, address cards and mail cut long lines anywhere and go on behind a blank: RFC 5545, 3.1; RFC 6350, 3.2."""
NAMED = ("_headers", "_redirects", ".htaccess", ".nojekyll", "CNAME", "SHA256SUMS", "LICENSE", "README", "COPYING")
"""Files without an ending that are text."""


def text_of(data: bytes) -> bytes:
    """The text of a file in UTF-8; raises `Unopenable` when it is in no encoding that a browser would guess."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16").encode()
        except UnicodeError:
            raise Unopenable("not UTF-8") from None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise Unopenable("not UTF-8") from None
    return data.removeprefix(codecs.BOM_UTF8)


def _open(data: bytes, budget: Budget) -> Parts:
    yield Text("text", data)
    text = text_of(data)
    unfolded = _FOLD.sub(b"", text)
    if unfolded != text and (b"BEGIN:V" in text[:64] or _MAIL.match(text)):
        yield Text("text", unfolded)
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        yield Text("text", text)


TEXT = Opener(
    (".txt", ".md", ".csv", ".tsv", ".css", ".js", ".mjs", ".vtt", ".srt", ".vcf", ".ics", ".yaml", ".yml", ".toml",
     ".asc", ".pem", ".eml", ".tex", ".rst", ".log", ".conf", ".po", ".pot"), _open,
)  # fmt: skip
