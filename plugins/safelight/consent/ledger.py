"""The consent ledger's rules, each a small function with its source in brackets (STORY-RULES.md).

A rule takes a consent, the campaign's limits and today, and returns None, or what is wrong and the way out.
Sources: SA Sheltered Alliance, GCWJ Global Center for Women and Justice, UNICEF guidelines for journalists, ICRC
content-gathering consent, POL Polaris, us our own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

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
    """The same day `years` later, or 28 February: an end never comes later than agreed."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _waited(since: date, days: int, today: date) -> bool:
    """Whether `days` have passed since a day; whole years are counted by the calendar, leap days included."""
    if days % 365 == 0 and days:
        years = days // 365
        ends = _years_after(since, years)
        return today >= (ends if (ends.month, ends.day) == (since.month, since.day) else ends + timedelta(days=1))
    return (today - since).days >= days


def left_programme(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """A year since the person left the programme [SA]."""
    left = consent.left_programme_on
    if left and not _waited(left, limits.left_programme_min_days, today):
        return f"consent {consent.id}: the person left the programme less than a year ago", "wait, then ask again"
    return None


def minor(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """For a child, the guardian's and the child's own permission, both [UNICEF]."""
    if consent.minor != "now":
        return None
    agreed = {"guardian_agreed_on": consent.guardian_agreed_on, "child_agreed_on": consent.child_agreed_on}
    missing = [key for key, day in agreed.items() if day is None or day > today]
    if missing:
        return (
            f"consent {consent.id}: the person is a minor, and {' and '.join(missing)} is missing or yet to come",
            "ask the guardian and the child, and record both days",
        )
    return None


def proceedings(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """No open trial [us]."""
    if consent.proceedings == "open":
        return f"consent {consent.id}: proceedings are open", "wait until they are closed"
    return None


def risk(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Valid consent does not end the harm check: a review by somebody else, not high, not older than a year [ICRC]."""
    if consent.risk is None:
        return f"consent {consent.id} has no risk review", "have the risk reviewed"
    if consent.risk.level == "high":
        return f"consent {consent.id}: the risk is high", "do not publish"
    if not consent.risk.by.strip():
        return f"consent {consent.id}: nobody signed the risk review", "write the reviewer's initials in risk.by"
    if consent.risk.by.strip().casefold() == consent.written_by.strip().casefold():
        return f"consent {consent.id}: the risk was reviewed by who wrote the story", "have somebody else review it"
    if consent.risk.on > today:
        return (
            f"consent {consent.id}: the risk review is dated {consent.risk.on}, which is yet to come",
            "mend the date",
        )
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
    if consent.max_uses is not None and (len(consent.uses) > consent.max_uses or consent.max_uses == 0):
        return f"consent {consent.id} is used more often than agreed", "ask the person again"
    return None


def ends_soon(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Told two months ahead [us]."""
    if consent.expires_on and (consent.expires_on - today).days <= limits.consent_warn_days:
        return f"consent {consent.id} ends on {consent.expires_on}", "ask the person again in time"
    return None


def left_recently(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Two years since leaving are better [GCWJ]."""
    left = consent.left_programme_on
    if left and not _waited(left, limits.left_programme_warn_days, today):
        return f"consent {consent.id}: the person left the programme less than two years ago", "consider waiting"
    return None


def paid(consent: Consent, limits: Limits, today: date) -> Reason | None:
    """Storytellers are paid [SA, POL]."""
    if consent.paid == "no":
        return f"consent {consent.id}: the person was not paid", "consider paying"
    return None


def refusals(consent: Consent, limits: Limits, today: date) -> tuple[Reason, ...]:
    """Every rule that the consent breaks today, whatever the document."""
    return tuple(reason for rule in REFUSALS if (reason := rule(consent, limits, today)))


REFUSALS: tuple[Rule, ...] = (
    status, form, begun, term, left_programme, minor, proceedings, risk, withdraw_route, uses,
)  # fmt: skip
"""Rules that take the story out."""
WARNINGS: tuple[Rule, ...] = (ends_soon, left_recently, paid)
"""Rules that are reported."""
