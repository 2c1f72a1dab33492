"""The languages that the theme knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from safelight.errors import WrongUse
from safelight.model.findings import did_you_mean


@dataclass(frozen=True)
class Language:
    """A language by its BCP 47 tag, the name that its speakers give it, its direction, and Babel's locale."""

    code: str
    endonym: str
    direction: Literal["ltr", "rtl"]
    locale: str


LANGUAGES: Mapping[str, Language] = {
    entry.code: entry
    for entry in (
        Language("en", "English", "ltr", "en"),
        Language("ru", "Русский", "ltr", "ru"),
        Language("uk", "Українська", "ltr", "uk"),
        Language("ro", "Română", "ltr", "ro"),
        Language("uz", "Oʻzbekcha", "ltr", "uz"),
        Language("tg", "Тоҷикӣ", "ltr", "tg"),
        Language("ky", "Кыргызча", "ltr", "ky"),
        Language("ar", "العربية", "rtl", "ar"),
    )
}


def language(code: str) -> Language:
    """The language of a tag; raises `WrongUse` for one that is not in the table."""
    if code not in LANGUAGES:
        raise WrongUse(f"'{code}': is not a language that Safelight knows: {did_you_mean(code, LANGUAGES)}")
    return LANGUAGES[code]
