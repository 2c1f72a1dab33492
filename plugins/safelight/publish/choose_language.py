"""Which language a browser asks for at `/`: patterns on `Accept-Language` that a server can try in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence


def asked_language(languages: Sequence[str]) -> tuple[str, ...]:
    """Regular expressions (PCRE and Python), most wanted first; the first that matches captures the language.

    One pattern for each tenth of the weight `q` [RFC 9110, 12.5.4]: a language of weight 1 wins over one of 0.9
    wherever it stands; within a tenth, the one named first. A regional variety counts as its language (`ru-KZ` is
    `ru`). Match without regard to case.
    """
    # The longest tag first, so that `zh-Hant` is not taken for `zh`.
    tags = "|".join(re.escape(tag) for tag in sorted(languages, key=lambda tag: (-len(tag), tag)))
    asked = rf"(?:^|,)\s*({tags})(?:-[a-z0-9-]+)?\s*"
    weights = [r"(?:;\s*q=1(?:\.0*)?\s*)?", *(rf";\s*q=0?\.{tenth}[0-9]*\s*" for tenth in range(9, -1, -1))]
    # The last tenth, 0.0…, must not take `q=0`, which means "not this one".
    weights[-1] = r";\s*q=0?\.0+[1-9][0-9]*\s*"
    return tuple(rf"{asked}{weight}(?:,|$)" for weight in weights)
