"""Exact dates, in figures and in words, become the season and the year, in the shape that the sentence needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from safelight.text.detectors.found import Found, capitalised_like
from safelight.text.detectors.seasons import LEVANTINE, MONTHS, SEASONS, SLAVIC_MONTHS, SLAVIC_SEASONS, season
from safelight.text.detectors.windows import DIGITS, windows
from safelight.text.reading import Reading

Say = Callable[[re.Match[str], int], str]
"""What a match becomes, given its month from 1 to 12."""
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1[89]|20)\d\d"
NUMERIC = re.compile(
    rf"(?<![\w.,/:-])(?:(?P<iso>{YEAR})[-./](?P<m1>0[1-9]|1[0-2])[-./]{DAY}|"
    rf"(?P<day>{DAY})\s?(?P<sep>[./\-\u2010-\u2015])\s?(?P<m2>{DAY})\s?(?P=sep)\s?(?P<year>{YEAR}|\d\d))(?![\w/:-]|[.,]\d)"
)
ENGLISH_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    "sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|twenty-second|twenty-third|twenty-fourth|"
    "twenty-fifth|twenty-sixth|twenty-seventh|twenty-eighth|twenty-ninth|thirtieth|thirty-first"
)
SLAVIC_ORDINALS = (
    r"(?:(?:двадцать|тридцать|двадцять|тридцять)\s)?(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|"
    r"тринадцат|четырнадцат|пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат|тридцат|перш|друг|п'ят|шост|сьом|"
    r"дев'ят|одинадцят|дванадцят|тринадцят|чотирнадцят|п'ятнадцят|шістнадцят|сімнадцят|вісімнадцят|дев'ятнадцят|двадцят|тридцят)"
    r"(?:ого|его|ьего|ое|ье|е|ому|ым|ого)"
)


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every date finer than a season; a year alone stays."""
    text = reading.folded
    for start, end in windows(text, DIGITS):
        for found in NUMERIC.finditer(text, start, end):
            yield from _numeric(reading, found, lang)
    for window in windows(text, _months(lang)):
        yield from _in_words(reading, lang, window)


def _in_words(reading: Reading, lang: str, window: tuple[int, int]) -> Iterator[Found]:
    for pattern, say in _worded(lang):
        for found in pattern.finditer(reading.folded, *window):
            start = found.start()
            said = say(found, _month_of(found, lang))
            token = reading.token_at(start)
            opens = token >= 0 and reading.sentence_start(token)
            if _is_name(reading, found):
                continue
            yield Found(
                start, found.end(), "date", "date-in-words", capitalised_like(said, reading.text[start], opens=opens)
            )


def _is_name(reading: Reading, found: re.Match[str]) -> bool:
    """A month alone that is somebody's name or a verb: Марта came, they march, she may."""
    groups = found.groupdict()
    if groups.get("day"):
        return False
    word = reading.text[found.start("month") : found.end("month")]
    if found["month"] in ("марта", "мая"):
        return word[:1].isupper()
    return (
        found["month"] in ("may", "march", "august", "mar", "jun", "jan") and word.islower() and not groups.get("year")
    )


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
        said = f"{year}-yil {SEASONS['uz'][season(month)]}ida"
    elif lang == "ky":
        said = f"{year}-жылдын {_kyrgyz(season(month), 'да')}"
    elif lang == "tg":
        said = f"{SEASONS['tg'][season(month)]}и соли {year}"
    elif lang == "ar":
        said = f"{SEASONS['ar'][season(month)]} {year}"
    tail = re.match(r"\s?(?:года|году|г\.|року|р\.)", reading.folded[found.end() : found.end() + 8])
    token = reading.token_at(start)
    opens = token >= 0 and reading.sentence_start(token)
    end = found.end() + (len(tail[0]) if tail else 0)
    if tail and tail[0].endswith(".") and re.match(r"\s*$|\s+[^\W\d_a-zа-яёіїєґ]|\n", reading.text[end : end + 3]):
        end -= 1  # the abbreviation's full stop ends the sentence too
    yield Found(start, end, "date", "date-in-figures", capitalised_like(said, reading.text[start], opens=opens) or None)


PREPOSITIONS: dict[str, dict[str, str]] = {
    "ru": {
        **dict.fromkeys(("с", "со", "до", "от", "после", "около", "из", "позже", "раньше", "ранее", "накануне"), "gent"),
        **dict.fromkeys(("к", "ко"), "datv"), **dict.fromkeys(("на", "по", "за", "под"), "accs"), "перед": "ablt",
    },
    "uk": {
        **dict.fromkeys(("з", "із", "зі", "до", "від", "після", "близько", "біля", "напередодні"), "gent"),
        **dict.fromkeys(("на", "по", "за"), "accs"), "перед": "ablt",
    },
}  # fmt: skip
"""The case that a preposition asks for; without one, a date says when."""


def _month_of(found: re.Match[str], lang: str) -> int:
    word = found["month"]
    tables = [*MONTHS.get(lang, ()), *SLAVIC_MONTHS.get(lang, {}).values(), *((LEVANTINE,) if lang == "ar" else ())]
    for table in tables:
        if word in table:
            return int(table.index(word)) + 1
    raise AssertionError("a month that matched is in its table")


@cache
def _months(lang: str) -> re.Pattern[str]:
    """Any month's name, as a sign of a date."""
    names = _alternation(
        *MONTHS.get(lang, ()), *SLAVIC_MONTHS.get(lang, {}).values(), LEVANTINE if lang == "ar" else ()
    )
    return re.compile(rf"(?<![^\W\d_])(?:{names})" if names else r"(?!)")


def _alternation(*tables: tuple[str, ...]) -> str:
    return "|".join(sorted({re.escape(word) for table in tables for word in table}, key=len, reverse=True))


@cache
def _worded(lang: str) -> tuple[tuple[re.Pattern[str], Say], ...]:
    """The patterns of a language, each with what it says."""
    if lang in SLAVIC_MONTHS:
        return _slavic(lang)
    return {"en": _english, "ro": _romanian, "uz": _uzbek, "ky": _kyrgyz_patterns, "tg": _tajik, "ar": _arabic}.get(
        lang, tuple
    )()


def _english() -> tuple[tuple[re.Pattern[str], Say], ...]:
    months = _alternation(*MONTHS["en"])
    day = rf"(?P<day>{DAY}(?:\s?(?:-|–|to|and)\s?{DAY})?(?:st|nd|rd|th)?|{ENGLISH_ORDINALS})"
    head = r"(?:\b(?P<prep>on|in|at|by the)\s)?(?:(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s)?(?:(?:early|late|mid)[- ])?"
    year = rf"(?:,?\s(?:of\s)?(?P<year>{YEAR}))"

    def say(found: re.Match[str], month: int) -> str:
        when = f"the {SEASONS['en'][season(month)]}" + (f" of {found['year']}" if found["year"] else "")
        return f"in {when}" if found["prep"] in ("on", "in", "at") else when

    return (
        (re.compile(rf"{head}(?:the\s)?(?<!\w){day}\s(?:day\s)?(?:of\s)?(?P<month>{months})\.?(?!\w){year}?"), say),
        (re.compile(rf"{head}(?<!\w)(?P<month>{months})\.?\s(?:the\s)?{day}(?!\w){year}?(?!\d)"), say),
        (re.compile(rf"{head}(?<!\w)(?P<month>{months})\.?{year}"), say),
        (re.compile(rf"\b(?P<prep>in|since|until|till|by|from|after|before|during|last|next|this)\s(?:(?:early|late|mid)[- ])?(?P<month>{_alternation(MONTHS['en'][0])})(?!\w)(?P<year>(?!))?"), _say_kept),
    )  # fmt: skip


def _say_kept(found: re.Match[str], month: int) -> str:
    """A month behind a preposition that stays: since March -> since the spring; last May -> last spring."""
    article = "" if found["prep"] in ("last", "next", "this") else "the "
    return f"{found['prep']} {article}{SEASONS['en'][season(month)]}"


def _slavic(lang: str) -> tuple[tuple[re.Pattern[str], Say], ...]:
    tables = SLAVIC_MONTHS[lang]
    seasons = SLAVIC_SEASONS[lang]
    prepositions = "|".join(PREPOSITIONS[lang])
    within = "в|во" if lang == "ru" else "в|у|о"
    through = r"(?:\s?(?:-|–|—|и|по|й|та|до)\s?)"
    day = rf"(?P<day>{DAY}(?:-?(?:го|е|ое))?(?:{through}{DAY}(?:-?(?:го|е))?)?|{SLAVIC_ORDINALS})"

    def dated(found: re.Match[str], month: int) -> str:
        prep = found["prep"]
        ranged = re.search(r"\d\D+\d", found["day"]) is not None
        case = "when" if not prep or ranged or prep in within.split("|") else PREPOSITIONS[lang][prep]
        words = seasons[season(month)][case]
        return words if case == "when" else f"{prep} {words}"

    def bare(case: str) -> Say:
        return lambda _, month: seasons[season(month)][case]

    return (
        (re.compile(rf"(?:(?<!\w)(?P<prep>{prepositions}|{within})\s)?(?<![\w.,]){day}\s(?P<month>{_alternation(tables['gent'])})(?!\w)"), dated),
        (re.compile(rf"(?<!\w)(?:{within})\s(?:(?:начал|конц|середин|кінц|початк)[а-яі]{{1,2}}\s)?(?P<month>{_alternation(tables['loct'])})(?!\w)"), bare("when")),
        (re.compile(rf"(?<!\w)(?P<month>{_alternation(tables['gent'])})(?!\w)"), bare("gent")),
        (re.compile(rf"(?<!\w)(?P<month>{_alternation(tables['datv'])})(?!\w)"), bare("datv")),
        (re.compile(rf"(?<!\w)(?P<month>{_alternation(tables['ablt'])})(?!\w)"), bare("ablt")),
        (re.compile(rf"(?<!\w)(?<=на )(?P<month>{_alternation(tables['nomn'])})(?!\w)"), bare("accs")),
        (re.compile(rf"(?<!\w)(?P<month>{_alternation(tables['nomn'])})(?!\w)"), bare("nomn")),
    )  # fmt: skip


def _romanian() -> tuple[tuple[re.Pattern[str], Say], ...]:
    months = _alternation(*MONTHS["ro"])
    full = _alternation(MONTHS["ro"][0])
    head = r"(?:(?<!\w)(?P<prep>la|pe|in)\s)?(?:data\sde\s|ziua\sde\s)?"

    def say(found: re.Match[str], month: int) -> str:
        when = SEASONS["ro"][season(month)] + (f" anului {found['year']}" if found["year"] else "")
        return f"în {when}" if found["prep"] and found["year"] else when

    return (
        (re.compile(rf"{head}(?<!\w)(?P<day>{DAY}|intai)\s(?P<month>{months})\.?(?!\w)(?:\s(?P<year>{YEAR}))?"), say),
        (re.compile(rf"(?<!\w)(?P<prep>in|din|pana in)\s(?:luna\s)?(?P<month>{full})(?!\w)(?:\s(?P<year>{YEAR}))?"), _romanian_month),
    )  # fmt: skip


def _romanian_month(found: re.Match[str], month: int) -> str:
    when = SEASONS["ro"][season(month)] + (f" anului {found['year']}" if found["year"] else "")
    prep = found["prep"].replace("in", "în") if found["prep"] == "in" else found["prep"].replace("pana in", "până în")
    return when if prep == "în" and not found["year"] else f"{prep} {when}"


def _uzbek() -> tuple[tuple[re.Pattern[str], Say], ...]:
    latin, cyrillic = _alternation(*MONTHS["uz"][:2]), _alternation(MONTHS["uz"][2])

    def pattern(months: str, year: str, suffix: str, month_word: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w)(?P<of>{YEAR}[- ]?{year}\w{{0,4}}\s)?(?:(?P<day>{DAY})[- ]?(?:chi|чи)?\s?)(?P<month>{months})ь?(?:\s{month_word})?(?P<end>{suffix})?(?!\w)"
            rf"(?:\s(?P<year>{YEAR})(?:[- ]?{year}\w{{0,4}})?)?"
        )

    def month_only(months: str, year: str, suffix: str, month_word: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w)(?P<of>{YEAR}[- ]?{year}\w{{0,4}}\s)?(?P<day>(?!))?(?P<month>{months})ь?(?:\s{month_word}|(?={suffix}))(?P<end>{suffix})?(?!\w)(?P<year>(?!))?"
        )

    def say(seasons: str, within: str, yil: str, i: str) -> Say:
        def said(found: re.Match[str], month: int) -> str:
            noun = SEASONS[seasons][season(month)]
            end = (found["end"] or within).removeprefix(i)
            if found["year"]:
                return f"{found['year']}-{yil} {noun}{i}{end}"
            return f"{found['of']}{noun}{i}{end}" if found["of"] else f"{noun}{end}"

        return said

    latin_say, cyrillic_say = say("uz", "da", "yil", "i"), say("uz-cyrillic", "да", "йил", "и")
    return (
        (pattern(latin, "yil", "i?(?:da|dan|gacha|ga|ning)", "oyi"), latin_say),
        (month_only(latin, "yil", "i?(?:da|dan|gacha|ga|ning)", "oyi"), latin_say),
        (pattern(cyrillic, "йил", "и?(?:да|дан|гача|га|нинг)", "ойи"), cyrillic_say),
        (month_only(cyrillic, "йил", "и?(?:да|дан|гача|га|нинг)", "ойи"), cyrillic_say),
    )


KYRGYZ = {
    "spring": ("жазында", "жазынан", "жазына", "жазынын"), "summer": ("жайында", "жайынан", "жайына", "жайынын"),
    "autumn": ("күзүндө", "күзүнөн", "күзүнө", "күзүнүн"), "winter": ("кышында", "кышынан", "кышына", "кышынын"),
}  # fmt: skip


def _kyrgyz(of: str, suffix: str) -> str:
    """A season with the ending of the month that it replaces: in, from, to, of; none says when."""
    locative, ablative, dative, genitive = KYRGYZ[of]
    if re.search(r"[нд][аеоө]н|т[аеоө]н", suffix):
        return ablative
    if re.search(r"[нтд][ыиуү]н$", suffix):
        return genitive
    if re.search(r"[гк][аеоө]$|[ыиуү]н[аеоө]$", suffix):
        return dative
    return locative


def _kyrgyz_patterns() -> tuple[tuple[re.Pattern[str], Say], ...]:
    months = _alternation(*MONTHS["ky"])

    def say(found: re.Match[str], month: int) -> str:
        return _kyrgyz(season(month), found["end"] or "")

    return (
        (re.compile(rf"(?<!\w)(?P<day>{DAY})[- ]?(?P<month>{months})ь?(?P<end>[а-яөүң]{{0,8}})(?!\w)"), say),
        (re.compile(rf"(?<!\w)(?P<month>{months})ь?\sай(?P<end>[а-яөүң]{{1,8}})(?!\w)"), say),
        (re.compile(rf"(?<!\w)(?P<month>{months})ь?(?P<end>[дт][аеоө]н?|[дт][ыиуү]н)(?!\w)"), say),
    )


def _tajik() -> tuple[tuple[re.Pattern[str], Say], ...]:
    months = _alternation(*MONTHS["tg"])

    def say(found: re.Match[str], month: int) -> str:
        return SEASONS["tg"][season(month)] + (found["end"] or "")

    return (
        (re.compile(rf"(?<!\w)(?P<day>{DAY})(?:-?(?:ум|юм|и)и?)?\s(?:моҳи\s)?(?P<month>{months})(?P<end>и(?=\sсоли))?(?!\w)"), say),
        (re.compile(rf"(?<!\w)моҳи\s(?P<month>{months})(?P<end>и(?=\sсоли))?(?!\w)"), say),
        (re.compile(rf"(?<!\w)(?P<month>{months})(?P<end>и)(?=\sсоли)"), say),
    )  # fmt: skip


def _arabic() -> tuple[tuple[re.Pattern[str], Say], ...]:
    months = _alternation(*MONTHS["ar"], LEVANTINE)
    both = rf"(?P<month>{months})(?:\s?[/(]\s?(?:{months})\)?)?(?!\w)"
    year = rf"(?P<year>(?=\s(?:من\s)?(?:عام\s|سنه\s)?{YEAR}))?"

    def say(found: re.Match[str], month: int) -> str:
        article = "" if found["year"] is not None else "ال"
        return (found["on"] or "") + article + SEASONS["ar"][season(month)]

    return (
        (re.compile(rf"(?<!\w)(?P<on>(?!))?(?:يوم\s)?(?P<day>{DAY})\s(?:من\s)?(?:شهر\s)?{both}{year}"), say),
        (re.compile(rf"(?<!\w)(?P<on>في\s|منذ\s|حتي\s|قبل\s|بعد\s)(?:شهر\s|اوائل\s|اواخر\s|منتصف\s)?{both}{year}"), say),
        (re.compile(rf"(?<!\w)(?P<on>(?!))?شهر\s{both}{year}"), say),
    )  # fmt: skip
