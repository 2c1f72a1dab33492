"""Recording a reviewer's decision in `private/images.yaml`, sealed or plain, whole or not at all; comments stay."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from safelight.errors import WrongUse
from safelight.model.vault import Box, ImageReview
from safelight.sealing import Keyring, read_file, write_file
from safelight.source.vault_edit import check_changed
from safelight.source.yaml_mistakes import Loader

LEDGER = "images.yaml"
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9/_.-]*(?: [A-Za-z][A-Za-z0-9_.-]*)*")
WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


def record_review(private: Path, review: ImageReview, keyring: Keyring) -> None:
    """Write a decision in place of the one on the same bytes or file, or at the end.

    The result is checked as part of the whole vault before it is written; raises `VaultFindings` and `WrongUse`.
    """
    shown = f"{private.name}/{LEDGER}"
    data = read_file(private, LEDGER, keyring)
    try:
        text = with_review((data or b"images:\n").decode("utf-8-sig"), review)
    except (UnicodeDecodeError, yaml.YAMLError, ValueError, RecursionError):
        raise WrongUse(f"{shown}: cannot be read: run `safelight check` and mend it") from None
    changed = text.encode()
    check_changed(private, LEDGER, changed, keyring)
    write_file(private, LEDGER, changed, keyring)


def with_review(text: str, review: ImageReview) -> str:
    """`text` of `images.yaml` with this decision; every other line and every comment as it was.

    Raises yaml's errors and `ValueError` for a text that is no list of images.
    """
    loader = Loader(text)
    try:
        root = loader.get_single_node()
    finally:
        loader.dispose()
    if not isinstance(root, yaml.MappingNode) or [key.value for key, _ in root.value] != ["images"]:
        raise ValueError("does not hold one list called 'images'")
    listed = root.value[0][1]
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    entries = listed.value if isinstance(listed, yaml.SequenceNode) else []
    if not entries:  # `images:` or `images: []`
        at = root.value[0][0].start_mark.line
        lines[at] = re.sub(r"(images[ \t]*:)[ \t]*(?:\[[ \t]*\]|null|~)?", r"\1", lines[at], count=1)
        return "".join([*lines[: at + 1], _entry(review, "  "), *lines[at + 1 :]])
    if listed.flow_style:
        raise ValueError("is written in one line")
    indent = " " * listed.start_mark.column
    olds = [node for node in entries if _is_of(node, review)]
    if not olds:
        end = _last_line(entries[-1], lines) + 1
        return "".join([*lines[:end], _entry(review, indent), *lines[end:]])
    for node in reversed(olds):
        first, last = node.start_mark.line, _last_line(node, lines)
        comments = [line for line in lines[first : last + 1] if line.lstrip().startswith("#")]
        lines[first : last + 1] = [*comments, _entry(review, indent)] if node is olds[0] else comments
    return "".join(lines)


def _is_of(node: yaml.Node, review: ImageReview) -> bool:
    if not isinstance(node, yaml.MappingNode):
        return False
    values = {key.value: value.value for key, value in node.value if isinstance(value, yaml.ScalarNode)}
    return values.get("sha256", "").casefold() == review.sha256 or values.get("file") == review.file


def _last_line(node: yaml.Node, lines: list[str]) -> int:
    """The last line that an entry's characters stand on; a block's own mark stands behind the comments that follow."""
    line: int = node.end_mark.line
    if node.end_mark.column == 0 or not lines[min(line, len(lines) - 1)][: node.end_mark.column].strip():
        line -= 1
    line = min(line, len(lines) - 1)
    while line > node.start_mark.line and (not lines[line].strip() or lines[line].lstrip().startswith("#")):
        line -= 1
    return line


def _entry(review: ImageReview, indent: str) -> str:
    within = indent + "  "
    rows = [f"sha256: {review.sha256}", f"file: {_word(review.file)}", f"pipeline: {review.pipeline}"]
    rows += _listed(
        "detected",
        [f"{{box: {_box(r.box)}, kind: {_word(r.kind)}, score: {r.score:.3f}}}" for r in review.detected],
        within,
    )
    if review.added:
        rows += _listed("added", [f"{{box: {_box(r.box)}, kind: {_word(r.kind)}}}" for r in review.added], within)
    if review.removed:
        rows += _listed(
            "removed", [f"{{box: {_box(r.box)}, reason: {_word(r.reason)}}}" for r in review.removed], within
        )
    rows.append(f"reviewed: {{by: {_word(review.reviewed.by)}, on: {review.reviewed.on.isoformat()}}}")
    return f"{indent}- " + f"\n{within}".join(rows) + "\n"


def _listed(key: str, items: list[str], within: str) -> list[str]:
    if not items:
        return [f"{key}: []"]
    return [f"{key}:\n" + "\n".join(f"{within}  - {item}" for item in items)]


def _box(box: Box) -> str:
    return f"[{', '.join(map(str, box))}]"


def _word(text: str) -> str:
    """A string as YAML: as it is where that means the same, else in quotes (JSON's are YAML's)."""
    return text if PLAIN.fullmatch(text) and text.casefold() not in WORDS else json.dumps(text, ensure_ascii=False)
