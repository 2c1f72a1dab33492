"""Reads text as an adversary would: normalised, invisible characters and markup inside words gone, offsets kept."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

MARKUP = re.compile(
    r"<!--.*?-->|</?(?:p|div|br|li|ul|ol|h[1-6]|table|tr|td|th|blockquote|hr)\b[^>]*>|</?[a-zA-Z][^>]*>"
    r"|&(?:[a-zA-Z]+|#\d+|#[xX][0-9a-fA-F]+);",
    re.DOTALL,
)
BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|table|tr|td|th|blockquote|hr)\b|<!--")
HYPHEN_BREAK = re.compile(r"(?<=[^\W\d_])[-\u2010]\n[ \t]*(?=[^\W\d_])")
LETTERS = {"ё": "е", "Ё": "Е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
"""Letters that one name is written with, now so, now so."""
CYRILLIC_OF_LATIN = str.maketrans("aAeEoOpPcCxXyYkKMHTB", "аАеЕоОрРсСхХуУкКМНТВ")
LATIN_OF_CYRILLIC = {value: key for key, value in CYRILLIC_OF_LATIN.items()}
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Folded:
    """Normalised text; character `i` comes from source span `start[i]:end[i]` (code points)."""

    text: str
    start: tuple[int, ...]
    end: tuple[int, ...]


@dataclass(frozen=True)
class Token:
    """A word: as written (normalised), folded for comparison, its spans in the folded and in the source text."""

    text: str
    key: str
    at: int
    start: int
    end: int


def fold(source: str) -> Folded:
    """Normalise `source` (NFKC), dropping what is invisible and what markup puts inside words; linear in its length."""
    out: list[str] = []
    start: list[int] = []
    end: list[int] = []

    def put(text: str, begin: int, finish: int) -> None:
        for character in text:
            out.append(character)
            start.append(begin)
            end.append(finish)

    position = 0
    length = len(source)
    while position < length:
        character = source[position]
        if character in "<&":
            found = MARKUP.match(source, position)
            if found:
                text = found.group()
                if character == "&":
                    put(_clean(html.unescape(text)), position, found.end())
                elif BLOCK.match(text):
                    put(" ", position, found.end())
                position = found.end()
                continue
        if character in "-\u2010":
            found = HYPHEN_BREAK.match(source, position)
            if found:
                position = found.end()
                continue
        if character in "*`~" or (character == "_" and not _between_letters(source, position)):
            position += 1
            continue
        finish = position + 1
        while finish < length and unicodedata.combining(source[finish]):
            finish += 1
        put(_clean(source[position:finish]), position, finish)
        position = finish
    return Folded("".join(out), tuple(start), tuple(end))


def _between_letters(source: str, position: int) -> bool:
    return 0 < position < len(source) - 1 and source[position - 1].isalnum() and source[position + 1].isalnum()


def _clean(cluster: str) -> str:
    """A character with its marks, composed, without what nobody sees."""
    if cluster.isascii():
        return cluster
    kept = (
        LETTERS.get(character, character)
        for character in unicodedata.normalize("NFKC", cluster)
        if unicodedata.category(character) not in ("Mn", "Me", "Cf") and character != "\u0640"
    )
    return "".join(kept)


def key_of(word: str) -> str:
    """What two spellings of one word share: case folded, look-alike letters of another script put right."""
    folded = word.casefold()
    scripts = {("c" if "\u0400" <= letter <= "\u04ff" else "l" if letter < "\u0250" else "o") for letter in folded}
    if {"c", "l"} <= scripts:
        cyrillic = word.translate(CYRILLIC_OF_LATIN).casefold()
        if all("\u0400" <= letter <= "\u04ff" for letter in cyrillic):
            return cyrillic
        latin = word.translate(LATIN_OF_CYRILLIC).casefold()
        return latin if latin.isascii() else cyrillic
    return folded


def words_of(name: str) -> tuple[str, ...]:
    """The folded keys of a name's words."""
    return tuple(key_of(word) for word in WORD.findall(fold(name).text))


def tokens_of(folded: Folded) -> list[Token]:
    """Every word of a folded text, in order."""
    return [
        Token(
            found.group(), key_of(found.group()), found.start(),
            folded.start[found.start()], folded.end[found.end() - 1],
        )
        for found in WORD.finditer(folded.text)
    ]  # fmt: skip
