"""A file as an editor keeps it: its `Key: value` header and its body, each read as what it is.

Values that readers see are texts of their own, keys and the values of machines stay; all offsets are the file's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from safelight.model.content import HEADER_RULES, INVENTED_KINDS, parse_text
from safelight.model.redaction import Redaction, Replacement, Strictness, Unresolved
from safelight.text.document import redact_slug, told_years
from safelight.text.edits import apply
from safelight.text.mentions import mentions
from safelight.text.reading import Reading, read
from safelight.text.redact import redact
from safelight.text.registry import Registry
from safelight.text.sentences import begins_with_capitals
from safelight.text.told_questions import Counted, told_questions

HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z0-9_-]*):[ \t]*([^\n]*(?:\n(?: {4,}|\t)[ \t]*\S[^\n]*)*)(?:\n|\Z)")
"""A key and its value, which goes on in indented lines."""
KEYS = {key.casefold(): rule for key, rule in HEADER_RULES.items()}
ID_OR_FILE = re.compile(r"[a-z]{1,12}[-:][a-z0-9:-]{1,20}|[\w-]{1,80}\.(?:png|jpe?g|webp|gif|tiff?|avif|hei[cf]|svg)")
LICENCE = re.compile(r"(?:CC|BY|SA|NC|ND|0|[ .-]|\d\.\d)+")
MACHINE_TEXT = re.compile(r"[a-z]+(?:[ ,-]+[a-z]+)*")
NAMED = "a registered name in a value that is used as it stands: rename what it names"


def redact_file(
    source: str, lang: str, registry: Registry, *, story: str = "", counted: Counted | None = None
) -> Redaction:
    """Redact a whole file as a story: `redact`, but a header of known keys is no prose.

    A file has a header when its first line is a known key and a value. The header ends before the first line that is
    no key and value; an unknown key is read as text. A registered name in a value of machines is a question. With
    `counted`, what the story tells of its person and no caseload counts is a question too, unless its `Kind` says that
    there is no such person.
    """
    parts = list(_header(source))
    body = parts[-1][2] if parts else 0
    reading = read(source[body:], lang)
    habit = begins_with_capitals(reading) if source[body:].strip() else None
    header = {key: source[start:end].strip() for key, start, end in parts if key}
    years = told_years(header.get("Profile", ""))
    asks = counted is not None and header.get("Kind") not in INVENTED_KINDS
    counts = counted.of(header.get("Profile", "")) if counted is not None and asks else None
    replaced: list[Replacement] = []
    unresolved: list[Unresolved] = []

    def as_story(text: Reading, start: int) -> None:
        found = redact(text, lang, registry, strictness=Strictness.DENY, story=story, capitalised=habit, years=years)
        questions = [*found.unresolved]
        if counts is not None:
            questions += told_questions(text, lang, story, found, registry.decisions, counts)
        replaced.extend(replace(one, start=one.start + start, end=one.end + start) for one in found.replacements)
        unresolved.extend(replace(one, start=one.start + start, end=one.end + start) for one in questions)

    for key, start, end in parts:
        value = source[start:end]
        if key == "Slug":
            safe = redact_slug(value.strip(), lang, registry) if value.strip() else ""
            if safe != value.strip():
                replaced.append(Replacement(start, end, "person", "registered-name", safe))
        elif key and _is_machines(key, value, registry):
            unresolved += [_named(start + first, start + last, source) for first, last in _names(value, lang, registry)]
        else:
            as_story(read(value, lang), start)
    as_story(reading, body)
    asked = sorted(_placed(unresolved, source), key=lambda one: one.start)
    return Redaction(apply(source, replaced), tuple(replaced), tuple(asked))


def _header(source: str) -> Iterator[tuple[str, int, int]]:
    """(key as the rules spell it, or empty for an unknown one, and the span of what is to be read) of each line.

    The last span ends where the body begins.
    """
    position = 0
    while found := HEADER_LINE.match(source, position):
        rule = KEYS.get(found[1].casefold())
        if rule is None and position == 0:
            return
        start = found.start(2) if rule else found.start()
        yield rule.key if rule else "", start, found.end(2)
        position = found.end()
    if position:
        yield "", position, position


def _is_machines(key: str, value: str, registry: Registry) -> bool:
    """Whether a value is one that only machines read: a word of a closed list, a date, an id, a file, plain terms.

    A line that happens to begin like a key ("Date: 5 March, we met") is text.
    """
    rule = HEADER_RULES[key]
    if rule.prose:
        return False
    if rule.parse is parse_text:
        # Ids, files, licences and English words; English knows whether a word is one.
        known = MACHINE_TEXT.fullmatch(value.strip()) and not redact(value.lower(), "en", registry).unresolved
        return bool(ID_OR_FILE.fullmatch(value.strip()) or LICENCE.fullmatch(value.strip()) or known)
    try:
        rule.parse(value)
    except ValueError:
        return False
    return True


def _names(value: str, lang: str, registry: Registry) -> Iterator[tuple[int, int]]:
    reading = read(value, lang)
    for mention in mentions(reading, lang, registry):
        yield reading.source_span(reading.starts[mention.first], reading.ends[mention.last - 1])


def _named(start: int, end: int, source: str) -> Unresolved:
    return Unresolved(0, 0, start, end, source[start:end], "address", NAMED)


def _placed(found: list[Unresolved], source: str) -> Iterator[Unresolved]:
    """The questions with the line and column of the file, both from 1."""
    breaks = [at.start() for at in re.finditer("\n", source)]
    for one in found:
        line = bisect_left(breaks, one.start)
        yield replace(one, line=line + 1, column=one.start - (breaks[line - 1] + 1 if line else 0) + 1)
