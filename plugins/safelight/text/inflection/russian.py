"""Russian names: declension by the dictionary (OpenCorpora) where it knows the name in that sex, else by endings.

Rules of endings: Zaliznyak's first to third declensions and his adjectival surnames (Grammatical Dictionary, 1977);
foreign surnames and female names in a consonant by Rosenthal's handbook, sections 149-150.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from safelight.text.inflection.shape import CASES, Declension, Paradigm, Shape, cased_like, cases

SYMBOL = {"given": "Name", "patronymic": "Patr", "place": "Geox"}
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
ADJECTIVE_M_SOFT = cases("ий его ему его им ем")
ADJECTIVE_F = cases("ая ой ой ую ой/ою ой")
ADJECTIVE_F_SOFT = cases("яя ей ей юю ей/ею ей")
ADJECTIVE_N = cases("ое ого ому ое ым/им ом")
ADJECTIVE_PLURAL = cases("ые ых ым ых ыми ых", "plur")
ADJECTIVE_PLURAL_VELAR = cases("ие их им их ими их", "plur")
NEUTER = [*cases("о а у о ом е"), *NO_CHANGE]
PLURAL_Y = [*cases("ы -/ов ам ы ами ах"), *cases("ы ы ы ы ы ы")]
PLURAL_I = [*cases("и -/ов/ей ам/ям и ами/ями ах/ях"), *NO_CHANGE]


def _of(ending: str, *rows: list[tuple[str, Shape]]) -> Paradigm:
    """A paradigm whose endings all follow `ending` (the part of the suffix that stays)."""
    return Paradigm([(ending + suffix, shape) for row in rows for suffix, shape in row])


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
    for middle in ("ск", "овск", "евск", "инск", "анск", "янск", "енск", "йск", "цк", "ческ")
    for ending, shape in adjective("relational", "", velar=True)
]
DEMONYM = [
    (middle + ending, shape)
    for middle, row in (
        ("ц", "- а у а ем е"), ("ц", "ы ев ам ев ами ах"), ("ец", "- а у а ем е"),
        ("чанин", "- а у а ом е"), ("чан", "е - ам - ами ах"), ("чанк", "а и е у ой е"), ("чанк", "и - ам - ами ах"),
        ("анин", "- а у а ом е"), ("ан", "е - ам - ами ах"), ("анк", "а и е у ой е"),
        ("янин", "- а у а ом е"), ("ян", "е - ам - ами ах"), ("янк", "а и е у ой е"),
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


@cache
def dictionary() -> Any:
    """OpenCorpora's dictionary, loaded once; raw entries, which answer faster than the analyser."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru").dictionary


@cache
def _yo() -> Any:
    return dictionary().words.compile_replaces({"е": "ё"})


@lru_cache(maxsize=4096)
def _dictionary_paradigm(paradigm: int, index: int) -> tuple[int, Paradigm] | None:
    """(length of the nominative's ending, paradigm) of one dictionary paradigm; None where it has prefixes."""
    rows = dictionary().build_paradigm_info(paradigm)
    if any(prefix for prefix, _, _ in rows):
        return None
    gender = rows[index][1].gender
    found: list[tuple[str, Shape]] = []
    for _, tag, suffix in rows:
        if tag.gender not in (gender, None) and tag.number == "sing":
            continue
        case = {"gen2": "gent", "loc2": "loct", "acc2": "accs", "gen1": "gent", "loc1": "loct"}.get(tag.case, tag.case)
        if case in CASES or case == "voct":
            found.append((suffix, Shape(case, tag.number or "sing")))
        if case == "ablt" and suffix.endswith(("ой", "ей")):
            found.append((suffix[:-1] + "ю", Shape(case, tag.number or "sing")))  # Залиною, which not all entries have
    return len(rows[index][2]), Paradigm(sorted(found, key=lambda pair: pair[1].number == "plur"))


@lru_cache(maxsize=65536)
def from_dictionary(word: str, part: str, sex: str) -> Declension | None:
    """The declension of a name that the dictionary knows as `part` in `sex`; None where it does not."""
    wanted = SYMBOL[part]
    gender = {"female": "femn", "male": "masc"}.get(sex) if part != "place" else None
    lower = word.casefold()
    for written, entries in dictionary().words.similar_items(lower, _yo()):
        for paradigm, index in entries:
            tag = dictionary().build_tag_info(paradigm, index)
            if "Fixd" in tag and "Geox" in tag and part == "place":
                return Declension(word, _PARADIGMS["none"])
            if wanted not in tag or tag.case != "nomn" or "Fixd" in tag or "Abbr" in tag:
                continue
            if tag.number == "plur" and "Pltm" not in tag:
                continue
            if gender and gender not in tag and "ms-f" not in tag:
                continue
            built = _dictionary_paradigm(paradigm, index)
            if built is None:
                continue
            cut = len(written) - built[0]
            return Declension(cased_like(written[:cut], word), built[1])
    return None


@lru_cache(maxsize=65536)
def decline(word: str, part: str, sex: str) -> tuple[Declension, ...]:
    """The declensions of one word of a name (`given`, `patronymic`, `family`, `place`), the likeliest first.

    A second one stands where usage wavers: Айгуль, which many leave as it is; a surname's plural; the adjectives
    and diminutives made of the name.
    """
    main = (from_dictionary(word, part, sex) if part in SYMBOL else None) or _by_ending(word, part, sex)
    found = [main]
    lower = word.casefold()
    if part in ("given", "also") and sex != "male" and lower.endswith("ь"):
        # Gender is not always registered, and usage leaves such names undeclined: both readings count.
        found.append(Declension(word, Paradigm(NO_CHANGE)))
    if part == "given" and lower.endswith("ия"):
        found.append(Declension(word[:-1], _PARADIGMS["stressed-iya"]))
    found.extend(_derived(word, part, sex, main))
    return tuple(found)


def _by_ending(word: str, part: str, sex: str) -> Declension:
    """The main declension by the word's end."""
    if part == "family":
        return _surname(word, sex)
    if part == "place":
        return _place(word)
    lower = word.casefold()
    if part == "patronymic" and lower.endswith(("ич", "ыч")):
        return Declension(word, _PARADIGMS["second-sibilant"])
    if lower[-1] in "ая" and len(word) > 1:
        return _first(word)
    if lower[-1] == "ь":
        return Declension(word[:-1], _PARADIGMS["second-soft" if sex == "male" else "third"])
    if sex == "female" or lower[-1] in "оеиуюэыё":
        return Declension(word, _PARADIGMS["none"])
    return _second(word)


def _first(word: str) -> Declension:
    lower = word.casefold()
    before = lower[-2]
    if lower[-1] == "я":
        return Declension(word[:-1], _PARADIGMS["first-iya" if before == "и" else "first-soft"])
    name = (
        "first-velar" if before in "гкх" else "first-sibilant" if before in SIBILANTS
        else "first-ts" if before == "ц" else "first-hard"
    )  # fmt: skip
    return Declension(word[:-1], _PARADIGMS[name])


def _second(word: str) -> Declension:
    lower = word.casefold()
    if lower[-1] == "й":
        return Declension(word[:-1], _PARADIGMS["second-iy" if lower.endswith("ий") else "second-y"])
    if lower[-1] == "ь":
        return Declension(word[:-1], _PARADIGMS["second-soft"])
    return Declension(word, _PARADIGMS["second-sibilant" if lower[-1] in SIBILANTS + "ц" else "second"])


POSSESSIVE_SURNAME_F = ("ова", "ева", "ёва", "ина", "ына")
POSSESSIVE_SURNAME_M = ("ов", "ев", "ёв", "ин", "ын")


def _surname(word: str, sex: str) -> Declension:
    lower = word.casefold()
    if sex != "male" and lower.endswith(POSSESSIVE_SURNAME_F) and len(word) > 3:
        return Declension(word[:-1], _PARADIGMS["surname-f"])
    if sex != "female" and lower.endswith(POSSESSIVE_SURNAME_M) and len(word) > 2:
        return Declension(word, _PARADIGMS["surname-m"])
    if sex != "male" and lower.endswith("ая"):
        velar = lower[-3:-2] in "гкхжшчщ"
        return Declension(word[:-2], _PARADIGMS["surname-adjective-f-velar" if velar else "surname-adjective-f"])
    if sex != "female" and lower.endswith(("ий", "ый", "ой")) and len(word) > 4:
        if lower.endswith("ий") and lower[-3] not in "гкхжшчщ":
            return _second(word)  # Юрий, Гиний: a name as a surname
        key = {"ий": "surname-adjective-m-velar", "ый": "surname-adjective-m", "ой": "surname-adjective-m-oy"}
        return Declension(word[:-2], _PARADIGMS[key[lower[-2:]]])
    if lower.endswith(("ых", "их")) or lower[-1] in "оеиуюэыё":
        return Declension(word, _PARADIGMS["none"])
    if lower[-1] in "ая" and len(word) > 2:
        # Surnames in an unstressed -а after a vowel (Гулиа) stay as they are.
        return Declension(word, _PARADIGMS["none"]) if lower[-2] in "иу" and lower[-1] == "а" else _first(word)
    if sex == "female":
        return Declension(word, _PARADIGMS["none"])
    return _second(word)


def _place(word: str) -> Declension:
    lower = word.casefold()
    last = lower[-1]
    if lower.endswith(("ская", "цкая", "ная", "вая", "лая", "рая")):
        return Declension(word[:-2], _PARADIGMS["adjective-f"])
    if lower.endswith(("ский", "цкий")):
        return Declension(word[:-2], _PARADIGMS["place-adjective-m-velar"])
    if lower.endswith(("ный", "лый", "рый")):
        return Declension(word[:-2], _PARADIGMS["place-adjective-m"])
    if lower.endswith("ое"):
        return Declension(word[:-2], _PARADIGMS["adjective-n"])
    if last in "ая" and len(word) > 2:
        return _first(word)
    if lower.endswith(("ово", "ево", "ёво", "ино", "ыно")):
        return Declension(word[:-1], _PARADIGMS["neuter"])
    if last == "ы" and len(word) > 3:
        return Declension(word[:-1], _PARADIGMS["plural-y"])
    if last == "и" and len(word) > 3:
        return Declension(word[:-1], _PARADIGMS["plural-i"])
    if last in "оеиуюэыё":
        return Declension(word, _PARADIGMS["none"])
    if last == "ь":
        return Declension(word[:-1], _PARADIGMS["place-soft"])
    if last == "й":
        return Declension(word[:-1], _PARADIGMS["place-iy" if lower.endswith("ий") else "place-y"])
    return Declension(word, _PARADIGMS["place-sibilant" if last in SIBILANTS + "ц" else "place"])


def _derived(word: str, part: str, sex: str, main: Declension) -> list[Declension]:
    """What the language makes of the name: its plural, its adjectives, its diminutives."""
    lower = word.casefold()
    found: list[Declension] = []
    if part == "family":
        for endings, cut in ((POSSESSIVE_SURNAME_F, 1), (POSSESSIVE_SURNAME_M, 0)):
            if lower.endswith(endings) and len(word) - cut > 2:
                base = word[: len(word) - cut]
                counterpart = "counterpart-m" if cut else "counterpart-f"
                found += [Declension(base, _PARADIGMS["surname-plural"]), Declension(base, _PARADIGMS[counterpart])]
        if lower.endswith(("ский", "цкий", "ская", "цкая")):
            found.append(Declension(word[:-2], _PARADIGMS["surname-plural-velar"]))
            other = "counterpart-adjective-m" if lower.endswith("ая") else "counterpart-adjective-f"
            found.append(Declension(word[:-2], _PARADIGMS[other]))
        return found
    if part == "patronymic":
        if lower.endswith(("ович", "евич")):
            found.append(
                Declension(word[:-4] + ("ь" if lower.endswith("евич") else "") + "ыч", _PARADIGMS["second-sibilant"])
            )
        return found
    if part == "place":
        stem = word[:-1] if lower[-1] in "аяьйоиы" else word
        found.append(Declension(stem, _PARADIGMS["relational"]))
        if lower.endswith("ск"):
            found.append(Declension(word[:-2], _PARADIGMS["relational"]))
            found.append(Declension(word[:-2], _PARADIGMS["demonym"]))
        found.append(Declension(stem, _PARADIGMS["demonym"]))
        return found
    if len(word) < 3:
        return found
    if lower[-1] in "ая":
        found.append(Declension(word[:-1], _PARADIGMS["possessive-yn" if lower[-2] == "ц" else "possessive-in"]))
        if len(word) > 3 and lower[-2] not in "аеиоуыэюя":
            found.append(Declension(word[:-1], _PARADIGMS["vocative-soft" if lower[-1] == "я" else "vocative"]))
    elif sex != "female" and lower[-1] not in "оеиуюэы":
        genitive = main.form(Shape("gent")) or ""
        if genitive[-1:] in ("а", "я"):
            soft = genitive[-1] == "я" or lower[-1] in SIBILANTS
            found.append(Declension(genitive[:-1], _PARADIGMS["possessive-ev" if soft else "possessive-ov"]))
    if len(word) > 3:
        found.append(
            Declension(word[:-1] if lower[-1] in "аяьй" else word, _PARADIGMS["pet-a" if sex == "female" else "pet"])
        )
    return found


def _counterpart(row: list[tuple[str, Shape]]) -> list[tuple[str, Shape]]:
    return [(ending, Shape(shape.case, shape.number, "counterpart")) for ending, shape in row]


def _inanimate(row: list[tuple[str, Shape]]) -> list[tuple[str, Shape]]:
    """The same endings of a place: its accusative is its nominative."""
    nominative = row[0][0]
    return [(nominative if shape.case == "accs" else ending, shape) for ending, shape in row]


_PARADIGMS: dict[str, Paradigm] = {
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


def part_of_public_name(name: str, sex: str) -> str:
    """Whether a public name of one word is declined as a given name (Марина) or as a surname (Ветрова)."""
    if from_dictionary(name, "given", sex):
        return "given"
    lower = name.casefold()
    surname = (*POSSESSIVE_SURNAME_F, *POSSESSIVE_SURNAME_M, "ский", "цкий", "ская", "цкая")
    return "family" if lower.endswith(surname) and len(name) > 4 else "given"


def inflect_name(name: str, sex: str, shape: Shape) -> str | None:
    """One word of a given name in a shape; the vocative is the nominative, and a diminutive the plain name."""
    if shape.case == "voct" or shape.derived == "pet":
        shape = Shape("nomn" if shape.case == "voct" else shape.case)
    for declension in decline(name, part_of_public_name(name, sex), sex):
        form = declension.form(shape)
        if form is not None:
            return form
    return None
