"""The reviewer's report in `build/review/`: what was replaced, what was decided, what is told, and how many share it.

It holds nothing of what was replaced, no token of a decision and no undecided word, only what stands in safe texts,
counts, places and initials. Folders of content may be called after people, so that a story goes by its public address.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from safelight.campaign import K_DEFAULT, Campaign
from safelight.checks import Coarsening, Mosaic
from safelight.model.caseload import Caseload
from safelight.model.content import Document, DocumentType
from safelight.model.findings import Severity
from safelight.model.profile import CASELOAD_ATTRIBUTES, LISTED, TRAIT_MEANINGS, TRAITS, StoryProfile, Told
from safelight.model.vault import Decision
from safelight.staging.inspect import Inspection
from safelight.text import RedactedDocument

VERSION = 1
MEANINGS = frozenset(
    {"public-word", "public-organisation", "public-person", "public-place", "country", "pseudonym", "person", "name",
     "place", "remove", "secret", "unsafe", *TRAIT_MEANINGS}
)  # fmt: skip
"""What a decision may be shown to mean; anything else was written freely, might name somebody, and shows as `other`."""

Values = dict[str, object]


def report_folder(campaign: Campaign) -> Path:
    """Where the report stands, beside the previews of pictures; a withdrawal wipes it with everything in `build/`."""
    return campaign.build / "review"


def write_report(campaign: Campaign, inspection: Inspection) -> Path:
    """Write `report.json` and `index.html` anew, for the owner's eyes only; returns the page."""
    folder = report_folder(campaign)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    values = report(inspection, campaign)
    page = PAGES.get_template("review.html.jinja").render(**values)
    text = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    for name, content in (("report.json", text), ("index.html", page)):
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.write(content)
    return folder / "index.html"


def report(inspection: Inspection, campaign: Campaign) -> Values:
    """The report as plain values, the same for page and JSON (docs/review.md tells its keys)."""
    by_story: dict[str, list[RedactedDocument]] = {}
    others: list[RedactedDocument] = []
    for redacted in inspection.redacted:
        if redacted.document.type is DocumentType.STORY:
            by_story.setdefault(redacted.document.id, []).append(redacted)
        else:
            others.append(redacted)
    order = {lang: number for number, lang in enumerate(campaign.languages)}
    for found in by_story.values():
        found.sort(key=lambda one: order.get(one.document.lang, len(order)))
    addresses = {story_id: _address(found[0].document) for story_id, found in by_story.items()}
    mosaics = {profile.story: (profile, mosaic) for profile, mosaic in inspection.mosaics}
    out = frozenset(document.key for document in inspection.documents)
    severities = Counter(finding.severity for finding in inspection.findings)
    stories = [_story(found, mosaics.get(story_id), addresses, inspection, out) for story_id, found in by_story.items()]
    return {
        "version": VERSION,
        "name": campaign.name[campaign.default_language],
        "stopped": bool(inspection.blocking),
        "findings": {severity.value: severities[severity] for severity in Severity},
        "k_min": campaign.limits.k_min,
        "k_warn": max(campaign.limits.k_min, K_DEFAULT),
        "caseload": {"people": inspection.caseload.size, "columns": list(inspection.caseload.columns)},
        "decisions": _decided(one for one in inspection.vault.decisions if one.scope == "site"),
        "stories": sorted(stories, key=_least_shared_first),
        "other_texts": [_document(one) for one in others if _has_anything(one)],
    }


def _least_shared_first(story: Values) -> tuple[bool, int, str]:
    k = story["k"]
    return (not isinstance(k, int), k if isinstance(k, int) else 0, str(story["story"]))


def _address(safe: Document) -> str:
    return safe.text("Slug") or safe.id


def _story(
    found: Sequence[RedactedDocument],
    judged: tuple[StoryProfile, Mosaic] | None,
    addresses: Mapping[str, str],
    inspection: Inspection,
    out: frozenset[tuple[str, str, str]],
) -> Values:
    document = found[0].document
    consents = [one for one in inspection.vault.consent if one.story == document.id]
    values: Values = {
        "story": addresses[document.id],
        "title": {one.document.lang: one.document.text("Title") for one in found},
        "kind": document.text("Kind"),
        "real": judged is not None,
        "published": [one.document.lang for one in found if one.document.key in out],
        "texts": [_document(one) for one in found],
        "decisions": _decided(d for d in inspection.vault.decisions if d.scope == f"story:{document.id}"),
        "approved": [
            {"lang": lang, "by": review.by, "on": review.on.isoformat()}
            for consent in consents
            for lang, review in sorted(consent.approved_by.items())
        ],
        "risk": [
            {"level": consent.risk.level, "by": consent.risk.by, "on": consent.risk.on.isoformat()}
            for consent in consents
            if consent.risk
        ],
        "k": None, "profile": [], "set_aside": [], "uncounted": [], "unknown": [], "helps": [], "together_with": [],
    }  # fmt: skip
    if judged is not None:
        values |= mosaic_values(*judged, addresses, inspection.caseload)
    return values


def mosaic_values(profile: StoryProfile, mosaic: Mosaic, addresses: Mapping[str, str], caseload: Caseload) -> Values:
    """What is disclosed where, k and what saying less gives; `addresses` are the names that stories go by."""
    order = (*CASELOAD_ATTRIBUTES, *TRAITS)
    return {
        "k": mosaic.k,
        "profile": [
            {
                "attribute": attribute, "value": caseload.spelt(attribute, value),
                "counted": caseload.counts(attribute), "listed": attribute in LISTED and not caseload.counts(attribute),
                "known": (attribute, value) not in mosaic.unknown,
                "told": _places(mosaic.places(attribute, value), addresses),
            }
            for attribute in sorted(mosaic.values, key=lambda one: (order.index(one) if one in order else 99, one))
            for value in sorted(mosaic.values[attribute])
        ],
        "set_aside": [
            {"attribute": told.attribute, "value": told.value, "told": _places([told], addresses)} | _signed(decision)
            for told, decision in mosaic.set_aside
        ],
        "uncounted": [f"{attribute}={value}" for attribute, value in mosaic.uncounted],
        "unknown": [f"{attribute}={value}" for attribute, value in mosaic.unknown],
        "helps": [_help(one, caseload) for one in mosaic.helps],
        "together_with": [addresses.get(other, "a story that is not published") for other in profile.others],
    }  # fmt: skip


def _help(one: Coarsening, caseload: Caseload) -> Values:
    instead = {"column": one.instead[0], "value": caseload.spelt(*one.instead)} if one.instead else None
    value = caseload.spelt(one.attribute, one.value) if one.value else ""
    return {"attribute": one.attribute, "value": value, "instead": instead, "k": one.k}


def _places(told: Iterable[Told], addresses: Mapping[str, str]) -> list[Values]:
    """Where something is told: text, line and rule, the text by its address and language."""
    found = []
    for one in told:
        *_, folder, file = one.path.split("/")
        text = f"{addresses[folder]}/{file.removesuffix('.md')}" if folder in addresses else "another text"
        found.append({"text": text, "line": one.line, "field": one.field, "rule": one.rule})
    return found


def _document(redacted: RedactedDocument) -> Values:
    """What was done to one text: replacements by rule, and how many questions of which kind wait at which lines."""
    document = redacted.document
    replaced = Counter(
        (_kind(one.kind, one.rule), one.rule, one.with_) for r in redacted.redactions.values() for one in r.replacements
    )
    asked: dict[tuple[str, bool], list[int]] = {}
    for finding in redacted.findings:
        asked.setdefault((finding.rule, finding.severity is Severity.ERROR), []).append(finding.line)
    return {
        "text": f"{_address(document)}/{document.lang}",
        "type": document.type.value,
        "lang": document.lang,
        "replaced_count": sum(replaced.values()),
        "replaced": [
            {"kind": kind, "rule": rule, "with": said, "count": count}
            for (kind, rule, said), count in sorted(replaced.items(), key=lambda item: (item[0][0], -item[1], item[0]))
        ],
        "asked": [
            {"kind": kind, "stops": stops, "count": len(lines), "lines": sorted(set(lines))}
            for (kind, stops), lines in sorted(asked.items())
        ],
    }


def _has_anything(redacted: RedactedDocument) -> bool:
    return bool(redacted.findings) or any(one.replacements for one in redacted.redactions.values())


def _kind(kind: str, rule: str) -> str:
    """A replacement's kind; a decision's is its meaning, which somebody wrote freely."""
    return _shown(kind) if rule == "decision" else kind


def _shown(means: str) -> str:
    return means if means in MEANINGS else "other"


def _signed(decision: Decision) -> Values:
    return {"means": _shown(decision.means), "by": decision.by, "on": decision.on.isoformat()}


def _decided(decisions: Iterable[Decision]) -> list[Values]:
    """Decisions counted by what they mean and who signed them when; never of which words."""
    counted = Counter((_shown(one.means), one.by, one.on.isoformat()) for one in decisions)
    return [{"means": means, "by": by, "on": on, "count": count} for (means, by, on), count in sorted(counted.items())]


PAGES = Environment(
    loader=PackageLoader("safelight.staging", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)  # fmt: skip
