"""Arabic: conjunctions, prepositions and the article that are written onto the next word.

After Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapters 7 (article) and 16 (prepositions), 18.
"""

from __future__ import annotations

ARTICLE = "ال"
_CONJUNCTIONS = ("", "و", "ف", "أ", "أو", "أف")
_PREPOSITIONS = ("", "ب", "ل", "ك", "س")
CLITICS: tuple[str, ...] = tuple(
    dict.fromkeys(
        clitic
        for conjunction in _CONJUNCTIONS
        for preposition in _PREPOSITIONS
        for clitic in (
            conjunction + preposition,
            conjunction + ("لل" if preposition == "ل" else preposition + ARTICLE),
        )
        if clitic
    )
)
"""Everything that may be written before a name, the bare name excepted."""


def attach(clitic: str, phrase: str) -> str:
    """A phrase with the clitic that a name carried; the name's own article goes, as names take none of their own.

    The preposition ل swallows the alef of the phrase's article (ل + البلدة = للبلدة).
    """
    if clitic.endswith("لل"):
        clitic = clitic[:-1]
    elif clitic.endswith(ARTICLE):
        clitic = clitic[: -len(ARTICLE)]
    if clitic.endswith("ل") and phrase.startswith(ARTICLE):
        return f"{clitic}{phrase[1:]}"
    return f"{clitic}{phrase}"
