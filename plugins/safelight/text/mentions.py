"""Mentions: runs of words that name a registered person or place, and what stands there instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from safelight.model.vault import Person
from safelight.text.fold import Folded, Token
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


def mentions(tokens: Sequence[Token], folded: Folded, lang: str, registry: Registry) -> Iterator[Mention]:
    """Every mention of a registered person or place, in order, none overlapping another."""
    index = 0
    while index < len(tokens):
        found = _place(tokens, index, folded, lang, registry) or _person(tokens, index, folded, lang, registry)
        if found:
            yield found
            index = found.last
        else:
            index += 1


def _gap(folded: Folded, left: Token, right: Token) -> str:
    return folded.text[left.at + len(left.text) : right.at]


def _place(tokens: Sequence[Token], index: int, folded: Folded, lang: str, registry: Registry) -> Mention | None:
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


def _person(tokens: Sequence[Token], index: int, folded: Folded, lang: str, registry: Registry) -> Mention | None:
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
    while last < len(tokens) and _gap(folded, tokens[last - 1], tokens[last]) in NAME_JOINS:
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


def _skip_initials(tokens: Sequence[Token], index: int, folded: Folded) -> tuple[int, int]:
    """Number of initials (`З. Р.`) that stand at `index`, and the index behind them."""
    begin = index
    while (
        index < len(tokens) - 1
        and index - begin < 2
        and len(tokens[index].text) == 1
        and tokens[index].text.isupper()
        and _gap(folded, tokens[index], tokens[index + 1]) in (". ", ".", ".\u00a0", ".\n")
    ):
        index += 1
    return index - begin, index


def _skip_trailing_initials(tokens: Sequence[Token], last: int, folded: Folded, forms: Sequence[Form]) -> int:
    """The index behind initials that follow a surname (`Магомедова З. Р.`)."""
    if not any(form.part == "family" for form in forms):
        return last
    behind = last
    while (
        behind < len(tokens)
        and behind - last < 2
        and len(tokens[behind].text) == 1
        and tokens[behind].text.isupper()
        and _gap(folded, tokens[behind - 1], tokens[behind]) in (" ", "\u00a0", ". ", ".", ".\u00a0")
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
