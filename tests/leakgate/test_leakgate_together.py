"""Texts that are searched as one: nothing is hidden by what stands before or behind it."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safelight.leakgate import scan
from safelight.leakgate.decoders import _OTHER_DIGIT
from safelight.leakgate.needles import needles
from safelight.leakgate.search import Searcher
from safelight.leakgate.tokens import Table
from safelight.model.vault import Person, PersonName, Vault
from test_leakgate_disguises import DISGUISES, NEEDLES, RU

OPEN = [  # what a text may end with, to draw the next one into itself
    b"<!-- ", b"<!--", b"<a title='", b"<![CDATA[", b"%", b"&", b"\\", b"=", b"-", b"(", b"+", b"\xd0", b"<",
    b"data:;base64,", b"aGFs", b"[(Za)-20(", b"-->", b"--!>", b"'", b"<p>word", b"+7 928", b"",
]  # fmt: skip


@pytest.mark.parametrize("before", OPEN)
def test_every_disguise_is_seen_behind_an_unfinished_text(before: bytes) -> None:
    searcher = Searcher(NEEDLES)
    assert [
        name for name, (_, data) in DISGUISES.items() if searcher.suspects([b"it " + before, data, b"--> end"]) != {1}
    ] == []


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_all_that_a_search_of_each_finds_is_suspect(dice: random.Random) -> None:
    texts = [data for _, data in dice.sample(sorted(DISGUISES.values()), 8)]
    texts += [b"words and <b>words</b> " + dice.choice(OPEN) for _ in range(8)]
    dice.shuffle(texts)
    alone = {number for number, text in enumerate(texts) if Searcher(NEEDLES).search(text)}
    assert Searcher(NEEDLES).suspects(texts) == alone and len(alone) == 8


def test_a_weak_word_is_looked_at_wherever_it_stands_in_many_texts() -> None:
    vault = Vault((Person("p-1", (PersonName("en", "Hope"),)),))
    texts = [b"there is hope. Hope is there. " * 60] * 9 + [b"he asked Hope about it"]
    assert Searcher(needles(vault)).suspects(texts) == {9}


def test_files_with_a_leak_are_told_among_clean_ones(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02d}.html").write_text(f"<p>page {number} <!-- ", encoding="utf-8")
    (tmp_path / "07.html").write_text(f"<p>{RU}</p>", encoding="utf-8")
    (tmp_path / "33.html").write_text("<p>За<b>ли</b>на</p>", encoding="utf-8")
    vault = Vault((Person("p-1", (PersonName("ru", RU),)),))
    assert [leak.path for leak in scan(tmp_path, vault)] == ["07.html", "33.html"]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(alphabet="ab.-_ \nЗаع@", max_size=90), max_size=30))
def test_the_table_cuts_and_remembers_as_a_search_letter_by_letter_would(words: list[str]) -> None:
    asked: list[bytes] = []

    def judge(new: object) -> dict[bytes, int]:
        assert isinstance(new, set)
        asked.extend(new)
        return {token: len(token) % 251 for token in new}

    table = Table(judge, 10_000)
    data = " ".join(words).encode()
    for _ in range(2):
        starts, ends, marks = table.cut(data)
        tokens = [data[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        assert marks.tolist() == [len(token) % 251 for token in tokens]
    assert sorted(asked) == sorted(set(tokens))
    left = bytearray(data)
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        left[start:end] = b" " * (end - start)
    assert not any(chr(byte).isalnum() or byte > 127 for byte in left)


def test_a_table_that_forgot_everything_judges_anew() -> None:
    table = Table(lambda new: dict.fromkeys(new, 1), most=2)
    for text in (b"one two three", b"four five", b"one two", b"x" * 70 + b" " + b"y" * 70_000):
        assert set(table.cut(text).marks.tolist()) == {1}


def test_every_digit_of_another_script_is_a_mark() -> None:
    digits = [chr(code) for code in range(128, 0x110000) if unicodedata.category(chr(code)) == "Nd"]
    assert [digit for digit in digits if not _OTHER_DIGIT.search(digit.encode())] == []
