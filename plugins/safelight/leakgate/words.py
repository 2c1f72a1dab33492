"""Word: one secret text and whom it gives away; and the table in which many are looked up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(eq=False, slots=True)
class Word:
    """One secret text and whom it gives away."""

    kind: str
    part: str
    ids: list[str]
    phrase: tuple[frozenset[str], ...] = ()
    """For a secret of several words, the forms of each, in order."""
    whole: bool = True
    """Whether the word alone gives somebody away."""

    @property
    def inflects(self) -> bool:
        """Whether it is one word of a person's name, of which each language makes forms."""
        return self.kind == "person" and self.part != "joined"


class Table(dict[str, tuple[Word, ...]]):
    """Words by the texts that give them away."""

    def put(self, text: str, word: Word) -> None:
        """Add one text of a word."""
        self.put_all((text,), word)

    def put_all(self, texts: Iterable[str], word: Word) -> None:
        """Add many texts of a word. The innermost loop of making needles: one look-up for a text that nobody else has."""
        alone = (word,)
        default = self.setdefault
        for text in texts:
            held = default(text, alone)
            if held is not alone and word not in held:
                self[text] = (*held, word)


def all_ids(words: Iterable[Word]) -> tuple[str, ...]:
    """Ids of everyone whom the words give away, each once, in order."""
    return tuple(dict.fromkeys(owner for word in words for owner in word.ids))
