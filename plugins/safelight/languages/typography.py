"""What a typesetter of each language does between words: spaces that hold, and runs that keep their own direction."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
PIECES = re.compile(r"(<[^>]*>)")
VERBATIM = re.compile(r"<(/?)(?:code|pre|script|style|bdi)\b")

CYRILLIC_SHORT = re.compile(
    r"(?<![^\s(«„])([АВИКОСУавикосуіІйЙяЯ]|[Вв]о|[Нн]а|[Нн]е|[Дд]о|[Зз]а|[Ии]з|[Оо]т|[Пп]о|[Сс]о|[Оо]б) "
)
"""Prepositions, conjunctions and particles of one or two letters, which do not end a line in Russian and Ukrainian."""
DASH = re.compile(r" (?=—)")
NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=(?:%|€|EUR|million|km|kg|час|год|лет|дн|млн|тыс|человек))")
LEFT_TO_RIGHT = re.compile(
    r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"  # an address
    r"|(?<![\d])(?:\+|0)[\d-]*(?: [\d-]+)*\d"  # a telephone number, which begins with + or 0
    r"|[A-Za-z][A-Za-z0-9.&'’-]*(?: [A-Za-z0-9][A-Za-z0-9.&'’-]*)*"  # Latin words
)


def typeset(html: str, code: str, direction: str) -> str:
    """Rendered HTML with no-break spaces by the language's rules; in right-to-left text, Latin runs, addresses and
    telephone numbers are isolated with `<bdi>`, so that signs around them stay where they were written.

    Tags and attributes are never touched, nor what stands in `code` and `pre`.
    """
    pieces = PIECES.split(html)
    depth = 0
    for position, piece in enumerate(pieces):
        if piece.startswith("<"):
            verbatim = VERBATIM.match(piece)
            if verbatim:
                depth += -1 if verbatim[1] else 1
        elif piece.strip() and depth == 0:
            pieces[position] = _text(piece, code, direction)
    return "".join(pieces)


def _text(text: str, code: str, direction: str) -> str:
    if direction == "rtl":
        parts = re.split(r"(&[#\w]+;)", text)
        text = "".join(
            part if part.startswith("&") else LEFT_TO_RIGHT.sub(r'<bdi dir="ltr">\g<0></bdi>', part) for part in parts
        )
    if code in ("ru", "uk"):
        # Twice, because a short word may follow another.
        text = CYRILLIC_SHORT.sub(rf"\1{NO_BREAK}", CYRILLIC_SHORT.sub(rf"\1{NO_BREAK}", text))
        text = DASH.sub(NO_BREAK, text)
    return NUMBER_AND_UNIT.sub(NO_BREAK, text)
