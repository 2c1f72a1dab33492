"""Word memory: each distinct word of a language is judged once in a process, by everybody who asks about words.

Most words of any text were seen before and matter to nobody. So the answers to all questions of the form "does this word
matter?" are kept together, one bit for each question: one look into a dictionary then answers all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

Question = Callable[[str], object]
"""What a detector, the lexicon or the registry asks of one folded word; a true answer makes the word matter."""
MOST_WORDS = 400_000
"""Words that are remembered; then all are forgotten and judged anew."""
MOST_QUESTIONS = 60
"""Questions that are remembered; a new registry asks in its own name, and those of old ones are forgotten."""


class WordMemory(dict[str, int]):
    """Folded words to the bits of the questions that they answer; a word that is not there yet is judged when read.

    Whoever keeps bits looks at `edition`: they hold as long as it stays the same.
    """

    def __init__(self) -> None:
        super().__init__()
        self._bits: dict[Question, int] = {}
        self.edition = 0

    def bit(self, question: Question) -> int:
        """The bit of a question; a new one is asked of every word that is remembered."""
        found = self._bits.get(question)
        return self._add(question) if found is None else found

    def _add(self, question: Question) -> int:
        if len(self._bits) >= MOST_QUESTIONS:
            self._bits.clear()
            self.clear()
        bit = self._bits[question] = 1 << len(self._bits)
        for word, bits in self.items():
            if question(word):
                self[word] = bits | bit
        self.edition += 1
        return bit

    def __missing__(self, word: str) -> int:
        bits = 0
        for question, bit in self._bits.items():
            if question(word):
                bits |= bit
        if len(self) >= MOST_WORDS:
            self.clear()
        self[word] = bits
        return bits


@cache
def word_memory(lang: str) -> WordMemory:
    """The process's memory of a language's words; what a detector asks in one language costs nothing in another."""
    return WordMemory()
