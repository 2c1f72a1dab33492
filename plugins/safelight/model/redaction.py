"""Redaction: a text with its secrets replaced, what was replaced, and what nobody has decided yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Strictness(StrEnum):
    """What an unknown name means: in stories and quotations it stops the build, elsewhere it is a question."""

    DENY = "deny"
    ASK = "ask"


@dataclass(frozen=True)
class Replacement:
    """A span of the input (Unicode code points, end outside) and what stands there now.

    `kind` is what it was (`person`, `place`, `phone`, `email` …), `rule` the rule that saw it.
    """

    start: int
    end: int
    kind: str
    rule: str
    with_: str

    def as_json(self) -> dict[str, object]:
        """The replacement under the command line's keys; it holds nothing of what was replaced."""
        return {"start": self.start, "end": self.end, "kind": self.kind, "rule": self.rule, "with": self.with_}


@dataclass(frozen=True)
class Unresolved:
    """A token that nobody has said is safe, at line and column (from 1) and code-point span of the input.

    `stops` tells a question that stops the build from one that is only asked; `trait` is what it tells of a person
    (`occupation=nurse`), where that is what is asked about.
    """

    line: int
    column: int
    start: int
    end: int
    text: str
    kind: str
    suggestion: str
    stops: bool = True
    trait: str = ""

    def as_json(self) -> dict[str, object]:
        """The question under the command line's keys."""
        return {
            "line": self.line,
            "column": self.column,
            "text": self.text,
            "kind": self.kind,
            "suggestion": self.suggestion,
            **({"trait": self.trait} if self.trait else {}),
        }


@dataclass(frozen=True)
class Redaction:
    """The safe text, and how it came about."""

    text: str
    replacements: tuple[Replacement, ...]
    unresolved: tuple[Unresolved, ...]
