"""Schools, universities and works that carry a place's name before or behind their type: what remains is the type.

A capital inside a sentence tells the name from a description: Russian "ташкентский" is from Tashkent, "Ташкентский
университет" is one certain university. English names are `organisations`' own; Arabic has no capitals to tell by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from safelight.text.detectors.found import Found, left_out
from safelight.text.detectors.windows import Signs
from safelight.text.languages import writing
from safelight.text.reading import Reading

TYPES: Mapping[str, str] = {
    "ru": "университет|институт|академи|колледж|училищ|техникум|школ|гимнази|лице|завод|фабрик|комбинат|больниц|госпитал|тюрьм|колони",
    "uk": "університет|інститут|академі|коледж|училищ|технікум|школ|гімназі|ліце|завод|фабрик|комбінат|лікарн|госпітал|в'язниц|колоні",
    "ro": "universitat|institut|academi|colegi|scoal|liceu|gimnazi|fabric|uzin|spital|clinic|penitenciar",
    "uz": "universitet|institut|akademiya|kollej|texnikum|maktab|litsey|zavod|fabrika|kombinat|kasalxona|"
    "университет|институт|академия|коллеж|техникум|мактаб|лицей|завод|фабрика|комбинат|касалхона",
    "tg": "донишгоҳ|донишкада|академия|коллеҷ|омӯзишгоҳ|литсей|мактаб|корхона|завод|фабрика|беморхона",
    "ky": "университет|институт|академия|колледж|техникум|мектеб|лицей|завод|фабрика|комбинат|оорукана",
}
GENERIC: Mapping[str, str] = {
    "ru": r"(?:государственн|национальн|областн|городск|районн|медицинск|педагогическ|техническ|аграрн|политехническ|экономическ|"
    r"юридическ|центральн|международн|исправительн|мясо|хлопк|текстильн|швейн|металлургическ|машиностроительн)[а-яё-]{1,20}\s",
    "uk": r"(?:державн|національн|обласн|міськ|районн|медичн|педагогічн|технічн|аграрн|політехнічн|економічн|юридичн|центральн|"
    r"міжнародн|виправн|текстильн|швейн|металургійн|машинобудівн)[а-яіїєґ'-]{1,20}\s",
    "uz": r"(?:davlat|milliy|tibbiyot|pedagogika|texnika|iqtisodiyot|agrar|xalqaro|shahar|viloyat|tuman|давлат|миллий|тиббиёт|педагогика|"
    r"техника|иқтисодиёт|аграр|халқаро|шаҳар|вилоят|туман)\s",
    "ky": r"(?:мамлекеттик|улуттук|медициналык|педагогикалык|техникалык|агрардык|эл аралык|шаардык|облустук|райондук)\s",
}  # fmt: skip
"""What may stand between a place's name and the type, and says nothing of which one it is."""
CYRILLIC = "[А-ЯЁІЇЄҐӨҮҢЎҚҒҲҶӢӮ]"
ADJECTIVE = {
    "ru": r"[а-яё]{1,30}(?:ск|цк)(?:ий|ая|ое|ого|ому|им|ом|ую|ой|ие|их|ими)",
    "uk": r"[а-яіїєґ']{1,30}(?:ськ|цьк)(?:ий|а|е|ого|ому|им|ої|у|ою|ій|і|их|ими)",
}
COMMON = re.compile(r"(?:ning|нинг|\w{3}[ндт][ыиуү]н)$|^(?:yangi|янги|жаңы|eski|эски|katta|катта|чоң|бир|bitta)$")
"""Uzbek and Kyrgyz words that begin a sentence before a school and name none: whose, new, old, big."""
ROMANIAN_PREPOSITIONS = frozenset("la in din de pe spre langa pentru prin catre".split())


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """The name is `name`, which goes; `type` stays."""
    types = TYPES[lang]
    if lang in ADJECTIVE:
        return re.compile(
            rf"(?<![\w-])(?P<name>{CYRILLIC}{ADJECTIVE[lang]}\s)(?=(?:{GENERIC[lang]}){{0,3}}(?i:{types}))"
        )
    if lang in GENERIC:
        return re.compile(
            rf"(?<![\w-])(?P<name>(?:(?:{CYRILLIC}|[A-Z])[\w'ʻ‘’-]{{1,30}}\s){{1,2}})(?=(?i:(?:{GENERIC[lang]}){{1,3}}(?:{types})))"
        )
    word = r"[A-ZȘȚĂÎÂŞŢ][\w-]{1,30}"
    if lang == "ro":
        return re.compile(
            rf"(?<![\w-])(?P<type>(?i:{'|'.join(types.split('|')).replace('scoal', '[șşs]coal')})[a-zăâîșț]{{0,8}})"
            rf"(?P<name>(?:\s(?:de\s|din\s|al\s|a\s|pentru\s)?{word}){{1,5}})"
        )
    return re.compile(
        rf"(?<![\w-])(?P<type>(?i:{types})и(?:\s[а-яӣӯқғҳҷё]{{2,30}}и){{0,2}})(?P<name>\s{CYRILLIC}[\w-]{{1,30}})"
    )


@cache
def _signs(lang: str) -> Signs:
    return Signs(rf"(?:{TYPES[lang]})")


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every organisation of a type that carries a place's name inside a sentence."""
    if lang not in TYPES:
        return
    text = reading.text
    for window in _signs(lang).windows(reading, before=100, after=160):
        for found in _pattern(lang).finditer(text, *window):
            if lang == "ro":
                start = found.start("type")
                said = without_article(found["type"], reading, start)
                yield Found(start, found.end(), "organisation", "named-by-place", said)
            elif lang == "tg":
                start = found.start("type")
                yield Found(start, found.end(), "organisation", "named-by-place", without_izofat(found["type"]))
            elif lang in ADJECTIVE:
                if not reading.sentence_start(reading.token_at(found.start())):
                    yield Found(found.start(), found.end("name"), "organisation", "named-by-place", "")
            elif (start := _name_start(reading, found, lang)) < found.end("name"):
                yield left_out(reading, start, found.end("name"), "organisation", "named-by-place")


def _name_start(reading: Reading, found: re.Match[str], lang: str) -> int:
    """Where a name of one or two words begins: an ordinary word at a sentence's start is no part of it."""
    token = reading.token_at(found.start())
    key = reading.keys[token]
    ordinary = reading.sentence_start(token) and (key in writing(lang).openers or COMMON.search(key))
    return found.start() + (found["name"].index(" ") + 1 if ordinary else 0)


def without_article(noun: str, reading: Reading, start: int) -> str:
    """A Romanian noun that lost its name: behind a preposition it has no article (la Școala nr. 5 -> la școală).

    `start` is its place in the read text; elsewhere it keeps the article, and a capital at a sentence's start.
    """
    token = reading.token_at(start)
    said = noun if reading.sentence_start(token) else noun[:1].lower() + noun[1:]
    if token == 0 or reading.keys[token - 1] not in ROMANIAN_PREPOSITIONS or reading.gap(token - 1, token) != " ":
        return said
    for ending, bare in (("eaua", "ea"), ("ia", "ie"), ("ea", "e"), ("a", "ă"), ("eul", "eu"), ("ul", "")):
        if said.endswith(ending):
            return said.removesuffix(ending) + bare
    return said


def without_izofat(noun: str) -> str:
    """A Tajik noun without the ending that leads to the name (донишгоҳи давлатии Х. -> донишгоҳи давлатӣ)."""
    return noun[:-2] + "ӣ" if noun.endswith("ии") else noun.removesuffix("и")
