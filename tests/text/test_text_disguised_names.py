"""The law of the room: whatever is put into or around a registered name, in any of the eight languages, it is gone.

It is replaced, or it is asked about and stops the build; and a text that was made safe does not change again.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safelight.model.vault import Person, PersonName, Vault
from safelight.text import compile_registry, redact
from safelight.text.fold import TO_CYRILLIC, TO_LATIN, key_of
from safelight.text.reading import read

LANGUAGES = ("en", "ru", "uk", "ro", "uz", "tg", "ky", "ar")
PUBLIC = {
    "en": "Mary", "ru": "Мария", "uk": "Марія", "ro": "Maria", "uz": "Nodira", "tg": "Нигина", "ky": "Нургүл", "ar": "مريم",
}  # fmt: skip
REGISTRY = compile_registry(
    Vault(
        people=(
            Person(
                id="p-1",
                sex="female",
                names=(
                    PersonName("ru", "Зульфия", family="Токтогулова"),
                    PersonName("en", "Zulfiya", family="Toktogulova"),
                    PersonName("ar", "زولفيا", family="توكتوغولوفا"),
                ),
                pseudonym=PUBLIC,
            ),
        )
    ),
    LANGUAGES,
)
NAMES = {
    "en": ("Zulfiya", "Toktogulova"), "ru": ("Зульфия", "Токтогулова"), "uk": ("Зульфія", "Токтогулова"),
    "ro": ("Zulfiya", "Toktogulova"), "uz": ("Zulfiya", "Toktogulova"), "tg": ("Зульфия", "Токтогулова"),
    "ky": ("Зульфия", "Токтогулова"), "ar": ("زولفيا", "توكتوغولوفا"),
}  # fmt: skip
INVISIBLE = [
    "\u00ad",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u202a",
    "\u202e",
    "\u2066",
    "\u034f",
    "\u180e",
    "\ufe0f",
]
MARKS = ["\u0301", "\u0336", "\u0308", "\u064e", "\u0651", "\u0640"]
MARKUP = [
    "**",
    "*",
    "__",
    "~~",
    "<b></b>",
    "<i>",
    "</i>",
    "<!-- x -->",
    "<wbr>",
    "\\",
    "`",
    "&#8203;",
    "&shy;",
    "&zwnj;",
    "[](x)",
]
SIGNS = ["-", "\u2010", "\u2011", "_", ".", "\u00b7", "'", "\u2019", "\ue000", "\U0001f600"]
INSIDE = st.sampled_from(["", "", "", *INVISIBLE, *MARKS, *MARKUP, *SIGNS])
BEFORE = st.sampled_from(
    ["", "**", "[", "<b>", "«", "(", "> ", "- ", "# ", "`", "_", "“", "&nbsp;", '<i title="', "![", "\u200f"]
)
AFTER = st.sampled_from(
    ["", "**", "](x.md)", "</b>", "»", ")", ".", ",", "!", "`", "_", "”", "?", '">', "\n", "\u200e"]
)
SHAPES = st.sampled_from([str, str.upper, str.lower, str.swapcase, str.title])


def _lookalike(name: str, table: dict[int, int], at: int) -> str:
    return name[:at] + name[at].translate(table) + name[at + 1 :]


def _gone(raw: str, lang: str, name: str) -> None:
    result = redact(raw, lang, REGISTRY)
    if not result.unresolved:
        index = REGISTRY.index(lang)
        reading = read(result.text)
        left = [key for _, _, key in reading.hits(index.names) if key != key_of(PUBLIC[lang])]
        assert not left, (raw, result.text)
        bare = "".join(letter for letter in reading.folded if letter.isalnum())
        assert key_of(name) not in bare, (raw, result.text)
        assert result.replacements, raw
    again = redact(result.text, lang, REGISTRY)
    assert again.text == result.text, (raw, result.text, again.text)


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1), st.lists(INSIDE, min_size=12, max_size=12), BEFORE, AFTER, SHAPES)
def test_whatever_is_inserted_a_name_is_gone(
    lang: str, which: int, inside: list[str], before: str, after: str, shape: type[str]
) -> None:
    name = NAMES[lang][which]
    letters = shape(name)
    hidden = "".join(letter + mark for letter, mark in zip(letters[:-1], inside, strict=False)) + letters[-1]
    _gone(f"{before}{hidden}{after}", lang, name)


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "ar"])
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1), st.sets(st.integers(0, 6), max_size=4), SHAPES)
def test_letters_of_another_script_save_no_name(lang: str, which: int, places: set[int], shape: type[str]) -> None:
    name = NAMES[lang][which]
    table = TO_LATIN if "\u0400" <= name[0] <= "\u052f" else TO_CYRILLIC
    hidden = shape(name)
    for at in places:
        hidden = _lookalike(hidden, table, at)
    _gone(hidden, lang, name)


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=30, deadline=None)
@given(st.permutations(["a", "b", "c"]), st.sampled_from([" ", "\n", "\n\n", ", ", " - ", "**", "<br>"]))
def test_names_stay_gone_wherever_they_stand(lang: str, order: list[str], between: str) -> None:
    given_name, family = NAMES[lang]
    pieces = {"a": given_name, "b": family, "c": f"{given_name} {family}"}
    _gone(between.join(pieces[one] for one in order), lang, given_name)
