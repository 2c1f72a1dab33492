"""Names in scripts that they are not registered in.

Cyrillic to Latin has a dozen systems (passports, ISO 9, BGN, German, French, by ear). They are not all enumerated:
`latin_key` takes off what they differ in without changing the word (`kh` and `h`, `ya` and `ia`, doubled letters), and
only the letters that truly branch (`ж`: zh, z, j) are written out. Transliterations stand in the nominative only: an
inflected one is too often an English word (Ани, any).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

MOST_SPELLINGS = 24
"""Spellings that are written out for one word; a name seldom has more than three letters that branch."""

_LATIN: dict[str, tuple[str, ...]] = {
    "а": ("a",), "б": ("b",), "в": ("v",), "г": ("g",), "д": ("d",), "е": ("e",), "ж": ("zh", "z", "j"), "з": ("z",),
    "и": ("i",), "к": ("k",), "л": ("l",), "м": ("m",), "н": ("n",), "о": ("o",), "п": ("p",), "р": ("r",),
    "с": ("s",), "т": ("t",), "у": ("u",), "ф": ("f",), "х": ("h", "ch"), "ц": ("ts", "c", "z"), "ч": ("ch", "c"),
    "ш": ("sh", "s"), "щ": ("shch", "sch", "sh", "sc"), "ъ": ("",), "ы": ("i",), "ь": ("",), "э": ("e",),
    "ю": ("iu", "u"), "я": ("ia",),
}  # fmt: skip
_MERGED = (
    ("tch", "ch"), ("tsch", "ch"), ("schtsch", "shch"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("kh", "h"),
    ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("q", "k"), ("w", "v"), ("x", "ks"), ("tz", "ts"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("j", "y"), ("y", "i"), ("io", "e"), ("ie", "e"), ("ii", "i"),
    *((2 * letter, letter) for letter in "abcdefghiklmnoprstuvz"),
)  # fmt: skip
_CYRILLIC: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("shch", ("щ",)), ("sch", ("щ", "ш")), ("dzh", ("дж",)), ("tch", ("ч",)), ("zh", ("ж",)), ("kh", ("х",)),
    ("gh", ("г",)), ("ts", ("ц",)), ("tz", ("ц",)), ("ch", ("ч", "х")), ("sh", ("ш",)), ("ph", ("ф",)), ("th", ("т",)),
    ("yu", ("ю",)), ("iu", ("ю", "иу")), ("ya", ("я",)), ("ia", ("ия", "я", "иа")), ("yo", ("е",)), ("ye", ("е",)),
    ("ee", ("и",)), ("oo", ("у",)), ("ou", ("у",)), ("ck", ("к",)), ("qu", ("кв",)),
    ("a", ("а",)), ("b", ("б",)), ("c", ("к", "ц")), ("d", ("д",)), ("e", ("е", "э")), ("f", ("ф",)), ("g", ("г",)),
    ("h", ("х", "г", "")), ("i", ("и",)), ("j", ("дж", "ж", "и")), ("k", ("к",)), ("l", ("л", "ль")), ("m", ("м",)),
    ("n", ("н",)), ("o", ("о",)), ("p", ("п",)), ("q", ("к",)), ("r", ("р",)), ("s", ("с",)), ("t", ("т",)),
    ("u", ("у",)), ("v", ("в",)), ("w", ("в", "у")), ("x", ("кс", "х")), ("y", ("и", "ы")), ("z", ("з",)),
)  # fmt: skip
_ARABIC_FROM_LATIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("shch", ("شتش", "ش")), ("sch", ("ش",)), ("ch", ("تش", "ش")), ("sh", ("ش",)), ("zh", ("ج",)), ("kh", ("خ",)),
    ("gh", ("غ",)), ("ts", ("تس",)), ("ia", ("يا", "ا")), ("ya", ("يا",)), ("iu", ("يو",)), ("yu", ("يو",)),
    ("a", ("ا", "")), ("b", ("ب",)), ("c", ("ك",)), ("d", ("د",)), ("e", ("ي", "")), ("f", ("ف",)),
    ("g", ("غ", "ج")), ("h", ("ه", "خ")), ("i", ("ي",)), ("j", ("ج", "دج")), ("k", ("ك",)), ("l", ("ل",)), ("m", ("م",)),
    ("n", ("ن",)), ("o", ("و",)), ("p", ("ب",)), ("q", ("ق",)), ("r", ("ر",)), ("s", ("س",)), ("t", ("ت",)),
    ("u", ("و",)), ("v", ("ف",)), ("w", ("و",)), ("x", ("كس",)), ("y", ("ي",)), ("z", ("ز",)),
)  # fmt: skip
_FROM_ARABIC: dict[str, tuple[str, ...]] = {
    "ا": ("a",), "ب": ("b",), "ت": ("t",), "ث": ("t", "s"), "ج": ("j", "g"), "ح": ("h",), "خ": ("h",), "د": ("d",),
    "ذ": ("d", "z"), "ر": ("r",), "ز": ("z",), "س": ("s",), "ش": ("sh",), "ص": ("s",), "ض": ("d",), "ط": ("t",),
    "ظ": ("z",), "ع": ("a", ""), "غ": ("g",), "ف": ("f",), "ق": ("k",), "ك": ("k",), "ل": ("l",), "م": ("m",),
    "ن": ("n",), "ه": ("h", "a"), "و": ("u", "v", "o"), "ي": ("i",), "ء": ("",),
}  # fmt: skip
_LONG = frozenset("اويعء")


def latin_key(text: str) -> str:
    """Folded Latin words with what transliterations differ in taken off; lines and spaces stay."""
    for spelled, merged in _MERGED:
        text = text.replace(spelled, merged)
    return text


def latin_spellings(word: str) -> Iterator[str]:
    """A folded Cyrillic word in Latin letters, in every spelling that `latin_key` does not merge."""
    variants = [_LATIN.get(letter, (letter,)) for letter in word.replace("дж", "\ue000")]
    variants = [("j", "z", "dz") if letter == ("\ue000",) else letter for letter in variants]
    if word.endswith("в"):
        variants[-1] = ("v", "f")
    yield from ("".join(letters) for letters in islice(product(*variants), MOST_SPELLINGS))


def latin_from_arabic(word: str) -> Iterator[str]:
    """A folded Arabic word in Latin letters, with each short vowel that may stand between two consonants."""
    variants: list[tuple[str, ...]] = []
    for index, letter in enumerate(word):
        if index and letter not in _LONG and word[index - 1] not in _LONG:
            variants.append(("a", "u", "i", "") if index == 1 else ("a", "i", "", "u"))
        last_ha = letter == "ه" and index == len(word) - 1
        variants.append(("a", "ah") if last_ha else _FROM_ARABIC.get(letter, (letter,))[: 2 if index else 3])
    yield from ("".join(letters) for letters in islice(product(*variants), 4 * MOST_SPELLINGS))


def cyrillic_spellings(word: str) -> Iterator[str]:
    """A folded Latin word in Cyrillic letters."""
    yield from _spelled(word, _CYRILLIC, MOST_SPELLINGS // 3)


def arabic_spellings(word: str) -> Iterator[str]:
    """A folded Latin word in Arabic letters, its vowels written or left out."""
    yield from _spelled(word, _ARABIC_FROM_LATIN, 2 * MOST_SPELLINGS)


def _spelled(word: str, table: tuple[tuple[str, tuple[str, ...]], ...], most: int) -> Iterator[str]:
    variants: list[tuple[str, ...]] = []
    index = 0
    while index < len(word):
        for spelled, letters in table:
            if word.startswith(spelled, index):
                variants.append(letters)
                index += len(spelled)
                break
        else:
            variants.append((word[index],))
            index += 1
    yield from ("".join(letters) for letters in islice(product(*variants), most))
