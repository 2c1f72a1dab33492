"""How pictures stand on pages: formats, room kept, words beside them; and what a shared link shows of a page."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup, Tag
from PIL import Image
from tiny_site import Site

STORY = "content/stories/a-window/{}.md"


def figure(site: Site, page: str) -> Tag:
    soup = BeautifulSoup((site.output / page).read_text(encoding="utf-8"), "html.parser")
    found = soup.select("figure.picture")
    assert len(found) == 1, page
    return found[0]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_picture_is_offered_in_three_formats_and_keeps_its_room(finished: Site, lang: str) -> None:
    shown = figure(finished, f"{lang}/stories/a-window.html")
    assert [source["type"] for source in shown.select("source")] == ["image/avif", "image/webp"]
    image = shown.select_one("img")
    assert image
    assert image["loading"] == "eager", "the first of its page"
    assert image["alt"]
    width, height = int(str(image["width"])), int(str(image["height"]))
    sources = [*shown.select("source"), image]
    assert len({str(source["sizes"]) for source in sources}) == 1
    for source in sources:
        for part in str(source["srcset"]).split(", "):
            address, _, wide = part.partition(" ")
            with Image.open(finished.output / lang / "stories" / address) as opened:
                assert f"{opened.width}w" == wide
                assert abs(opened.height / opened.width - height / width) < 0.01
    ground = shown.select_one("svg[aria-hidden=true] rect")
    assert ground
    with Image.open(finished.output / lang / "stories" / str(image["src"])) as opened:
        average = opened.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    colour = str(ground["fill"])
    kept = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    assert max(abs(a - b) for a, b in zip(kept, average, strict=True)) < 8  # type: ignore[arg-type] # three channels
    assert not shown.select("[style]"), "the policy of the pages forbids it"


def test_credit_and_licence_stand_under_a_picture(finished: Site) -> None:
    caption = figure(finished, "en/stories/a-window.html").select_one("figcaption")
    assert caption
    said = caption.get_text(" ", strip=True)
    assert "The campaign" in said
    assert "model" not in said
    link = caption.select_one("a[rel~=license]")
    assert link
    assert (link.get_text(), link["href"]) == ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")


def test_a_model_is_named_in_every_language_and_kits_hold_what_newspapers_may_print(built: Site) -> None:
    for lang in ("en", "ru"):
        old, new = "Image-Kind: illustration\nRelease: none-needed", "Image-Kind: model\nRelease: model:m-7"
        built.replace(STORY.format(lang), old, new)
    built.replace(STORY.format("en"), "Image: window.png", "Image: window.png\nLicence: All rights reserved")
    built.replace(STORY.format("ru"), "Image: window.png", "Image: window.png\nSlug: okno")
    done = built.build()
    assert done.status == 0, done.said
    english = figure(built, "en/stories/a-window.html").get_text(" ", strip=True)
    assert "Posed by a model." in english
    assert "all rights reserved" in english
    russian = figure(built, "ru/stories/okno.html").get_text(" ", strip=True)
    assert "Постановочный снимок с моделью." in russian
    assert "CC BY 4.0" in russian
    with ZipFile(built.output / "en/press/kit-en.zip") as kit:
        assert not [name for name in kit.namelist() if name.startswith("images/")], "it is not free for the press"
    with ZipFile(built.output / "ru/press/kit-ru.zip") as kit:
        named = {"images/story-okno.jpg", "stories/okno.txt"}
        assert named <= set(kit.namelist()), "a picture is called as its text is in this language"
        said = kit.read("README.txt").decode()
        assert "Постановочный снимок с моделью." in said
        assert "CC BY 4.0" in said


def test_a_picture_that_says_nothing_has_an_empty_alt(built: Site) -> None:
    built.replace(STORY.format("en"), "Alt: The window that Zalina drew", "Decorative: yes")
    done = built.build()
    assert done.status == 0, done.said
    image = figure(built, "en/stories/a-window.html").select_one("img")
    assert image and image["alt"] == ""


def test_shared_links_and_cards_show_the_mark_and_never_the_page_s_picture(finished: Site) -> None:
    pages = [path for path in finished.tree() if path.endswith(".html") and "404" not in path and "410" not in path]
    seen = 0
    for path in pages:
        soup = BeautifulSoup((finished.output / path).read_text(encoding="utf-8"), "html.parser")
        for image in soup.select('meta[property="og:image"], meta[name="twitter:image"]'):
            assert re.fullmatch(r"https://tiny\.example/theme/[0-9a-f]{12}/img/card\.png", str(image["content"])), path
            assert str(image["content"]).removeprefix("https://tiny.example/") in finished.tree()
            seen += 1
        for image in soup.select(".card img"):
            assert str(image["src"]).endswith("/img/mark.svg"), path
    assert seen == len(pages)
    card = next(data for path, data in finished.tree().items() if path.endswith("/img/card.png"))
    with Image.open(BytesIO(card)) as opened:
        assert opened.size == (1200, 630)
        assert not opened.info
