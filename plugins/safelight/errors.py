"""What can go wrong, named by the mistake.

Everything that a person can cause is a `CampaignError`; the command line prints its message and exits with its
`exit_status`. Anything else that is raised is a bug in Safelight. A message never quotes a secret of the vault.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from safelight.model.findings import Finding


class CampaignError(Exception):
    """A mistake in the campaign's files, settings or use, with the message for whoever made it."""

    exit_status: ClassVar[int] = 1
    """What the process ends with: 1 for findings, 2 for wrong use or input that cannot be read at all."""


class FindingsError(CampaignError):
    """One or more findings of severity `error`; carries all of them, so that they are mended in one go."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class ContentFindings(FindingsError):
    """The content tree breaks a rule (stage `check`, `consent` or `anonymise`); nothing was staged."""


class VaultFindings(FindingsError):
    """The vault is missing, empty or malformed; without it nobody can be protected, so nothing is rendered."""

    exit_status = 2


class ImageRefused(CampaignError):
    """An image that cannot be made safe: unreadable, too large, animated, or of a kind we do not open."""

    exit_status = 2


class LeakFound(CampaignError):
    """The gate found a secret, or something that it cannot open, in the built site; `output/` stays as it was."""


class StampMismatch(CampaignError):
    """The tree to deploy is not, byte for byte, the tree that passed the gate."""


class BuildInterrupted(CampaignError):
    """The staged or rendered tree is not what this build made (another build, or an edit in `build/`)."""


class WrongUse(CampaignError):
    """A command line, setting or environment that cannot be carried out as asked."""

    exit_status = 2
