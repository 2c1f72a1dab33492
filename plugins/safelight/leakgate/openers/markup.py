"""HTML, XML, SVG and feeds: the source holds text, attributes, comments, scripts, styles, JSON-LD and CDATA alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.parsers import expat

from safelight.leakgate.openers.part import Budget, Opener, Parts, Text, Unopenable
from safelight.leakgate.openers.text import text_of

_OPEN_TAG = re.compile(rb"<\s*([A-Za-z][\w:-]*)[^<>]*$")
_ATTRIBUTE = re.compile(rb"([\w:-]+)\s*=\s*[\"']?[^\"'<>]*$")


def _open_html(data: bytes, budget: Budget) -> Parts:
    yield Text("source", data)
    text_of(data)


def _open_xml(data: bytes, budget: Budget) -> Parts:
    yield Text("source", data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Text("source", text_of(data))

    def refuse(*_: object) -> None:
        raise Unopenable("XML that declares entities")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise Unopenable("not well-formed XML") from None
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"encoding=" not in data[:200]:
        text_of(data)


def place_in(data: bytes, at: int) -> str:
    """What stands at byte `at` of a marked-up source: text, attribute, comment, script, style or CDATA."""
    before = data[:at]
    if before.rfind(b"<!--") > before.rfind(b"-->"):
        return "comment"
    if before.rfind(b"<![CDATA[") > before.rfind(b"]]>"):
        return "CDATA"
    lower = before.lower()
    for element in (b"script", b"style"):
        if lower.rfind(b"<" + element) > lower.rfind(b"</" + element):
            return element.decode()
    opened = _OPEN_TAG.search(before[-4096:])
    if opened is None:
        return "text"
    attribute = _ATTRIBUTE.search(before[-4096:])
    return f"attribute {attribute[1].decode()}" if attribute else f"tag {opened[1].decode('ascii', 'replace')}"


HTML = Opener((".html", ".htm"), _open_html, (b"<!doctype html", b"<!DOCTYPE html", b"<html"))
XML = Opener(
    (".xml", ".svg", ".rss", ".atom", ".xsl", ".xslt", ".rdf", ".xhtml", ".xmp", ".opf", ".ncx", ".rels", ".gpx", ".kml"),
    _open_xml, (b"<?xml", b"<svg"),
)  # fmt: skip
MARKUP: tuple[Callable[[bytes, Budget], Parts], ...] = (_open_html, _open_xml)
