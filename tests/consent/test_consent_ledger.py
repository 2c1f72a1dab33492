"""Every rule of the ledger at its boundary days, with the source of each in brackets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.campaign import Limits
from safelight.consent import ledger
from safelight.model.vault import Consent, Risk

TODAY = date(2026, 11, 24)
VALID = Consent(
    id="c-1", person="p-1", story="s", status="granted", form="written", channels=("web",), languages=("en",),
    granted_on=date(2026, 2, 1), expires_on=date(2028, 2, 1), withdraw_route="any caseworker",
    risk=Risk("low", "mk", date(2026, 9, 1)), left_programme_on=date(2023, 5, 1), paid="yes", written_by="al",
)  # fmt: skip
LIMITS = Limits()
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))


def test_a_valid_consent_breaks_nothing() -> None:
    assert ledger.refusals(VALID, LIMITS, TODAY) == ()
    assert [rule(VALID, LIMITS, TODAY) for rule in ledger.WARNINGS] == [None] * len(ledger.WARNINGS)


@pytest.mark.parametrize(
    ("changed", "said", "source"),
    [
        ({"status": "pending"}, "is pending", "us"),
        ({"status": "refused"}, "is refused", "us"),
        ({"status": "withdrawn"}, "is withdrawn", "us"),
        ({"form": None}, "has no form", "ICRC"),
        ({"granted_on": None}, "has no granted_on", "SA"),
        ({"granted_on": TODAY + timedelta(days=1)}, "begins on", "us: not before it is given"),
        ({"expires_on": None}, "has no expires_on", "SA: no consent without an end"),
        ({"expires_on": TODAY}, "ended on", "SA: today at expires is past it"),
        ({"expires_on": TODAY - timedelta(days=1)}, "ended on", "SA"),
        ({"expires_on": date(2029, 2, 2)}, "runs longer than 3 years", "SA: a day too long"),
        ({"left_programme_on": date(2025, 11, 25)}, "less than a year ago", "SA: a day short of a year"),
        ({"left_programme_on": TODAY + timedelta(days=9)}, "less than a year ago", "SA: has not left yet"),
        ({"proceedings": "open"}, "proceedings are open", "us"),
        ({"risk": None}, "has no risk review", "ICRC"),
        ({"risk": Risk("high", "mk", TODAY)}, "the risk is high", "ICRC"),
        ({"risk": Risk("low", "mk", date(2025, 11, 23))}, "reviewed over a year ago", "ICRC: 366 days"),
        ({"risk": Risk("low", "mk", TODAY + timedelta(days=1))}, "yet to come", "us: nobody reviews tomorrow"),
        ({"risk": Risk("low", "AL", TODAY)}, "reviewed by who wrote the story", "ICRC"),
        ({"risk": Risk("low", " ", TODAY)}, "nobody signed", "ICRC"),
        ({"withdraw_route": "  "}, "has no withdraw_route", "ICRC"),
        ({"max_uses": 2, "uses": ("a", "b", "c")}, "more often than agreed", "POL"),
        ({"max_uses": 0}, "more often than agreed", "POL: none was agreed"),
        ({"minor": "now"}, "guardian_agreed_on and child_agreed_on is missing", "UNICEF"),
        ({"minor": "now", "guardian_agreed_on": TODAY}, "child_agreed_on is missing", "UNICEF: both, not one"),
        ({"minor": "now", "child_agreed_on": TODAY}, "guardian_agreed_on is missing", "UNICEF: both, not one"),
        (
            {"minor": "now", "child_agreed_on": TODAY, "guardian_agreed_on": TODAY + timedelta(days=1)},
            "guardian_agreed_on is missing or yet to come",
            "UNICEF",
        ),
    ],
)
def test_refused(changed: dict[str, Any], said: str, source: str) -> None:
    reasons = ledger.refusals(replace(VALID, **changed), LIMITS, TODAY)
    assert len(reasons) == 1 and said in reasons[0][0] and reasons[0][1], (source, reasons)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"granted_on": TODAY}, "given today"),
        ({"expires_on": TODAY + timedelta(days=1)}, "ends tomorrow"),
        ({"expires_on": date(2029, 2, 1)}, "three years to the day"),
        ({"granted_on": date(2024, 2, 29), "expires_on": date(2027, 2, 28)}, "three years from a leap day"),
        ({"left_programme_on": date(2025, 11, 24)}, "a year to the day"),
        ({"left_programme_on": None}, "never in a programme"),
        ({"proceedings": "none"}, "no trial"),
        ({"risk": Risk("medium", "mk", date(2025, 11, 24))}, "medium, reviewed twelve months ago"),
        ({"risk": Risk("low", "mk", TODAY)}, "reviewed today"),
        ({"written_by": ""}, "nobody is named as the writer"),
        ({"max_uses": 2, "uses": ("a", "b")}, "used as often as agreed"),
        ({"minor": "then"}, "was a minor then: the picture is what is forbidden"),
        ({"minor": "now", "guardian_agreed_on": TODAY, "child_agreed_on": TODAY}, "both agreed"),
        ({"form": "recorded-oral"}, "recorded"),
        ({"form": "witnessed-oral"}, "witnessed"),
    ],
)
def test_allowed(changed: dict[str, Any], why: str) -> None:
    assert ledger.refusals(replace(VALID, **changed), LIMITS, TODAY) == (), why


@pytest.mark.parametrize(
    ("changed", "rule", "warns"),
    [
        ({"expires_on": TODAY + timedelta(days=60)}, ledger.ends_soon, True),
        ({"expires_on": TODAY + timedelta(days=61)}, ledger.ends_soon, False),
        ({"left_programme_on": date(2024, 11, 25)}, ledger.left_recently, True),
        ({"left_programme_on": date(2024, 11, 24)}, ledger.left_recently, False),
        ({"paid": "no"}, ledger.paid, True),
        ({"paid": "n/a"}, ledger.paid, False),
        ({"paid": None}, ledger.paid, False),
    ],
)
def test_warned(changed: dict[str, Any], rule: ledger.Rule, warns: bool) -> None:
    assert (rule(replace(VALID, **changed), LIMITS, TODAY) is not None) is warns


@given(DAYS, DAYS)
def test_a_consent_is_never_good_on_or_after_its_end(ends: date, today: date) -> None:
    broken = ledger.term(replace(VALID, granted_on=None, expires_on=ends), LIMITS, today)
    assert (broken is not None) == (today >= ends)


@given(DAYS, st.integers(1, 1200))
def test_no_consent_runs_three_years_and_a_day(granted: date, days: int) -> None:
    ends = granted + timedelta(days=days)
    broken = ledger.term(replace(VALID, granted_on=granted, expires_on=ends), LIMITS, granted)
    longer = (ends.year - granted.year, ends.month, ends.day) > (3, granted.month, granted.day)
    assert (broken is not None) == longer


@given(DAYS, st.integers(-30, 800))
def test_a_year_since_leaving_is_never_shorter_than_365_days(left: date, days: int) -> None:
    today = left + timedelta(days=days)
    broken = ledger.left_programme(replace(VALID, left_programme_on=left), LIMITS, today)
    if broken is None:
        assert days >= 365 and (today.year - left.year, today.month, today.day) >= (1, left.month, left.day)
    else:
        assert days <= 365


@given(DAYS)
def test_rules_answer_on_every_day(today: date) -> None:
    for rule in (*ledger.REFUSALS, *ledger.WARNINGS):
        reason = rule(VALID, LIMITS, today)
        assert reason is None or all(reason)


def test_tighter_limits_are_kept() -> None:
    tight = Limits(consent_max_years=1, left_programme_min_days=2000, risk_review_max_days=30)
    said = [problem for problem, _ in ledger.refusals(VALID, tight, TODAY)]
    assert len(said) == 3, said
