"""What a typesetter of each language does between words: marks, spaces that hold, runs of another direction."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
PIECES = re.compile(r"(<[^>]*>)")
VERBATIM = re.compile(r"<(/?)(?:code|pre|script|style|bdi)\b")

INLINE = re.compile(r"</?(?:a|abbr|b|bdi|cite|code|em|i|mark|small|span|strong|sub|sup)\b")
"""Tags that a sentence runs through; any other ends it."""

QUOTATION_MARKS = {"ru": "«»", "uk": "«»", "tg": "«»", "ky": "«»", "ar": "«»", "ro": "„”"}
"""What straight quotation marks become, opening and closing, as books of the language print them; else “ and ”."""
STRAIGHT = re.compile(r"\"|&quot;|&#34;")
OPENS_AFTER = re.compile(r"[\s(\[{«„“—–/-]|&nbsp;$")
"""What stands before an opening mark, if anything does."""
APOSTROPHE = re.compile(r"(?<=[^\W\d_])(?:'|&#39;)(?=[^\W\d_])|(?<=s)(?:'|&#39;)(?=\s)")

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
    """Rendered HTML with quotation marks and no-break spaces by the language's rules; in right-to-left text, Latin
    runs, addresses and telephone numbers are isolated with `<bdi>`, so that signs around them stay where they were
    written.

    Tags and attributes are never touched, nor what stands in `code` and `pre`.
    """
    pieces = PIECES.split(html)
    depth = 0
    before = ""
    for position, piece in enumerate(pieces):
        if piece.startswith("<"):
            verbatim = VERBATIM.match(piece)
            if verbatim:
                depth += -1 if verbatim[1] else 1
            if not INLINE.match(piece):
                before = ""
        elif piece and depth == 0:
            quoted = _quotes(piece, code, before)
            pieces[position] = _text(quoted, code, direction) if piece.strip() else piece
            before = quoted[-1]
    return "".join(pieces)


def _quotes(text: str, code: str, before: str) -> str:
    """Straight marks as the language prints them. `before` is the character of the same sentence before `text`."""
    opening, closing = tuple(QUOTATION_MARKS.get(code, "“”"))

    def mark(found: re.Match[str]) -> str:
        last = text[found.start() - 1] if found.start() else before
        return opening if not last or OPENS_AFTER.match(last) else closing

    set_text = STRAIGHT.sub(mark, text)
    return APOSTROPHE.sub("’", set_text) if code == "en" else set_text


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
