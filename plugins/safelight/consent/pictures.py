"""Pictures of a person whose story is told (`Image-Kind: subject`): only with image consent, never of a minor."""

from __future__ import annotations

from datetime import date

from safelight.campaign import Campaign
from safelight.consent.ledger import refusals
from safelight.model.content import Document, DocumentType
from safelight.model.findings import Finding, Severity
from safelight.model.vault import Channel, Consent, Vault

NAMED = "consent:"


def picture_channels(
    document: Document, open_channels: frozenset[Channel], vault: Vault, campaign: Campaign, today: date
) -> tuple[frozenset[Channel], tuple[Finding, ...]]:
    """The channels through which the document's picture may go, of those that are open to its text.

    A picture of a subject needs a consent with the channel `image`: the one that `Release: consent:<id>` names, else
    the story's own. One that never covered pictures, or is of a minor [UNICEF], is an error; one that has ended or
    was withdrawn takes the picture out of a page that stays.
    """
    if not document.text("Image") or document.text("Image-Kind") != "subject" or not open_channels:
        return open_channels, ()
    consents = _consents(document, vault)
    if not consents:
        problem = "shows a person, and no consent is named"
        return frozenset(), (_error(document, problem, "write `Release: consent:<id>`, or choose another picture"),)
    for consent in consents:
        if consent.minor != "never":
            return frozenset(), (_error(document, "shows a minor", "choose a drawing or an object [UNICEF]"),)
        if "image" not in consent.channels:
            problem = f"shows a person, and consent {consent.id} does not cover the channel image"
            return frozenset(), (_error(document, problem, "ask the person, or choose another picture"),)
        broken = refusals(consent, campaign.limits, today)
        if broken:
            return frozenset(), tuple(_left_out(document, *reason) for reason in broken)
        open_channels &= frozenset(consent.channels)
    return open_channels, ()


def _consents(document: Document, vault: Vault) -> tuple[Consent, ...]:
    """The consents that the picture rests on; empty when one is named that does not exist."""
    release = document.text("Release")
    if release.startswith(NAMED):
        wanted = release.removeprefix(NAMED).strip()
        return tuple(consent for consent in vault.consent if consent.id == wanted)
    if document.type is DocumentType.STORY:
        own = (c for c in vault.consent if c.story == document.id and c.person == document.text("Person"))
        return tuple(consent for consent in own if consent.status == "granted")
    return ()


def _error(document: Document, problem: str, way_out: str) -> Finding:
    line = document.line("Image-Kind")
    return Finding(document.path.as_posix(), line, "Image-Kind", problem, way_out, rule="consent-image")


def _left_out(document: Document, problem: str, way_out: str) -> Finding:
    said = f"the picture is left out: {problem}"
    return Finding(document.path.as_posix(), document.line("Image"), "", said, way_out, Severity.NOTE, "consent")
