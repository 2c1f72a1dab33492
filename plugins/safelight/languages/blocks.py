"""Cuts Markdown into what is translated, block by block, and what holds the blocks together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

PREFIX = re.compile(r"[ \t]*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)]|>|:)[ \t]+|\[\^[^\]]+\]:[ \t]*)*")
"""What stands before the text of a heading, a list item, a quotation, a definition or a footnote."""
FRAME = re.compile(
    r"[ \t]*(?:"
    r"([-*_=])(?:[ \t]*\1)*"  # a rule, or the line under a heading
    r"|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?"  # the line under a table's head
    r"|\{:[^}]*\}"  # attributes
    r"|\[[^\]^]+\]:[ \t]*\S.*"  # the address of a link
    r")?[ \t]*"
)
"""A line without words for a translator."""
LINE = re.compile(r"[^\n]*\n|[^\n]+")
FENCE = re.compile(r"[ \t]*(```+|~~~+)")


@dataclass(frozen=True)
class Piece:
    """A part of a Markdown text; `line` counts from 1. A block is what a translator gets; the rest is the frame."""

    text: str
    line: int
    is_block: bool


def pieces(markdown: str) -> tuple[Piece, ...]:
    """The text in its parts; joined, they are the text again.

    A block is a heading, a paragraph, a list item, a row of a table or a line of a quotation, without the signs before
    it. Code between fences belongs to the frame.
    """
    return tuple(piece for piece in _joined(_lines(markdown)) if piece.text)


def blocks(markdown: str) -> tuple[Piece, ...]:
    """The blocks alone, in order."""
    return tuple(piece for piece in pieces(markdown) if piece.is_block)


def with_blocks(markdown: str, texts: Sequence[str]) -> str:
    """The same frame with other blocks; raises `ValueError` unless there are as many as the text has."""
    new = iter(texts)
    parts = pieces(markdown)
    if len(texts) != sum(1 for piece in parts if piece.is_block):
        raise ValueError(f"{len(texts)} texts for {sum(1 for piece in parts if piece.is_block)} blocks")
    return "".join(next(new) if piece.is_block else piece.text for piece in parts)


def frame(markdown: str) -> tuple[str, ...]:
    """What holds the blocks together: two texts of the same frame differ only in their words."""
    return tuple("\0" if piece.is_block else piece.text for piece in pieces(markdown))


def _lines(markdown: str) -> Iterator[Piece]:
    """Line by line: its frame, then its block, then the line's end (frame again, or part of a block that goes on)."""
    fence = ""
    goes_on = False
    for number, line in enumerate(LINE.findall(markdown), 1):
        text = line.removesuffix("\n")
        end = line[len(text) :]
        mark = FENCE.match(text)
        if fence or mark:
            yield Piece(line, number, is_block=False)
            goes_on = False
            if not fence:
                fence = mark[1] if mark else ""
            elif mark and mark[1].startswith(fence):
                fence = ""
            continue
        if FRAME.fullmatch(text):
            yield Piece(line, number, is_block=False)
            goes_on = False
            continue
        found = PREFIX.match(text)
        prefix = found[0] if found else ""
        if goes_on and not prefix.strip() and not _stands_alone(text):
            # A line that carries on: what broke the lines is the translator's to break anew.
            yield Piece("", 0, is_block=True)
            yield Piece(text, number, is_block=True)
        else:
            yield Piece(prefix, number, is_block=False)
            yield Piece(text[len(prefix) :], number, is_block=True)
        yield Piece(end, number, is_block=False)
        goes_on = not prefix.lstrip().startswith("#") and not _stands_alone(text)


def _stands_alone(text: str) -> bool:
    return text.lstrip().startswith("|")


def _joined(lines: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbouring pieces of one kind as one; lines of one paragraph, with the breaks between them, as one block."""
    held: list[Piece] = []
    for piece in lines:
        carries_on = piece.is_block and not piece.text and not piece.line
        if carries_on:
            # The frame since the last block is one line's end: it becomes part of the block.
            end = held.pop()
            block = held.pop()
            held.append(Piece(block.text + end.text, block.line, is_block=True))
            continue
        if held and held[-1].is_block == piece.is_block:
            held[-1] = Piece(held[-1].text + piece.text, held[-1].line, piece.is_block)
        else:
            while len(held) > 2:
                yield held.pop(0)
            held.append(piece)
    yield from held
