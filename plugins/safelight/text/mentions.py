"""Mentions: runs of words that name a registered person or place, and what stands there instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from safelight.model.vault import Person
from safelight.text.reading import Reading
from safelight.text.registry import ANY_CASE, Form, Registry
from safelight.text.russian import PREPOSITIONS, decline, inflect_phrase, is_noun, is_ordinary

NAME_JOINS = frozenset({"", " ", "-", ". ", ".", "\n", " - ", "\u00a0"})
"""What may stand between two words of one name."""


@dataclass(frozen=True)
class Mention:
    """Tokens `first:last` (last outside) that name somebody or some place; `text` is None while it is undecided."""

    first: int
    last: int
    kind: str
    rule: str
    text: str | None
    problem: str = ""


@dataclass(frozen=True)
class Token:
    """A word of a reading: as written, folded, and where it stands in the read text."""

    text: str
    key: str
    at: int
    end: int


class Tokens(Sequence[Token]):
    """The tokens of a reading, made when they are asked for; `keys` puts disguised ones right."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.keys: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._reading.keys)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        reading = self._reading
        key = self.keys.get(index, reading.keys[index])
        return Token(reading.word(index), key, reading.starts[index], reading.ends[index])


def mentions(reading: Reading, lang: str, registry: Registry) -> Iterator[Mention]:
    """Every mention of a registered person or place, in order, none overlapping another."""
    tokens = Tokens(reading)
    reach = 0
    for first, last, key in reading.hits(registry.forms.keys() | registry.place_forms.keys()):
        if first < reach:
            continue
        if last > first + 1:  # a name taken apart: whatever it is, it stands here alone
            found = _apart(first, last, key, lang, registry)
        else:
            tokens.keys[first] = key
            begin = _initials_before(tokens, first, reading, reach)
            found = _place(tokens, first, reading, lang, registry) or _person(tokens, begin, reading, lang, registry)
        if found:
            yield found
            reach = found.last


def _apart(first: int, last: int, key: str, lang: str, registry: Registry) -> Mention | None:
    for form in registry.forms.get(key, ()):
        person = registry.people[form.owner]
        text = person.pseudonym.get(lang) or person.relation.get(lang)
        return Mention(first, last, "person", "registered-name-apart", text, "has no pseudonym or relation here")
    for words, form in registry.place_forms.get(key, ()):
        if len(words) == 1:
            say = registry.places[form.owner].say.get(lang)
            return Mention(first, last, "place", "registered-place-apart", say, "has no `say` in this language")
    return None


def _initials_before(tokens: Sequence[Token], index: int, reading: Reading, reach: int) -> int:
    begin = index
    while (
        begin > reach
        and index - begin < 2
        and len(tokens[begin - 1].text) == 1
        and tokens[begin - 1].text.isupper()
        and reading.gap(begin - 1, begin) in (". ", ".", ".\n")
    ):
        begin -= 1
    return begin


def _place(tokens: Sequence[Token], index: int, folded: Reading, lang: str, registry: Registry) -> Mention | None:
    for words, form in registry.place_forms.get(tokens[index].key, ()):
        last = index + len(words)
        if tuple(token.key for token in tokens[index:last]) != words:
            continue
        say = registry.places[form.owner].say.get(lang)
        if not say:
            return Mention(index, last, "place", "registered-place", None, "has no `say` in this language")
        if lang == "ru":
            cases = _cases_here(form.cases, tokens, index)
            texts = {inflect_phrase(say, case) for case in sorted(cases)}
            if len(texts) > 1 and form.cases != ANY_CASE:
                return Mention(index, last, "place", "registered-place", None, "may be in several cases")
            say = sorted(texts)[0] if form.cases != ANY_CASE else say
        text = _with_clitic(form.prefix, say)
        if _starts_sentence(folded.text, tokens[index].at):
            text = text[:1].upper() + text[1:]
        return Mention(index, last, "place", "registered-place", text)
    return None


def _person(tokens: Sequence[Token], index: int, folded: Reading, lang: str, registry: Registry) -> Mention | None:
    first = index
    runs: dict[str, list[Form]] = {}
    initials, index = _skip_initials(tokens, index, folded)
    forms = registry.forms.get(tokens[index].key, ()) if index < len(tokens) else ()
    if not forms:
        return None
    if initials:
        forms = tuple(form for form in forms if form.part == "family") or forms
    for form in forms:
        runs.setdefault(form.owner, []).append(form)
    last = index + 1
    while last < len(tokens) and folded.gap(last - 1, last) in NAME_JOINS:
        more = [form for form in registry.forms.get(tokens[last].key, ()) if form.owner in runs]
        if not more:
            break
        together = {form.owner for form in more}
        runs = {owner: found for owner, found in runs.items() if owner in together}
        for form in more:
            runs[form.owner].append(form)
        last += 1
    last = _skip_trailing_initials(tokens, last, folded, forms)
    owners = sorted(runs)
    lone = tokens[index] if last == index + 1 else None
    if lang in ("ru",) and lone and lone.text.islower() and is_ordinary(lone.text):
        return Mention(first, last, "person", "registered-name", None, "is a registered name and an ordinary word")
    texts = {_pseudonym(registry.people[owner], runs[owner], tokens, first, lang) for owner in owners}
    if len(texts) > 1:
        return Mention(first, last, "person", "registered-name", None, "may be one of several registered people")
    text = texts.pop()
    if text is None:
        return Mention(first, last, "person", "registered-name", None, "has no unambiguous pseudonym or relation here")
    if len(tokens[index].text) > 1 and tokens[index].text.isupper() and text.upper() != text.lower():
        text = text.upper()
    elif _starts_sentence(folded.text, tokens[first].at):
        text = text[:1].upper() + text[1:]
    return Mention(first, last, "person", "registered-name", text)


def _skip_initials(tokens: Sequence[Token], index: int, folded: Reading) -> tuple[int, int]:
    """Number of initials (`З. Р.`) that stand at `index`, and the index behind them."""
    begin = index
    while (
        index < len(tokens) - 1
        and index - begin < 2
        and len(tokens[index].text) == 1
        and tokens[index].text.isupper()
        and folded.gap(index, index + 1) in (". ", ".", ".\u00a0", ".\n")
    ):
        index += 1
    return index - begin, index


def _skip_trailing_initials(tokens: Sequence[Token], last: int, folded: Reading, forms: Sequence[Form]) -> int:
    """The index behind initials that follow a surname (`Магомедова З. Р.`)."""
    if not any(form.part == "family" for form in forms):
        return last
    behind = last
    while (
        behind < len(tokens)
        and behind - last < 2
        and len(tokens[behind].text) == 1
        and tokens[behind].text.isupper()
        and folded.gap(behind - 1, behind) in (" ", "\u00a0", ". ", ".", ".\u00a0")
        and folded.text[tokens[behind].at + 1 : tokens[behind].at + 2] == "."
    ):
        behind += 1
    return behind


def _pseudonym(person: Person, forms: Sequence[Form], tokens: Sequence[Token], index: int, lang: str) -> str | None:
    """What a mention becomes, in its case; None when nothing is registered or the case cannot be told."""
    if any(form.part == "family-plural" for form in forms):
        return None
    prefix = forms[0].prefix
    name = person.pseudonym.get(lang)
    phrase = name or person.relation.get(lang)
    if not phrase:
        return None
    if lang != "ru":
        return _with_clitic(prefix, phrase)
    by_word: dict[str, frozenset[str]] = {}
    for form in forms:
        by_word[form.part] = by_word.get(form.part, frozenset()) | form.cases
    cases = frozenset.intersection(*by_word.values()) or frozenset.union(*by_word.values())
    if cases == ANY_CASE:
        return phrase
    cases = _cases_here(cases, tokens, index)
    if index and tokens[index - 1].key in ("с", "со") and "ablt" in cases:
        cases = frozenset({"ablt"})  # one is with people, and comes down from places
    texts = {_in_case(phrase, case, person.sex, is_name=bool(name)) for case in sorted(cases)}
    return texts.pop() if len(texts) == 1 else None


def _in_case(phrase: str, case: str, sex: str, *, is_name: bool) -> str:
    if is_name and " " not in phrase:
        return next(form for found, form in decline(phrase, "given", sex) if found == case)
    return inflect_phrase(phrase, case)


def _cases_here(cases: frozenset[str], tokens: Sequence[Token], index: int) -> frozenset[str]:
    """Those of `cases` that the word before allows; all of them where it says nothing.

    A preposition governs its cases; a noun governs the genitive ("дни Магомедовой").
    """
    if len(cases) < 2 or index == 0:
        return cases
    before = tokens[index - 1]
    allowed = frozenset(PREPOSITIONS.get(before.key, ()))
    if not allowed and is_noun(before.text):
        allowed = frozenset({"gent"})
    return (cases & allowed) or cases


def _with_clitic(prefix: str, phrase: str) -> str:
    """A phrase with the Arabic clitic that the mention carried; ل swallows the article's alef."""
    if prefix.endswith("ال"):
        prefix = prefix[:-2]
    elif prefix.endswith("لل"):
        prefix = prefix[:-1]
    if prefix.endswith("ل") and phrase.startswith("ال"):
        return f"{prefix}{phrase[1:]}"
    return f"{prefix}{phrase}"


def _starts_sentence(text: str, at: int) -> bool:
    """Whether only a sentence's end, a new paragraph or a list mark stands before `at`."""
    before = text[:at].rstrip(" \t\u00a0\"'«“„‘(")
    return not before or before[-1] in ".!?…" or before.endswith("\n\n") or before[-1] in "#>" or before.endswith("\n-")
