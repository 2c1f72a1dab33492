"""The endings of Ukrainian names, by the 2019 orthography (sections 69-110), and of adjectives and diminutives of them."""

from __future__ import annotations

from functools import lru_cache

from safelight.text.inflection.shape import Paradigm, Shape, cases

SOFTENED = {"г": "з", "к": "ц", "х": "с"}
"""What a velar becomes before -і: Ольга, Ользі."""

HARD_F = "а и {}і у ою {}і о"
SOFT_F = "я і і ю ею і ю/е"
IYA_F = "я ї ї ю єю ї є"
THIRD = "ь і і ь ю і е"
HARD_M = "- а у/ові а ом і/ові/у е"
SIBILANT_M = "- а у/еві а ем і/еві/у е/у"
VELAR_M = "- а у/ові а ом у/ові/і у/е"
SOFT_M = "ь я ю/еві я ем і/еві/ю ю"
Y_M = "й я ю/єві я єм ї/єві/ю ю"
O_M = "о а у/ові а ом і/ові/у е"
SURNAME_M = "- а у/ові а им і/ові/у е"
SURNAME_F = "а ої ій у ою ій а/о"
SURNAME_PLURAL = "и их им их ими их и"
ADJECTIVE_M = "ий ого ому ого им ому/ім ий"
ADJECTIVE_F = "а ої ій у ою ій а"
ADJECTIVE_PLURAL = "і их им их ими их і"
NO_CHANGE = "- - - - - - -"
PLACE_M = "- а/у у/ові - ом і/у/ові е"
PLACE_SOFT = "ь я ю/еві ь ем і/ю е"
PLACE_Y = "й я/ю ю/єві й єм ї/ю ю"


@lru_cache(maxsize=512)
def paradigm(row: str, number: str = "sing", derived: str = "", gender: str = "", front: str = "") -> Paradigm:
    """A row of case endings as a paradigm, each behind `front`."""
    return Paradigm([(front + e, s) for e, s in cases(row, number, derived=derived, gender=gender)])


@lru_cache(maxsize=64)
def adjective(kind: str, suffix: str) -> Paradigm:
    """All forms of an adjective made of a name, marked as `kind`, behind `suffix`."""
    rows = {
        "masc": "ий ого ому ого им ому/ім", "masc-inan": "- - - ий - -", "femn": "а ої ій у ою ій",
        "neut": "е ого ому е им ому/ім", "plur": "і их им их ими их", "plur-inan": "- - - і - -",
    }  # fmt: skip
    short = {**rows, "masc": "- ого ому ого им ому/ім", "masc-inan": "- - - - - -"}
    chosen = short if kind == "possessive" else rows
    return Paradigm(
        [
            (
                (
                    suffix
                    if kind == "relational" or ending
                    else suffix.replace("ов", "ів").replace("ев", "ів").replace("єв", "їв")
                )
                + ending,
                shape,
            )
            for gender, row in chosen.items()
            for ending, shape in cases(row, "plur" if "plur" in gender else "sing", derived=kind, gender=gender)
            if not gender.endswith("-inan") or shape.case == "accs"
        ]
    )


PETS = ("очк", "ічк", "єчк", "ечк", "оньк", "еньк", "уньк", "усеньк", "к")
"""Diminutives that nobody registered (Марієчка); they are found, and become the plain pseudonym."""


@lru_cache(maxsize=16)
def pet(middle: str) -> Paradigm:
    """A diminutive by the middle that makes it."""
    soft = middle[:-1] + "ц"
    rows = cases("а и і у ою і о", derived="pet")
    return Paradigm([((soft if ending == "і" else middle) + ending, shape) for ending, shape in rows])


@lru_cache(maxsize=8)
def velar(letter: str) -> Paradigm:
    """The first declension behind a velar, which softens in the dative and locative."""
    soft = SOFTENED[letter]
    return Paradigm(
        [((soft if ending == "і" else letter) + ending, shape) for ending, shape in cases("а и і у ою і о")]
    )


def behind(row: str) -> list[tuple[str, Shape]]:
    """The five oblique cases and the vocative."""
    return [pair for pair in cases("- " + row) if pair[1].case != "nomn"]
