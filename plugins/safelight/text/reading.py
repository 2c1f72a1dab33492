"""A text as an adversary reads it: normalised, its markup gone, every word traced back to where it stands.

`За**лина**`, `[Зал](x)ина`, `За<!-- -->лина` and `З&#1072;лина` all read as one name. Addresses, attributes, titles and
labels are read too, behind the flow of the text. Every step is linear in the source, whatever the source is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Set
from functools import cached_property
from itertools import accumulate

from safelight.text.disguises import LONGEST_KEY, Alternate, alternates
from safelight.text.fold import TOKEN, fold_letters, is_mixed, rights, scripts_meet
from safelight.text.markup import Mark, Region, Scan, scan

__all__ = ["Mark", "Reading", "Region", "read"]

LONGEST_OPENER = 40
"""Most characters of quotes, brackets, dashes and space that stand between a sentence's end and the next word."""
OPENERS = " \t\"'«“„‘([*_»”’)]-–—+"
QUOTES = '«“„‘"'
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
PIECES = re.compile(f"({TOKEN.pattern})")
FIGURES_GAP = 3
FIGURES = re.compile(rf"\d[\d\W]{{0,{FIGURES_GAP}}}\d")
NUMBERED = re.compile(r"(?:^|\n)[ \t]*\w{1,3}$")


class Reading:
    """One source text, read. Places called `at` are in `text` and `folded`, all others are code points of `source`.

    `text` is normalised with its case kept; `folded` is as long, in lower case, without accents, look-alike letters put
    right. `keys`, `starts` and `ends` are the tokens: folded words and numbers, and where they stand in `text`; `gaps`
    are what stands before each of them, and behind the last; `apostrophed` are tokens with an apostrophe, and their parts.
    """

    def __init__(self, source: str, scanned: Scan) -> None:
        self.source = source
        self.text = scanned.text
        self.marks = scanned.marks
        self.comments = scanned.comments
        self.regions = scanned.regions
        self._scan = scanned
        self._mixed: list[tuple[int, str]] = []
        self.folded = self._righted(fold_letters(self.text))
        pieces = PIECES.split(self.folded)  # what stands between tokens, and tokens, by turns
        places = list(accumulate(map(len, pieces)))
        self.keys: list[str] = pieces[1::2]
        self.gaps: list[str] = pieces[::2]
        self.starts: list[int] = places[:-1:2]
        self.ends: list[int] = places[1::2]
        self.apostrophed: list[tuple[int, list[str]]] = []
        if "'" in self.folded:
            self.apostrophed = [(index, key.split("'")) for index, key in enumerate(self.keys) if "'" in key]
            for index, parts in self.apostrophed:
                self.keys[index] = "".join(parts)

    @cached_property
    def _tokens_of(self) -> dict[str, list[int]]:
        """The tokens of each distinct word, in order."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(self.keys):
            found[key].append(index)
        return found

    @cached_property
    def _tokens_of_part(self) -> dict[str, list[int]]:
        """The tokens with an apostrophe inside, by the words before and behind it."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, parts in self.apostrophed:
            for part in parts:
                found[part].append(index)
        return found

    @cached_property
    def vocabulary(self) -> Set[str]:
        """The distinct words and numbers of the text, those with an apostrophe inside also in their parts."""
        return frozenset(self._tokens_of).union(self._tokens_of_part)

    @cached_property
    def numbered(self) -> Set[str]:
        """The words of the vocabulary that are more than letters."""
        return frozenset(word for word in self.vocabulary if not word.isalpha())

    @cached_property
    def figures(self) -> list[tuple[int, int]]:
        """Where numbers of two digits and more stand, their digits together or with little between them."""
        spans = ((self.starts[index], self.ends[index]) for index in self.places_of(self.numbered))
        found = (FIGURES.search(self.folded, start, end + FIGURES_GAP + 1) for start, end in spans)
        return [figure.span() for figure in found if figure]

    def tokens_of(self, words: Iterable[str]) -> list[int]:
        """The tokens whose key is among `words`, in order."""
        tokens = self._tokens_of
        return sorted([index for word in words if word in tokens for index in tokens[word]])

    def places_of(self, words: Collection[str]) -> list[int]:
        """The tokens whose key, or a part of it before or behind an apostrophe, is among `words`, in order."""
        found, parts = self.tokens_of(words), self._tokens_of_part
        if not parts:
            return found
        return sorted({*found, *(index for word in words if word in parts for index in parts[word])})

    def word(self, index: int) -> str:
        """A token as it is written, normalised."""
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, left: int, right: int) -> str:
        """What stands between two tokens."""
        return self.text[self.ends[left] : self.starts[right]]

    def hits(self, wanted: Container[str]) -> list[tuple[int, int, str]]:
        """(first, last, key) of the tokens whose key is in `wanted`, in order, `last` outside, the longest first.

        Disguised tokens count under what they pass for, and may be several: letters of another script, digits for
        letters, words taken apart by hyphens or spaces, words run together in CamelCase.
        """
        found = [(i, i + 1, self.keys[i]) for i in self.tokens_of(key for key in self._tokens_of if key in wanted)]
        more = [(one.first, one.last, one.key) for one in self.alternates if one.key in wanted]
        return sorted({*found, *more}, key=lambda hit: (hit[0], -hit[1], hit[2])) if more else found

    @cached_property
    def spellings(self) -> Set[str]:
        """Everything that a token may be read as: the vocabulary, and what disguised words pass for."""
        return self.vocabulary | {one.key for one in self.alternates}

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
        gap = self.gaps[index]
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
            return True
        if bare[-1] in SENTENCE_ENDS:
            return not (bare[-1] == "." and ABBREVIATION.search(bare))
        return opened == ")" and bool(NUMBERED.search(bare))

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

    def _righted(self, folded: str) -> str:
        """Look-alike letters put right in words that mix scripts; their other readings are kept aside."""
        if folded.isascii() or not scripts_meet(folded):
            return folded
        parts: list[str] = []
        position = 0
        for found in TOKEN.finditer(folded):
            word = found[0]
            if word.isascii() or not is_mixed(word):
                continue
            first, *others = rights(word)
            parts += [folded[position : found.start()], first]
            position = found.end()
            self._mixed += [(found.start(), other.replace("'", "")) for other in others]
        return "".join([*parts, folded[position:]]) if parts else folded


def read(source: str) -> Reading:
    """Read Markdown `source`; linear in its length."""
    return Reading(source, scan(source))
