"""Numbers of documents, cases, accounts and cars: anything that a register could be asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.text.detectors.found import Found
from safelight.text.detectors.windows import Signs, digit_windows
from safelight.text.reading import FIGURES, Reading

NUMBERED = re.compile(
    r"(?:№|\bno\.?|\bnos\.?|\bnr\.?|\bn°|\bnumber|\bnumarul|\bномер|\bномером|\bнумар|\bрақами|\bномери|رقم)\s{0,2}"
    r"([\w-]{0,12}\d[\d\w/.-]{2,24}(?<![/.-]))"
)
"""A sign for "number" and a code of three characters and more behind its first digit."""
SMALL_NUMBERED = re.compile(
    r"(?:№|\bno\.?|\bnr\.|\bномер(?:ом|а|у|е)?|\bнумар|\bnumarul|\bномером) ?(\d{1,3}[a-zа-я]?)(?![\w/.-]*\d)(?!\w)"
)
"""A number of one to three figures behind a sign for "number": a room, a case, a plot; "No" only with its capital."""
PLATE_WORDS = re.compile(
    r"(?:номер\w{0,3} (?:машины|авто\w*|мерседеса|фургона)|госномер\w{0,3}|номерн\w+ знак\w*|plates?|numarul masinii|number plate) (\d{2,4})(?!\w)"
)
LOWER_PLATE = re.compile(
    r"(?<!\w)[авекмнорстух] \d{3} (?!км|на|он|от|во|ко|со|но|ты|та|то|те|не|ну|ни|мм|см|см|км|ме|ее|ах|ок)[авекмнорстух]{2}(?: \d{2,3})?(?!\w)"
)
WORDS = (
    "passport|identity card|id card|licence|license|visa|permit|certificate|case|application|file|complaint|ssn|"
    "паспорт\\w{0,4}|удостоверени\\w{1,3}|свидетельств\\w{1,3}|снилс|инн|полис\\w{0,3}|виз[аыуе]|дел[оауе]|жалоб\\w{1,3}|"
    "посвідченн\\w{1,3}|справ[аиуі]|іпн|pasaport\\w{0,4}|buletin\\w{0,4}|dosar\\w{0,4}|cnp|idnp|viza|pasport\\w{0,5}|"
    "guvohnoma\\w{0,4}|stir|pinfl|jshshir|шиноснома\\w{0,3}|рма|парванда\\w{0,3}|күбөлүк\\w{0,5}|аныктама|"
    "جواز(?: السفر)?|الجواز|هويه|الهويه|بطاقه|قضيه|القضيه"
)
NAMED = re.compile(
    rf"(?<!\w)(?:{WORDS})[^\w\n]{{1,3}}(?:\w{{2,10}}[^\w\n]{{1,3}})??((?:(?!(?:is|was|are|of|at|in)\b)[^\W\d_]{{1,3}}[\s№-]{{0,3}})?\d[\d\s/-]{{2,20}}\d)(?!\w)"
)
SLASHED = re.compile(r"(?<![\w/.])\d{3,6}/\d{2,4}(?![\w/])")
SEASONS = re.compile(r"(?:1[89]|20)\d\d/(?:\d\d|(?:1[89]|20)\d\d)")
COURT = re.compile(r"(?<!\w)\d{0,2}[a-zа-я]{0,2}-?\d{1,6}/\d{2,4}(?:-\d{1,4})?(?!\w)")
CODE = re.compile(
    r"(?<![\w-])(?=[a-z\d-]{0,20}[a-z])(?=(?:[a-z-]{0,6}\d){4})[a-z\d]{1,12}(?:-?[a-z\d]{1,12}){0,4}(?![\w-])"
)
"""Letters and four digits or more in one word."""
PLATES = re.compile(
    r"(?<!\w)(?:[АВЕКМНОРСТУХABEKMHOPCTYX] ?\d{3} ?[АВЕКМНОРСТУХABEKMHOPCTYX]{2}(?: ?\d{2,3})?|[А-ЯІЇЄA-Z]{2} ?\d{4} ?[А-ЯІЇЄA-Z]{2}|"
    r"\d{2,4} ?[A-ZА-Я] ?\d{3} ?[A-ZА-Я]{2}|\d{2} ?KG ?\d{3} ?[A-Z]{3}|[A-Z]{1,3}[- ]\d{2,4}[- ][A-Z]{1,3}|\d{4} ?[A-ZА-Я]{2} ?\d{2}|"
    r"\d{2} ?\d{3} ?[A-ZА-Я]{3}|[\u0621-\u064a](?: [\u0621-\u064a]){1,2} ?\d{3,4}|\d{3,4} ?[\u0621-\u064a](?: [\u0621-\u064a]){1,2})(?!\w)"
)
"""Car plates of the campaign's countries; they are written in capitals."""
YEAR = re.compile(r"(?:[a-z]+-)?(?:1[89]|20)\d\d-?[a-z]*")
"""A year with a word grown onto it is no code: the 1990s, 2006-yil."""
IBAN = re.compile(r"(?<!\w)[a-z]{2}\d{2}(?: ?[a-z\d]{4}){2,7}(?: ?[a-z\d]{1,4})?(?!\w)")
COORDINATES = re.compile(
    r"-?\d{1,3}[.,]\d{3,8}(?:\s?°)?(?:\s?[nsewсюшзвдп])?\s?[,;/ ]\s{0,2}-?\d{1,3}[.,]\d{3,8}(?:\s?°)?(?:\s?[nsewсюшзвд](?!\w))?|"
    r"\d{1,3}\s?°\s?\d{1,2}(?:\s?['′’]\s?(?:\d{1,2}(?:[.,]\d{1,4})?\s?[\"″”]?)?)?(?:\s?[nsewсюшзвд](?!\w))?"
)
DEGREES = re.compile(r"°|\d[.,]\d{3}")
TEMPERATURE = re.compile(r"\d{1,3}\s?°")
"""A degree sign with nothing behind it measures heat."""


LETTER_AND_DIGIT = re.compile(
    r"[^\W\d_](?:-|\s?(?<=[A-ZА-ЯІЇЄ].)|)\d|\d(?:-|\s(?=[A-ZА-ЯІЇЄ])|)[^\W\d_]|\s[\u0621-\u064a] ?\d|\d ?[\u0621-\u064a]\s"
)
"""A letter beside a digit, a capital also with a space between: without them there is no code, plate or account."""
NUMBER_SIGNS = Signs(r"n(?:os?|r)?$|n.*\d|number|numarul|номер|нумар|рақами|.*رقم")
NAMING_SIGNS = Signs("|".join(re.split(r"\(| ", word)[0] for word in WORDS.split("|")))


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Document, case, account and plate numbers, and coordinates."""
    if not reading.numbered:
        return
    for signs, pattern, rule in ((NUMBER_SIGNS, NUMBERED, "number-sign"), (NAMING_SIGNS, NAMED, "named-number")):
        for window in signs.windows(reading):
            for found in pattern.finditer(reading.folded, *window) if FIGURES.search(reading.folded, *window) else ():
                yield Found(found.start(1), found.end(1), "document", rule)
    for window in NUMBER_SIGNS.windows(reading):
        for found in SMALL_NUMBERED.finditer(reading.folded, *window):
            if not found[0].startswith("no") or reading.text[found.start() : found.start() + 2] == "No":
                yield Found(found.start(1), found.end(1), "document", "small-number")
        for found in PLATE_WORDS.finditer(reading.folded, *window):
            yield Found(*found.span(1), "plate", "plate-pattern")
    for start, end in digit_windows(reading):
        for found in LOWER_PLATE.finditer(reading.folded, start, end) if lang in ("ru", "uk") else ():
            yield Found(*found.span(), "plate", "plate-pattern")
        yield from _in_window(reading, start, end)


def _in_window(reading: Reading, start: int, end: int) -> Iterator[Found]:
    text = reading.folded
    if LETTER_AND_DIGIT.search(reading.text, start, end):
        for found in IBAN.finditer(text, start, end):
            yield Found(found.start(), found.end(), "account", "iban")
        for found in CODE.finditer(text, start, end):
            if _is_code(reading.text[found.start() : found.end()]):
                yield Found(found.start(), found.end(), "document", "code")
        for found in PLATES.finditer(reading.text, start, end):
            yield Found(found.start(), found.end(), "plate", "plate-pattern")
    if text.find("/", start, end) >= 0:
        for pattern in (SLASHED, COURT):
            for found in pattern.finditer(text, start, end):
                if not SEASONS.fullmatch(found[0]) and not _is_small_fraction(found[0]):
                    yield Found(found.start(), found.end(), "case", "slashed-number")
    for found in COORDINATES.finditer(text, start, end) if DEGREES.search(text, start, end) else ():
        if not TEMPERATURE.fullmatch(found[0].strip()):
            yield Found(found.start(), found.end(), "coordinates", "coordinates-pattern")


def _is_small_fraction(text: str) -> bool:
    """24/7 and 1/20 are said of hours and shares; a docket's number has three digits somewhere or letters."""
    return all(len(part) < 3 for part in text.split("/")) and not any(c.isalpha() for c in text)


def _is_code(text: str) -> bool:
    """Words joined by hyphens in small letters are none (18-to-24-year-old), nor is a year with its ending."""
    return not YEAR.fullmatch(text.casefold()) and not ("-" in text and text.islower())
