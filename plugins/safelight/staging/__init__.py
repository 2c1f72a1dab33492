"""Staging: from `content/` and `private/` to `build/content/`, the only thing that Pelican ever sees."""

from safelight.staging.approve import Approval, approve
from safelight.staging.forget import forget_withdrawn
from safelight.staging.inspect import Inspection, inspect
from safelight.staging.reports import translation_states, waiting
from safelight.staging.write import Staged, stage, verify_receipt

__all__ = [
    "Approval",
    "Inspection",
    "Staged",
    "approve",
    "forget_withdrawn",
    "inspect",
    "stage",
    "translation_states",
    "verify_receipt",
    "waiting",
]
