"""Dates, numbers, money, sizes and lists as each language writes them (CLDR, by Babel)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit


@cache
def _locale(code: str) -> Locale:
    return Locale.parse(code, sep="-")


def date_text(day: date, code: str) -> str:
    """A date in words: 5 October 2026. English is written day first, as most of its readers outside America do."""
    return format_date(day, "long", locale="en_GB" if code == "en" else _locale(code))


def number(value: float, code: str) -> str:
    """A number with the language's digits and separators, and every decimal that it has."""
    return format_decimal(Decimal(str(value)), locale=_locale(code), decimal_quantization=False)


def percent(value: float, code: str) -> str:
    """A percentage with every decimal that it has; `value` is in percent (4.5 is 4.5 %)."""
    return format_percent(Decimal(str(value)) / 100, locale=_locale(code), decimal_quantization=False)


def currency(value: float, unit: str, code: str) -> str:
    """An amount of money, with cents only where it has some; `unit` by ISO 4217."""
    pattern = _locale(code).currency_formats["standard"].pattern
    whole = Decimal(str(value)) == int(value)
    return format_currency(
        Decimal(str(value)), unit, format=pattern.replace(".00", "") if whole else pattern, locale=_locale(code),
        currency_digits=False,
    )  # fmt: skip


def list_text(items: Sequence[str], code: str) -> str:
    """Items joined as in a sentence."""
    return format_list(list(items), locale=_locale(code))


def territory(country: str, code: str) -> str:
    """A country by its ISO 3166 code, or what was written where CLDR knows no such code."""
    return str(_locale(code).territories.get(country, country))


def language_name(other: str, code: str) -> str:
    """The name of the language `other`."""
    return str(_locale(code).languages.get(other.partition("-")[0], other))


def file_size(size: int, code: str) -> str:
    """A file's size, from bytes: whole kilobytes of 1,000, above that megabytes with one decimal."""
    if size < 1_000_000:
        text = format_unit(max(1, round(size / 1000)), "digital-kilobyte", "short", locale=_locale(code))
    else:
        text = format_unit(
            Decimal(size / 1_000_000).quantize(Decimal("0.1")), "digital-megabyte", "short", locale=_locale(code)
        )
    return text.replace(" ", "\u00a0")
