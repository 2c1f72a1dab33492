"""Search on a page that has no server behind it: which words stand in which texts, written as readers type them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

WORD = re.compile(r"[^\W_]+")
FEWEST_LETTERS = 2
"""Letters that a word must have to be looked for; numbers count whole."""

LETTERS: Mapping[str, str] = {
    # Signs inside words that keyboards write in many ways, or not at all.
    **dict.fromkeys("'’‘ʻʼ`´ʹ", ""),
    **dict.fromkeys("\u00ad\u200c\u200d\u0640", ""),  # soft hyphen, joiners, the Arabic kashida
    # Letters that a Russian keyboard lacks, as Tajik, Kyrgyz, Kazakh and Ukrainian speakers write them on one.
    "ғ": "г", "ґ": "г", "қ": "к", "ҳ": "х", "ҷ": "ч", "ң": "н", "ө": "о", "ү": "у", "ұ": "у", "һ": "х", "ә": "а",
    "і": "и", "є": "е", "ӣ": "и", "ӯ": "у",
    # Letters of Latin alphabets that no accent tells from another.
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae",
    # Arabic: the hamza is left out or sits elsewhere; ta marbuta and alif maqsura as they sound; Persian keyboards.
    "ٱ": "ا", "ى": "ي", "ة": "ه", "ء": "", "ک": "ك", "ی": "ي", "ہ": "ه",
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
}  # fmt: skip
"""What a letter is searched as, in every language, on both sides; accents and points go by Unicode's decomposition."""

OWN_LETTERS: Mapping[str, Mapping[str, str]] = {
    "uz": {
        "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "yo", "ж": "j", "з": "z", "и": "i",
        "й": "y", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ў": "o", "ф": "f", "х": "x", "ҳ": "h", "ц": "s", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i",
        "ь": "", "э": "e", "ю": "yu", "я": "ya",
    },
}  # fmt: skip
"""Uzbek has two alphabets in use: Cyrillic letters by the law on the Latin alphabet (1995), without its apostrophes."""

PREFIXES: Mapping[str, tuple[str, ...]] = {"ar": ("وال", "بال", "كال", "فال", "ال", "لل", "و")}
"""What is written onto the front of a word and is none of it: the article with the words before it, and `and`.

From the light stemmer for Arabic retrieval (Larkey, Ballesteros and Connell 2002, light10).
"""
FEWEST_LEFT = 3
"""Letters that must stay of a word whose front is cut [ibid.]."""


OFTEN = 3
"""A text is about a word that it says so many times, as if a heading had it."""


class Place(IntEnum):
    """Where in a text a word stands; the lower, the more it tells."""

    TITLE = 0
    HEADING = 1
    TEXT = 2


@dataclass(frozen=True)
class Searched:
    """One text as it is searched: its title, what stands out in it (summary, headings), and the rest; plain text."""

    title: str
    headings: str = ""
    text: str = ""


@dataclass(frozen=True)
class SearchData:
    """What the search page of a language carries: `words` to the places that they stand in, and how words are written.

    A place is the number of the text (from 0) times three, plus its `Place`; of several in one text, the best.
    """

    words: Mapping[str, Sequence[int]]
    letters: Mapping[str, str]
    prefixes: Sequence[str] = ()
    texts: int = field(default=0)

    def as_json(self) -> str:
        """The data for the page's script; words stand whole and in their letters, so that the gate can read them."""
        data = {"texts": self.texts, "letters": self.letters, "prefixes": self.prefixes, "words": self.words}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def search_data(texts: Iterable[Searched], code: str) -> SearchData:
    """The words of `texts` in a language, sorted, each with the places that it stands in."""
    found: defaultdict[str, dict[int, Place]] = defaultdict(dict)
    written: dict[str, tuple[str, ...]] = {}
    count = 0
    for number, one in enumerate(texts):
        count = number + 1
        for place, part in zip(Place, (one.title, one.headings, one.text), strict=True):
            counts: Counter[str] = Counter()
            for raw in part.split():
                if raw not in written:
                    written[raw] = words(raw, code)
                counts.update(written[raw])
            for word, times in counts.items():
                found[word].setdefault(number, min(place, Place.HEADING) if times >= OFTEN else place)
    index = {word: [3 * number + place for number, place in found[word].items()] for word in sorted(found)}
    return SearchData(index, letters(code), PREFIXES.get(code, ()), count)


def words(text: str, code: str) -> tuple[str, ...]:
    """The words of a text as they are searched: small letters without accents, and what is written onto them cut off.

    The page's script does the same to what a reader types (`theme/templates/partials/search.js`).
    """
    small = unicodedata.normalize("NFKC", text).lower()
    table = _table(code)
    apart = unicodedata.normalize("NFD", small.translate(table))
    bare = "".join(letter for letter in apart if unicodedata.category(letter)[0] != "M")
    cut = (_cut(word, code) for word in WORD.findall(bare.translate(table)))
    return tuple(word for word in cut if len(word) >= FEWEST_LETTERS or word.isdecimal())


def letters(code: str) -> Mapping[str, str]:
    """What each letter of a language is searched as, where it is not itself."""
    return {**LETTERS, **OWN_LETTERS.get(code, {})}


@cache
def _table(code: str) -> dict[int, str]:
    return str.maketrans(dict(letters(code)))


def _cut(word: str, code: str) -> str:
    for prefix in PREFIXES.get(code, ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= FEWEST_LEFT:
            return word[len(prefix) :]
    return word
