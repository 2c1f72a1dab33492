"""A sample of `bench/gate_planted.py`: every encoding in every kind of file, and the gate misses none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import gate_planted
from gate_people import people
from safelight.leakgate.needles import needles
from safelight.leakgate.openers import OPENERS
from safelight.leakgate.search import Searcher

VAULT = people(48)
SEARCHER = Searcher(needles(VAULT))
STRINGS = gate_planted.planted(VAULT, 48)
OPENED = list(gate_planted.CONTAINERS)


@pytest.mark.parametrize("encoding", gate_planted.ENCODINGS)
def test_nothing_planted_is_missed(encoding: str) -> None:
    at = list(gate_planted.ENCODINGS).index(encoding)
    for number, opener in enumerate(OPENED):
        taken = [one for one in STRINGS[(number + at) % 4 :: 4] if not gate_planted.passed_over(one[0], encoding)]
        assert list(gate_planted.missed(SEARCHER, taken, encoding, opener)) == [], opener


def test_a_person_who_is_not_planted_is_not_found() -> None:
    strings = [(text, "p-nobody") for text, _ in STRINGS]
    assert list(gate_planted.missed(SEARCHER, strings, "plain", "text")) == strings


def test_every_opener_has_a_container() -> None:
    assert {*OPENED} - {"woff2"} == set(OPENERS)
    assert len(gate_planted.ENCODINGS) >= 40
