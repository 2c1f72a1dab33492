"""Stages read, check, consent and anonymise: everything that can be said of a campaign before a byte is written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import datetime

from safelight import consent
from safelight.campaign import Campaign
from safelight.checks import Mosaic, assess, check_data, check_profiles, check_tree, check_wording, links_to_unpublished
from safelight.consent import Permissions
from safelight.executor import Watch
from safelight.images import check_images
from safelight.languages.catalogues import check_catalogues
from safelight.languages.phones import check_numbers
from safelight.languages.reading_ease import check_reading_ease
from safelight.languages.staleness import Standing
from safelight.model.caseload import Caseload
from safelight.model.content import HEADER_RULES, ContentTree, Document
from safelight.model.data import CampaignData
from safelight.model.findings import Finding, errors
from safelight.model.profile import StoryProfile
from safelight.model.vault import Vault
from safelight.source.content import read_content
from safelight.source.data import read_data
from safelight.source.vault import read_vault
from safelight.staging.anonymise import ANONYMISER
from safelight.staging.profiles import needed_beside, profiles
from safelight.staging.ties import Ties
from safelight.text import RedactedDocument, own_key


@dataclass(frozen=True)
class Inspection:
    """A campaign as it may be published: the safe documents, and every finding on the way.

    `documents` are anonymised, allowed on the web at the moment of inspection and approved where they need it, as
    `permissions` say; the list is empty while a finding of severity error stands.
    """

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    permissions: Permissions
    data: CampaignData
    tree: ContentTree
    vault: Vault
    standings: Mapping[tuple[str, str, str], Standing] = field(default_factory=dict)
    """By `Document.key`, for translations: whether their source still says what was translated."""
    redacted: tuple[RedactedDocument, ...] = ()
    """What was replaced in each document that may go out, and what is still asked."""
    mosaics: tuple[tuple[StoryProfile, Mosaic], ...] = ()
    """What each real person's story discloses, against the caseload."""
    caseload: Caseload = field(default_factory=lambda: Caseload(()))

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that stop the build."""
        return errors(self.findings)


def inspect(
    campaign: Campaign, now: datetime, executor: Executor | None = None, watch: Watch | None = None
) -> Inspection:
    """Read the whole campaign and find every problem in it; `now` decides consent, embargo and ages of facts.

    Texts are anonymised and new pictures opened side by side by `executor`, where there are many; `watch` is told how
    far that is.

    Raises `VaultFindings` when the vault cannot be read: without it nobody can be protected.
    """
    vault = read_vault(campaign.private)
    tree, unreadable = read_content(campaign.root)
    data, wrong_data = read_data(campaign.content, campaign.languages, campaign.drafts)
    permissions = consent.decide(tree, vault, campaign, now)
    of_files = [*unreadable, *check_tree(tree, vault, campaign)]
    findings = [
        *of_files,
        *wrong_data,
        *check_data(data, campaign, now.date()),
        *check_numbers(data),
        *check_wording(tree, data),
        *check_images(tree, vault, campaign, now.date(), executor, watch),
        *check_catalogues(campaign.translations, campaign.languages, campaign.drafts),
        *permissions.findings,
    ]
    allowed = [d for d in tree.documents if d.lang in campaign.languages and permissions.allowed(d, "web")]
    ties = Ties(tree, vault, campaign.languages)
    public = public_contacts(campaign, data)
    documents = []
    beside = [d for d in needed_beside(tree, allowed) if d.lang in campaign.languages]
    safe = ANONYMISER.redact(
        [*allowed, *beside, *ties.behind(allowed)],
        vault,
        campaign.languages,
        executor,
        watch,
        public=public,
    )
    findings += _behind_mistakes(of_files, tree, allowed, ties, vault, campaign, public)
    caseload = Caseload(vault.caseload)
    told = profiles(tree, vault, safe[: len(allowed) + len(beside)], (document.key for document in allowed))
    mosaics = tuple((profile, assess(profile, caseload, vault.decisions)) for profile in told)
    findings += check_profiles(mosaics, caseload, campaign)
    standings = {}
    held_back: set[consent.Key] = set()
    tied: list[RedactedDocument] = []
    made_safe = {one.document.key: one.document for one in safe}
    for document, redacted in zip(allowed, safe[: len(allowed)], strict=True):
        redacted, said, stands = ties.tie(redacted, made_safe)
        findings.extend([*said, *redacted.findings, *check_reading_ease(redacted.document)])
        used = permissions.rests_on.get(document.key)
        if used:
            approved, said = consent.approval(used, document, safe_text_sha256(redacted.document), campaign)
            findings.extend(said)
            if not approved:
                held_back.add(document.key)
                continue
        tied.append(redacted)
        if stands is not None:
            standings[document.key] = stands
        documents.append(permissions.as_published(redacted.document))
    findings += links_to_unpublished(tree, {document.key for document in documents})
    found = tuple(sorted(set(findings)))
    return Inspection(
        () if errors(found) else tuple(documents), found, permissions.without(held_back), data, tree, vault, standings,
        tuple(tied), mosaics, caseload,
    )  # fmt: skip


def _behind_mistakes(
    of_files: Sequence[Finding],
    tree: ContentTree,
    allowed: Sequence[Document],
    ties: Ties,
    vault: Vault,
    campaign: Campaign,
    public: frozenset[str],
) -> list[Finding]:
    """What is undecided in documents that a mistake in their header keeps out: told with the mistake, not after it."""
    wrong = {finding.path for finding in errors(of_files)}
    going = {document.key for document in allowed}
    kept_out = [
        one
        for one in tree.documents
        if str(one.path) in wrong and one.key not in going and one.lang in campaign.languages
    ]
    both = [*kept_out, *ties.behind(kept_out)]
    safe = ties.settled(ANONYMISER.redact(both, vault, campaign.languages, public=public))
    return [finding for one in safe[: len(kept_out)] for finding in one.findings]


def public_contacts(campaign: Campaign, data: CampaignData) -> frozenset[str]:
    """The campaign's own address and the helplines that it prints: contacts that its pages and releases may name."""
    return frozenset(own_key(one) for one in (campaign.contact_email, *(line.number for line in data.helplines)) if one)


def safe_text(document: Document) -> str:
    """What a person approves: the prose of a safe document's front matter, and its body (STORY-RULES.md)."""
    prose = [
        f"{key}: {document.text(key)}"
        for key, rule in sorted(HEADER_RULES.items())
        if rule.prose and key in document.fields
    ]
    return "\n".join([*prose, "", document.body])


def safe_text_sha256(document: Document) -> str:
    """SHA-256 of `safe_text`, as the ledger's `approved_sha256` holds it."""
    return hashlib.sha256(safe_text(document).encode()).hexdigest()
