"""Dates, numbers, money and lists as each language writes them (CLDR, by Babel)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent


def date_text(day: date, code: str) -> str:
    """A date in words: 5 October 2026."""
    return format_date(day, "long", locale=code)


def number(value: float, code: str) -> str:
    """A number with the language's digits and separators."""
    return format_decimal(value, locale=code)


def percent(value: float, code: str) -> str:
    """A percentage; `value` is in percent (47 is 47 %)."""
    return format_percent(value / 100, locale=code)


def currency(value: float, unit: str, code: str) -> str:
    """An amount of money without cents; `unit` by ISO 4217."""
    pattern = Locale.parse(code, sep="-").currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(value, unit, format=pattern, locale=code, currency_digits=False)


def list_text(items: Sequence[str], code: str) -> str:
    """Items joined as in a sentence."""
    return format_list(list(items), locale=code)


def file_size(size: int, code: str) -> str:
    """A file's size, from bytes to megabytes of 1,000 kilobytes."""
    if size < 1_000_000:
        return f"{number(max(1, round(size / 1000)), code)} kB"
    return f"{number(round(size / 1_000_000, 1), code)} MB"
