"""Needles: every form of every secret of the vault, by tables of the gate's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from safelight.leakgate.folding import fold
from safelight.model.vault import Vault

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 3
"""Shortest word, in letters, that is looked for by itself."""
CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك", "ال", "وال", "بال", "لل", "أ", "ا")
AFTER_VOWEL = ("а", "ы", "и", "е", "у", "ой", "ою", "ей", "ею", "я", "ю", "ям", "ам", "ами", "ах")
AFTER_CONSONANT = ("", "а", "у", "ом", "ем", "е", "ым", "ы", "ой", "ою", "ых", "ыми", "я", "ю", "и", "ь")
ADJECTIVAL = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою", "ие", "их", "ими")
SPELLINGS: dict[str, tuple[str, ...]] = {
    "а": ("a",), "б": ("b",), "в": ("v",), "г": ("g",), "д": ("d",), "е": ("e", "ye"), "ж": ("zh",), "з": ("z",),
    "и": ("i",), "й": ("y", "i", "j"), "к": ("k",), "л": ("l",), "м": ("m",), "н": ("n",), "о": ("o",), "п": ("p",),
    "р": ("r",), "с": ("s",), "т": ("t",), "у": ("u",), "ф": ("f",), "х": ("kh", "h"), "ц": ("ts", "c"), "ч": ("ch",),
    "ш": ("sh",), "щ": ("shch",), "ъ": ("",), "ы": ("y",), "ь": ("",), "э": ("e",), "ю": ("yu", "iu"), "я": ("ya", "ia"),
}  # fmt: skip


@dataclass(frozen=True)
class Needle:
    """What a folded word gives away."""

    kind: str
    person_id: str


@dataclass(frozen=True)
class Needles:
    """Single words; longer names by their first word; identifiers by digits, and by folded letters and digits."""

    words: dict[str, Needle]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Needle], ...]]
    digits: dict[str, Needle]
    marks: dict[str, Needle]


def needles(vault: Vault) -> Needles:
    """All needles of a vault."""
    words: dict[str, Needle] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Needle]]] = {}
    digits: dict[str, Needle] = {}
    marks: dict[str, Needle] = {}
    for person in vault.people:
        needle = Needle("person", person.id)
        texts = [part for name in person.names for part in (name.given, name.patronymic, name.family)]
        for text in (*texts, *person.also):
            for word in WORD.findall(fold(text)):
                for form in _forms(word):
                    words.setdefault(form, needle)
        for name in person.names:
            given, family = fold(name.given), fold(name.family)
            if given and family:
                for joined in (given + family, family + given):
                    for form in _forms(joined):
                        words.setdefault(form, needle)
        for identifier in person.identifiers:
            _add_identifier(identifier, Needle("identifier", person.id), digits, marks)
    for place in vault.places:
        needle = Needle("place", place.id)
        for place_name in place.names:
            found = tuple(WORD.findall(fold(place_name)))
            if len(found) == 1:
                for form in _forms(found[0]):
                    words.setdefault(form, needle)
            elif found:
                phrases.setdefault(found[0], []).append((found, needle))
    return Needles(words, {first: tuple(found) for first, found in phrases.items()}, digits, marks)


def _add_identifier(text: str, needle: Needle, digits: dict[str, Needle], marks: dict[str, Needle]) -> None:
    only_digits = "".join(str(unicodedata.digit(c)) for c in text if c.isdigit())
    if len(only_digits) >= 6:
        digits[only_digits] = needle
        if len(only_digits) > 10:
            digits[only_digits[-10:]] = needle  # a national number without the country's code
    else:
        marks["".join(c for c in fold(text) if c.isalnum() or c == "_")] = needle


def _forms(word: str) -> Iterator[str]:
    if len(word) < SHORTEST:
        return
    yield word
    if "\u0600" <= word[0] <= "\u06ff":
        yield from (clitic + word for clitic in CLITICS)
    elif "\u0400" <= word[0] <= "\u04ff":
        yield from (form for form in _cyrillic(word) if len(form) >= SHORTEST)
        spelled = product(*(SPELLINGS.get(letter, (letter,)) for letter in word))
        yield from ("".join(parts) for parts in islice(spelled, 32))
    else:
        yield word + "s"  # a possessive whose apostrophe was lost


def _cyrillic(word: str) -> Iterator[str]:
    if word.endswith(("ский", "цкий", "ская", "цкая")):
        yield from (word[:-2] + ending for ending in ADJECTIVAL)
    elif word[-1] in "ая":
        yield from (word[:-1] + ending for ending in AFTER_VOWEL)
        if word.endswith(("ова", "ева", "ина")):
            yield from (word[:-1] + ending for ending in ("", "ым", "ых", "ыми"))
    elif word[-1] in "йь":
        yield from (word[:-1] + ending for ending in AFTER_CONSONANT if ending)
    elif word[-1] not in "оеиуюэы":
        yield from (word + ending for ending in AFTER_CONSONANT)
