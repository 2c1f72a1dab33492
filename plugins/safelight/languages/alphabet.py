"""The order of words by a language's own alphabet, where the order of Unicode is another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

ALPHABETS = {
    "ru": "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "uz": "a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ sh ch ng",
    "tg": "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я",
    "ky": "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
    "ar": "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي",
}
"""The letters in their order, as schools teach it and CLDR's collation has it; languages without an entry are sorted by
base letters. In Uzbek the letters of two signs come last."""
SAME: Mapping[str, dict[int, str]] = {
    "ro": str.maketrans({"ş": "ș", "ţ": "ț"}),
    "uz": str.maketrans(dict.fromkeys("'’‘ʼ`", "ʻ")),
    "ar": str.maketrans(
        {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه", "ء": "ا", "ـ": ""}
    ),
}
"""Other ways in which a letter is written."""
MARKS_OF_ARABIC = re.compile(r"[\u064b-\u0652\u0670]")


def sort_key(text: str, code: str) -> tuple[tuple[int, ...], str]:
    """A key by which words of a language sort as its dictionaries do; what looks alike sorts by the text itself.

    Spaces sort first, then digits, then the alphabet's letters, then letters of others.
    """
    folded = unicodedata.normalize("NFC", text).casefold().translate(SAME.get(code, {}))
    if code == "ar":
        folded = MARKS_OF_ARABIC.sub("", folded)
    order, pattern = _order(code)
    ranks: list[int] = []
    for sign in pattern.findall(folded):
        if sign in order:
            ranks.append(order[sign])
            continue
        base = unicodedata.normalize("NFD", sign)[0]
        if base in order:
            ranks.append(order[base])
        elif base.isspace():
            ranks.append(0)
        elif base.isdigit():
            ranks.append(1 + unicodedata.digit(base, 0))
        elif base.isalpha():
            ranks.append(1_000 + ord(base))
    return tuple(ranks), text


@cache
def _order(code: str) -> tuple[Mapping[str, int], re.Pattern[str]]:
    letters = ALPHABETS.get(code, "a b c d e f g h i j k l m n o p q r s t u v w x y z").split()
    longest_first = sorted(letters, key=len, reverse=True)
    pattern = re.compile("|".join([*(re.escape(one) for one in longest_first if len(one) > 1), r"[\s\S]"]))
    return {letter: 100 + rank for rank, letter in enumerate(letters)}, pattern
