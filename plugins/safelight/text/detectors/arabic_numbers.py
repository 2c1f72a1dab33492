"""Arabic numbers from 1 to 99 in words, folded (ة is ه, أ is ا): cardinals of both genders, as said and as written, ordinals.

After Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapter 15; the spoken teens as quotations write them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import product

UNITS: tuple[tuple[str, ...], ...] = (
    ("واحد", "واحده", "احدي", "احد"), ("اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثني", "اثنتا", "اثنتي"), ("ثلاث", "ثلاثه"),
    ("اربع", "اربعه"), ("خمس", "خمسه"), ("ست", "سته"), ("سبع", "سبعه"), ("ثماني", "ثمان", "ثمانيه"), ("تسع", "تسعه"),
)  # fmt: skip
TENS = ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")
"""Stems of twenty to ninety; the nominative ends in ون, the other cases in ين."""
SPOKEN_TEENS: tuple[tuple[str, ...], ...] = (
    ("احدعش", "حداشر", "احداشر"), ("اطنعش", "اتنعش", "اتناشر", "طناشر"), ("تلتطعش", "تلطعش", "تلاتاشر", "تلتاشر", "ثلطعش"),
    ("اربعطعش", "اربعتاشر"), ("خمسطعش", "خمستعش", "خمستاشر"), ("ستطعش", "ستعش", "ستاشر"), ("سبعطعش", "سبعتعش", "سبعتاشر"),
    ("تمنطعش", "تمنتعش", "تمنتاشر", "ثمنطعش"), ("تسعطعش", "تسعتعش", "تسعتاشر"),
)  # fmt: skip
"""Eleven to nineteen as the Levant, Iraq and Egypt say them."""
ORDINALS = ("حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع")
"""First of the compounds to ninth, masculine; the feminine adds ه."""


@cache
def cardinals() -> Mapping[str, int]:
    """Cardinal to number, 1 to 99."""
    found = {unit: number for number, units in enumerate(UNITS, 1) for unit in units} | {"عشر": 10, "عشره": 10}
    found |= {teen: number for number, teens in enumerate(SPOKEN_TEENS, 11) for teen in teens}
    for number, units in enumerate(UNITS, 1):
        found |= {f"{unit} {ten}": 10 + number for unit in units for ten in ("عشر", "عشره")}
    for tens, stem in enumerate(TENS, 2):
        for ending in ("ون", "ين"):
            found[stem + ending] = tens * 10
            for number, units in enumerate(UNITS, 1):
                found |= {f"{unit} و{stem}{ending}": tens * 10 + number for unit in units}
    return found


@cache
def ordinals() -> Mapping[str, int]:
    """Ordinal, as it stands behind the article, to number, of both genders: سابعه عشره, سابع عشر, خامسه والعشرين."""
    return _compounds("") | _compounds("ه") | _simple()


@cache
def feminine_compounds() -> Mapping[str, int]:
    """Feminine ordinals from thirteen on: behind "in" they are an age, as eleven and twelve are hours, too."""
    return {word: number for word, number in _compounds("ه").items() if number > 12}


def _simple() -> dict[str, int]:
    found = {one + "ه": number for number, one in enumerate(ORDINALS, 1) if number > 1}
    found |= {"عاشره": 10, "عاشر": 10}
    return found | {stem + ending: ten * 10 for ten, stem in enumerate(TENS, 2) for ending in ("ون", "ين")}


def _compounds(gender: str) -> dict[str, int]:
    found = {f"{one}{gender} عشر{gender}": number for number, one in enumerate(ORDINALS, 11)}
    for (ten, stem), (number, one) in product(enumerate(TENS, 2), enumerate(ORDINALS, 1)):
        found |= {f"{one}{gender} وال{stem}{ending}": ten * 10 + number for ending in ("ون", "ين")}
    return found
