"""PDF: text of every page (right-to-left runs in both orders), metadata, XMP, outlines, annotations, attachments."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from safelight.leakgate.openers.part import Part, Unopenable


def parts(data: bytes) -> Iterator[Part]:
    """Every text of a PDF; raises `Unopenable` when it is damaged or encrypted."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Unopenable("", "encrypted")
        found = list(_parts(reader))
    except Unopenable:
        raise
    except Exception:  # noqa: BLE001 (a PDF parser raises anything on hostile bytes; every one means: not searched)
        raise Unopenable("", "damaged") from None
    yield from found


def _parts(reader: PdfReader) -> Iterator[Part]:
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        yield Part("", f"page {number}", text)
        yield Part("", f"page {number}", text[::-1])
        yield Part("", f"page {number}", "".join(text.split("\n")))
    strings: list[str] = []
    for number in range(1, len(reader.xref_objStm) + sum(len(x) for x in reader.xref.values()) + 1):
        strings += _strings(reader.get_object(number))
    yield Part("", "metadata", "\n".join(strings))
    metadata = reader.root_object.get("/Metadata")
    if metadata is not None:
        yield Part("", "XMP", metadata.get_object().get_data().decode("utf-8", "replace"))
    for name, contents in reader.attachments.items():
        yield Part("", "attachment", name)
        for content in contents:
            yield Part("", "attachment", content.decode("utf-8", "replace"))


def _strings(value: object) -> Iterator[str]:
    """Every string of one object: document information, outlines, annotations, structure, alternative texts."""
    if isinstance(value, StreamObject):
        value = DictionaryObject(value)
    if isinstance(value, DictionaryObject):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, ArrayObject):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield str(value)
