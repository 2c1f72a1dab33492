"""Finding: one thing seen at a place, with what is wrong and the way out. Every check returns findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from enum import StrEnum

MOST_LISTED = 24
"""How many known words a message lists; more are not read."""


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning is reported, a note tells what was left out."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing seen at `path:line`.

    `path` is relative to the campaign's folder (POSIX slashes); `line` and `column` count from 1, 0 when the
    finding is about the whole file; `field` is the front-matter key, vault key or part ("body") it concerns;
    `rule` is the check's short name. `problem` and `way_out` are for a person who edits Markdown, and never hold
    a secret of the vault.
    """

    path: str
    line: int
    field: str
    problem: str
    way_out: str
    severity: Severity = Severity.ERROR
    rule: str = ""
    column: int = 0

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        if self.line and self.column:
            place += f":{self.column}"
        prefix = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        field = f"{self.field}: " if self.field else ""
        return f"{place}: {prefix}{field}{self.problem}: {self.way_out}"

    def as_json(self) -> dict[str, object]:
        """The finding as plain values, for `--json`."""
        return asdict(self)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that stop the build, in the order of their place."""
    return tuple(sorted(f for f in findings if f.severity is Severity.ERROR))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A way out for an unknown word: `did you mean 'Title'?`, or what is known (of much, three)."""
    known = sorted(known)
    by_folded = {k.casefold(): k for k in known}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{by_folded[close[0]]}'?"
    if len(known) > MOST_LISTED:
        alike = get_close_matches(word.casefold(), by_folded, n=3, cutoff=0)
        return f"use one of the {len(known)} that there are, for instance {', '.join(by_folded[k] for k in alike)}"
    return f"use one of: {', '.join(known)}"
