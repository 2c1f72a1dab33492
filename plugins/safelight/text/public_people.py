"""Who a safe text speaks of: the pseudonyms in it, in every case, by the tables that find registered names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from safelight.model.findings import Finding
from safelight.model.vault import Person, PersonName, Vault
from safelight.text.document import RedactedDocument, findings_of
from safelight.text.fold import key_of
from safelight.text.languages import writing
from safelight.text.lexicon import WORD as ORDINARY
from safelight.text.name_index import NameIndex
from safelight.text.registered_words import people_words
from safelight.text.word_stems import Words

TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼʻ][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s$")


class PublicPeople:
    """The pseudonyms of a vault, to be found in texts of one language."""

    def __init__(self, vault: Vault, lang: str) -> None:
        self.lang = lang
        self.names: Mapping[str, str] = {p.id: p.pseudonym[lang] for p in vault.people if p.pseudonym.get(lang)}
        shown = replace(vault, people=tuple(_in_public(p, lang) for p in vault.people if p.id in self.names))
        self._index = NameIndex(lang, Words(people_words(shown)))
        self._writing = writing(lang)

    def of_word(self, word: str) -> frozenset[str]:
        """Ids of the people whose pseudonym a word may be a form of; none for a word that is not written as a name."""
        if self._writing.capitals and not word[:1].isupper():
            return frozenset()
        forms = self._index.get(key_of(POSSESSIVE.sub("", word)))
        return frozenset(owner for form in forms if form.sure for owner in form.owners)

    def named(self, text: str) -> frozenset[str]:
        """Ids of the people whom a text may name."""
        return frozenset(owner for word in TOKEN.findall(text) for owner in self.of_word(word))

    def surely_named(self, text: str) -> frozenset[str]:
        """The same without words that are also ordinary ones: `Вера` is faith too."""
        plain = (word for word in TOKEN.findall(text) if not self._writing.readings(key_of(word)) & ORDINARY)
        return frozenset(owner for word in plain for owner in self.of_word(word))


def _in_public(person: Person, lang: str) -> Person:
    words = person.pseudonym[lang].split()
    given, family = words[0], " ".join(words[1:])
    return Person(person.id, (PersonName(lang, given=given, family=family),), person.role, person.sex)


def with_pseudonyms(redacted: RedactedDocument, people: PublicPeople, allowed: Collection[str]) -> RedactedDocument:
    """The document without its questions about words that are pseudonyms of `allowed` people.

    A translation is made from a safe text: nobody registered the names that stand there already.
    """

    def answered(text: str) -> bool:
        words = TOKEN.findall(text)
        return bool(words) and all(people.of_word(word) & set(allowed) for word in words)

    findings: list[Finding] = []
    redactions = {}
    document = redacted.document
    for name, redaction in redacted.redactions.items():
        left = tuple(
            one for one in redaction.unresolved if not (one.kind.startswith("unknown") and answered(one.text))
        )  # fmt: skip
        redactions[name] = replace(redaction, unresolved=left)
        line = document.body_line if name == "body" else document.line(name)
        findings.extend(findings_of(document, name, redactions[name], line))
    return replace(redacted, findings=tuple(findings), redactions=redactions)


def check_people(
    path: str, line: int, source: tuple[str, PublicPeople], translation: tuple[str, PublicPeople]
) -> tuple[Finding, ...]:
    """A finding for each person whom a translated story leaves out, or brings in; texts as readers see them."""
    (original, known), (text, people) = source, translation
    findings = []
    for one in sorted(known.surely_named(original) - people.named(text)):
        name = people.names.get(one)
        way_out = f"call them {name}, as the vault does" if name else f"give {one} a pseudonym in '{people.lang}'"
        problem = f"does not name {known.names[one]}, whom its source names"
        findings.append(Finding(path, line, "body", problem, way_out, rule="translation-people"))
    for one in sorted(people.surely_named(text) - known.named(original)):
        problem = f"names {people.names[one]}, whom its source does not name"
        findings.append(
            Finding(path, line, "body", problem, "use the pseudonyms of the source", rule="translation-people")
        )  # fmt: skip
    return tuple(findings)
