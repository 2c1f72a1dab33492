"""Kyrgyz: suffixes with vowel harmony (four-fold and two-fold) and assimilation of the first consonant.

Rules after the Kyrgyz orthography (2008) and Kara, Kyrgyz (Lincom, 2003), chapters 2 and 3.
"""

from __future__ import annotations

from itertools import product

from safelight.text.inflection.agglutination import Agglutination, Chain, last_vowel

VOWELS = "аоуыэеиөүяёю"
HIGH = {
    "а": "ы",
    "ы": "ы",
    "я": "ы",
    "о": "у",
    "у": "у",
    "ё": "у",
    "ю": "у",
    "э": "и",
    "е": "и",
    "и": "и",
    "ө": "ү",
    "ү": "ү",
}
"""The high vowel of a suffix after a word's last vowel."""
LOW = {
    "а": "а",
    "ы": "а",
    "я": "а",
    "о": "о",
    "у": "а",
    "ё": "о",
    "ю": "а",
    "э": "е",
    "е": "е",
    "и": "е",
    "ө": "ө",
    "ү": "ө",
}
"""The open vowel of a suffix after a word's last vowel."""
VOICELESS = "кпстфхцчшщ"
HIGHS = "ыиуү"


def _all(pattern: str) -> tuple[str, ...]:
    """The variants of a pattern, in letters made `ALIKE`: D and L change with the word before, I and A are vowels."""
    choices = {"D": "нд", "L": "лд", "G": "г", "B": "б", "d": "д", "I": "ы", "A": "а"}
    return tuple("".join(parts) for parts in product(*(choices.get(c, c) for c in pattern)))


VARIANTS: dict[str, tuple[str, ...]] = {
    "plur": _all("LAр"),
    "p1": (*_all("Iм"), "м"), "p2": (*_all("Iң"), "ң"), "p3": (*_all("I"), *_all("сI")),
    "p2f": (*_all("IңIз"), *_all("ңIз")), "p1p": (*_all("IбIз"), *_all("бIз")), "p2p": (*_all("IңAр"), *_all("ңAр")),
    "gent": _all("DIн"), "datv": (*_all("GA"), *_all("A"), *_all("нA")), "accs": (*_all("DI"), "н"),
    "loct": (*_all("dA"), *_all("ндA")), "ablt": (*_all("dAн"), *_all("нAн")),
    "of": _all("DIкI"), "at": (*_all("dAгI"), *_all("ндAгI")), "like": (*_all("dAй"), *_all("чA")),
    "with": _all("LII"), "without": _all("сIз"), "kind": _all("LIк"),
    "am": _all("мIн"), "ask": _all("BI"),
}  # fmt: skip
ORDER = (
    ("plur",),
    ("p1", "p2", "p3", "p2f", "p1p", "p2p"),
    ("gent", "datv", "accs", "loct", "ablt", "of", "at", "like", "with", "without", "kind", "am"),
    ("ask",),
)


def _high(word: str) -> str:
    return HIGH.get(last_vowel(word, VOWELS), "ы")


def _low(word: str) -> str:
    return LOW.get(last_vowel(word, VOWELS), "а")


def _ends(word: str) -> str:
    """`vowel`, `voiceless` or `voiced`: what a suffix's first consonant follows."""
    last = word.casefold().rstrip("ьъ")[-1:]
    return "vowel" if last in VOWELS else "voiceless" if last in VOICELESS else "voiced"


def write(word: str, meaning: str, before: Chain) -> str | None:
    """`word` with the suffix of `meaning`; `before` are the meanings already written (a possessor changes the case)."""
    high, low, ends = _high(word), _low(word), _ends(word)
    owned = before[-1] if before and before[-1].startswith("p") and before[-1] != "plur" else ""
    hard = "т" if ends == "voiceless" else "д"
    nasal = "н" if ends == "vowel" else hard
    if owned == "p3" and meaning in ("datv", "accs", "loct", "ablt", "at"):
        return (
            word
            + {"datv": f"н{low}", "accs": "н", "loct": f"нд{low}", "ablt": f"н{low}н", "at": f"нд{low}г{high}"}[meaning]
        )
    if owned in ("p1", "p2") and meaning == "datv":
        return word + low
    if meaning == "plur":
        liquid = "л" if ends == "vowel" or word.casefold()[-1:] in "йр" else hard
        return f"{word}{liquid}{low}р"
    if meaning in ("p1", "p2", "p3", "p2f", "p1p", "p2p"):
        return _possessed(word, meaning, ends)
    simple = {
        "gent": f"{nasal}{high}н", "accs": f"{nasal}{high}", "datv": ("к" if ends == "voiceless" else "г") + low,
        "loct": hard + low, "ablt": f"{hard}{low}н", "of": f"{nasal}{high}к{high}",
        "at": f"{hard}{low}г{_high(low)}", "like": f"{hard}{low}й", "without": f"с{high}з", "am": f"м{high}н",
        "ask": ("п" if ends == "voiceless" else "б") + high,
    }  # fmt: skip
    return word + simple[meaning] if meaning in simple else None


def _possessed(word: str, meaning: str, ends: str) -> str:
    voiced = {"к": "г", "п": "б"}
    stem = word
    if ends != "vowel" and len(word) > 3 and word[-1:] in voiced and word[-2:-1].casefold() in VOWELS:
        stem = word[:-1] + voiced[word[-1]]  # Айбек, Айбеги
    high = _high(word)
    wide = "ө" if high == "ү" else {"ы": "а", "и": "е", "у": "а"}[high]
    if meaning == "p3":
        return f"{stem}с{high}" if ends == "vowel" else f"{stem}{high}"
    link = "" if ends == "vowel" else high
    return (
        stem
        + {
            "p1": f"{link}м",
            "p2": f"{link}ң",
            "p2f": f"{link}ң{high}з",
            "p1p": f"{link}б{high}з",
            "p2p": f"{link}ң{wide}р",
        }[meaning]
    )


ALIKE = str.maketrans({"и": "ы", "у": "ы", "ү": "ы", "е": "а", "о": "а", "ө": "а", "т": "д", "к": "г", "п": "б"})
KYRGYZ = Agglutination(VARIANTS, ORDER, write, ALIKE)


def is_possessed(phrase: str) -> bool:
    """Whether a noun phrase ends in a third person possessive (`Чүй облусу`): its cases take an -н-."""
    last = phrase.split()[-1].casefold()
    return " " in phrase.strip() and len(last) > 3 and last[-1] in HIGHS
