"""PDFs: only the theme's own files, the same bytes, and every refusal with a message."""

from __future__ import annotations

from pathlib import Path

import pytest
from safelight.errors import WrongUse
from safelight.presskit.pdf import pdf

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def page(body: str) -> str:
    return f'<!doctype html><html lang="en"><head><title>T</title></head><body>{body}</body></html>'


@pytest.fixture
def static(tmp_path: Path) -> Path:
    (tmp_path / "static/img").mkdir(parents=True)
    (tmp_path / "static/img/mark.svg").write_text(SVG, encoding="utf-8")
    (tmp_path / "secret.svg").write_text(SVG, encoding="utf-8")
    return tmp_path / "static"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<img src="https://elsewhere.example/x.png" alt="x">', "a picture from elsewhere"),
        ('<img src="file:///etc/hostname" alt="x">', "a file of the machine"),
        ('<img src="../secret.svg" alt="x">', "a neighbour of the folder"),
        ('<img src="%2e%2e/secret.svg" alt="x">', "the same, encoded"),
        ('<img src="img/missing.svg" alt="x">', "a file that is not there"),
        ('<link rel="stylesheet" href="css/site.css">', "a style sheet"),
        ('<p style="background: url(//elsewhere.example/x.png)">x</p>', "a background"),
        ('<style>@import "https://elsewhere.example/x.css";</style>', "an import"),
        ('<style>@font-face { font-family: x;src: url(https://elsewhere.example/x.woff) } p { font: 9pt x }</style>x',
         "a font"),
        ('<object data="https://elsewhere.example/x.png"></object>', "an object"),
        ('<a href="../stories/index.html">x</a>', "a link that a PDF cannot follow"),
    ],
)  # fmt: skip
def test_a_page_that_names_something_else_is_refused(static: Path, body: str, why: str) -> None:
    with pytest.raises(WrongUse, match="theme/templates/presskit"):
        pdf(page(body), static)


def test_the_themes_pictures_and_whole_addresses_are_fine(static: Path) -> None:
    body = '<img src="img/mark.svg" alt="x"><a href="https://campaign.example/">x</a><a href="#y">y</a><p id="y">z'
    made, _ = pdf(page(body), static)
    assert made.startswith(b"%PDF-")
    assert str(static).encode() not in made


def test_a_page_without_alt_text_says_so(static: Path) -> None:
    with pytest.raises(WrongUse, match="alt"):
        pdf(page('<img src="img/mark.svg">'), static)


def test_the_same_page_gives_the_same_bytes_and_is_kept(static: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first, name = pdf(page("<p>x</p>"), static, cache)
    assert [path.name for path in cache.iterdir()] == [name]
    assert pdf(page("<p>x</p>"), static)[0] == first
    assert pdf(page("<p>x</p>"), static, cache) == (first, name)


def test_another_picture_is_another_pdf(static: Path, tmp_path: Path) -> None:
    _, before = pdf(page('<img src="img/mark.svg" alt="x">'), static, tmp_path / "cache")
    (static / "img/mark.svg").write_text(SVG.replace("9", "8"), encoding="utf-8")
    _, after = pdf(page('<img src="img/mark.svg" alt="x">'), static, tmp_path / "cache")
    assert before != after
