"""Reads `content/data/languages.yaml`: which languages the campaign speaks, in what order, and how far each is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal

from safelight.errors import ContentFindings, WrongUse
from safelight.languages import language
from safelight.model.data import STRICT
from safelight.model.findings import Finding, errors
from safelight.source.yaml_files import parse_list

SHOWN = "content/data/languages.yaml"


@dataclass(frozen=True)
class Spoken:
    """A language of the campaign: the campaign's name in it, and whether it is `shown`, a `draft` or `hidden`.

    A draft is built on the editors' machines alone; what it lacks is shown in the first language. A hidden language is
    left out, and its files stay.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    code: str
    name: str
    state: Literal["shown", "draft", "hidden"] = "shown"


def spoken(file: Path) -> dict[str, Any]:
    """The arguments `languages`, `name`, `drafts` and `hidden` of a `Campaign`, as the file has them.

    Raises `ContentFindings` with every mistake at its line, and `WrongUse` for a file that is not there.
    """
    try:
        data = file.read_bytes()
    except OSError:
        raise WrongUse(f"{SHOWN}: is not there: name the languages in it, or in pelican.conf.py") from None
    listed = parse_list(data, SHOWN, "languages", Spoken)
    findings = list(listed.findings)
    seen: dict[str, int] = {}
    for one, line in zip(listed.values, listed.lines, strict=True):
        try:
            language(one.code)
        except WrongUse as error:
            problem, _, way_out = str(error).partition(": ")[2].partition(": ")
            findings.append(Finding(SHOWN, line, "code", f"'{one.code}' {problem}", way_out))
        if one.code in seen:
            findings.append(Finding(SHOWN, line, "code", f"'{one.code}' stands on line {seen[one.code]} already",
                                    "keep one of the two"))  # fmt: skip
        seen[one.code] = line
    if errors(findings):
        raise ContentFindings(errors(findings))
    return {
        "languages": tuple(one.code for one in listed.values if one.state != "hidden"),
        "name": {one.code: one.name for one in listed.values},
        "drafts": tuple(one.code for one in listed.values if one.state == "draft"),
        "hidden": tuple(one.code for one in listed.values if one.state == "hidden"),
    }
