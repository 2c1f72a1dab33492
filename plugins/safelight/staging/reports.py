"""What waits for a person: read from an inspection, nothing written."""

from __future__ import annotations

from safelight.model.findings import Finding
from safelight.staging.inspect import Inspection

WAITING_RULES = ("unknown", "image")
"""Beginnings of the rules whose findings a reviewer, not an editor, resolves."""


def waiting(inspection: Inspection) -> tuple[Finding, ...]:
    """Findings that only a decision in the vault resolves: unknown names and images that nobody has looked at."""
    return tuple(finding for finding in inspection.findings if finding.rule.startswith(WAITING_RULES))
