"""Documents: one Markdown file of one type in one language, and the typed rules of its front matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import PurePosixPath

from safelight.model.profile import TRAITS, UNDISCLOSED, normal
from safelight.model.stamp import parse_stamp


class DocumentType(StrEnum):
    """The content types, named by their folder under `content/`."""

    STORY = "stories"
    GUIDE = "guides"
    RELEASE = "press"
    PAGE = "pages"


ALL_TYPES = frozenset(DocumentType)
STORY = frozenset({DocumentType.STORY})
RELEASE = frozenset({DocumentType.RELEASE})

STORY_KINDS = ("first-person", "third-person", "composite", "illustrative")
INVENTED_KINDS = frozenset({"composite", "illustrative"})
"""Kinds that tell of no single real person: they carry a visible label and need no consent."""
CONTENT_NOTES = ("sexual-violence", "physical-violence", "self-harm", "child-harm", "captivity", "none")
TRANSLATION_STATES = ("human", "reviewed", "machine")
AGE_BANDS = ("0-12", "13-17", "18-24", "25-34", "35-49", "50+")
PROFILE_KEYS = ("sex", "age-band", "origin", "destination", "year", "exploitation")
PROFILE_TRAITS = tuple(trait for trait in TRAITS if trait not in ("country", "duration", "amount"))


@dataclass(frozen=True)
class Field:
    """One front-matter value as it stands in the file, and its line (from 1)."""

    text: str
    line: int


@dataclass(frozen=True)
class Document:
    """One Markdown file: `content/<type>/<id>/<lang>.md`.

    `path` is relative to the campaign's folder; `fields` is keyed by the canonical key (`Content-Notes`);
    `body_line` is the line of the file on which `body` begins.
    """

    type: DocumentType
    id: str
    lang: str
    path: PurePosixPath
    fields: Mapping[str, Field]
    body: str
    body_line: int = 1

    def text(self, key: str, default: str = "") -> str:
        """The value of a key, or `default` where the file does not have it."""
        found = self.fields.get(key)
        return found.text if found else default

    def line(self, key: str) -> int:
        """The line of a key, or 1 for one that the file does not have."""
        found = self.fields.get(key)
        return found.line if found else 1

    def items(self, key: str) -> tuple[str, ...]:
        """A comma-separated value as its parts, blanks left out."""
        return tuple(part.strip() for part in self.text(key).split(",") if part.strip())

    @property
    def key(self) -> tuple[str, str, str]:
        """Type, id and language: what no two documents share."""
        return (self.type.value, self.id, self.lang)

    @property
    def is_invented(self) -> bool:
        """Whether the story tells of no single real person (`Kind` composite or illustrative)."""
        return self.text("Kind") in INVENTED_KINDS


@dataclass(frozen=True)
class Asset:
    """An image file beside a document: `content/<type>/<id>/<name>`; `path` is relative to the campaign's folder."""

    path: PurePosixPath
    size: int


RECORDINGS = (
    "aac", "aif", "aiff", "amr", "flac", "m4a", "m4v", "mkv", "mov", "mp3", "mp4", "mpeg", "oga", "ogg", "ogv", "opus",
    "wav", "weba", "webm", "wma", "3gp",
)  # fmt: skip
"""Endings of files that hold sound."""


@dataclass(frozen=True)
class ContentTree:
    """Everything read from `content/`: documents and assets, each sorted by path."""

    documents: tuple[Document, ...]
    assets: tuple[Asset, ...] = ()


def parse_text(text: str) -> str:
    """Any text that is not empty."""
    if not text.strip():
        raise ValueError("is empty: write a value or delete the line")
    return text.strip()


def parse_date(text: str) -> date:
    """A calendar date, `2026-11-02`."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"'{text}' is not a date: write it as year-month-day, for instance 2026-11-02") from None


def parse_instant(text: str) -> datetime:
    """A moment with its zone, RFC 3339: `2026-11-02T09:00:00+03:00`."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ValueError(f"'{text}' is not a time with a zone: write it like 2026-11-02T09:00:00+03:00")
    return moment


def one_of(*allowed: str) -> Callable[[str], str]:
    """A parser for one value of a closed list."""

    def parse(text: str) -> str:
        value = text.strip()
        if value not in allowed:
            raise ValueError(f"'{value}' is not allowed here: use one of {', '.join(allowed)}")
        return value

    return parse


def some_of(*allowed: str) -> Callable[[str], tuple[str, ...]]:
    """A parser for a comma-separated choice from a closed list, at least one."""

    def parse(text: str) -> tuple[str, ...]:
        values = tuple(part.strip() for part in text.split(",") if part.strip())
        if not values:
            raise ValueError(f"is empty: use one or more of {', '.join(allowed)}")
        for value in values:
            if value not in allowed:
                raise ValueError(f"'{value}' is not allowed here: use one or more of {', '.join(allowed)}")
        return values

    return parse


def parse_slug(text: str) -> str:
    """An address part: lower-case letters, digits and single hyphens, in any script."""
    value = text.strip()
    parts = value.split("-")
    if not value or value != value.lower() or not all(part.isalnum() for part in parts):
        raise ValueError(f"'{value}' is not a slug: use lower-case letters, digits and single hyphens")
    return value


def parse_profile(text: str) -> Mapping[str, str]:
    """What the story discloses: `sex=female, age-band=18-24, origin=Russia, year=2006`.

    The values are those of `caseload.csv`, `any` (or `unknown`, `none`) where the story does not tell; an exact age or
    date is refused (STORY-RULES: a band, a year). `origin-region` and the like name a coarser column (docs/review.md).
    """
    profile: dict[str, str] = {}
    for part in text.split(","):
        key, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or not _is_profile_key(key) or not value:
            known = ", ".join((*PROFILE_KEYS, *PROFILE_TRAITS))
            raise ValueError(f"'{part.strip()}' is not understood: write key=value with keys {known}")
        if key in profile:
            raise ValueError(f"'{key}' stands twice: write it once")
        disclosed = normal(value) not in UNDISCLOSED
        if key == "age-band" and disclosed and value not in AGE_BANDS:
            raise ValueError(f"age-band '{value}' is not a band: use one of {', '.join(AGE_BANDS)}, or any")
        if key == "year" and disclosed and not (len(value) == 4 and value.isdecimal()):
            raise ValueError(f"year '{value}' is finer than a year: write four digits, or any")
        profile[key] = value
    return profile


def _is_profile_key(key: str) -> bool:
    """A key of the caseload, a trait, or a coarser column of either (`origin-region`)."""
    known = (*PROFILE_KEYS, *PROFILE_TRAITS)
    return key in known or any(
        key.startswith(f"{one}-") and key.replace("-", "").isalpha() and key.islower() for one in known
    )


@dataclass(frozen=True)
class HeaderRule:
    """What one front-matter key may hold.

    `parse` returns the typed value or raises `ValueError` with "what is wrong: what to do"; `types` are the
    document types that know the key, `required` those that need it; `prose` marks text that readers see, which
    the anonymiser therefore treats like the body; `meaning` is the line that templates and docs print.
    """

    key: str
    parse: Callable[[str], object]
    meaning: str
    types: frozenset[DocumentType] = ALL_TYPES
    required: frozenset[DocumentType] = field(default=frozenset())
    prose: bool = False


HEADER_RULES: Mapping[str, HeaderRule] = {
    rule.key: rule
    for rule in (
        HeaderRule("Title", parse_text, "the headline", required=ALL_TYPES, prose=True),
        HeaderRule("Date", parse_date, "day of first publication, 2026-11-02",
                   required=frozenset({DocumentType.STORY, DocumentType.GUIDE, DocumentType.RELEASE})),
        HeaderRule("Modified", parse_date, "day of the last change that readers should know of"),
        HeaderRule("Summary", parse_text, "one or two sentences for lists and feeds", prose=True),
        HeaderRule("Slug", parse_slug, "the address part, if not the folder's name", prose=True),
        HeaderRule("Tags", parse_text, "topics, separated by commas", prose=True),
        HeaderRule("Image", parse_text, "an image file in the same folder"),
        HeaderRule("Alt", parse_text, "what the image shows, for those who do not see it", prose=True),
        HeaderRule("Decorative", one_of("yes"), "yes, if the image says nothing and needs no Alt"),
        HeaderRule("Caption", parse_text, "the line under the image", prose=True),
        HeaderRule("Credit", parse_text, "who made the image", prose=True),
        HeaderRule("Licence", parse_text, "the image's terms, for instance CC BY-SA 4.0, if not the campaign's own"),
        HeaderRule("Source-Hash", parse_stamp,
                   "what this translation was made from; `safelight translate stamp` writes it"),
        HeaderRule("Translation", one_of(*TRANSLATION_STATES), "who wrote or checked this language",
                   required=ALL_TYPES),
        HeaderRule("Kind", one_of(*STORY_KINDS), f"whose story it is: {', '.join(STORY_KINDS)}", STORY,
                   required=STORY),
        HeaderRule("Person", parse_text, "the vault's id of the person; none for composite and illustrative", STORY),
        HeaderRule("Content-Notes", some_of(*CONTENT_NOTES),
                   f"what readers are told before the text, one or more of {', '.join(CONTENT_NOTES)}", STORY,
                   required=STORY),
        HeaderRule("Profile", parse_profile, "what the story discloses: sex=female, age-band=18-24, origin=any", STORY),
        HeaderRule("Place-Level", one_of("none", "country", "region"),
                   "the finest place named: none, country or region", STORY),
        HeaderRule("Preferred-Term", one_of("victim", "survivor", "neither"),
                   "the word the person chose: victim, survivor or neither", STORY),
        HeaderRule("Image-Kind", one_of("illustration", "object", "place", "model", "subject"),
                   "what is pictured: illustration, object, place, model or subject"),
        HeaderRule("Image-Tags", parse_text, "what is seen in the image, separated by commas"),
        HeaderRule("Release", parse_text, "none-needed, model:<id> or consent:<id>"),
        HeaderRule("Embargo", parse_instant, "not before this moment, 2026-11-02T09:00:00+03:00", RELEASE),
        HeaderRule("Contact", parse_text, "whom journalists ask", RELEASE, prose=True),
    )
}  # fmt: skip
"""Every key that front matter may hold, for check, anonymiser, templates and docs alike (STORY-RULES.md)."""
