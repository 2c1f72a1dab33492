"""The consent ledger's rules, each a small function with its source in brackets (STORY-RULES.md).

A rule takes a consent, the campaign's limits and today, and returns None, or what is wrong and the way out.
Sources: SA Sheltered Alliance, GCWJ Global Center for Women and Justice, UNICEF guidelines for journalists, ICRC
content-gathering consent, POL Polaris, us our own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from safelight.campaign import Limits
from safelight.model.vault import Consent

Reason = tuple[str, str]
Rule = Callable[[Consent, Limits, date], Reason | None]


def status(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Only a granted consent counts; withdrawal takes the story away everywhere [us]."""
    if consent.status != "granted":
        return f"consent {consent.id} is {consent.status}", "nothing to do unless the person grants it"
    return None


def form(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Written, recorded or witnessed [ICRC]."""
    return None if consent.form else (f"consent {consent.id} has no form", "record how it was given")


def begun(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Granted on a day that has come [us]."""
    if consent.granted_on is None:
        return f"consent {consent.id} has no granted_on", "record the day"
    if consent.granted_on > today:
        return f"consent {consent.id} begins on {consent.granted_on}", "build again then, or mend the date"
    return None


def term(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """It ends within three years [SA], and has not ended."""
    if consent.expires_on is None:
        return f"consent {consent.id} has no expires_on", "record the day that it ends"
    if today >= consent.expires_on:
        return f"consent {consent.id} ended on {consent.expires_on}", "ask the person again"
    if consent.granted_on and consent.expires_on > _years_after(consent.granted_on, limits.consent_max_years):
        return f"consent {consent.id} runs longer than {limits.consent_max_years} years", "agree on an earlier end"
    return None


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def left_programme(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """A year since the person left the programme [SA]."""
    if consent.left_programme_on and (today - consent.left_programme_on).days < limits.left_programme_min_days:
        return f"consent {consent.id}: the person left the programme less than a year ago", "wait, then ask again"
    return None


def proceedings(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """No open trial [us]."""
    if consent.proceedings == "open":
        return f"consent {consent.id}: proceedings are open", "wait until they are closed"
    return None


def risk(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Valid consent does not end the harm check: a review, not high, not older than a year [ICRC]."""
    if consent.risk is None:
        return f"consent {consent.id} has no risk review", "have the risk reviewed"
    if consent.risk.level == "high":
        return f"consent {consent.id}: the risk is high", "do not publish"
    if (today - consent.risk.on).days > limits.risk_review_max_days:
        return f"consent {consent.id}: the risk was reviewed over a year ago", "have it reviewed again"
    return None


def withdraw_route(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """The person knows how to withdraw [ICRC]."""
    if not consent.withdraw_route.strip():
        return f"consent {consent.id} has no withdraw_route", "agree with the person how to withdraw"
    return None


def uses(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Not used more often than agreed [POL]."""
    if consent.max_uses is not None and len(consent.uses) > consent.max_uses:
        return f"consent {consent.id} is used more often than agreed", "ask the person again"
    return None


def ends_soon(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Told two months ahead [us]."""
    if consent.expires_on and (consent.expires_on - today).days <= limits.consent_warn_days:
        return f"consent {consent.id} ends on {consent.expires_on}", "ask the person again in time"
    return None


def left_recently(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Two years since leaving are better [GCWJ]."""
    if consent.left_programme_on and (today - consent.left_programme_on).days < limits.left_programme_warn_days:
        return f"consent {consent.id}: the person left the programme less than two years ago", "consider waiting"
    return None


def paid(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Storytellers are paid [SA, POL]."""
    if consent.paid == "no":
        return f"consent {consent.id}: the person was not paid", "consider paying"
    return None


REFUSALS: tuple[Rule, ...] = (
    status, form, begun, term, left_programme, proceedings, risk, withdraw_route, uses,
)  # fmt: skip
"""Rules that take the story out."""
WARNINGS: tuple[Rule, ...] = (ends_soon, left_recently, paid)
"""Rules that are reported."""
