"""Openers: each turns the bytes of one kind of file into the texts in it; what none opens is itself a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from safelight.leakgate.openers import archive, compressed, image, json_text, markup, pdf, plain
from safelight.leakgate.openers.part import Part, Unopenable

Opener = Callable[[bytes], Iterator[Part]]

OPENERS: dict[str, Opener] = {
    **dict.fromkeys((".html", ".htm"), markup.parts),
    **dict.fromkeys((".xml", ".svg", ".atom", ".rss", ".xhtml"), markup.xml_parts),
    **dict.fromkeys((".css", ".js", ".mjs", ".txt", ".md", ".csv", ".po", ".pot", ".map", ".yaml"), plain.parts),
    **dict.fromkeys((".json", ".webmanifest"), json_text.parts),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".ico", ".tif", ".tiff"), image.parts),
    ".pdf": pdf.parts,
}
"""By ending; archives and compressed files, which hold other files, are opened below."""
NAMED = frozenset({"SHA256SUMS", "_headers", ".htaccess", "CNAME", "LICENSE", "README"})
"""Text files without an ending."""
DEEPEST = 4
"""How many archives may stand inside one another."""
LARGEST = 256_000_000
"""Most bytes that are unpacked from one file; more is a bomb."""


def open_bytes(data: bytes, name: str, depth: int = 0, inside: str = "") -> Iterator[Part]:
    """Every text in `data`, a file called `name`; `inside` is its path within what is being opened.

    Raises `Unopenable` for a kind that no opener knows, damaged files, and archives too deep or too large.
    """
    if depth > DEEPEST:
        raise Unopenable(inside, "too deep")
    ending = PurePosixPath(name).suffix.lower()
    try:
        if ending == ".zip":
            for held in archive.members(data, LARGEST):
                member = f"{inside}/{held.name}" if inside else held.name
                yield Part(member, "member name", held.name)
                yield Part(member, "member comment", held.comment)
                if not held.name.endswith("/"):
                    yield from open_bytes(held.data, held.name, depth + 1, member)
        elif ending in (".gz", ".br"):
            unpacked = compressed.unpack(data, ending, LARGEST)
            yield from open_bytes(unpacked, name.removesuffix(ending), depth + 1, inside or name.rpartition("/")[2])
        elif ending in OPENERS or PurePosixPath(name).name in NAMED:
            for part in OPENERS.get(ending, plain.parts)(data):
                yield Part(inside, part.where, part.text)
        else:
            raise Unopenable(inside, "unknown type")
    except Unopenable as unopened:
        raise Unopenable(unopened.member or inside, unopened.reason) from None


__all__ = ["LARGEST", "OPENERS", "compressed", "open_bytes"]
