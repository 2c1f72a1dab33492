"""Uzbek, in Latin and in Cyrillic letters: suffixes without harmony, the dative following the last consonant.

Rules after the Uzbek orthography of 1995 (paragraphs 33 and following) and Bodrogligeti, Uzbek (Lincom, 2003).
"""

from __future__ import annotations

from safelight.text.inflection.agglutination import Agglutination, Chain

VARIANTS_LATIN: dict[str, tuple[str, ...]] = {
    "plur": ("lar",),
    "p1": ("im", "m"), "p2": ("ing", "ng"), "p3": ("i", "si"), "p1p": ("imiz", "miz"), "p2p": ("ingiz", "ngiz"),
    "hon": ("xon", "jon", "oy", "bek", "bonu", "hon"),
    "gent": ("ning",), "accs": ("ni",), "datv": ("ga", "ka", "qa"), "loct": ("da", "ta"), "ablt": ("dan", "tan"),
    "of": ("niki",), "at": ("dagi", "tagi"), "like": ("day", "dek", "cha"), "till": ("gacha", "kacha", "qacha"),
    "with": ("li",), "without": ("siz",), "kind": ("lik",), "am": ("man",), "is": ("dir",),
    "ask": ("mi",), "and": ("u", "yu"), "too": ("ku",),
}  # fmt: skip
ORDER = (
    ("hon",),
    ("plur",),
    ("p1", "p2", "p3", "p1p", "p2p"),
    ("gent", "accs", "datv", "loct", "ablt", "of", "at", "like", "till", "with", "without", "kind", "am"),
    ("is", "ask", "and", "too"),
)
CYRILLIC = {
    "a": "а", "b": "б", "c": "ч", "d": "д", "e": "е", "g": "г", "h": "ҳ", "i": "и", "j": "ж", "k": "к", "l": "л", "m": "м",
    "n": "н", "o": "о", "q": "қ", "r": "р", "s": "с", "t": "т", "u": "у", "x": "х", "z": "з",
}  # fmt: skip


def _cyrillic(suffix: str) -> str:
    for latin, cyrillic in (("ch", "ч"), ("yu", "ю"), ("oy", "ой"), ("ay", "ай")):
        suffix = suffix.replace(latin, cyrillic)
    return "".join(CYRILLIC.get(letter, letter) for letter in suffix)


ALPHABET = (
    ("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("ye", "е"), ("v", "в"), ("f", "ф"),
    ("p", "п"), ("y", "й"), ("'", "ъ"), *CYRILLIC.items(),
)  # fmt: skip
"""The two alphabets of Uzbek, longest first (decree of 1993 on the Latin alphabet, as amended in 1995)."""


def in_cyrillic(text: str) -> str:
    """Latin Uzbek in Cyrillic letters, capitals kept: Shuhrat, Oʻgʻiloy, janubdagi qishloq."""
    words = []
    for word in text.split(" "):
        spelt = word.casefold()
        for sign in "ʻʼ‘’`":
            spelt = spelt.replace(sign, "'")
        spelt = "э" + spelt[1:] if spelt.startswith("e") else spelt
        for latin, cyrillic in ALPHABET:
            spelt = spelt.replace(latin, cyrillic)
        words.append(spelt[:1].upper() + spelt[1:] if word[:1].isupper() else spelt)
    return " ".join(words)


VARIANTS_CYRILLIC = {meaning: tuple(map(_cyrillic, variants)) for meaning, variants in VARIANTS_LATIN.items()}
VOWELS = "aeiouаеёиоуэюяў"


def _latin(word: str, meaning: str, before: Chain) -> str | None:
    plain = word.casefold().replace("ʻ", "'").replace("‘", "'").replace("ʼ", "'").replace("’", "'")
    vowel = plain[-1:] in VOWELS or plain.endswith("o'")
    possessed = before[-1:] == ("p3",)
    stem = word
    if meaning in ("p1", "p2", "p3", "p1p", "p2p") and len(word) > 4 and not vowel:
        stem = word[:-1] + {"k": "g", "q": "gʻ"}.get(word[-1], word[-1])  # Malik, Maligi
    dative = "qa" if plain[-1:] == "q" else "ka" if plain[-1:] in "kg" and not plain.endswith("ng") else "ga"
    suffix = {
        "plur": "lar", "p1": "m" if vowel else "im", "p2": "ng" if vowel else "ing", "p3": "si" if vowel else "i",
        "p1p": "miz" if vowel else "imiz", "p2p": "ngiz" if vowel else "ingiz",
        "gent": "ning", "accs": "ni", "datv": dative, "loct": "da", "ablt": "dan", "of": "niki", "at": "dagi", "like": "dek",
        "till": dative + "cha", "without": "siz", "ask": "mi", "and": "yu" if vowel else "u", "am": "man", "is": "dir",
        "too": "ku", "hon": "",
    }.get(meaning)  # fmt: skip
    if suffix is None:
        return None
    return (word if possessed else stem) + suffix


def _written_cyrillic(word: str, meaning: str, before: Chain) -> str | None:
    last = word.casefold()[-1:]
    vowel = last in VOWELS
    stem = word
    if meaning in ("p1", "p2", "p3", "p1p", "p2p") and len(word) > 4 and not vowel:
        stem = word[:-1] + {"к": "г", "қ": "ғ"}.get(word[-1], word[-1])
    dative = "қа" if last == "қ" else "ка" if last in "кг" else "га"
    suffix = {
        "plur": "лар", "p1": "м" if vowel else "им", "p2": "нг" if vowel else "инг", "p3": "си" if vowel else "и",
        "p1p": "миз" if vowel else "имиз", "p2p": "нгиз" if vowel else "ингиз",
        "gent": "нинг", "accs": "ни", "datv": dative, "loct": "да", "ablt": "дан", "of": "ники", "at": "даги", "like": "дек",
        "till": dative + "ча", "without": "сиз", "ask": "ми", "and": "ю" if vowel else "у", "am": "ман", "is": "дир",
        "too": "ку", "hon": "",
    }.get(meaning)  # fmt: skip
    return None if suffix is None else stem + suffix


UZBEK_LATIN = Agglutination(VARIANTS_LATIN, ORDER, _latin, {})
UZBEK_CYRILLIC = Agglutination(VARIANTS_CYRILLIC, ORDER, _written_cyrillic, {})
