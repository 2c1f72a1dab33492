"""The registry: who and what is registered, ready to be asked word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from safelight.errors import VaultFindings
from safelight.model.findings import Finding
from safelight.model.vault import Person, Place, Vault
from safelight.text.decisions import Rulings, compile_decisions
from safelight.text.detectors.identifiers import Identifiers, compile_identifiers
from safelight.text.fold import words_of
from safelight.text.name_forms import Form
from safelight.text.name_index import NameIndex
from safelight.text.registered_words import key, names_nobody, names_nothing, people_words, place_words
from safelight.text.word_stems import Words

__all__ = ["Form", "Registry", "compile_registry"]


@dataclass(frozen=True)
class Registry:
    """Registered people and places by id, an index of their names for each language, identifiers and decisions."""

    people: Mapping[str, Person]
    places: Mapping[str, Place]
    identifiers: Identifiers
    decisions: Rulings
    words: Words
    _indexes: dict[str, NameIndex] = field(default_factory=dict, repr=False, compare=False)

    def index(self, lang: str) -> NameIndex:
        """What each word of a text in `lang` may be of the registered names; made when first asked for."""
        if lang not in self._indexes:
            self._indexes[lang] = NameIndex(lang, self.words)
        return self._indexes[lang]


def compile_registry(vault: Vault, languages: Sequence[str]) -> Registry:
    """The registry of a vault, for texts in `languages`.

    Raises `VaultFindings` for a name that leaves nothing to look for once it is normalised, for a public name that two
    people would share, and for public wording that holds a registered name. Costs are paid when a language is first
    met: here each word of each name is only folded and counted.
    """
    words = Words([*people_words(vault), *place_words(vault)])
    findings = [*_empty(vault), *_shared(vault), *_revealing(vault, words)]
    if findings:
        raise VaultFindings(findings)
    return Registry(
        people={person.id: person for person in vault.people},
        places={place.id: place for place in vault.places},
        identifiers=compile_identifiers(one for person in vault.people for one in person.identifiers),
        decisions=compile_decisions(vault.decisions, languages),
        words=words,
    )


PEOPLE, PLACES = "private/people.yaml", "private/places.yaml"


def _empty(vault: Vault) -> Iterator[Finding]:
    for person in vault.people:
        if names_nobody(person):
            yield Finding(PEOPLE, 0, person.id, "has no name of letters", "write given or family in letters")
    for place in vault.places:
        if names_nothing(place):
            yield Finding(PLACES, 0, place.id, "has no name of letters", "write the place's name in letters")


def _shared(vault: Vault) -> Iterator[Finding]:
    """Two people are never one in public: a reader would add up what is told of each."""
    bearers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person in vault.people:
        for lang, name in person.pseudonym.items():
            bearers[lang, key(name)].append(person.id)
    for (lang, _), ids in sorted(bearers.items()):
        for later in ids[1:]:
            yield Finding(
                PEOPLE, 0, later, f"has the same pseudonym as {ids[0]} in '{lang}'",
                "choose another: `safelight pseudonyms` proposes some",
            )  # fmt: skip


def _revealing(vault: Vault, words: Words) -> Iterator[Finding]:
    """Public wording must not itself be a secret: the pseudonym of one is never the name of another."""
    for person in vault.people:
        for lang, name in person.pseudonym.items():
            if any(_is_name(word, words) for word in words_of(name)):
                yield Finding(
                    PEOPLE, 0, person.id, f"has a pseudonym in '{lang}' that is a registered name",
                    "choose another: `safelight pseudonyms` proposes some",
                )  # fmt: skip
        for lang, phrase in person.relation.items():
            if _holds_name(phrase, words):
                yield Finding(
                    PEOPLE,
                    0,
                    person.id,
                    f"has a relation in '{lang}' that holds a registered name",
                    "say it without names",
                )
    for place in vault.places:
        for lang, phrase in place.say.items():
            if _holds_name(phrase, words):
                yield Finding(
                    PLACES, 0, place.id, f"has a `say` in '{lang}' that holds a registered name", "say it without names"
                )


def _is_name(word: str, words: Words) -> bool:
    return any(not found.is_particle and found.length == 1 for found in words.bases.get(word, ()))


def _holds_name(phrase: str, words: Words) -> bool:
    """Whether a capitalised word of the phrase is registered; a small one (`мир`) is a word."""
    return any(word[:1].isupper() and _is_name(key(word), words) for word in phrase.split())
