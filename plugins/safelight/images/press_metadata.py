"""What is put back into press pictures: whom to credit, under which terms, and what is shown; nothing else."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

from safelight.images.encode import JPEG

DIGITAL_SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
DRAWN, PHOTOGRAPHED = "digitalCreation", "humanEdits"
"""Of IPTC's digital source types: a drawing, and a photograph that people changed (regions filled, size new)."""
PACKET = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" \
xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" \
xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit={credit} \
xmpRights:Marked="True" xmpRights:WebStatement={licence_url} Iptc4xmpExt:DigitalSourceType={source_type}>\
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>\
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">{usage}</rdf:li></rdf:Alt></xmpRights:UsageTerms>\
<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorURL>{licence_text_url}</plus:LicensorURL></rdf:li>\
</rdf:Seq></plus:Licensor><Iptc4xmpCore:AltTextAccessibility><rdf:Alt>{alts}</rdf:Alt>\
</Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>"""
"""IPTC Photo Metadata Standard 2023.2, the properties that search engines and picture desks read."""


def write_press_jpeg(
    picture_file: Path,
    out: Path,
    *,
    credit: str,
    copyright: str,
    licence_url: str,
    usage: str,
    alt: Mapping[str, str],
    digital_source_type: str = DRAWN,
) -> None:
    """Write a published JPEG to `out` with an XMP packet of credit, rights, terms and alt texts by language."""
    alts = "".join(
        f"<rdf:li xml:lang={quoteattr(lang)}>{escape(text)}</rdf:li>" for lang, text in sorted(alt.items()) if text
    )
    packet = PACKET.format(
        credit=quoteattr(credit),
        licence_url=quoteattr(licence_url),
        source_type=quoteattr(DIGITAL_SOURCE + digital_source_type),
        rights=escape(copyright),
        usage=escape(usage),
        licence_text_url=escape(licence_url),
        alts=alts,
    )
    with Image.open(picture_file) as image:
        pixels = Image.frombytes("RGB", image.size, image.convert("RGB").tobytes())
    buffer = io.BytesIO()
    pixels.save(buffer, "JPEG", xmp=packet.encode(), **{**JPEG, "quality": 90})
    out.write_bytes(buffer.getvalue())
