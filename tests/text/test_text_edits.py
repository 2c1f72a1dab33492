"""Whatever stands around or inside a registered name: it is gone, and the Markdown around it is whole."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown
from safelight.model.redaction import Redaction
from safelight.model.vault import Decision, Person, PersonName, Place, Vault
from safelight.text import compile_registry, redact
from safelight.text.reading import read

VAULT = Vault(
    people=(
        Person(
            id="p-1",
            sex="female",
            names=(PersonName("ru", "Залина", family="Магомедова"), PersonName("en", "Zalina", family="Magomedova")),
            pseudonym={"en": "Anna", "ru": "Анна"},
        ),
    ),
    places=(Place("pl-1", ("Буйнакск", "Buynaksk"), {"en": 'a "small" town', "ru": "город"}),),
)
REGISTRY = compile_registry(VAULT, ("en", "ru"))


def safe(text: str, lang: str = "en") -> str:
    return redact(text, lang, REGISTRY).text


@pytest.mark.parametrize(
    ("raw", "expected", "why"),
    [
        ("**Zalina** left.", "**Anna** left.", "emphasis around"),
        ("Za**lina** left.", "Anna left.", "emphasis that only takes the name apart"),
        ("**so Za**lina left.", "**so Anna** left.", "emphasis that ends inside"),
        ("Za**lina and he** left.", "**Anna and he** left.", "emphasis that begins inside"),
        ("<b>Za</b>lina left.", "Anna left.", "a tag"),
        ("<b>so Za</b>lina left.", "<b>so Anna</b> left.", "a tag that ends inside"),
        ("[Za](x.md)lina left.", "[Anna](x.md) left.", "a link that ends inside"),
        ("Za[lina](x.md) left.", "[Anna](x.md) left.", "a link that begins inside"),
        ('[Za](x.md "of Zalina")lina left.', '[Anna](x.md "of Anna") left.', "a title inside a mark that moves"),
        ("![Zalina](x.png)", "![Anna](x.png)", "an image's text"),
        ("`Zalina` left.", "`Anna` left.", "code"),
        ("She<!-- Zalina --> left.", "She left.", "a comment goes"),
        ("Za<!-- -->lina left.", "Anna left.", "a comment inside a name"),
        ("[her](https://x.example/zalina) page", "her page", "an address that names takes the link with it"),
        ("![her](https://x.example/zalina.png)", "her", "so does an image's"),
        ('<a href="https://x.example/zalina">her</a> page', "<a>her</a> page", "an attribute that names goes"),
        ('<img alt="Zalina" src="x.png">', '<img alt="Anna" src="x.png">', "an attribute that is read aloud"),
        ('<img alt="Buynaksk" src="x.png">', '<img alt="A &quot;small&quot; town" src="x.png">', "quotes in it"),
        ('[x](y.md "Buynaksk")', '[x](y.md "A &quot;small&quot; town")', "quotes in a title"),
        ("[x][1]\n\n[1]: https://x.example/zalina\n", "[x][1]\n\n[1]: #\n", "the address of a definition"),
        ("[Zalina][1]\n\n[1]: y.md 'Zalina'\n", "[Anna][1]\n\n[1]: y.md 'Anna'\n", "the title of a definition"),
        ("He saw Zalina[^1].\n\n[^1]: Zalina.\n", "He saw Anna[^1].\n\n[^1]: Anna.\n", "footnotes"),
        ("&#90;alina left.", "Anna left.", "an entity"),
        ("- Zalina\n- he\n", "- Anna\n- he\n", "a list"),
        ("| Zalina | he |\n|---|---|\n", "| Anna | he |\n|---|---|\n", "a table"),
    ],
)
def test_markdown_stays_whole(raw: str, expected: str, why: str) -> None:
    assert safe(raw) == expected, why


def test_a_link_to_a_file_that_names_is_a_question() -> None:
    result = redact("See [her]({filename}/stories/zalina/en.md).", "en", REGISTRY)
    assert "zalina" not in result.text
    assert any("rename" in question.suggestion for question in result.unresolved)


INSIDE = st.sampled_from(
    ["", "\u00ad", "\u200b", "\u2060", "\u200d", "\ufeff", "\u202e", "\u0301", "\u0336", "**", "*", "__", "~~", "<b></b>",
     "<!-- x -->", "<i>", "</i>", "\\", "`", "&#8203;", "&shy;", "-", "\u2010", "](x)", "\u00b7", "\ue000", "\x00"]
)  # fmt: skip
AROUND = st.sampled_from(
    ["", " ", "**", "[", "](x) ", "<b>", "</b>", "«", "»", "(", ")", "\n", "> ", "- ", "`", "_", "&nbsp;"]
)
SHAPE = st.sampled_from([str, str.upper, str.lower, str.swapcase])
SCRIPT = st.sampled_from(
    [{}, {"а": "a"}, {"а": "α"}, {"З": "З"}, {"л": "л\u0301"}, {"и": "и\u200b"}, {"Залина": "Zalina"}]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(INSIDE, min_size=6, max_size=6), AROUND, AROUND, SHAPE, SCRIPT)
def test_nothing_saves_a_name(
    inside: list[str], before: str, after: str, shape: type[str], script: dict[str, str]
) -> None:
    name = "Залина"
    for letters, others in script.items():
        name = name.replace(letters, others)
    name = shape(name)
    hidden = "".join(letter + mark for letter, mark in zip(name, [*inside, *[""] * len(name)], strict=False))
    result = redact(f"Там {before}{hidden}{after} и тут.", "ru", REGISTRY)
    asked = {question.text for question in result.unresolved}
    left = read(result.text).hits({"залина", "zalina"}.__contains__)
    assert not left or asked, (hidden, result.text)


@settings(deadline=None)
@given(st.lists(INSIDE, min_size=6, max_size=6), AROUND, AROUND)
def test_twice_changes_nothing(inside: list[str], before: str, after: str) -> None:
    hidden = "".join(letter + mark for letter, mark in zip("Залина", inside, strict=True))
    once = safe(f"Там {before}{hidden}{after} и <!-- нет --> тут: Магомедова, +7 928 555 01 17.", "ru")
    assert safe(once, "ru") == once


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["**", "*", "Zalina", "Za", "lina", " and ", "<b>", "</b>", "[", "](x.md)"]), max_size=12)
)
def test_tags_stay_balanced(pieces: list[str]) -> None:
    raw = "".join(pieces)
    before, after = (
        (len(re.findall("<b>", markdown(text))), len(re.findall("</b>", markdown(text)))) for text in (raw, safe(raw))
    )
    if before[0] == before[1]:
        assert after[0] == after[1], safe(raw)


@pytest.mark.parametrize("decisions", [50_000])
def test_many_decisions_are_looked_up(decisions: int) -> None:
    vault = Vault(
        people=VAULT.people,
        decisions=tuple(
            Decision(f"Word{n}", "en", "public-word", "site", "mk", date(2026, 11, 2)) for n in range(decisions)
        ),
    )
    registry = compile_registry(vault, ("en",))
    assert redact("They told Word49999 of it.", "en", registry).unresolved == ()


@pytest.mark.parametrize(
    ("rows", "asked", "text"),
    [
        ([("Okonkwo", "public-word", "site", "", 1)], 0, "They told Okonkwo."),
        ([("Okonkwo", "public-word", "story:b", "", 1)], 1, "They told Okonkwo."),
        ([("Okonkwo", "public-word", "story:a", "", 1)], 0, "They told Okonkwo."),
        ([("Okonkwo", "place", "site", "a friend", 1)], 0, "They told a friend."),
        ([("Okonkwo", "remove", "site", "", 1)], 0, "They told [removed]."),
        ([("Okonkwo", "person", "site", "", 1)], 1, "They told Okonkwo."),
        ([("okonkwo", "public-word", "site", "", 1)], 1, "They told Okonkwo."),
        ([("Okonkwo", "public-word", "site", "", 1), ("Okonkwo", "remove", "site", "", 2)], 0, "They told [removed]."),
        (
            [("Okonkwo", "remove", "site", "", 2), ("Okonkwo", "public-word", "story:a", "", 1)],
            0,
            "They told [removed].",
        ),
        ([("Okonkwo", "remove", "site", "", 1), ("Okonkwo", "public-word", "site", "", 1)], 0, "They told Okonkwo."),
    ],
)
def test_the_later_decision_wins(rows: list[tuple[str, str, str, str, int]], asked: int, text: str) -> None:
    decisions = tuple(Decision(t, "en", m, scope, "mk", date(2026, 11, day), say) for t, m, scope, say, day in rows)
    registry = compile_registry(Vault(people=VAULT.people, decisions=decisions), ("en",))
    result: Redaction = redact("They told Okonkwo.", "en", registry, story="a")
    assert (len(result.unresolved), result.text) == (asked, text)
