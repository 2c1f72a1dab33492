"""Mistakes in a YAML file in our words, each at its line; a value of the file is never repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from typing import Any

import yaml

from safelight.model.findings import Finding, did_you_mean

WORD = re.compile(r"[a-z][a-z0-9_]*")


class Loader(yaml.CSafeLoader):
    """libyaml's parser; what an unquoted word means is decided by `yaml_files.Plain`."""


def word_of_the_format(key: str) -> str:
    """A key as it may be shown: a lower-case ASCII word. Anything else may be a name in the wrong place."""
    return key if WORD.fullmatch(key) else ""


def mistakes(text: str, shown: str, item: type[Any], wrong: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    """Pydantic's mistakes about a file's list of `item` (each `loc` begins with the entry's index) as findings."""
    loader = Loader(text)
    try:
        root = loader.get_single_node()
    except yaml.YAMLError:
        return  # an alias of nothing, reported already
    finally:
        loader.dispose()
    entries = root.value[0][1].value if root else ()
    for mistake in wrong:
        index, *where = mistake["loc"]
        yield _finding(entries[index], shown, item, mistake["type"], where, mistake.get("ctx", {}))


def _finding(
    node: yaml.Node, shown: str, item: type[Any], kind: str, where: Sequence[int | str], context: Mapping[str, Any]
) -> Finding:
    line = _line(node, where)
    name = ".".join(word for part in where if isinstance(part, str) and (word := word_of_the_format(part))) or "entry"
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        known = [field.name for field in dataclass_fields(item)] if is_dataclass(item) and len(where) == 1 else []
        way_out = did_you_mean(str(where[-1]), known) if known else "delete it, or check its spelling"
        return Finding(shown, line, name, "is not a key here", way_out)
    if kind in ("missing", "missing_argument"):
        return Finding(shown, line, name, "is missing", "add it")
    if kind == "literal_error":
        expected = context.get("expected", "another")
        return Finding(shown, line, name, "is not one of the allowed values", f"use {expected}")
    if kind == "string_type":
        return Finding(shown, line, name, "is not a text", "write it in quotes, or give the value that is missing")
    if kind.startswith("date"):
        return Finding(shown, line, name, "is not a day that exists", "write year-month-day, for instance 2026-11-02")
    return Finding(shown, line, name, f"is not of the right form ({kind.replace('_', ' ')})", "see the sample vault")


def _line(node: yaml.Node, where: Sequence[int | str]) -> int:
    """Line (from 1) of the innermost node that a location names."""
    line: int = node.start_mark.line + 1
    for part in where:
        if isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == str(part)), None)
            if pair is None:
                continue
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line
