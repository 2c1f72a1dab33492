"""Leak: one secret seen in one place; shown without the secret, as text, JSON or SARIF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import quote


@dataclass(frozen=True, order=True)
class Leak:
    """A form of a secret in `path` (relative to what was searched), within `member` of it ("" for the file itself).

    `kind` is person, place, identifier or unopenable; `form` how it was disguised (`plain`, `percent+base64`, …), or
    why it cannot be opened; `where` the place in the member (text, attribute alt, metadata, file name …); `person_id`
    the vault's id, `others` how many more people or places bear the same; `part` the part of the name (given, family,
    number …); `line` counted from 1, 0 where there are none; `secret` is never in `repr`.
    """

    path: str
    member: str
    kind: str
    form: str
    where: str
    person_id: str = ""
    secret: str = field(default="", repr=False)
    part: str = ""
    line: int = 0
    others: int = 0

    def as_json(self, show: bool = False) -> dict[str, str | int]:
        """The leak under the command line's keys; the secret only with `show`."""
        leak: dict[str, str | int] = {
            "path": self.path,
            "member": self.member,
            "kind": self.kind,
            "form": self.form,
            "where": self.where,
            "id": self.person_id,
            "part": self.part,
            "line": self.line,
            "others": self.others,
        }
        return {**leak, "secret": self.secret} if show else leak


WAYS_OUT = {
    "unopenable": "cannot be opened and so cannot be searched: remove it, or publish it in a known format",
}


def _what(leak: Leak) -> str:
    if leak.kind in WAYS_OUT:
        return f"{leak.form}: {WAYS_OUT[leak.kind]}"
    also = f" and {leak.others} more" if leak.others else ""
    return f"{leak.part} of {leak.person_id}{also} ({leak.form}): take it out of the source that it came from"


def as_text(leaks: Sequence[Leak], show: bool = False) -> str:
    """One line per leak: where it is, what it is of, and what to do."""
    lines = []
    for leak in leaks:
        place = f"{leak.path}:{leak.line}" if leak.line else leak.path
        place = f"{place}: {leak.member}" if leak.member else place
        shown = f" [{leak.secret}]" if show and leak.secret else ""
        lines.append(f"{place}: {leak.where}: {leak.kind}: {_what(leak)}{shown}")
    return "\n".join(lines)


def as_sarif(leaks: Sequence[Leak]) -> dict[str, object]:
    """The leaks as a SARIF 2.1.0 log (OASIS standard), for code hosts and editors; never with the secret."""
    rules = sorted({leak.kind for leak in leaks})
    results = []
    for leak in leaks:
        location: dict[str, object] = {"artifactLocation": {"uri": quote(leak.path)}}
        if leak.line:
            location["region"] = {"startLine": leak.line}
        inside = f" in {leak.member}" if leak.member else ""
        results.append(
            {
                "ruleId": leak.kind,
                "level": "error",
                "message": {"text": f"{leak.where}{inside}: {_what(leak)}"},
                "locations": [{"physicalLocation": location}],
                "properties": leak.as_json(),
            }
        )
    driver = {"name": "safelight scan", "rules": [{"id": rule} for rule in rules]}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
