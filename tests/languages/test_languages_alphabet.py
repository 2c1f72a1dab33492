"""Words in the order of their own dictionaries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.languages.alphabet import ALPHABETS, sort_key


@pytest.mark.parametrize(
    ("code", "words", "why"),
    [
        ("en", ["about", "Élan", "elsewhere", "zebra"], "marks do not count, nor capitals"),
        ("ru", ["ежа", "ёлка", "жить", "яма"], "ё after е, not after я"),
        ("uk", ["гай", "ґанок", "дім", "еко", "єдність", "їжа", "йод"], "ґ, є, ї in their places"),
        ("ro", ["apă", "ăla", "âla", "bun", "sac", "șal", "tac", "țap"], "ă, â, ș, ț are letters"),
        ("ro", ["şal", "șap"], "the cedilla is the comma"),
        ("uz", ["olma", "ota", "zar", "oʻt", "gʻoz", "shahar", "choy"], "letters of two signs come last"),
        ("uz", ["o'roq", "oʻt"], "any apostrophe makes the letter"),
        ("tg", ["гап", "ғам", "дар", "имрӯз", "қалам", "лола", "хона", "ҳаво", "чой", "ҷой"], "Tajik letters"),
        ("ky", ["нан", "ой", "өмүр", "пахта", "уй", "үй"], "Kyrgyz letters"),
        ("ar", ["أمل", "بيت", "تمر", "يوم"], "alef with hamza is alef"),
        ("kk", ["азық", "әке"], "an alphabet without an entry here, by base letters"),
        ("ru", ["10 шагов", "2 шага", "шаг"], "digits before letters"),
    ],
)
def test_the_order_is_the_dictionarys(code: str, words: list[str], why: str) -> None:
    assert sorted(set(words), key=lambda word: sort_key(word, code)) == words, why


@given(st.sets(st.text()), st.sampled_from([*ALPHABETS, "en", "kk"]))
def test_no_two_words_share_a_place(words: set[str], code: str) -> None:
    """So the order never depends on where a word stood before."""
    assert len({sort_key(word, code) for word in words}) == len(words)
