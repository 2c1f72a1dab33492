"""Names in other scripts: Latin spellings of Cyrillic names, Arabic names with what is written onto them."""

from __future__ import annotations

from itertools import islice, product

CLITICS = (
    "",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "وب",
    "ول",
    "وك",
    "فب",
    "فل",
    "فك",
    "ال",
    "وال",
    "بال",
    "فال",
    "كال",
    "لل",
    "ولل",
    "أ",
)
"""Conjunctions and prepositions (and the article) that Arabic writes onto the next word."""
LATIN: dict[str, tuple[str, ...]] = {
    "а": ("a",), "б": ("b",), "в": ("v",), "г": ("g",), "д": ("d",), "е": ("e", "ye"), "ё": ("e", "yo"), "ж": ("zh", "j"),
    "з": ("z",), "и": ("i",), "й": ("y", "i", "j"), "к": ("k",), "л": ("l",), "м": ("m",), "н": ("n",), "о": ("o",),
    "п": ("p",), "р": ("r",), "с": ("s",), "т": ("t",), "у": ("u",), "ф": ("f",), "х": ("kh", "h", "x"), "ц": ("ts", "c"),
    "ч": ("ch",), "ш": ("sh",), "щ": ("shch", "sch"), "ъ": ("",), "ы": ("y", "i"), "ь": ("",), "э": ("e",),
    "ю": ("yu", "iu", "ju"), "я": ("ya", "ia", "ja"), "і": ("i",), "ї": ("i", "yi"), "є": ("ie", "ye"), "ґ": ("g",),
    "ү": ("u", "ü"), "ө": ("o", "ö"), "ң": ("ng", "n"), "ҷ": ("j",), "ҳ": ("h",), "қ": ("q", "k"), "ғ": ("gh", "g"),
    "ӣ": ("i",), "ӯ": ("u",), "ў": ("o'", "u"),
}  # fmt: skip
"""Cyrillic letter to its Latin spellings in passports, GOST, BGN/PCGN and common use."""
MOST_SPELLINGS = 64
"""Most Latin spellings kept of one name; the first are the most usual."""


def is_cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic."""
    return any("\u0400" <= letter <= "\u04ff" for letter in word)


def is_arabic(word: str) -> bool:
    """Whether a word is written in Arabic script."""
    return any("\u0600" <= letter <= "\u06ff" for letter in word)


def latin_spellings(word: str) -> tuple[str, ...]:
    """Latin spellings of a folded Cyrillic word, at most `MOST_SPELLINGS`."""
    choices = [LATIN.get(letter, (letter,)) for letter in word]
    return tuple(dict.fromkeys("".join(parts) for parts in islice(product(*choices), MOST_SPELLINGS)))
