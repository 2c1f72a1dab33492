"""What waits for a person, and how far translations are: read from an inspection or a tree, nothing written."""

from __future__ import annotations

from collections.abc import Sequence

from safelight.model.content import ContentTree
from safelight.model.findings import Finding
from safelight.staging.inspect import Inspection

WAITING_RULES = ("unknown", "image")
"""Beginnings of the rules whose findings a reviewer, not an editor, resolves."""


def waiting(inspection: Inspection) -> tuple[Finding, ...]:
    """Findings that only a decision in the vault resolves: unknown names and images that nobody has looked at."""
    return tuple(finding for finding in inspection.findings if finding.rule.startswith(WAITING_RULES))


def translation_states(tree: ContentTree, languages: Sequence[str]) -> dict[str, dict[str, str]]:
    """`type/id` to language to `missing`, `machine`, `human` or `reviewed`."""
    states: dict[str, dict[str, str]] = {}
    for document in tree.documents:
        row = states.setdefault(f"{document.type.value}/{document.id}", dict.fromkeys(languages, "missing"))
        row[document.lang] = document.text("Translation", "missing")
    return states
