"""A text as an adversary reads it: normalised, its markup gone, every word traced back to where it stands.

`За**лина**`, `[Зал](x)ина`, `За<!-- -->лина` and `З&#1072;лина` all read as one name. Addresses, attributes, titles and
labels are read too, behind the flow of the text. Every step is linear in the source, whatever the source is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from functools import cached_property

from safelight.text.disguises import LONGEST_KEY, Alternate, alternates
from safelight.text.fold import CYRILLIC, LATIN, NOT_LATIN, OTHER, SCRIPTS_MEET, TOKEN, fold_letters, is_mixed, rights
from safelight.text.markup import Mark, Region, Scan, scan

__all__ = ["Mark", "Reading", "Region", "read"]

LONGEST_OPENER = 40
"""Most characters of quotes, brackets, dashes and space that stand between a sentence's end and the next word."""
OPENERS = " \t\"'«“„‘([*_»”’)]-–—+"
QUOTES = '«“„‘"'
SENTENCE_ENDS = ".!?…؟۔।\n#>|\u2022"
ABBREVIATION = re.compile(
    r"(?:^|[^\w.])(?:[^\W\d_]|[a-z]\.[a-z]|mr|mrs|ms|dr|st|ste|prof|rev|hon|sr|jr|messrs|mme|capt|lt|col|gen|sgt|art|"
    r"ул|гр|им|ст|св|пос|обл|пр|просп|пер|проф|акад|тов|дер|респ|вул|ім|смт|str|jud|dl|dna|prof)\.$",
    re.IGNORECASE,
)
"""A full stop behind one of these ends no sentence."""
NUMBERED = re.compile(r"(?:^|\n)[ \t]*\w{1,3}$")


class Reading:
    """One source text, read. Places called `at` are in `text` and `folded`, all others are code points of `source`.

    `text` is normalised with its case kept; `folded` is as long, in lower case, without accents, look-alike letters put
    right. `keys`, `starts` and `ends` are the tokens: folded words and numbers, and where they stand in `text`.
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
        self.keys: list[str] = TOKEN.findall(self.folded)
        if "'" in self.folded:
            self.keys = [key.replace("'", "") if "'" in key else key for key in self.keys]

    @cached_property
    def _spans(self) -> tuple[list[int], list[int]]:
        spans = [found.span() for found in TOKEN.finditer(self.folded)]
        return [start for start, _ in spans], [end for _, end in spans]

    @property
    def starts(self) -> list[int]:
        """Where each token begins in `text`."""
        return self._spans[0]

    @property
    def ends(self) -> list[int]:
        """Where each token ends in `text`."""
        return self._spans[1]

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
        wanted_keys = {key for key in set(self.keys) if key in wanted}
        found = [(i, i + 1, key) for i, key in enumerate(self.keys) if key in wanted_keys] if wanted_keys else []
        more = [(one.first, one.last, one.key) for one in self.alternates if one.key in wanted]
        return sorted({*found, *more}, key=lambda hit: (hit[0], -hit[1], hit[2])) if more else found

    @cached_property
    def alternates(self) -> tuple[Alternate, ...]:
        """Other readings of tokens: disguises seen through."""
        found = list(alternates(self.text, self.folded, self.keys, self.starts))
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
        if folded.isascii() or not NOT_LATIN.search(folded):
            return folded
        if sum(bool(script.search(folded)) for script in (LATIN, CYRILLIC, OTHER)) < 2 or not SCRIPTS_MEET.search(
            folded
        ):
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
