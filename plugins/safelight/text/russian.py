"""Russian words by their dictionary forms, so that a decision on one form holds for all."""

from __future__ import annotations

from functools import cache

from safelight.text.inflection.russian_phrase import parses


@cache
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form that `word` may be a form of, folded."""
    return frozenset(parse.normal_form.replace("ё", "е") for parse in parses(word.casefold()))
