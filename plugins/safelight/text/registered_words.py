"""Registered words: each word of a registered name once, with everybody who bears it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from safelight.model.vault import Person, Place, Vault
from safelight.text.fold import words_of
from safelight.text.inflection import is_arabic

PARTICLES = frozenset(
    "оглы оглу угли кызы гызы кизи уулу зода заде бек бий хан бин бинт ибн аль эль аль ад де да ван фон дер ля ле ди "
    "қизи ўғли ӯғли уғли "
    "ogly oglu uulu kyzy kizi qizi ogli zoda zade bin bint ibn al el ad de da van von der la le di du abu umm dos "
    "بن ابن بنت ابو ابا ابي ام ال عبد الله الدين الرحمن الحق النور دين".split()
)
"""Words that many names share; alone they name nobody, beside another word of the name they belong to it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of registered names: as written, folded, what it is, and whose it is.

    `part` is `given`, `patronymic`, `family` or `place`; `declines` is the vault's word on it. A place's word also
    knows which of how many words of which name it is.
    """

    text: str
    key: str
    part: str
    sex: str
    declines: str | tuple[str, ...]
    owners: frozenset[str]
    position: int = 0
    length: int = 1
    behind: str = ""
    """The word before it in the name, folded: behind a preposition (Ростов-на-Дону) nothing is inflected."""

    @property
    def is_particle(self) -> bool:
        """Whether the word names nobody by itself."""
        return self.part != "place" and self.key in PARTICLES


@lru_cache(maxsize=65536)
def folded(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return words_of(name)


def key(word: str) -> str:
    """One folded word."""
    return "".join(folded(word)) if word else ""


def people_words(vault: Vault) -> tuple[Word, ...]:
    """Every word of every person's names, those that are alike only once."""
    owners: dict[tuple[str, str, str, str | tuple[str, ...]], set[str]] = {}
    for person in vault.people:
        for text, part in _name_words(person):
            declines = person.declines.get("family" if part == "family" else "given", "auto")
            declines = declines if isinstance(declines, str) else tuple(declines)
            owners.setdefault((text, part, person.sex, declines), set()).add(person.id)
    return tuple(
        Word(text, key(text), part, sex, declines, frozenset(found))
        for (text, part, sex, declines), found in owners.items()
        if len(key(text)) > 1
    )


def _name_words(person: Person) -> dict[tuple[str, str], None]:
    found: dict[tuple[str, str], None] = {}
    for name in person.names:
        for part, text in (("given", name.given), ("patronymic", name.patronymic), ("family", name.family)):
            words = _split(text)
            for word in words:
                found[word, part] = None
            if len(words) > 1 and is_arabic(text):
                found["".join(words), part] = None  # عبد الله is also written عبدالله
    for also in person.also:
        for index, word in enumerate(_split(also)):
            found[word, "given" if index == 0 else "family"] = None
            if key(word) == "ابو":
                found |= dict.fromkeys((case, "given") for case in FATHER_OF)
    return found


FATHER_OF = ("أبا", "أبي")
"""The other cases of Arabic أبو in a kunya (أبو خالد)."""


@lru_cache(maxsize=65536)
def _split(text: str) -> tuple[str, ...]:
    """The words of a name as written, each with capital and marks; by the folding, which knows what a word is."""
    keys = folded(text)
    words = text.replace("-", " ").replace("‐", " ").replace(".", " ").split()
    return tuple(words) if tuple(map(key, words)) == keys else keys


def place_words(vault: Vault) -> tuple[Word, ...]:
    """Every word of every place's names."""
    owners: dict[tuple[str, int, int, str, str], set[str]] = {}
    for place in vault.places:
        for name in place.names:
            words = _split(name)
            for index, word in enumerate(words):
                before = key(words[index - 1]) if index else ""
                owners.setdefault((word, index, len(words), before, _phrase_id(words)), set()).add(place.id)
    return tuple(
        Word(text, key(text), "place", "unknown", "auto", frozenset(found), index, length, before)
        for (text, index, length, before, _), found in owners.items()
        if key(text)
    )


def _phrase_id(words: tuple[str, ...]) -> str:
    return " ".join(words)


def names_nobody(person: Person) -> bool:
    """Whether nothing is left to look for once the person's names are normalised."""
    return not any(key(text) for text, _ in _name_words(person))


def names_nothing(place: Place) -> bool:
    """Whether nothing is left to look for once the place's names are normalised."""
    return not any(folded(name) for name in place.names)
