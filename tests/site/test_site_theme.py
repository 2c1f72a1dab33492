"""The theme's own promises that need no browser: contrast, logical properties, nothing inline or from elsewhere."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

INK = ("ink", "ink-quiet", "lamp", "leave", "help")
GROUNDS = ("ground", "ground-raised")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|float|text-align:\s*(?:left|right))\s*:"
)


def sheet(repository: Path) -> str:
    return (repository / "theme/static/css/site.css").read_text(encoding="utf-8")


def colours(repository: Path, dark: bool) -> dict[str, str]:
    light, _, night = sheet(repository).partition("prefers-color-scheme: dark")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light.partition("@layer reset {")[0]))
    return (
        found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", night.partition("@layer reset {")[0])) if dark else found
    )


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_colour_is_aaa_on_both_grounds(repository: Path, dark: bool) -> None:
    tokens = colours(repository, dark)
    pairs = [*product(INK, GROUNDS), ("on-leave", "leave"), ("on-help", "help"), ("ground", "lamp")]
    weak = {pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 7} == {}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_edges_of_controls_can_be_seen(repository: Path, dark: bool) -> None:
    tokens = colours(repository, dark)
    assert min(contrast(tokens["edge"], tokens[ground]) for ground in GROUNDS) >= 3


def test_the_style_sheet_knows_no_left_and_right(repository: Path) -> None:
    assert PHYSICAL.findall(sheet(repository)) == []
    assert "http" not in sheet(repository).replace('a[href^="http"]', "")


def test_templates_hold_no_inline_style_or_script(repository: Path) -> None:
    for template in (repository / "theme/templates").rglob("*.html"):
        if "presskit" in template.parts:
            continue  # pages for the PDF renderer, never served
        text = template.read_text(encoding="utf-8")
        # A script is the same on every page, so that the policy holds one hash; script files would need `integrity`.
        text = re.sub(r'<script>{% include "partials/\w+\.js" %}</script>', "", text)
        text = text.replace('<script type="application/json" id="search-data">', "")  # data, which no browser runs
        assert not re.search(r"\sstyle=|\son\w+=|<style|<script", text), template


def test_the_theme_names_nothing_from_elsewhere(repository: Path) -> None:
    for template in (repository / "theme/templates").rglob("*"):
        if template.is_file():
            found = set(re.findall(r"https?://[\w./-]+", template.read_text(encoding="utf-8")))
            assert found <= {
                "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml", "http://www.sitemaps.org/schemas/sitemap/0.9",
            }, template  # fmt: skip


def test_no_sign_of_the_theme_points_left_or_right(repository: Path) -> None:
    """Arrows would have to turn round in right-to-left pages; newer and older pages are words, and what is drawn with
    borders takes the logical sides. A telephone, a magnifier, a cross are the same in every direction."""
    arrows = re.compile(r"[←→‹›⇐⇒➔➜►◄▶◀⟵⟶]|&[lr]arr;|[lr]aquo|chevron|\barrow")
    for file in (repository / "theme").rglob("*"):
        if file.suffix in (".html", ".css", ".js", ".txt", ".xml"):
            assert not arrows.search(file.read_text(encoding="utf-8")), file
