"""Text: plain, Markdown, CSV, style sheets, scripts; the decoders of the search take their escapes off."""

from __future__ import annotations

import codecs

from safelight.leakgate.openers.part import Budget, Opener, Parts, Text, Unopenable

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
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        yield Text("text", text)


TEXT = Opener(
    (".txt", ".md", ".csv", ".tsv", ".css", ".js", ".mjs", ".vtt", ".srt", ".vcf", ".ics", ".yaml", ".yml", ".toml",
     ".asc", ".pem", ".eml", ".tex", ".rst", ".log", ".conf", ".po", ".pot"), _open,
)  # fmt: skip
