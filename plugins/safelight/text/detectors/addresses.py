"""Street addresses: a street's word and name, and the numbers of houses and flats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.text.detectors.found import Found
from safelight.text.detectors.windows import Signs
from safelight.text.reading import Reading

HOUSE = r"(?:,?\s{0,2}(?:д\.?|дом[а-я]{0,2}|буд\.?|будинок|nr\.?|no\.?|№|uy|уй|үй|хонаи|кв\.?|квартир[а-я]{0,2}|ap\.?|xonadon|батир|батири|корп\.?|стр\.?|bl\.?)?\s{0,2}\d{1,4}[а-яa-z]?(?:/\d{1,4})?(?!\w))"
SLAVIC = (
    r"(?:ул\.|улиц[аыеуі]?[а-я]{0,2}|вул\.|вулиц[іяюею]{1,2}|пр-т|просп\.|проспект[а-яі]{0,2}|пер\.|переул[а-я]{1,4}|провул[а-я]{1,4}|"
    r"пл\.|площад[иьюя]{1,2}|площ[аіу]|шоссе|бульвар[а-яі]{0,2}|б-р|наб\.|набережн[а-я]{2,3}|тупик[а-я]{0,2}|мкр\.|микрорайон[а-я]{0,2})"
)
NAME = r"\s{0,2}[\w.«»'-]{2,30}(?:\s[\w.«»'-]{3,30}){0,2}?"
PATTERNS: dict[str, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(
            r"(?<!\w)\d{1,5}[A-Za-z]?,?\s(?:[A-Z][\w'’-]{1,30}\s){1,3}"
            r"(?:Street|Road|Avenue|Lane|Drive|Square|Boulevard|Court|Close|Way|Terrace|Place|(?:St|Rd|Ave|Ln|Dr|Sq|Blvd)\.?)(?!\w)"
            r"(?:,?\s(?:flat|apartment|apt\.?|room)\s\d{1,4}[a-z]?)?"
        ),
        re.compile(
            r"(?<!\w)(?:[A-Z][\w'’-]{1,30}\s){1,3}(?:Street|Road|Avenue|Lane|Boulevard)(?!\w)(?:,?\s\d{1,5}[A-Za-z]?(?!\w))?"
        ),
        re.compile(r"(?<!\w)(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Rr]oom|[Hh]ouse)\s(?:[Nn]o\.?\s)?\d{1,4}[A-Za-z]?(?!\w)"),
    ),
    "ro": (re.compile(rf"(?<!\w)(?:str\.|strad[ăaei]{{1,2}}|bd\.|bulevardul[ui]{{0,2}}|aleea|[șs]os\.|[șs]oseaua|calea)\s{{0,2}}(?:[\w.'-]{{2,30}}\s?){{1,3}}?{HOUSE}{{1,4}}", re.IGNORECASE),),
    "uz": (re.compile(rf"(?<!\w)(?:[\w'’ʻ-]{{2,30}}\s){{1,2}}(?:kocha[a-z]{{0,5}}|ko['’ʻ‘]?cha[a-z]{{0,5}}|кўча[а-я]{{0,5}}|mahalla[a-z]{{0,4}}){HOUSE}{{1,3}}(?:-(?:uy|уй)\w{{0,4}})?(?:,?\s\d{{1,4}}-(?:xonadon|хонадон|kvartira|квартира)\w{{0,4}})?", re.IGNORECASE),),
    "tg": (re.compile(rf"(?<!\w)(?:кӯчаи|кучаи|хиёбони)\s[\w'-]{{2,30}}(?:\s[\w'-]{{2,30}})??{HOUSE}{{1,3}}", re.IGNORECASE),),
    "ky": (re.compile(rf"(?<!\w)[\w'-]{{2,30}}\s(?:көчөсү[а-яөүң]{{0,5}}|көч\.?|проспекти[а-яөүң]{{0,5}}){HOUSE}{{1,3}}", re.IGNORECASE),),
    "ar": (re.compile(r"(?<!\w)(?:ب?شارع|طريق|حي|ساحة)\s\w{2,30}(?:\s\w{2,30}){0,2}?(?:،|,)?\s(?:رقم|مبنى|منزل|شقة|بناية)?\s?\d{1,4}"),),
}  # fmt: skip
for _lang in ("ru", "uk", "ky", "tg"):
    PATTERNS[_lang] = (
        *PATTERNS.get(_lang, ()),
        re.compile(rf"(?<!\w){SLAVIC}{NAME}{HOUSE}{{1,4}}", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{SLAVIC})\s{{0,2}}[А-ЯІЇЄҐ][\w-]{{2,30}}(?:\s[А-ЯІЇЄҐ][\w-]{{2,30}})?"),
        re.compile(r"(?<!\w)(?:д\.|дом[а-я]{0,2}|кв\.|квартир[а-я]{1,2}|подъезд[а-я]{0,2})\s{0,2}№?\s{0,2}\d{1,4}[а-я]?(?!\w)(?!\s?(?:лет|год|человек|раз))", re.IGNORECASE),
    )  # fmt: skip


STREETS = (
    r"(?:ул|вул|пр|пер|пл|б|наб|д|кв)$|улиц|вулиц|просп|переул|провул|площ|шоссе|бульвар|набережн|тупик|мкр|микрорайон|"
    r"дом[а-я]{0,2}(?:$|\d)|квартир|подъезд"
)
SIGNS = {
    "en": Signs(
        r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|square|sq|boulevard|blvd|court|close|way|terrace|place)$|"
        r"flat|apartment|apt|room|house"
    ),
    "ro": Signs("str|bd|bulevard|alee|sos|calea"),
    "uz": Signs("kocha|кўча|mahalla"),
    "tg": Signs(f"кӯч|куч|хиебон|{STREETS}"),
    "ky": Signs(f"көч|проспект|{STREETS}"),
    "ar": Signs("ب?(?:شارع|طريق|حي|ساحه)"),
    "ru": Signs(STREETS),
    "uk": Signs(STREETS),
}
"""Beginnings of the words that every pattern of a language needs, folded."""
LONGEST_BEFORE, LONGEST_BEHIND = 110, 160
"""Characters before and behind such a word that an address may take."""


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Streets with houses, streets alone where their name is written with a capital, and numbers of houses and flats."""
    text = reading.text
    for window in SIGNS[lang].windows(reading, LONGEST_BEFORE, LONGEST_BEHIND) if lang in SIGNS else ():
        for pattern in PATTERNS[lang]:
            for found in pattern.finditer(text, *window):
                yield Found(found.start(), found.end(), "address", "street-pattern")
