"""What bad input gets: a status, a message with file and way out, no traceback, and the old output untouched."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from tiny_site import Site

STORY = "content/stories/a-window/en.md"
SECRETS = ("Zalina", "zalina", "Залин", "Magomedova", "Buynaksk", "928 555")


def refuse(site: Site, *says: str, status: int = 1) -> None:
    before = site.tree()
    done = site.build()
    assert done.status == status, done.said
    for words in says:
        assert words in done.said
    assert "Traceback" not in done.said
    assert not [secret for secret in SECRETS if secret in done.said], "a message holds a secret"
    assert site.tree() == before


@pytest.mark.parametrize(
    ("path", "old", "new", "member"),
    [
        ("theme/templates/base.html", "</body>", "<!-- Zalina --></body>", "en/index.html"),
        ("theme/templates/presskit/fact-sheet.html", "</body>", "<p>Zalina</p></body>", "fact-sheet.pdf"),
        ("theme/static/css/site.css", "@layer", "/* Zalina */ @layer", "site.css"),
    ],
)
def test_a_name_planted_past_the_anonymiser_meets_the_gate(
    built: Site, path: str, old: str, new: str, member: str
) -> None:
    built.replace(path, old, new)
    refuse(built, member, "person")


def test_a_name_in_a_table_meets_the_gate(built: Site) -> None:
    built.write("content/data/c.csv", "label_en,label_ru,value\nZalina,дом,1\n")
    built.write(
        "content/data/charts.yaml",
        "charts:\n  - {id: c, title: {en: C, ru: С}, description: {en: c, ru: с}, unit: number, source: s}\n",
    )
    built.write("content/data/sources.yaml", "sources:\n  - {id: s, title: {en: S, ru: С}, year: 2026}\n")
    refuse(built, "data/c.csv", "person")


def test_an_unregistered_name_stops_the_build(built: Site) -> None:
    built.replace(STORY, "You could ring", "Then came Perpetua. You could ring")
    refuse(built, STORY, "Perpetua")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda s: (s.root / "private/people.yaml").unlink(), "people.yaml"),
        (lambda s: s.write("private/people.yaml", ""), "people.yaml"),
        (lambda s: s.write("private/people.yaml", "people: ["), "people.yaml"),
        (lambda s: s.write("private/people.yaml", "people: []"), "people.yaml"),
        (lambda s: s.replace("private/people.yaml", "sex: female", "sexx: female"), "people.yaml:5: sexx"),
    ],
    ids=["missing", "empty", "malformed", "nobody", "unknown-key"],
)
def test_without_a_vault_nothing_is_rendered(built: Site, change: Callable[[Site], object], says: str) -> None:
    change(built)
    refuse(built, says, status=2)


def test_all_mistakes_of_front_matter_at_once(built: Site) -> None:
    built.replace(STORY, "Date: 2026-10-05", "Date: 5 October")
    built.replace(STORY, "Tags:", "Tagz:")
    built.replace("content/pages/home/ru.md", "Title: Главная\n", "")
    built.write("content/pages/home/xx.md", "Title: X\nTranslation: human\n\nx\n")
    built.write("content/pages/other/en.md", "Title: O\nTranslation: human\nSlug: same\n\no\n")
    built.write("content/pages/third/en.md", "Title: T\nTranslation: human\nSlug: same\n\nt\n")
    (built.root / "content/press/opening/ru.md").write_bytes("Title: Двери\n\nтекст\n".encode("cp1251"))
    refuse(
        built,
        f"{STORY}:2: Date",
        f"{STORY}:4: Tagz",
        "did you mean 'Tags'?",
        "content/pages/home/ru.md",
        "content/pages/home/xx.md",
        "content/pages/third/en.md",
        "content/press/opening/ru.md:1",
        "UTF-8",
    )


def picture(kind: str, **save: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "#7a3600").save(out, kind, **save)
    return out.getvalue()


ANIMATED = picture("GIF", save_all=True, append_images=[Image.new("RGB", (64, 48), "#0b5c4a")])
BOMB = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x86\xa0\x00\x01\x86\xa0\x08\x02\x00\x00\x00\xc7\x9c\xb7\x1a"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (picture("JPEG")[:300], "truncated.jpg"),
        (b"not an image at all", "corrupt.png"),
        (BOMB, "bomb.png"),
        (ANIMATED, "animated.gif"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "script.svg"),
    ],
)
def test_an_image_that_cannot_be_made_safe(built: Site, data: bytes, name: str) -> None:
    built.add_image(data, name)
    refuse(built, name)


def test_an_image_that_nobody_looked_at(built: Site) -> None:
    built.add_image(picture("PNG"), "unseen.png", reviewed=False)
    refuse(built, "unseen.png")


def test_a_name_in_an_images_metadata_does_not_survive(built: Site) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Zalina Magomedova"
    built.add_image(picture("JPEG", exif=exif), "camera.jpg")
    assert built.build().status == 0
    assert not [path for path, data in built.tree().items() if b"Zalina" in data]


@pytest.mark.parametrize("module", ["text", "images", "leakgate", "consent"])
@pytest.mark.parametrize("program", ["safelight", "pelican"])
def test_a_room_that_cannot_be_imported(built: Site, module: str, program: str) -> None:
    """A module of the same name that fails stands in for a broken installation."""
    built.write(
        "broken/sitecustomize.py",
        f"import sys\nsys.modules['safelight.{module}'] = None\n",
    )
    before = built.tree()
    command = {
        "safelight": ("safelight.cli", "build"),
        "pelican": ("pelican", "content", "-s", "pelican.conf.py"),
    }[program]
    done = built.run(*command, PYTHONPATH=str(built.root / "broken"))
    assert done.status in (1, 2), done.said
    assert built.tree() == before
    assert "Traceback" not in done.said
    assert "set it up again" in done.said


def test_a_campaign_that_switches_its_plugin_off_publishes_nothing(site: Site) -> None:
    site.run("pelican", "content", "-s", "pelican.conf.py", "-e", "PLUGINS=[]")
    assert not site.output.exists()
    assert not list((site.root / "build").rglob("*.html"))
