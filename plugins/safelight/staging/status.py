"""The board of translations as a text, as JSON and as a page in `build/`: never a word of what is translated."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from safelight.languages.staleness import Standing, State
from safelight.staging.translations import Board, unfinished


def as_text(found: Board) -> str:
    """The board for a terminal: a line for each document, the languages in which it stands the same together."""
    lines = []
    for name, row in found.items():
        states: dict[str, list[str]] = {}
        for code, one in row.items():
            states.setdefault(_said(one), []).append(code)
        lines.append(f"{name}: " + "; ".join(f"{' '.join(codes)} {state}" for state, codes in states.items()))
    lines.append(", ".join(f"{count} {state}" for state, count in _counts(found)))
    return "\n".join(lines)


def _said(one: Standing) -> str:
    return f"outdated ({what_changed(one)})" if one.state is State.OUTDATED else one.state.value


def what_changed(one: Standing) -> str:
    """What the source says otherwise now: header keys, and lines of the translation."""
    parts = [*one.changed.fields, *(f"line {number}" for number in one.lines)]
    parts += ["something was added"] if one.changed.added else []
    return ", ".join(parts) or "its parts cannot be told apart"


def as_json(found: Board) -> dict[str, dict[str, object]]:
    """The board for programs: by document and language `state`, `translation`, `path`, and what changed."""
    return {
        name: {
            code: {
                "state": one.state.value,
                "translation": one.translation,
                "path": one.path,
                "fields": list(one.changed.fields),
                "blocks": list(one.changed.blocks),
                "lines": list(one.lines),
                "added_after": list(one.changed.added),
            }
            for code, one in row.items()
        }
        for name, row in found.items()
    }


def write_page(found: Board, languages: Sequence[str], build: Path) -> Path:
    """Write the board as `build/status/index.html`, for whoever plans the work; returns the file."""
    template = (files("safelight.staging") / "status.html.jinja").read_text(encoding="utf-8")
    env = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    html = env.from_string(template).render(
        board=found,
        languages=languages,
        counts=_counts(found),
        left=unfinished(found),
        what_changed=what_changed,
        reviewed=(build / "review" / "index.html").is_file(),
    )
    page = build / "status" / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(html + "\n", encoding="utf-8")
    return page


def _counts(found: Board) -> list[tuple[str, int]]:
    states = [one.state for row in found.values() for one in row.values()]
    return [(state.value, states.count(state)) for state in State if state in states]
