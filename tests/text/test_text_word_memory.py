"""Words are judged once, by everybody who asks, and what is remembered has a limit."""

from __future__ import annotations

import pytest
from safelight.text import word_memory
from safelight.text.reading import read
from safelight.text.word_memory import WordMemory


class Asked:
    """A question that counts how often it was asked about each word."""

    def __init__(self, beginning: str) -> None:
        self.beginning = beginning
        self.words: list[str] = []

    def answer(self, word: str) -> bool:
        self.words.append(word)
        return word.startswith(self.beginning)


def test_a_word_is_judged_once_whatever_was_asked_first() -> None:
    memory, early, late = WordMemory(), Asked("a"), Asked("ab")
    first = memory.bit(early.answer)
    assert [bool(memory[word] & first) for word in ("abbey", "anna", "bell", "abbey")] == [True, True, False, True]
    second = memory.bit(late.answer)
    assert first != second
    assert [bool(memory[word] & second) for word in ("abbey", "anna", "bell", "about")] == [True, False, False, True]
    assert [bool(memory[word] & first) for word in ("abbey", "about")] == [True, True]
    assert sorted(early.words) == sorted({*early.words})
    assert sorted(late.words) == sorted({*late.words})


def test_words_are_judged_again_once_too_many_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_memory, "MOST_WORDS", 2)
    memory, street = WordMemory(), Asked("street")
    bit = memory.bit(street.answer)
    for word in ("one", "two", "three", "street"):
        assert not memory["lane"] & bit
        assert bool(memory[word] & bit) == (word == "street")
        assert len(memory) <= 2


def test_old_questions_make_room_and_a_reading_notices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_memory, "MOST_QUESTIONS", 4)
    reading = read("Street and lane, street o'lane")
    for number in range(12):
        more = Asked("xyz")
        assert reading.tokens(more.answer) == [], number
        assert reading.tokens(Asked("street").answer) == [0, 3]
        assert reading.having(Asked("lane").answer) == [2, 4]
        assert reading.tokens(Asked("olane").answer) == [4]


def test_a_sign_is_found_in_a_text_read_before_it_was_asked_about() -> None:
    reading = read("A street, a lane.", "en")
    assert reading.tokens(Asked("lan").answer) == [3]
