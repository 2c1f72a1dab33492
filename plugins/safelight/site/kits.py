"""What goes into a media kit: chosen from the staged campaign by language and consent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup
from markdown import markdown

from safelight.campaign import Campaign
from safelight.images import licence_of
from safelight.model.content import Document, DocumentType, parse_date
from safelight.presskit import KitImage, KitInput, KitText
from safelight.staging import Staged


def plain_text(body: str) -> str:
    """Markdown as text that pastes cleanly: one line a paragraph, a blank line between, no markup."""
    soup = BeautifulSoup(markdown(body, extensions=["extra"]), "html.parser")
    for apart in soup.find_all(["td", "th", "br", "p"]):
        apart.append(" ")
    blocks = [
        block for block in soup.find_all(["h1", "h2", "h3", "h4", "p", "li", "tr"]) if not block.find(["p", "li"])
    ]
    lines = (" ".join(block.get_text().split()) for block in blocks)
    return "\n\n".join(line for line in lines if line)


def kit_input(campaign: Campaign, staged: Staged, lang: str) -> KitInput:
    """The kit of one language: releases and stories allowed in kits, their pictures, facts; safe text only."""
    inspection = staged.inspection
    allowed = [d for d in inspection.documents if d.lang == lang and inspection.permissions.allowed(d, "media-kit")]
    releases = [d for d in allowed if d.type is DocumentType.RELEASE]
    stories = [d for d in allowed if d.type is DocumentType.STORY]
    press_page = next((d for d in allowed if d.type is DocumentType.PAGE and d.id == "press"), None)
    return KitInput(
        lang=lang,
        campaign=campaign,
        data=inspection.data,
        releases=tuple(_text(d) for d in releases),
        images=tuple(_image(campaign, staged, d) for d in (*releases, *stories) if _offered(d, campaign, staged)),
        stories=tuple(replace(_text(d), printable=inspection.permissions.allowed(d, "print")) for d in stories),
        terms=plain_text(press_page.body) if press_page else "",
    )


def _offered(document: Document, campaign: Campaign, staged: Staged) -> bool:
    """Whether journalists get the document's picture: it has one, consent covers kits, and newspapers may print it."""
    licence = licence_of(document.text("Licence"), campaign)
    allowed = staged.inspection.permissions.picture_allowed(document, "media-kit")
    return document.key in staged.pictures and allowed and licence is not None and licence.is_free_for_press


def _text(document: Document) -> KitText:
    return KitText(
        id=_name(document),
        title=document.text("Title"),
        summary=document.text("Summary"),
        body_text=plain_text(document.body),
        date=parse_date(document.text("Date")) if document.text("Date") else None,
        contact=document.text("Contact"),
        translation=document.text("Translation"),
        kind=document.text("Kind"),
        content_notes=tuple(note for note in document.items("Content-Notes") if note != "none"),
        invented=document.is_invented,
    )


def _name(document: Document) -> str:
    """What the files of a document are called in the kit: as its address in this language."""
    return document.text("Slug") or document.id


def _image(campaign: Campaign, staged: Staged, document: Document) -> KitImage:
    picture = staged.pictures[document.key]
    offered = [variant for variant in picture.variants if variant.mime in ("image/jpeg", "image/svg+xml")]
    largest = max(offered, key=lambda variant: variant.width)
    licence = licence_of(document.text("Licence"), campaign)
    assert licence  # noqa: S101 (an unknown one is an error of the checks)
    siblings = [d for d in staged.inspection.documents if (d.type, d.id) == (document.type, document.id)]
    return KitImage(
        file=campaign.staged / "images" / largest.file,
        # Named as the text that it belongs to; a release and a story may share a name.
        name=("story-" if document.type is DocumentType.STORY else "") + _name(document) + Path(largest.file).suffix,
        alt={d.lang: d.text("Alt") for d in siblings},
        caption=document.text("Caption"),
        credit=document.text("Credit"),
        licence=licence,
        posed=document.text("Image-Kind") == "model",
        drawn=document.text("Image-Kind") == "illustration",
    )
