"""Languages: names, directions, catalogues, and how dates and numbers are written."""

from safelight.languages.table import Language, language

__all__ = ["Language", "language"]
