"""Identifiers of the vault: telephone and document numbers by their digits, addresses and handles by their letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from safelight.leakgate.fold import fold
from safelight.leakgate.words import Table, Word

_GROUPS = re.compile(r"[^\W\d_]+|\d+")
FEWEST_DIGITS = 5
"""Fewest digits of a number that is looked for; shorter ones are years and prices."""


class Identifiers:
    """Identifiers in the making: `marks` squeezed to letters and digits, `numbers` as digits alone."""

    def __init__(self) -> None:
        self.marks, self.numbers = Table(), Table()
        self.codes: list[tuple[list[str], Word]] = []

    def add(self, text: str, owner: str) -> None:
        """Register a telephone number, document number, address or handle."""
        groups = _GROUPS.findall(fold(text.rstrip("/").rsplit("/", 1)[-1] if "//" in text else text))
        digits = _digits("".join(groups))
        if digits and all(group.isdigit() for group in groups):
            if len(digits) >= FEWEST_DIGITS:
                word = Word("identifier", "number", [owner])
                for variant in _number_variants(digits, text):
                    self.numbers.put(variant, word)
            return
        squeezed = "".join(groups)
        if len(squeezed) >= 4:
            self.marks.put(squeezed, Word("identifier", "handle" if "@" in text else "code", [owner]))
        if len(groups) > 1:
            self.codes.append(
                (groups, Word("identifier", "code", [owner], tuple(frozenset({group}) for group in groups)))
            )

    def anchor(self, forms: Table) -> None:
        """Look for identifiers of several groups by the group that fewest have: not by `gmail`, which thousands share."""
        bearers = Counter(group for groups, _ in self.codes for group in set(groups))
        for groups, word in self.codes:
            anchor = min(groups, key=lambda group: (len(group) < 2, bearers[group], -len(group), group))
            if len(anchor) >= 2:
                forms.put(anchor, word)


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(character)) for character in text if character.isdigit())


def _number_variants(digits: str, text: str) -> Iterator[str]:
    """A number as it is written elsewhere: with the trunk prefix 8 or 0, with 00, or without the country's code."""
    yield digits
    if text.strip().startswith(("+", "00")) or len(digits) >= 11:
        digits = digits.removeprefix("00")
        yield digits
        yield "00" + digits
        for code in (1, 2, 3):
            national = digits[code:]
            if len(national) >= 9:
                yield national
                yield "0" + national
                yield "8" + national
    elif len(digits) >= 10 and digits[0] in "08":
        yield digits[1:]
