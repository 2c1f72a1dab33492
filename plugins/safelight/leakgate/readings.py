"""Ways to read a token: each takes one disguise off a word. Batches of lines, one token a line, lines kept."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from safelight.leakgate.fold import LEET_CYRILLIC, LEET_LATIN, TO_CYRILLIC, TO_LATIN, fold, part_camel_case
from safelight.leakgate.transliterate import latin_key

_NO_LETTER = re.compile(r"[^\w\n]+|[\d_]+")
_NO_WORD = re.compile(r"[^\w\n]+|_+")
_DIGIT_OR_SIGN = re.compile(r"[0-9@$!|+]")
_LATIN = re.compile("[a-z]")
_OTHER_LETTER = re.compile("[\u0370-\u03ff\u0400-\u052f\u0561-\u0586ɑɡʏ]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_HIGH = re.compile("[\u0080-\u00ff\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]")
_UTF8_AS_1251 = re.compile("[РСЩШ][\u00a0-\u00bf\u0402-\u045f\u2010-\u2122]")

CHARSETS = ("koi8-u", "cp1251", "cp866", "iso8859-5", "mac-cyrillic", "cp1256", "iso8859-6", "utf-8")
"""Single-byte encodings of the languages of the site (KOI8-U holds the letters of KOI8-R); UTF-8 because it, too, is read by the wrong table."""


@dataclass(frozen=True)
class Reading:
    """One way to read tokens.

    `takes` says which of them it can tell something new about; `read` maps the lines of a batch to lines of words;
    `table` names the needles to compare with; a word shorter than `least` letters proves nothing when read so.
    """

    takes: Callable[[str], bool]
    read: Callable[[str], str]
    table: str = "forms"
    least: int = 3


def words(text: str) -> str:
    """Folded words, parted at whatever is no letter."""
    return _NO_LETTER.sub(" ", fold(text))


def _joined(text: str) -> str:
    return _NO_WORD.sub("", fold(text))


def _reversed(text: str) -> str:
    return "\n".join(reversed(words(text)[::-1].split("\n")))


def _rot13(text: str) -> str:
    return codecs.encode(words(text), "rot13")


def _leet(table: dict[int, int]) -> Callable[[str], str]:
    return lambda text: words(fold(text).translate(table))


def _mixed(token: str) -> bool:
    if token.isascii():
        return False
    folded = fold(token)
    return bool(_LATIN.search(folded) and _OTHER_LETTER.search(folded))


def _twins(table: dict[int, int] | dict[int, str]) -> Callable[[str], str]:
    return lambda text: words(text).translate(table)


def _disguised_digits(token: str) -> bool:
    return not token.isalpha() and bool(_DIGIT_OR_SIGN.search(token)) and any(c.isalpha() for c in token)


def _punycode(text: str) -> str:
    def line(token: str) -> str:
        labels = []
        for label in re.findall(r"xn--([a-z0-9-]+)", token.lower()):
            try:
                labels.append(label.encode("ascii").decode("punycode"))
            except (UnicodeError, ValueError, OverflowError):
                continue
        return " ".join(labels)

    return words("\n".join(line(token).replace("\n", " ") for token in text.split("\n")))


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

    return lambda text: words("\n".join(line(token) for token in text.split("\n")))


def _always(token: str) -> bool:
    return True


READINGS: dict[str, Reading] = {
    "plain": Reading(_always, words),
    "camelCase": Reading(lambda token: not token.islower() and not token.isupper(), lambda t: words(part_camel_case(t))),
    "joined": Reading(lambda token: not token.isalpha(), _joined),
    "identifier": Reading(_always, _joined, "marks", 4),
    "transliterated": Reading(lambda token: bool(_LATIN.search(fold(token))), lambda t: latin_key(words(t)), "latin"),
    "transliterated-joined": Reading(
        lambda token: not token.isalpha() and token.isascii(), lambda t: latin_key(_joined(t)), "latin"
    ),
    "transliterated-camelCase": Reading(
        lambda token: token.isascii() and not token.islower() and not token.isupper(),
        lambda t: latin_key(words(part_camel_case(t))),
        "latin",
    ),
    "reversed": Reading(_always, _reversed, least=5),
    "rot13": Reading(str.isascii, _rot13, least=4),
    "leetspeak": Reading(_disguised_digits, _leet(LEET_LATIN[0]), least=3),
    "leetspeak-2": Reading(_disguised_digits, _leet(LEET_LATIN[1]), least=3),
    "leetspeak-cyrillic": Reading(lambda t: not t.isascii() and _disguised_digits(t), _leet(LEET_CYRILLIC[0]), least=3),
    "leetspeak-cyrillic-2": Reading(
        lambda t: not t.isascii() and _disguised_digits(t), _leet(LEET_CYRILLIC[1]), least=3
    ),
    "look-alikes-cyrillic": Reading(_mixed, _twins(TO_CYRILLIC)),
    "look-alikes-latin": Reading(_mixed, _twins(TO_LATIN[0])),
    "look-alikes-latin-2": Reading(_mixed, _twins(TO_LATIN[1])),
    "look-alikes-all-latin": Reading(lambda t: bool(_CYRILLIC.search(t)) and not _mixed(t), _twins(TO_LATIN[0]), least=5),
    "look-alikes-all-cyrillic": Reading(str.isascii, _twins(TO_CYRILLIC), least=5),
    "punycode": Reading(lambda token: "xn--" in token or "XN--" in token, _punycode),
    **{
        f"{charset}-as-1252": Reading(lambda token: bool(_HIGH.search(token)), _read_by(charset, "cp1252"))
        for charset in CHARSETS
    },
    "utf-8-as-1251": Reading(lambda token: bool(_UTF8_AS_1251.search(token)), _read_by("utf-8", "cp1251")),
}  # fmt: skip
"""Every reading by its name, which is what a leak reports as its form."""
