"""What a scan of Markdown yields: the read text in pieces with their places, and the marks and regions between."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass
class Mark:
    """A piece of markup that no reader sees, at source span `start:end`.

    `pair` is the number that an opening and its closing mark share, `opens` tells which of the two it is. A mark
    without a pair (0) stands alone; a `kept` one outlives the word that it stands in.
    """

    start: int
    end: int
    pair: int = 0
    opens: bool = False
    kept: bool = False


@dataclass(frozen=True)
class Region:
    """A stretch of the read text that is not prose: `code`, `address`, `attribute`, `title` or `label`.

    `outer` is the source span that goes when the content must; where it is empty, the link's marks (pair `link`) go.
    """

    start: int
    end: int
    kind: str
    outer: tuple[int, int]
    link: int = 0


@dataclass
class Scan:
    """The read text in pieces: piece `i` begins at `at[i]` and was read from source `start[i]:end[i]`."""

    at: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    marked: list[tuple[int, str]] = field(default_factory=list)
    """(place in the text, letter without its mark) where the source puts a mark behind a letter."""
    text: str = ""
    length: int = 0

    def locate(self, at: int) -> tuple[int, int]:
        """The source span that the character at a place in the text was read from."""
        index = bisect_right(self.at, at) - 1
        begin, finish = self.start[index], self.end[index]
        following = self.at[index + 1] if index + 1 < len(self.at) else self.length
        if finish - begin != following - self.at[index]:
            return begin, finish
        place = begin + at - self.at[index]
        return place, place + 1
