"""How many people share a profile: tables by hand, and laws against counting one by one."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.model.caseload import Caseload
from safelight.model.profile import UNDISCLOSED, normal
from safelight.model.vault import CaseloadRow


def row(line: str) -> CaseloadRow:
    sex, age_band, origin, destination, year, exploitation, occupation, family = line.split(",")
    more = (("occupation", occupation), ("family", family))
    return CaseloadRow(sex, age_band, origin, destination, year, exploitation, more)


ROWS = tuple(map(row, (
    "female,18-24,Russia,Turkey,2006,sexual,nurse,widow; two-children",
    "female,18-24,Russia,Turkey,2006,sexual,teacher,widow",
    "female,25–34,russia,United  Kingdom,2007,Labour,,two-children",
    "male,25-34,Kyrgyzstan,RUSSIA,2007,labour,unknown,",
    "unknown,any,Kyrgyzstan,Russia,none,labour,nurse,",
)))  # fmt: skip
Profile = Mapping[str, frozenset[str]]


@pytest.mark.parametrize(
    ("profile", "k", "why"),
    [
        ({}, 5, "who discloses nothing is one of all"),
        ({"sex": ["female"]}, 3, "one value"),
        ({"sex": ["unknown"]}, 5, "unknown discloses nothing, and nobody is counted as sharing it"),
        ({"sex": ["Any"], "origin": ["NONE"]}, 5, "any and none, in whatever case"),
        ({"sex": ["male"]}, 1, "somebody of unknown sex shares neither"),
        ({"origin": ["RUSSIA"]}, 3, "case does not matter, in the profile or in the caseload"),
        ({"destination": ["united-kingdom"]}, 1, "a slug and words with spaces are the same"),
        ({"age_band": ["25-34"]}, 2, "an en dash is a hyphen"),
        ({"sex": ["female"], "year": ["2006"], "occupation": ["nurse"]}, 1, "a further column is counted"),
        ({"illness": ["hiv"]}, 5, "what has no column is not counted here: `counts` says so"),
        ({"origin": ["Atlantis"]}, 0, "nobody has it"),
        ({"year": ["2006", "2007"]}, 2, "two values: the smaller of the two readings"),
        ({"year": ["2006", "1999"]}, 0, "one of the readings fits nobody"),
        ({"sex": ["female", "male"], "year": ["2006", "2007"]}, 0, "male in 2006 is a reading, and nobody's"),
        ({"family": ["widow", "two-children"]}, 1, "a column of several values: the person has to share both"),
        ({"family": ["widow"]}, 2, "one of several values of a cell"),
        ({"country": ["russia"]}, 5, "a country without a role is origin or destination"),
        ({"country": ["turkey"], "origin": ["russia"]}, 2, "and holds beside another"),
        ({"country": ["turkey"], "destination": ["turkey"]}, 2, "and adds nothing to what says it already"),
        ({"country": ["france"]}, 0, "a country that nobody has to do with"),
    ],
)  # fmt: skip
def test_k(profile: dict[str, list[str]], k: int, why: str) -> None:
    assert Caseload(ROWS).k(profile) == k, why


def test_an_empty_caseload_counts_nobody_and_nothing() -> None:
    empty = Caseload(())
    assert (empty.size, empty.k({}), empty.counts("sex"), empty.counts("country")) == (0, 0, False, False)


def test_what_is_counted_and_how_it_is_spelt() -> None:
    caseload = Caseload(ROWS)
    assert caseload.counts("family") and caseload.counts("country") and not caseload.counts("illness")
    assert caseload.spelt("destination", "united-kingdom") == "United  Kingdom"
    assert caseload.spelt("country", "turkey") == "Turkey"
    assert caseload.spelt("illness", "hiv") == "hiv"
    assert caseload.known("year") == ("2006", "2007")


def test_a_coarser_column_is_one_in_which_all_who_have_the_value_agree() -> None:
    def row(origin: str, region: str, half: str) -> CaseloadRow:
        more = (("origin_region", region), ("origin_half", half))
        return CaseloadRow("female", "18-24", origin, "Turkey", "2006", "x", more)

    rows = (row("A", "north", "1"), row("A", "north", "2"), row("B", "north", "1"), row("C", "south", "1"))
    caseload = Caseload(rows)
    assert caseload.coarser("origin", "A") == (("origin_region", "north"),), "the half is not the same for all of A"
    assert caseload.coarser("origin", "C") == (("origin_half", "1"),), "only C is in the south: that says no less"
    assert caseload.coarser("sex", "female") == caseload.coarser("origin", "nowhere") == ()


VALUES = ("a", "b", "c", "unknown")
CELL = st.sampled_from(VALUES)
ROW = st.builds(
    lambda sex, origin, destination, year, family: CaseloadRow(
        sex, "18-24", origin, destination, year, "x", (("family", family),)
    ),
    CELL, CELL, CELL, CELL, st.sampled_from(("a", "a;b", "b; c", "unknown", "")),
)  # fmt: skip
SET = st.frozensets(st.sampled_from((*VALUES, "d")), max_size=3)
PROFILES = st.dictionaries(st.sampled_from(("sex", "origin", "destination", "year", "family", "country")), SET)


def by_hand(rows: tuple[CaseloadRow, ...], profile: Profile) -> int:
    """The same by looking at every person for every reading."""
    told = {attribute: [v for v in values if v not in UNDISCLOSED] for attribute, values in profile.items()}
    several = any(";" in dict(row.more)["family"] for row in rows)
    fixed = {"country": told.pop("country", [])}
    if several:
        fixed["family"] = told.pop("family", [])
    told = {attribute: values for attribute, values in told.items() if values}

    def has(row: CaseloadRow, attribute: str, value: str) -> bool:
        if attribute == "country":
            return value in (normal(row.origin), normal(row.destination))
        return value in [normal(part) for part in row.columns()[attribute].split(";")]

    counts = [
        sum(
            all(has(row, attribute, value) for attribute, value in zip(told, reading, strict=True))
            and all(has(row, attribute, value) for attribute, values in fixed.items() for value in values)
            for row in rows
        )
        for reading in product(*told.values())
    ]
    return min(counts)


@given(st.lists(ROW, min_size=1, max_size=12).map(tuple), PROFILES)
def test_bits_count_as_a_person_would(rows: tuple[CaseloadRow, ...], profile: Profile) -> None:
    assert Caseload(rows).k(profile) == by_hand(rows, profile)


@given(st.lists(ROW, min_size=1, max_size=12).map(tuple), PROFILES, PROFILES)
def test_who_tells_more_is_never_one_of_more_people(
    rows: tuple[CaseloadRow, ...], profile: Profile, further: Profile
) -> None:
    more = {key: profile.get(key, frozenset()) | further.get(key, frozenset()) for key in {*profile, *further}}
    assert Caseload(rows).k(more) <= Caseload(rows).k(profile)


@given(st.lists(ROW, min_size=1, max_size=8).map(tuple), PROFILES)
def test_the_order_of_people_changes_nothing(rows: tuple[CaseloadRow, ...], profile: Profile) -> None:
    assert Caseload(rows).k(profile) == Caseload(tuple(reversed(rows))).k(profile)


@pytest.mark.parametrize(
    ("written", "compared", "why"),
    [
        ("United Kingdom", "united-kingdom", "words are joined by hyphens"),
        ("  50+ ", "50+", "a band without an end keeps its sign"),
        ("18–24", "18-24", "dashes are hyphens"),
        ("Türkiye", "turkiye", "no accents"),
        ("ＲＵＳＳＩＡ", "russia", "full-width letters"),
        ("two_children", "two-children", "underscores are hyphens"),
        ("Россия", "россия", "other scripts keep their letters"),
        ("йод", "йод", "й is a letter, not и with an accent"),
        ("", "", "nothing stays nothing"),
    ],
)  # fmt: skip
def test_values_are_compared_in_one_spelling(written: str, compared: str, why: str) -> None:
    assert normal(written) == normal(compared), why
    assert normal(normal(written)) == normal(written), why
