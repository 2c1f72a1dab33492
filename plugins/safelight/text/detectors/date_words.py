"""Dates in words: the patterns of each language, and the season that each says in the shape of its sentence."""

from __future__ import annotations

import re
from functools import cache

from safelight.text.detectors import eastern_dates
from safelight.text.detectors.eastern_dates import DAY, YEAR, Say, alternation
from safelight.text.detectors.seasons import LEVANTINE, MONTHS, SEASONS, SLAVIC_MONTHS, SLAVIC_SEASONS, season
from safelight.text.detectors.windows import Signs

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

ALONE = {
    "en": "january|february|july|september|october|november|december",
    "ro": "ianuarie|februarie|aprilie|iunie|iulie|septembrie|octombrie|noiembrie|decembrie",
}  # fmt: skip
"""Months that are no other word and nobody's name (April, May, June, March, August are), so that they need nothing beside."""
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


def month_of(found: re.Match[str], lang: str) -> int:
    """The month of a match, 1 to 12."""
    word = found["month"]
    tables = [*MONTHS.get(lang, ()), *SLAVIC_MONTHS.get(lang, {}).values(), *((LEVANTINE,) if lang == "ar" else ())]
    for table in tables:
        if word in table:
            return int(table.index(word)) + 1
    raise AssertionError("a month that matched is in its table")


@cache
def months(lang: str) -> Signs:
    """Any month's name, also behind a number that it is written onto, as a sign of a date."""
    tables = [*MONTHS.get(lang, ()), *SLAVIC_MONTHS.get(lang, {}).values(), LEVANTINE if lang == "ar" else ()]
    names = alternation(tuple(month.split()[0] for table in tables for month in table))
    return Signs(rf"(?:.*\d)?(?:{names})" if names else r"(?!)")


EASTERN = {
    "uz": eastern_dates.uzbek, "ky": eastern_dates.kyrgyz, "tg": eastern_dates.tajik, "ar": eastern_dates.arabic,
}  # fmt: skip


@cache
def worded(lang: str) -> tuple[tuple[re.Pattern[str], Say], ...]:
    """The patterns of a language, each with what it says."""
    if lang in SLAVIC_MONTHS:
        return _slavic(lang)
    return {"en": _english, "ro": _romanian, **EASTERN}.get(lang, tuple)()


def _english() -> tuple[tuple[re.Pattern[str], Say], ...]:
    months = alternation(*MONTHS["en"])
    day = rf"(?P<day>{DAY}(?:\s?(?:-|–|to|and)\s?{DAY})?(?:st|nd|rd|th)?|{ENGLISH_ORDINALS})"
    head = r"\b(?:(?P<prep>on|in|at|by the)\s)?(?:(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s)?(?:(?:early|late|mid)[- ])?"
    year = rf"(?:,?\s(?:of\s)?(?P<year>{YEAR}))"

    def say(found: re.Match[str], month: int) -> str:
        when = f"the {SEASONS['en'][season(month)]}" + (f" of {found['year']}" if found["year"] else "")
        return f"in {when}" if found["prep"] in ("on", "in", "at") else when

    return (
        (re.compile(rf"{head}(?:the\s)?(?<!\w){day}\s(?:day\s)?(?:of\s)?(?P<month>{months})\.?(?!\w){year}?"), say),
        (re.compile(rf"{head}(?<!\w)(?P<month>{months})\.?\s(?:the\s)?{day}(?!\w){year}?(?!\d)"), say),
        (re.compile(rf"{head}(?<!\w)(?P<month>{months})\.?{year}"), say),
        (re.compile(rf"\b(?P<prep>in|since|until|till|by|from|after|before|during|last|next|this)\s(?:(?:early|late|mid)[- ])?(?P<month>{alternation(MONTHS['en'][0])})(?!\w)(?P<year>(?!))?"), _say_kept),
        (re.compile(rf"(?<!\w)(?P<month>{ALONE['en']})(?!\w)"), lambda _, month: SEASONS["en"][season(month)]),
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
        (re.compile(rf"(?:(?<!\w)(?P<prep>{prepositions}|{within})\s)?(?<![\w.,]){day}\s(?P<month>{alternation(tables['gent'])})(?!\w)"), dated),
        (re.compile(rf"(?<!\w)(?:{within})\s(?:(?:начал|конц|середин|кінц|початк)[а-яі]{{1,2}}\s)?(?P<month>{alternation(tables['loct'])})(?!\w)"), bare("when")),
        (re.compile(rf"(?<!\w)(?P<month>{alternation(tables['gent'])})(?!\w)"), bare("gent")),
        (re.compile(rf"(?<!\w)(?P<month>{alternation(tables['datv'])})(?!\w)"), bare("datv")),
        (re.compile(rf"(?<!\w)(?P<month>{alternation(tables['ablt'])})(?!\w)"), bare("ablt")),
        (re.compile(rf"(?<!\w)(?<=на )(?P<month>{alternation(tables['nomn'])})(?!\w)"), bare("accs")),
        (re.compile(rf"(?<!\w)(?P<month>{alternation(tables['nomn'])})(?!\w)"), bare("nomn")),
    )  # fmt: skip


def _romanian() -> tuple[tuple[re.Pattern[str], Say], ...]:
    months = alternation(*MONTHS["ro"])
    full = alternation(MONTHS["ro"][0])
    head = r"(?:(?<!\w)(?P<prep>la|pe|in)\s)?(?:data\sde\s|ziua\sde\s)?"

    def say(found: re.Match[str], month: int) -> str:
        when = SEASONS["ro"][season(month)] + (f" anului {found['year']}" if found["year"] else "")
        return f"în {when}" if found["prep"] and found["year"] else when

    return (
        (re.compile(rf"{head}(?<!\w)(?P<day>{DAY}|intai)\s(?P<month>{months})\.?(?!\w)(?:\s(?P<year>{YEAR}))?"), say),
        (re.compile(rf"(?<!\w)(?P<prep>in|din|pana in)\s(?:luna\s)?(?P<month>{full})(?!\w)(?:\s(?P<year>{YEAR}))?"), _romanian_month),
        (re.compile(rf"(?<!\w)(?P<of>de\s)?(?:luna\s)?(?P<month>{ALONE['ro']})(?!\w)"), _romanian_alone),
    )  # fmt: skip


def _romanian_alone(found: re.Match[str], month: int) -> str:
    """A month alone: februarie -> iarna; de februarie -> de iarnă."""
    noun = SEASONS["ro"][season(month)]
    return f"de {noun[:-1]}ă" if found["of"] else noun


def _romanian_month(found: re.Match[str], month: int) -> str:
    when = SEASONS["ro"][season(month)] + (f" anului {found['year']}" if found["year"] else "")
    if not found["year"] and found["prep"] != "in":
        when = when[:-1] + "ă"  # behind a preposition without article: până în vară
    prep = found["prep"].replace("in", "în") if found["prep"] == "in" else found["prep"].replace("pana in", "până în")
    return when if prep == "în" and not found["year"] else f"{prep} {when}"
