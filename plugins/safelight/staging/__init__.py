"""Staging: from `content/` and `private/` to `build/content/`, the only thing that Pelican ever sees."""

from safelight.staging.inspect import Inspection, inspect
from safelight.staging.write import Staged, stage, verify_receipt

__all__ = ["Inspection", "Staged", "inspect", "stage", "verify_receipt"]
