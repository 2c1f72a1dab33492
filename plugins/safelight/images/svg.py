"""SVG illustrations by an allow-list: shapes and gradients, rewritten from what was understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from PIL.ImageColor import colormap

from safelight.errors import ImageRefused

NAMESPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset(
    {
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs",
        "linearGradient", "radialGradient", "stop", "clipPath", "use",
    }
)  # fmt: skip
LEFT_OUT = frozenset({"title", "desc"})
"""What a drawing is called belongs to the page, as its alt text, where it is checked and translated."""
NUMBERS = re.compile(r"[0-9eE+\-.,\s%]*|[0-9.]+(?:px)?")
NUMBER = r"[+-]?+(?:\d++\.?+\d*+|\.\d++)(?:[eE][+-]?+\d++)?+"
PATH = re.compile(rf"(?:\s*+(?:[Zz]|[MmLlHhVvCcSsQqTtAa](?:[\s,]*+{NUMBER})++))*+\s*+")
"""Each letter with its numbers: the letters alone could spell a name. Possessive, so that no input is tried twice."""
TRANSFORM = re.compile(r"(?:\s*(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([0-9eE+\-.,\s]*\)[\s,]*)*")
PAINT = re.compile(
    rf"none|currentColor|transparent|{'|'.join(colormap)}|#[0-9a-fA-F]{{3,8}}|rgba?\([0-9.,%\s]*\)|url\(#[^)\s\"']+\)"
)
"""Colours by the names that CSS gives them, not by any word: that could be a name too."""
CLIP = re.compile(r"none|url\(#[^)\s\"']+\)")
INSIDE = re.compile(r"#[^)\s\"']+")
WORDS = re.compile(
    r"userSpaceOnUse|objectBoundingBox|nonzero|evenodd|butt|round|square|miter|bevel|none|img|presentation"
    r"|x(?:Min|Mid|Max)Y(?:Min|Mid|Max)(?: (?:meet|slice))?"
)
ATTRIBUTES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(
        ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "width", "height", "points", "viewBox",
         "opacity", "offset", "fill-opacity", "stroke-width", "stroke-opacity", "stroke-dasharray", "stop-opacity"),
        NUMBERS,
    ),
    **dict.fromkeys(("fill", "stroke", "stop-color"), PAINT),
    **dict.fromkeys(("transform", "gradientTransform"), TRANSFORM),
    **dict.fromkeys(
        ("gradientUnits", "fill-rule", "clip-rule", "stroke-linecap", "stroke-linejoin", "preserveAspectRatio", "role"), WORDS
    ),
    "d": PATH,
    "clip-path": CLIP,
    "href": INSIDE,
    "id": re.compile(r"[^\s]+"),
}  # fmt: skip
"""Attributes and the whole of what each may hold: numbers, colours and words of the format, so that no text hides in one."""
REFERENCE = re.compile(r"#([^)\s\"']+)")
LARGEST = 100_000
"""Longest side of a drawing, in pixels."""
DEEPEST = 64
"""Levels of elements; drawings have a handful."""


def clean_svg(data: bytes, name: str) -> tuple[bytes, int, int]:
    """The illustration rewritten, with its width and height in pixels.

    Raises `ImageRefused`, naming the first thing that is not on the allow-list: scripts, styles, raster images, text,
    links to outside, editor leftovers, entities.
    """
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise ImageRefused(f"{name}: is not plain SVG: export it as plain SVG without a DTD") from None
    if root.tag != f"{NAMESPACE}svg":
        raise ImageRefused(f"{name}: is not SVG: export it as plain SVG")
    ids = {old: f"s{number}" for number, old in enumerate(dict.fromkeys(e.get("id") for e in root.iter()), 1) if old}
    clean = _rewrite(root, name, ids, 0)
    clean.set("xmlns", NAMESPACE.strip("{}"))
    width, height = _size(root, name)
    return tostring(clean), width, height


def _rewrite(element: Element, name: str, ids: Mapping[str, str], depth: int) -> Element:
    """A new element of what was understood; ids are numbered anew, since people name layers after people."""
    tag = str(element.tag).removeprefix(NAMESPACE)
    if tag not in ELEMENTS:
        shown = _shown(tag)
        raise ImageRefused(
            f"{name}: holds <{shown}>, which is not allowed: draw with plain shapes, export as plain SVG"
        )
    if depth > DEEPEST:
        raise ImageRefused(f"{name}: is nested too deeply: ungroup what is drawn")
    clean = Element(tag)
    for key, value in element.attrib.items():
        if key not in ATTRIBUTES or not ATTRIBUTES[key].fullmatch(value.strip()):
            raise ImageRefused(
                f"{name}: has the attribute {_shown(key)}, or a value of it, that is not allowed: remove it, or export as plain SVG"
            )
        wanted = REFERENCE.search(value) if key not in ("id", "d") and PAINT.fullmatch(value.strip()) is None else None
        wanted = wanted or (REFERENCE.search(value) if "url(" in value else None)
        if key == "id":
            clean.set(key, ids[value])
        elif wanted and wanted[1] not in ids:
            raise ImageRefused(f"{name}: refers to something that it does not hold: export it as plain SVG")
        else:
            clean.set(key, value.strip().replace(wanted[0], f"#{ids[wanted[1]]}") if wanted else value.strip())
    for child in element:
        if str(child.tag).removeprefix(NAMESPACE) not in LEFT_OUT:
            clean.append(_rewrite(child, name, ids, depth + 1))
    return clean


def _shown(name: str) -> str:
    """An element's or attribute's name for a message, if it can be no secret: short and of ASCII letters."""
    plain = name.rpartition("}")[2]
    return plain if re.fullmatch(r"[A-Za-z:-]{1,24}", plain) else "…"


def _size(root: Element, name: str) -> tuple[int, int]:
    try:
        _, _, width, height = (float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()))
    except ValueError:
        raise ImageRefused(f"{name}: has no viewBox: add one, for instance viewBox='0 0 800 500'") from None
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):
        raise ImageRefused(f"{name}: has a viewBox without a usable size: write for instance viewBox='0 0 800 500'")
    return max(1, round(width)), max(1, round(height))
