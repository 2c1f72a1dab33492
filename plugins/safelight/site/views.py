"""What templates see of a document: plain values, links already relative to the page that is being written."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from markupsafe import Markup

from safelight.campaign import Campaign
from safelight.images import Picture, licence_of
from safelight.languages import Language
from safelight.languages.staleness import Standing, State
from safelight.model.content import Document, parse_date, parse_profile

WORDS_PER_MINUTE = 180
"""Reading speed that reading times are told by: unhurried, on a phone."""
PICTURE_MIMES = ("image/avif", "image/webp", "image/jpeg", "image/svg+xml")
"""Formats in the order in which a browser is offered them; the last that exists is the fallback."""


@dataclass(frozen=True)
class Alternate:
    """The same page in another language; where `exists` is false, the addresses are those of its home page."""

    language: Language
    href: str
    absolute: str
    exists: bool
    note: str = ""
    """What the switch says, in that language, where the page does not exist in it."""


@dataclass(frozen=True)
class NavItem:
    """One link of the header; `current` marks the section that the page belongs to."""

    key: str
    title: str
    href: str
    current: bool


@dataclass(frozen=True)
class Paging:
    """Where a page of a list stands: its number from 1, the last number, and links to its neighbours, or none."""

    number: int
    last: int
    newer: str
    older: str


@dataclass(frozen=True)
class TopicView:
    """A topic as a link, and how many documents carry it."""

    title: str
    href: str
    count: int


@dataclass(frozen=True)
class KitView:
    """A media kit as the press page shows it; sizes in bytes, `members` as (name, size)."""

    file: str
    size: int
    sha256: str
    members: Sequence[tuple[str, int]]


@dataclass(frozen=True)
class PictureView:
    """A published picture: `sources` as (mime, srcset), `src` the fallback, sizes in pixels.

    `colour` stands in its place until it has come; `dark` tells that letters on it are best light. `posed` marks what
    a model played. `download` is the link to the largest version of the fallback format, `download_size` its bytes.
    """

    src: str
    sources: tuple[tuple[str, str], ...]
    width: int
    height: int
    colour: str
    dark: bool
    alt: str
    caption: str
    credit: str
    licence: str
    licence_url: str
    posed: bool
    download: str
    download_format: str
    download_width: int
    download_height: int
    download_size: int


@dataclass(frozen=True)
class Entry:
    """One document for a template; `path` is its site path, `href` the link to it from the current page."""

    id: str
    type: str
    lang: str
    title: str
    summary: str
    content: Markup
    path: str
    href: str
    tags: tuple[str, ...]
    translation: str
    minutes: int
    date: datetime.date | None = None
    modified: datetime.date | None = None
    kind: str = ""
    invented: bool = False
    content_notes: tuple[str, ...] = ()
    origin: str = ""
    picture: PictureView | None = None
    contact: str = ""
    topics: tuple[TopicView, ...] = ()
    is_source: bool = True
    """Whether the text is what translations are made from."""
    outdated: bool = False
    """Whether the source has changed since it was translated."""
    printable: bool = True
    """Whether the text may be printed; a story's person may have agreed to screens only."""

    @property
    def updated(self) -> datetime.date | None:
        """The day of the last change that the document tells of."""
        return self.modified or self.date


def entry(
    document: Document,
    *,
    path: str,
    href: str,
    content: str,
    picture: PictureView | None,
    topics: tuple[TopicView, ...] = (),
    standing: Standing | None = None,
    printable: bool = True,
) -> Entry:
    """The view of a safe document whose front matter has passed the checks, with the `standing` of a translation."""
    return Entry(
        id=document.id,
        type=document.type.value,
        lang=document.lang,
        title=document.text("Title"),
        summary=document.text("Summary"),
        content=Markup(content),  # noqa: S704 (rendered from staged, anonymised Markdown)
        path=path,
        href=href,
        tags=document.items("Tags"),
        translation=document.text("Translation"),
        minutes=max(1, round(len(document.body.split()) / WORDS_PER_MINUTE)),
        date=parse_date(document.text("Date")) if document.text("Date") else None,
        modified=parse_date(document.text("Modified")) if document.text("Modified") else None,
        kind=document.text("Kind"),
        invented=document.is_invented,
        content_notes=tuple(note for note in document.items("Content-Notes") if note != "none"),
        origin=_origin(document),
        picture=picture,
        contact=document.text("Contact"),
        topics=topics,
        is_source=standing is None,
        outdated=standing is not None and standing.state is State.OUTDATED,
        printable=printable,
    )


def _origin(document: Document) -> str:
    """The country of origin in the reader's language; empty unless the story's level allows countries."""
    if not document.text("Profile") or document.text("Place-Level", "country") == "none":
        return ""
    country = parse_profile(document.text("Profile")).get("origin", "")
    codes = {name: code for code, name in Locale("en").territories.items()}
    return str(Locale.parse(document.lang, sep="-").territories.get(codes.get(country, ""), ""))


def picture_view(picture: Picture, document: Document, campaign: Campaign, prefix: str, folder: Path) -> PictureView:
    """A picture with links through `prefix`, the relative address of `images/`; the files are in `folder`."""
    by_mime = {
        mime: sorted((v for v in picture.variants if v.mime == mime), key=lambda v: v.width) for mime in PICTURE_MIMES
    }
    offered = [(mime, variants) for mime, variants in by_mime.items() if variants]
    fallback = offered[-1][1][-1]
    licence = licence_of(document.text("Licence"), campaign)
    assert licence  # noqa: S101 (an unknown one is an error of the checks)
    return PictureView(
        src=f"{prefix}/{fallback.file}",
        sources=tuple(
            (mime, ", ".join(f"{prefix}/{v.file} {v.width}w" for v in variants)) for mime, variants in offered
        ),
        width=fallback.width,
        height=fallback.height,
        colour=picture.colour,
        dark=is_dark(picture.colour),
        alt=document.text("Alt"),
        caption=document.text("Caption"),
        credit=document.text("Credit"),
        licence=licence.name,
        licence_url=licence.url,
        posed=document.text("Image-Kind") == "model",
        download=f"{prefix}/{fallback.file}",
        download_format="SVG" if fallback.mime == "image/svg+xml" else "JPEG",
        download_width=fallback.width,
        download_height=fallback.height,
        download_size=(folder / fallback.file).stat().st_size,
    )


def is_dark(colour: str) -> bool:
    """Whether white letters stand out better than black ones on `#rrggbb` (WCAG 2.2, relative luminance)."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179
