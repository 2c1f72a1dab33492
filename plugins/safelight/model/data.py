"""Facts as data: figures with their source and year, helplines, centres, partners, charts (`content/data/`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal

STRICT: dict[str, Any] = {"extra": "forbid"}
LocalText = Mapping[str, str]
"""One text per language code; the loader demands every language of the campaign."""


@dataclass(frozen=True)
class Source:
    """Where a figure stands: as printed under it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    title: LocalText
    year: int
    url: str = ""


@dataclass(frozen=True)
class Claim:
    """One source's value of a figure: a number (`to` makes it a range), or `text` where no number says it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    source: str
    value: float | None = None
    to: float | None = None
    text: LocalText = field(default_factory=dict)
    note: LocalText = field(default_factory=dict)


@dataclass(frozen=True)
class Fact:
    """A figure and what each source says of it: more than one claim where sources disagree."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    label: LocalText
    claims: tuple[Claim, ...]
    unit: Literal["number", "euro", "percent", "year", "days"] = "number"
    group: Literal["project", "world", "law"] = "project"


@dataclass(frozen=True)
class Helpline:
    """A number to call. `number` is E.164 or a short code; `sample` marks what no call has verified."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    country: str
    name: LocalText
    number: str
    languages: tuple[str, ...]
    hours: LocalText
    cost: LocalText
    what_happens: LocalText
    source: str
    verified_on: date | None = None
    sample: bool = False
    display: str = ""


@dataclass(frozen=True)
class Centre:
    """A place or network that helps."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    kind: Literal["rehabilitation", "information", "network"]
    name: LocalText
    offers: LocalText
    status: LocalText
    source: str
    sample: bool = False


@dataclass(frozen=True)
class Partner:
    """An organisation that carried or funded the project."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    name: LocalText
    role: LocalText
    group: Literal["funder", "implementer", "partner"] = "partner"
    source: str = ""


@dataclass(frozen=True)
class Wording:
    """One line of the word list of a language: what is avoided, what is said instead, and why.

    `avoid` is printed in the glossary; `match` are the words and phrases that the lint looks for (`avoid` alone where
    it is empty), in which a `*` at the end of a word stands for any ending. `term` marks a word that survivors differ
    about: a story whose `Preferred-Term` it is may use it. `level` is how much a hit weighs.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    avoid: str
    say: str
    why: str
    match: tuple[str, ...] = ()
    term: Literal["", "victim", "survivor"] = ""
    level: Literal["warning", "error"] = "warning"


@dataclass(frozen=True)
class ChartRow:
    """One bar: its label per language and its value."""

    label: LocalText
    value: float


@dataclass(frozen=True)
class Chart:
    """A chart's words (from `charts.yaml`) and rows (from its CSV)."""

    id: str
    title: LocalText
    description: LocalText
    unit: Literal["number", "percent"]
    source: str
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True)
class CampaignData:
    """All of `content/data/`."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    helplines: tuple[Helpline, ...] = ()
    centres: tuple[Centre, ...] = ()
    partners: tuple[Partner, ...] = ()
    charts: tuple[Chart, ...] = ()
    wording: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    """The word list of each language that has one."""
