"""Deny by default: a word that may be a name, and that nobody has said is safe, is a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from babel import Locale

from safelight.model.redaction import Strictness
from safelight.text import russian
from safelight.text.fold import Folded, Token, words_of
from safelight.text.registry import Registry

OPENERS = " \t\u00a0\"'«“„‘([*_"
MONTHS_AND_DAYS = ("wide", "abbreviated")


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the room's own word lists, folded."""
    text = files("safelight.text").joinpath("data", name).read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def public_words(lang: str) -> frozenset[str]:
    """Words of country, language, month and weekday names (CLDR, by Babel), folded: nobody's secret."""
    locale = Locale.parse(lang, sep="-")
    names = [*locale.territories.values(), *locale.languages.values()]
    for width in MONTHS_AND_DAYS:
        names += [*locale.months["format"][width].values(), *locale.days["format"][width].values()]
    return frozenset(word for name in names for word in words_of(name))


def decided(tokens: Sequence[Token], lang: str, story: str, registry: Registry) -> set[int]:
    """Indexes of the tokens that a reviewer's decision covers, in this story or everywhere."""
    covered: set[int] = set()
    for index, token in enumerate(tokens):
        starts = {token.key, *(russian.lemmas(token.text) if lang == "ru" else ())}
        for start in starts:
            for decision in registry.decisions.get(start, ()):
                if decision.lang != lang or decision.scope not in ("site", f"story:{story}"):
                    continue
                words = words_of(decision.token)
                following = tokens[index : index + len(words)]
                if len(following) == len(words) and all(
                    token.key == word or (lang == "ru" and word in russian.lemmas(token.text))
                    for token, word in zip(following, words, strict=True)
                ):
                    covered.update(range(index, index + len(words)))
    return covered


def unknown(
    tokens: Sequence[Token], folded: Folded, lang: str, strictness: Strictness, skip: set[int]
) -> Iterator[tuple[int, str]]:
    """(token index, why) of each token that may be a name and is not in `skip`.

    A capital is excused only at a sentence's start, and only of a word without a reading as a name. Arabic has no
    capitals: there, words of a list of given names are questions. Outside stories (`ASK`) only what is likely a
    personal name is.
    """
    lower = {token.key for token in tokens if token.text.islower()}
    for index, token in enumerate(tokens):
        if index in skip or token.key in public_words(lang):
            continue
        if not token.text[:1].isupper():
            if lang == "ar" and _arabic_name(token.key):
                yield index, "given-name"
            continue
        if lang == "ru" and russian.lemmas(token.text) & public_words(lang):
            continue
        if strictness is Strictness.ASK:
            if lang == "ru" and russian.is_personal(token.text) and not _begins_sentence(folded.text, token.at):
                yield index, "personal-name"
        elif not (_begins_sentence(folded.text, token.at) and _is_plain(token, lang, lower)):
            yield index, "capital"


def _is_plain(token: Token, lang: str, lower: set[str]) -> bool:
    """Whether a word at a sentence's start has no reading as a name."""
    if lang == "ru":
        return not russian.may_be_name(token.text)
    if lang == "en":
        return token.key in word_list("en-common.txt") or (
            token.key in lower and token.key not in word_list("en-ambiguous.txt")
        )
    return token.key in lower


def _arabic_name(word: str) -> bool:
    names = word_list("ar-names.txt")
    return word in names or any(word.startswith(clitic) and word[1:] in names for clitic in "وفبلك")


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(OPENERS)
    quoted = text[len(before) : at].strip(" \t\u00a0")
    if not before or before[-1] in ".!?…\n#>":
        return True
    if before[-1] in "-\u2022":
        return before[:-1].rstrip(" ")[-1:] in ("", "\n")  # a list's mark, not a dash
    return any(mark in quoted for mark in '«“„"‘')  # a title or a quotation begins like a sentence
