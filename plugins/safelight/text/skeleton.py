"""Skeletons: what the spellings of one name in Latin and in Cyrillic letters share, whichever system wrote them.

The letters of both scripts become one small alphabet, in which the differences between romanisations (GOST, ICAO, BGN,
scientific, French, the passport's, common use) and between Russian and Central Asian spellings of one name fall away:
Khadizha, Hadija, Xadija, Хадижа, Ҳадиҷа, Хадиджа are one. So a name that is registered in one script is found in the
other, also inflected, without listing its spellings. The systems of the `iuliia` package are the proof in the tests.
"""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 4
"""Letters of the shortest skeleton that is trusted; shorter ones meet too many ordinary words."""
CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "э": "e",
        "ж": "j", "ҷ": "j", "җ": "j", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "ы": "i", "ӣ": "i", "к": "k",
        "қ": "k", "ҡ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "u", "ө": "u", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ү": "u", "ұ": "u", "ӯ": "u", "ў": "u", "ф": "f", "х": "h", "ҳ": "h", "һ": "h", "ц": "z",
        "ч": "c", "ш": "w", "щ": "w", "ъ": "", "ь": "", "ю": "iu", "я": "ia", "ә": "a",
    }
)  # fmt: skip
LATIN = {
    "shch": "w", "chtch": "w", "shtch": "w", "shh": "w", "tc": "z", "cz": "z", "gue": "ge", "gui": "gi", "sch": "w", "tch": "c", "dzh": "j", "kh": "h", "zh": "j", "ch": "c", "sh": "w", "ts": "z", "tz": "z",
    "ph": "f", "th": "t", "gh": "g", "ck": "k", "dj": "j", "ou": "u", "oo": "u", "ee": "i", "y": "i", "w": "v",
    "q": "k", "o": "u", "ce": "ze", "ci": "zi", "cy": "zi", "c": "k", "š": "w", "ž": "j", "č": "c", "ŝ": "w", "ı": "i",
}  # fmt: skip
"""Latin letters and groups to the letters of skeletons; w stands for ш, c for ч, j for ж, z also for ц."""
_GROUPS = re.compile("|".join(sorted(LATIN, key=len, reverse=True)))
_REPEATED = re.compile(r"(.)\1+")
TWO_WAYS = (
    (re.compile("x"), ("h", "ks")), (re.compile("j"), ("j", "i")), (re.compile("(?<![st])c(?![hkz])"), ("k", "ts")),
    (re.compile("(?<![st])ch"), ("ch", "sh")),
)  # fmt: skip
"""Latin letters that systems use for different sounds: x (Uzbek, or ks), j (Zhanna, or Julija), c (k, or ц), ch (French)."""
_TWO_WAYS = re.compile("[xj]|(?<!s)c(?!k)")


def skeleton(word: str) -> str:
    """The skeleton of a folded word in either script; other scripts and digits stay as they are."""
    if "\u0400" <= word[:1] <= "\u052f":
        return _reduced(word.translate(CYRILLIC))
    if word.startswith("eh") and word[2:3] not in "aeiou":
        word = "e" + word[2:]  # GOST 16876's э
    return _reduced(_GROUPS.sub(lambda found: LATIN[found.group()], word))


@lru_cache(maxsize=65536)
def skeletons(word: str) -> tuple[str, ...]:
    """Every skeleton of a folded word: more than one only for Latin letters that stand for different sounds."""
    if "\u0400" <= word[:1] <= "\u052f" or not _TWO_WAYS.search(word):
        return (skeleton(word),)
    words = [word]
    for letters, sounds in TWO_WAYS:
        if letters.search(word):
            words = [letters.sub(sound, one) for one in words for sound in sounds]
    return tuple(dict.fromkeys(map(skeleton, words)))


_MARKS_OFF = str.maketrans({"ш": "с", "ж": "з", "я": "а", "ю": "у", "э": "е"})


def marks_off(word: str) -> tuple[str, ...]:
    """A Cyrillic word as it sounds when the marks of š ž č ŝ â û (ISO 9, scientific) are taken off, as reading does."""
    ways = dict.fromkeys((word.replace("щ", "с"), word.replace("щ", "шч")))
    found = (re.sub("ч(?=[еиіэ])", "ц", way).replace("ч", "к").translate(_MARKS_OFF) for way in ways)
    return tuple(way for way in found if way != word)


def _reduced(letters: str) -> str:
    letters = letters.replace("dj", "j").replace("dz", "z").replace("ts", "z").replace("ng", "n").replace("au", "av")
    letters = _REPEATED.sub(lambda found: found[1], letters).replace("ie", "e")
    letters = letters.replace("giu", "gu").replace("kiu", "ku")
    return letters[:-1] if letters.endswith("ah") and len(letters) > 5 else letters


TO_CYRILLIC = {
    "shch": "щ", "sch": "щ", "dzh": "дж", "kh": "х", "zh": "ж", "ch": "ч", "sh": "ш", "ts": "ц", "ya": "я", "yu": "ю",
    "yo": "ё", "ye": "е", "ia": "ия", "iy": "ий", "iu": "ю", "gh": "г", "ph": "ф", "a": "а", "b": "б", "c": "к", "d": "д",
    "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п",
    "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "х", "y": "ы", "z": "з",
}  # fmt: skip
_TO_CYRILLIC = re.compile("|".join(sorted(TO_CYRILLIC, key=len, reverse=True)))


def to_cyrillic(word: str) -> str:
    """One Cyrillic spelling of a folded Latin name, to be declined: what is wrong about it falls away in its skeleton."""
    spelled = re.sub(r"(?<=[aeou])y(?![aeiou])", "й", word)
    return _TO_CYRILLIC.sub(lambda found: TO_CYRILLIC[found.group()], spelled)


TO_LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "ғ": "gʻ", "д": "d", "е": "e", "ё": "yo", "є": "ye", "э": "e",
        "ж": "zh", "ҷ": "j", "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "ы": "y", "ӣ": "i", "к": "k", "қ": "q",
        "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ү": "u", "ӯ": "u", "ў": "oʻ", "ф": "f", "х": "kh", "ҳ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
        "ъ": "", "ь": "", "ю": "yu", "я": "ya", "ә": "a",
    }
)  # fmt: skip


def to_latin(word: str) -> str:
    """One Latin spelling of a Cyrillic word (BGN/PCGN, simplified), for addresses and for text in Latin letters."""
    return word.casefold().translate(TO_LATIN)
