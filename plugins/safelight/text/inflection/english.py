"""English: possessives stand apart as a token of their own; what is written onto a name is its plural."""

from __future__ import annotations

from functools import lru_cache

from safelight.text.inflection.shape import NOMINATIVE, Declension, Paradigm, Shape

PLURAL = Shape("nomn", "plur")
_HISSING = ("s", "x", "z", "ch", "sh")
_PLAIN = Paradigm([("", NOMINATIVE), ("s", PLURAL)])
_AFTER_HISS = Paradigm([("", NOMINATIVE), ("es", PLURAL)])


@lru_cache(maxsize=65536)
def decline(word: str, part: str, sex: str) -> tuple[Declension, ...]:
    """A name and its plural, which a lost apostrophe also leaves of the possessive (Zalinas door)."""
    return (Declension(word, _AFTER_HISS if word.casefold().endswith(_HISSING) else _PLAIN),)


def after_determiner(phrase: str) -> str:
    """A noun phrase without its own article, for a place behind another determiner (`the Buynaksk region`)."""
    first, _, rest = phrase.partition(" ")
    return rest if first.casefold() in ("a", "an", "the") and rest else phrase
