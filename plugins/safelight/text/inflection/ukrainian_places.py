"""What Ukrainian makes of a place: its adjectives and the names of its people, by stem and suffix."""

from __future__ import annotations

from safelight.text.inflection.shape import Declension, Paradigm, cases
from safelight.text.inflection.ukrainian_paradigms import adjective

RELATIONAL_MIDDLES = (
    "ськ", "івськ", "ївськ", "инськ", "їнськ", "інськ", "анськ", "янськ", "ійськ", "йськ", "ньськ", "енськ", "цьк", "ецьк", "зьк", "льськ",
)  # fmt: skip
DEMONYMS = Paradigm(
    [
        (middle + ending, shape)
        for middle, row in (
            ("ець", "-"), ("єць", "-"), ("ц", "я еві я ем еві"), ("ц", "і ів ям ів ями ях"), ("йц", "я еві я ем еві"), ("йц", "і ів ям ів ями ях"),
            ("к", "а и - у ою -"), ("ц", "- - і - - і"), ("йк", "а и - у ою -"), ("янин", "- а у а ом і"), ("ян", "и - ам - ами ах"),
            ("янк", "а и - у ою -"), ("анин", "- а у а ом і"), ("ан", "и - ам - ами ах"), ("анк", "а и - у ою -"), ("чанин", "- а у а ом і"),
            ("чан", "и - ам - ами ах"), ("чанк", "а и - у ою -"), ("чанц", "- - і - - і"), ("ит", "- а у а ом і"), ("итк", "а и - у ою -"),
            ("ич", "- а у а ем і"), ("ичк", "а и - у ою -"), ("як", "- а у а ом у"), ("ячк", "а и - у ою -"), ("івк", "а и - у ою -"),
            ("івець", "-"), ("івц", "я еві я ем еві"), ("івц", "і ів ям ів ями ях"),
        )
        for soft in ("", "ь")
        for ending, shape in cases(row, derived="demonym")
        for middle in (soft + middle,)
        if ending or middle[-1] not in "кц"
    ]
)  # fmt: skip
"""What a place makes of its people: too varied to be written for another place, so these forms are only found."""


def made_of_place(word: str) -> tuple[Declension, ...]:
    """The declensions of every word that may be made of a place's name."""
    tables = (*(adjective("relational", middle) for middle in RELATIONAL_MIDDLES), DEMONYMS)
    return tuple(Declension(stem, table) for stem in place_stems(word) for table in tables)


def place_stems(word: str) -> tuple[str, ...]:
    """What adjectives and the names of people are made of: Одеса, оде-ський; Київ, киї-вський; Прага, пра-зький."""
    base = word.rstrip("аяьйоиієеуюї") if word[-1:].casefold() in "аяьйоиієеуюї" else word
    base = base if len(base) > 1 else word
    found = [base]
    last = base[-1:].casefold()
    if word[-1:].casefold() == "ь":
        found.append(base + "ь")
    if base.casefold().endswith("ськ"):
        found.append(base[:-3])
    if last in "кцчгзжхшс":
        found.append(base[:-1])
    if last == "с":
        found.append(base[:-1] + "щ")  # Черкаси, черкащ-анка
    if last == base[-2:-1].casefold():
        found.append(base[:-2])  # Запоріжжя, запорі-зький
    if base[-2:-1].casefold() in "еіо" and len(base) > 3:
        found += [base[:-2] + base[-1], base[:-2] + "о" + base[-1]]  # Тернопіль, терноп-олянка
    if base.casefold().endswith("їв"):
        found.append(base[:-2])  # Київ, ки-янка
        found.append(base[:-1])
    return tuple(dict.fromkeys(found))
