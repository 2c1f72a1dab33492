"""Every disguise reads as the name that it hides, and every word is traced back to where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safelight.text.reading import read

ZALINA = {"залина": None, "zalina": None}


@pytest.mark.parametrize(
    ("source", "shown", "why"),
    [
        ("За**лина** пришла", "За**лина", "emphasis inside"),
        ("[Зал](x.md)ина", "Зал](x.md)ина", "a link inside"),
        ("За<!-- -->лина", "За<!-- -->лина", "a comment inside"),
        ("За<b>лина</b>", "За<b>лина", "a tag inside"),
        ("За&#1083;ина", "За&#1083;ина", "a numeric entity"),
        ("За&#1083ина", "За&#1083ина", "an entity without its semicolon, as browsers read it"),
        ("За\u00adлина", "За\u00adлина", "a soft hyphen"),
        ("За\u00ad\nлина", "За\u00ad\nлина", "a soft hyphen at the line's end"),
        ("За\u200bли\u2060на", "За\u200bли\u2060на", "zero width"),
        ("\u202eЗалина\u202c", "Залина", "bidi controls around"),
        ("За\u202eлина", "За\u202eлина", "a bidi control inside"),
        ("Зали\u0301на", "Зали\u0301на", "an accent"),
        ("Зaлинa", "Зaлинa", "Latin letters in a Cyrillic word"),
        ("Ζalina", "Ζalina", "a Greek capital"),
        ("ЗАЛИНА", "ЗАЛИНА", "capitals"),
        ("заЛиНа", "заЛиНа", "mixed case"),
        ("𝐙𝐚𝐥𝐢𝐧𝐚", "𝐙𝐚𝐥𝐢𝐧𝐚", "mathematical letters"),
        ("Ｚａｌｉｎａ", "Ｚａｌｉｎａ", "full width"),
        ("ᴢᴀʟɪɴᴀ", "ᴢᴀʟɪɴᴀ", "small capitals"),
        ("Zal1na", "Zal1na", "a digit for a letter"),
        ("За-лина", "За-лина", "a hyphen"),
        ("За-\nлина", "За-\nлина", "a hyphen at the line's end"),
        ("З а л и н а", "З а л и н а", "letter by letter"),
        ("З.а.л.и.н.а", "З.а.л.и.н.а", "dots"),
        ("За\\лина", "За\\лина", "a backslash"),
        ("За_лина", "За_лина", "an underscore"),
        ("За😀лина", "За😀лина", "a picture"),
        ("ЗалинаМагомедова", "ЗалинаМагомедова", "names run together"),
        ("<i title='Залина'>тут</i>", "Залина", "an attribute"),
        ('[тут](x.md "Залина")', "Залина", "a title"),
        ("![Залина](x.png)", "Залина", "an alternative text"),
        ("https://x.example/%D0%97%D0%B0%D0%BB%D0%B8%D0%BD%D0%B0", None, "an escaped address"),
        ("`Залина`", "Залина", "code"),
        ("текст[^Залина]", "Залина", "a footnote's label"),
        ("[тут][1]\n\n[1]: http://x.example 'Залина'", "Залина", "the title of a definition"),
    ],
)
def test_a_disguised_name_is_read(source: str, shown: str | None, why: str) -> None:
    reading = read(source)
    hits = reading.hits(ZALINA.__contains__)
    assert hits, why
    first, last, _ = hits[0]
    start, end = reading.source_span(reading.starts[first], reading.ends[last - 1])
    assert shown is None or source[start:end] == shown, why


def test_arabic_forms_read_as_one() -> None:
    for source in ("زالِينا", "زالـينا", "ﺯﺍﻟﻴﻨﺎ", "زاليـ\u200dنا"):
        assert read(source).keys == ["زالينا"], source
    assert read("أحمد إحمد آحمد").keys == ["احمد"] * 3
    assert read("٢٠٠٦ ۲۰۰۶ २००६").keys == ["2006"] * 3


@pytest.mark.parametrize(
    ("source", "starts", "why"),
    [
        ("Он пришёл. Она ушла.", [0, 2], "full stops"),
        ("Mr. Hope came", [0], "an abbreviation ends nothing"),
        ("г. Пермь", [0], "nor does a Russian one"),
        ("Он сказал: «Приду»", [0, 2], "a quotation begins"),
        ("Вратари: Уорд", [0], "a colon begins nothing"),
        ("- Один\n- Два", [0, 1], "list items"),
        ("1. Один\n2) Два", [0, 1, 2, 3], "numbered items"),
        ("— Да. — Нет", [0, 1], "a speaker's dash"),
        ("слово - Слово", [0], "a dash inside"),
        ("## Заголовок\n\nТекст", [0, 1], "headings"),
    ],
)
def test_sentence_starts(source: str, starts: list[int], why: str) -> None:
    reading = read(source)
    assert [index for index in range(len(reading.keys)) if reading.sentence_start(index)] == starts, why


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_every_token_comes_from_its_place(source: str) -> None:
    reading = read(source)
    assert len(reading.keys) == len(reading.starts) == len(reading.ends)
    assert len(reading.folded) == len(reading.text)
    for start, end in zip(reading.starts, reading.ends, strict=True):
        begin, finish = reading.source_span(start, end)
        assert 0 <= begin < finish <= len(source)


PIECES = st.sampled_from(
    ["[", "]", "(", ")", "](x)", "<", ">", "<b>", "</b>", "<!--", "-->", "&", "&amp;", "*", "**", "_", "`", "``", "\\",
     "!", "щ", "Ж", " ", "\n", "\n\n", "\u0301", "\u00ad", '"', "'",
     "[a]: b", "http://x", "=", "1", "\r"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_broken_markup_is_read_all_the_same(source: str) -> None:
    reading = read(source)
    letters = sum(letter in "щЖ" for letter in source)
    read_letters = sum(letter in "щж" for key in reading.keys for letter in key)
    hidden = sum(letter in "щЖ" for start, end in reading.comments for letter in source[start:end])
    assert read_letters >= letters - hidden


@pytest.mark.parametrize(
    "piece",
    ["[", "]", "[a](b ", "<", "<a ", '<a "', "<!--", "&", "`", "` ", "*", "* ",
     "и\u0301", "\u0301", "а-", "а ", "а.", "аБ",
     "аa", "&#1047;", "http://", "[^a]", "\\", "\u00ad", "а'", "12345", "1 ", "!["]
)  # fmt: skip
def test_a_hostile_text_ends(piece: str) -> None:
    """Nothing is timed: a step whose cost is squared would keep this test for many minutes."""
    reading = read(piece * 20_000)
    assert reading.hits(frozenset().__contains__) == []
    assert sum(len(one.key) for one in reading.alternates) < 200 * len(reading.source)
