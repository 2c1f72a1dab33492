"""Countries by the names that languages have for them: those of Unicode CLDR, as Babel brings them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from safelight.text.fold import words_of

SLUGS = {
    "TR": "turkey", "CI": "ivory-coast", "MM": "myanmar", "HK": "hong-kong", "MO": "macao", "PS": "palestine",
    "CD": "dr-congo", "CG": "congo", "KR": "south-korea", "KP": "north-korea", "CV": "cape-verde", "BA": "bosnia-and-herzegovina",
}  # fmt: skip
"""Countries whose English CLDR name is not the one that a caseload would be kept in."""
NO_COUNTRIES = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "TA", "DG", "EA", "IC", "CQ"))
ORDINARY = frozenset(
    (("en", "RE"), ("ru", "TG"), ("uk", "TG"), ("uk", "ML"), ("ar", "ML"), ("ar", "BJ"), ("tg", "TG"), ("ky", "TG"), ("ar", "RE"))
)  # fmt: skip
"""Names that are first of all another word: of that (Того), small (Малі), financial (مالي), sons (بنين), reunion."""


@cache
def slug_of(code: str) -> str:
    """The slug of a territory of CLDR."""
    return SLUGS.get(code) or "-".join(words_of(_bare(Locale("en").territories[code])))


def _bare(name: str) -> str:
    return re.sub(r"\s*\(.*\)", "", name)


def country_names(lang: str) -> Iterator[tuple[str, str]]:
    """(slug, name) of every country in a language; Uzbek in both alphabets."""
    for tag in ("uz", "uz_Cyrl") if lang == "uz" else (lang,):
        for code, name in sorted(Locale.parse(tag).territories.items()):
            if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES and (lang, code) not in ORDINARY:
                yield slug_of(code), _bare(name)
