"""SVG illustrations by an allow-list: shapes, gradients and text alternatives, rewritten from what was understood."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from safelight.errors import ImageRefused

NAMESPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset(
    {
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "defs",
        "linearGradient", "radialGradient", "stop", "clipPath", "use",
    }
)  # fmt: skip
ATTRIBUTES = frozenset(
    {
        "id", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "width", "height", "points",
        "viewBox", "fill", "stroke", "opacity", "transform", "offset", "href", "gradientUnits", "gradientTransform",
        "fill-rule", "clip-rule", "clip-path", "fill-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin",
        "stroke-opacity", "stroke-dasharray", "stop-color", "stop-opacity", "preserveAspectRatio", "role",
    }
)  # fmt: skip
OUTSIDE = re.compile(r"url\s*\(\s*['\"]?(?!#)|javascript:|data:", re.IGNORECASE)


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
    clean = _rewrite(root, name)
    clean.set("xmlns", NAMESPACE.strip("{}"))
    width, height = _size(root, name)
    return tostring(clean), width, height


def _rewrite(element: Element, name: str) -> Element:
    tag = str(element.tag).removeprefix(NAMESPACE)
    if tag not in ELEMENTS:
        shown = tag.rpartition("}")[2]
        raise ImageRefused(f"{name}: holds <{shown}>, which is not allowed: draw with plain shapes")
    clean = Element(tag)
    for key, value in element.attrib.items():
        if key not in ATTRIBUTES or OUTSIDE.search(value) or (key == "href" and not value.startswith("#")):
            shown = key.rpartition("}")[2]
            raise ImageRefused(f"{name}: has the attribute {shown}, or a value of it, that is not allowed: remove it")
        clean.set(key, value)
    if tag in ("title", "desc"):
        clean.text = element.text
    for child in element:
        clean.append(_rewrite(child, name))
    return clean


def _size(root: Element, name: str) -> tuple[int, int]:
    try:
        _, _, width, height = (float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()))
    except ValueError:
        raise ImageRefused(f"{name}: has no viewBox: add one, for instance viewBox='0 0 800 500'") from None
    return round(width), round(height)
