"""Age bands that a text tells: what an exact age became, which is counted, and is not to be made coarser again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from safelight.text.detectors.age_bands import BANDS
from safelight.text.detectors.ages import PHRASES
from safelight.text.detectors.told_bands import WORDS, own_bands
from safelight.text.detectors.windows import Signs
from safelight.text.fold import clean, fold_letters
from safelight.text.reading import Reading

PAIR = re.compile(r"(?<![\d.,])(\d{1,2})(\D{1,16}?)(\d{2})(?![\d])")

SIGNS = Signs(r"\d|teenage|adolescen|late$|подростков|несовершеннолетн|підлітков|неповнолітн")
"""Beginnings of the words of which every band of `told_bands` holds one; the figures of a pair are among them."""


STARTS, ENDS = {first for first, _ in BANDS}, {last for _, last in BANDS}


def spans_of_bands(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) of ages told from the first of one band to the last of the same or another: от 13 до 24 лет."""
    for pair in PAIR.finditer(reading.folded):
        if int(pair[1]) in STARTS and int(pair[3]) in ENDS and not re.search(r"[\n;!?]", pair[2]):
            yield pair.span()


@cache
def _own_words(lang: str) -> re.Pattern[str] | None:
    """What the phrases of `detectors.ages` write of children, teenagers and people over fifty, folded, one group for each."""
    groups = []
    for name, of in (("b0", "child"), ("b13", "teen"), ("b50", "older")):
        said = {fold_letters(clean(getattr(phrase, of))).partition("{")[0].strip() for phrase in PHRASES.get(lang, ())}
        if of == "child":
            said = {one for one in said if "13" in one}  # "as a child" tells of any life; "under 13" of an age
        words = sorted((re.escape(one) for one in said if len(one) > 5), key=len, reverse=True)
        if words:
            groups.append(f"(?P<{name}>{'|'.join(words)})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})") if groups else None


def bands_told(reading: Reading, lang: str) -> Iterator[tuple[str, int, int]]:
    """(band, start, end) of each age that is told as a band, in the wording that the detector of ages writes."""
    text = reading.folded
    for window in SIGNS.windows(reading):
        for pair in PAIR.finditer(text, *window):
            if (int(pair[1]), int(pair[3])) in BANDS and not re.search(r"[\n;!?]", pair[2]):
                yield f"{pair[1]}-{pair[3]}", pair.start(), pair.end()
        for one in own_bands(text, lang, *window):
            if one.band in WORDS.get(lang, ()):
                yield one.band, one.start, one.end
    own = _own_words(lang)
    for told in own.finditer(text) if own else ():
        yield {"b0": "0-12", "b13": "13-17", "b50": "50+"}[str(told.lastgroup)], told.start(), told.end()
