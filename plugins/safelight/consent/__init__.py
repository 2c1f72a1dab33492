"""May this be published: the consent ledger, embargoes, and what runs out soon."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from safelight.campaign import Campaign, Limits
from safelight.consent.ledger import WARNINGS, refusals
from safelight.consent.pictures import picture_channels
from safelight.consent.recordings import recordings
from safelight.model.content import ContentTree, Document, DocumentType, parse_instant
from safelight.model.findings import Finding, Severity
from safelight.model.vault import Channel, Consent, Vault

ALL_CHANNELS: frozenset[Channel] = frozenset({"web", "feed", "media-kit", "print", "audio", "image"})
PICTURE_KEYS = ("Image", "Alt", "Decorative", "Caption", "Credit", "Licence", "Image-Kind", "Image-Tags", "Release")

Key = tuple[str, str, str]
"""`Document.key`: type, id, language."""


@dataclass(frozen=True)
class Permissions:
    """Which document may go out through which channel, and what was left out and why.

    The site carries every other channel (a kit lies on it, a feed is served by it), so a document that may not go
    out through `web` goes nowhere.
    """

    channels: Mapping[Key, frozenset[Channel]]
    """A document that is not here may go nowhere."""
    findings: tuple[Finding, ...]
    pictures: Mapping[Key, frozenset[Channel]] = field(default_factory=dict)
    """The channels of the document's picture, where they differ from those of its text."""
    rests_on: Mapping[Key, Consent] = field(default_factory=dict)
    """The consent that a story goes out under."""

    def allowed(self, document: Document, channel: Channel) -> bool:
        """Whether `document` may be published through `channel`."""
        return channel in self.channels.get(document.key, frozenset())

    def picture_allowed(self, document: Document, channel: Channel) -> bool:
        """Whether the picture of `document` may be published through `channel`."""
        return channel in self.pictures.get(document.key, self.channels.get(document.key, frozenset()))

    def as_published(self, document: Document) -> Document:
        """`document` without the header lines of a picture that may not be on its page."""
        if not document.text("Image") or self.picture_allowed(document, "web"):
            return document
        return replace(document, fields={k: v for k, v in document.fields.items() if k not in PICTURE_KEYS})

    def without(self, keys: Collection[Key]) -> Permissions:
        """The same with the documents `keys` going nowhere."""
        if not keys:
            return self
        nowhere: dict[Key, frozenset[Channel]] = dict.fromkeys(keys, frozenset())
        return replace(
            self,
            channels={**self.channels, **nowhere},
            pictures={key: channels for key, channels in self.pictures.items() if key not in nowhere},
            rests_on={key: consent for key, consent in self.rests_on.items() if key not in nowhere},
        )

    @property
    def open(self) -> frozenset[tuple[Key, Channel]]:
        """Every pair of document and channel that is allowed, pictures as the channel `image`."""
        texts = {(key, channel) for key, channels in self.channels.items() for channel in channels - {"image"}}
        pictured = {
            (key, channel)
            for key, channels in {**self.channels, **self.pictures}.items()
            for channel in channels & {"image"}
            if key in self.channels
        }
        return frozenset(texts | pictured)


def decide(tree: ContentTree, vault: Vault, campaign: Campaign, now: datetime) -> Permissions:
    """What may be published at `now` (a moment with its zone), document by document.

    A story about a real person needs one consent for that story and person that breaks no rule of the ledger; a
    release waits for the end of its embargo. What may not go out is told in a note, never a stop: a withdrawn story
    disappears and the site stays. A picture of a person without consent to pictures is an error. Days are those of UTC,
    in whatever zone `now` is given.
    """
    now = now.astimezone(UTC)
    channels: dict[Key, frozenset[Channel]] = {}
    pictures: dict[Key, frozenset[Channel]] = {}
    rests_on: dict[Key, Consent] = {}
    findings: list[Finding] = []
    by_story: dict[tuple[str, str], list[Consent]] = {}
    for consent in vault.consent:
        by_story.setdefault((consent.story, consent.person), []).append(consent)
    for document in tree.documents:
        open_channels, said, consent_used = _decide_one(document, by_story, campaign, now)
        if "web" not in open_channels:
            open_channels = frozenset()
        channels[document.key] = open_channels
        if consent_used and open_channels:
            rests_on[document.key] = consent_used
        of_picture, said_of_picture = picture_channels(document, open_channels, vault, campaign, now.date())
        if of_picture != open_channels:
            pictures[document.key] = of_picture
        if consent_used and open_channels:
            said = [*said, *recordings(document, consent_used)]
        findings += [*said, *said_of_picture]
    return Permissions(channels, tuple(findings), pictures, rests_on)


def _decide_one(
    document: Document, by_story: Mapping[tuple[str, str], list[Consent]], campaign: Campaign, now: datetime
) -> tuple[frozenset[Channel], list[Finding], Consent | None]:
    if document.type is DocumentType.RELEASE and document.text("Embargo"):
        return (*_decide_embargo(document, now), None)
    if document.type is not DocumentType.STORY or (document.is_invented and not document.text("Person")):
        return ALL_CHANNELS, [], None
    consents = by_story.get((document.id, document.text("Person")), [])
    if not consents:
        return frozenset(), [_left_out(document, "has no consent", "record it in private/consent.yaml")], None
    told: list[Finding] = []
    # A refusal or withdrawal beside an older grant is the person's last word, whatever stands first.
    said_no = [consent for consent in consents if consent.status in ("withdrawn", "refused")]
    for consent in said_no or consents:
        reasons = list(_refusals(consent, document, campaign, now.date()))
        if not reasons:
            warned = [_warning(document, *text) for text in _warnings(consent, campaign, now.date())]
            return frozenset(consent.channels), warned, consent
        told += [_left_out(document, *reason) for reason in reasons]
    return frozenset(), told, None


def _decide_embargo(document: Document, now: datetime) -> tuple[frozenset[Channel], list[Finding]]:
    try:
        ends = parse_instant(document.text("Embargo"))
    except ValueError:
        return frozenset(), []  # the front-matter check reports it
    if now < ends:
        return frozenset(), [_left_out(document, f"is under embargo until {ends.isoformat()}", "build again then")]
    return ALL_CHANNELS, []


def _refusals(consent: Consent, document: Document, campaign: Campaign, today: date) -> Iterator[tuple[str, str]]:
    yield from refusals(consent, campaign.limits, today)
    if "web" not in consent.channels:
        yield f"consent {consent.id} does not cover the channel web, which carries all others", "ask for it"
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


APPROVAL = "consent-approval"
"""The rule of findings about texts that wait for their person's approval."""


def approval(
    consent: Consent, document: Document, safe_sha256: str, campaign: Campaign
) -> tuple[bool, tuple[Finding, ...]]:
    """Whether the person approved exactly this safe text [us], so that it may go out, and what to tell the editor.

    An edited story loses its approval. Without one it is held back, and the rest of the site goes out: a build that
    stopped would keep everybody else's withdrawal and every changed helpline from being published (docs/adr/0058). In a
    campaign marked `demo`, whose people are invented, a text that was never approved goes out with a warning.
    """
    approved = consent.approved_sha256.get(document.lang)
    if approved is not None and approved.casefold() == safe_sha256:
        return True, ()
    show = (
        f"show it to the person, then run `safelight consent approve {document.id} --lang {document.lang} --by YOU`, "
        "and build again"
    )
    if approved is not None:
        problem, way_out = "the text changed since it was approved", f"{show}; or put the approved text back"
    else:
        problem, way_out = f"nobody approved its text in '{document.lang}'", show
    goes_out = approved is None and campaign.demo
    problem = f"{'' if goes_out else 'is held back: '}{problem} (consent {consent.id})"
    told = Finding(document.path.as_posix(), document.line("Person"), "", problem, way_out, Severity.WARNING, APPROVAL)
    return goes_out, (told,)


def good_until(permissions: Permissions, limits: Limits) -> date | None:
    """The first day on which a story that is published now may no longer be; None if nothing ends."""
    ends: list[date] = []
    for consent in permissions.rests_on.values():
        if consent.expires_on:
            ends.append(consent.expires_on)
        if consent.risk:
            ends.append(consent.risk.on + timedelta(days=limits.risk_review_max_days + 1))
    return min(ends, default=None)


@dataclass(frozen=True, order=True)
class Due:
    """Something that ends: on which day, of which consent and story, and what to do."""

    on: date
    id: str
    story: str
    what: str
    way_out: str


def due(vault: Vault, today: date, days: int, limits: Limits | None = None) -> tuple[Due, ...]:
    """Granted consents and risk reviews that end within `days` days of `today` or have ended, first to end first."""
    limits = limits or Limits()
    end = today + timedelta(days=days)
    found = []
    for c in vault.consent:
        if c.status != "granted":
            continue
        if c.expires_on:
            what = "ends" if c.expires_on > today else "ended"
            found.append(Due(c.expires_on, c.id, c.story, what, "ask again or withdraw it"))
        if c.risk:
            stale = c.risk.on + timedelta(days=limits.risk_review_max_days + 1)
            found.append(Due(stale, c.id, c.story, "needs a new risk review", "have the risk reviewed"))
    return tuple(sorted(one for one in found if one.on <= end))
