"""Reads a source in plain runs and clusters, each with its place; what may be markup goes to a handler."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from safelight.text.letters import clusters
from safelight.text.scanned import Mark, Scan

Handler = Callable[[int], int]
"""Reads what begins at a place of the source: the place behind it, or -1 for a character that stands for itself."""


@dataclass(frozen=True)
class Side:
    """A span of the source that is read behind the flow of the text, as a region of a kind."""

    start: int
    end: int
    kind: str
    outer: tuple[int, int]
    link: int = 0


class Scanner:
    """The plain side of reading: what is put down from where, and which marks stand between."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.scan = Scan()
        self.parts: list[str] = []
        self.sides: list[Side] = []
        self._pairs = 0

    def put(self, text: str, start: int, end: int) -> None:
        """Add text that was read from a source span."""
        if text:
            self.parts.append(text)
            self.scan.at.append(self.scan.length)
            self.scan.start.append(start)
            self.scan.end.append(end)
            self.scan.length += len(text)

    def mark(self, start: int, end: int, pair: int = 0, opens: bool = False, kept: bool = False) -> Mark:
        """Note a mark."""
        found = Mark(start, end, pair, opens, kept)
        self.scan.marks.append(found)
        return found

    def pair(self, opening: Mark, closing: Mark) -> int:
        """Make a pair of two marks; its number."""
        self._pairs += 1
        opening.pair = closing.pair = self._pairs
        opening.opens = True
        return self._pairs

    def read(self, position: int, end: int, stop: re.Pattern[str], handlers: dict[str, Handler]) -> None:
        """Read a stretch of the source: plain runs whole, and a look at everything that `stop` finds.

        Handlers are asked by the character that was found; without one it is a letter to normalise.
        """
        source = self.source
        search = stop.search
        look = position
        while True:
            found = search(source, look, end)
            if found is None:
                self.put(source[position:end], position, end)
                return
            at = found.start()
            handler = handlers.get(source[at])
            if handler is None:
                position = look = self._odd(position, at, end)
                continue
            before = self.scan.length
            self.put(source[position:at], position, at)
            behind = handler(at)
            if behind < 0:
                self._take_back(before, position, at)
                look = at + 1
            else:
                position = look = behind

    def _take_back(self, before: int, position: int, at: int) -> None:
        """Undo the plain run that was put before a character that turned out to be plain too."""
        if at > position:
            self.parts.pop()
            self.scan.at.pop()
            self.scan.start.pop()
            self.scan.end.pop()
            self.scan.length = before

    def _odd(self, position: int, at: int, end: int) -> int:
        """Characters to normalise, and the letter before them when they are marks on it."""
        source = self.source
        if source[at] == "\r":
            self.put(source[position:at], position, at)
            if source[at + 1 : at + 2] != "\n":
                self.put("\n", at, at + 1)
            return at + 1
        behind, pieces, base = clusters(source, position, at, end)
        self.put(source[position:base], position, base)
        for start, finish, text, bare in pieces:
            if bare:
                self.scan.marked.append((self.scan.length, bare))
            self.put(text, start, finish)
        return behind
