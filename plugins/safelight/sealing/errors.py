"""What keeps a sealed file shut, named by the mistake. No message tells anything of what is inside."""

from __future__ import annotations

from safelight.errors import CampaignError


class SealingError(CampaignError):
    """The vault cannot be sealed or opened as asked."""

    exit_status = 2


class VaultStaysShut(SealingError):
    """A sealed file that none of the identities at hand opens, or that is not an age file at all."""


class IdentityUnusable(SealingError):
    """An identity file that is missing, malformed or locked."""


class RecipientUnusable(SealingError):
    """A line of recipients.txt that is no recipient, or none at all."""


class NoPassphrase(SealingError):
    """A passphrase is needed and there is nobody to ask."""


class NoMemoryFolder(SealingError):
    """There is no folder in memory to edit in; the vault is not written to a disk in the clear."""
