"""One spelling for all spellings of a letter: case, composition, marks, invisible characters, look-alikes.

Everything here takes text of any length at once, lines kept: the search folds thousands of tokens in one call.
"""

from __future__ import annotations

import re
import unicodedata

LETTERS = {
    # Cyrillic letters that neighbouring languages write for the same sound, so that one needle serves them all.
    "і": "и", "є": "е", "ґ": "г", "ҳ": "х", "һ": "х", "қ": "к", "ғ": "г", "ҷ": "дж", "ө": "о", "ү": "у", "ұ": "у",
    "ң": "н", "ә": "а",
    # Arabic letters that are written for each other, and the Persian and Urdu shapes of them.
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ہ": "ه", "ک": "ك", "گ": "ك", "پ": "ب", "ڤ": "ف", "ژ": "ز",
    # Latin letters without a decomposition, and the modifier letters of Uzbek and of scholarly transliteration.
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ə": "a", "ʻ": "", "ʼ": "", "ʹ": "",
    "ʺ": "", "ʿ": "", "ʾ": "", "ˈ": "",
    # Small capitals and the letters of flags, in which people write to be noticed.
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
    **{chr(0x1F1E6 + number): letter for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz")},
    # Drawn as nothing, though Unicode calls them letters or symbols.
    "\u115f": "", "\u1160": "", "\u3164": "", "\uffa0": "", "\u2800": "", "\u0640": "",
}  # fmt: skip

_TWINS = dict(zip("асеорхукмнтвзѕԛԝԁјӏ", "aceopxykmhtbzsqwdjl", strict=True))
_GREEK = dict(zip("αβεηικμνορτυχζ", "abenikmvoptuxz", strict=True))
_OTHERS = {"ո": "n", "ս": "u", "օ": "o", "ɑ": "a", "ɡ": "g", "ʏ": "y", "г": "r", "п": "n", "ь": "b"}
TO_LATIN = tuple(str.maketrans({**_TWINS, **_GREEK, **_OTHERS, "и": letter}) for letter in "iu")
"""Letters drawn like a Latin one, as the Latin one; after folding, и may have been і (drawn i) or и (drawn u)."""
_BACK = {latin: cyrillic for cyrillic, latin in _TWINS.items() if cyrillic not in "ѕԛԝԁјӏ"} | {"s": "с", "i": "и"}
TO_CYRILLIC = str.maketrans(
    {**_BACK, **{greek: _BACK[latin] for greek, latin in _GREEK.items() if latin in _BACK}}
    | {"u": "и", "r": "г", "n": "п", "η": "п", "g": "д", "λ": "л", "π": "п", "γ": "г", "δ": "д", "φ": "ф"}
)
"""Letters drawn like a Cyrillic one, as the Cyrillic one (after folding)."""

LEET_LATIN = (str.maketrans("0134578@$!|+", "oieastbasiit"), str.maketrans("0134569@$!|2", "oleasbgasllz"))
LEET_CYRILLIC = (str.maketrans("0346@$1", "озабасл"), str.maketrans("03468@!1", "озчбвали"))
"""Digits and signs that stand for letters, in two readings each."""

_CAMEL = re.compile("([a-zа-яёіїєґўқғҳҷөүң])([A-ZА-ЯЁІЇЄҐЎҚҒҲҶӨҮҢ])|([A-ZА-ЯЁ])(?=[A-ZА-ЯЁ][a-zа-яё])")


def fold(text: str) -> str:
    """Text without case, marks and invisible characters, each letter in one spelling; line breaks stay."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text).casefold()
    if not unicodedata.is_normalized("NFKD", text):
        text = unicodedata.normalize("NFKD", text)
    for character in set(text):
        if character > "\x7f":
            if character in LETTERS:
                text = text.replace(character, LETTERS[character])
            elif unicodedata.category(character) in ("Mn", "Me", "Cf"):
                text = text.replace(character, "")
    return text


def part_camel_case(text: str) -> str:
    """A space where camelCase begins a word."""
    return _CAMEL.sub(_parted, text)


def _parted(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2]}" if found[1] else f"{found[3]} "
