"""Words made of towns (одесская, киянка, clujean): a town is finer than a country, and nothing else shows it in small letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from safelight.text.detectors.found import Found
from safelight.text.detectors.windows import Signs
from safelight.text.fold import key_of
from safelight.text.languages import name_words
from safelight.text.reading import Reading

SHORTEST = 4
"""Letters of the shortest beginning that is looked for: ошск, минск."""


@cache
def _signs(lang: str) -> Signs:
    beginnings = sorted(key_of(word) for word in name_words(lang, "town-words"))
    return Signs(rf"(?:{'|'.join(one for one in beginnings if len(one) >= SHORTEST)})" if beginnings else r"(?!)")


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every word made of a town, as a question; a registered town's words are the registry's own."""
    for index in reading.tokens(_signs(lang).matches):
        yield Found(reading.starts[index], reading.ends[index], "place", "town-word", ask="town")
