"""Russian names: declension by the dictionary (OpenCorpora) where it knows the name in that sex, else by endings.

Foreign surnames and female names in a consonant by Rosenthal's handbook, sections 149-150.
"""

from __future__ import annotations

from functools import lru_cache

from safelight.text.inflection.russian_dictionary import SYMBOL, from_dictionary
from safelight.text.inflection.russian_paradigms import NO_CHANGE, PARADIGMS, SIBILANTS
from safelight.text.inflection.shape import Declension, Paradigm, Shape


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
        found.append(Declension(word[:-1], PARADIGMS["stressed-iya"]))
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
        return Declension(word, PARADIGMS["second-sibilant"])
    if lower[-1] in "ая" and len(word) > 1:
        return _first(word)
    if lower[-1] == "ь":
        return Declension(word[:-1], PARADIGMS["second-soft" if sex == "male" else "third"])
    if sex == "female" or lower[-1] in "оеиуюэыё":
        return Declension(word, PARADIGMS["none"])
    return _second(word)


def _first(word: str) -> Declension:
    lower = word.casefold()
    before = lower[-2]
    if lower[-1] == "я":
        return Declension(word[:-1], PARADIGMS["first-iya" if before == "и" else "first-soft"])
    name = (
        "first-velar" if before in "гкх" else "first-sibilant" if before in SIBILANTS
        else "first-ts" if before == "ц" else "first-hard"
    )  # fmt: skip
    return Declension(word[:-1], PARADIGMS[name])


def _second(word: str) -> Declension:
    lower = word.casefold()
    if lower[-1] == "й":
        return Declension(word[:-1], PARADIGMS["second-iy" if lower.endswith("ий") else "second-y"])
    if lower[-1] == "ь":
        return Declension(word[:-1], PARADIGMS["second-soft"])
    return Declension(word, PARADIGMS["second-sibilant" if lower[-1] in SIBILANTS + "ц" else "second"])


POSSESSIVE_SURNAME_F = ("ова", "ева", "ёва", "ина", "ына")
POSSESSIVE_SURNAME_M = ("ов", "ев", "ёв", "ин", "ын")


def _surname(word: str, sex: str) -> Declension:
    lower = word.casefold()
    if sex != "male" and lower.endswith(POSSESSIVE_SURNAME_F) and len(word) > 3:
        return Declension(word[:-1], PARADIGMS["surname-f"])
    if sex != "female" and lower.endswith(POSSESSIVE_SURNAME_M) and len(word) > 2:
        return Declension(word, PARADIGMS["surname-m"])
    if sex != "male" and lower.endswith("ая"):
        velar = lower[-3:-2] in "гкхжшчщ"
        return Declension(word[:-2], PARADIGMS["surname-adjective-f-velar" if velar else "surname-adjective-f"])
    if sex != "female" and lower.endswith(("ий", "ый", "ой")) and len(word) > 4:
        if lower.endswith("ий") and lower[-3] not in "гкхжшчщ":
            return _second(word)  # Юрий, Гиний: a name as a surname
        key = {"ий": "surname-adjective-m-velar", "ый": "surname-adjective-m", "ой": "surname-adjective-m-oy"}
        return Declension(word[:-2], PARADIGMS[key[lower[-2:]]])
    if lower.endswith(("ых", "их")) or lower[-1] in "оеиуюэыё":
        return Declension(word, PARADIGMS["none"])
    if lower[-1] in "ая" and len(word) > 2:
        # Surnames in an unstressed -а after a vowel (Гулиа) stay as they are.
        return Declension(word, PARADIGMS["none"]) if lower[-2] in "иу" and lower[-1] == "а" else _first(word)
    if sex == "female":
        return Declension(word, PARADIGMS["none"])
    return _second(word)


def _place(word: str) -> Declension:
    lower = word.casefold()
    last = lower[-1]
    if lower.endswith(("ская", "цкая", "ная", "вая", "лая", "рая")):
        return Declension(word[:-2], PARADIGMS["adjective-f"])
    if lower.endswith(("ский", "цкий")):
        return Declension(word[:-2], PARADIGMS["place-adjective-m-velar"])
    if lower.endswith(("ный", "лый", "рый")):
        return Declension(word[:-2], PARADIGMS["place-adjective-m"])
    if lower.endswith("ое"):
        return Declension(word[:-2], PARADIGMS["adjective-n"])
    if last in "ая" and len(word) > 2:
        return _first(word)
    if lower.endswith(("ово", "ево", "ёво", "ино", "ыно")):
        return Declension(word[:-1], PARADIGMS["neuter"])
    if last == "ы" and len(word) > 3:
        return Declension(word[:-1], PARADIGMS["plural-y"])
    if last == "и" and len(word) > 3:
        return Declension(word[:-1], PARADIGMS["plural-i"])
    if last in "оеиуюэыё":
        return Declension(word, PARADIGMS["none"])
    if last == "ь":
        return Declension(word[:-1], PARADIGMS["place-soft"])
    if last == "й":
        return Declension(word[:-1], PARADIGMS["place-iy" if lower.endswith("ий") else "place-y"])
    return Declension(word, PARADIGMS["place-sibilant" if last in SIBILANTS + "ц" else "place"])


def _derived(word: str, part: str, sex: str, main: Declension) -> list[Declension]:
    """What the language makes of the name: its plural, its adjectives, its diminutives."""
    lower = word.casefold()
    found: list[Declension] = []
    if part == "family":
        for endings, cut in ((POSSESSIVE_SURNAME_F, 1), (POSSESSIVE_SURNAME_M, 0)):
            if lower.endswith(endings) and len(word) - cut > 2:
                base = word[: len(word) - cut]
                counterpart = "counterpart-m" if cut else "counterpart-f"
                found += [Declension(base, PARADIGMS["surname-plural"]), Declension(base, PARADIGMS[counterpart])]
        if lower.endswith(("ский", "цкий", "ская", "цкая")):
            found.append(Declension(word[:-2], PARADIGMS["surname-plural-velar"]))
            other = "counterpart-adjective-m" if lower.endswith("ая") else "counterpart-adjective-f"
            found.append(Declension(word[:-2], PARADIGMS[other]))
        return found
    if part == "patronymic":
        if lower.endswith(("ович", "евич")):
            found.append(
                Declension(word[:-4] + ("ь" if lower.endswith("евич") else "") + "ыч", PARADIGMS["second-sibilant"])
            )
        return found
    if part == "place":
        for stem in place_stems(word):
            found.append(Declension(stem, PARADIGMS["relational"]))
            found.append(Declension(stem, PARADIGMS["demonym"]))
        return found
    if len(word) < 3:
        return found
    if lower[-1] in "ая":
        found.append(Declension(word[:-1], PARADIGMS["possessive-yn" if lower[-2] == "ц" else "possessive-in"]))
        if len(word) > 3 and lower[-2] not in "аеиоуыэюя":
            found.append(Declension(word[:-1], PARADIGMS["vocative-soft" if lower[-1] == "я" else "vocative"]))
    elif sex != "female" and lower[-1] not in "оеиуюэы":
        genitive = main.form(Shape("gent")) or ""
        if genitive[-1:] in ("а", "я"):
            soft = genitive[-1] == "я" or lower[-1] in SIBILANTS
            found.append(Declension(genitive[:-1], PARADIGMS["possessive-ev" if soft else "possessive-ov"]))
    if len(word) > 3:
        found.append(
            Declension(word[:-1] if lower[-1] in "аяьй" else word, PARADIGMS["pet-a" if sex == "female" else "pet"])
        )
    return found


def place_stems(word: str) -> tuple[str, ...]:
    """What adjectives and the names of people are made of: Одесса, одес-ский; Прага, праж-ский; Орёл, орл-овский."""
    base = word.rstrip("аяьйоиыеуюё") if word[-1:].casefold() in "аяьйоиыеуюё" else word
    base = base if len(base) > 1 else word
    found = [base]
    last, before = base[-1:].casefold(), base[-2:-1].casefold()
    if base.casefold().endswith(("ск", "цк")):
        found.append(base[:-2])
    if last in "кцч" or last == before:
        found.append(base[:-1])  # Бельцы, бель-цкий; Одесса, одес-ский
    if last in "гзх":
        found.append(base[:-1] + ("ш" if last == "х" else "ж"))
    if before in "её" and len(base) > 3:
        found.append(base[:-2] + base[-1])
    if last == "в" and before not in "аеёиоуыэюя":
        found.append(base[:-1] + "ов")  # Москва, москов-ский
    return tuple(dict.fromkeys(found))


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
