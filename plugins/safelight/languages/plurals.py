"""Plural forms: CLDR decides which form a number takes; catalogues hold those that whole numbers need (ADR 0038)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from gettext import c2py

from babel import Locale
from babel.plural import PluralRule, to_gettext

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""CLDR's names, in CLDR's order, which is the order of `msgstr[0]`, `msgstr[1]`, … too."""
WHOLE_NUMBERS = (*range(201), 1_000, 1_000_000)
"""Numbers that show every category which a whole number can have: CLDR's rules work on n, n mod 10, n mod 100 or
n mod 1,000,000."""


@cache
def forms(code: str) -> tuple[str, ...]:
    """The categories that whole numbers have in a language, in the order in which a catalogue holds them."""
    rule = _rule(code)
    used = {rule(number) for number in WHOLE_NUMBERS}
    return tuple(category for category in CATEGORIES if category in used)


def form(code: str, number: float) -> int:
    """Which of a catalogue's forms (from 0) a number takes.

    A fraction whose category no whole number has, as in Russian and Ukrainian, takes `few`: both put the genitive
    singular after it (1,5 минуты like 2 минуты).
    """
    category = _rule(code)(number)
    known = forms(code)
    if category not in known:
        category = "few" if "few" in known else known[-1]
    return known.index(category)


def header(code: str) -> str:
    """The `Plural-Forms` of a catalogue, for the programs that translators use; says the same as `form` does."""
    known = forms(code)
    rule = _rule(code)
    return to_gettext(PluralRule({c: condition for c, condition in rule.rules.items() if c in known[:-1]}))


def header_agrees(code: str, count: int, expression: str) -> bool:
    """Whether a catalogue's own plural rule picks, for every whole number, the form that CLDR picks."""
    if count != len(forms(code)):
        return False
    try:
        picks: Callable[[int], int] = c2py(expression)
        return all(picks(number) == form(code, number) for number in WHOLE_NUMBERS)
    except (ValueError, RecursionError):
        return False


@cache
def _rule(code: str) -> PluralRule:
    return Locale.parse(code, sep="-").plural_form
