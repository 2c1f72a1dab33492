"""Telephone numbers, e-mail addresses, handles and links to personal pages: removed wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from safelight.text.reading import Reading

EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
HANDLE = re.compile(r"(?<![\w@/.])@[A-Za-z_][\w.]+\w")
PROFILE = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?:facebook|fb|instagram|vk|vkontakte|ok|t|telegram|tiktok|twitter|x|wa|youtube)"
    r"\.(?:com|ru|me|org|tv)/[^\s)\]>\"']+",
    re.IGNORECASE,
)
DIGITS = re.compile(r"(?:\+|(?<!\d)00)?\(?\d(?:[\s().\-\u2010-\u2015/]{0,2}\d){5,}")
YEARS = re.compile(r"(?:1[89]|20)\d\d\s?[-\u2010-\u2015/]\s?(?:1[89]|20)\d\d")
DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
GROUPED = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+")
FEWEST_DIGITS = 7
"""Fewest digits of a telephone number without a plus sign; shorter ones are amounts and years."""


def contacts(folded: Reading, identifiers: Collection[str]) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, kind, rule) of every contact, in characters of the folded text; digits of every script count."""
    for kind, pattern in (("email", EMAIL), ("profile", PROFILE), ("handle", HANDLE)):
        for found in pattern.finditer(folded.text):
            yield found.start(), found.end(), kind, f"{kind}-pattern"
    for found in DIGITS.finditer(folded.text):
        text = found.group()
        digits = "".join(character for character in text if character.isdigit())
        if digits in identifiers or (
            len(digits) > FEWEST_DIGITS and any(i.endswith(digits[-10:]) for i in identifiers)
        ):
            yield found.start(), found.end(), "identifier", "registered-identifier"
        elif _is_phone(text, len(digits)):
            yield found.start(), found.end(), "phone", "digit-run"


def _is_phone(text: str, digits: int) -> bool:
    if text.startswith(("+", "00")):
        return True
    if digits < FEWEST_DIGITS:
        return False
    return not any(pattern.fullmatch(text.strip("()")) for pattern in (YEARS, DATE, GROUPED))


def registered(folded: Reading, identifiers: Collection[str]) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, kind, rule) of registered identifiers that hold letters: handles, document numbers."""
    squeezed: list[str] = []
    at: list[int] = []
    for position, character in enumerate(folded.text.casefold()):
        if character.isalnum():
            squeezed.append(character)
            at.append(position)
    text = "".join(squeezed)
    for identifier in sorted(identifiers):
        if len(identifier) < 5:
            continue
        begin = text.find(identifier)
        while begin >= 0:
            first, last = at[begin], at[begin + len(identifier) - 1] + 1
            if not (folded.text[first - 1 : first].isalnum() or folded.text[last : last + 1].isalnum()):
                yield first, last, "identifier", "registered-identifier"
            begin = text.find(identifier, begin + 1)
