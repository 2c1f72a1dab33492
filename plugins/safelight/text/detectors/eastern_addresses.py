"""Addresses as Uzbek, Kyrgyz and Tajik write them: the name before the street's word, the number before the house's.

A street with its name is removed; a number before a word for a house, a flat or a quarter is left out (12-uyda -> uyda).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.text.detectors.found import Found, left_out
from safelight.text.detectors.named_by_place import without_izofat
from safelight.text.detectors.windows import Signs
from safelight.text.languages import writing
from safelight.text.reading import Reading

CAPITAL = "[A-ZА-ЯЁЎҚҒҲӢӮҶҮӨҢ]"
NAMED = rf"(?<![\w'-])(?P<name>(?:{CAPITAL}[\w'-]{{1,30}}\s){{1,3}})"
HOUSE = r"(?:,?\s?\d{1,4}[a-zа-я]?(?:/\d{1,4})?(?:-?\s?(?:uy|уй|үй|xonadon|хонадон|kvartira|квартира|батир)\w{0,6})?(?!\w)){0,3}"
STREETS = {
    "uz": re.compile(rf"{NAMED}(?:tor |shoh |тор |шоҳ )?(?:ko'?cha|mahalla|mavze|daha|prospekt|xiyobon|massiv|dahasi|кўча|куча|маҳалла|мавзе|даҳа|проспект|хиёбон|массив)(?:si|lari|i|си|лари|и)\w{{0,6}}(?!\w){HOUSE}"),
    "ky": re.compile(rf"{NAMED}(?:көчөсү|проспекти|проспектиси|кичирайону|конушу|массиви|бульвары|чөлкөмү)\w{{0,7}}(?!\w){HOUSE}"),
    "tg": re.compile(
        rf"(?<!\w)(?:тангк[ӯу]чаи|шоҳк[ӯу]чаи|к[ӯу]чаи|хиёбони|маҳаллаи|гузари|микрорайони|массиви)\s(?:ба номи\s)?(?:{CAPITAL}[\w-]{{1,30}}(?:\s{CAPITAL}[\w-]{{1,30}})?|\d{{1,4}}(?!\w))"
        r"(?:,?\s(?:хонаи|бинои|ҳавлии|квартираи)\s(?:рақами\s|№\s?)?\d{1,4}[а-я]?(?:/\d{1,4})?(?!\w)){0,3}"
    ),
}  # fmt: skip
NUMBERED = {
    "uz": re.compile(r"(?<![\w.,-])(?:(?:№|no\.?)\s?)?\d{1,4}[a-zа-я]?\s?[-–]\s?(?=(?:uy|уй|xona|хона|kvartira|квартира|dom|дом|mavze|мавзе|daha|даҳа|kvartal|квартал|mikrorayon|микрорайон|podyezd|подъезд)(?!qa|ла))"),
    "ky": re.compile(r"(?<![\w.,-])(?:(?:№|no\.?)\s?)?\d{1,4}[а-я]?\s?[-–]\s?(?=(?:үй(?!лө|рө)|батир|квартира|кичирайон|подъезд|бала бакча|бөлмө|дом))"),
}  # fmt: skip
TAJIK_NUMBERED = re.compile(
    r"(?<!\w)(?P<noun>(?:хона|ҳуҷра|бино|квартира|ҳавли|утоқ|мактаб|кудакистон|кӯдакистон|беморхона|бемористон|микрорайон)и)\s(?:рақами\s|№\s?)?\d{1,4}[а-я]?(?!\w)"
    r"(?!\s?(?:нафар|кас|сол|метр|ошёна|синф|тан|одам|кӯдак|рӯз|моҳ))"
)
TAJIK_HONOURED = re.compile(
    rf"(?<!\w)(?P<noun>[а-яӣӯқғҳҷё]{{3,30}}и)\s(?:рақами\s\d{{1,4}}\s)?ба номи\s(?:{CAPITAL}\.?[\w-]{{0,30}})(?:\s{CAPITAL}[\w-]{{1,30}})?"
)
"""A school or a street that carries somebody's name: мактаби ба номи …"""
SIGNS = {
    "uz": Signs("kocha|кўча|куча|mahalla|маҳалла|mavze|мавзе|daha|даҳа|prospekt|проспект|xiyobon|хиебон|massiv|массив|uy|уй|xona|хона|.*kvart|.*кварт|.*dom|.*дом|mikror|микрор|podyezd|подъезд"),
    "ky": Signs("көч|проспект|кичирайон|конуш|массив|бульвар|чөлкөм|үй|батир|кварт|подъезд|бала|бөлмө|дом"),
    "tg": Signs("тангк|шоҳк|куча|хиебон|маҳалла|гузар|микрорайон|массив|хона|ҳуҷра|бино|кварт|ҳавли|утоқ|мактаб|кудакистон|бемор|номи"),
}  # fmt: skip
COMMON = re.compile(
    r"(?:ning|нинг|\w{3}[ндт][ыиуү]н)$|^(?:менин|сенин|анын|биздин|сиздин|shahar|qishloq|tuman|onam|otam|uyim|шаҳар|қишлоқ|туман|шаар|айыл|район)$"
)
"""Words that begin a sentence before somebody's street and name none: whose it is, or that it is the town's."""
BEFORE, BEHIND = 100, 80
"""Characters before and behind such a word that an address may take."""


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Streets and quarters with their names, and the numbers of houses, flats and rooms."""
    if lang not in SIGNS:
        return
    for window in SIGNS[lang].windows(reading, BEFORE, BEHIND):
        for found in STREETS[lang].finditer(reading.text, *window):
            start = _name_start(reading, found, lang) if lang != "tg" else found.start()
            if start < found.end():
                yield Found(start, found.end(), "address", "street-named")
        if lang != "tg":
            for found in NUMBERED[lang].finditer(reading.text, *window):
                yield left_out(reading, found.start(), found.end(), "address", "house-number")
            continue
        for pattern, rule in ((TAJIK_NUMBERED, "house-number"), (TAJIK_HONOURED, "named-after")):
            for found in pattern.finditer(reading.text, *window):
                yield Found(found.start(), found.end(), "address", rule, without_izofat(found["noun"]))


def _name_start(reading: Reading, found: re.Match[str], lang: str) -> int:
    """Where the name begins: an ordinary word at a sentence's start is none of it; the end where nothing is left."""
    start = found.start()
    for word in found["name"].split():
        token = reading.token_at(start)
        key = reading.keys[token]
        if not reading.sentence_start(token) or not (COMMON.search(key) or key in writing(lang).openers):
            return start
        start += len(word) + 1
    return found.end()
