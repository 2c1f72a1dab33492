"""YAML into the model's dataclasses, with every mistake at its line and no value of the file in a message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml
from pydantic import TypeAdapter, ValidationError

from safelight.model.findings import Finding, did_you_mean

T = TypeVar("T")
LARGEST = 64_000_000
"""Largest YAML file, in bytes; fifty thousand decisions take about six million."""


class Loader(yaml.CSafeLoader):
    """YAML 1.2's booleans only: `yes`, `no`, `on` and `off` are words (`on:` is a vault key, `no` a language)."""


REPLACED = frozenset(f"tag:yaml.org,2002:{name}" for name in ("bool", "float", "int"))
Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in REPLACED]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]*)$"), list("-0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+\.[0-9]+$"), list("-0123456789"))


def read_list(path: Path, shown: str, key: str, item: type[T]) -> tuple[tuple[T, ...], list[Finding]]:
    """The list under the file's one top-level `key` as values of dataclass `item`.

    `shown` is the path that messages name. Returns what could be read, and a finding for each mistake.
    """
    node, findings = _compose(path, shown)
    if node is None:
        return (), findings
    if not isinstance(node, yaml.MappingNode) or [child.value for child, _ in node.value] != [key]:
        return (), [
            Finding(
                shown, node.start_mark.line + 1, "", f"does not hold one list called '{key}'", f"begin with `{key}:`"
            )
        ]
    sequence = node.value[0][1]
    if isinstance(sequence, yaml.ScalarNode) and sequence.value in ("", "null", "~"):
        return (), []
    if not isinstance(sequence, yaml.SequenceNode):
        return (), [Finding(shown, sequence.start_mark.line + 1, key, "is not a list", "begin each entry with `- `")]
    values: list[T] = []
    for entry in sequence.value:
        value, wrong = _build(entry, shown, item)
        findings.extend(wrong)
        if value is not None:
            values.append(value)
    return tuple(values), findings


def _compose(path: Path, shown: str) -> tuple[yaml.Node | None, list[Finding]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [Finding(shown, 0, "", f"cannot be read ({error.strerror})", "restore the file")]
    if len(data) > LARGEST:
        return None, [Finding(shown, 0, "", f"is larger than {LARGEST} bytes", "split or shorten it")]
    try:
        text = data.decode("utf-8-sig")
        loader = Loader(text)
        try:
            for event in yaml.parse(text, Loader=Loader):
                if isinstance(event, yaml.AliasEvent):
                    line = event.start_mark.line + 1 if event.start_mark else 0
                    return None, [Finding(shown, line, "", "uses a YAML alias", "write the value out")]
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [Finding(shown, line, "", "is not UTF-8 text", "save the file as UTF-8")]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return None, [
            Finding(shown, line, "", "is not valid YAML", "check brackets, quotes and indentation around here")
        ]
    except (yaml.YAMLError, RecursionError):
        return None, [Finding(shown, 0, "", "is not valid YAML", "check for stray control characters and deep nesting")]
    if node is None:
        return None, [Finding(shown, 0, "", "is empty", "fill it in; an empty file protects nobody")]
    return node, []


def _build(node: yaml.Node, shown: str, item: type[T]) -> tuple[T | None, list[Finding]]:
    findings = list(_double_keys(node, shown))
    if findings:
        return None, findings
    constructor = Loader("")
    try:
        plain = constructor.construct_document(node)
    except (yaml.YAMLError, ValueError, TypeError):
        return None, [
            Finding(shown, node.start_mark.line + 1, "", "holds a value that cannot exist", "check dates and numbers")
        ]
    finally:
        constructor.dispose()
    try:
        value: T = _adapter(cast(Any, item)).validate_python(plain)
        return value, []
    except ValidationError as error:
        return None, [
            _finding(node, shown, item, mistake["type"], mistake["loc"], mistake.get("ctx", {}))
            for mistake in error.errors(include_url=False, include_input=False)
        ]


@cache
def _adapter(item: Any) -> TypeAdapter[Any]:
    return TypeAdapter(item)


def _double_keys(node: yaml.Node, shown: str) -> list[Finding]:
    findings: list[Finding] = []
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                return [
                    Finding(shown, key.start_mark.line + 1, "", "has a key that is not a word", "write `key: value`")
                ]
            if key.value in seen:
                findings.append(
                    Finding(shown, key.start_mark.line + 1, key.value, "stands twice", "keep one of the two")
                )
            seen.add(key.value)
            findings.extend(_double_keys(value, shown))
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            findings.extend(_double_keys(child, shown))
    return findings


def _finding(
    node: yaml.Node, shown: str, item: type[Any], kind: str, where: Sequence[int | str], context: dict[str, Any]
) -> Finding:
    """One of pydantic's mistakes in our words; the value itself is never repeated."""
    line = _line(node, where)
    name = ".".join(str(part) for part in where if isinstance(part, str) and part.isidentifier()) or "entry"
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        known = [field.name for field in dataclass_fields(item)] if is_dataclass(item) and len(where) == 1 else []
        way_out = did_you_mean(str(where[-1]), known) if known else "delete it, or check its spelling"
        return Finding(shown, line, name, "is not a key here", way_out)
    if kind in ("missing", "missing_argument"):
        return Finding(shown, line, name, "is missing", "add it")
    if kind == "literal_error":
        return Finding(
            shown, line, name, "is not one of the allowed values", f"use {context.get('expected', 'another')}"
        )
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
