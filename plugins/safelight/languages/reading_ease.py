"""How hard a text is to read: words in a sentence, and how many of its words are long ones for their language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from safelight.languages.blocks import blocks
from safelight.model.content import Document, DocumentType
from safelight.model.findings import Finding, Severity

SENTENCE_END = re.compile(r"[.!?…؟۔]+(?=[\s\"'»”’)]|$)")
WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼʻ][^\W\d_]+)*")
ADDRESS = re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]|<[^>]+>|\{[^}]*\}")

LONG = {"en": 7, "ru": 9, "uk": 9, "ro": 9, "uz": 11, "tg": 8, "ky": 10, "ar": 7}
"""Letters above which a word is long. English: more than seven. The others: so that the sample's guides, which say the
same in every language, have nearest to the same share of long words (`bench/reading_ease.py` prints the shares)."""
LONG_ELSEWHERE = 9
WORDS_IN_SENTENCE = 12.0
"""Most words of a guide's sentence, on average, for a reader of twelve [us]."""
SHARE_OF_LONG = 0.10
"""Most long words in a guide: one in ten [us]."""
FEWEST_WORDS = 80
"""Words from which on an average says something."""


@dataclass(frozen=True)
class Ease:
    """What was counted in a text."""

    words: int
    sentences: int
    long_words: int

    @property
    def words_in_sentence(self) -> float:
        """Words of a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def share_of_long(self) -> float:
        """Share of the words that are long, from 0 to 1."""
        return self.long_words / self.words if self.words else 0.0


def measure(markdown: str, lang: str) -> Ease:
    """Count a Markdown text; each heading, paragraph or list item ends a sentence."""
    longest = LONG.get(lang, LONG_ELSEWHERE)
    words = sentences = long_words = 0
    for block in blocks(markdown):
        for sentence in SENTENCE_END.split(ADDRESS.sub("", block.text)):
            found = WORD.findall(sentence)
            words += len(found)
            sentences += bool(found)
            long_words += sum(1 for word in found if len(word) > longest)
    return Ease(words, sentences, long_words)


def check_reading_ease(document: Document) -> Iterator[Finding]:
    """A warning for a guide that is harder than a reader of twelve should need."""
    if document.type is not DocumentType.GUIDE:
        return
    found = measure(document.body, document.lang)
    if found.words < FEWEST_WORDS:
        return
    path = document.path.as_posix()
    if found.words_in_sentence > WORDS_IN_SENTENCE:
        yield Finding(
            path, document.body_line, "body",
            f"has {found.words_in_sentence:.1f} words in a sentence (aim: {WORDS_IN_SENTENCE:.0f} at most)",
            "make two sentences of long ones", Severity.WARNING, "reading-ease",
        )  # fmt: skip
    if found.share_of_long > SHARE_OF_LONG:
        yield Finding(
            path, document.body_line, "body",
            f"has {found.share_of_long:.0%} long words (aim: {SHARE_OF_LONG:.0%} at most)",
            "say it in shorter words", Severity.WARNING, "reading-ease",
        )  # fmt: skip
