"""HTML, XML, SVG and feeds: text with and without breaks at tags, attributes, comments, scripts, CDATA, source."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import PreformattedString
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from safelight.leakgate.openers.part import Part, Unopenable
from safelight.leakgate.openers.plain import text_of

TAG = re.compile(r"<[^>]*>")


def xml_parts(data: bytes) -> Iterator[Part]:
    """Every text of an XML file; raises `Unopenable` when it is not well formed, or declares entities."""
    try:
        fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise Unopenable("", "not well-formed XML") from None
    yield from parts(data)


def parts(data: bytes) -> Iterator[Part]:
    """Every text of a marked-up file. The source itself is searched too, so that nothing hides from the parser."""
    source = text_of(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # this parser never fails, which is what is wanted here
        soup = BeautifulSoup(source, "html.parser")
    yield Part("", "source", source)
    yield Part("", "text", soup.get_text(" "))
    yield Part("", "text across tags", TAG.sub("", source))
    for hidden in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        yield Part("", "comment", str(hidden))
    for tag in soup.find_all(["script", "style"]):
        yield Part("", str(tag.name), tag.get_text())
    attributes = [
        f"{key} {' '.join(value) if isinstance(value, list) else value}"
        for tag in soup.find_all(True)
        for key, value in tag.attrs.items()
    ]
    yield Part("", "attribute", "\n".join(attributes))
