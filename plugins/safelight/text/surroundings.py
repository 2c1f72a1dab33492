"""What stands around a word: the sentence with its capital or without, kinship before it, another name behind it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from functools import cached_property

from safelight.text.languages import Writing
from safelight.text.name_positions import stands_as_name
from safelight.text.reading import Reading
from safelight.text.sentences import LETTER, breaks, most_begin_with_capitals


class Surroundings:
    """The neighbourhoods of one text's tokens.

    `covered` are tokens that a replacement or a decision has settled; `capitalised` tells whether the writer begins
    sentences with capitals, where that is known from elsewhere.
    """

    def __init__(
        self, reading: Reading, writing: Writing, covered: Collection[int] = (), capitalised: bool | None = None
    ) -> None:
        self._reading = reading
        self._writing = writing
        self._covered = covered
        self._habit = capitalised

    def is_introduced(self, index: int) -> bool:
        """Whether a word of every day that is also a name stands where names do."""
        return stands_as_name(self._reading, index, self._writing)

    def follows_kinship(self, index: int) -> bool:
        """Whether a word of kinship or a title stands before a token."""
        reading = self._reading
        if index > 1 and reading.keys[index - 2] == "name" and reading.keys[index - 1] in ("is", "was"):
            return True
        return index > 0 and reading.keys[index - 1] in self._writing.kinship and reading.gap(index - 1, index) == " "

    def stands_before_a_name(self, index: int) -> bool:
        """Whether a sentence's first word goes on with another capital and may be the first half of a name."""
        reading = self._reading
        following = index + 1
        if following >= len(reading.keys) or not reading.text[reading.starts[following]].isupper():
            return False
        if following in self._covered or self.is_shouted(index):
            return False
        if reading.keys[index] in self._writing.openers or reading.word(following) == "I":
            return False
        return reading.gap(index, following) in (" ", "-", "\n")

    def is_shouted(self, index: int) -> bool:
        """Whether the words around are in capitals too."""
        reading = self._reading
        near = [reading.word(i) for i in (index - 1, index + 1) if 0 <= i < len(reading.keys)]
        return bool(near) and all(word.isupper() for word in near)

    @property
    def capitals_are_used(self) -> bool:
        """Whether most sentences of the text begin with a capital."""
        if self._habit is None:
            self._habit = most_begin_with_capitals(self._reading.text, self._breaks)
        return self._habit

    def is_capitalised(self, index: int) -> bool:
        """Whether the sentence around a token begins with a capital, as the names in it then would too."""
        return self._capitalised[bisect_right(self._breaks, self._reading.starts[index]) - 1]

    def in_small_sentences(self) -> Iterator[int]:
        """The tokens of the sentences that begin with no capital, where a small word may be a name."""
        starts, begins = self._reading.starts, [*self._breaks, len(self._reading.text)]
        for sentence, capitalised in enumerate(self._capitalised):
            if not capitalised:
                yield from range(bisect_left(starts, begins[sentence]), bisect_left(starts, begins[sentence + 1]))

    @cached_property
    def _breaks(self) -> list[int]:
        return breaks(self._reading.text)

    @cached_property
    def _capitalised(self) -> list[bool]:
        """Whether each sentence begins with a capital."""
        text = self._reading.text
        first = (LETTER.search(text, begin) for begin in self._breaks)
        return [letter is not None and letter[0].isupper() for letter in first]
