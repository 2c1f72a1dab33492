"""What somebody is quoted with."""

from __future__ import annotations

import re

QUOTATION = re.compile(
    r"\u00ab[^\u00ab\u00bb\n]{20,4000}\u00bb|\u201c[^\u201c\u201d\n]{20,4000}\u201d|(?<!\w)\"[^\"\n]{20,4000}\"|(?m:^)>[^\n]*"
)
"""What somebody said: denied by default in every text. Shorter ones are titles."""
FEWEST_QUOTED_WORDS = 4


def quotations(text: str) -> list[tuple[int, int]]:
    """(start, end) of everything quoted, also as a block; titles and single terms are not."""
    return [found.span() for found in QUOTATION.finditer(text) if len(found[0].split()) >= FEWEST_QUOTED_WORDS]
