"""A way to tell an age, and what stands there instead: a row of a language's table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Phrase:
    """A way to tell an age: where (`pattern`, its number in `n`), and what is said for children, teenagers, adults of a
    band (`{a}`, `{b}`), and people over fifty. `{e}` and `{k}` are the groups `e` and `k`: an ending and words that stay.

    In a pattern `{number}` is a number of two figures at most or in words, `{grown}` one of twelve and more, `{prefix}` a
    Slavic genitive, `{ordinal}` an Arabic one."""

    pattern: str
    child: str
    teen: str
    adult: str
    older: str
