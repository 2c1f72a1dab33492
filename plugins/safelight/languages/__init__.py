"""Languages: names, directions, catalogues, and how dates and numbers are written."""

from safelight.languages.table import LANGUAGES, Language, language

__all__ = ["LANGUAGES", "Language", "language"]
