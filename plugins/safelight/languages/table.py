"""What is known of a language: its own name, its direction and Babel's locale, all from CLDR; no list to extend."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from safelight.errors import WrongUse
from safelight.model.findings import did_you_mean

ENDONYMS = {"uz": "Oʻzbekcha"}
"""Where CLDR names the people and not the language that they speak."""


@dataclass(frozen=True)
class Language:
    """A language by its BCP 47 tag, the name that its speakers give it, its direction, and Babel's locale."""

    code: str
    endonym: str
    direction: Literal["ltr", "rtl"]
    locale: str


@cache
def language(code: str) -> Language:
    """The language of a tag; raises `WrongUse` for one that CLDR does not know."""
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = None
    if locale is None or str(locale).replace("_", "-") != code:
        known = [name.replace("_", "-") for name in locale_identifiers()]
        way_out = did_you_mean(code, known) if len(code) > 2 else "use a tag of BCP 47, for instance kk or sr-Latn"
        raise WrongUse(f"'{code}': is no language that CLDR knows: {way_out}")
    name = ENDONYMS.get(code) or str(locale.get_display_name(locale))
    return Language(code, name[:1].upper() + name[1:], "rtl" if locale.text_direction == "rtl" else "ltr", str(locale))
