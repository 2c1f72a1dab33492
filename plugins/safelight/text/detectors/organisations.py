"""Schools, employers and organisations by name: what remains is the type.

In languages that inflect, the noun for the type stays as it is written, in its own case, and only the name or number
behind it goes (в школе № 5 -> в школе, в кафе «Ромашка» -> в кафе). In English the name stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from safelight.text.detectors.found import Found, left_out, opening
from safelight.text.detectors.named_by_place import without_article, without_izofat
from safelight.text.detectors.windows import Signs
from safelight.text.fold import key_of
from safelight.text.reading import Reading

STEMS: dict[str, str] = {
    "en": "school|college|lyceum|gymnasium|kindergarten|university|institute|hotel|hostel|cafe|restaurant|bar|club|shop|"
    "company|firm|factory|farm|plant|hospital|clinic|agency|church|mosque|orphanage|magazine|newspaper|ltd|llc|gmbh",
    "ru": "школ|лице[йяюе]|гимнази|детск[а-я]{1,3} сад|детсад|садик|университет|институт|академи|училищ|техникум|колледж|"
    "гостиниц|отел|хостел|кафе|ресторан|бар|клуб|магазин|компани|фирм|завод|фабрик|ферм|больниц|клиник|поликлиник|"
    "агентств|церк|храм|мечет|детдом|детск[а-я]{1,3} дом|интернат|газет|журнал|фонд|колони|сизо",
    "uk": "школ|ліце|гімназі|дитяч[а-яії]{1,4} сад|садочк|університет|інститут|академі|училищ|технікум|коледж|готел|"
    "хостел|кафе|ресторан|бар|клуб|магазин|крамниц|компані|фірм|завод|фабрик|ферм|лікарн|клінік|агентств|агенці|церк|"
    "храм|мечет|інтернат|газет|журнал|фонд|колоні",
    "ro": "scoal|liceu|gimnazi|gradinit|universitat|institut|colegi|hotel|hostel|cafene|restaurant|bar|club|magazin|"
    "compani|firm|fabric|uzin|ferm|spital|clinic|agenti|biseric|moschee|orfelinat|ziar|revist|fundati|penitenciar",
    "uz": "maktab|litsey|bog'?cha|universitet|institut|kollej|mehmonxona|kafe|restoran|bar|klub|dokon|kompaniya|firma|zavod|"
    "fabrika|ferma|kasalxona|shifoxona|klinika|agentlik|masjid|gazeta|jamgarma|"
    "мактаб|лицей|боғча|университет|институт|коллеж|меҳмонхона|кафе|ресторан|бар|клуб|дўкон|компания|фирма|завод|фабрика|ферма|"
    "касалхона|шифохона|клиника|агентлик|масжид|газета|жамғарма",
    "tg": "мактаб|литсей|кудакистон|донишгох|донишкада|коллеҷ|меҳмонхона|кафе|тарабхона|бар|клуб|магоза|мағоза|ширкат|"
    "фирма|корхона|завод|фабрика|ферма|беморхона|бемористон|клиника|агентӣ|масҷид|рузнома|донишгоҳ|хусусии",
    "ky": "мектеп|мектеб|лицей|гимназия|бакча|университет|институт|окуу жай|колледж|мейманкана|кафе|ресторан|бар|клуб|дукон|"
    "дүкөн|компания|фирма|завод|фабрика|ферма|оорукана|клиника|агенттик|мечит|гезит|фонд",
    "ar": "مدرسه|المدرسه|ثانويه|جامعه|الجامعه|معهد|المعهد|كليه|فندق|الفندق|مقهي|المقهي|مطعم|المطعم|نادي|شركه|الشركه|"
    "مصنع|المصنع|مزرعه|مستشفي|المستشفي|عياده|وكاله|كنيسه|مسجد|دار الايتام|صحيفه|متجر|المتجر",
}
"""Beginnings of nouns for places where people learn, work, are treated or pray, folded."""
NUMBER = r"\s{0,2}(?:№|n|no\.?|nr\.?|number|#|номер|нумар|numarul|рақами|номери|رقم)\s{0,2}\d{1,5}(?:[-/]?\w)?(?!\w)"
QUOTED = r"\s{0,2}(?:«[^»\n]{1,80}»|\"[^\"\n]{1,80}\"|“[^”\n]{1,80}”|„[^“”\n]{1,80}[“”])"
NUMBER_BEFORE = {
    "uz": re.compile(rf"(?<![\w.,-])\d{{1,4}}(?:-sonli|-son|-|-сонли|-сон)\s?(?=(?:{STEMS['uz']}))"),
    # NFKC makes "No" of the sign №
    "ky": re.compile(rf"(?<![\w.,-])(?:(?:№|no\.?)\s?\d{{1,4}}-?|\d{{1,4}}-)\s?(?=(?:{STEMS['ky']}))"),
    "ru": re.compile(
        r"(?<![\w.,-])(?:\d{1,4}-?(?:й|я|ю|м|го|му|ой|ом|ую)|(?:трет|четверт|пят|шест|седьм|восьм|девят|десят|\w{2,9}надцат|двадцат|тридцат)"
        r"(?:ой|ая|ую|ей|ья|ью|ый|ий|ого|ому|ом|ем|его|ему))\s(?=(?:(?:городск|районн|средн|детск|областн)\w{2,4}\s){0,2}"
        r"(?:школ|больниц|гимнази|лице|поликлиник|колони|интернат|училищ|детсад|детск\w{2,3}\sсад|общежити|отдел|роддом))"
    ),
    "uk": re.compile(
        r"(?<![\w.,-])(?:\d{1,4}-?(?:й|а|у|ї|ій|го|му|ої|ою|ому)|(?:трет|четверт|п'ят|шост|сьом|восьм|дев'ят|десят|\w{2,9}надцят|двадцят|тридцят)"
        r"(?:ій|а|у|ої|ою|я|ю|ьої|ий|ого|ому|ього|ьому))\s(?=(?:(?:міськ|районн|середн|дитяч|обласн)\w{1,4}\s){0,2}"
        r"(?:школ|лікарн|гімназі|ліце|поліклінік|колоні|інтернат|училищ|садочк|дитяч\w{2,3}\sсад|гуртожит|відділ|пологов))"
    ),
}
"""What puts the number first: 5-maktab, №5 мектеп, пятая школа."""
QUOTED_BEFORE = {
    lang: re.compile(rf"(?:«[^»\n]{{1,80}}»|\"[^\"\n]{{1,80}}\"|“[^”\n]{{1,80}}”)\s(?=(?:{STEMS[lang]}))")
    for lang in ("uz", "ky")
}
"""Languages that put the name first: «Ромашка» кафесинде."""
SIGNS = re.compile(r"[№#«\"“„]|n[or]?\.? ?\d|номер|нумар|number|numarul|рақами|رقم")
"""What announces the name or the number of an organisation."""
LONGEST_NAMED = 120
"""Characters behind a noun that its name in quotation marks and its number may take."""
LONGEST_PROPER = 300
"""Characters before and behind an English noun that belong to the name."""
PROPER = r"(?:[A-Z][\w'’.-]{1,30}\s(?:(?:of|the|and|for|de|St\.?)\s){0,2}){1,5}"
ENGLISH_TYPES = (
    "School|College|Lyceum|University|Institute|Academy|Hotel|Hostel|Cafe|Café|Restaurant|Bar|Club|Company|Factory|Farm|"
    "Hospital|Clinic|Agency|Church|Mosque|Orphanage|Prison|Bank|Association|Foundation|Ministry|Committee|Court|"
    "Society|Union|Party|Police|Department|Office|Centre|Center|Council|Institution|Tribunal|Corporation|Ltd|LLC|Inc|GmbH"
)
ENGLISH = re.compile(
    rf"(?<![\w-])(?:(?:[Tt]he|[Aa]n?)\s)?{PROPER}({ENGLISH_TYPES})(?![\w-])(?:\sof(?:\sthe)?(?:\s[A-Z][\w-]{{1,30}}){{1,3}})?"
)
OPENERS = frozenset(
    "the a an in at on from to of for by with when after before while then but and so if as this that".split()
)
VOWELS = "aeiou"


@cache
def _stems(lang: str) -> Signs:
    """Words that begin like a noun for an organisation."""
    return Signs("|".join(stem.split(" ")[0] for stem in STEMS[lang].split("|")))


ENGLISH_SIGNS = Signs(rf"(?:{'|'.join(key_of(word) for word in ENGLISH_TYPES.split('|'))})$")


@cache
def _named(lang: str) -> re.Pattern[str]:
    ending = "" if lang == "ar" else r"[^\W\d_]{0,8}"
    return re.compile(rf"(?<!\w)(?:{STEMS[lang]}){ending}(?:({NUMBER})|({QUOTED}))(?:\s{{0,2}}{NUMBER})?")


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Names and numbers of organisations; the type stays."""
    text = reading.folded
    if lang in STEMS and SIGNS.search(text):
        for window in _stems(lang).windows(reading, after=LONGEST_NAMED):
            for found in _named(lang).finditer(text, *window):
                if lang == "en" and found[1]:
                    yield _typed(reading, found.start(), found.end(), re.split(r"\W", found[0])[0])
                    continue
                group = 1 if found[1] else 2
                if lang in ("ro", "tg"):
                    noun = reading.text[found.start() : found.start(group)].rstrip()
                    said = without_article(noun, reading, found.start()) if lang == "ro" else without_izofat(noun)
                    yield Found(found.start(), found.end(), "organisation", "organisation-named", said)
                    continue
                yield Found(found.start(group), found.end(), "organisation", "organisation-named", "")
    if lang in QUOTED_BEFORE and SIGNS.search(text):
        for found in QUOTED_BEFORE[lang].finditer(text):
            yield left_out(reading, found.start(), found.end(), "organisation", "organisation-named")
    if lang in NUMBER_BEFORE and (reading.numbered or lang in ("ru", "uk")):
        for found in NUMBER_BEFORE[lang].finditer(text):
            yield left_out(reading, found.start(), found.end(), "organisation", "organisation-numbered")
    if lang == "en":
        for window in ENGLISH_SIGNS.windows(reading, LONGEST_PROPER, LONGEST_PROPER):
            for found in ENGLISH.finditer(reading.text, *window):
                yield from _english(reading, found)


def _english(reading: Reading, found: re.Match[str]) -> Iterator[Found]:
    words = found[0].split()
    start = found.start()
    # A sentence's first word is a capital for its place alone: "At School" names none.
    while words and words[0].casefold() in OPENERS and words[0].casefold() not in ("the", "a", "an"):
        start += len(words[0]) + 1
        words = words[1:]
    if len([word for word in words if word.casefold() not in ("the", "a", "an")]) > 1:
        yield _typed(reading, start, found.end(), found[1].casefold())


def _typed(reading: Reading, start: int, end: int, noun: str) -> Found:
    """An English name as its type: a school, an agency."""
    noun = "company" if noun in ("ltd", "llc", "inc", "gmbh") else noun
    article = "an" if noun[0] in VOWELS and not noun.startswith("uni") else "a"
    said = opening(f"{article} {noun}", reading, start)
    return Found(start, end, "organisation", "organisation-type", said)
