"""Gathers what is disclosed of a story's person: in every language, beside pictures, in kits, in other stories."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from safelight.checks import assess
from safelight.checks.mosaic import PROFILE, VAULT
from safelight.model.caseload import Caseload
from safelight.model.content import HEADER_RULES, ContentTree, Document, DocumentType, parse_profile
from safelight.model.profile import Disclosure, StoryProfile, Told
from safelight.model.vault import Vault
from safelight.source.frontmatter import parse
from safelight.text import RedactedDocument, disclosed

LINK = re.compile(r"\{filename\}/?(?:\.\./)*stories/([^/\s)\"']+)/")
PICTURE_FIELDS = ("Alt", "Caption")


def is_real(document: Document) -> bool:
    """Whether a document is the story of a real person."""
    return document.type is DocumentType.STORY and not document.is_invented


def profiles(
    tree: ContentTree, vault: Vault, safe: Iterable[RedactedDocument], published: Iterable[tuple[str, str, str]]
) -> tuple[StoryProfile, ...]:
    """The profile of each real person's story in `tree`, in the order of their ids.

    `safe` are the redacted documents, stories and others; `published` the keys of those that go out. A profile is the
    union of the front matter's `Profile`, what every translation's safe text and header tell, the captions of pictures
    that the person consented to, the paragraphs elsewhere that link to the story, the sex that the vault knows (a
    pseudonym and grammar tell it), and all that of the person's other stories.
    """
    stories: dict[str, list[Document]] = defaultdict(list)
    for document in tree.documents:
        if is_real(document):
            stories[document.id].append(document)
    persons = {story_id: translations[0].text("Person") for story_id, translations in stories.items()}
    by_story: dict[str, list[Told]] = defaultdict(list)
    for story_id, translations in stories.items():
        by_story[story_id] += [told for one in translations for told in _front_matter(one)]
        by_story[story_id] += _vault_sex(translations, vault)
    for redacted in safe:
        for story_id, told in _texts(redacted, persons, vault):
            by_story[story_id].append(told)
    by_person: dict[str, list[str]] = defaultdict(list)
    for story_id, person in persons.items():
        if person:
            by_person[person].append(story_id)
    out = frozenset(key[1] for key in published if key[0] == DocumentType.STORY.value)
    found = []
    for story_id in sorted(stories):
        together = sorted({story_id, *by_person.get(persons[story_id], ())})
        first, everything = stories[story_id][0], frozenset(told for other in together for told in by_story[other])
        found.append(
            StoryProfile(
                story_id, str(first.path), first.line("Profile"), tuple(sorted(everything)),
                tuple(other for other in together if other != story_id), story_id in out,
                all(story.text("Profile") for story in stories[story_id]),
            )
        )  # fmt: skip
    return tuple(found)


def needed_beside(tree: ContentTree, allowed: Sequence[Document]) -> tuple[Document, ...]:
    """Stories that are not published now, of people who have one that is: readers may remember them."""
    keys = {document.key for document in allowed}
    people = {document.text("Person") for document in allowed if is_real(document)} - {""}
    return tuple(d for d in tree.documents if is_real(d) and d.key not in keys and d.text("Person") in people)


def profile_of_text(source: str, safe: str, lang: str, vault: Vault, story: str = "") -> dict[str, object]:
    """What one text discloses, for `safelight redact --json`: `profile`, `k`, `uncounted` and `unknown`.

    `safe` is the redacted `source`, which may begin with a header; then its `Profile` and `Person` count too. `profile`
    gives each attribute its value, or its sorted values where there are several; `k` is None without a caseload, and
    leaves `uncounted` attributes out. `story` names whose decisions hold.
    """
    path = PurePosixPath("text")
    raw, header = parse(source, path), parse(safe, path)
    headed = not header.findings and any(key in HEADER_RULES for key in header.fields)
    fields, body = (header.fields, header.body) if headed else ({}, safe)
    document = Document(DocumentType.STORY, story, lang, path, fields, body, header.body_line if headed else 1)
    told = list(text_told(disclosed(document), document, path))
    if headed:
        original = replace(document, fields=raw.fields)
        told += [*_front_matter(original), *_vault_sex([original], vault)]
    caseload = Caseload(vault.caseload)
    mosaic = assess(StoryProfile(story, "text", 1, tuple(sorted(set(told)))), caseload, vault.decisions)
    spelt = {
        attribute: sorted(caseload.spelt(attribute, value) for value in values)
        for attribute, values in mosaic.values.items()
    }
    return {
        "profile": {attribute: values[0] if len(values) == 1 else values for attribute, values in spelt.items()},
        "k": mosaic.k,
        "uncounted": [f"{attribute}={value}" for attribute, value in mosaic.uncounted],
        "unknown": [f"{attribute}={value}" for attribute, value in mosaic.unknown],
    }


def text_told(
    disclosures: Mapping[str, tuple[Disclosure, ...]], document: Document, where: PurePosixPath | str
) -> Iterator[Told]:
    """Disclosures of a safe document at their lines; a name that ran over a line's end may shift those behind it."""
    for field, found in disclosures.items():
        text, first = (
            (document.body, document.body_line) if field == "body" else (document.text(field), document.line(field))
        )
        for one in found:
            yield Told(
                one.attribute, one.value, str(where), first + text.count("\n", 0, one.start), field, one.rule
            )  # fmt: skip


def _front_matter(story: Document) -> Iterator[Told]:
    try:
        written = parse_profile(story.text("Profile")) if story.text("Profile") else {}
    except ValueError:
        return  # the front-matter check reports it
    for key, value in written.items():
        yield Told(key, value, str(story.path), story.line("Profile"), "Profile", PROFILE)


def _vault_sex(stories: Iterable[Document], vault: Vault) -> Iterator[Told]:
    sexes = {person.id: person.sex for person in vault.people}
    for story in stories:
        sex = sexes.get(story.text("Person"), "unknown")
        if sex != "unknown":
            yield Told("sex", sex, str(story.path), story.line("Person"), "Person", VAULT)


def _texts(redacted: RedactedDocument, persons: Mapping[str, str], vault: Vault) -> Iterator[tuple[str, Told]]:
    document = redacted.document
    if is_real(document):
        for told in text_told(redacted.disclosures, document, document.path):
            yield document.id, told
        return
    consent_id = document.text("Release").removeprefix("consent:")
    if consent_id != document.text("Release"):
        pictured = {consent.person for consent in vault.consent if consent.id == consent_id}
        for story_id, person in persons.items():
            if person in pictured:
                yield from ((story_id, told) for told in text_told(disclosed(document, PICTURE_FIELDS), document,
                                                                   document.path))  # fmt: skip
    yield from _linked(document, persons)


def _linked(document: Document, persons: Mapping[str, str]) -> Iterator[tuple[str, Told]]:
    """What the paragraphs of another document tell that link to a story: they speak of its person."""
    if "stories/" not in document.body:
        return
    line = document.body_line
    for block in re.split(r"(\n\s*\n)", document.body):
        for story_id in dict.fromkeys(LINK.findall(block)):
            if story_id in persons:
                part = replace(document, body=block, body_line=line)
                for told in text_told(disclosed(part, ("body",)), part, document.path):
                    yield story_id, told
        line += block.count("\n")
