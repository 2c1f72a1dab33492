"""Parses Pelican's `Key: value` header, keeping the line of each key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from safelight.model.content import HEADER_RULES, Field
from safelight.model.findings import Finding

KEY_LINE = re.compile(r"^([A-Za-z][A-Za-z0-9_-]*):[ \t]*(.*)$")
CONTINUED = re.compile(r"^(?: {4,}|\t)(\S.*)$")
CANONICAL = {key.casefold(): key for key in HEADER_RULES}


@dataclass(frozen=True)
class Header:
    """A header's fields by canonical key, and the body with the line on which it begins."""

    fields: Mapping[str, Field]
    body: str
    body_line: int
    findings: tuple[Finding, ...]


def parse(text: str, path: PurePosixPath) -> Header:
    """Split a Markdown file into header and body.

    The header ends at the first empty line; a line indented by four spaces continues the value above it. Unknown
    keys keep their own spelling, for the check to report.
    """
    fields: dict[str, Field] = {}
    findings: list[Finding] = []
    lines = text.split("\n")
    last = ""
    number = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            break
        continued = CONTINUED.match(line)
        if continued and last:
            fields[last] = Field(f"{fields[last].text} {continued[1].strip()}".strip(), fields[last].line)
            continue
        found = KEY_LINE.match(line)
        if not found:
            findings.append(
                Finding(
                    str(path),
                    number,
                    "",
                    "is not a `Key: value` line",
                    "end the header with an empty line before the text",
                )
            )
            break
        key = CANONICAL.get(found[1].casefold(), found[1])
        if key in fields:
            findings.append(
                Finding(str(path), number, key, f"stands on line {fields[key].line} already", "keep one of the two")
            )
        else:
            fields[key] = Field(found[2].strip(), number)
        last = key
    else:
        number = len(lines) + 1
    body = "\n".join(lines[number:])
    stripped = body.lstrip("\n")
    return Header(fields, stripped, number + 1 + len(body) - len(stripped), tuple(findings))
