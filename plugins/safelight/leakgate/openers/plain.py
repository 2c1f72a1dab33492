"""Plain text: UTF-8, or with a byte-order mark UTF-16; anything else is searched byte by byte as well."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from safelight.leakgate.openers.part import Part, Unopenable


def text_of(data: bytes) -> str:
    """The text of a file; raises `Unopenable` when it is in no encoding that a browser would guess."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unopenable("", "not UTF-8") from None


def parts(data: bytes) -> Iterator[Part]:
    """The whole text; for style sheets and scripts, escapes are taken off by the search."""
    yield Part("", "text", text_of(data))
