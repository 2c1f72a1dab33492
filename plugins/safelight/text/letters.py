"""Letters that have to be looked at: everything that normalising changes, in small clusters with their places."""

from __future__ import annotations

import re
import unicodedata

from safelight.text.fold import clean

_RANGES = ((0x20, 0x7F), (0xA0, 0x250), (0x370, 0x530), (0x600, 0x700), (0x1E00, 0x1F00), (0x2010, 0x2040))
MOST_MARKS = 64
"""Most characters read as one run; more marks than that on one letter are nobody's spelling."""


def _stop(specials: str) -> re.Pattern[str]:
    """Finds the first character that is not plain: one of `specials`, or one that normalising changes."""
    plain = {chr(c) for first, last in _RANGES for c in range(first, last) if clean(chr(c)) == chr(c)}
    plain = (plain | {"\n", "\t"}) - set(specials)
    codes = sorted(map(ord, plain))
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return re.compile("[^" + "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in runs) + "]")


STOP_FLOW = _stop("<&*_~`\\[]!")
"""In prose every character that may begin markup stops the reading."""
STOP_VALUE = _stop("&%\\")
STOP_CODE = _stop("")
ODD_RUN = re.compile(STOP_CODE.pattern + f"{{1,{MOST_MARKS}}}")
JOINED = frozenset(("Mn", "Me", "Mc", "Cf"))
"""Categories of characters that belong to the letter before them."""


def clusters(source: str, position: int, at: int, end: int) -> tuple[int, list[tuple[int, int, str, str]], int]:
    """Read the odd characters at `at`; the plain text from `position` on lends the letter that marks stand on.

    Returns the place behind them, (start, end, text, letter without its mark or empty) of each cluster, and the place
    where the plain text ends.
    """
    found = ODD_RUN.match(source, at, end)
    behind = found.end() if found else at + 1
    begin = at
    if position < at and unicodedata.category(source[at]) in JOINED:
        begin = at - 1
    if source[behind - 1] == "\u00ad" and source.startswith("\n", behind):
        behind += 1  # a soft hyphen at the line's end: the word goes on
    pieces: list[tuple[int, int, str, str]] = []
    start = begin
    for finish in range(begin + 1, behind + 1):
        if finish < behind and unicodedata.category(source[finish]) in JOINED:
            continue
        cluster = source[start:finish]
        text = "" if cluster == "\n" and source[start - 1] == "\u00ad" else clean(cluster)
        marked = len(cluster) > 1 and any(unicodedata.category(c) == "Mn" for c in cluster[1:])
        bare = clean(cluster[0]) if marked else ""
        stop = finish
        while stop > start + 1 and unicodedata.category(source[stop - 1]) == "Cf":
            stop -= 1  # what is invisible behind a letter is not part of it
        pieces.append((start, stop, text, bare if bare != text else ""))
        start = finish
    return behind, pieces, begin
