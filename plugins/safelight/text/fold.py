"""Letters: what two spellings of one name share, whatever script, case, accent or disguise they are written in.

The tables follow Unicode's confusables (UTS 39) for the letters of the languages that stories are told in: Latin,
Cyrillic, Greek and Arabic. They are a short list of our own, because the full one also equates letters (`rn` and `m`)
that would make ordinary words of these languages collide.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TATWEEL = "\u0640"
APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u02bf\u02be\u02b9\u0060\u00b4\u2032\u055a\uff07"
"""What people type for the apostrophe of `o'g'il`, `Мар'яна` and `Zalina's`."""
TO_CYRILLIC = str.maketrans(
    "aeopcxyikmhtbsjgnrudlAEOPCXYIKMHTBSJGαεορτυικνηχЄɑɡıḥ",
    "аеорсхуікмнтвѕјдпгидӏАЕОРСХУІКМНТВЅЈДаеортуікпнхЄадін",
)
"""Latin and Greek letters to the Cyrillic ones that they pass for: by shape in upper or lower case or in italics."""
TO_LATIN = str.maketrans(
    "аеорсхуікмнтвѕјгпидлзьюԁһӏґүөқңғҳҷӣӯўёѐζωαβεορτυικνηχμсاهه٥",
    "aeopcxyikmhtbsjrnudlzbюdhlgyoknfhчiyyeezwabeoptuiknhxmcloo5",
)
"""Cyrillic, Greek and Arabic letters to the Latin ones that they pass for."""
STYLED = {
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡɩʋⅼ", "abcdefghijklmnoprstuvwyzagivl", strict=True)),
    **{chr(0x1F1E6 + i): chr(97 + i) for i in range(26)},
    **{chr(base + i): chr(97 + i) for base in (0x1F130, 0x1F150, 0x1F170) for i in range(26)},
}
"""Small capitals, flags and boxed letters that compatibility normalisation (NFKC) leaves alone."""
KEPT_WITH_MARK = frozenset("йЙўЎїЇ")
"""Letters of an alphabet of their own although Unicode can take them apart."""
OWN_FOLDS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "æ": "a", "œ": "o", "ß": "s", "ı": "i", "ŋ": "n", "ə": "e",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۃ": "ه",
    "ھ": "ه", "ہ": "ه", "ۀ": "ه", "ە": "ه", "ۂ": "ه", "ؤ": "و", "ۆ": "و", "ۇ": "و", "ئ": "ي", "گ": "ك", "ڭ": "ك",
    "ς": "σ",
}  # fmt: skip
"""Letters that one name is written with, now so, now so, beyond what taking accents off gives."""
LEET = (str.maketrans("01345678", "oleasbtb"), str.maketrans("013456789", "оiзчsбтвд"), str.maketrans("1", "i"))
"""Digits that pass for letters."""


def _fold_table() -> dict[str, str]:
    table = dict(OWN_FOLDS)
    ranges = ((0x00C0, 0x0250), (0x0386, 0x0400), (0x0400, 0x0530), (0x1E00, 0x2000))
    for code in (code for first, last in ranges for code in range(first, last)):
        letter = chr(code)
        if letter in table or letter in KEPT_WITH_MARK or letter.lower() != letter:
            continue
        base = unicodedata.normalize("NFD", letter)[0]
        if base != letter and base.isalpha():
            table[letter] = table.get(base, base)
    return table


FOLDS = _fold_table()
FOLDED_LETTER = re.compile("[" + "".join(sorted(FOLDS)) + "]")
LATIN = re.compile(r"[a-z]")
CYRILLIC = re.compile(r"[\u0400-\u052f]")
OTHER = re.compile(r"[\u0370-\u03ff\u0600-\u06ff]")
TOKEN = re.compile(r"[^\W_]+(?:'(?!s(?![^\W_]))[^\W_]+)*")
"""A word or a number in folded text; an apostrophe inside belongs to it, but for the English possessive."""


def fold_letters(text: str) -> str:
    """Lower case without accents; as long as `text`, letter for letter."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text.replace("\u0130", "i"))
    return lower if lower.isascii() else FOLDED_LETTER.sub(lambda found: FOLDS[found[0]], lower)


@lru_cache(maxsize=65536)
def clean(cluster: str) -> str:
    """A letter with its marks, composed (NFKC), without what nobody sees; digits of every script are ASCII."""
    visible = "".join(c for c in cluster if unicodedata.category(c) not in ("Cf", "Cc") or c in "\n\t")
    kept: list[str] = []
    for letter in unicodedata.normalize("NFKC", visible):
        if letter in STYLED:
            kept.append(STYLED[letter])
        elif letter in APOSTROPHES:
            kept.append("'")
        elif letter == TATWEEL:
            continue
        else:
            category = unicodedata.category(letter)
            if category == "Nd":
                kept.append(str(unicodedata.digit(letter)))
            elif category[0] == "Z":
                kept.append("\n" if category in ("Zl", "Zp") else " ")
            elif category not in ("Mn", "Me", "Mc", "Cf", "Cc", "Cs", "Co", "Cn"):
                kept.append(letter)
    return "".join(kept)


def rights(word: str) -> tuple[str, ...]:
    """The readings of a folded word that mixes scripts, the likeliest first: all Cyrillic, all Latin, as it stands."""
    cyrillic, latin = word.translate(TO_CYRILLIC), word.translate(TO_LATIN)
    readings = []
    if all(CYRILLIC.match(c) or c == "'" for c in cyrillic):
        readings.append(cyrillic)
    if latin.replace("'", "").isascii():
        readings.append(latin)
    if len(readings) == 2 and sum(map(len, LATIN.findall(word))) * 2 > len(word):
        readings.reverse()
    return tuple(dict.fromkeys([*readings, word]))


def is_mixed(word: str) -> bool:
    """Whether a folded word holds letters of more than one script."""
    return sum(bool(script.search(word)) for script in (LATIN, CYRILLIC, OTHER)) > 1


PLAIN = re.compile(r"[a-zA-Z' \u00c0-\u024f\u0400-\u0481\u048a-\u052f\u0621-\u063a\u0641-\u064a-]*")
"""Letters that need no cleaning when they are composed."""


def _cleaned(word: str) -> str:
    plain = PLAIN.fullmatch(word) is not None and unicodedata.is_normalized("NFKC", word)
    return word if plain else clean(word)


def key_of(word: str) -> str:
    """What two spellings of one word share: lower case, no accents or apostrophes, look-alike letters put right."""
    folded = fold_letters(_cleaned(word)).replace("'", "")
    return rights(folded)[0] if is_mixed(folded) else folded


def words_of(name: str) -> tuple[str, ...]:
    """The folded keys of a name's words."""
    return tuple(key_of(word) for word in TOKEN.findall(fold_letters(_cleaned(name))))
