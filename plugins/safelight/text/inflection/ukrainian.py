"""Ukrainian names: declension by endings.

Paradigms after the 2019 orthography (sections 69-110: four declensions, names of people, surnames). They are written
here because the licence of the Ukrainian dictionary for pymorphy3 is not clear: its package says both GPL-3 and MIT,
and the word list that it was made from allows no commercial use.
"""

from __future__ import annotations

from functools import lru_cache

from safelight.text.inflection.shape import Declension, Paradigm, Shape, cases
from safelight.text.inflection.ukrainian_paradigms import (
    ADJECTIVE_F,
    ADJECTIVE_M,
    ADJECTIVE_PLURAL,
    HARD_F,
    HARD_M,
    IYA_F,
    NO_CHANGE,
    O_M,
    PETS,
    PLACE_M,
    PLACE_SOFT,
    PLACE_Y,
    SIBILANT_M,
    SOFT_F,
    SOFT_M,
    SOFTENED,
    SURNAME_F,
    SURNAME_M,
    SURNAME_PLURAL,
    VELAR_M,
    Y_M,
    adjective,
    behind,
    paradigm,
    pet,
    velar,
)
from safelight.text.inflection.ukrainian_places import made_of_place

SIBILANTS = "жчшщ"
FIRST_NAMES = frozenset({"любов", "матвєв", "яків", "київ"})
"""Words with a surname's ending that are none."""
CHANGING = {
    "федір": "Федор", "антін": "Антон", "яків": "Яков", "прокіп": "Прокоп", "тиміш": "Тимош", "лев": "Лев",
    "олесь": "Олес", "ігор": "Ігор", "лазар": "Лазар", "сидір": "Сидор",
}  # fmt: skip
"""Given names whose stem is not that of the nominative."""
SOFT_R = frozenset({"ігор", "лазар"})


@lru_cache(maxsize=65536)
def decline(word: str, part: str, sex: str) -> tuple[Declension, ...]:
    """The declensions of one word of a name, the main one first; see `russian.decline`."""
    if part == "family":
        return _surname(word, sex)
    if part == "place":
        return _place(word)
    main = _given(word, part, sex)
    found = [main]
    lower = word.casefold()
    if part in ("given", "also") and sex != "male" and lower.endswith("ь"):
        found.append(Declension(word, paradigm(NO_CHANGE)))
    if part == "patronymic":
        return tuple(found)
    if len(word) > 3:
        stem = word[:-1] if lower[-1] in "аяьйо" else word
        found += [Declension(stem, pet(middle)) for middle in PETS]
    if lower[-1] in "ая" and len(word) > 3:
        suffix = "їн" if lower.endswith("ія") else "ин"
        found.append(Declension(word[:-1], adjective("possessive", suffix)))
    elif sex != "female" and lower[-1] not in "аеєиіїоуюя":
        genitive = main.form(Shape("gent")) or ""
        if genitive[-1:] in ("а", "я"):
            suffix = "єв" if lower[-1] == "й" else "ев" if genitive[-1] == "я" or lower[-1] in SIBILANTS else "ов"
            found.append(Declension(genitive[:-1], adjective("possessive", suffix)))
    return tuple(found)


def _given(word: str, part: str, sex: str) -> Declension:
    lower = word.casefold()
    last = lower[-1]
    if part == "patronymic" and lower.endswith("ич"):
        return Declension(word, paradigm(SIBILANT_M))
    if last in "ая" and len(word) > 1:
        return _first(word)
    if last == "ь" and sex == "female":
        return _third(word)
    if sex == "female" and last == "в" and lower.endswith("ов"):
        # Любов: third declension without a soft sign, an apostrophe before ю.
        return Declension(word, paradigm("- і і - 'ю/ю і е"))
    if sex == "female" or last in "еєиіїуюэ":
        return Declension(word, paradigm(NO_CHANGE))
    if last == "о":
        if lower[-2:-1] in "гкх":
            return Declension(word[:-1], paradigm("о а у/ові а ом у/ові у"))
        return Declension(word[:-1], paradigm(O_M))
    return _second(word)


def _first(word: str) -> Declension:
    lower = word.casefold()
    before = lower[-2]
    if lower[-1] == "я":
        return Declension(word[:-1], paradigm(IYA_F if before in "іїаеоує" else SOFT_F))
    if before in SOFTENED:
        return Declension(word[:-2], velar(before))
    if before in SIBILANTS:
        return Declension(word[:-1], paradigm("а і і у ею і о/е"))
    return Declension(word[:-1], paradigm(HARD_F.format("", "")))


def _third(word: str) -> Declension:
    stem = word[:-1]
    last, before = stem[-1:], stem[-2:-1].casefold()
    doubled = last if before in "аеєиіїоуюя" and last.casefold() not in "бпвмфр" else ""
    return Declension(stem, paradigm(f"ь і і ь {doubled.casefold()}ю і е"))


def _second(word: str) -> Declension:
    lower = word.casefold()
    if lower in CHANGING:
        stem = CHANGING[lower]
        soft = lower in SOFT_R or lower == "олесь"
        row = "я ю/еві я ем і/еві/ю ю" if soft else "а у/ові а ом і/ові/у е"
        nominative = lower[_common(lower, stem.casefold()) :]
        changed = stem[_common(lower, stem.casefold()) :].casefold()
        front = word[: _common(lower, stem.casefold())]
        return Declension(front, Paradigm([(nominative, Shape()), *((changed + e, s) for e, s in behind(row))]))
    if lower[-1] == "й":
        return Declension(word[:-1], paradigm(Y_M))
    if lower[-1] == "ь":
        return Declension(word[:-1], paradigm(SOFT_M))
    row = SIBILANT_M if lower[-1] in SIBILANTS else VELAR_M if lower[-1] in "гкх" else HARD_M
    return Declension(word, paradigm(row))


def _common(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length


IN_M, IN_F = ("ов", "ев", "єв", "їв", "ів", "ин", "ін", "їн"), ("ова", "ева", "єва", "ина", "іна", "їна")


def _surname(word: str, sex: str) -> tuple[Declension, ...]:
    lower = word.casefold()
    if sex != "male" and lower.endswith(IN_F) and len(word) > 3:
        base = word[:-1]
        return (
            Declension(base, paradigm(SURNAME_F)), Declension(base, paradigm(SURNAME_PLURAL, "plur")),
            Declension(base, paradigm(SURNAME_M, derived="counterpart")),
        )  # fmt: skip
    if sex != "female" and lower.endswith(IN_M) and len(word) > 2:
        return (
            Declension(word, paradigm(SURNAME_M)), Declension(word, paradigm(SURNAME_PLURAL, "plur")),
            Declension(word, paradigm(SURNAME_F, derived="counterpart")),
        )  # fmt: skip
    if lower.endswith(("ська", "цька", "зька")) and sex != "male":
        base = word[:-1]
        return (
            Declension(base, paradigm(ADJECTIVE_F)), Declension(base, paradigm(ADJECTIVE_PLURAL, "plur")),
            Declension(base, paradigm(ADJECTIVE_M, derived="counterpart")),
        )  # fmt: skip
    if lower.endswith("ий") and sex != "female" and len(word) > 4:
        base = word[:-2]
        return (
            Declension(base, paradigm(ADJECTIVE_M)), Declension(base, paradigm(ADJECTIVE_PLURAL, "plur")),
            Declension(base, paradigm(ADJECTIVE_F, derived="counterpart")),
        )  # fmt: skip
    if lower[-1] in "ая" and len(word) > 2:
        return (_first(word),)
    if sex == "female" or lower[-1] in "еєиіїуюэ":
        return (Declension(word, paradigm(NO_CHANGE)),)
    if lower.endswith("ко"):
        found = [Declension(word[:-1], paradigm("о а у/ові а ом у/ові у"))]
    elif lower.endswith("о"):
        found = [Declension(word[:-1], paradigm(O_M))]
    elif lower.endswith("ець") and len(word) > 5:
        found = [
            Declension(
                word[:-3], Paradigm([("ець", Shape()), *(("ц" + e, s) for e, s in behind("я ю/еві я ем і/еві/ю ю"))])
            )
        ]
    else:
        found = [_second(word)]
    if sex != "male":
        found.append(Declension(word, paradigm(NO_CHANGE)))
    return tuple(found)


def _place(word: str) -> tuple[Declension, ...]:
    lower = word.casefold()
    last = lower[-1]
    if last in "ая" and len(word) > 2 and not lower.endswith(("ська", "цька")):
        main = _first(word)
    elif lower.endswith(("ська", "цька")):
        main = Declension(word[:-1], paradigm(ADJECTIVE_F))
    elif last == "о":
        main = Declension(word[:-1], Paradigm([*cases("о а у о ом і/у"), *cases(NO_CHANGE)]))
    elif last in "еєиіїуюэ":
        main = Declension(word, paradigm(NO_CHANGE))
    elif last == "ь":
        main = Declension(word[:-1], paradigm(PLACE_SOFT))
    elif last == "й":
        main = Declension(word[:-1], paradigm(PLACE_Y))
    elif lower.endswith("ів") and len(word) > 4:
        main = Declension(
            word[:-2],
            Paradigm(
                [
                    ("ів", Shape()),
                    ("ів", Shape("accs")),
                    *(("ов" + e, s) for e, s in cases("- а у - ом і") if s.case not in ("nomn", "accs")),
                ]
            ),
        )
    elif lower.endswith(("ськ", "град", "бург", "город")):
        main = Declension(word, paradigm("- а у/ові - ом у/і е"))
    elif lower.endswith("стан"):
        main = Declension(word, paradigm("- у у/ові - ом і е"))
    else:
        main = Declension(word, paradigm(PLACE_M))
    return (main, *made_of_place(word))


def from_russian(word: str, part: str) -> str:
    """A Russian patronymic as Ukrainian forms it: Руслановна, Русланівна. Other words are returned as they are."""
    if part == "patronymic":
        for russian, ukrainian in (("овна", "івна"), ("евна", "ївна" if word[-5:-4] in "аеиоуяі" else "івна")):
            if word.endswith(russian):
                return word[: -len(russian)] + ukrainian
    return word


_RESPELLED = str.maketrans({"и": "і", "ы": "и", "э": "е", "И": "І", "Э": "Е", "ё": "йо"})


def respelled(word: str, part: str) -> str:
    """A name in Russian spelling as Ukrainian spells it (Залина, Заліна; Зинаида, Зінаїда; section 129)."""
    spelled = from_russian(word, part).translate(_RESPELLED)
    for vowel in "аеоуі":
        spelled = spelled.replace(f"{vowel}і", f"{vowel}ї") if vowel != "і" else spelled
        spelled = spelled.replace(f"{vowel}е", f"{vowel}є")
    if spelled.endswith("ск"):
        spelled += "ь"
    return spelled.replace("ськь", "ськ").replace("скь", "ськ").replace("ський", "ський")


def inflect_name(name: str, sex: str, shape: Shape) -> str | None:
    """One word of a given name in a shape, a diminutive as the plain name; None where it has none."""
    if shape.derived == "pet":
        shape = Shape(shape.case)
    surname = ("ова", "ева", "єва", "їва", "ська", "цька", "ов", "єв", "їв", "ський", "цький", "енко")
    part = "family" if name.casefold().endswith(surname) and name.casefold() not in FIRST_NAMES else "given"
    for declension in decline(name, part, sex):
        form = declension.form(shape)
        if form is not None:
            return form
    return name if shape.case == "voct" else None
