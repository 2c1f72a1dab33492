"""Ways to read a token: each takes one disguise off a word. Batches of lines, one token a line, lines kept."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from safelight.leakgate.fold import LEET_CYRILLIC, LEET_LATIN, TO_CYRILLIC, TO_LATIN, fold, part_camel_case
from safelight.leakgate.transliterate import latin_key

_NO_LETTER = re.compile(r"[^\w\n]+|[\d_]+")
_NO_WORD = re.compile(r"[^\w\n]+|_+")
_NO_WORD_NOR_SPACE = re.compile(r"[^\w\s]+|_+")
_DIGIT_OR_SIGN = re.compile(r"[0-9@$!|+]")
_LATIN = re.compile("[a-z]")
_OTHER_LETTER = re.compile("[\u0370-\u03ff\u0400-\u052f\u0561-\u0586ɑɡʏ]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_HIGH = re.compile("[\u0080-\u00ff\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]")
_UTF8_AS_1251 = re.compile("[РСЩШ][\u00a0-\u00bf\u0402-\u045f\u2010-\u2122]")

CHARSETS = ("koi8-u", "cp1251", "cp866", "iso8859-5", "mac-cyrillic", "cp1256", "iso8859-6", "utf-8")
"""Single-byte encodings of the languages of the site (KOI8-U holds the letters of KOI8-R); UTF-8 because it, too, is read by the wrong table."""


class Trust(Enum):
    """How much a word proves that was read so."""

    WORD = auto()
    """It stands there."""
    SPELLING = auto()
    """It stands there in a spelling that had to be guessed: short ones are words of another language."""
    DISGUISE = auto()
    """It had to be made from what stands there, which may be a word itself."""


@dataclass(frozen=True)
class Reading:
    """One way to read tokens.

    `takes` says of a token, as it stands and folded, whether anything new can be told about it; `read` maps the lines
    of a batch to lines of words, from folded tokens, or from tokens `as_they_stand`; `table` names the needles to
    compare with; a word shorter than `least` letters proves nothing when read so, and with `as_registered` one that is
    an inflected form: backwards, every form of every name would make words of one language or another (лозим).
    """

    takes: Callable[[str, str], bool]
    read: Callable[[str], str]
    table: str = "forms"
    least: int = 3
    as_they_stand: bool = False
    as_registered: bool = False
    trust: Trust = Trust.DISGUISE


def parted(folded: str) -> str:
    """Folded words, parted at whatever is no letter."""
    return _NO_LETTER.sub(" ", folded)


def words(text: str) -> str:
    """The words of a text, folded."""
    return parted(fold(text))


def _joined(folded: str) -> str:
    """Words without the signs in them; a space that does not break a line parts words all the same."""
    return _NO_WORD_NOR_SPACE.sub("", folded)


def _squeezed(folded: str) -> str:
    return _NO_WORD.sub("", folded)


def _reversed(folded: str) -> str:
    return "\n".join(reversed(parted(folded)[::-1].split("\n")))


def _table(table: dict[int, int] | dict[int, str]) -> Callable[[str], str]:
    return lambda folded: parted(folded.translate(table))


def _mixed(raw: str, folded: str) -> bool:
    return not raw.isascii() and bool(_LATIN.search(folded) and _OTHER_LETTER.search(folded))


def _disguised_digits(raw: str, folded: str) -> bool:
    return not raw.isalpha() and bool(_DIGIT_OR_SIGN.search(raw)) and any(c.isalpha() for c in raw)


def _camel(raw: str, folded: str) -> bool:
    return not (raw.islower() or raw.isupper() or raw[1:].islower())


def _punycode(raw: str) -> str:
    def line(token: str) -> str:
        labels = []
        for label in re.findall(r"xn--([a-z0-9-]+)", token.lower()):
            try:
                labels.append(label.encode("ascii").decode("punycode"))
            except (UnicodeError, ValueError, OverflowError):
                continue
        return " ".join(labels).replace("\n", " ")

    return words("\n".join(map(line, raw.split("\n"))))


def _read_by(charset: str, wrong: str) -> Callable[[str], str]:
    """Undo that bytes of `charset` were read as `wrong`."""

    def line(token: str) -> str:
        try:
            return token.encode(wrong).decode(charset).replace("\n", " ")
        except (UnicodeError, LookupError):
            pass
        try:
            return token.encode("latin-1").decode(charset).replace("\n", " ") if wrong == "cp1252" else ""
        except UnicodeError:
            return ""

    return lambda raw: words("\n".join(map(line, raw.split("\n"))))


def _always(raw: str, folded: str) -> bool:
    return True


def _ascii(raw: str, folded: str) -> bool:
    return raw.isascii()


def _no_word(raw: str, folded: str) -> bool:
    return not raw.isalpha()


def _ascii_no_word(raw: str, folded: str) -> bool:
    return raw.isascii() and not raw.isalpha()


def _ascii_camel(raw: str, folded: str) -> bool:
    return raw.isascii() and _camel(raw, folded)


def _latin(raw: str, folded: str) -> bool:
    return raw.isascii() or bool(_LATIN.search(folded))


def _all_cyrillic(raw: str, folded: str) -> bool:
    return not raw.isascii() and bool(_CYRILLIC.search(raw)) and not _LATIN.search(folded)


def _other_digits(raw: str, folded: str) -> bool:
    return not raw.isascii() and _disguised_digits(raw, folded)


def _high(raw: str, folded: str) -> bool:
    return not raw.isascii() and bool(_HIGH.search(raw))


def _high_1251(raw: str, folded: str) -> bool:
    return not raw.isascii() and bool(_UTF8_AS_1251.search(raw))


def _in_punycode(raw: str, folded: str) -> bool:
    return "xn--" in folded


def _camel_words(raw: str) -> str:
    return words(part_camel_case(raw))


READINGS: dict[str, Reading] = {
    "plain": Reading(_always, parted, trust=Trust.WORD),
    "camelCase": Reading(_camel, _camel_words, as_they_stand=True, trust=Trust.WORD),
    "joined": Reading(_no_word, _joined),
    "identifier": Reading(_always, _squeezed, "marks", 4, trust=Trust.WORD),
    "transliterated": Reading(_latin, lambda folded: latin_key(parted(folded)), "latin", trust=Trust.SPELLING),
    "transliterated-joined": Reading(
        _ascii_no_word, lambda folded: latin_key(_joined(folded)), "latin", trust=Trust.SPELLING
    ),
    "transliterated-camelCase": Reading(
        _ascii_camel, lambda raw: latin_key(_camel_words(raw)), "latin", as_they_stand=True, trust=Trust.SPELLING
    ),
    "reversed": Reading(_always, _reversed, least=6, as_registered=True),
    "rot13": Reading(_ascii, lambda folded: codecs.encode(parted(folded), "rot13"), least=4, as_registered=True),
    "leetspeak": Reading(_disguised_digits, _table(LEET_LATIN[0])),
    "leetspeak-2": Reading(_disguised_digits, _table(LEET_LATIN[1])),
    "leetspeak-cyrillic": Reading(_other_digits, _table(LEET_CYRILLIC[0])),
    "leetspeak-cyrillic-2": Reading(_other_digits, _table(LEET_CYRILLIC[1])),
    "look-alikes-cyrillic": Reading(_mixed, _table(TO_CYRILLIC)),
    "look-alikes-latin": Reading(_mixed, _table(TO_LATIN[0])),
    "look-alikes-latin-2": Reading(_mixed, _table(TO_LATIN[1])),
    "look-alikes-all-latin": Reading(_all_cyrillic, _table(TO_LATIN[0]), least=5),
    "look-alikes-all-cyrillic": Reading(_ascii, _table(TO_CYRILLIC), least=6),
    "punycode": Reading(_in_punycode, _punycode, as_they_stand=True),
    **{f"{charset}-as-1252": Reading(_high, _read_by(charset, "cp1252"), as_they_stand=True) for charset in CHARSETS},
    "utf-8-as-1251": Reading(_high_1251, _read_by("utf-8", "cp1251"), as_they_stand=True),
}
"""Every reading by its name, which is what a leak reports as its form."""
