"""A kit as a journalist reads it: labels and notes beside every story, the campaign's address, checksums that hold."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.presskit import Kit, KitInput, KitText, build_kit, forget_others
from safelight.source.data import read_data


def text(name: str, **extra: object) -> KitText:
    return KitText(
        id=name, title="A title", summary="In short.", body_text="The text.", date=date(2026, 10, 5),
        contact="Press desk", translation="human", **extra,
    )  # type: ignore[arg-type] # the fields that a test sets  # fmt: skip


def kit(repository: Path, out: Path, lang: str = "en", *stories: KitText) -> tuple[Kit, zipfile.ZipFile]:
    campaign = Campaign(
        root=repository, name={"en": "Way", "ru": "Путь"}, site_url="https://campaign.example",
        languages=("en", "ru"), publisher="The campaign", contact_email="press@campaign.example",
    )  # fmt: skip
    data, _ = read_data(repository / "content", ("en", "ru"))
    given = KitInput(lang, campaign, data, (text("opening"),), (), stories, "Please keep the notes.")
    made = build_kit(given, repository / "theme", repository / "translations", out, out / "cache")
    return made, zipfile.ZipFile(made.file)


def test_a_composite_keeps_its_label_and_notes(repository: Path, tmp_path: Path) -> None:
    story = text("a", kind="composite", invented=True, content_notes=("captivity", "self-harm"))
    for lang, says in (
        ("en", ("Composite: drawn from several accounts", "Mentions: captivity and self-harm")),
        ("ru", ("Собирательная история", "Упоминаются: лишение свободы и самоповреждение")),
    ):
        _, packed = kit(repository, tmp_path, lang, story)
        read = packed.read("stories/a.txt").decode()
        assert all(words in read for words in says)
        assert read.index(says[1]) < read.index("The text."), "what must be known stands before the text"


def test_a_machine_translation_says_so(repository: Path, tmp_path: Path) -> None:
    _, packed = kit(repository, tmp_path, "ru", text("a").__class__(**{**vars(text("a")), "translation": "machine"}))
    assert "Перевод машинный" in packed.read("stories/a.txt").decode()


def test_what_may_not_be_printed_is_in_no_pdf_and_says_so(repository: Path, tmp_path: Path) -> None:
    """The project's fact sheet holds no story; a campaign's own may, and then only those that may be printed."""
    shutil.copytree(repository / "theme", tmp_path / "theme")
    sheet = tmp_path / "theme/templates/presskit/fact-sheet.html"
    text_of = sheet.read_text().replace(
        "<footer>", "{% for one in stories %}<p>{{ one.title }}</p>{% endfor %}<footer>"
    )
    sheet.write_text(text_of)
    campaign = Campaign(root=repository, name={"en": "Way"}, site_url="https://campaign.example")
    data, _ = read_data(repository / "content", ("en",))
    both = (replace(text("a"), title="Paperbound"), replace(text("b"), title="Screenbound", printable=False))
    given = KitInput("en", campaign, data, (), (), both, "")
    made = build_kit(given, tmp_path / "theme", repository / "translations", tmp_path / "out")
    packed = zipfile.ZipFile(made.file)
    pages = "".join(page.extract_text() for page in PdfReader(BytesIO(packed.read("fact-sheet.pdf"))).pages)
    assert "Paperbound" in pages and "Screenbound" not in pages
    assert "Not for print" in packed.read("stories/b.txt").decode()
    assert "Not for print" not in packed.read("stories/a.txt").decode()


def test_every_member_is_plain_and_counted(repository: Path, tmp_path: Path) -> None:
    made, packed = kit(repository, tmp_path, "en", text("a"))
    names = set(packed.namelist())
    texts = {"README.txt", "SHA256SUMS", "fact-sheet.pdf", "fact-sheet.txt", "figures.csv", "glossary.txt"}
    assert texts | {"logo.svg"} <= names
    for line in packed.read("SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256(packed.read(name)).hexdigest() == digest
    assert dict(made.members) == {info.filename: info.file_size for info in packed.infolist()}
    for name in names:
        if name.endswith(".txt"):
            read = packed.read(name).decode()
            assert not {"&#", "&amp;", "<p", "{{"} & {part for part in ("&#", "&amp;", "<p", "{{") if part in read}, (
                name
            )
    assert "press@campaign.example" in packed.read("README.txt").decode()


def test_a_fact_sheet_says_its_language_and_where_its_parts_begin(repository: Path, tmp_path: Path) -> None:
    _, packed = kit(repository, tmp_path, "ru")
    sheet = PdfReader(BytesIO(packed.read("fact-sheet.pdf")))
    name, parts = sheet.outline
    assert (sheet.trailer["/Root"]["/Lang"], name.title) == ("ru", "Путь")
    assert [part.title for part in parts] == ["Мир в цифрах", "Право в цифрах", "Проект в цифрах"]


def test_a_figure_keeps_its_decimals_in_the_table(repository: Path, tmp_path: Path) -> None:
    _, packed = kit(repository, tmp_path)
    table = packed.read("figures.csv").decode("utf-8-sig")
    assert "4444444" in table and "e+06" not in table


def test_a_broken_template_is_named(repository: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(repository / "theme", tmp_path / "theme")
    (tmp_path / "theme/templates/presskit/README.txt").write_text("{{ nothing }}", encoding="utf-8")
    campaign = Campaign(root=tmp_path, name={"en": "Way"}, site_url="https://campaign.example")
    data, _ = read_data(repository / "content", ("en",))
    with pytest.raises(WrongUse, match=r"theme/templates/presskit/README\.txt"):
        build_kit(KitInput("en", campaign, data, (), (), (), ""), tmp_path / "theme", tmp_path, tmp_path / "out")


def test_what_no_kit_used_is_forgotten(repository: Path, tmp_path: Path) -> None:
    made, _ = kit(repository, tmp_path)
    (tmp_path / "cache/withdrawn.pdf").write_bytes(b"old")
    forget_others(tmp_path / "cache", (made,))
    assert [path.name for path in (tmp_path / "cache").iterdir()] == list(made.cached)
