"""Exact dates, in figures and in words, become the season and the year, in the shape that the sentence needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.text.detectors.date_words import PREPOSITIONS, full_months, month_of, months, worded
from safelight.text.detectors.eastern_dates import DAY, YEAR, kyrgyz_season
from safelight.text.detectors.found import Found, alphabet, opening
from safelight.text.detectors.seasons import SEASONS, SLAVIC_SEASONS, season
from safelight.text.detectors.windows import digit_windows
from safelight.text.reading import Reading

NUMERIC = re.compile(
    rf"(?<![\w.,/:-])(?:(?P<iso>{YEAR})[-./](?P<m1>0[1-9]|1[0-2])[-./]{DAY}|"
    rf"(?P<day>{DAY})\s?(?P<sep>[./\-\u2010-\u2015])\s?(?P<m2>{DAY})\s?(?P=sep)\s?(?P<year>{YEAR}|\d\d))(?![\w/:-]|[.,]\d)"
)


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every date finer than a season; a year alone stays."""
    text = reading.folded
    for start, end in digit_windows(reading):
        for found in NUMERIC.finditer(text, start, end):
            yield from _numeric(reading, found, lang)
    for window in months(lang).windows(reading):
        yield from _in_words(reading, lang, window)


def _in_words(reading: Reading, lang: str, window: tuple[int, int]) -> Iterator[Found]:
    for pattern, say in worded(lang):
        for found in pattern.finditer(reading.folded, *window):
            if not _is_name(reading, found, lang):
                said = opening(say(found, month_of(found, lang)), reading, found.start())
                # The full stop behind a month that is not shortened is the sentence's.
                stop = found[0].endswith(".") and (
                    found["month"] in full_months(lang) or not SENTENCE_GOES_ON.match(reading.text, found.end())
                )
                yield Found(found.start(), found.end() - stop, "date", "date-in-words", said)


SENTENCE_GOES_ON = re.compile(r",| (?=[^\W\d_])(?![A-ZА-ЯІЇЄҐȘȚĂÎÂ])| \d")
"""What follows the full stop of a shortened month inside its sentence."""
HOMOGRAPHS = {
    "en": frozenset(("may", "march", "august", "mar", "jun", "jan")),
    "uk": frozenset(("лютого", "лютому", "лютим", "лютий")),
    "ro": frozenset(("mai",)),
    "uz": frozenset(("may", "май")),
    "ky": frozenset(("май",)),
}
"""Months that are other words too: may and march, fierce, more, and small (mayda, майда) with the ending of "in"."""
BESIDE = re.compile(r"\d|\bluna\b|\boyi|\bойи|\bай[а-я]|^[ву] ")
"""What makes a month of such a word: a day, a year, the word for month, or Ukrainian "in"."""


def _is_name(reading: Reading, found: re.Match[str], lang: str) -> bool:
    """A month alone that is somebody's name or another word: Марта came, they march, she may, mai mult."""
    groups = found.groupdict()
    if groups.get("day"):
        # cinci mai mari: five older ones
        counted = (
            found["month"] == "mai"
            and lang == "ro"
            and not (groups.get("prep") or groups.get("night") or found["year"])
        )
        return counted and found["day"].isalpha() and reading.text[found.end() : found.end() + 2].strip(" ").isalpha()
    word = reading.text[found.start("month") : found.end("month")]
    if found["month"] in ("марта", "мая"):
        return word[:1].isupper()
    if found["month"] == "اب":
        return word.startswith("أ")  # a father; August is آب
    if found["month"] not in HOMOGRAPHS.get(lang, ()) or BESIDE.search(found[0]):
        return False
    return lang != "en" or word.islower()


def _numeric(reading: Reading, found: re.Match[str], lang: str) -> Iterator[Found]:
    year = found["iso"] or found["year"]
    if len(year) == 2:
        year = ("19" if int(year) > 40 else "20") + year
    month = int(found["m1"] or found["m2"])
    if month > 12:
        month = int(found["day"])  # the month stands first, as in the United States
    if month > 12:
        return
    start, said = found.start(), ""
    before = reading.folded[max(0, start - 12) : start]
    if lang in SLAVIC_SEASONS:
        word = re.search(r"(\w+)\s$", before)
        case = PREPOSITIONS[lang].get(word[1], "when") if word else "when"
        said = f"{SLAVIC_SEASONS[lang][season(month)][case]} {year} {'года' if lang == 'ru' else 'року'}"
        if case == "when" and word and word[1] in ("в", "у", "во"):
            start -= len(word[0])
    elif lang == "en":
        word = re.search(r"\b(?:on|in|at)\s$", before)
        start -= len(word[0]) if word else 0
        said = f"{'in ' if word else ''}the {SEASONS['en'][season(month)]} of {year}"
    elif lang == "ro":
        word = re.search(r"\b(?:(?:la|in|pe)\s)?(?:data\sde\s)?$|\b(?:la|in|pe)\s$", before)
        start -= len(word[0]) if word else 0
        said = f"{'în ' if word and word[0] else ''}{SEASONS['ro'][season(month)]} anului {year}"
    elif lang == "uz":
        cyrillic = alphabet(reading, start, lang) != lang
        said = (
            f"{year}-йил {SEASONS['uz-cyrillic'][season(month)]}ида"
            if cyrillic
            else f"{year}-yil {SEASONS['uz'][season(month)]}ida"
        )
    elif lang == "ky":
        said = f"{year}-жылдын {kyrgyz_season(season(month), 'да')}"
    elif lang == "tg":
        said = f"{SEASONS['tg'][season(month)]}и соли {year}"
    elif lang == "ar":
        said = f"{SEASONS['ar'][season(month)]} {year}"
    tail = re.match(
        r"\s?(?:года|году|г\.|року|р\.|kuni(?!\w)|куни(?!\w)|күнү(?!\w)|йил(?!\w)|yil(?!\w))",
        reading.folded[found.end() : found.end() + 8],
    )
    end = found.end() + (len(tail[0]) if tail else 0)
    if tail and tail[0].endswith(".") and re.match(r"\s*$|\s+[^\W\d_a-zа-яёіїєґ]|\n", reading.text[end : end + 3]):
        end -= 1  # the abbreviation's full stop ends the sentence too
    yield Found(start, end, "date", "date-in-figures", opening(said, reading, start) or None)
