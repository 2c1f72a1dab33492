"""Data: published numbers rot, so a helpline says when somebody last called it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from safelight.campaign import Campaign
from safelight.model.data import CampaignData, Helpline
from safelight.model.findings import Finding, Severity

HELPLINES = "content/data/helplines.yaml"


def check_data(data: CampaignData, campaign: Campaign, today: date) -> tuple[Finding, ...]:
    """A finding for each helpline that nobody has verified, or not lately."""
    return tuple(finding for line in data.helplines if not line.sample for finding in _age(line, campaign, today))


def _age(helpline: Helpline, campaign: Campaign, today: date) -> Iterator[Finding]:
    limits = campaign.limits
    if helpline.verified_on is None:
        yield Finding(
            HELPLINES, 0, helpline.id, "was never verified",
            "call it and write verified_on, or mark it `sample: true`",
        )  # fmt: skip
        return
    age = (today - helpline.verified_on).days
    if age < 0:
        yield Finding(HELPLINES, 0, helpline.id, "was verified in the future", "mend verified_on")
    elif age > limits.helpline_stop_days:
        yield Finding(HELPLINES, 0, helpline.id, f"was verified {age} days ago", "call it again")
    elif age > limits.helpline_warn_days:
        yield Finding(HELPLINES, 0, helpline.id, f"was verified {age} days ago", "call it soon", Severity.WARNING)
