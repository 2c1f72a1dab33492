"""A text as an adversary reads it: normalised, its markup gone, every word traced back to where it stands.

`За**лина**`, `[Зал](x)ина`, `За<!-- -->лина` and `З&#1072;лина` all read as one name. Addresses, attributes, titles and
labels are read too, behind the flow of the text. Every step is linear in the source, whatever the source is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import chain, compress

from safelight.text.disguises import LONGEST_KEY, Alternate, alternates
from safelight.text.fold import fold_letters, is_mixed, rights
from safelight.text.markup import Mark, Region, Scan, scan
from safelight.text.tokens import rare_tokens, tokens
from safelight.text.word_memory import Question, word_memory

__all__ = ["Mark", "Reading", "Region", "read"]

LONGEST_OPENER = 40
"""Most characters of quotes, brackets, dashes and space that stand between a sentence's end and the next word."""
OPENERS = " \t\"'«“„‘([*_»”’)]-–—+"
QUOTES = '«“„‘"'
SPEECH_FOLLOWS = ":,;—–-"
"""What stands before somebody's words, beside the end of a sentence."""
TITLE = re.compile(r"[^«»“”„\"\n.!?…]{1,80}(?=[»”“\"])")
"""What stands in quotation marks without the end of a sentence in it."""
MOST_WORDS_OF_NAMES = 2
"""Words of the longest name of a ship, a shelter, a shop; a title of more words is read as a sentence."""
INSIDE_SENTENCES = frozenset((" ", ", ", "-", "; ", ": ", " - "))
"""What stands between two words of one sentence, for certain and most often."""
BETWEEN_SENTENCES = frozenset(("\n\n", "\n", "? ", "! ", ".\n\n", "?\n\n", "!\n\n", ".\n"))
SENTENCE_ENDS = ".!?…؟۔।\n#>|\u2022"
ABBREVIATED = frozenset(
    "mr mrs ms dr st ste prof rev hon sr jr messrs mme capt lt col gen sgt art ул гр им ст св пос обл пр просп пер проф акад "
    "тов дер респ вул ім смт str jud dl dna".split()
)
ABBREVIATION = re.compile(rf"(?:^|[^\w.])(?:[^\W\d_]|[a-z]\.[a-z]|{'|'.join(sorted(ABBREVIATED))})\.$", re.IGNORECASE)
"""A full stop behind one of these ends no sentence."""
CAPITAL = re.compile(
    "[" + "".join(chr(code) for code in range(0x41, 0x590) if chr(code).isupper()) + "\u10a0-\U0010ffff]"
)
"""What may be a capital: those of the scripts that stories are told in, and anything behind them."""
FIGURES_GAP = 3
FIGURES = re.compile(rf"\d[\d\W]{{0,{FIGURES_GAP}}}\d")
NUMBERED = re.compile(r"(?:^|\n)[ \t]*\w{1,3}$")


class Reading:
    """One source text, read. Places called `at` are in `text` and `folded`, all others are code points of `source`.

    `text` is normalised with its case kept; `folded` is as long, in lower case, without accents, look-alike letters put
    right. `keys`, `starts` and `ends` are the tokens: folded words and numbers, and where they stand in `text`;
    `apostrophed` are tokens with an apostrophe, and their parts. `lang` only says whose words are remembered together.
    """

    def __init__(self, source: str, scanned: Scan, lang: str = "") -> None:
        self.source = source
        self.text = scanned.text
        self.marks = scanned.marks
        self.comments = scanned.comments
        self.regions = scanned.regions
        self._scan = scanned
        self._memory = word_memory(lang)
        self._mixed: list[tuple[int, str]] = []
        self.folded = fold_letters(self.text)
        self._cut()
        mixed = self.tokens(is_mixed) if not self.folded.isascii() else []
        if mixed:
            self.folded = self._righted(mixed)
            self._cut()

    def _cut(self) -> None:
        """Cut the folded text into its tokens."""
        found = tokens(self.folded)
        self._edition = -1
        self.keys, self.starts, self.ends, self.apostrophed = found
        if self.tokens(is_torn):
            self._edition = -1
            self.keys, self.starts, self.ends, self.apostrophed = rare_tokens(self.folded)

    # Which tokens matter: each distinct word is judged once in a process.

    def tokens(self, question: Question) -> list[int]:
        """The tokens whose word answers a question, in order."""
        bit = self._memory.bit(question)
        if self._edition != self._memory.edition:
            self._judge()
        if not self._met & bit:
            return []
        alike = [found for bits, found in self._by_bits.items() if bits & bit]
        return sorted(chain.from_iterable(alike)) if len(alike) > 1 else [*alike[0]]

    def having(self, question: Question) -> list[int]:
        """The tokens of which the whole word, or a part of it before or behind an apostrophe, answers a question."""
        found = self.tokens(question)
        if not self.apostrophed:
            return found
        bit, memory = self._memory.bit(question), self._memory
        more = [index for index, parts in self.apostrophed if any(memory[part] & bit for part in parts)]
        return sorted({*found, *more}) if more else found

    def _judge(self) -> None:
        """The tokens that answer any question, by the questions that they answer: most of a text answers none."""
        memory = self._memory
        answers = list(map(memory.__getitem__, self.keys))
        by_bits: dict[int, list[int]] = {}
        for index, bits in compress(enumerate(answers), answers):
            if bits in by_bits:
                by_bits[bits].append(index)
            else:
                by_bits[bits] = [index]
        self._by_bits = by_bits
        self._met = 0
        for bits in by_bits:
            self._met |= bits
        self._edition = memory.edition

    @cached_property
    def numbered(self) -> list[int]:
        """The tokens that are more than letters."""
        return self.tokens(is_numbered)

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital."""
        initials = "".join(map(self.text.__getitem__, self.starts))
        return [at.start() for at in CAPITAL.finditer(initials) if at[0].isupper()]

    @cached_property
    def figures(self) -> list[tuple[int, int]]:
        """Where numbers of two digits and more stand, their digits together or with little between them."""
        spans = ((self.starts[index], self.ends[index]) for index in self.numbered)
        found = (FIGURES.search(self.folded, start, end + FIGURES_GAP + 1) for start, end in spans)
        return [figure.span() for figure in found if figure]

    def word(self, index: int) -> str:
        """A token as it is written, normalised."""
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, left: int, right: int) -> str:
        """What stands between two tokens."""
        return self.text[self.ends[left] : self.starts[right]]

    def gap_before(self, index: int) -> str:
        """What stands before a token, folded."""
        return self.folded[self.ends[index - 1] if index else 0 : self.starts[index]]

    def hits(self, question: Question) -> list[tuple[int, int, str]]:
        """(first, last, key) of the tokens whose key answers a question, in order, `last` outside, the longest first.

        Disguised tokens count under what they pass for, and may be several: letters of another script, digits for
        letters, words taken apart by hyphens or spaces, words run together in CamelCase.
        """
        found = [(index, index + 1, self.keys[index]) for index in self.tokens(question)]
        more = [(one.first, one.last, one.key) for one in self.alternates if question(one.key)]
        return sorted({*found, *more}, key=lambda hit: (hit[0], -hit[1], hit[2])) if more else found

    @cached_property
    def alternates(self) -> tuple[Alternate, ...]:
        """Other readings of tokens: disguises seen through."""
        found = list(alternates(self))
        found += [Alternate(index, index + 1, key) for at, key in self._mixed if (index := self.token_at(at)) >= 0]
        for at, bare in self._scan.marked:
            index = self.token_at(at)
            if index >= 0 and len(self.keys[index]) <= LONGEST_KEY:
                offset = at - self.starts[index]
                key = self.keys[index]
                found.append(Alternate(index, index + 1, key[:offset] + fold_letters(bare) + key[offset + 1 :]))
        return tuple(found)

    def token_at(self, at: int) -> int:
        """The token that a place in `text` belongs to, -1 for none."""
        index = bisect_right(self.starts, at) - 1
        return index if index >= 0 and at < self.ends[index] else -1

    def sentence_start(self, index: int) -> bool:
        """Whether a token is the first of a sentence, a line, a list item or a quotation."""
        gap = self.gap_before(index)
        if index and gap in INSIDE_SENTENCES:
            return False
        if index and (gap in BETWEEN_SENTENCES or (gap == ". " and not self._may_be_abbreviated(index - 1))):
            return True
        at = self.starts[index]
        before = self.text[max(0, at - LONGEST_OPENER) : at]
        bare = before.rstrip(OPENERS)
        if not bare:
            return at <= LONGEST_OPENER
        opened = before[len(bare) :].strip(" \t")
        if opened and opened[-1] in QUOTES:
            return bare[-1] in SENTENCE_ENDS or bare[-1] in SPEECH_FOLLOWS or self._is_speech(at)
        if bare[-1] in SENTENCE_ENDS:
            return not (bare[-1] == "." and ABBREVIATION.search(bare))
        return opened == ")" and bool(NUMBERED.search(bare))

    def _is_speech(self, at: int) -> bool:
        """Whether what is quoted from a place on is a sentence rather than the name of something (the ship "Hope")."""
        quoted = TITLE.match(self.text, at)
        return quoted is None or len(quoted[0].split()) > MOST_WORDS_OF_NAMES

    def _may_be_abbreviated(self, index: int) -> bool:
        key = self.keys[index]
        return len(key) == 1 or key in ABBREVIATED

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the source that `text[start:end]` was read from."""
        if end <= start:
            raise ValueError("an empty span was read from nowhere")
        return self._scan.locate(start)[0], self._scan.locate(end - 1)[1]

    @cached_property
    def _region_starts(self) -> list[int]:
        return [region.start for region in self.regions]

    def region_at(self, at: int) -> Region | None:
        """The address, attribute, title, label or code that a place in `text` belongs to; None in prose."""
        index = bisect_right(self._region_starts, at) - 1
        return self.regions[index] if index >= 0 and at < self.regions[index].end else None

    @cached_property
    def has_addresses(self) -> bool:
        """Whether a part of the text is an address."""
        return any(region.kind == "address" for region in self.regions)

    def region(self, at: int) -> str:
        """`prose`, `code`, `address`, `attribute`, `title` or `label`."""
        found = self.region_at(at)
        return found.kind if found else "prose"

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

    def marks_in(self, start: int, end: int) -> list[Mark]:
        """The marks that begin inside a source span, in order."""
        return self.marks[bisect_left(self._mark_starts, start) : bisect_left(self._mark_starts, end)]

    def mark_before(self, start: int) -> Mark | None:
        """The mark that ends where a source span begins."""
        index = bisect_left(self._mark_starts, start) - 1
        return self.marks[index] if index >= 0 and self.marks[index].end == start else None

    @cached_property
    def _line_ends(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.source)]

    def line_column(self, start: int) -> tuple[int, int]:
        """Line and column, both from 1, of a code point of the source."""
        line = bisect_left(self._line_ends, start)
        return line + 1, start - (self._line_ends[line - 1] + 1 if line else 0) + 1

    def _righted(self, mixed: list[int]) -> str:
        """Look-alike letters put right in words that mix scripts; their other readings are kept aside."""
        folded = self.folded
        parts: list[str] = []
        position = 0
        for index in mixed:
            start, end = self.starts[index], self.ends[index]
            first, *others = rights(folded[start:end])
            parts += [folded[position:start], first]
            position = end
            self._mixed += [(start, other.replace("'", "")) for other in others]
        return "".join([*parts, folded[position:]])


def is_numbered(word: str) -> bool:
    """Whether a word is more than letters."""
    return not word.isalpha()


def is_torn(word: str) -> bool:
    """Whether a word holds a sign that should have parted it."""
    return not word.isalnum()


def read(source: str, lang: str = "") -> Reading:
    """Read Markdown `source`; linear in its length. `lang` only says whose words are remembered together."""
    return Reading(source, scan(source), lang)
