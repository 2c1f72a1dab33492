"""JSON, source maps and web manifests: the source; escapes are taken off by the search."""

from __future__ import annotations

import json

from safelight.leakgate.openers.part import Budget, Opener, Parts, Text, Unopenable
from safelight.leakgate.openers.text import text_of


def _open(data: bytes, budget: Budget) -> Parts:
    yield Text("source", data)
    try:
        json.loads(text_of(data))
    except (ValueError, RecursionError):
        raise Unopenable("not JSON") from None


def _open_lines(data: bytes, budget: Budget) -> Parts:
    yield Text("source", data)
    try:
        for line in text_of(data).splitlines():
            if line.strip():
                json.loads(line)
    except (ValueError, RecursionError):
        raise Unopenable("not JSON") from None


JSON = Opener((".json", ".map", ".webmanifest", ".jsonld", ".geojson", ".har"), _open)
JSON_LINES = Opener((".jsonl", ".ndjson"), _open_lines)
