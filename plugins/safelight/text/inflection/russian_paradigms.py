"""The endings of Russian names, and of what the language makes of them: adjectives, diminutives, a place's people.

Zaliznyak's first to third declensions and his adjectival surnames (Grammatical Dictionary, 1977).
"""

from __future__ import annotations

from safelight.text.inflection.shape import Paradigm, Shape, cases

SIBILANTS = "жшчщ"
NO_CHANGE = cases("- - - - - - -")

FIRST_HARD = cases("а ы е у ой/ою е")
FIRST_VELAR = cases("а и е у ой/ою е")
FIRST_SIBILANT = cases("а и е у ей/ею/ой е")
FIRST_TS = cases("а ы е у ей/ею/ой е")
FIRST_SOFT = cases("я и е ю ей/ею/ёй е")
FIRST_IYA = cases("я и и ю ей/ею и")
SECOND_HARD = cases("- а у а ом е")
SECOND_SIBILANT = cases("- а у а ем/ом е")
SECOND_SOFT = cases("ь я ю я ем/ём е")
SECOND_Y = cases("й я ю я ем/ём е")
SECOND_IY = cases("й я ю я ем и")
THIRD = cases("ь и и ь ью/ию и")
SURNAME_M = cases("- а у а ым е")
SURNAME_F = cases("а ой ой у ой/ою ой")
SURNAME_PLURAL = cases("ы ых ым ых ыми ых", "plur")
ADJECTIVE_M = cases("ый ого ому ого ым ом")
ADJECTIVE_M_OY = cases("ой ого ому ого ым/им ом")
ADJECTIVE_M_VELAR = cases("ий ого ому ого им ом")
ADJECTIVE_F = cases("ая ой ой ую ой/ою ой")
ADJECTIVE_N = cases("ое ого ому ое ым/им ом")
ADJECTIVE_PLURAL = cases("ые ых ым ых ыми ых", "plur")
ADJECTIVE_PLURAL_VELAR = cases("ие их им их ими их", "plur")
NEUTER = [*cases("о а у о ом е"), *NO_CHANGE]
PLURAL_Y = [*cases("ы -/ов ам ы ами ах"), *cases("ы ы ы ы ы ы")]
PLURAL_I = [*cases("и -/ов/ей ам/ям и ами/ями ах/ях"), *NO_CHANGE]


def adjective(kind: str, suffix: str, *, velar: bool = False) -> list[tuple[str, Shape]]:
    """All forms of an adjective made of a name, marked as `kind`, behind `suffix` (`ин`, `ск`)."""
    rows = {
        "masc": "ый ого ому ого ым ом",
        "masc-inan": "- - - ый - -",
        "femn": "ая ой ой ую ой/ою ой",
        "neut": "ое ого ому ое ым ом",
        "plur": "ые ых ым ых ыми ых",
        "plur-inan": "- - - ые - -",
    }
    if kind == "possessive":
        rows = {
            "masc": "- ого ому ого ым ом",
            "masc-inan": "- - - - - -",
            "femn": "а ой ой у ой/ою ой",
            "neut": "о ого ому о ым ом",
            "plur": "ы ых ым ых ыми ых",
            "plur-inan": "- - - ы - -",
        }
    found = []
    for gender, row in rows.items():
        for ending, shape in cases(row, "plur" if "plur" in gender else "sing", derived=kind, gender=gender):
            if gender.endswith("-inan") and shape.case != "accs":
                continue  # only the accusative tells living beings from things
            if velar and ending[:1] == "ы":
                ending = "и" + ending[1:]
            found.append((suffix + ending, shape))
    return found


POSSESSIVE_IN = adjective("possessive", "ин")
POSSESSIVE_YN = adjective("possessive", "ын")
POSSESSIVE_OV = adjective("possessive", "ов")
POSSESSIVE_EV = adjective("possessive", "ев")
RELATIONAL = [
    (middle + ending, shape)
    for middle in ("ск", "ьск", "овск", "евск", "инск", "анск", "янск", "енск", "йск", "ийск", "ейск", "цк", "ческ")
    for ending, shape in adjective("relational", "", velar=True)
]
DEMONYM = [
    (middle + ending, shape)
    for middle, row in (
        ("ц", "- а у а ем е"), ("ц", "ы ев ам ев ами ах"), ("ец", "- а у а ем е"),
        ("чанин", "- а у а ом е"), ("чан", "е - ам - ами ах"), ("чанк", "а и е у ой е"), ("чанк", "и - ам - ами ах"),
        ("анин", "- а у а ом е"), ("ан", "е - ам - ами ах"), ("анк", "а и е у ой е"),
        ("янин", "- а у а ом е"), ("ян", "е - ам - ами ах"), ("янк", "а и е у ой е"),
        ("инец", "-"), ("инц", "- а у а ем е"), ("инц", "ы ев ам ев ами ах"), ("лянин", "- а у а ом е"), ("лян", "е - ам - ами ах"),
        ("лянк", "а и е у ой е"), ("лянк", "и - ам - ами ах"),
        *((soft + middle, row) for soft in ("", "ь") for middle, row in (
            ("чанин", "- а у а ом е"), ("чан", "е - ам - ами ах"), ("чанк", "а и е у ой е"), ("ц", "ы ев ам ев ами ах"),
            ("ит", "- а у а ом е"), ("ит", "ы ов ам ов ами ах"), ("итк", "а и е у ой е"), ("ич", "- а у а ом е"), ("ич", "и ей ам ей ами ах"),
            ("ичк", "а и е у ой е"), ("як", "- а у а ом е"), ("як", "и ов ам ов ами ах"), ("ячк", "а и е у ой е"), ("к", "а и е у ой е"),
        )),
    )
    for ending, shape in cases(row, derived="demonym")
]  # fmt: skip
"""What a place makes of its people; too varied to be written for another place, so these forms are only found."""
PETS_A = [
    (middle + ending, shape)
    for middle in ("очк", "ечк", "оньк", "еньк", "ушк", "юшк", "к", "ул", "уш", "юш", "ш")
    for ending, shape in cases("а и е у ой/ою/ей е", derived="pet")
]
PETS = [
    *PETS_A,
    *(
        (middle + ending, shape)
        for middle in ("ик", "чик", "ушек")
        for ending, shape in cases("- а у а ом е", derived="pet")
    ),
]
"""Diminutives that nobody registered (Залиночка); they are found, and become the plain pseudonym."""


def _counterpart(row: list[tuple[str, Shape]]) -> list[tuple[str, Shape]]:
    return [(ending, Shape(shape.case, shape.number, "counterpart")) for ending, shape in row]


def _inanimate(row: list[tuple[str, Shape]]) -> list[tuple[str, Shape]]:
    """The same endings of a place: its accusative is its nominative."""
    nominative = row[0][0]
    return [(nominative if shape.case == "accs" else ending, shape) for ending, shape in row]


PARADIGMS: dict[str, Paradigm] = {
    "none": Paradigm(NO_CHANGE),
    "first-hard": Paradigm(FIRST_HARD), "first-velar": Paradigm(FIRST_VELAR), "first-soft": Paradigm(FIRST_SOFT),
    "first-sibilant": Paradigm(FIRST_SIBILANT), "first-ts": Paradigm(FIRST_TS), "first-iya": Paradigm(FIRST_IYA),
    "second": Paradigm(SECOND_HARD), "second-sibilant": Paradigm(SECOND_SIBILANT),
    "second-soft": Paradigm(SECOND_SOFT), "second-y": Paradigm(SECOND_Y), "second-iy": Paradigm(SECOND_IY),
    "third": Paradigm(THIRD),
    "stressed-iya": Paradigm([("е", Shape("datv")), ("е", Shape("loct")), ("ёй", Shape("ablt"))]),
    "surname-m": Paradigm(SURNAME_M), "surname-f": Paradigm(SURNAME_F), "surname-plural": Paradigm(SURNAME_PLURAL),
    "surname-adjective-m": Paradigm(ADJECTIVE_M), "surname-adjective-m-oy": Paradigm(ADJECTIVE_M_OY),
    "surname-adjective-m-velar": Paradigm(ADJECTIVE_M_VELAR), "surname-adjective-f": Paradigm(ADJECTIVE_F),
    "surname-adjective-f-velar": Paradigm(ADJECTIVE_F),
    "surname-plural-velar": Paradigm(ADJECTIVE_PLURAL_VELAR),
    "counterpart-m": Paradigm(_counterpart(SURNAME_M)), "counterpart-f": Paradigm(_counterpart(SURNAME_F)),
    "counterpart-adjective-m": Paradigm(_counterpart(ADJECTIVE_M_VELAR)),
    "counterpart-adjective-f": Paradigm(_counterpart(ADJECTIVE_F)),
    "adjective-f": Paradigm(ADJECTIVE_F), "adjective-n": Paradigm(ADJECTIVE_N),
    "place-adjective-m": Paradigm(_inanimate(ADJECTIVE_M)),
    "place-adjective-m-velar": Paradigm(_inanimate(ADJECTIVE_M_VELAR)),
    "place": Paradigm(_inanimate(SECOND_HARD)), "place-sibilant": Paradigm(_inanimate(SECOND_SIBILANT)),
    "place-soft": Paradigm([*_inanimate(SECOND_SOFT), *THIRD]), "place-y": Paradigm(_inanimate(SECOND_Y)),
    "place-iy": Paradigm(_inanimate(SECOND_IY)),
    "neuter": Paradigm(NEUTER), "plural-y": Paradigm(PLURAL_Y), "plural-i": Paradigm(PLURAL_I),
    "relational": Paradigm(RELATIONAL), "demonym": Paradigm(DEMONYM), "pet": Paradigm(PETS), "pet-a": Paradigm(PETS_A),
    "possessive-in": Paradigm(POSSESSIVE_IN), "possessive-yn": Paradigm(POSSESSIVE_YN),
    "possessive-ov": Paradigm(POSSESSIVE_OV), "possessive-ev": Paradigm(POSSESSIVE_EV),
    "vocative": Paradigm([("", Shape("voct"))]), "vocative-soft": Paradigm([("ь", Shape("voct"))]),
}  # fmt: skip
"""The paradigms by name."""
