"""The vault's values (`private/`): who people really are, and what they agreed to.

Keys and meanings are those of the vault's own documentation; `source.vault` reads and checks the files. The
`__pydantic_config__` of each class makes an unknown key an error instead of a silently ignored one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal

STRICT: dict[str, Any] = {"extra": "forbid"}

Role = Literal["survivor", "relative", "trafficker", "official", "staff", "public"]
Sex = Literal["female", "male", "unknown"]
PlaceLevel = Literal["address", "village", "city", "district", "region", "country"]
Channel = Literal["web", "feed", "media-kit", "print", "audio", "image"]
Box = tuple[int, int, int, int]
"""x0, y0, x1, y1 in pixels of the upright picture; x1 and y1 lie outside."""


@dataclass(frozen=True)
class PersonName:
    """One name of a person in one language or script; at least one part is given."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    lang: str
    given: str = ""
    patronymic: str = ""
    family: str = ""


@dataclass(frozen=True)
class Person:
    """A registered human being, and the name they carry in public per language (`pseudonym`).

    `also` holds diminutives, nicknames and earlier names; `declines` says how `given` and `family` inflect
    (`auto`, `no`, `like:<word>`, or the list of forms); `relation` is what the text calls a person without a
    pseudonym. Whatever the role, every name and identifier here is a secret.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    names: tuple[PersonName, ...]
    role: Role = "survivor"
    sex: Sex = "unknown"
    also: tuple[str, ...] = ()
    declines: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    identifiers: tuple[str, ...] = ()
    relation: Mapping[str, str] = field(default_factory=dict)
    pseudonym: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """A registered place and what the text says instead, per language."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    names: tuple[str, ...]
    say: Mapping[str, str]
    level: PlaceLevel = "city"


@dataclass(frozen=True)
class Decision:
    """What a reviewer said of a token, so that it is asked once.

    `means` is free text such as `public-word`, `country`, `public-organisation`; `scope` is `site` or
    `story:<id>`; `say`, when given, replaces the token.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    token: str
    lang: str
    means: str
    scope: str
    by: str
    on: date
    say: str = ""


@dataclass(frozen=True)
class Risk:
    """A reviewer's judgement of what publication could do to the person."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    level: Literal["low", "medium", "high"]
    by: str
    on: date


@dataclass(frozen=True)
class Review:
    """Who looked, and when."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    by: str
    on: date


@dataclass(frozen=True)
class Consent:
    """One line of the consent ledger: who agreed to what, for which languages and channels, until when.

    `written_by` are the initials of whoever wrote the story down, who may not review its risk; `approved_by` tells
    beside each hash of `approved_sha256` who showed the person the text, and when. For someone who is a minor now,
    both `guardian_agreed_on` and `child_agreed_on` are needed.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    person: str
    story: str
    status: Literal["granted", "pending", "refused", "withdrawn"]
    form: Literal["written", "recorded-oral", "witnessed-oral"] | None = None
    channels: tuple[Channel, ...] = ()
    languages: tuple[str, ...] = ()
    granted_on: date | None = None
    expires_on: date | None = None
    withdrawn_on: date | None = None
    withdraw_route: str = ""
    risk: Risk | None = None
    left_programme_on: date | None = None
    minor: Literal["never", "then", "now"] = "never"
    proceedings: Literal["none", "open", "closed"] = "none"
    max_uses: int | None = None
    uses: tuple[str, ...] = ()
    paid: Literal["yes", "no", "n/a"] | None = None
    approved_sha256: Mapping[str, str] = field(default_factory=dict)
    approved_by: Mapping[str, Review] = field(default_factory=dict)
    written_by: str = ""
    guardian_agreed_on: date | None = None
    child_agreed_on: date | None = None


@dataclass(frozen=True)
class DetectedRegion:
    """A region that a detector of the named pipeline found."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    box: Box
    kind: str
    score: float = 1.0


@dataclass(frozen=True)
class AddedRegion:
    """A region that the reviewer added."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    box: Box
    kind: str


@dataclass(frozen=True)
class RemovedRegion:
    """A detected region that the reviewer judged harmless, with the reason."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    box: Box
    reason: str


@dataclass(frozen=True)
class ImageReview:
    """A reviewer's decision on one source image, bound to its bytes and to the pipeline's version."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    sha256: str
    file: str
    pipeline: int
    reviewed: Review
    detected: tuple[DetectedRegion, ...] = ()
    added: tuple[AddedRegion, ...] = ()
    removed: tuple[RemovedRegion, ...] = ()


@dataclass(frozen=True)
class CaseloadRow:
    """One person helped, without a name: the population that k is counted in.

    `more` are the values of further columns (`occupation`, `origin_region` …) by their heads.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    sex: str
    age_band: str
    origin: str
    destination: str
    year: str
    exploitation: str
    more: tuple[tuple[str, str], ...] = ()

    def columns(self) -> dict[str, str]:
        """Every value by its column, in the order of the file."""
        return {
            "sex": self.sex, "age_band": self.age_band, "origin": self.origin, "destination": self.destination,
            "year": self.year, "exploitation": self.exploitation, **dict(self.more),
        }  # fmt: skip


@dataclass(frozen=True)
class Vault:
    """Everything under `private/`, read and checked."""

    people: tuple[Person, ...]
    places: tuple[Place, ...] = ()
    decisions: tuple[Decision, ...] = ()
    consent: tuple[Consent, ...] = ()
    images: tuple[ImageReview, ...] = ()
    caseload: tuple[CaseloadRow, ...] = ()
