"""What a typesetter of each language does between words: marks, spaces that hold, runs of another direction."""

from __future__ import annotations

import re

from safelight.languages.spaces import held

PIECES = re.compile(r"(<[^>]*>)")
VERBATIM = re.compile(r"<(/?)(?:code|pre|script|style|bdi)\b")

INLINE = re.compile(r"</?(?:a|abbr|b|bdi|cite|code|em|i|mark|small|span|strong|sub|sup)\b")
"""Tags that a sentence runs through; any other ends it."""

QUOTATION_MARKS = {
    "ru": "«»„“", "uk": "«»„“", "tg": "«»„“", "ky": "«»„“", "kk": "«»“”", "ar": "«»“”", "fa": "«»‹›", "ro": "„”«»",
}  # fmt: skip
"""What straight quotation marks become: opening and closing, and the same inside of a quotation; else “ ” ‘ ’.

By CLDR 48 (`delimiters`), but for Tajik and Arabic: CLDR has “ ” and ” “ there, books and newspapers print « ».
"""
ENGLISH_MARKS = "“”‘’"
STRAIGHT = re.compile(r"\"|&quot;|&#34;")
OPENS_AFTER = re.compile(r"[\s(\[{«„“—–/-]|&nbsp;$")
"""What stands before an opening mark, if anything does."""
APOSTROPHE = re.compile(r"(?<=[^\W\d_])(?:'|&#39;)(?=[^\W\d_])|(?<=s)(?:'|&#39;)(?=\s)")

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
    sentence = _Sentence(QUOTATION_MARKS.get(code, ENGLISH_MARKS))
    for position, piece in enumerate(pieces):
        if piece.startswith("<"):
            verbatim = VERBATIM.match(piece)
            if verbatim:
                depth += -1 if verbatim[1] else 1
            if not INLINE.match(piece):
                sentence.begin()
        elif piece and depth == 0:
            quoted = sentence.quoted(piece)
            if code == "en":
                quoted = APOSTROPHE.sub("’", quoted)
            pieces[position] = _text(quoted, code, direction) if piece.strip() else piece
    return "".join(pieces)


class _Sentence:
    """The text of one block while it is set: how deep in quotations it is, and the character that came last."""

    def __init__(self, marks: str) -> None:
        self.marks = marks
        self.any_mark = re.compile(rf"{STRAIGHT.pattern}|[{marks[:2]}]")
        self.begin()

    def begin(self) -> None:
        """Another block: what was open is closed."""
        self.depth, self.before = 0, ""

    def quoted(self, text: str) -> str:
        """`text` with its straight marks as the language prints them."""
        made = self.any_mark.sub(lambda found: self._mark(found, text), text)
        self.before = made[-1]
        return made

    def _mark(self, found: re.Match[str], text: str) -> str:
        opening, closing, inner_opening, inner_closing = tuple(self.marks)
        last = text[found.start() - 1] if found.start() else self.before
        if found[0] in (opening, closing):  # printed as it should be already
            self.depth = max(0, self.depth + (1 if found[0] == opening else -1))
            return found[0]
        if not last or OPENS_AFTER.match(last):
            self.depth += 1
            return opening if self.depth == 1 else inner_opening
        self.depth = max(0, self.depth - 1)
        return inner_closing if self.depth else closing


def _text(text: str, code: str, direction: str) -> str:
    parts = re.split(r"(&[#\w]+;)", text)
    return "".join(part if part.startswith("&") else _run(part, code, direction) for part in parts)


def _run(text: str, code: str, direction: str) -> str:
    text = held(text, code)
    return LEFT_TO_RIGHT.sub(r'<bdi dir="ltr">\g<0></bdi>', text) if direction == "rtl" else text
