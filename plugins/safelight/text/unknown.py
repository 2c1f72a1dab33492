"""Deny by default: a word that may be a name, and that nobody has said is safe, is a question.

Words that the lexicon knows as ordinary and nothing else are settled in bulk; only the rest is looked at one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from safelight.model.redaction import Strictness
from safelight.text.languages import Writing, public_names, writing
from safelight.text.lexicon import NAME, PLACE, RARE, WORD
from safelight.text.long_numbers import identifying_numbers
from safelight.text.public_mentions import PublicMentions
from safelight.text.quotations import quotations
from safelight.text.reading import Reading
from safelight.text.surroundings import Surroundings
from safelight.text.word_endings import FORMS

ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th|s|й|я|е|го|му|м|х|ми|ти|лет|a|ea|lea|chi|inchi|чи|ум|юм|нчы|нчи)")
WHY = {
    "capital": "a capital that no sentence's start excuses",
    "sentence-start": "begins a sentence, and may be a name as well",
    "initial": "a lone letter",
    "capitals": "in capitals",
    "kinship": "follows a word of kinship or a title",
    "name": "known as a name",
    "name-position": "a word, but also a name, and it stands where names do",
    "word": "not in the dictionary",
    "lower-case": "may be a name, in a sentence without capitals",
    "script": "in another script than the text",
    "number": "a number that may identify",
    "age": "an exact age, or an hour",
    "town": "made of a town, which is finer than a country: write the country, or leave it out",
    "birth": "tells when somebody was born, and so an exact age",
    "address": "an address that nobody has decided about",
}
"""What each `unknown-…` kind means, for the person who is asked."""


CLITIC = re.compile(r"[CDILMNSVŞȘ]-(?:am|ai|a|au|ar|aș|aţi|ați|ați|o|or|aș|oi|om|avea|aş|mai)(?!\w)")
"""A Romanian pronoun or negation written before its verb."""


@dataclass(frozen=True)
class Question:
    """Tokens `first:last` (last outside) that nobody has said are safe, and why they are asked about (`WHY`)."""

    first: int
    last: int
    why: str
    stops: bool = True


class Unknown:
    """The questions that one text raises.

    `capitalised` tells whether its writer uses capitals, where the text is too short to show it (a list of tags);
    `covered` are the tokens that a replacement or a decision has settled.
    """

    def __init__(
        self,
        reading: Reading,
        lang: str,
        strictness: Strictness,
        covered: Collection[int] = (),
        capitalised: bool | None = None,
    ) -> None:
        self._reading = reading
        self._deny = strictness is Strictness.DENY
        self._covered = covered
        self._writing: Writing = writing(lang)
        self._public_names = public_names(lang)
        self._public = PublicMentions(reading, lang, self._writing)
        self._around = Surroundings(reading, self._writing, covered, capitalised)

    def questions(self) -> Iterator[Question]:
        """Every question, in order of the read text."""
        reading, text, starts = self._reading, self._reading.text, self._reading.starts
        numbers = identifying_numbers(self._reading)
        reach = 0
        text_denies = self._deny
        for index in self._open_tokens():
            if index in self._covered or index < reach:
                continue
            key = reading.keys[index]
            self._deny = text_denies or self._is_quoted(starts[index])
            region = reading.region_at(starts[index]) if reading.has_addresses else None
            if region is not None and region.kind == "address":
                reach = bisect_left(starts, region.end)
                if self._deny and _leads_outside(text[region.start : region.end]):
                    yield Question(index, reach, "address", self._deny)
                continue
            public = 0
            if text[starts[index]].isupper() or not self._writing.capitals:
                public = self._public.behind(index)
            if public:
                reach = public
                continue
            why = "number" if self._deny and index in numbers else self._why(index, key)
            if why:
                yield Question(index, index + 1, why, self._deny)

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        return quotations(self._reading.text)

    def _is_quoted(self, at: int) -> bool:
        """Whether a place in the text stands in a quotation."""
        index = bisect_right(self._quotations, (at, len(self._reading.text))) - 1
        return index >= 0 and at < self._quotations[index][1]

    def _open_tokens(self) -> list[int]:
        """The tokens that their word alone does not settle: capitals, and words that may be names."""
        reading, classes = self._reading, self._writing.classes
        found = set(reading.tokens(classes.is_open))
        calm = set(reading.tokens(classes.is_calm))
        found.update(self._open_capitals(found | calm))
        if not self._writing.capitals:
            found.update(calm)
        elif calm:
            # In a sentence that begins with a capital a name would have one too, unless kinship stands before it.
            found.update(calm.intersection(self._around.in_small_sentences()))
            kinship = {index + 1 for index in reading.tokens(self._writing.kinship.__contains__)}
            kinship |= {index + 2 for index in reading.tokens("name".__eq__)}  # her name was grace
            found.update(kinship.intersection(calm))
        return self._with_addresses(found) if reading.has_addresses else sorted(found)

    def _open_capitals(self, unsettled: Collection[int]) -> Iterator[int]:
        """The capitals, but for those of a sentence's first word that is a word and nothing else, before a small one."""
        reading = self._reading
        text, starts, capitals = reading.text, reading.starts, reading.capitals
        for index, following in zip(capitals, [*capitals[1:], -1], strict=False):
            if (
                index in unsettled
                or following == index + 1
                or text[starts[index] + 1].isupper()
                or reading.keys[index] in self._public_names
                or not reading.sentence_start(index)
            ):
                yield index

    def _with_addresses(self, found: Iterable[int]) -> list[int]:
        """Tokens, and every one of an address: none of its words excuses it."""
        reading = self._reading
        inside = {
            index
            for region in reading.regions
            if region.kind == "address"
            for index in range(bisect_left(reading.starts, region.start), bisect_left(reading.starts, region.end))
        }
        return sorted(inside.union(found))

    def _why(self, index: int, key: str) -> str:
        """Why a token is asked about; empty when it is not."""
        word = self._reading.word(index)
        if key.isdigit() or word in self._writing.as_written:
            return ""
        if not key.isalpha():
            return "number" if self._deny and not ORDINAL.fullmatch(key) else ""
        found = self._writing.readings(key)
        if not self._writing.owns(key):
            return "script" if self._deny or word[0].isupper() else ""
        if not self._deny:
            return self._why_asked(index, word, found & ~RARE)
        if word[0].isupper():
            return self._why_capital(index, word, found if self._writing.lang in FORMS else found & ~RARE)
        return self._why_lower(index, key, found)

    def _why_asked(self, index: int, word: str, found: int) -> str:
        """Outside stories only what is likely somebody's name is a question."""
        if found & NAME and not found & WORD:
            return "name"
        if not self._writing.capitals or not word[0].isupper() or self._reading.sentence_start(index):
            return ""
        if not found and len(word) > 1 and not word.isupper():
            return "capital"
        return ""

    def _why_capital(self, index: int, word: str, found: int) -> str:
        """A capital is excused at a sentence's start alone, and only of a word without a reading as a name."""
        reading = self._reading
        begins = reading.sentence_start(index)
        if len(word) == 1:
            stop = reading.text.startswith(".", reading.ends[index])
            is_word = word in self._writing.letters_always or (begins and found == WORD)
            if begins and CLITIC.match(reading.text, reading.starts[index]):
                return ""  # Romanian M-am, S-a, L-au
            return "" if is_word and not stop else "initial"
        if word.isupper():
            return "" if found == WORD and self._around.is_shouted(index) else "capitals"
        if not begins:
            before = reading.keys[index - 1] if index else ""
            return "kinship" if before in self._writing.kinship else "capital"
        if found == WORD and not self._writing.looks_like_surname(reading.keys[index]):
            return "sentence-start" if self._around.stands_before_a_name(index) else ""
        return "sentence-start" if found & WORD else "capital"

    def _why_lower(self, index: int, key: str, found: int) -> str:
        """Lower case is held to the dictionary; without capitals around also to every reading as a name."""
        if not found & WORD:
            return "name" if found & NAME else "word"
        if key in self._writing.openers and len(key) > 1:
            return ""
        names = found & NAME or (found & PLACE and self._writing.lower_places)
        if not self._writing.capitals:
            return "name" if names else "name-position" if self._around.is_introduced(index) else ""
        if len(key) == 1:
            stop = self._reading.text.startswith(".", self._reading.ends[index])
            return "initial" if stop and not self._around.is_capitalised(index) else ""
        if names:
            if self._around.follows_kinship(index):
                return "kinship"
            return "" if self._around.is_capitalised(index) else "lower-case"
        if found & RARE or self._writing.looks_like_surname(key):
            return "" if self._around.capitals_are_used or self._around.is_capitalised(index) else "lower-case"
        return ""


def _leads_outside(address: str) -> bool:
    """Whether an address leads out of the site: those inside are made by the build."""
    return not address.startswith(("{", "#", "/", ".")) and ("://" in address or "@" in address or "www." in address)
