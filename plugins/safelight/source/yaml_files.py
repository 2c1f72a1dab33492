"""YAML into the model's dataclasses, with every mistake at its line and no value of the file in a message.

One pass over libyaml's events makes plain values, one call of pydantic checks the whole list; only when something is
wrong is the file composed into nodes, which know the line of every key. Read this way, fifty thousand decisions take
a tenth of what composing each entry took (`bench/vault.py`).
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

import yaml
from pydantic import TypeAdapter, ValidationError

from safelight.model.findings import Finding
from safelight.source.yaml_mistakes import Loader, mistakes, word_of_the_format

T = TypeVar("T")
LARGEST = 64_000_000
"""Largest YAML file, in bytes; fifty thousand decisions take about six million."""
DEEPEST = 12
"""Deepest nesting that is read; the vault's own files need five levels."""
DATE = re.compile(r"\d{4}-\d\d-\d\d")
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
TAB_FIRST = re.compile(r"[ -]*\t")
"""A tab before the first word of a line, which an editor shows as spaces and YAML forbids."""


@dataclass(frozen=True)
class Listed(Generic[T]):
    """The entries of a file, the line (from 1) on which each begins, and every mistake.

    `halves` are what is left of entries with mistakes, with their lines: to be judged further, never to be used.
    """

    values: tuple[T, ...] = ()
    lines: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    halves: tuple[tuple[T, int], ...] = ()


class Unreadable(Exception):
    """Something that is no list of entries; carries the finding, and those that came before it."""

    def __init__(self, finding: Finding, before: tuple[Finding, ...] = ()) -> None:
        self.finding, self.before = finding, before
        super().__init__(finding.problem)


UNSAID = {"status": "pending"}
"""What stands for a key that an entry cannot be without, while its other keys are judged: a value that says nothing."""


def read_list(path: Path, shown: str, key: str, item: type[T]) -> tuple[tuple[T, ...], list[Finding]]:
    """The list under the file's one top-level `key` as values of dataclass `item`, and a finding for each mistake.

    `shown` is the path that messages name.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        return (), [Finding(shown, 0, "", f"cannot be read ({error.strerror})", "restore the file")]
    listed = parse_list(data, shown, key, item)
    return listed.values, list(listed.findings)


def parse_list(data: bytes, shown: str, key: str, item: type[T]) -> Listed[T]:
    """As `read_list`, from the file's bytes; entries without a mistake are returned even when others have some."""
    try:
        text = _decode(data, shown)
        with _without_collector():
            events = Events(text, shown)
            entries = events.entries(key)
            found = tuple(events.findings)
            try:
                values: tuple[T, ...] = _adapter(cast(Any, item)).validate_python(entries)
            except ValidationError as error:
                wrong = cast(list[dict[str, Any]], error.errors(include_url=False, include_input=False))
                good, lines = _without_the_wrong(item, entries, events.lines, wrong)
                halves = tuple(_halves(item, entries, events.lines, wrong))
                return Listed(good, lines, (*found, *mistakes(text, shown, item, wrong)), halves)
    except Unreadable as unreadable:
        return Listed(findings=(*unreadable.before, unreadable.finding))
    return Listed(values, tuple(events.lines), found)


def _without_the_wrong(
    item: type[T], entries: list[Any], lines: list[int], wrong: list[dict[str, Any]]
) -> tuple[tuple[T, ...], tuple[int, ...]]:
    spoilt = {mistake["loc"][0] for mistake in wrong}
    good = [index for index in range(len(entries)) if index not in spoilt]
    values: tuple[T, ...] = _adapter(cast(Any, item)).validate_python([entries[index] for index in good])
    return values, tuple(lines[index] for index in good)


def _halves(
    item: type[T], entries: list[Any], lines: list[int], wrong: list[dict[str, Any]]
) -> Iterator[tuple[T, int]]:
    """What is left of each entry with mistakes when its wrong keys are taken away, and its line."""
    keys: dict[int, set[object]] = {}
    for mistake in wrong:
        keys.setdefault(mistake["loc"][0], set()).update(mistake["loc"][1:2])
    for index, spoilt in keys.items():
        if isinstance(entries[index], dict):
            rest = {key: value for key, value in entries[index].items() if key not in spoilt}
            rest |= {key: value for key, value in UNSAID.items() if key in spoilt}
            with suppress(ValidationError):
                yield _adapter(cast(Any, item)).validate_python([rest])[0], lines[index]


@contextmanager
def _without_collector() -> Iterator[None]:
    """Hold Python's cycle collector, which would walk the growing, cycle-free values again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@cache
def _adapter(item: Any) -> TypeAdapter[Any]:
    return TypeAdapter(tuple[item, ...])


def _decode(data: bytes, shown: str) -> str:
    if len(data) > LARGEST:
        raise Unreadable(Finding(shown, 0, "", f"is larger than {LARGEST} bytes", "split or shorten it"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(Finding(shown, line, "", "is not UTF-8 text", "save the file as UTF-8")) from None


class Plain(dict[str, object]):
    """What an unquoted word means, remembered: ids of languages, dates and initials stand thousands of times.

    YAML 1.2's booleans only: `yes`, `no`, `on` and `off` are words (`on:` is a vault key, `no` a language).
    """

    def __missing__(self, word: str) -> object:
        value = self[word] = self._meaning(word)
        return value

    @staticmethod
    def _meaning(word: str) -> object:
        if word in ("", "~", "null"):
            return None
        if word in ("true", "false"):
            return word == "true"
        if word[0] in "-0123456789":
            if DATE.fullmatch(word):
                try:
                    return date.fromisoformat(word)
                except ValueError:
                    return word  # a day that cannot exist: no field of a date takes it
            if INTEGER.fullmatch(word) and len(word) < 19:
                return int(word)
            if DECIMAL.fullmatch(word):
                return float(word)
        return word


class Events:
    """Plain values from libyaml's events: no aliases, no tags, no key twice, no deep nesting, one document."""

    def __init__(self, text: str, shown: str) -> None:
        self.text, self.shown, self.plain = text, shown, Plain()
        self.lines: list[int] = []
        self.findings: list[Finding] = []
        self.next: Callable[[], Any]

    def entries(self, key: str) -> list[Any]:
        """The list under the one top-level `key`; `lines` then holds the line of each entry; raises `Unreadable`."""
        loader = Loader(self.text)
        self.next = loader.get_event
        try:
            return self._document(key)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            tabbed = next((n for n, text in enumerate(self.text.splitlines(), 1) if TAB_FIRST.match(text)), 0)
            if tabbed:
                raise self._wrong(tabbed, "", "is not valid YAML", "write spaces instead of the tab") from None
            raise self._wrong(line, "", "is not valid YAML", "check brackets, quotes and indentation here") from None
        except (yaml.YAMLError, ValueError):
            raise self._wrong(0, "", "is not valid YAML", "check for stray control characters") from None
        finally:
            loader.dispose()

    def _document(self, key: str) -> list[Any]:
        begin = f"begin with `{key}:`"
        self.next()
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            raise self._wrong(0, "", "is empty", "fill it in; an empty file protects nobody")
        event = self.next()
        if isinstance(event, yaml.ScalarEvent) and not event.value:
            raise self._wrong(0, "", "is empty", "fill it in; an empty file protects nobody")
        line = event.start_mark.line + 1
        if not isinstance(event, yaml.MappingStartEvent):
            raise self._wrong(line, "", f"does not hold one list called '{key}'", begin)
        event = self.next()
        if not isinstance(event, yaml.ScalarEvent) or event.value != key:
            raise self._wrong(line, "", f"does not hold one list called '{key}'", begin)
        values = self._list(self.next(), key)
        event = self.next()
        if not isinstance(event, yaml.MappingEndEvent):
            raise self._wrong(event.start_mark.line + 1, "", f"holds more than one list called '{key}'", begin)
        self.next()
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self._wrong(event.start_mark.line + 1, "", "begins a second YAML document", "delete the `---` line")
        return values

    def _list(self, event: Any, key: str) -> list[Any]:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent) and event.value in ("", "null", "~"):
            return []
        if not isinstance(event, yaml.SequenceStartEvent):
            raise self._wrong(line, key, "is not a list", "begin each entry with `- `")
        values = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            self.lines.append(event.start_mark.line + 1)
            values.append(self._value(event, 0))
        return values

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor:
            self._note(event, "", "uses a YAML anchor or alias", "write the value out")
        if kind is yaml.AliasEvent:
            return None
        if event.tag:
            self._note(event, "", "uses a YAML tag", "delete the word after the `!`")
        if kind is yaml.ScalarEvent:
            return self.plain[event.value] if event.implicit[0] else event.value
        if depth >= DEEPEST:
            raise self._wrong(event.start_mark.line + 1, "", "is nested too deep", "close the brackets")
        if kind is yaml.SequenceStartEvent:
            values = []
            while type(event := self.next()) is not yaml.SequenceEndEvent:
                values.append(self._value(event, depth + 1))
            return values
        return self._mapping(depth)

    def _mapping(self, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent or event.tag or event.anchor:
                line = event.start_mark.line + 1
                raise self._wrong(line, "", "has a key that is not a word", "write `key: value`")
            value = self._value(self.next(), depth + 1)
            if event.value in values:
                self._note(event, word_of_the_format(event.value), "stands twice", "keep one of the two")
            values[event.value] = value
        return values

    def _note(self, event: Any, field: str, problem: str, way_out: str) -> None:
        self.findings.append(Finding(self.shown, event.start_mark.line + 1, field, problem, way_out))

    def _wrong(self, line: int, field: str, problem: str, way_out: str) -> Unreadable:
        return Unreadable(Finding(self.shown, line, field, problem, way_out), tuple(self.findings))
