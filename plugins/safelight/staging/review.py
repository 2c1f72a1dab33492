"""Asks once: the undecided strings of a whole campaign, and the answers into its vault."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.model.content import DocumentType
from safelight.sealing import Keyring, read_file, write_file
from safelight.source.content import read_content
from safelight.source.vault import read_vault
from safelight.source.vault_edit import add_entries, check_changed
from safelight.source.yaml_edit import EntryMissing, set_value
from safelight.staging.anonymise import ANONYMISER
from safelight.staging.ties import Ties
from safelight.text.review import Answer, Asked, Seen, asked_once, entries

LARGEST_ANSWERS = 16_000_000
"""Largest file of answers, in bytes."""
ANSWERS = TypeAdapter(list[Answer])


@dataclass(frozen=True)
class Answered:
    """How many entries were written to each file of the vault."""

    decisions: int
    people: int
    places: int


def questions(campaign: Campaign, keyring: Keyring | None = None) -> tuple[Asked, ...]:
    """Every undecided string of the campaign's stories and other texts, each once."""
    vault = read_vault(campaign.private, keyring)
    tree, _ = read_content(campaign.root)
    documents = [document for document in tree.documents if document.lang in campaign.languages]
    seen: list[Seen] = []
    ties = Ties(tree, vault, campaign.languages)
    beside = ties.behind(documents)
    found = ties.settled(ANONYMISER.redact([*documents, *beside], vault, campaign.languages))
    for document, redacted in zip(documents, found[: len(documents)], strict=True):
        story = document.id if document.type is DocumentType.STORY else ""
        for name, redaction in redacted.redactions.items():
            source = document.body if name == "body" else document.text(name)
            first = document.body_line if name == "body" else document.line(name)
            for question in redaction.unresolved:
                line = first + question.line - 1
                seen.append(Seen(str(document.path), story, document.lang, line, source, question, redaction))
    return asked_once(seen)


def read_answers(path: Path) -> tuple[Answer, ...]:
    """Answers from a YAML or JSON file: a list of mappings with the fields of `Answer`.

    Raises `WrongUse` with every mistake at its number, never repeating a value.
    """
    try:
        data = path.read_bytes()
        if len(data) > LARGEST_ANSWERS:
            raise WrongUse(f"{path}: is larger than {LARGEST_ANSWERS} bytes: split it")
        plain = json.loads(data) if path.suffix == ".json" else yaml.safe_load(data.decode("utf-8-sig"))
        return tuple(ANSWERS.validate_python(plain))
    except OSError as error:
        raise WrongUse(f"{path}: cannot be read ({error.strerror}): check the name and the permissions") from None
    except ValidationError as error:
        lines = []
        for mistake in error.errors(include_url=False, include_input=False):
            where = [str(part) if isinstance(part, str) else f"answer {part + 1}" for part in mistake["loc"]]
            lines.append(f"{path}: {': '.join(where) or 'file'}: {mistake['type'].replace('_', ' ')}: mend it")
        raise WrongUse("\n".join(lines)) from None
    except (ValueError, yaml.YAMLError, RecursionError):
        raise WrongUse(f"{path}: is not a list of answers in YAML or JSON: see docs/review.md") from None


def answer(campaign: Campaign, answers: Sequence[Answer], by: str, on: date, keyring: Keyring) -> Answered:
    """Write answers into the vault: decisions, and new people and places; comments and order of the files stay.

    Nothing is written while an answer has a mistake: raises `WrongUse` with all of them. Each file is checked as part
    of the whole vault and replaced whole; people come first, so that a stop in between leaves questions, not leaks.
    """
    known = frozenset(person.id for person in read_vault(campaign.private, keyring).people)
    new, wrong = entries(answers, known, by, on)
    wrong += tuple(
        f"answer: language '{a.lang}' is none of the campaign's" for a in answers if not _speaks(campaign, a)
    )
    if wrong:
        raise WrongUse("\n".join(wrong))
    if new.also:
        _also(campaign.private, new.also, keyring)
    for name, found in (("people", new.people), ("places", new.places), ("decisions", new.decisions)):
        if found:
            add_entries(campaign.private, name, found, keyring)
    return Answered(len(new.decisions), len(new.people) + len(new.also), len(new.places))


def _speaks(campaign: Campaign, one: Answer) -> bool:
    return one.lang in campaign.languages


def _also(private: Path, names: Mapping[str, tuple[str, ...]], keyring: Keyring) -> None:
    """Give people of the vault further names that they are known by."""
    file = "people.yaml"
    data = read_file(private, file, keyring) or b""
    text = data.decode("utf-8-sig")
    people = {person.id: person for person in read_vault(private, keyring).people}
    for person, more in names.items():
        together = list(dict.fromkeys([*people[person].also, *more]))
        try:
            text = set_value(text, person, ("also",), json.dumps(together, ensure_ascii=False))
        except EntryMissing:
            raise WrongUse(f"{private.name}/{file}: {person} does not stand there once: mend the file") from None
    check_changed(private, file, text.encode(), keyring)
    write_file(private, file, text.encode(), keyring)
