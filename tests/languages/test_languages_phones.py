"""Telephone numbers: callable from anywhere where they can be, and written as at home."""

from __future__ import annotations

import pytest
from safelight.languages.phones import check_numbers, dialled, is_known, shown
from safelight.model.data import CampaignData, Helpline


@pytest.mark.parametrize(
    ("number", "country", "tel", "text", "known", "why"),
    [
        ("+448000121700", "GB", "+448000121700", "0800 012 1700", True, "a full number"),
        ("080077777", "MD", "+37380077777", "0800 77777", True, "a national one is dialled in full"),
        ("0808 157 0123", "GB", "+448081570123", "0808 157 0123", True, "spaces are not dialled"),
        ("+36 80 20 55 20", "HU", "+3680205520", "06 80 205 520", True, "another country's way of writing"),
        ("112", "EU", "112", "112", True, "a short code has no E.164 form"),
        ("116 123", "UA", "116123", "116 123", True, "spaces in a short code"),
        ("189", "KG", "189", "189", True, "a short code of one country"),
        ("+44123", "GB", "+44123", "+44123", False, "too short for a number"),
        ("call us", "GB", "", "call us", False, "no number"),
        ("0000000000000000000", "GB", "0000000000000000000", "0000000000000000000", False, "too long"),
        ("999999", "EU", "999999", "999999", False, "no code that Europe has in common"),
    ],
)
def test_numbers(number: str, country: str, tel: str, text: str, known: bool, why: str) -> None:
    assert dialled(number, country) == tel, why
    assert shown(number, country) == text, why
    assert is_known(number, country) is known, why


@pytest.mark.parametrize(
    ("number", "sample", "found"), [("+44123", False, 1), ("+44123", True, 0), ("+448000121700", False, 0)]
)
def test_a_helpline_with_a_number_that_nobody_has_is_told(number: str, sample: bool, found: int) -> None:
    text = {"en": "x"}
    line = Helpline("h", "GB", text, number, ("en",), text, text, text, "s", sample=sample)
    assert len(list(check_numbers(CampaignData(helplines=(line,))))) == found
