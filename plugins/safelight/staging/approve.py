"""Approval: what exactly a person is shown and agrees to, bound to its hash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from safelight.campaign import Campaign
from safelight.errors import ContentFindings, WrongUse
from safelight.model.content import ContentTree, Document, DocumentType
from safelight.model.findings import did_you_mean, errors
from safelight.model.vault import Channel, Consent, Vault
from safelight.sealing import Keyring
from safelight.source.content import read_content
from safelight.source.data import read_data
from safelight.source.ledger_edit import record_approval
from safelight.source.vault import read_vault
from safelight.staging.inspect import public_contacts, safe_text, safe_text_sha256
from safelight.text import compile_registry, redact_document


@dataclass(frozen=True)
class Approval:
    """The safe text that a person approves in one language, its hash, and the consent that holds it.

    `channels` are where it will stand, and `until` is the day on which the consent ends.
    """

    text: str
    sha256: str
    consent: str
    channels: tuple[Channel, ...] = ()
    until: date | None = None


def approve(
    campaign: Campaign, story: str, lang: str, by: str, today: date, keyring: Keyring, *, record: bool = True
) -> Approval:
    """The safe text of `story` in `lang`; with `record`, its hash goes into the ledger, signed `by` somebody.

    Raises `WrongUse` for a story, language or consent that is not there, and `ContentFindings` while anything in the
    text is unresolved: nobody can approve what may still change.
    """
    check_initials(by)
    vault = read_vault(campaign.private, keyring)
    tree, unreadable = read_content(campaign.root)
    document = find_story(tree, story, lang)
    data, _ = read_data(campaign.content, campaign.languages)
    registry = compile_registry(vault, campaign.languages)
    redacted = redact_document(document, registry, public_contacts(campaign, data))
    here = [f for f in (*unreadable, *redacted.findings) if f.path == document.path.as_posix()]
    if errors(here):
        raise ContentFindings(errors(here))
    consent = _open_consent(vault, document)
    digest = safe_text_sha256(redacted.document)
    if record:
        record_approval(campaign.private, consent.id, lang, digest, by, today, keyring)
    return Approval(safe_text(redacted.document), digest, consent.id, consent.channels, consent.expires_on)


def check_initials(by: str) -> None:
    """Raise `WrongUse` for what cannot stand as somebody's initials in the vault."""
    if not re.fullmatch(r"[^\W\d][\w.-]{0,15}", by) or by in ("true", "false", "null"):
        raise WrongUse("--by: is not a reviewer's initials: use letters and digits, for instance mk")


def find_story(tree: ContentTree, story: str, lang: str) -> Document:
    """The document of a story in a language; raises `WrongUse` with a suggestion."""
    stories = [d for d in tree.documents if d.type is DocumentType.STORY]
    same = [d for d in stories if d.id == story]
    if not same:
        raise WrongUse(f"content/stories/{story}: is not there: {did_you_mean(story, {d.id for d in stories})}")
    found = next((d for d in same if d.lang == lang), None)
    if found is None:
        raise WrongUse(f"content/stories/{story}/{lang}.md: is not there: {did_you_mean(lang, {d.lang for d in same})}")
    return found


def _open_consent(vault: Vault, document: Document) -> Consent:
    """The consent that an approval belongs to: the person's for this story, newest first, not refused or withdrawn."""
    own = [c for c in vault.consent if c.story == document.id and c.person == document.text("Person")]
    if not own:
        raise WrongUse(
            f"private/consent.yaml: has no consent of this person for '{document.id}': record what they agreed to first"
        )
    if any(c.status in ("withdrawn", "refused") for c in own):
        raise WrongUse(f"private/consent.yaml: the person withdrew or refused consent for '{document.id}': respect it")
    return max(own, key=lambda c: (c.status == "granted", c.granted_on or date.min))
