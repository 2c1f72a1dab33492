"""Leak: one secret seen in one place; shown without the secret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Leak:
    """A form of a secret in `path` (relative to what was searched), within `member` of it ("" for the file itself).

    `kind` is person, place, identifier or unopenable; `form` how it was disguised (`plain`, `percent`, …); `where` the
    part of the member (text, attribute, metadata, name …); `person_id` the vault's id; `secret` is never in `repr`.
    """

    path: str
    member: str
    kind: str
    form: str
    where: str
    person_id: str = ""
    secret: str = field(default="", repr=False)

    def as_json(self, show: bool = False) -> dict[str, str]:
        """The leak under the command line's keys; the secret only with `show`."""
        leak = {
            "path": self.path,
            "member": self.member,
            "kind": self.kind,
            "form": self.form,
            "where": self.where,
            "id": self.person_id,
        }
        return {**leak, "secret": self.secret} if show else leak


WAYS_OUT = {
    "unopenable": "cannot be opened and so cannot be searched: remove it, or publish it in a known format",
}


def as_text(leaks: Sequence[Leak], show: bool = False) -> str:
    """One line per leak: where it is, what it is of, and what to do."""
    lines = []
    for leak in leaks:
        place = f"{leak.path}: {leak.member}" if leak.member else leak.path
        what = WAYS_OUT.get(
            leak.kind, f"a form of {leak.person_id} ({leak.form}): take it out of the source that it came from"
        )
        shown = f" [{leak.secret}]" if show and leak.secret else ""
        lines.append(f"{place}: {leak.where}: {leak.kind}: {what}{shown}")
    return "\n".join(lines)
