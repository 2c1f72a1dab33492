"""A whole document made safe: body and every front-matter value that readers see."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from safelight.model.content import HEADER_RULES, Document, DocumentType, Field, parse_profile
from safelight.model.findings import Finding, Severity
from safelight.model.profile import Disclosure
from safelight.model.redaction import Redaction, Strictness
from safelight.text.coarse import coarsen
from safelight.text.disclosures import disclose
from safelight.text.fold import key_of
from safelight.text.inflection import is_arabic, is_cyrillic
from safelight.text.reading import Reading, read
from safelight.text.redact import redact
from safelight.text.registry import Registry
from safelight.text.sentences import begins_with_capitals
from safelight.text.skeleton import to_latin

OF_PEOPLE = frozenset({"Caption", "Alt"})
"""Fields that tell who is to be seen, in every type of document."""


@dataclass(frozen=True)
class RedactedDocument:
    """The safe document, what is undecided in it, and what was done by field (`body` for the text).

    `disclosures` are what the safe fields of a real person's story still tell, by field.
    """

    document: Document
    findings: tuple[Finding, ...]
    redactions: Mapping[str, Redaction]
    disclosures: Mapping[str, tuple[Disclosure, ...]] = field(default_factory=dict)


def redact_document(document: Document, registry: Registry, public: Collection[str] = ()) -> RedactedDocument:
    """Redact the body and all prose of the header; stories, captions and quotations deny by default, other texts ask.

    `public` are the campaign's own addresses and numbers, as `detectors.own_key` writes them.
    """
    is_story = document.type is DocumentType.STORY
    redactions: dict[str, Redaction] = {}
    findings: list[Finding] = []
    fields = dict(document.fields)
    body_reading = read(document.body, document.lang)
    habit = begins_with_capitals(body_reading) if document.body.strip() else None
    years = told_years(document.text("Profile"))

    def made_safe(name: str, text: str | Reading, first_line: int) -> str:
        # Tags and captions have no sentences: every part of them is read as a sentence of its own.
        strictness = Strictness.DENY if is_story or name in OF_PEOPLE else Strictness.ASK
        result = redact(
            text, document.lang, registry,
            strictness=strictness, story=document.id, capitalised=habit, public=public, years=years,
        )  # fmt: skip
        redactions[name] = result
        findings.extend(findings_of(document, name, result, first_line))
        return result.text

    for key, line in document.fields.items():
        rule = HEADER_RULES.get(key)
        if rule is not None and rule.prose and key != "Slug":
            fields[key] = Field(made_safe(key, line.text, line.line), line.line)
    body = made_safe("body", body_reading, document.body_line)
    slug = document.text("Slug") or document.id
    safe_slug = redact_slug(slug, document.lang, registry)
    if safe_slug != slug or "Slug" in fields:
        fields["Slug"] = Field(safe_slug, document.line("Slug"))
    if is_story:
        findings.extend(_told_by_address(document, safe_slug, registry, years))
    safe = replace(document, fields=fields, body=body)
    disclosures = disclosed(safe) if is_story and not document.is_invented else {}
    return RedactedDocument(safe, tuple(findings), redactions, disclosures)


def disclosed(safe: Document, names: Collection[str] = ()) -> dict[str, tuple[Disclosure, ...]]:
    """What the prose of a safe document tells, by field (`body` for the text); of `names` alone, if any are given."""
    found = {}
    for name in names or (*(key for key in safe.fields if key in HEADER_RULES and HEADER_RULES[key].prose), "body"):
        text = safe.body if name == "body" else safe.text(name)
        if name == "Slug":
            text = text.replace("-", " ")
        told = disclose(read(text, safe.lang), safe.lang) if text else ()
        if told:
            found[name] = told
    return found


def _told_by_address(document: Document, slug: str, registry: Registry, years: Collection[str]) -> Iterator[Finding]:
    """Exact times and sums in a story's address, which stands on every page and in every share of it."""
    written = document.lang if "Slug" in document.fields else "en"  # folders have English names
    reading = read(slug.replace("-", " "), written)
    for one in coarsen(reading, written, years):
        text = reading.text[one.start : one.end]
        decided = registry.decisions.allows_trait(f"{one.attribute}={one.value}", document.id)
        if one.attribute != "count" and not decided and not registry.decisions.allows_words(text, written, document.id):
            yield Finding(
                str(document.path), document.line("Slug"), "Slug", f"tells '{text}' in the address, too exactly",
                "write a Slug without it, or decide as for the text (docs/review.md, Numbers)", rule="address-exact",
            )  # fmt: skip


def told_years(profile: str) -> frozenset[str]:
    """The years that a `Profile` line tells: they are counted, and may stand in the story. Empty for a line with mistakes."""
    try:
        return (
            frozenset(value for key, value in parse_profile(profile).items() if key == "year")
            if profile
            else frozenset()
        )
    except ValueError:
        return frozenset()


def redact_slug(slug: str, lang: str, registry: Registry) -> str:
    """An address part with registered names as the pseudonym in Latin letters, registered places left out."""
    parts: list[str] = []
    index = registry.index("en")
    for word in slug.split("-"):
        key = key_of(word)
        forms = index.get(key)
        if forms and forms[0].part != "place":
            person = registry.people[forms[0].owner]
            name = person.pseudonym.get("en") or person.pseudonym.get(lang) or ""
            safe = to_latin(name) if is_cyrillic(name) else name.casefold()
            if safe and not is_arabic(safe) and safe.isalnum() and (not parts or parts[-1] != safe):
                parts.append(safe)
        elif not forms:
            parts.append(word)
    return "-".join(parts) or "story"


def findings_of(document: Document, name: str, redaction: Redaction, first_line: int) -> list[Finding]:
    """What is undecided in one part of a document, as findings; `first_line` is the line on which the part begins."""
    found = []
    for question in redaction.unresolved:
        certain = not question.kind.startswith("unknown")
        # What the vault knows is a secret and is not printed; what nobody knows has to be shown to be decided.
        what = "a registered name" if certain else f"'{question.text}'"
        severity = Severity.ERROR if certain or question.stops else Severity.WARNING
        problem = f"{what} is not known to be safe" if not certain else f"{what} cannot be replaced"
        found.append(
            Finding(
                str(document.path), first_line + question.line - 1, name, problem, question.suggestion, severity,
                question.kind, question.column,
            )
        )  # fmt: skip
    return found
