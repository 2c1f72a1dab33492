"""Drawings by an allow-list: what hides in an SVG is refused or gone, and what is drawn stays."""

from __future__ import annotations

import re
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.errors import ImageRefused
from safelight.images.svg import ATTRIBUTES, ELEMENTS, clean_svg

OPEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD" '
    'viewBox="0 0 80 50">'
)
CANARY = "Kanarienvogel"
PNG = "data:image/png;base64,iVBORw0KGgo="


def svg(inside: str, head: str = "") -> bytes:
    return f"{head}{OPEN}{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<script>alert(1)</script>", "a script"),
        (f'<script href="https://{CANARY}.example/x.js"/>', "a script from elsewhere"),
        ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>", "HTML inside"),
        (f'<image href="{PNG}" width="9" height="9"/>', "a raster as data"),
        (f'<image xlink:href="{PNG}" width="9" height="9"/>', "the same, the old way"),
        (f'<image href="https://{CANARY}.example/a.png"/>', "a raster from elsewhere"),
        (f'<feImage href="{PNG}"/>', "a raster in a filter"),
        ("<filter id='f'><feTurbulence/></filter>", "a filter"),
        (f'<pattern id="p"><image href="{PNG}"/></pattern>', "a raster in a pattern"),
        (f'<use href="https://{CANARY}.example/a.svg#x"/>', "a drawing from elsewhere"),
        (f'<use href="{PNG}"/>', "data in a use"),
        ('<use href="other.svg#x"/>', "a drawing beside it"),
        ('<use href="#nowhere"/>', "what it does not hold"),
        ('<use xlink:href="#a"/>', "the old way of a reference"),
        (f'<a href="https://{CANARY}.example"><path d="M0 0h9"/></a>', "a link"),
        ("<style>path{fill:url(https://x.example/a)}</style>", "a style sheet"),
        ('<path d="M0 0h9" style="fill:red"/>', "a style"),
        ('<path d="M0 0h9" class="zalina"/>', "a class, which can be a name"),
        ('<path d="M0 0h9" fill="url(https://x.example/a.svg#g)"/>', "a fill from elsewhere"),
        (f'<path d="M0 0h9" fill="url({PNG})"/>', "a fill of data"),
        ('<path d="M0 0h9" fill="url(\'#g\')"/>', "a quoted reference, which is not understood"),
        ('<path d="M0 0h9" fill="expression(alert(1))"/>', "an old browser's script"),
        ('<path d="M0 0h9" clip-path="url(//x.example)"/>', "a clip from elsewhere"),
        ('<path d="M0 0h9" onclick="x()"/>', "an event"),
        ('<g onload="x()"/>', "an event"),
        ('<path d="M0 0h9" ONCLICK="x()"/>', "an event in capitals"),
        ('<path d="M0 0h9"><animate attributeName="d" to="M0 0"/></path>', "an animation"),
        ('<path d="M0 0h9"><set attributeName="href" to="javascript:x()"/></path>', "an animation that sets a link"),
        ("<animateTransform/>", "an animation"),
        ('<path d="M0 0h9"><discard/></path>', "an animation"),
        (f"<text>{CANARY}</text>", "words"),
        (f"<metadata>{CANARY}</metadata>", "metadata"),
        (f'<sodipodi:namedview inkscape:document-units="{CANARY}"/>', "an editor's view"),
        (f'<g inkscape:label="{CANARY}"/>', "an editor's layer"),
        (f'<path d="M0 0h9" sodipodi:absref="/home/{CANARY}/a.png"/>', "a path on the maker's machine"),
        (f'<path d="M0 0h9" data-name="{CANARY}"/>', "data"),
        (f'<path d="M0 0h9" aria-label="{CANARY}"/>', "a label"),
        (f'<path d="{CANARY}"/>', "words in a path"),
        ('<rect width="javascript:x()"/>', "words in a number"),
        ('<g transform="translate(1) url(x)"/>', "words in a transform"),
        ('<iframe src="x"/>', "a page"),
        ('<embed src="x"/>', "a plug-in"),
        ("<switch/>", "what is not drawn alike everywhere"),
        ("<symbol/>", "what is not on the list"),
        ('<x:path xmlns:x="urn:x" d="M0 0h9"/>', "a path of another namespace"),
        ('<x:rect xmlns:x="http://www.w3.org/1999/xhtml"/>', "HTML's"),
        ('<path d="M0 0h9" fill="zalina"/>', "a name for a colour"),
        ('<stop stop-color="magomedova"/>', "the same in a gradient"),
        ('<path d="M0 0 mascha"/>', "a name of a path's letters"),
        ('<path d="M0 0 h"/>', "a letter without its number"),
        ("<g>" * 70 + "</g>" * 70, "nested without end"),
    ],
)
def test_what_is_refused(inside: str, why: str) -> None:
    with pytest.raises(ImageRefused) as refused:
        clean_svg(svg(inside), "a.svg")
    assert str(refused.value).startswith("a.svg: ") and str(refused.value).count(": ") >= 2, "no way out is told"
    assert CANARY not in str(refused.value), "a message quotes the file"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (svg("", f'<!DOCTYPE svg [<!ENTITY a "{CANARY}">]>'), "an entity"),
        (
            svg("", '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x.example/svg11.dtd">'),
            "a DTD from elsewhere",
        ),
        (
            svg(
                "",
                '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>',
            ),
            "a bomb of entities",
        ),
        (svg("", '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "a file of this machine"),
        (b"", "nothing"),
        (b"<html/>", "HTML"),
        (b'<svg viewBox="0 0 8 5"/>', "no namespace"),
        (svg("<path"), "broken"),
        (OPEN.encode() + b"<!--", "cut off"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "no size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 5"/>', "no width"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 5"/>', "bomb-sized"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 5"/>', "not a number"),
        (b"\x1f\x8b\x08\x00", "packed (svgz)"),
        (b"\x89PNG\r\n\x1a\n", "a picture under a drawing's name"),
        (svg("").decode().encode("utf-16"), "fine in UTF-16, or refused"),
    ],
)
def test_what_is_no_plain_svg(data: bytes, why: str) -> None:
    try:
        clean, _, _ = clean_svg(data, "a.svg")
    except ImageRefused as refused:
        assert str(refused).count(": ") >= 2
    else:
        assert "fine" in why
        assert clean.startswith(b"<svg")


def test_a_drawing_stays_and_everything_beside_it_goes() -> None:
    drawing = svg(
        f"<title>{CANARY}</title><desc>{CANARY}</desc><!-- {CANARY} --><?{CANARY} x?>"
        f'<defs><linearGradient id="{CANARY}"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        f'<g id="layer-{CANARY}"><title>{CANARY}</title>{CANARY}<path d="M0 0h80v50z" fill="url(#{CANARY})"/>{CANARY}</g>'
        f'<use href="#layer-{CANARY}" transform="translate(2 3)"/>',
        f'<?xml version="1.0" encoding="UTF-8"?><!-- made by {CANARY} -->',
    )
    clean, width, height = clean_svg(drawing, "a.svg")
    assert CANARY.encode() not in clean
    assert (width, height) == (80, 50)
    root = fromstring(clean)
    path = root.find(".//{http://www.w3.org/2000/svg}path")
    gradient = root.find(".//{http://www.w3.org/2000/svg}linearGradient")
    use = root.find("{http://www.w3.org/2000/svg}use")
    group = root.find("{http://www.w3.org/2000/svg}g")
    assert path is not None and gradient is not None and use is not None and group is not None
    assert path.get("d") == "M0 0h80v50z"
    assert path.get("fill") == f"url(#{gradient.get('id')})", "references lead where they led"
    assert use.get("href") == f"#{group.get('id')}"
    assert not (group.text or "").strip() and not (path.tail or "").strip(), "words between shapes are gone"
    assert clean_svg(clean, "a.svg")[0] == clean, "what was cleaned is clean"


TEXTS = st.text(alphabet=st.sampled_from("abcxyz<>&\"'#():/;,. 0-9\n\x01é"), max_size=40)


@given(tag=st.sampled_from(sorted(ELEMENTS)), key=st.sampled_from(sorted(ATTRIBUTES)), value=TEXTS)
def test_no_word_passes_in_any_attribute(tag: str, key: str, value: str) -> None:
    """Whatever stands in an attribute, what comes out is numbers, colours and the format's own words."""
    escaped = value.translate({ord(c): f"&#{ord(c)};" for c in "<>&\"'\n"})
    try:
        clean, _, _ = clean_svg(svg(f'<{tag} {key}="{escaped}"/>' if tag != "svg" else ""), "a.svg")
    except ImageRefused:
        return
    said = clean.decode()
    assert not re.search(r"https?:(?!//www\.w3\.org/2000/svg)|javascript|data:|<!|\bon\w+=", said)
