"""Review: every undecided string of a campaign once, with where it stands; and a reviewer's answers as vault entries."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal

from safelight.model.profile import COMMON, OTHER_PERSON, OTHER_TIME, TRAITS, parse_trait
from safelight.model.redaction import Redaction, Unresolved
from safelight.text.fold import words_of

TRAIT = re.compile(rf"(?:{'|'.join(TRAITS)}|year|age_band|exploitation)=[a-z0-9+-]+")
"""What a question about a trait has for its text."""
CONTEXT = 60
"""Characters of context on either side."""
AnswerKind = Literal["public", "person", "place", "remove", "other-person", "other-time", "common"]
OF_TRAITS: Mapping[str, str] = {"other-person": OTHER_PERSON, "other-time": OTHER_TIME, "common": COMMON}
"""Answers about what a story tells of its person (`text` is `occupation=nurse`), and what each decision then means."""


@dataclass(frozen=True)
class Seen:
    """One place of an undecided string: the document, its story id, the field's text and the question about it.

    `redaction` is the field's, the question being one of it.
    """

    path: str
    story: str
    lang: str
    line: int
    source: str
    question: Unresolved
    redaction: Redaction


@dataclass(frozen=True)
class Asked:
    """An undecided string, asked once: `count` is how often it stands, `where` its places, `stories` their ids."""

    text: str
    lang: str
    kind: str
    why: str
    context: str
    count: int
    where: tuple[str, ...]
    stories: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The question for other editors, in the words that an answers file takes up again (`text`, `lang`)."""
        return {
            "text": self.text, "lang": self.lang, "kind": self.kind, "why": self.why, "context": self.context,
            "count": self.count, "where": list(self.where), "stories": list(self.stories),
        }  # fmt: skip


def asked_once(seen: Iterable[Seen]) -> tuple[Asked, ...]:
    """The questions of many documents, each string of each language once, the most frequent first."""
    groups: dict[tuple[str, tuple[str, ...], bool], list[Seen]] = defaultdict(list)
    for one in seen:
        if one.question.kind.startswith("unknown"):
            groups[one.lang, words_of(one.question.text), one.question.text.islower()].append(one)
    asked = []
    for (lang, _, _), found in groups.items():
        first = found[0]
        asked.append(
            Asked(
                " ".join(first.question.text.split()), lang, first.question.kind, first.question.suggestion,
                _context(first.source, first.question, first.redaction), len(found),
                tuple(dict.fromkeys(f"{one.path}:{one.line}" for one in found)),
                tuple(sorted({one.story for one in found if one.story})),
            )
        )  # fmt: skip
    return tuple(sorted(asked, key=lambda one: (one.lang, -one.count, one.text)))


def _context(source: str, question: Unresolved, redaction: Redaction) -> str:
    """What stands around a question, as it will be published: registered names are secrets here, too."""
    safe = [(done.start, done.end, done.with_) for done in redaction.replacements]
    safe += [(o.start, o.end, "…") for o in redaction.unresolved if not o.kind.startswith("unknown")]

    def between(start: int, end: int) -> str:
        parts, at = [], start
        for first, last, text in sorted(one for one in safe if one[0] < end and one[1] > start):
            parts += [source[at:first], text] if last > at else []
            at = max(at, last)
        return "".join((*parts, source[at:end]))

    before = between(max(0, question.start - CONTEXT), question.start)
    after = between(question.end, question.end + CONTEXT)
    return " ".join(f"{before}[{source[question.start : question.end]}]{after}".split())


@dataclass(frozen=True)
class Answer:
    """What a reviewer says of a string.

    `public`: a word that identifies nobody (`means` says what, for instance `country`). `person`: somebody, known by
    `id`, or new with their `name`, `pseudonym` or `relation` by language. `place`: `say` is what stands there instead,
    by language; with an `id` the place is registered for all texts. `remove`: nothing may stand there. `scope` is
    `site` or `story:ID`. Of a trait: it is an `other-person`'s, of an `other-time`, or so `common` that it need not be
    counted; then it holds in all languages.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
    text: str
    lang: str
    answer: AnswerKind
    scope: str = "site"
    means: str = "public-word"
    id: str = ""
    role: str = "survivor"
    sex: str = "unknown"
    name: Mapping[str, str] = field(default_factory=dict)
    pseudonym: Mapping[str, str] = field(default_factory=dict)
    relation: Mapping[str, str] = field(default_factory=dict)
    say: Mapping[str, str] = field(default_factory=dict)
    level: str = "city"


@dataclass(frozen=True)
class Entries:
    """What answers add to the vault: YAML flow mappings for its lists, and names for people who are there already."""

    decisions: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    also: Mapping[str, tuple[str, ...]]
    """Person's id to the names that they are known by as well."""


def entries(answers: Sequence[Answer], known: frozenset[str], by: str, on: date) -> tuple[Entries, tuple[str, ...]]:
    """The vault's new entries, and what is wrong with the answers (number from 1, field, way out; never the string).

    `known` are the ids of the people in the vault; `by` and `on` sign the decisions.
    """
    decisions: list[str] = []
    people: list[str] = []
    places: list[str] = []
    also: dict[str, list[str]] = defaultdict(list)
    wrong: list[str] = []
    new: set[str] = set()
    for number, answer in enumerate(answers, 1):
        mistake = _mistake(answer, known | new)
        if mistake:
            wrong.append(f"answer {number}: {mistake}")
        elif answer.answer == "person" and answer.id in known | new:
            also[answer.id].append(answer.text)
        elif answer.answer == "person":
            new.add(answer.id)
            name = dict(answer.name) or {"given": answer.text}
            person = {"id": answer.id, "role": answer.role, "sex": answer.sex, "names": [{"lang": answer.lang, **name}]}
            given = {"pseudonym": answer.pseudonym, "relation": answer.relation}
            people.append(_flow(person | {key: dict(value) for key, value in given.items() if value}))
        elif answer.answer == "place" and answer.id:
            place = {"id": answer.id, "level": answer.level, "names": [answer.text], "say": dict(answer.say)}
            places.append(_flow(place))
        elif answer.answer in OF_TRAITS:
            trait = "=".join(parse_trait(answer.text) or ())
            signed = {"scope": answer.scope, "by": by, "on": on.isoformat()}
            decisions.append(_flow({"token": trait, "lang": "*", "means": OF_TRAITS[answer.answer], **signed}))
        else:
            means = {"place": "place", "remove": "remove"}.get(answer.answer, answer.means)
            say = {"say": answer.say[answer.lang]} if answer.answer == "place" else {}
            signed = {"scope": answer.scope, "by": by, "on": on.isoformat()}
            decisions.append(_flow({"token": answer.text, "lang": answer.lang, "means": means, **say, **signed}))
    added = {owner: tuple(names) for owner, names in also.items() if owner in known}
    if set(also) - known:
        wrong.append("id: is new in one answer and known in another: apply the first alone, then the others")
    return Entries(tuple(decisions), tuple(people), tuple(places), added), tuple(wrong)


def _mistake(answer: Answer, known: frozenset[str] | set[str]) -> str:
    if not words_of(answer.text):
        return "text: has no letters or digits: copy it from the question"
    if answer.scope != "site" and not answer.scope.removeprefix("story:").strip(":"):
        return "scope: names no story: write site, or story:ID"
    if answer.scope != "site" and not answer.scope.startswith("story:"):
        return "scope: is neither: write site, or story:ID"
    if answer.answer in OF_TRAITS and parse_trait(answer.text) is None:
        return "text: is no trait: write attribute=value, for instance occupation=nurse"
    if answer.answer not in OF_TRAITS and TRAIT.fullmatch(answer.text):
        return f"answer: says nothing of a trait: answer {', '.join(OF_TRAITS)}, or mend the text"
    if answer.answer == "person" and not answer.id:
        return "id: is missing: name the person in the vault, or give a new id"
    if answer.answer == "person" and answer.id not in known and not (answer.pseudonym or answer.relation):
        return "pseudonym: is missing: give a new person a pseudonym, or a relation to be called by"
    if answer.answer == "place" and not answer.say.get(answer.lang):
        return f"say: is missing: write what the text says instead, in '{answer.lang}'"
    return ""


def _flow(value: object) -> str:
    """A YAML flow mapping; JSON is one, and quotes whatever a name may hold."""
    return json.dumps(value, ensure_ascii=False)
