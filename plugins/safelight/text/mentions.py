"""Mentions: runs of words that name a registered person or place, and what stands there instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from safelight.text.name_runs import Run, runs
from safelight.text.ordinary import Verdict, verdict
from safelight.text.reading import Reading
from safelight.text.registry import Registry
from safelight.text.unsure import Unsure
from safelight.text.wording import person_wording, place_wording

__all__ = ["Mention", "mentions"]


@dataclass(frozen=True)
class Mention:
    """Tokens `first:last` (last outside) that name somebody or some place; `text` is None while it is undecided.

    `problem` says why it is undecided. `extra` characters of the read text behind the last token go too (an initial's
    dot). `decidable`: only because the word may be an ordinary one; a decision that it is a public word settles it.
    """

    first: int
    last: int
    kind: str
    rule: str
    text: str | None
    problem: str = ""
    extra: int = 0
    decidable: bool = False


IS_WORD = "is a registered name and also an ordinary word; which of them cannot be told here"
MANY = "may be one of several registered people; write a name that only one of them has, or decide who it is"
INITIALS = "has a registered surname with initials that are nobody's; register the person or mend the initials"
BOTH = "is the name of a registered person and of a registered place; say which it is in the text"
STRANGERS = "joins names of different registered people; register the person, or part the names"


def mentions(reading: Reading, lang: str, registry: Registry) -> Iterator[Mention]:
    """Every mention of a registered person or place in a text of language `lang`, in order, none overlapping another.

    Costs in proportion to the tokens that are registered forms, of which most texts have few.
    """
    found = runs(reading, registry.index(lang))
    named = _named(found, registry)
    previous = 0
    for run in found:
        mention = _mention(run, reading, lang, registry, named)
        if mention is None:
            continue
        if mention.first < previous:
            mention = replace(mention, first=run.first, text=None if mention.text is None else mention.text)
        previous = mention.last
        yield mention


def _named(found: Sequence[Run], registry: Registry) -> frozenset[str]:
    """People whom the text names without doubt: a surname that many share is theirs."""
    return frozenset(next(iter(run.owners)) for run in found if len(run.owners) == 1 and run.kind == "person")


def _mention(run: Run, reading: Reading, lang: str, registry: Registry, named: frozenset[str]) -> Mention | None:
    rule = "registered-place" if run.kind == "place" else "registered-name"
    base = Mention(run.first, run.last, "place" if run.kind == "place" else "person", rule, None, extra=run.extra)
    if run.last - run.first == 1 and not run.initials:
        said = Verdict.NAME if run.is_adjective else verdict(reading, run.first, lang, sure=run.sure)
        if said is Verdict.WORD:
            return None
        if said is Verdict.UNCLEAR:
            return replace(base, problem=IS_WORD, decidable=True)
    if run.kind == "both":
        return replace(base, problem=BOTH)
    if run.strangers:
        return replace(base, problem=STRANGERS)
    owners = run.owners
    if run.initials:
        owners = frozenset(owner for owner in owners if _fits(registry, owner, run.initials))
        if not owners:
            return replace(base, problem=INITIALS)
    if len(owners) > 1 and len(owners & named) == 1:
        owners &= named
    wordings: set[tuple[int, str, int]] = set()
    reasons: set[str] = set()
    for owner in sorted(owners):
        try:
            wordings.add(_wording(run, owner, reading, lang, registry))
        except Unsure as unsure:
            reasons.add(str(unsure))
    if len(wordings) + len(reasons) > 1:
        return replace(base, problem=MANY)
    if reasons:
        return replace(base, problem=reasons.pop())
    first, text, extra = wordings.pop()
    return replace(base, first=first, text=_cased(text, reading, first, run), extra=extra)


def _wording(run: Run, owner: str, reading: Reading, lang: str, registry: Registry) -> tuple[int, str, int]:
    if run.kind == "place":
        return place_wording(registry.places[owner], run, reading, lang)
    return person_wording(registry.people[owner], run.of(owner), reading, lang)


def _fits(registry: Registry, owner: str, initials: Sequence[str]) -> bool:
    """Whether the first initial is that of a given name of the person, in any script."""
    person = registry.people[owner]
    letters = {name.given[:1].casefold() for name in person.names if name.given}
    letters |= {also[:1].casefold() for also in person.also}
    known = letters | {SAME_LETTER[letter] for letter in letters if letter in SAME_LETTER}
    known |= {latin for latin, cyrillic in SAME_LETTER.items() if cyrillic in letters}
    return initials[0].casefold() in known or not letters


SAME_LETTER: Mapping[str, str] = {
    "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "ж", "k": "к", "l": "л",
    "m": "м", "n": "н", "o": "о", "p": "п", "q": "қ", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "y": "я", "z": "з",
}  # fmt: skip
"""Latin initials to the Cyrillic letter that they usually stand for."""


def _cased(text: str, reading: Reading, first: int, run: Run) -> str:
    """The wording in capitals where the name was, and with a capital where a sentence begins."""
    word = reading.word(run.first)
    if len(word) > 1 and word.isupper() and text.upper() != text.lower():
        return text.upper()
    if reading.sentence_start(first):
        return text[:1].upper() + text[1:]
    return text
