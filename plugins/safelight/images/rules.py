"""What a document may do with a picture: kind, tags, release, consent of whom it shows (STORY-RULES.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from safelight.campaign import Campaign
from safelight.images.licences import LICENCES, licence_of
from safelight.model.content import ContentTree, Document, DocumentType
from safelight.model.findings import Finding, did_you_mean
from safelight.model.vault import Consent, Vault

FORBIDDEN_TAGS = frozenset(
    {
        "chains", "chain", "rope", "ropes", "bars", "barcode", "barcodes", "bruise", "bruises", "bound-hands",
        "sexualised", "sexualized", "violence",
    }
)  # fmt: skip
"""What campaign pictures must not show [FU, EJN], in the rule's own words and their other number and spelling."""
WITHOUT_PEOPLE = frozenset({"illustration", "object", "place"})
"""Kinds of pictures that show nobody; all that a story of somebody who is or was a minor may have [UNICEF]."""


def check_use(
    document: Document, tree: ContentTree, vault: Vault, campaign: Campaign, today: date
) -> Iterator[Finding]:
    """A finding for each rule that a document's picture breaks."""
    path = str(document.path)

    def finding(key: str, problem: str, way_out: str) -> Finding:
        return Finding(
            path,
            document.line(key) if key in document.fields else document.line("Image"),
            key,
            problem,
            way_out,
            rule="image-use",
        )

    for tag in document.items("Image-Tags"):
        if "-".join(re.split(r"[\s_-]+", tag.casefold())) in FORBIDDEN_TAGS:
            yield finding("Image-Tags", f"'{tag}' is not shown", "choose another picture")
    name = document.text("Image")
    if not name:
        return
    beside = {asset.path.name for asset in tree.assets if asset.path.parent == document.path.parent}
    if name not in beside:
        way_out = did_you_mean(name, beside) if beside else "put the image into the document's folder"
        yield finding("Image", f"'{name}' is not beside the document", way_out)
    decorative = document.text("Decorative") == "yes"
    if not document.text("Alt") and not decorative:
        yield finding("Alt", "is missing", "say what the image shows, or write `Decorative: yes` if it says nothing")
    if document.text("Alt") and decorative:
        yield finding("Alt", "stands beside `Decorative: yes`", "delete one of the two")
    yield from (finding(*problem) for problem in _licence(document, campaign))
    yield from (finding(*problem) for problem in _release(document, vault, today))


def _licence(document: Document, campaign: Campaign) -> Iterator[tuple[str, str, str]]:
    name = document.text("Licence")
    licence = licence_of(name, campaign)
    if licence is None:
        if "-ND" in name:
            problem = f"'{name}' forbids to publish what was changed, as every picture is"
            yield "Licence", problem, "choose a picture whose licence allows changes"
        else:
            yield "Licence", f"'{name}' is not known", did_you_mean(name, [campaign.licence, *LICENCES])
        return
    if document.type is DocumentType.RELEASE and not licence.is_free_for_press:
        yield "Licence", f"'{name}' does not let newspapers print the picture", "choose another picture for the press"
    if licence.name.startswith("CC BY") and licence.name != campaign.licence and not document.text("Credit"):
        yield "Credit", f"is missing, and {licence.name} asks for it", "write who made the picture"


def _release(document: Document, vault: Vault, today: date) -> Iterator[tuple[str, str, str]]:
    kind, release = document.text("Image-Kind"), document.text("Release")
    what, _, whom = (part.strip() for part in release.partition(":"))
    if not kind:
        yield "Image-Kind", "is missing", "write illustration, object, place, model or subject"
    if not release:
        yield "Release", "is missing", "write none-needed, model:<id> or consent:<id>"
    elif not (release == "none-needed" or (what in ("model", "consent") and whom)):
        yield "Release", f"'{release}' is not understood", "write none-needed, model:<id> or consent:<id>"
    elif kind == "model" and what != "model":
        yield "Release", "does not name the model's release", "write model:<id>, or choose another Image-Kind"
    elif kind == "subject" and what != "consent":
        yield "Release", "does not name the subject's consent", "write consent:<id>, or choose another picture"
    if what == "consent":
        consent = next((c for c in vault.consent if c.id == whom), None)
        problem = _consent_problem(consent, document, today)
        if problem:
            yield "Release", problem, "choose a picture that shows nobody"
    if document.type is DocumentType.STORY and kind and kind not in WITHOUT_PEOPLE:
        young = [c for c in vault.consent if c.story == document.id and c.person == document.text("Person")]
        if any(consent.minor != "never" for consent in young):
            yield "Image-Kind", "is a photograph in the story of a minor", "choose an illustration, object or place"


def _consent_problem(consent: Consent | None, document: Document, today: date) -> str:
    """Why a consent does not allow this picture; empty if it does."""
    if consent is None:
        return "names a consent that the ledger does not have"
    if consent.status != "granted":
        return "names a consent that is not granted"
    if not consent.expires_on or today >= consent.expires_on or (consent.granted_on and today < consent.granted_on):
        return "names a consent that does not run today"
    if "image" not in consent.channels:
        return "names a consent that does not allow images"
    if consent.minor != "never":
        return "names the consent of a minor"
    if document.type is DocumentType.STORY and consent.story != document.id:
        return "names the consent of another story"
    return ""
