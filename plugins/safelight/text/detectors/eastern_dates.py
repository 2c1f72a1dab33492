"""Dates in words of Uzbek, Kyrgyz, Tajik and Arabic, in folded text (ӯ is у, ة is ه): the patterns, and what each says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from safelight.text.detectors.arabic_numbers import ORDINALS, TENS
from safelight.text.detectors.numbers import number_words
from safelight.text.detectors.seasons import LEVANTINE, MONTHS, SEASONS, season

Say = Callable[[re.Match[str], int], str]
"""What a match becomes, given its month from 1 to 12."""
Patterns = tuple[tuple[re.Pattern[str], Say], ...]
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1[89]|20)\d\d"
LAST_DAY = 31
ALONE = {
    "uz": "yanvar|fevral|aprel|iyun|iyul|avgust|sentyabr|sentabr|oktyabr|oktabr|noyabr|dekabr|январ|феврал|апрел|июн|июл|август|сентабр|октабр|ноябр|декабр",
    "tg": "январ|феврал|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр",
    "ky": "январ|феврал|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр",
    "ar": "يناير|فبراير|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|كانون الثاني|كانون الاول|تشرين الاول|تشرين الثاني|"
    "شباط|اذار|نيسان|ايار|حزيران|تموز|ايلول|جانفي|فيفري|افريل|جويليه",
}  # fmt: skip
"""Months that are no other word and nobody's name, so that they need nothing beside."""
WEEKDAYS = {
    "uz": r"(?:(?<!\w)(?:dushanba|seshanba|chorshanba|payshanba|juma|shanba|yakshanba)(?: kuni)?,? )?",
    "uz-cyrillic": r"(?:(?<!\w)(?:душанба|сешанба|чоршанба|пайшанба|жума|шанба|якшанба)(?: куни)?,? )?",
    "ky": r"(?:(?<!\w)(?:дүйшөмбү|шейшемби|шаршемби|бейшемби|жума|ишемби|жекшемби)(?: күнү)?,? )?",
    "tg": r"(?:(?<!\w)(?:рузи )?(?:душанбе|сешанбе|чоршанбе|панҷшанбе|ҷумъа|шанбе|якшанбе),? )?(?:(?<!\w)рузи )?",
    "ar": r"(?:(?<!\w)(?:يوم )?(?:ال)?(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)[،,]? )?(?:(?<!\w)(?:يوم|الموافق|الموافق ل|بتاريخ) )?",
}
"""A weekday before a date goes with it."""


def alternation(*tables: Iterable[str]) -> str:
    """Any of the words, the longest first."""
    return "|".join(sorted({re.escape(word) for table in tables for word in table}, key=len, reverse=True))


def _days_in_words(lang: str) -> list[str]:
    return [word for word, number in number_words(lang).items() if number <= LAST_DAY]


def uzbek() -> Patterns:
    """12-may, o‘n ikkinchi may kuni, mayning 12-sida; in both alphabets."""
    latin, cyrillic = alternation(*MONTHS["uz"][:2]), alternation(MONTHS["uz"][2])
    words = alternation(_days_in_words("uz"))

    def day(chi: str) -> str:
        return rf"(?P<day>{DAY}[- ]?(?:{chi})?|(?:{words})(?:i|и)?(?:nchi|нчи))"

    def pattern(months: str, year: str, suffix: str, month_word: str, day_word: str, weekday: str) -> re.Pattern[str]:
        return re.compile(
            rf"{WEEKDAYS[weekday]}(?<!\w)(?P<of>{YEAR}[- ]?{year}\w{{0,4}}\s)?{day('chi|чи')}\s?(?P<month>{months})ь?(?:\s{month_word})?(?P<end>{suffix})?(?:\s{day_word})?(?!\w)"
            rf"(?:\s(?P<year>{YEAR})(?:[- ]?{year}\w{{0,4}})?)?"
        )

    def month_first(months: str, year: str, of: str, suffix: str, day_word: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w)(?P<of>{YEAR}[- ]?{year}\w{{0,4}}\s)?(?P<month>{months})ь?{of}\s(?P<day>{DAY}|{words})[- ]?(?:{day_word})(?P<end>{suffix})?(?!\w)(?P<year>(?!))?"
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
    latin_end, cyrillic_end = "i?(?:da|dan|gacha|ga|ning)", "и?(?:да|дан|гача|га|нинг)"
    return (
        (month_first(latin, "yil", "(?:ning| oyining)", latin_end, "chi kuni?|kuni?|si?"), latin_say),
        (pattern(latin, "yil", latin_end, "oyi", "kuni?(?:da)?", "uz"), latin_say),
        (month_only(latin, "yil", latin_end, "oyi"), latin_say),
        (month_first(cyrillic, "йил", "(?:нинг| ойининг)", cyrillic_end, "чи куни?|куни?|си?"), cyrillic_say),
        (pattern(cyrillic, "йил", cyrillic_end, "ойи", "куни?(?:да)?", "uz-cyrillic"), cyrillic_say),
        (month_only(cyrillic, "йил", cyrillic_end, "ойи"), cyrillic_say),
        (
            re.compile(rf"(?<!\w)(?P<month>{ALONE['uz']})(?!\w)"),
            lambda found, month: SEASONS["uz" if found["month"].isascii() else "uz-cyrillic"][season(month)],
        ),
    )


KYRGYZ = {
    "spring": ("жазында", "жазынан", "жазына", "жазынын", "жазы", "жазын"),
    "summer": ("жайында", "жайынан", "жайына", "жайынын", "жайы", "жайын"),
    "autumn": ("күзүндө", "күзүнөн", "күзүнө", "күзүнүн", "күзү", "күзүн"),
    "winter": ("кышында", "кышынан", "кышына", "кышынын", "кышы", "кышын"),
}  # fmt: skip


def kyrgyz_season(of: str, suffix: str) -> str:
    """A season with the ending of the month that it replaces: in, from, to, of, the (subject, object); none says when."""
    locative, ablative, dative, genitive, bare, accusative = KYRGYZ[of]
    if re.fullmatch(r"[ыиуү]|с[ыиуү]", suffix):
        return bare
    if re.fullmatch(r"с?[ыиуү]н|[ндт][ыиуү]", suffix):
        return accusative
    if re.search(r"[нд][аеоө]н|т[аеоө]н", suffix):
        return ablative
    if re.search(r"[нтд][ыиуү]н$", suffix):
        return genitive
    if re.search(r"[гк][аеоө]$|[ыиуү]н[аеоө]$", suffix):
        return dative
    return locative


def kyrgyz() -> Patterns:
    """12-майда, он экинчи май күнү, майдын 12синде."""
    months = alternation(*MONTHS["ky"])
    words = alternation(_days_in_words("ky"))
    day = rf"(?P<day>{DAY}[- ]?|(?:{words})[ыиуү]?нч[ыиуү]\s)"

    def say(found: re.Match[str], month: int) -> str:
        return kyrgyz_season(season(month), found["end"] or "")

    return (
        (re.compile(rf"(?<!\w)(?P<month>{months})ь?(?:\sайын)?[дтн][ыиуү]н\s(?P<day>{DAY}|{words})[- ]?(?P<end>с?[ыиуү]н?[а-яөүң]{{0,5}})(?!\w)"), say),
        (re.compile(rf"{WEEKDAYS['ky']}(?<!\w){day}(?P<month>{months})ь?(?P<end>[а-яөүң]{{0,8}})(?:\sкүн[а-яөүң]{{0,4}})?(?!\w)"), say),
        (re.compile(rf"(?<!\w)(?P<month>{months})ь?\sай(?P<end>[а-яөүң]{{1,8}})(?!\w)"), say),
        (re.compile(rf"(?<!\w)(?P<month>{months})ь?(?P<end>[дт][аеоө]н?|[дт][ыиуү]н)(?!\w)"), say),
        (re.compile(rf"(?<!\w)(?P<month>{ALONE['ky']})ь?(?!\w)"), lambda _, month: SEASONS["ky"][season(month)]),
    )  # fmt: skip


def tajik() -> Patterns:
    """12 май, дувоздаҳуми майи соли 2020, аввали март."""
    months = alternation(*MONTHS["tg"])
    words = alternation(_days_in_words("tg"))
    parts = "аввали|охири|миенаи|нимаи|авохири|оғози|поени|аввалҳои|охирҳои"

    def say(found: re.Match[str], month: int) -> str:
        return (found["on"] or "") + SEASONS["tg"][season(month)] + (found["end"] or "")

    return (
        (re.compile(rf"{WEEKDAYS['tg']}(?<!\w)(?P<on>(?!))?(?P<day>{DAY}(?:-?(?:ум|юм|и)и?)?|(?:{words})(?:ум|юм)и?)\s(?:моҳи\s)?(?P<month>{months})(?P<end>и(?=\sсоли))?(?!\w)"), say),
        (re.compile(rf"(?<!\w)(?P<on>(?:{parts})\s)(?:моҳи\s)?(?P<month>{months})(?P<end>и(?=\sсоли))?(?!\w)"), say),
        (re.compile(rf"(?<!\w)(?P<on>(?!))?моҳи\s(?P<month>{months})(?P<end>и(?=\sсоли))?(?!\w)"), say),
        (re.compile(rf"(?<!\w)(?P<on>(?!))?(?P<month>{months})(?P<end>и)(?=\sсоли)"), say),
        (re.compile(rf"(?<!\w)(?P<on>(?!))?(?P<month>{ALONE['tg']})(?P<end>и)?(?!\w)"), say),
    )  # fmt: skip


def day_ordinals() -> str:
    """A day of the month as an Arabic ordinal with its article, folded: الاول, الثاني عشر, الخامس والعشرين."""
    ones = "|".join(ORDINALS)
    tens = "|".join(f"{stem}(?:ون|ين)" for stem in TENS[:2])
    return rf"ال(?:اول|(?:{ones})(?: عشر| وال(?:{tens}))?|عاشر|{tens})"


PREPOSITION = re.compile(r"(?<!\w)[وف]?(?:في|منذ|حتي|قبل|بعد|من|الي|عن|خلال|حوالي|نحو|مع|بحلول)\s$")
"""Behind one of these a date needs no other."""


def arabic() -> Patterns:
    """12 مارس, الثاني عشر من آذار, في شباط; the months of Egypt, the Levant and the Maghreb."""
    months = alternation(*MONTHS["ar"], LEVANTINE)
    both = rf"(?P<month>{months})(?:\s?[/(]\s?(?:{months})\)?)?(?!\w)"
    year = rf"(?P<year>(?=\s(?:من\s)?(?:عام\s|سنه\s)?{YEAR}))?"

    def say(found: re.Match[str], month: int) -> str:
        article = "" if found["year"] is not None else "ال"
        if found.groupdict().get("day") and not PREPOSITION.search(
            found.string, max(0, found.start() - 8), found.start()
        ):
            return f"في {article}{SEASONS['ar'][season(month)]}"
        return (found["on"] or "") + article + SEASONS["ar"][season(month)]

    return (
        (re.compile(rf"{WEEKDAYS['ar']}(?<!\w)(?P<on>(?!))?(?P<day>{DAY}|{day_ordinals()})\s(?:من\s)?(?:شهر\s)?{both}{year}"), say),
        (re.compile(rf"(?<!\w)(?P<on>في\s|منذ\s|حتي\s|قبل\s|بعد\s|خلال\s)(?:شهر\s|اوائل\s|اواخر\s|منتصف\s|مطلع\s|نهايه\s|بدايه\s){{0,2}}{both}{year}"), say),
        (re.compile(rf"(?<!\w)(?P<on>(?!))?شهر\s{both}{year}"), say),
        (re.compile(rf"(?<!\w)(?P<on>(?!))?(?P<month>{ALONE['ar']})(?!\w){year}"), say),
    )  # fmt: skip
