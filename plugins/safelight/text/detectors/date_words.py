"""Dates in words: the patterns of each language, and the season that each says in the shape of its sentence."""

from __future__ import annotations

import re
from functools import cache

from safelight.text.detectors import eastern_dates
from safelight.text.detectors.eastern_dates import DAY, YEAR, Say, alternation
from safelight.text.detectors.seasons import LEVANTINE, MONTHS, SEASONS, SLAVIC_MONTHS, SLAVIC_SEASONS, Season, season
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
    r"(?:ого|его|ьего|ього|ое|ье|є|е|ому|ьому|ым)"
)

ALONE = {
    "en": "january|february|july|september|october|november|december",
    "ro": "ianuarie|februarie|martie|aprilie|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie",
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


def full_months(lang: str) -> frozenset[str]:
    """The months of a language that are not shortened."""
    return frozenset(MONTHS[lang][0]) if lang in MONTHS else frozenset()


def _english() -> tuple[tuple[re.Pattern[str], Say], ...]:
    months = alternation(*MONTHS["en"])
    one = rf"(?:{DAY}(?:st|nd|rd|th)?|{ENGLISH_ORDINALS})"
    day = rf"(?P<day>{one}(?P<range>\s?(?:-|–|to|and|or|until|till)\s?(?:the\s)?{one})?)"
    head = r"\b(?:(?:(?P<night_prep>on|in)\s)?the\s(?P<night>night|evening|morning|afternoon)\sof\s)?(?:(?P<prep>on|in|at|by the|from|between)\s)?(?:(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s)?(?:(?:early|late|mid)[- ])?"
    year = rf"(?:,?\s(?:of\s)?(?P<year>{YEAR}))"

    def say(found: re.Match[str], month: int) -> str:
        groups = found.groupdict()
        name = SEASONS["en"][season(month)]
        of = f" of {found['year']}" if found["year"] else ""
        if groups.get("night"):
            return f"one {name} {groups['night']}{of.replace(' of ', ' in ')}"
        if (
            groups.get("prep") in ("on", "in", "at")
            or groups.get("range")
            or groups.get("part")
            or _stands_apart(found)
        ):
            return f"in the {name}{of}"
        return f"{found['prep']} the {name}{of}" if groups.get("prep") in ("from", "between") else f"the {name}{of}"

    return (
        (re.compile(rf"{head}(?:the\s)?(?<!\w){day}\s(?:day\s)?(?:of\s)?(?P<month>{months})\.?(?!\w){year}?"), say),
        (re.compile(rf"{head}(?<!\w)(?P<month>{months})\.?\s(?:the\s)?{day}(?!\w){year}?(?!\d)"), say),
        (re.compile(rf"\b(?:(?:at|in|by|before|from|until)\s)?(?:the\s)?(?P<part>(?:very\s)?(?:end|beginning|start|middle|close))\sof\s(?P<month>{months})\.?(?!\w){year}?"), say),
        (re.compile(rf"{head}(?<!\w)(?P<month>{months})\.?{year}"), say),
        (re.compile(rf"\b(?P<prep>in|since|until|till|by|from|after|before|during|last|next|this)\s(?:(?:early|late|mid)[- ])?(?P<month>{alternation(MONTHS['en'][0])})(?!\w)(?P<year>(?!))?"), _say_kept),
        (re.compile(rf"(?<!\w)(?P<month>{ALONE['en']})(?!\w)"), lambda _, month: SEASONS["en"][season(month)]),
    )  # fmt: skip


def _stands_apart(found: re.Match[str]) -> bool:
    """Whether a date stands between commas, as when something was: on her birthday, 12 June, she ran."""
    return found.string[: found.start()].endswith(", ")


def _say_kept(found: re.Match[str], month: int) -> str:
    """A month behind a preposition that stays: since March -> since the spring; last May -> last spring."""
    article = "" if found["prep"] in ("last", "next", "this") else "the "
    return f"{found['prep']} {article}{SEASONS['en'][season(month)]}"


SEASON_NIGHTS: dict[str, dict[Season, str]] = {
    "ru": {"winter": "зимней ночью", "spring": "весенней ночью", "summer": "летней ночью", "autumn": "осенней ночью"},
    "uk": {"winter": "зимової ночі", "spring": "весняної ночі", "summer": "літньої ночі", "autumn": "осінньої ночі"},
}
"""What the night to a certain day becomes."""


def _slavic(lang: str) -> tuple[tuple[re.Pattern[str], Say], ...]:
    tables = SLAVIC_MONTHS[lang]
    seasons = SLAVIC_SEASONS[lang]
    prepositions = "|".join(PREPOSITIONS[lang])
    within = "в|во" if lang == "ru" else "в|у|о"
    one = rf"(?:{DAY}(?:-?(?:го|е|ое))?|{SLAVIC_ORDINALS})"
    day = rf"(?P<day>{one}(?P<range>\s?(?:-|–|—|(?<=\s)(?:и|й|та|по|до|на)(?=\s))\s?{one})?)"
    night = r"(?:(?<!\w)(?P<night>(?:в|у)\s(?:ночь|ніч))\s(?=(?:на|с|со|з|із|зі)\s))?"

    def dated(found: re.Match[str], month: int) -> str:
        prep = found["prep"]
        if found["night"]:
            return SEASON_NIGHTS[lang][season(month)]
        case = "when" if not prep or found["range"] or prep in within.split("|") else PREPOSITIONS[lang][prep]
        words = seasons[season(month)][case]
        return words if case == "when" else f"{prep} {words}"

    def bare(case: str) -> Say:
        return lambda _, month: seasons[season(month)][case]

    def alone(found: re.Match[str], month: int) -> str:
        """A month as a subject; beside a verb in the past the word for month keeps the gender (март был холодным)."""
        before, after = found.string[: found.start()], found.string[found.end() :]
        if re.match(r"\s\w+(?:л|в|лся|вся)(?!\w)", after) or re.search(r"\w(?:л|в|лся|вся|ый|ой|ий)\s$", before[-20:]):
            return "месяц" if lang == "ru" else "місяць"
        return seasons[season(month)]["nomn"]

    return (
        (re.compile(rf"{night}(?:(?<!\w)(?P<prep>{prepositions}|{within})\s)?(?<![\w.,]){day}\s(?P<month>{alternation(tables['gent'])})(?!\w)"), dated),
        (re.compile(rf"(?<!\w)(?:{within})\s(?:(?:начал|конц|середин|кінц|початк)[а-яі]{{1,2}}\s)?(?P<month>{alternation(tables['loct'])})(?:\s?[-–—]\s?(?:{alternation(tables['loct'])}))?(?!\w)"), bare("when")),
        (re.compile(rf"(?<!\w)(?P<month>{alternation(tables['gent'])})(?!\w)"), bare("gent")),
        (re.compile(rf"(?<!\w)(?P<month>{alternation(tables['datv'])})(?!\w)"), bare("datv")),
        (re.compile(rf"(?<!\w)(?P<month>{alternation(tables['ablt'])})(?!\w)"), bare("ablt")),
        (re.compile(rf"(?<!\w)(?<=на )(?P<month>{alternation(tables['nomn'])})(?!\w)"), bare("accs")),
        (re.compile(rf"(?<!\w)(?P<month>{alternation(tables['nomn'])})(?!\w)"), alone),
    )  # fmt: skip


ROMANIAN_DAYS = (
    "intai|unu|doi|doua|trei|patru|cinci|sase|sapte|opt|noua|zece|unsprezece|doisprezece|treisprezece|paisprezece|cincisprezece|"
    "saisprezece|saptesprezece|optsprezece|nouasprezece|(?:douazeci|treizeci)(?: si (?:unu|una|doi|doua|trei|patru|cinci|sase|sapte|opt|noua))?"
)


def _romanian() -> tuple[tuple[re.Pattern[str], Say], ...]:
    months = alternation(*MONTHS["ro"])
    full = alternation(MONTHS["ro"][0])
    night = r"(?:(?<!\w)(?:(?:in|din)\s)?(?P<night>noaptea|dimineata|seara)\s(?:zilei\s)?(?:de|din|dinspre)\s)?"
    head = rf"{night}(?:(?<!\w)(?P<prep>la|pe|in|intre|de la)\s)?(?:data\sde\s|ziua\sde\s)?"
    one = rf"(?:{DAY}|{ROMANIAN_DAYS})"
    day = rf"(?P<day>{one}(?P<range>\s?(?:-|–|si|spre|la|pana la|pana pe)\s?{one})?)"
    part = r"(?P<part>(?:la\s)?(?:inceputul|sfarsitul|mijlocul|finele|finalul)\s(?:lui\s|lunii\s))"

    def say(found: re.Match[str], month: int) -> str:
        groups = found.groupdict()
        noun = SEASONS["ro"][season(month)]
        of = f" anului {found['year']}" if found["year"] else ""
        if groups.get("night"):
            night = {"noaptea": "noapte", "dimineata": "dimineață", "seara": "seară"}[groups["night"]]
            return f"într-o {night} de {noun[:-1]}ă" + (f" a anului {found['year']}" if of else "")
        return f"în {noun}{of}" if of and (groups.get("prep") or groups.get("part")) else f"{noun}{of}"

    return (
        (re.compile(rf"{head}(?<!\w){day}\s(?P<month>{months})\.?(?!\w)(?:\s(?P<year>{YEAR}))?"), say),
        (re.compile(rf"(?<!\w){part}(?P<month>{full})(?!\w)(?:\s(?P<year>{YEAR}))?"), say),
        (re.compile(rf"(?<!\w)(?P<prep>in|din|pana in)\s(?:luna\s)?(?P<month>{full})(?:\s?[-–]\s?(?:{full}))?(?!\w)(?:\s(?P<year>{YEAR}))?"), _romanian_month),
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
