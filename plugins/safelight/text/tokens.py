"""Tokens: the words and numbers of a folded text, cut apart by calls that run in C.

What parts words is nearly always one of some sixty signs. So each of them becomes a space, and the text is split at its
spaces. A word that then still holds another sign tells that the text has rarer ones, and a pattern cuts it instead.
"""

from __future__ import annotations

import re
from itertools import accumulate, compress, count
from operator import add, sub
from typing import NamedTuple

from safelight.text.fold import TOKEN

USUAL_SIGNS = '\n\t,.;:!?"()[]{}-\u2010\u2011\u2013\u2014\u2026\u00ab\u00bb\u201c\u201d\u201e\u2022/\\_*#@&%+=<>|~$^°€£₽\u060c\u061b\u061f\u06d4'
"""Signs that part words; an apostrophe parts some, and joins others."""
INNER_APOSTROPHE = re.compile(r"'(?<=[^\W_]')(?!s(?![^\W_]))(?=[^\W_])")
"""An apostrophe that belongs to a word (`o'g'il`, `didn't`); that of an English possessive does not."""
PIECES = re.compile(f"({TOKEN.pattern})")
JOINED = "\x01"
"""Stands for an apostrophe inside a word while the text is cut; no reading holds it."""


class Tokens(NamedTuple):
    """The tokens of a text, as parallel lists: folded words without apostrophes, and where they stand.

    `apostrophed` are the tokens that hold an apostrophe, with the words before, between and behind theirs.
    """

    keys: list[str]
    starts: list[int]
    ends: list[int]
    apostrophed: list[tuple[int, list[str]]]


def tokens(folded: str) -> Tokens:
    """Cut a folded text into tokens; exact while all its signs are usual ones (`are_whole` tells)."""
    blank = folded
    if "'" in folded:
        blank = INNER_APOSTROPHE.sub(JOINED, folded).replace("'", " ")
    for sign in USUAL_SIGNS:
        blank = blank.replace(sign, " ")
    parts = blank.split(" ")
    lengths = list(map(len, parts))
    behind = list(map(add, accumulate(lengths), count()))  # where each part ends: the letters so far, and the spaces
    before = list(map(sub, behind, lengths))
    cut = Tokens(list(filter(None, parts)), list(compress(before, parts)), list(compress(behind, parts)), [])
    return _joined(cut, JOINED) if JOINED in blank else cut


def rare_tokens(folded: str) -> Tokens:
    """Cut a folded text with any signs into tokens."""
    pieces = PIECES.split(folded)  # what stands between tokens, and tokens, by turns
    places = list(accumulate(map(len, pieces)))
    cut = Tokens(pieces[1::2], places[:-1:2], places[1::2], [])
    return _joined(cut, "'") if "'" in folded else cut


def _joined(cut: Tokens, apostrophe: str) -> Tokens:
    """The tokens with their apostrophes taken out and noted."""
    keys = cut.keys
    apostrophed = [(index, key.split(apostrophe)) for index, key in enumerate(keys) if apostrophe in key]
    for index, parts in apostrophed:
        keys[index] = "".join(parts)
    return cut._replace(apostrophed=apostrophed)
