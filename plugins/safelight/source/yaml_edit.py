"""Changing single values of a hand-written YAML list in place: comments, order, quotes and line ends stay.

A round trip through a YAML library rewraps and requotes lines that nobody meant to touch; here only the characters
of the one value change, found by the positions of libyaml's nodes.
"""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from safelight.source.yaml_mistakes import Loader


class EntryMissing(LookupError):
    """No entry, or more than one, has the id."""


def set_value(text: str, entry_id: str, path: tuple[str, ...], value: str) -> str:
    """`text` with `value` (plain YAML: a word, a date, a hash) at `path` below the list entry whose `id` is given.

    Mappings on the way are made where they are missing. Raises `EntryMissing`, and yaml's errors for broken text.
    """
    entry = _entry(text, entry_id)
    node: yaml.MappingNode = entry
    for depth, key in enumerate(path[:-1], 1):
        child = _child(node, key)
        if not isinstance(child, yaml.MappingNode) or not child.value:
            return _put(text, node, key, _flow(path[depth:], value))
        node = child
    return _put(text, node, path[-1], value)


def append_entries(text: str, entries: Sequence[str]) -> str:
    """`text` with `entries` (flow mappings, `{id: x, ...}`) behind the last entry of its list.

    Raises `EntryMissing` for a file that is not one list of `- ` entries, and yaml's errors for broken text.
    """
    loader = Loader(text)
    try:
        root = loader.get_single_node()
    finally:
        loader.dispose()
    if not isinstance(root, yaml.MappingNode) or len(root.value) != 1:
        raise EntryMissing("list")
    key, values = root.value[0]
    newline = "\r\n" if "\r\n" in text else "\n"
    if not values.value and isinstance(values, (yaml.SequenceNode, yaml.ScalarNode)):  # `decisions: []`, or nothing
        start = text.index(":", key.end_mark.index) + 1
        tail = text[max(start, values.end_mark.index) :].lstrip("\r\n")
        return text[:start] + newline + "".join(f"  - {entry}{newline}" for entry in entries) + tail
    if not isinstance(values, yaml.SequenceNode) or values.flow_style:
        raise EntryMissing("list")
    indent = " " * values.start_mark.column
    lines = "".join(f"{indent}- {entry}{newline}" for entry in entries)
    line_end = text.find("\n", _end(values.value[-1]))
    if line_end < 0:
        return f"{text}{newline}{lines}"
    return text[: line_end + 1] + lines + text[line_end + 1 :]


def _entry(text: str, entry_id: str) -> yaml.MappingNode:
    loader = Loader(text)
    try:
        root = loader.get_single_node()
    finally:
        loader.dispose()
    if not isinstance(root, yaml.MappingNode) or not isinstance(root.value[0][1], yaml.SequenceNode):
        raise EntryMissing(entry_id)
    found = [
        node
        for node in root.value[0][1].value
        if isinstance(node, yaml.MappingNode) and getattr(_child(node, "id"), "value", None) == entry_id
    ]
    if len(found) != 1:
        raise EntryMissing(entry_id)
    return found[0]


def _child(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in node.value if name.value == key), None)


def _flow(path: tuple[str, ...], value: str) -> str:
    for key in reversed(path):
        value = f"{{{key}: {value}}}"
    return value


def _put(text: str, node: yaml.MappingNode, key: str, value: str) -> str:
    old = _child(node, key)
    if old is not None and (old.start_mark.index != old.end_mark.index):
        return text[: old.start_mark.index] + value + text[_end(old) :]
    if old is not None:  # `key:` with nothing behind it
        name = next(name for name, _ in node.value if name.value == key)
        colon = text.index(":", name.end_mark.index) + 1
        return f"{text[:colon]} {value}{text[colon:]}"
    if node.flow_style:
        last = _end(node.value[-1][1])
        return f"{text[:last]}, {key}: {value}{text[last:]}"
    last = _end(node.value[-1][1])
    line_end = text.find("\n", last)
    indent = " " * node.value[0][0].start_mark.column
    if line_end < 0:
        return f"{text}\n{indent}{key}: {value}\n"
    newline = "\r\n" if text[line_end - 1] == "\r" else "\n"
    return f"{text[: line_end + 1]}{indent}{key}: {value}{newline}{text[line_end + 1 :]}"


def _end(node: yaml.Node) -> int:
    """Where the characters of a node end: a block's own mark stands behind the blanks and comments that follow it."""
    if isinstance(node, (yaml.MappingNode, yaml.SequenceNode)) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return int(node.end_mark.index) - 1  # the mark stands at the beginning of the next line
    return int(node.end_mark.index)
