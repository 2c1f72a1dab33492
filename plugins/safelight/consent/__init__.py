"""May this be published: the consent ledger, embargoes, and what runs out soon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from safelight.campaign import Campaign
from safelight.consent.ledger import REFUSALS, WARNINGS
from safelight.model.content import ContentTree, Document, DocumentType, parse_instant
from safelight.model.findings import Finding, Severity
from safelight.model.vault import Channel, Consent, Vault

ALL_CHANNELS: frozenset[Channel] = frozenset({"web", "feed", "media-kit", "print", "audio", "image"})


@dataclass(frozen=True)
class Permissions:
    """Which document may go out through which channel, and what was left out and why."""

    channels: Mapping[tuple[str, str, str], frozenset[Channel]]
    """By `Document.key`; a document that is not here may go nowhere."""
    findings: tuple[Finding, ...]

    def allowed(self, document: Document, channel: Channel) -> bool:
        """Whether `document` may be published through `channel`."""
        return channel in self.channels.get(document.key, frozenset())


def decide(tree: ContentTree, vault: Vault, campaign: Campaign, now: datetime) -> Permissions:
    """What may be published at `now` (a moment with its zone), document by document.

    A story about a real person needs one consent for that story and person that breaks no rule of the ledger; a
    release waits for the end of its embargo. What may not go out is told in a note, never a stop: a withdrawn story
    disappears and the site stays.
    """
    channels: dict[tuple[str, str, str], frozenset[Channel]] = {}
    findings: list[Finding] = []
    for document in tree.documents:
        open_channels, said = _decide_one(document, vault, campaign, now)
        channels[document.key] = open_channels
        findings.extend(said)
    return Permissions(channels, tuple(findings))


def _decide_one(
    document: Document, vault: Vault, campaign: Campaign, now: datetime
) -> tuple[frozenset[Channel], list[Finding]]:
    if document.type is DocumentType.RELEASE and document.text("Embargo"):
        return _decide_embargo(document, now)
    if document.type is not DocumentType.STORY or (document.is_invented and not document.text("Person")):
        return ALL_CHANNELS, []
    consents = [c for c in vault.consent if c.story == document.id and c.person == document.text("Person")]
    if not consents:
        return frozenset(), [_left_out(document, "has no consent", "record it in private/consent.yaml")]
    refusals: list[Finding] = []
    # A refusal or withdrawal beside an older grant is the person's last word, whatever stands first.
    said_no = [consent for consent in consents if consent.status in ("withdrawn", "refused")]
    for consent in said_no or consents:
        reasons = list(_refusals(consent, document, campaign, now.date()))
        if not reasons:
            told = [_warning(document, *text) for text in _warnings(consent, campaign, now.date())]
            return frozenset(consent.channels), told
        refusals += [_left_out(document, *reason) for reason in reasons]
    return frozenset(), refusals


def _decide_embargo(document: Document, now: datetime) -> tuple[frozenset[Channel], list[Finding]]:
    try:
        ends = parse_instant(document.text("Embargo"))
    except ValueError:
        return frozenset(), []  # the front-matter check reports it
    if now < ends:
        return frozenset(), [_left_out(document, f"is under embargo until {ends.isoformat()}", "build again then")]
    return ALL_CHANNELS, []


def _refusals(consent: Consent, document: Document, campaign: Campaign, today: date) -> Iterator[tuple[str, str]]:
    for rule in REFUSALS:
        reason = rule(consent, campaign.limits, today)
        if reason:
            yield reason
    if document.lang not in consent.languages:
        yield f"consent {consent.id} does not cover '{document.lang}'", "ask for it, or do not translate"


def _warnings(consent: Consent, campaign: Campaign, today: date) -> Iterator[tuple[str, str]]:
    for rule in WARNINGS:
        reason = rule(consent, campaign.limits, today)
        if reason:
            yield reason


def _left_out(document: Document, problem: str, way_out: str) -> Finding:
    return Finding(
        document.path.as_posix(),
        document.line("Person"),
        "",
        f"is left out: {problem}",
        way_out,
        Severity.NOTE,
        "consent",
    )


def _warning(document: Document, problem: str, way_out: str) -> Finding:
    return Finding(document.path.as_posix(), document.line("Person"), "", problem, way_out, Severity.WARNING, "consent")


def approval(consent: Consent, document: Document, safe_sha256: str) -> tuple[Finding, ...]:
    """Whether the person approved exactly this safe text [us]: an edited story loses its approval.

    A note (the document is left out) when the ledger holds another hash for the language, a warning when none.
    """
    approved = consent.approved_sha256.get(document.lang)
    if approved is None:
        return (
            _warning(
                document,
                f"consent {consent.id} has no approved_sha256 for '{document.lang}'",
                f"show the person the safe text, then record {safe_sha256}",
            ),
        )
    if approved.casefold() != safe_sha256:
        return (
            _left_out(
                document,
                f"the text changed since consent {consent.id} approved it",
                f"show the person the safe text again, then record {safe_sha256}",
            ),
        )
    return ()


def due(vault: Vault, today: date, days: int) -> tuple[Consent, ...]:
    """Granted consents that end within `days` days of `today` or have ended, the first to end first."""
    end = today + timedelta(days=days)
    ending = [c for c in vault.consent if c.status == "granted" and c.expires_on and c.expires_on <= end]
    return tuple(sorted(ending, key=lambda c: (c.expires_on or date.max, c.id)))
