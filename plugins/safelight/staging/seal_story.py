"""Sealing a story: its reviewed raw text becomes its safe text, so that the names leave the working tree too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from safelight.campaign import Campaign
from safelight.errors import ContentFindings, LeakFound, WrongUse
from safelight.leakgate import report, scan
from safelight.model.content import Document, DocumentType
from safelight.model.findings import did_you_mean, errors
from safelight.model.vault import Decision, Vault
from safelight.sealing import Keyring, replace_file
from safelight.sealing.editing import private_folder
from safelight.source.content import read_content
from safelight.source.frontmatter import parse
from safelight.source.vault import read_vault
from safelight.source.vault_edit import add_entries
from safelight.staging.approve import check_initials
from safelight.text import RedactedDocument, Registry, compile_registry, redact_document

WORD = re.compile(r"[^\W_]+")
PSEUDONYM = "pseudonym"
"""What a decision means that lets the name stand which a person carries in public."""


def seal_story(campaign: Campaign, story: str, by: str, today: date, keyring: Keyring) -> tuple[PurePosixPath, ...]:
    """Rewrite every language of `story` as its safe text; returns the files that changed.

    The text must have no open question. The pseudonyms that now stand in it are words that nobody registered, so
    each of their forms is decided for this story, signed `by` somebody. Raises `WrongUse` for a story that is not
    there, `ContentFindings` for questions, and `LeakFound` if the gate still finds anything; then nothing is written.
    """
    check_initials(by)
    vault = read_vault(campaign.private, keyring)
    tree, unreadable = read_content(campaign.root)
    stories = [d for d in tree.documents if d.type is DocumentType.STORY]
    documents = [d for d in stories if d.id == story]
    if not documents:
        raise WrongUse(f"content/stories/{story}: is not there: {did_you_mean(story, {d.id for d in stories})}")
    registry = compile_registry(vault, campaign.languages)
    safe = [redact_document(document, registry) for document in documents]
    broken = [f for f in unreadable if f.path.startswith(f"content/stories/{story}/")]
    found = errors([*broken, *(finding for one in safe for finding in one.findings)])
    if found:
        raise ContentFindings(found)
    texts = {one.document.path: as_file(one.document) for one in safe}
    _refuse_leaks(texts, vault)
    reread = [_read_again(one.document, texts[one.document.path]) for one in safe]
    decisions = tuple(
        d for one, doc in zip(safe, reread, strict=True) for d in _decisions(one, doc, registry, by, today)
    )
    _refuse_questions(reread, replace(vault, decisions=(*vault.decisions, *decisions)), campaign)
    if decisions:
        add_entries(campaign.private, "decisions", [_as_entry(decision) for decision in decisions], keyring)
    changed = []
    for path, text in texts.items():
        if (campaign.root / path).read_text(encoding="utf-8") != text:
            replace_file(campaign.root / path, text.encode())
            changed.append(path)
    return tuple(changed)


def as_file(document: Document) -> str:
    """A document as its Markdown file."""
    header = "".join(f"{key}: {field.text}\n" for key, field in document.fields.items())
    return f"{header}\n{document.body}"


def _read_again(document: Document, text: str) -> Document:
    header = parse(text, document.path)
    return Document(
        document.type, document.id, document.lang, document.path, header.fields, header.body, header.body_line
    )


def _decisions(
    safe: RedactedDocument, reread: Document, registry: Registry, by: str, today: date
) -> Iterator[Decision]:
    """A decision for each word that is asked about only because it came with a replacement."""
    brought = " ".join(r.with_ for redaction in safe.redactions.values() for r in redaction.replacements)
    again = redact_document(reread, registry)
    asked = {question.text for redaction in again.redactions.values() for question in redaction.unresolved}
    for word in sorted(asked & set(WORD.findall(brought))):
        yield Decision(word, reread.lang, PSEUDONYM, f"story:{reread.id}", by, today)


def _refuse_questions(documents: Sequence[Document], vault: Vault, campaign: Campaign) -> None:
    """The next build must read the sealed text as it stands; raises `ContentFindings` where it would not."""
    registry = compile_registry(vault, campaign.languages)
    again = [redact_document(document, registry) for document in documents]
    found = errors(finding for one in again for finding in one.findings)
    if found:
        raise ContentFindings(found)
    changed = [one.document.path for one, document in zip(again, documents, strict=True) if one.document != document]
    if changed:
        raise WrongUse(
            "\n".join(f"{path}: would change once more when it is read again: report this" for path in changed)
        )


def _as_entry(decision: Decision) -> str:
    return (
        f"{{token: {json.dumps(decision.token, ensure_ascii=False)}, lang: {decision.lang}, means: {decision.means}, "
        f'scope: "{decision.scope}", by: {decision.by}, on: {decision.on.isoformat()}}}'
    )


def _refuse_leaks(texts: dict[PurePosixPath, str], vault: Vault) -> None:
    with private_folder() as folder:
        for path, text in texts.items():
            (folder / path.name).write_text(text, encoding="utf-8")
        leaks = scan(folder, vault)
    if leaks:
        raise LeakFound(report.as_text(leaks))


def left_to_do(campaign: Campaign, story: str, changed: Sequence[PurePosixPath]) -> tuple[str, ...]:
    """What sealing cannot do, for the person at the terminal."""
    folder = Path("content") / DocumentType.STORY.value / story
    raw = [p.name for p in sorted((campaign.root / folder).iterdir()) if p.suffix != ".md"]
    notes = [f"{path}: is its safe text now" for path in changed]
    if raw:
        notes.append(f"{folder}: {', '.join(raw)} stays as it is: pictures are made safe by the build only")
    if changed:
        notes.append("Names may still stand in the history of Git, in backups and in editors' copies of these files.")
    return tuple(notes)
