"""Ordinary words are known with their endings; what endings alone make a word is no excuse for a capital."""

from __future__ import annotations

import pytest
from safelight.text.languages import writing
from safelight.text.lexicon import NAME, RARE, WORD
from safelight.text.word_endings import endings, with_endings

STEMS = {
    "kel": WORD,
    "uy": WORD,
    "qishloq": WORD,
    "кел": WORD,
    "китеп": WORD,
    "уз": WORD,
    "хона": WORD,
    "кун": WORD,
    "gul": WORD | NAME,
}


@pytest.mark.parametrize(
    ("lang", "word", "found", "why"),
    [
        ("uz", "qishloqdan", WORD, "a case"),
        ("uz", "qishloqlarimizdan", WORD, "plural, possessor, case"),
        ("uz", "kelmaganlar", WORD | RARE, "negation, participle, plural"),
        ("uz", "kelishdi", WORD | RARE, "a voice and the past"),
        ("uz", "gulni", WORD | NAME, "a name with an ending stays one"),
        ("uz", "kelbrz", 0, "no ending"),
        ("ky", "китебин", WORD, "a consonant that the ending voiced"),
        ("ky", "келгендиктен", WORD | RARE, "a verbal noun"),
        ("ky", "узгенге", WORD | RARE, "to Uzgen, or what somebody overtook"),
        ("tg", "хонаҳоямонро", WORD, "plural, possessor, object"),
        ("tg", "намекунанд", WORD | RARE, "a prefix and a person"),
    ],
)
def test_readings(lang: str, word: str, found: int, why: str) -> None:
    assert with_endings(lambda key: STEMS.get(key, 0), lang)(word) == found, why


@pytest.mark.parametrize(
    ("lang", "word", "is_name", "why"),
    [
        ("tg", "баҳор", True, "spring, and Bahor"),
        ("tg", "баҳорро", True, "an object"),
        ("tg", "баҳори", False, "the spring of"),
        ("ky", "гүлгө", True, "to Gul, or to a flower"),
        ("ky", "гүлдөрдүн", False, "of flowers"),
        ("uz", "bahorda", True, "in spring, or with Bahor"),
        ("uz", "gullarimiz", False, "our flowers"),
    ],
)
def test_names_of_every_day(lang: str, word: str, is_name: bool, why: str) -> None:
    assert bool(writing(lang).readings(word) & NAME) is is_name, why


def test_a_word_that_is_listed_is_what_the_list_says() -> None:
    assert with_endings(lambda key: {"кел": WORD, "келди": NAME}.get(key, 0), "ky")("келди") == NAME


def test_time_is_linear_in_a_long_word() -> None:
    table = endings("uz", False)
    assert table is not None
    assert len(list(table.stems("a" * 20_000))) < 1000


@pytest.mark.parametrize("lang", ["uz", "ky", "tg"])
def test_names_of_the_region_are_not_taken_for_words(lang: str) -> None:
    """Common names in small letters: none may be settled as a word that is nothing else."""
    names = {
        "uz": "gulnora dilfuza nodira shoira zulfiya mavluda sherzod ulugbek farrux otabek nilufar feruza",
        "ky": "айгүл бурул чолпон нурбек азамат гүлмира жазгүл айсулуу бермет канышай салтанат эрмек",
        "tg": "фарангис мавзуна саодат ҷамшед фаррух зулайхо нигина шаҳноз суҳроб манучеҳр парвиз гулчеҳра",
    }[lang]
    assert [name for name in names.split() if writing(lang).readings(name) == WORD] == []
