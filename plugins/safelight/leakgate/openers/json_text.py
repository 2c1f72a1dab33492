"""JSON: every key and every string, and the source."""

from __future__ import annotations

import json
from collections.abc import Iterator

from safelight.leakgate.openers.part import Part, Unopenable
from safelight.leakgate.openers.plain import text_of


def parts(data: bytes) -> Iterator[Part]:
    """Keys and strings of a JSON file; raises `Unopenable` when it is none."""
    source = text_of(data)
    try:
        value = json.loads(source)
    except (ValueError, RecursionError):
        raise Unopenable("", "not JSON") from None
    yield Part("", "source", source)
    yield Part("", "text", "\n".join(_strings(value)))


def _strings(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str):
            yield one
