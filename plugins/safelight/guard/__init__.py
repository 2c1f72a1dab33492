"""The guard of commits: what must never enter a repository, refused before it does."""

from safelight.guard.refusals import Refusal, guard
from safelight.guard.staged import staged_files

__all__ = ["Refusal", "guard", "staged_files"]
