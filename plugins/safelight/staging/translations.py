"""Translations of a campaign: how far each is, and the stamp that says what it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from safelight.campaign import Campaign
from safelight.consent import Permissions
from safelight.errors import ContentFindings, WrongUse
from safelight.languages.staleness import FINISHED, Standing, State, source_of, stamp, standing
from safelight.model.content import ContentTree, Document, DocumentType
from safelight.model.findings import did_you_mean, errors
from safelight.model.vault import Vault
from safelight.sealing import replace_file
from safelight.source.content import read_content
from safelight.source.data import read_data
from safelight.source.header_edit import set_field
from safelight.source.vault import read_vault
from safelight.staging.anonymise import ANONYMISER
from safelight.staging.inspect import public_contacts
from safelight.staging.ties import Ties
from safelight.text import RedactedDocument

Board = Mapping[str, Mapping[str, Standing]]
"""`type/id` to language to how far it is."""


@dataclass(frozen=True)
class Originals:
    """A campaign's documents as readers see them: what translators work from, never the raw story."""

    campaign: Campaign
    tree: ContentTree
    vault: Vault

    @classmethod
    def read(cls, campaign: Campaign) -> Originals:
        """Everything in `content/` and the vault; raises `VaultFindings` for a vault that cannot be read."""
        tree, _ = read_content(campaign.root)
        return cls(campaign, tree, read_vault(campaign.private))

    def redacted(self, documents: Iterable[Document]) -> tuple[RedactedDocument, ...]:
        """The documents as the anonymiser leaves them, with what is unresolved in them."""
        data, _ = read_data(self.campaign.content, self.campaign.languages)
        wanted = tuple(documents)
        ties = Ties(self.tree, self.vault, self.campaign.languages)
        found = ANONYMISER.redact(
            (*wanted, *ties.behind(wanted)), self.vault, self.campaign.languages,
            public=public_contacts(self.campaign, data),
        )  # fmt: skip
        return ties.settled(found)[: len(wanted)]

    def safe(self, documents: Iterable[Document]) -> tuple[Document, ...]:
        """The documents made safe; raises `ContentFindings` while something in one is unresolved."""
        found = self.redacted(documents)
        wrong = errors(finding for one in found for finding in one.findings)
        if wrong:
            raise ContentFindings(wrong)
        return tuple(one.document for one in found)

    def document(self, path: Path) -> Document:
        """The document of a file of `content/`; raises `WrongUse` with a suggestion."""
        known = {document.path.as_posix(): document for document in self.tree.documents}
        try:
            shown = path.resolve().relative_to(self.campaign.root.resolve()).as_posix()
        except ValueError:
            shown = path.as_posix()
        if shown not in known:
            raise WrongUse(f"{shown}: is no document of this campaign: {did_you_mean(shown, known)}")
        return known[shown]

    def languages_of(self, document: Document) -> tuple[Document, ...]:
        """Every language of a document."""
        return tuple(d for d in self.tree.documents if (d.type, d.id) == (document.type, document.id))

    def source(self, document: Document) -> Document:
        """The safe text that a document is a translation of; raises `WrongUse` where it is none."""
        source = source_of(self.languages_of(document), self.campaign.languages)
        if source is None:
            raise WrongUse(f"{document.path}: has no source: add {self.campaign.default_language}.md beside it")
        return self.safe([source])[0]


def board(originals: Originals, permissions: Permissions) -> Board:
    """How far every language of every document is; a story that may be told in no language is not named."""
    campaign = originals.campaign
    told = {d.id for d in originals.tree.documents if d.type is DocumentType.STORY and permissions.allowed(d, "web")}
    spoken = [
        d for d in originals.tree.documents
        if d.lang in campaign.languages and (d.type is not DocumentType.STORY or d.id in told)
    ]  # fmt: skip
    documents = {one.document.key: one.document for one in originals.redacted(spoken)}
    rows: dict[str, dict[str, Standing]] = {}
    for document in documents.values():
        name = f"{document.type.value}/{document.id}"
        if name not in rows:
            rows[name] = _row(document, documents, campaign, originals.vault)
    return dict(sorted(rows.items()))


def _row(
    document: Document, documents: Mapping[tuple[str, str, str], Document], campaign: Campaign, vault: Vault
) -> dict[str, Standing]:
    keys = {code: (document.type.value, document.id, code) for code in campaign.languages}
    there = {code: documents[key] for code, key in keys.items() if key in documents}
    source = source_of(there.values(), campaign.languages)
    may = agreed(document, campaign, vault)
    row = {}
    for code in campaign.languages:
        if code in there and source is not None:
            row[code] = standing(source, there[code])
        elif code in there:
            row[code] = Standing(State.UNSTAMPED, there[code].path.as_posix(), there[code].text("Translation"))
        else:
            row[code] = Standing(State.MISSING if code in may else State.NOT_AGREED)
    return row


def agreed(document: Document, campaign: Campaign, vault: Vault) -> frozenset[str]:
    """The languages in which a document may be told: a story's consents name them."""
    person = document.text("Person")
    if document.type is not DocumentType.STORY or not person:
        return frozenset(campaign.languages)
    mine = [one for one in vault.consent if (one.story, one.person) == (document.id, person)]
    return frozenset(code for one in mine if one.status == "granted" for code in one.languages)


def unfinished(found: Board) -> int:
    """How many languages of documents nobody has written, brought up to date or reviewed."""
    return sum(1 for row in found.values() for one in row.values() if one.state not in FINISHED)


def stamp_file(campaign: Campaign, path: Path, originals: Originals | None = None) -> Document:
    """Write into a translation the hashes of its source as it is now; returns the source.

    Raises `WrongUse` for a file that is no translation, and `ContentFindings` while the source is unresolved.
    """
    originals = originals or Originals.read(campaign)
    document = originals.document(path)
    source = originals.source(document)
    if source.lang == document.lang:
        raise WrongUse(f"{document.path}: is the source, and made from nothing: stamp its translations")
    file = campaign.root / document.path
    text = file.read_bytes().decode("utf-8-sig")
    replace_file(file, set_field(text, "Source-Hash", str(stamp(source))).encode())
    return source
