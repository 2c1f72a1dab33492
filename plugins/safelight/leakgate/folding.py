"""What disguises are taken off a text before it is searched."""

from __future__ import annotations

import base64
import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from urllib.parse import unquote

ESCAPED = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-9a-fA-F]{2,6})\s?)")
BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}")
LATIN = re.compile("[a-z]")
TAG = re.compile(r"<[^>]*>")
CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
LETTERS = str.maketrans(
    {"ё": "е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "\u0640": None}
)
LATIN_TO_CYRILLIC = str.maketrans("aceopxykmhtb", "асеорхукмнтв")
CYRILLIC_TO_LATIN = str.maketrans("асеорхукмнтв", "aceopxykmhtb")


def _unescape_backslashes(text: str) -> str:
    def character(found: re.Match[str]) -> str:
        code = int(next(group for group in found.groups() if group), 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else found.group()

    return ESCAPED.sub(character, text)


def _decode_base64(text: str) -> str:
    """The text with each run that may be base64, standard or URL-safe, replaced by what it says as UTF-8."""

    def decoded(found: re.Match[str]) -> str:
        run = found.group().rstrip("=").replace("-", "+").replace("_", "/")
        data = base64.b64decode(run + "=" * (-len(run) % 4)) if len(run) % 4 != 1 else b""
        return " " + data.decode("utf-8", "ignore") + " "

    return BASE64.sub(decoded, text)


DECODERS: dict[str, Callable[[str], str]] = {
    "entities": html.unescape,
    "percent": unquote,
    "percent-twice": lambda text: unquote(unquote(text)),
    "escapes": _unescape_backslashes,
    "base64": _decode_base64,
    "tags-in-entities": lambda text: TAG.sub("", html.unescape(text)) if "&lt;" in text or "&#" in text else text,
}
"""Each takes one disguise off; a text is searched plain and as each of them leaves it."""


def disguises(text: str) -> Iterator[tuple[str, str]]:
    """(form, text) for the text as it stands and for each decoder that changes it."""
    yield "plain", text
    for form, decode in DECODERS.items():
        decoded = decode(text)
        if decoded != text:
            yield form, decoded


def fold(text: str) -> str:
    """Case, composition, marks, invisible characters and spelling variants folded away; camelCase parted."""
    if text.isascii():
        return CAMEL.sub(" ", text).casefold()
    composed = unicodedata.normalize("NFKC", text)
    unseen = {ord(c): None for c in set(composed) if unicodedata.category(c) in ("Mn", "Me", "Cf")}
    return CAMEL.sub(" ", composed.translate(unseen)).casefold().translate(LETTERS)


def spellings(word: str) -> Iterator[str]:
    """A folded word, and if it mixes Latin and Cyrillic letters, the word in either script."""
    yield word
    if not word.isascii() and LATIN.search(word):
        yield word.translate(LATIN_TO_CYRILLIC)
        yield word.translate(CYRILLIC_TO_LATIN)
