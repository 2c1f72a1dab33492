"""English: durations, sums and counts said less exactly, in the shape of the phrase they stand in."""

from __future__ import annotations

import re

from safelight.text.coarse.quantities import YEARS, Quantity
from safelight.text.coarse.told import (
    ABOUT_ONE,
    FEWEST_ASKED,
    FEWEST_COUNTED,
    MANY,
    SEVERAL,
    Coarse,
    duration_slug,
    lasting,
    magnitude,
)
from safelight.text.counted_numbers import counting_words
from safelight.text.reading import Reading

NEARLY = re.compile(
    r"(?<!\w)(?:(?:(?:just )?(?:over|under)|about|around|approximately|roughly|nearly|almost|exactly|precisely|some|more than|"
    r"less than|fewer than|at least|at most|up to) )$"
)
"""What already says that a number is not exact; it goes with the number."""
BEFORE = re.compile(r"(?<!\w)([a-z']+) $")
DEFINITE = frozenset("the these those my his her its our your their whose which all both same".split())
IN_A_ROW = frozenset("first last next past final previous following every another other".split())
"""Words behind which English says "few": the last few weeks, every few months."""
UNITS = "hour|day|night|week|month|year"
LONG = "more|further|other|additional|long|full|whole|consecutive|straight|hard|endless|short"
DURATION = re.compile(
    rf"(?: and a half)?(?P<gap>[ -])(?:(?P<how>{LONG}) )?(?P<unit>{UNITS})(?P<many>s?)(?P<of>'s?)?(?![\w'])(?![- ]olds?\b| of age\b)(?P<long>-long)?"
)
CURRENCIES = {
    "$": "dollars", "€": "euros", "£": "pounds", "₽": "roubles", "₴": "hryvnias", "₸": "tenge", "₺": "lira",
    "usd": "dollars", "eur": "euros", "gbp": "pounds", "rub": "roubles", "uah": "hryvnias", "kzt": "tenge", "pln": "zlotys",
    "sek": "kronor", "mdl": "lei", "ron": "lei", "uzs": "sum", "kgs": "som", "tjs": "somoni", "chf": "francs", "aed": "dirhams",
}  # fmt: skip
SIGN = re.compile(
    r"(?:us)?(?P<sign>[$€£₽₴₸₺]|(?<![a-z])(?:usd|eur|gbp|rub|uah|kzt|pln|sek|mdl|ron|uzs|kgs|tjs|chf|aed)(?= )) ?$"
)
MONEY = re.compile(
    r"(?P<hyphen>[ -])?(?P<thousands>k\b)?(?P<word>(?<=[ -])(?:(?:us|american|swedish|norwegian|danish|turkish|canadian|australian) )?"
    r"(?:dollars?|euros?|pounds?|roubles?|rubles?|"
    r"hryvnias?|tenge|sums?|soms?|somoni|lei|liras?|zlotys?|kron(?:a|or|er|e)|francs?|dirhams?|riyals?|rupees?|dinars?|bucks|yuan|yen|pesos?|forints?)"
    r"(?!\w)|[$€£₽₴₸₺]|(?<=[ ])(?:usd|eur|gbp|rub|uah|kzt|pln|sek|mdl|ron)(?!\w))"
)
MEASURE = re.compile(
    r" ?(?:%|percent(?:age)?\b|per cent\b)|[ -](?:square |cubic )?(?:kilo)?(?:met(?:re|er)|gram|lit(?:re|er)|mile|feet|foot|inch|acre|hectare|tonne|ton|kg|km|kilo|pound)s?\b"
)
NOUN = re.compile(r" (?:[a-z]{3,} )?(?P<noun>[a-z]{3,})(?!\w)|(?P<of> of )")
NO_PLURALS = frozenset(
    "was has does this thus his its always perhaps sometimes besides towards across less unless plus minus times various "
    "previous serious famous dangerous nervous anxious as is us yes hours minutes seconds years months weeks days nights "
    "steps paces boxes sheets lines words percent pounds dollars kilos miles metres meters kilometres kilometers others news police class".split()
)
IRREGULAR = frozenset("people men women children girls persons feet teeth mice police".split())
VAGUE_ADJECTIVES_END = re.compile(r"(?:s|ss|us|is)$")
NOT_COUNTING = frozenset(
    "no number room page chapter section article paragraph rule floor class grade year aged age at until till past line bus "
    "flat house apartment part step phase level channel unit block platform gate track route highway act form".split()
)
"""Words behind which a number is a name or a time of day, not a count."""
COUNTS = (
    "several",
    "dozens of",
    "hundreds of",
    "thousands of",
    "tens of thousands of",
    "hundreds of thousands of",
    "millions of",
)
SUMS = (
    "a few",
    "dozens of",
    "several hundred",
    "several thousand",
    "tens of thousands of",
    "hundreds of thousands of",
    "millions of",
)


def coarse(reading: Reading, number: Quantity) -> Coarse | None:
    """What an English number tells too exactly, and what to say; None for a number that may stand."""
    return (
        _duration(reading, number) or _amount(reading, number) or _measure(reading, number) or _count(reading, number)
    )


def _before(reading: Reading, start: int) -> tuple[int, str]:
    """Where the phrase begins with what says that it is not exact, and the word before that."""
    text = reading.folded
    nearly = NEARLY.search(text, max(0, start - 20), start)
    start = nearly.start() if nearly else start
    word = BEFORE.search(text, max(0, start - 20), start)
    return start, word[1] if word else ""


def _duration(reading: Reading, number: Quantity) -> Coarse | None:
    text = reading.folded
    found = DURATION.match(text, number.end)
    if found is None:
        return None
    said = lasting(number.value, found["unit"])
    if said is None:
        return Coarse(number.start, number.start, "duration", "", "")  # a day's hours: no count either
    size, unit = said
    end, of = _further(reading, found.end(), found["of"] or "")
    slug = duration_slug(number.value, found["unit"])
    start, before = _before(reading, number.start)
    if found["gap"] == "-" and not found["many"]:
        article = re.search(r"(?<!\w)an $", text[max(0, start - 3) : start])
        if article:
            return Coarse(start - 3, end, "duration", slug, f"{reading.text[start - 3]} {unit}s-long")
        return Coarse(start, end, "duration", slug, f"{unit}s-long")
    how = (
        f"{found['how']} "
        if found["how"] in ("more", "further", "other", "additional", "long", "hard", "endless")
        else ""
    )
    if size == ABOUT_ONE and (before in DEFINITE | IN_A_ROW | {"a", "an"} or how):
        size, unit = SEVERAL, found["unit"]
        if number.value == 1:
            return Coarse(number.start, number.start, "duration", "", "")
    if size == ABOUT_ONE:
        return Coarse(start, end, "duration", slug, f"about a {unit}{of and chr(39) + 's'}")
    if before in ("a", "an"):
        return Coarse(start, end, "duration", slug, None)
    if before in DEFINITE | IN_A_ROW:
        size = "few"
    elif size == MANY and how:
        how = ""
    return Coarse(start, end, "duration", slug, f"{size} {how}{unit}s{of and chr(39)}")


MORE = re.compile(rf"(?:,? and |, | )(?P<number>[a-z\d-]+) (?:{UNITS})s?(?P<of>'s?)?(?!\w)")


def _further(reading: Reading, end: int, of: str) -> tuple[int, str]:
    """The end of what smaller units follow, and its possessive: three years *and six months*'."""
    found = MORE.match(reading.folded, end)
    while found is not None and (found["number"].isdecimal() or _is_number(found["number"])):
        end, of = found.end(), found["of"] or ""
        found = MORE.match(reading.folded, end)
    return end, of


def _is_number(word: str) -> bool:
    return all(part in counting_words("en") for part in word.split("-"))


def _amount(reading: Reading, number: Quantity) -> Coarse | None:
    text = reading.folded
    sign = SIGN.search(text, max(0, number.start - 6), number.start)
    behind = MONEY.match(text, number.end)
    if not sign and not behind:
        return None
    start, end, value = sign.start() if sign else number.start, behind.end() if behind else number.end, number.value
    if behind and behind["thousands"]:
        value *= 1000
    start, before = _before(reading, start)
    slug = str(value)
    if behind and behind["word"]:
        word = behind["word"]
        currency = CURRENCIES.get(word) or reading.text[behind.start("word") : behind.end("word")]
    else:
        currency = CURRENCIES[sign["sign"] if sign else "$"]
    follows = re.match(r" (?P<first>[a-z])[a-z]*", text[end : end + 20])
    if before in ("a", "an"):
        if not follows:
            return Coarse(start, end, "amount", slug, None)
        article = "an" if follows["first"] in "aeio" else "a"
        begins = start - len(before) - 1
        capital = reading.text[begins].isupper()
        return Coarse(begins, end, "amount", slug, article.capitalize() if capital else article)
    if currency.endswith(("dollar", "euro", "pound", "rouble", "ruble", "krona", "krone")):
        currency += "s" if not currency.endswith("a") else ""
    size = SUMS[magnitude(value) if value >= 10 else 0]
    if value >= 10:
        size = SUMS[max(1, magnitude(value))]
    return Coarse(start, end, "amount", slug, f"{size.removeprefix('a ') if before in DEFINITE else size} {currency}")


def _measure(reading: Reading, number: Quantity) -> Coarse | None:
    found = MEASURE.match(reading.folded, number.end)
    if found is None or (number.value < FEWEST_COUNTED and number.written):
        return None
    return Coarse(number.start, found.end(), "amount", str(number.value), None)


def _count(reading: Reading, number: Quantity) -> Coarse | None:
    text = reading.folded
    if number.value < FEWEST_COUNTED or (number.value in YEARS and number.last - number.first == 1):
        return None
    start, before = _before(reading, number.start)
    slug = str(number.value)
    asked = number.value >= FEWEST_ASKED and not number.written
    unsure = Coarse(number.start, number.end, "count", slug, None) if asked else None
    noun = NOUN.match(text, number.end)
    if before in NOT_COUNTING or noun is None or not (noun["of"] or _is_plural(reading, number)):
        return unsure
    size = COUNTS[magnitude(number.value)]
    if before in DEFINITE:
        # "the nine hearings": without the number it is still English
        return None if noun["of"] else Coarse(start, number.end + 1, "count", slug, "")
    if before == "another":
        return Coarse(start - len("another "), number.end, "count", slug, f"{size.removesuffix(' of')} more")
    if before in ("a", "an", "every", "each"):
        return unsure
    if before in IN_A_ROW:
        size = "few" if size == COUNTS[0] else size
    if noun["of"]:
        size = size.removesuffix(" of")
    return Coarse(start, number.end, "count", slug, size)


def _is_plural(reading: Reading, number: Quantity) -> bool:
    """Whether a plural noun follows, right behind the number or one word later."""
    for at in (number.last, number.last + 1):
        if at >= len(reading.keys) or reading.gap(at - 1, at) != " ":
            return False
        word = reading.word(at)
        key = reading.keys[at]
        if not word.islower():
            return False
        if key in IRREGULAR:
            return True
        if key.endswith("s") and not key.endswith(("ss", "us", "is", "ous")) and key not in NO_PLURALS and len(key) > 3:
            return True
        if at == number.last and len(key) < 3:
            return False
    return False
