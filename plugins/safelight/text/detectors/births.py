"""Years of birth: with the year of a story they tell an exact age, so each is a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from safelight.text.detectors.found import Found
from safelight.text.detectors.windows import Signs
from safelight.text.reading import Reading

YEAR = r"(?P<year>(?:19|20)\d\d|['’]\d\d)(?!\d)"
NEAR = r"[^.!?;\n\d]{0,30}(?:\d{1,2}[^\w\n]{1,2}(?:\d{1,2}[^\w\n]{1,2}|[^\W\d_]{3,9}\.?,? )?)?"
"""Words and a day and a month between the word for birth and the year."""
PATTERNS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(rf"\bborn\b(?! (?:and|into)\b){NEAR}{YEAR}|\b(?:birth|dob|d\.o\.b\.?)\b{NEAR}{YEAR.replace('year', 'y2')}"),
    "ru": re.compile(
        rf"(?<!\w)(?:родил\w{{1,4}}|рожден[аыо]?|рождени[яею]|г\.\s?р\.|род\.){NEAR}{YEAR}|"
        rf"(?<!\w){YEAR.replace('year', 'y2')}[- ]?(?:го|м)?(?: года?у?| г\.)? ?(?:рождения|г\.\s?р|р\.|родил\w{{1,4}})"
    ),
    "uk": re.compile(
        rf"(?<!\w)(?:народи\w{{1,6}}|народжен\w{{1,4}}|р\.\s?н\.|нар\.){NEAR}{YEAR}|"
        rf"(?<!\w){YEAR.replace('year', 'y2')}[- ]?(?:го)?(?: рок[уи]| р\.)? ?(?:народження|р\.\s?н|н\.|народи\w{{1,6}})"
    ),
    "ro": re.compile(rf"(?<!\w)(?:nascut\w{{0,2}}|nasterii|n\.){NEAR}{YEAR}|(?<!\w)anul nasterii\W{{1,3}}{YEAR.replace('year', 'y2')}"),
    "uz": re.compile(
        rf"(?<!\w)(?:tug'?il\w{{0,8}}|туғил\w{{0,8}}){NEAR}{YEAR}|(?<!\w){YEAR.replace('year', 'y2')}[- ]?(?:yil|йил)\w{{0,4}}(?: \w{{2,14}})? ?(?:tug'?il|туғил)"
    ),
    "tg": re.compile(
        rf"(?<!\w)(?:таваллуд\w{{0,4}}|зода шуд\w{{0,4}}|солҳои таваллуд){NEAR}{YEAR}|(?<!\w)соли {YEAR.replace('year', 'y2')}[^.!?;\n\d]{{0,20}}(?:таваллуд|зода шуд|ба дуне омад)"
    ),
    "ky": re.compile(
        rf"(?<!\w)(?:туул\w{{1,8}}|төрөл\w{{1,8}}){NEAR}{YEAR}|(?<!\w){YEAR.replace('year', 'y2')}[- ]?(?:жыл\w{{0,6}})(?: [\w-]{{2,14}})? ?(?:туул|төрөл)"
    ),
    "ar": re.compile(
        rf"(?<!\w)[وف]?(?:ولد(?:ت|نا|وا|تها|ته)?|مولود(?:ه)?|مواليد|ميلاد(?:ها|ه|ي)?){NEAR}{YEAR}|(?<!\w)(?:عام|سنه) {YEAR.replace('year', 'y2')}[^.!?؟؛\n\d]{{0,6}}ولد"
    ),
}  # fmt: skip
SIGNS: Mapping[str, Signs] = {
    "en": Signs("born$|birth$|dob$"),
    "ru": Signs("родил|рожден|род$|р$"),
    "uk": Signs("народ|нар$|н$"),
    "ro": Signs("nascut|nasterii$|n$"),
    "uz": Signs("tug'?il|туғил"),
    "tg": Signs("таваллуд|зода|дуне"),
    "ky": Signs("туул|төрөл"),
    "ar": Signs("[وف]?(?:ولد|مولود|مواليد|ميلاد)"),
}


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every year that the text tells as somebody's year of birth."""
    if lang not in PATTERNS or not reading.numbered:
        return
    for window in SIGNS[lang].windows(reading):
        for found in PATTERNS[lang].finditer(reading.folded, *window):
            group = "year" if found["year"] else "y2"
            yield Found(found.start(group), found.end(group), "birth", "year-of-birth", ask="birth")
