"""Tajik: plural, possessive endings, izofat, -ро and the indefinite -е, written onto the end of a noun phrase.

Rules after the Tajik orthography of 2021 and Perry, A Tajik Persian Reference Grammar (2005), chapters 2 and 3.
"""

from __future__ import annotations

from safelight.text.inflection.agglutination import Agglutination, Chain

VARIANTS: dict[str, tuple[str, ...]] = {
    "plur": ("ҳо", "хо", "он", "ён", "гон", "вон"), "hon": ("ҷон", "хон", "бону", "бек", "джон"),
    "p1": ("ам", "ям"), "p2": ("ат", "ят"), "p3": ("аш", "яш"),
    "p1p": ("амон", "ямон"), "p2p": ("атон", "ятон"), "p3p": ("ашон", "яшон"),
    "izof": ("и", "йи"), "one": ("е",), "kind": ("ӣ", "гӣ", "вӣ"), "accs": ("ро",),
    "is": ("аст", "ст", "ем", "ед", "анд", "янд"), "and": ("у", "ю", "ву"), "too": ("ку",),
}  # fmt: skip
ORDER = (
    ("hon",),
    ("plur",),
    ("p1", "p2", "p3", "p1p", "p2p", "p3p", "izof", "one", "kind"),
    ("accs",),
    ("is", "and", "too"),
)
VOWELS = "аеёиоуэюяӣӯ"


def write(word: str, meaning: str, before: Chain) -> str | None:
    """`word` with one suffix; after а and о the possessives stay -ам (bobo-am is written бобоям: a glide)."""
    last = word.casefold()[-1:]
    glide = last in VOWELS
    stem = f"{word[:-1]}и" if last == "ӣ" else word  # the long letter stands at a word's end alone: Ҳодӣ, Ҳодиро
    endings = {"p1": "ам", "p2": "ат", "p3": "аш", "p1p": "амон", "p2p": "атон", "p3p": "ашон"}
    if meaning in endings:
        ending = endings[meaning]
        return stem + (ending.replace("а", "я", 1) if glide else ending)
    simple = {
        "plur": "ҳо",
        "izof": "и",
        "one": "е",
        "accs": "ро",
        "is": "ст" if glide else "аст",
        "and": "ю" if glide else "у",
        "too": "ку",
        "hon": "",
    }
    if meaning not in simple:
        return None
    return (stem if simple[meaning] else word) + simple[meaning]


ALIKE = str.maketrans({"ӣ": "и", "ӯ": "у"})
TAJIK = Agglutination(VARIANTS, ORDER, write, ALIKE)
