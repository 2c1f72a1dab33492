"""Openers: each turns the bytes of one kind of file into the texts in it; what none opens is itself a finding."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from safelight.leakgate.openers.archive import TAR, ZIP
from safelight.leakgate.openers.compressed import BROTLI, GZIP
from safelight.leakgate.openers.font import FONT
from safelight.leakgate.openers.image import AVIF, JPEG, OTHER, PNG, WEBP
from safelight.leakgate.openers.index import INDEX
from safelight.leakgate.openers.json_text import JSON, JSON_LINES
from safelight.leakgate.openers.markup import HTML, XML
from safelight.leakgate.openers.part import Budget, Member, Opener, Text, Unopenable
from safelight.leakgate.openers.pdf import PDF
from safelight.leakgate.openers.text import NAMED, TEXT

OPENERS: dict[str, Opener] = {
    "text": TEXT, "html": HTML, "xml": XML, "json": JSON, "json lines": JSON_LINES, "zip": ZIP, "tar": TAR,
    "gzip": GZIP, "brotli": BROTLI, "png": PNG, "jpeg": JPEG, "webp": WEBP, "avif": AVIF, "other picture": OTHER,
    "pdf": PDF, "font": FONT, "search index": INDEX,
}  # fmt: skip
"""Every opener by its name."""
DEEPEST = 6
"""How many files may stand inside one another."""
_INSIDE = {".tgz": ".tar", ".svgz": ".svg"}
_DATA_URI = re.compile(rb"data:[\w.+/-]*(?:;[\w=.+-]+)*;base64,([A-Za-z0-9+/_\s=%-]{16,})", re.IGNORECASE)


class Opened(NamedTuple):
    """One text of a file: the member that it is in ("" for the file itself), and the text."""

    member: str
    text: Text


def open_bytes(
    data: bytes, name: str, budget: Budget | None = None, depth: int = 0, inside: str = ""
) -> Iterator[Opened | Unopenable]:
    """Every text in `data`, a file called `name`; `inside` is its path within what is being opened.

    What cannot be opened comes as an `Unopenable` among the texts, so that one bad member hides no other. A file whose
    first bytes tell of another kind than its ending is opened as both.
    """
    budget = budget or Budget()
    if depth > DEEPEST:
        yield Unopenable("too deep", inside)
        return
    openers = _openers(data, name)
    if not openers:
        yield Unopenable("unknown type", inside)
        return
    for opener in openers:
        try:
            for part in opener.open(data, budget):
                if isinstance(part, Text):
                    if part.data:
                        yield Opened(inside, part)
                    continue
                member = "/".join(filter(None, (inside, part.name)))
                if part.name:
                    yield Opened(member, Text("member name", part.name.encode("utf-8", "surrogateescape")))
                if part.name.endswith("/"):
                    continue
                # What is packed alone bears the name of its pack without the last ending.
                held = part.name or PurePosixPath(name).stem + _INSIDE.get(PurePosixPath(name).suffix, "")
                if part.name == "trailing bytes":
                    yield from _hidden(part.data, budget, depth, member)
                else:
                    yield from open_bytes(part.data, held, budget, depth + 1, member)
        except Unopenable as refused:
            yield Unopenable(refused.reason, "/".join(filter(None, (inside, refused.member))))
    if b"base64," in data and depth < DEEPEST:
        yield from _data_uris(data, budget, depth, inside)
    if ZIP not in openers and TAR not in openers:
        start = _appended_zip(data)
        if start >= 0:
            yield from open_bytes(data[start:], "appended.zip", budget, depth + 1, f"{inside}/appended.zip".lstrip("/"))


def _appended_zip(data: bytes) -> int:
    """Where an archive begins that ends the file, by its directory, or -1; APPNOTE 4.3.16 tells the directory's size."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    if end < 0:
        return -1
    size, offset = (int.from_bytes(data[end + at : end + at + 4], "little") for at in (12, 16))
    start = end - size - offset
    return start if data.startswith(b"PK\x03\x04", max(start, 0)) else data.find(b"PK\x03\x04")


def _openers(data: bytes, name: str) -> list[Opener]:
    path = PurePosixPath(name)
    ending = path.suffix.lower()
    by_ending = [opener for opener in OPENERS.values() if ending and ending in opener.endings]
    sniffed = _sniffed(data)
    textual = path.name in NAMED or (not ending and not path.name.startswith("."))
    if not by_ending and not sniffed and textual and TEXT in OPENERS.values():
        return [TEXT]
    return [*by_ending, *(one for one in sniffed if one not in by_ending and not _kin(one, by_ending))]


def _sniffed(data: bytes) -> list[Opener]:
    found = [opener for opener in OPENERS.values() if opener.starts and data.startswith(opener.starts)]
    if data[4:8] == b"ftyp" and AVIF in OPENERS.values():
        found.append(AVIF)
    return found


def _kin(opener: Opener, chosen: list[Opener]) -> bool:
    """Whether what the first bytes tell is no contradiction: a page may begin like XML, an index is packed by gzip."""
    return bool(chosen) and (
        (opener in (HTML, XML) and any(one in (HTML, XML, TEXT) for one in chosen))
        or (opener is GZIP and INDEX in chosen)
    )


def _hidden(data: bytes, budget: Budget, depth: int, member: str) -> Iterator[Opened | Unopenable]:
    """Files that stand behind the end of another."""
    for opener in (ZIP, PDF, GZIP, PNG, JPEG):
        if opener in OPENERS.values():
            at = min((found for found in map(data.find, opener.starts) if found >= 0), default=-1)
            if at >= 0:
                yield from open_bytes(data[at:], f"hidden{opener.endings[0]}", budget, depth + 1, member)


def _data_uris(data: bytes, budget: Budget, depth: int, inside: str) -> Iterator[Opened | Unopenable]:
    for found in _DATA_URI.finditer(data):
        run = re.sub(rb"[^A-Za-z0-9+/]", b"", found[1].replace(b"-", b"+").replace(b"_", b"/"))
        try:
            content = base64.b64decode(run[: len(run) - (len(run) % 4 == 1)] + b"=" * (-len(run) % 4))
        except (binascii.Error, ValueError):
            continue
        if _sniffed(content):
            yield from open_bytes(content, "", budget, depth + 1, f"{inside}/data:".lstrip("/"))


__all__ = ["OPENERS", "Budget", "Member", "Opened", "Opener", "Text", "Unopenable", "open_bytes"]
