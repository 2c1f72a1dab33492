"""PO files for translators: a round trip changes nothing, and what would change the source or its frame is refused."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.errors import ContentFindings, WrongUse
from safelight.languages.blocks import with_blocks
from safelight.languages.po import Returned, export_po, import_po, read_po, source_path, units
from safelight.languages.staleness import stamp
from safelight.model.content import Document, DocumentType, Field
from safelight.model.data import Wording

ENGLISH = "# Ask\n\nAsk *first*: [how]({filename}/pages/help/en.md) or [there](https://x.example/a).\n\n- one\n- two\n"
KYRGYZ = "# Сура\n\nАдегенде *сура*: [кантип]({filename}/pages/help/ky.md) же [ошол жакта](https://x.example/a)."
KYRGYZ += "\n\n- бир\n- эки\n"


def document(lang: str, body: str, **fields: str) -> Document:
    header = {"Title": "T", **{key.replace("_", "-"): text for key, text in fields.items()}}
    return Document(
        DocumentType.GUIDE, "ask", lang, PurePosixPath(f"content/guides/ask/{lang}.md"),
        {key: Field(text, number) for number, (key, text) in enumerate(header.items(), 1)}, body, len(header) + 2,
    )  # fmt: skip


SOURCE = document("en", ENGLISH, Summary="In short", Translation="human")
TRANSLATION = document(
    "ky", KYRGYZ, Title="Т", Summary="Кыскача", Translation="human", Source_Hash=str(stamp(SOURCE))
)  # fmt: skip


def through_a_file(text: str) -> polib.POFile:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "x.po"
        file.write_text(text, encoding="utf-8", newline="")
        return read_po(file, "x.po")


def returned(text: str, source: Document = SOURCE, translation: Document | None = TRANSLATION) -> Returned:
    return import_po(through_a_file(text), "x.po", source, translation)


def exported(source: Document = SOURCE, translation: Document | None = TRANSLATION) -> str:
    return export_po(source, "ky", translation, {}, ())


def test_a_round_trip_changes_nothing() -> None:
    back = returned(exported())
    assert back.body == KYRGYZ
    assert back.fields == {"Title": "Т", "Summary": "Кыскача"}
    assert back.stamp == stamp(SOURCE)


LINES = st.sampled_from(
    [
     "", "# A head", "A line", "  goes on", "- item", "2. item", "> said", "| a | b |", "|---|---|", "```", "***",
     "{: .x}", 'say "no"', "back\\slash", "a\u2028b\x0bc", "#. not a comment", "msgid \"x\"", "\tTab",
     "100 %", "%(num)d", "[l]({filename}/pages/a/en.md)", "<https://x.example>"]
)  # fmt: skip
STRUCTURE = "would change the structure"
WORDS = st.text(alphabet='абвҢүө"\\%(', min_size=1)


@given(st.lists(LINES).map("\n".join))
def test_a_round_trip_of_any_markdown_changes_nothing(markdown: str) -> None:
    source = document("en", markdown)
    own = replace(document("ky", markdown.replace("/en.md", "/ky.md"), Source_Hash=str(stamp(source))), lang="ky")
    assert returned(exported(source, own), source, own).body == own.body


@given(st.lists(LINES.filter(lambda line: "<" not in line and "](" not in line)).map("\n".join), WORDS)
def test_new_words_take_the_place_of_old_ones(markdown: str, word: str) -> None:
    """Each block becomes another text; the frame is that of the source."""
    source = document("en", markdown)
    file = through_a_file(exported(source, None))
    for entry in file:
        entry.msgstr = f"|{word}" if entry.msgid.lstrip().startswith("|") else f"я{word}"
    texts = [entry.msgstr for entry in file if entry.msgctxt.startswith("block")]
    assert import_po(file, "x.po", source, None).body == with_blocks(markdown, texts)


def test_links_lead_into_the_translations_language() -> None:
    text = exported().replace("/pages/help/ky.md", "/pages/help/en.md")
    assert "({filename}/pages/help/ky.md)" in returned(text).body


def test_what_has_changed_comes_along_as_fuzzy() -> None:
    file = through_a_file(exported(replace(SOURCE, body=ENGLISH.replace("two", "2"))))
    assert [entry.msgctxt for entry in file if "fuzzy" in entry.flags] == ["block 4"]
    assert file.find("block 4", by="msgctxt").msgstr == "эки"


def test_a_translator_is_told_names_and_words() -> None:
    text = export_po(SOURCE, "ky", None, {"Denys": "Денис"}, (Wording("мигрант", "адам", "why"),))
    assert "#   Denys: Денис\n" in text and "#   мигрант: адам\n" in text


@pytest.mark.parametrize(
    ("change", "problem", "line_says", "why"),
    [
        (lambda t: t.replace('msgid "one"', 'msgid "won"'),
         "has an edited msgid", 'msgid "won"', "the source was edited"),
        (lambda t: t.replace('msgstr "эки"', 'msgstr ""'), "is not translated", 'msgid "two"', "nothing there"),
        (lambda t: t.replace('msgctxt "block 3"', '#, fuzzy\nmsgctxt "block 3"'),
         "is fuzzy", 'msgid "one"', "not checked"),
        (lambda t: t.replace('msgstr "бир"', 'msgstr "бир\\n\\nэки"'), STRUCTURE, 'msgid "one"', "a paragraph"),
        (lambda t: t.replace('msgstr "бир"', 'msgstr "# бир"'), STRUCTURE, 'msgid "one"', "a heading"),
        (lambda t: t.replace('msgstr "Адегенде', 'msgstr "```\\nАдегенде'), STRUCTURE, 'msgid "Ask *', "a fence"),
        (lambda t: t.replace('msgstr "Т"', 'msgstr "Т\\nPerson: p-1"'),
         "has a line break", 'msgid "T"', "a header line"),
        (lambda t: t.replace('же [ошол жакта](https://x.example/a)', 'же'),
         "has other links", "msgid \"Ask *first*", "a link is gone"),
        (lambda t: t.replace("ошол жакта](https://x", "ошол жакта](https://y"),
         "has other links", "msgid \"Ask *first*", "another address"),
        (lambda t: t.replace('msgctxt "block 4"', 'msgctxt "block 9"'),
         "is no part", 'msgid "two"', "an entry of nothing"),
    ],
)  # fmt: skip
def test_a_mistake_is_a_finding_at_its_line(
    change: Callable[[str], str], problem: str, line_says: str, why: str
) -> None:
    text = change(exported())
    assert text != exported()
    with pytest.raises(ContentFindings) as caught:
        returned(text)
    found = next(one for one in caught.value.findings if problem in one.problem)
    assert found.path == "x.po", why
    lines = text.splitlines()
    entry = next(number for number, line in enumerate(lines, 1) if line.startswith(line_says))
    assert 0 <= entry - found.line <= 3, why


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.replace("эки".encode(), "эки".encode("cp1251")), r"x\.po:\d+: is not UTF-8"),
        (lambda data: data.replace(b'msgid "one"', b"msgid one"), r"x\.po:\d+: is not a line of a PO file"),
    ],
)
def test_a_broken_file_is_told_its_line(tmp_path: Path, change: Callable[[bytes], bytes], said: str) -> None:
    file = tmp_path / "x.po"
    file.write_bytes(change(exported().encode()))
    with pytest.raises(WrongUse, match=said):
        read_po(file, "x.po")


def test_a_file_from_elsewhere_is_refused() -> None:
    with pytest.raises(WrongUse, match="X-Safelight-Source"):
        source_path(through_a_file('msgid ""\nmsgstr "Language: ky\\n"\n\nmsgid "a"\nmsgstr "b"\n'), "x.po")


def test_a_source_that_gained_a_part_needs_another_export() -> None:
    with pytest.raises(ContentFindings, match="export it again"):
        returned(exported(), replace(SOURCE, body=ENGLISH + "- three\n"))


def test_a_source_that_changed_meanwhile_takes_the_old_stamp() -> None:
    """The translation comes in, and is known to be out of date."""
    back = returned(exported(), replace(SOURCE, body=ENGLISH.replace("two", "2")))
    assert back.body == KYRGYZ and back.stamp == stamp(SOURCE)


def test_units_say_where_they_stand() -> None:
    lines = "Title: T\nSummary: In short\nTranslation: human\n\n" + ENGLISH
    for unit in units(SOURCE):
        assert unit.text in lines.splitlines()[unit.line - 1]
