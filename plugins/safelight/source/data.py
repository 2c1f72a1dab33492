"""Reads `content/data/`: figures, helplines, centres, partners and charts, complete in every language."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeVar

from safelight.model.data import (
    STRICT,
    CampaignData,
    Centre,
    Chart,
    ChartRow,
    Fact,
    Helpline,
    LocalText,
    Partner,
    Source,
    Wording,
)
from safelight.model.findings import Finding
from safelight.source.yaml_files import read_list

T = TypeVar("T")


@dataclass(frozen=True)
class ChartWords:
    """A chart as `charts.yaml` has it; its rows stand in a CSV of its id."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    title: LocalText
    description: LocalText
    unit: Literal["number", "percent"]
    source: str


def read_data(
    content: Path, languages: Sequence[str], drafts: Collection[str] = ()
) -> tuple[CampaignData, tuple[Finding, ...]]:
    """All data of the campaign, and every mistake in it; a file that is not there counts as an empty list.

    A text that a draft lacks is lent by the first language.
    """
    folder = content / "data"
    findings: list[Finding] = []

    def rows(name: str, item: type[T], key: str = "") -> tuple[T, ...]:
        path = folder / f"{name}.yaml"
        if not path.exists():
            return ()
        shown = f"content/data/{name}.yaml"
        values, wrong = read_list(path, shown, key or name, item)
        findings.extend(wrong)
        if drafts:
            values = tuple(_lent(value, drafts, languages[0]) for value in values)
        for value in values:
            findings.extend(_incomplete(value, shown, languages))
        return values

    sources = rows("sources", Source)
    charts = tuple(
        Chart(c.id, c.title, c.description, c.unit, c.source, _chart_rows(folder, c.id, languages, drafts, findings))
        for c in rows("charts", ChartWords)
    )
    data = CampaignData(
        sources={source.id: source for source in sources},
        facts=rows("facts", Fact),
        helplines=rows("helplines", Helpline),
        centres=rows("centres", Centre),
        partners=rows("partners", Partner),
        charts=charts,
        wording={lang: words for lang in languages if (words := rows(f"wording/{lang}", Wording, "wording"))},
    )
    findings.extend(_unknown_sources(data))
    return data, tuple(findings)


def _incomplete(value: object, shown: str, languages: Sequence[str], name: str = "") -> Iterator[Finding]:
    """A finding for each text that lacks a language of the campaign."""
    ident = name or str(getattr(value, "id", ""))
    for field in fields(value):  # type: ignore[arg-type] # only dataclasses come here
        inner = getattr(value, field.name)
        if field.type == "LocalText" and inner:
            missing = [lang for lang in languages if not inner.get(lang, "").strip()]
            if missing:
                yield Finding(shown, 0, f"{ident}.{field.name}", f"has no text for {', '.join(missing)}", "add it")
        elif isinstance(inner, tuple):
            for item in inner:
                if hasattr(item, "__dataclass_fields__"):
                    yield from _incomplete(item, shown, languages, ident)


def _lent(value: T, drafts: Collection[str], first: str) -> T:
    """The value with the first language's texts where a draft has none."""
    changes: dict[str, object] = {}
    for field in fields(value):  # type: ignore[arg-type] # only dataclasses come here
        inner = getattr(value, field.name)
        if field.type == "LocalText" and inner:
            changes[field.name] = {**dict.fromkeys(drafts, inner.get(first, "")), **inner}
        elif isinstance(inner, tuple) and inner and hasattr(inner[0], "__dataclass_fields__"):
            changes[field.name] = tuple(_lent(item, drafts, first) for item in inner)
    return replace(value, **changes)  # type: ignore[type-var] # as above


def _chart_rows(
    folder: Path, chart: str, languages: Sequence[str], drafts: Collection[str], findings: list[Finding]
) -> tuple[ChartRow, ...]:
    shown = f"content/data/{chart}.csv"
    try:
        text = (folder / f"{chart}.csv").read_text(encoding="utf-8-sig")
    except OSError:
        findings.append(Finding(shown, 0, "", "is not there", f"add it, or take '{chart}' out of charts.yaml"))
        return ()
    except UnicodeDecodeError:
        findings.append(Finding(shown, 0, "", "is not UTF-8 text", "save the file as UTF-8"))
        return ()
    found = []
    for number, row in enumerate(csv.DictReader(text.splitlines()), 2):
        labels = {lang: (row.get(f"label_{lang}") or "").strip() for lang in languages}
        labels |= {lang: labels[languages[0]] for lang in drafts if not labels[lang]}
        missing = [f"label_{lang}" for lang, label in labels.items() if not label]
        if missing:
            findings.append(Finding(shown, number, "", f"has no {', '.join(missing)}", "fill the column in"))
            continue
        try:
            found.append(ChartRow(labels, float(row.get("value") or "")))
        except ValueError:
            findings.append(
                Finding(shown, number, "value", "is not a number", "write digits, with a point for decimals")
            )
    return tuple(found)


def _unknown_sources(data: CampaignData) -> Iterator[Finding]:
    used = [("facts", fact.id, claim.source) for fact in data.facts for claim in fact.claims]
    used += [("charts", chart.id, chart.source) for chart in data.charts]
    used += [("centres", centre.id, centre.source) for centre in data.centres]
    for file, ident, source in used:
        if source not in data.sources:
            shown = f"content/data/{file}.yaml"
            yield Finding(shown, 0, ident, f"names the source '{source}'", "which is not in sources.yaml: add it there")
