"""Needles: every form of every secret of the vault, by tables of the gate's own.

Four kinds of lookup, all of them exact, so that searching costs one set intersection whatever the size of the vault:
`forms` (folded words), `latin` (transliteration keys), `marks` (identifiers squeezed to letters and digits) and
`numbers` (digits alone). A `Word` that proves nothing by itself is *weak*: it is an ordinary word,
or one word of several; `context` then decides by what stands beside it.
"""

from __future__ import annotations

import gc
import re
from dataclasses import dataclass, field

from safelight.leakgate import transliterate
from safelight.leakgate.fold import fold
from safelight.leakgate.identifiers import Identifiers
from safelight.leakgate.inflect import LATIN_PLACE, LONGEST_LOST, forms, is_arabic, is_cyrillic
from safelight.leakgate.words import Table, Word
from safelight.model.vault import Person, Vault

WORDS = re.compile(r"[^\W\d_]+")
SHORTEST = 3
"""Shortest word, in letters, that is looked for by itself."""
LONGEST_WEAK = 3
"""Longest form, in letters, that gives nobody away unless it is registered just so."""
LONGEST_WEAK_GUESS = 5
"""The same for a form in a script that the name is not registered in."""


@dataclass(frozen=True)
class Needles:
    """What is looked for. `weak` holds folded forms that give nobody away by themselves, besides ordinary words."""

    forms: dict[str, tuple[Word, ...]]
    latin: dict[str, tuple[Word, ...]]
    marks: dict[str, tuple[Word, ...]]
    numbers: dict[str, tuple[Word, ...]]
    weak: frozenset[str]
    registered: frozenset[str]
    """Words as the vault has them, folded, and the ones that are written together of them: no form of them."""
    partners: dict[str, list[Word]] = field(default_factory=dict)
    """Words of each person, by which a weak word is told from an ordinary one."""
    initials: dict[str, frozenset[str]] = field(default_factory=dict)
    """First letters of each person's given names and patronymics, folded."""


def needles(vault: Vault) -> Needles:
    """All needles of a vault; time and memory grow with its length."""
    collecting = gc.isenabled()
    gc.disable()  # a million tuples, none of them in a cycle: looking for cycles would take a third of the time
    try:
        made = _Making(_folded_texts(vault))
        for person in vault.people:
            made.add_person(person)
        for place in vault.places:
            for name in place.names:
                made.add_text(name, "place", "place", place.id, frozenset({"en", "ru"}))
        made.inflect_everything()
        made.spell_everything()
        made.identifiers.anchor(made.forms)
    finally:
        if collecting:
            gc.freeze()  # nor must each later collection go through them all
            gc.enable()
    return Needles(
        made.forms,
        made.latin,
        made.identifiers.marks,
        made.identifiers.numbers,
        made.weak_forms(),
        made.registered(),
        made.partners,
        made.initials,
    )


def _folded_texts(vault: Vault) -> dict[str, str]:
    """Every text of the vault with its folded form, folded in one call."""
    texts = {
        text for person in vault.people for name in person.names for text in (name.given, name.patronymic, name.family)
    }
    texts.update(text for person in vault.people for text in person.also)
    texts.update(name for place in vault.places for name in place.names)
    written = sorted(texts)
    lines = [" ".join(text.split()) for text in written]
    return dict(zip(written, fold("\n".join(lines)).split("\n"), strict=True)) if written else {}


class _Making:
    """Needles in the making."""

    def __init__(self, folded: dict[str, str]) -> None:
        self.folded = folded
        self.forms, self.latin = Table(), Table()
        self.identifiers = Identifiers()
        self.words: dict[tuple[str, str, str], tuple[Word, set[str]]] = {}
        self.partners: dict[str, list[Word]] = {}
        self.initials: dict[str, frozenset[str]] = {}
        self.respelled: set[tuple[str, str, str]] = set()
        self.joined: dict[str, Word] = {}
        self.joins: set[tuple[str, str, str, str]] = set()
        self.transliterated: dict[str, Word] = {}
        self.guessed: set[str] = set()

    def add_person(self, person: Person) -> None:
        languages = frozenset(name.lang for name in person.names)
        extra: frozenset[str] = frozenset()
        if not languages & {"ky", "uz", "tg", "kk"}:
            extra = frozenset({"ky"})  # a text in such a language inflects whatever spelling it has
        scripts: dict[str, list[tuple[str, str]]] = {"latin": [], "cyrillic": [], "arabic": []}
        for name in person.names:
            ours = (languages - {"uz", "ky", "tg", "kk", "ro"}) | {name.lang} | extra
            for part in ("given", "patronymic", "family"):
                text = getattr(name, part)
                if text.strip():
                    scripts[_script(self._fold(text))].append((text, part))
                    self.add_text(text, "person", part, person.id, ours)
            self._join(person.id, self._fold(name.given), self._fold(name.patronymic), self._fold(name.family))
        for text in person.also:
            scripts[_script(self._fold(text))].append((text, "also"))
            self.add_text(text, "person", "also", person.id, languages | extra)
        for text, part in scripts["cyrillic"]:
            self.respelled.add((text, part, "latin"))
        for text, part in scripts["latin"]:
            self.respelled.add((text, part, "latin"))
            if not scripts["cyrillic"]:
                self.respelled.add((text, part, "cyrillic"))
        if not scripts["arabic"]:
            self.respelled.update((text, part, "arabic") for text, part in scripts["latin"] or scripts["cyrillic"])
        elif not scripts["latin"]:
            self.respelled.update((text, part, "latin") for text, part in scripts["arabic"])
        given = {self._fold(text)[:1] for name in person.names for text in (name.given, name.patronymic)}
        self.initials[person.id] = frozenset(given - {""})
        for identifier in person.identifiers:
            self.identifiers.add(identifier, person.id)

    def add_text(self, text: str, kind: str, part: str, owner: str, languages: frozenset[str]) -> None:
        """Register a name of one or more words."""
        words = WORDS.findall(self._fold(text))
        if not words:
            return
        if len(words) == 1:
            self._word(text, words[0], kind, part, owner, languages)
            return
        for word in words if kind == "person" else ():
            self._word(text, word, kind, part, owner, languages)
        phrase = tuple(frozenset({*forms(word, part, languages), *_latin_keys(word)}) for word in words)
        whole = Word(kind, part, [owner], phrase)
        anchor = max(range(len(words)), key=lambda index: len(words[index]))
        for form in phrase[anchor]:
            self.forms.put(form, whole)
        for form in _latin_keys(words[anchor]):
            self.latin.put(form, whole)
        joined = Word(kind, part, [owner])
        for form in forms("".join(words), part, languages):
            self.forms.put(form, joined)

    def _word(self, text: str, word: str, kind: str, part: str, owner: str, languages: frozenset[str]) -> None:
        key = (word, kind, part)
        held = self.words.get(key)
        if held is None:
            held = self.words[key] = (Word(kind, part, [], whole=len(word) >= SHORTEST), set())
        found, spoken = held
        if owner not in found.ids[-1:]:
            found.ids.append(owner)
            if kind == "person":
                self.partners.setdefault(owner, []).append(found)
        spoken |= languages
        if kind == "place":
            self.respelled.add((text, part, "latin"))

    def inflect_everything(self) -> None:
        """Each word once in all its forms, in the languages of everybody who bears it."""
        for (word, _, part), (found, languages) in self.words.items():
            made = forms(word, part, frozenset(languages))
            if len(word) < SHORTEST + LONGEST_LOST:
                made = [form for form in made if len(form) >= SHORTEST or form == word]
            self.forms.put_all(made, found)
        keys = transliterate.latin_key("\n".join(self.transliterated)).split("\n")
        for key, joined in zip(keys, self.transliterated.values(), strict=False):
            self.latin.put(key, joined)

    def _join(self, owner: str, given: str, patronymic: str, family: str) -> None:
        """Names written as one word, and initials with the family name: in addresses, file names and handles."""
        given, family = given.replace(" ", ""), family.replace(" ", "")
        key = (owner, given, patronymic, family)
        if not given or not family or key in self.joins:
            return
        self.joins.add(key)
        joined = [given + family, family + given, given[0] + family, family + given[0]]
        if patronymic:
            joined += [given[0] + patronymic[0] + family, family + given[0] + patronymic[0]]
        if len(given) >= 5:
            joined.append(given + family[0])
        for text in joined:
            if len(text) < SHORTEST + 2:
                continue
            word = self.joined.get(text)
            if word is None:
                word = self.joined[text] = Word("person", "joined", [])
                self.forms.put(text, word)
                if is_arabic(text):
                    self.forms.put("و" + text, word)
            if owner not in word.ids[-1:]:
                word.ids.append(owner)
        if is_cyrillic(given) and is_cyrillic(family):
            both = zip(transliterate.latin_spellings(given), transliterate.latin_spellings(family), strict=False)
            for first, last in both:
                for text in (first + last, last + first, first[0] + last):
                    self.transliterated[text] = self.joined[given + family]

    def registered(self) -> frozenset[str]:
        """The words of all names, and names that are written as one word."""
        return frozenset({word for word, _, _ in self.words} | self.joined.keys())

    def weak_forms(self) -> frozenset[str]:
        """Forms too short to give anybody away that nobody is registered by: Дан, of Дана; lum, of a guess at لم."""
        short = {form for table in (self.forms, self.latin) for form in table if len(form) <= LONGEST_WEAK}
        return frozenset((short | self.guessed) - {word for word, _, _ in self.words})

    def spell_everything(self) -> None:
        """Spell each word once in the scripts that it is wanted in."""
        keys: list[str] = []
        owners: list[Word] = []
        for text, part, script in sorted(self.respelled):
            for word in WORDS.findall(self._fold(text)):
                held = self.words.get((word, "place" if part == "place" else "person", part))
                if held is None or len(word) < SHORTEST:
                    continue
                if script == "latin":
                    spelled = _latin(word)
                    if part == "place":
                        spelled = [name + ending for name in spelled for ending in LATIN_PLACE]
                    keys += spelled
                    owners += [held[0]] * len(spelled)
                    continue
                source = word if not is_cyrillic(word) else next(transliterate.latin_spellings(word))
                spell = transliterate.cyrillic_spellings if script == "cyrillic" else transliterate.arabic_spellings
                for other in spell(source):
                    if len(other) > SHORTEST:
                        spelled = forms(other, part, frozenset())
                        self.guessed.update(form for form in spelled if len(form) <= LONGEST_WEAK_GUESS)
                        self.forms.put_all(spelled, held[0])
        for key, word in zip(transliterate.latin_key("\n".join(keys)).split("\n"), owners, strict=False):
            if len(key) >= SHORTEST:
                self.latin.put(key, word)

    def _fold(self, text: str) -> str:
        return self.folded[text]


def _script(folded: str) -> str:
    return "cyrillic" if is_cyrillic(folded) else "arabic" if is_arabic(folded) else "latin"


def _latin(word: str) -> list[str]:
    if is_cyrillic(word):
        return list(transliterate.latin_spellings(word))
    return list(transliterate.latin_from_arabic(word)) if is_arabic(word) else [word]


def _latin_keys(word: str) -> list[str]:
    return transliterate.latin_key("\n".join(_latin(word))).split("\n")
