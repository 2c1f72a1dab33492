"""Exact ages, in figures and in words, become a band, or what people of that age are called (STORY-RULES.md).

Durations look the same in many languages ("17 лет" in a town); so an age is a number of years only behind what says
so: "в 17 лет", "ей было 17 лет", "17-летняя". Bands are those of the caseload.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from safelight.text.detectors.found import Found, opening
from safelight.text.detectors.numbers import genitive_prefixes, number_words
from safelight.text.detectors.windows import Signs
from safelight.text.reading import Reading

Band = tuple[int, int]
BANDS: tuple[Band, ...] = ((0, 12), (13, 17), (18, 24), (25, 34), (35, 49), (50, 199))


@dataclass(frozen=True)
class Phrase:
    """A way to tell an age: where (`pattern`, its number in `n`), and what is said for children, teenagers, adults of a
    band (`{a}`, `{b}`), and people over fifty. `{e}` and `{k}` are the groups `e` and `k`: an ending and words that stay."""

    pattern: str
    child: str
    teen: str
    adult: str
    older: str
    named: bool = False
    """Whether `k` has to begin with a capital, as a name does: "Анне 34 года", but "в работе 34 года"."""


LASTING = (
    r"(?:стаж|план|срок|опыт|брак|период|юбиле|перерыв|контракт|договор|кредит|истори[яиею]|войн[аыеу]|гаранти[яию]|"
    r"работ[аыеу]\b|работой\b|служб[аыеу]\b|службой\b|труд[ау]?\b)"
)
"""What lasts for years and is no person: "десятилетний стаж" tells nobody's age."""
PHRASES: Mapping[str, tuple[Phrase, ...]] = {
    "en": (
        Phrase(r"\b(?P<k>(?:i|she|he) (?:am|is|was) (?:only |just |barely |still |then |already )?|(?:i'm|she's|he's) (?:only |just |barely |still )?)(?P<n>{grown})(?=[,.;!?](?!\d)|$| (?:when|and|but)\b)", "{k}under 13", "{k}a teenager", "{k}between {a} and {b}", "{k}over 50"),
        Phrase(r"\b(?P<k>(?:girl|boy|woman|man|child|daughter|son|sister|brother|youth)s? )of (?P<n>{grown})(?![\w,.-]?\d)(?! (?:children|kids|sons|daughters))\b", "{k}under 13", "{k}aged {a} to {b}", "{k}aged {a} to {b}", "{k}over 50"),
        Phrase(r"\bby (?:the age of )?(?P<n>{grown})(?= (?:she|he|i|they)\b)", "as a child", "as a teenager", "between the ages of {a} and {b}", "after the age of 50"),
        Phrase(r"\b(?P<n>\d{{1,2}})(?:st|nd|rd|th) (?=birthday)", "", "", "", ""),
        Phrase(r"\bat (?:the age of |age |just |only )?(?P<n>{number})(?= years old\b)(?: years old)|\bat (?:the |an )?age (?:of )?(?P<n2>{number})\b|\bat (?:just |only )?(?P<n3>{number})(?=[,.;](?!\d)| (?:she|he|they|i|we)\b)", "as a child", "as a teenager", "between the ages of {a} and {b}", "after the age of 50"),
        Phrase(r"(?<=\w )turned (?P<n>{number})(?=[,.;!?]| (?:when|and|she|he|i)\b)", "was under 13", "was a teenager", "was between {a} and {b}", "was over 50"),
        Phrase(r"(?<!at )(?<!at the )(?<!at an )\b(?:the |an )?age of (?P<n>{number})\b", "childhood", "adolescence", "an age of {a} to {b}", "an age over 50"),
        Phrase(r"\b(?:aged|age) (?P<n>{number})\b(?! to\b)(?!-)", "aged under 13", "aged {a} to {b}", "aged {a} to {b}", "aged over 50"),
        Phrase(r"\b(?:an? )?(?<!-to-)(?<!over-)(?<!under-)(?P<n>{number})[- \u2010]year[- \u2010]old\b", "a young", "a teenage", "{article} {a}-to-{b}-year-old", "an over-50-year-old"),
        Phrase(r"(?<!and )(?<!over )(?<!under )(?<!-)\b(?P<n>{number}) years (?:old|of age)\b", "under 13 years old", "a teenager", "between {a} and {b} years old", "over 50 years old"),
        Phrase(r"(?<=\bwhen i was )(?P<n>{number})\b|(?<=\bi was )(?P<n2>{number})(?=[,.;!?]| (?:when|and)\b)|(?<=\bhe was )(?P<n3>{number})(?=[,.;!?]| (?:when|and)\b)|(?<=turned )(?P<n4>{number})(?=[,.;!?]| (?:when|and|she|he|i)\b)", "under 13", "a teenager", "between {a} and {b}", "over 50"),
    ),
    "ru": (
        Phrase(r"(?:(?<=, )|(?<=\())(?P<n>{number}|{prefix}) (?:лет|года?)(?=[,.;)])", "до 13 лет", "от {a} до {b} лет", "от {a} до {b} лет", "старше 50 лет"),
        Phrase(r"(?<!\w)(?P<k>\w+[еуюи] )(?P<n>{grown}) (?:лет|года?)(?=[,.;!?)]|$| и )", "{k}меньше 13 лет", "{k}от {a} до {b} лет", "{k}от {a} до {b} лет", "{k}больше 50 лет", named=True),
        Phrase(r"(?<!\w)с(?:о)? (?P<n>\d{{1,2}}|{prefix}) лет(?!\w)", "с детства", "с подросткового возраста", "с возраста от {a} до {b} лет", "с возраста старше 50 лет"),
        Phrase(r"(?<!\w)к (?P<n>\d{{1,2}}|{prefix}) годам(?!\w)|(?<!\w)в свои (?P<n2>{number})(?: лет| года?)?(?!\w)", "в детстве", "в подростковом возрасте", "в возрасте от {a} до {b} лет", "в возрасте старше 50 лет"),
        Phrase(r"(?<!\w)(?P<k>(?:девочк|девушк|женщин|мальчик|парн|юнош|мужчин|подрост|дочер|дочк|сестр|брат|сын|ребен)\w{{0,4}} )(?P<n>\d{{1,2}}|{prefix}) (?:лет|года)(?!\w)", "{k}до 13 лет", "{k}от {a} до {b} лет", "{k}от {a} до {b} лет", "{k}старше 50 лет"),
        Phrase(r"(?:(?<=\bмне )|(?<=\bей )|(?<=\bему ))(?P<n>{grown})(?=[,.;!?](?!\d)|$)", "меньше 13 лет", "от {a} до {b} лет", "от {a} до {b} лет", "больше 50 лет"),
        Phrase(r"(?<!\w)(?:в|уже в|еще в) (?P<n>{number}) (?:лет|года?)(?! [а-я]+ (?:назад|спустя))(?!\w)|(?<!\w)в возрасте (?P<n2>{number}|{prefix})(?:-?(?:ти|и|х))? (?:лет|года?)(?!\w)|(?<!\w)(?P<n3>{number}) (?:лет|года?) от роду", "в детстве", "в подростковом возрасте", "в возрасте от {a} до {b} лет", "в возрасте старше 50 лет"),
        Phrase(r"(?:(?<=было )|(?<=стало ))(?:тогда |всего |уже |только )?(?P<n>{number}) (?:лет|года?)(?!\w)|(?:(?<=\bей )|(?<=\bему )|(?<=\bмне ))(?P<n3>{number}) (?:лет|года?)(?!\w)", "меньше 13 лет", "от {a} до {b} лет", "от {a} до {b} лет", "больше 50 лет"),
        Phrase(r"(?<!\w)исполнилось (?P<n>{number}) (?:лет|года?)(?!\w)", "было меньше 13 лет", "было от {a} до {b} лет", "было от {a} до {b} лет", "было больше 50 лет"),
        Phrase(r"(?:(?<=\bмне было )|(?<=\bей было )|(?<=\bему было )|(?<=\bмне исполнилось ))(?P<n>{number})(?=[,.;!?](?!\d)|$| (?:и|когда)\b)", "меньше 13 лет", "от {a} до {b} лет", "от {a} до {b} лет", "больше 50 лет"),
        Phrase(r"(?<![\w–-])(?P<n>\d{{1,2}})-?(?:ти|и)?-?летн(?P<e>\w{{2,3}})(?!\w)(?! {lasting})|(?<!\w)(?P<n2>{prefix})летн(?P<e2>\w{{2,3}})(?!\w)(?! {lasting})", "малолетн{e}", "несовершеннолетн{e}", "{a}–{b}-летн{e}", "более чем 50-летн{e}"),
    ),
    "uk": (
        Phrase(r"(?:(?<=, )|(?<=\())(?P<n>{number}|{prefix}) (?:років|роки|рік)(?=[,.;)])", "до 13 років", "від {a} до {b} років", "від {a} до {b} років", "понад 50 років"),
        Phrase(r"(?<!\w)(?P<k>\w+[іїую] )(?P<n>{grown}) (?:років|роки)(?=[,.;!?)]|$| і )", "{k}менше 13 років", "{k}від {a} до {b} років", "{k}від {a} до {b} років", "{k}понад 50 років", named=True),
        Phrase(r"(?<!\w)(?:з|із) (?P<n>\d{{1,2}}|{prefix}) років(?!\w)", "з дитинства", "з підліткового віку", "з віку від {a} до {b} років", "з віку понад 50 років"),
        Phrase(r"(?<!\w)(?P<k>(?:дівчин|дівчат|жінк|хлопц|хлопчик|чоловік|підліт|дочк|доньк|сестр|брат|син|дитин)\w{{0,4}} )(?P<n>\d{{1,2}}|{prefix}) (?:років|роки)(?!\w)", "{k}до 13 років", "{k}від {a} до {b} років", "{k}від {a} до {b} років", "{k}понад 50 років"),
        Phrase(r"(?<!\w)(?:в|у) (?P<n>{number}) (?:років|роки|рік)(?!\w)|(?<!\w)(?:у|в) віці (?P<n2>{number}|{prefix}) (?:років|роки|року)(?!\w)", "у дитинстві", "у підлітковому віці", "у віці від {a} до {b} років", "у віці понад 50 років"),
        Phrase(r"(?:(?<=було )|(?<=стало ))(?P<n>{number}) (?:років|роки|рік)(?!\w)|(?:(?<=\bїй )|(?<=\bйому )|(?<=\bмені ))(?P<n3>{number}) (?:років|роки)(?!\w)", "менше 13 років", "від {a} до {b} років", "від {a} до {b} років", "понад 50 років"),
        Phrase(r"(?<!\w)виповнилося (?P<n>{number}) (?:років|роки)(?!\w)", "було менше 13 років", "було від {a} до {b} років", "було від {a} до {b} років", "було понад 50 років"),
        Phrase(r"(?:(?<=\bмені було )|(?<=\bїй було )|(?<=\bйому було ))(?P<n>{number})(?=[,.;!?](?!\d)|$| (?:і|й|та|коли)\b)", "менше 13 років", "від {a} до {b} років", "від {a} до {b} років", "понад 50 років"),
        Phrase(r"(?<![\w–-])(?P<n>\d{{1,2}})-?(?:ти)?-?річн(?P<e>\w{{1,3}})(?!\w)|(?<!\w)(?P<n2>{prefix})річн(?P<e2>\w{{1,3}})(?!\w)", "менш ніж 13-річн{e}", "юн{e}", "{a}–{b}-річн{e}", "понад 50-річн{e}"),
    ),
    "ro": (
        Phrase(r"(?:(?<=, )|(?<=\())(?P<n>{number}) (?:de )?ani(?=[,.;)])", "sub 13 ani", "între {a} și {b} ani", "între {a} și {b} de ani", "peste 50 de ani"),
        Phrase(r"(?<!\w)de la (?:varsta de )?(?P<n>{number}) (?:de )?ani(?!\w)", "din copilărie", "din adolescență", "de la o vârstă între {a} și {b} de ani", "de după 50 de ani"),
        Phrase(r"(?<=\bam )(?P<n>{grown}) (?:de )?ani(?!\w)(?! de)", "sub 13 ani", "între {a} și {b} ani", "între {a} și {b} de ani", "peste 50 de ani"),
        Phrase(r"(?<!\w)la (?:varsta de )?(?P<n>{number}) (?:de )?ani(?!\w)", "în copilărie", "în adolescență", "între {a} și {b} de ani", "după 50 de ani"),
        Phrase(r"(?:(?<=\bavea )|(?<=\baveam )|(?<=\bavand )|(?<=\bimplinit ))(?P<n>{number}) (?:de )?ani(?!\w)|(?:(?<=\bare ))(?P<n2>{number}) (?:de )?ani(?!\w)", "sub 13 ani", "între {a} și {b} ani", "între {a} și {b} de ani", "peste 50 de ani"),
        Phrase(r"(?<!\w)a implinit (?P<n>{number}) (?:de )?ani(?!\w)", "avea sub 13 ani", "avea între {a} și {b} ani", "avea între {a} și {b} de ani", "avea peste 50 de ani"),
        Phrase(r"(?<!\w)am implinit (?P<n>{number}) (?:de )?ani(?!\w)", "aveam sub 13 ani", "aveam între {a} și {b} ani", "aveam între {a} și {b} de ani", "aveam peste 50 de ani"),
        Phrase(r"(?<!peste )(?<!\w)(?:in varsta )?de (?P<n>{number}) (?:de )?ani(?!\w)", "de cel mult 12 ani", "între {a} și {b} ani", "între {a} și {b} de ani", "de peste 50 de ani"),
    ),
    "uz": (
        Phrase(r"(?:(?<=, )|(?<=\())(?P<n>{number}) yosh(?=[,.;)])", "13 yoshgacha", "{a}–{b} yosh", "{a}–{b} yosh", "50 yoshdan katta"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) yosh(?:i|im|ing)?dan(?!\w)(?! osh)", "bolaligidan", "o‘smirlik yoshidan", "{a}–{b} yoshidan", "50 yoshdan keyin"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) yoshga(?!\w)(?! to'lma)", "bolalik yoshiga", "o‘smirlik yoshiga", "{a}–{b} yoshga", "50 yoshdan katta yoshga"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) yoshda(?P<e>man|miz|san|siz)(?!\w)", "bola{e}", "o‘smir{e}", "{a}–{b} yoshda{e}", "50 yoshdan oshgan{e}"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) еш(?:и|им|инг)?дан(?!\w)(?! ош)", "болалигидан", "ўсмирлик ёшидан", "{a}–{b} ёшидан", "50 ёшдан кейин"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) ешга(?!\w)(?! тўлма)", "болалик ёшига", "ўсмирлик ёшига", "{a}–{b} ёшга", "50 ёшдан катта ёшга"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) yosh(?:i|im|ing|ligi)?da(?!\w)", "bolaligida", "o‘smirlik yoshida", "{a}–{b} yoshida", "50 yoshdan oshganda"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) yosh(?:li|dagi)(?!\w)", "yosh", "o‘smir", "{a}–{b} yoshli", "50 yoshdan oshgan"),
        # Cyrillic Uzbek; the folded text has е for ё
        Phrase(r"(?<![\w–-])(?P<n>{number}) еш(?:и|им|инг|лиги)?да(?!\w)", "болалигида", "ўсмирлик ёшида", "{a}–{b} ёшида", "50 ёшдан ошганда"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) еш(?:ли|даги)(?!\w)", "ёш", "ўсмир", "{a}–{b} ёшли", "50 ёшдан ошган"),
    ),
    "tg": (
        Phrase(r"(?<!\w)аз (?:синни )?(?P<n>{number})[- ]?солаги(?!\w)", "аз кӯдакӣ", "аз наврасӣ", "аз синни {a}–{b}", "аз синни болотар аз 50"),
        Phrase(r"(?<!\w)дар синни (?P<n>{number})(?![\w–-]|[- ]?сола)", "дар кӯдакӣ", "дар наврасӣ", "дар синни аз {a} то {b}", "дар синни болотар аз 50"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) сол(?= до(?:шт|рад|рам))", "камтар аз 13 сол", "{a}–{b} сол", "{a}–{b} сол", "беш аз 50 сол"),
        Phrase(r"(?<![\w–-])(?P<n>{number})[- ]?сола(?P<e>ам|аст|анд)(?!\w)", "хурдсол{e}", "наврас{e}", "{a}–{b}-сола{e}", "аз 50-сола боло{e}"),
        Phrase(r"(?<!\w)дар (?:синни )?(?P<n>{number})[- ]?солаги(?!\w)", "дар кӯдакӣ", "дар наврасӣ", "дар синни аз {a} то {b}", "дар синни болотар аз 50"),
        Phrase(r"(?<![\w–-])(?<!\bто )(?P<n>{number})[- ]?сола(?P<e>и?)(?!\w)", "хурдсол{e}", "наврас{e}", "{a}–{b}-сола{e}", "аз 50-сола боло"),
    ),
    "ky": (
        Phrase(r"(?<![\w–-])(?P<n>{number}) жаш(?:ынан|ымдан|ыңдан|тан)(?!\w)(?! аш)", "бала кезинен", "өспүрүм кезинен", "{a}–{b} жашынан", "50 жаштан кийин"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) жашка(?!\w)(?! (?:чыга элек|толо элек|чыкпа|толбо))", "бала курагына", "өспүрүм курагына", "{a}–{b} жашка", "50дөн жогорку жашка"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) жаштамын(?!\w)", "баламын", "өспүрүммүн", "{a}–{b} жаштамын", "50 жаштан ашкамын"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) жаш(?:ымда|ыңда)(?!\w)", "бала кезимде", "өспүрүм кезимде", "{a}–{b} жашымда", "50 жаштан ашканда"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) жашар(?!\w)", "кичинекей", "өспүрүм", "{a}–{b} жаштагы", "50 жаштан ашкан"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) жаш(?:ында|та)(?!\w)", "бала кезинде", "өспүрүм кезинде", "{a}–{b} жашында", "50 жаштан ашканда"),
        Phrase(r"(?<![\w–-])(?P<n>{number}) жаштагы(?!\w)", "кичинекей", "өспүрүм", "{a}–{b} жаштагы", "50 жаштан ашкан"),
    ),
    "ar": (
        Phrase(r"(?:(?<=[،,] )|(?<=\())(?P<n>{number}) (?:عاما|سنه|سنوات)(?=[،,.؛)])", "أقل من 13 عامًا", "بين {a} و{b} عامًا", "بين {a} و{b} عامًا", "أكثر من 50 عامًا"),
        Phrase(r"(?<!\w)منذ (?:سن|عمر) (?:ال)?(?P<n>{number})(?!\w)", "منذ الطفولة", "منذ سن المراهقة", "منذ سن بين {a} و{b} عامًا", "منذ ما بعد سن الخمسين"),
        Phrase(r"(?<!\w)(?P<k>(?:كانت|كان|كنت|وهي|وهو|هي|هو|وانا|فتاه|شابه|شاب|فتي|امراه|رجل) )في ال(?P<n>{number})(?= من عمر|[،,.؛!؟](?!\d)|$| (?:عندما|حين|و))(?: من (?:العمر|عمرها|عمره|عمري))?", "{k}في الطفولة", "{k}في سن المراهقة", "{k}في سن بين {a} و{b} عامًا", "{k}فوق الخمسين"),
        Phrase(r"(?<!\w)(?P<k>(?:بلغت|بلغ|ابنه|ابن|عمرها الان|من العمر) )(?:ال)?(?P<n>{number}) (?:عاما|سنه|سنوات|ربيعا)(?!\w)", "{k}أقل من 13 عامًا", "{k}بين {a} و{b} عامًا", "{k}بين {a} و{b} عامًا", "{k}أكثر من 50 عامًا"),
        Phrase(r"(?<!\w)في (?:سن )?ال(?P<n>{number}) من (?:العمر|عمرها|عمره|عمري)(?!\w)", "في الطفولة", "في سن المراهقة", "في سن بين {a} و{b} عامًا", "بعد سن الخمسين"),
        Phrase(r"(?<!\w)في (?:سن|عمر) (?:ال)?(?P<n>{number})(?: (?:عاما|سنه|سنوات|من (?:العمر|عمرها|عمره)))?(?!\w)", "في الطفولة", "في سن المراهقة", "في سن بين {a} و{b} عامًا", "بعد سن الخمسين"),
        Phrase(r"(?<=عمرها )(?P<n>{number}) (?:عاما|سنه|سنوات)(?!\w)|(?<=عمره )(?P<n2>{number}) (?:عاما|سنه|سنوات)(?!\w)|(?<=عمري )(?P<n3>{number}) (?:عاما|سنه|سنوات)(?!\w)|(?<=من العمر )(?P<n4>{number}) (?:عاما|سنه|سنوات)(?!\w)", "أقل من 13 عامًا", "بين {a} و{b} عامًا", "بين {a} و{b} عامًا", "أكثر من 50 عامًا"),
        Phrase(r"(?<!\w)(?:ذات|ذو|ذي) ال(?P<n>{number})(?: (?:عاما|سنه|ربيعا))?(?!\w)", "في الطفولة", "في سن المراهقة", "بين {a} و{b} عامًا", "فوق الخمسين"),
    ),
}  # fmt: skip


def band(age: int) -> Band:
    """The band of an age in years."""
    return next(pair for pair in BANDS if pair[0] <= age <= pair[1])


SMALLEST_GROWN = 12
"""The smallest number (`{grown}`) that is read as an age where only a pronoun says so: "ей двадцать", but "дали ей пять"."""


@cache
def _compiled(lang: str) -> tuple[tuple[re.Pattern[str], Phrase], ...]:
    words = sorted(number_words(lang), key=len, reverse=True)
    grown = "|".join([r"\d\d", *(re.escape(word) for word in words if number_words(lang)[word] >= SMALLEST_GROWN)])
    number = "|".join([r"\d{1,2}", *map(re.escape, words)])
    prefix = "|".join(sorted(genitive_prefixes(), key=len, reverse=True))
    return tuple(
        (
            re.compile(
                phrase.pattern.format(number=f"(?:{number})", grown=f"(?:{grown})", prefix=prefix, lasting=LASTING)
            ),
            phrase,
        )
        for phrase in PHRASES.get(lang, ())
    )


MENTIONED = {
    "en": re.compile(
        r"years? old|year[- \u2010]old|years of age|\bage[d ]|\bat (?:just |only )?(?=\d|[efnst])|when i was|\b(?:i|he) was [\defnst]| turned |\bturned |\bage of |\b(?:i|she|he) (?:am|is|was) |\b(?:i'm|she's|he's) |(?:girl|boy|woman|man|child|daughter|son|sister|brother|youth)s? of |\bby [\defnst]|birthday"
    ),
    "ru": re.compile(r"летн| лет\b| год|\bмне |\bей |\bему |\bсвои "),
    "uk": re.compile(r" рок|річн| рік|\bмені |\bїй |\bйому "),
    "ro": re.compile(r" ani\b"),
    "uz": re.compile(r"yosh|еш"),
    "tg": re.compile(r"сола| сол до|дар синни"),
    "ky": re.compile(r"жаш"),
    "ar": re.compile(r"عاما|سنه|سنوات|عمر|في سن|منذ سن|ذات ال|ذو ال|ذي ال|بلغ|ابن|في ال"),
}
"""Signs of an age; most of a text has none."""
UNJOINED = frozenset({"en", "ro", "uz", "ky"})
"""Languages that write nothing onto a number in words."""
NAMING = {
    "en": Signs("(?:years?|aged?|at|was|is|am|im|s|of|by|turned|birthday)$"),
    "ru": Signs(".*летн|лет$|год|(?:мне|ей|ему|свои)$"),
    "uk": Signs("рок|.*річн|рік|(?:мені|їй|йому)$"),
    "ro": Signs("ani$"),
    "uz": Signs(".*yosh|.*еш"),
    "tg": Signs(".*сола|сол$|синни$"),
    "ky": Signs(".*жаш"),
    "ar": Signs("عاما$|سنه$|سنوات$|.*عمر|في$|سن$|منذ$|بلغ|ابن|ذات$|ذو$|ذي$"),
}
"""The words that every sign of an age holds; one of them stands within few words of the number."""
LONGEST_PHRASE = 64
"""Characters before and behind the number that a phrase of age may have."""


BESIDE_A_NAME = re.compile(r"(?<=\w)(?:, (?P<n>\d\d)(?=, (?!\d))| \((?P<n2>\d\d)\)(?!\d))")
"""How English newspapers tell an age, without a word for it: "Anna, 34, left", "Anna (34)"."""


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every exact age that the text tells as one."""
    if lang == "en":
        for found in BESIDE_A_NAME.finditer(reading.folded):
            group = "n" if found["n"] else "n2"
            first, last = band(int(found[group]))
            said = "under 13" if first == 0 else "over 50" if first == 50 else f"aged {first} to {last}"
            yield Found(found.start(group), found.end(group), "age", "exact-age", said)
    if lang in MENTIONED:
        for window in _numbers(lang).windows(reading, LONGEST_PHRASE, LONGEST_PHRASE, beside=NAMING[lang]):
            if MENTIONED[lang].search(reading.folded, *window):
                yield from _in_window(reading, lang, window)


@cache
def _numbers(lang: str) -> Signs:
    """Words that hold a number, or begin one: no age is told without."""
    beginnings = {re.escape(word.split()[0].split("-")[0]) for word in (*number_words(lang), *genitive_prefixes())}
    end = "$" if lang in UNJOINED else ""
    return Signs(rf".*\d|(?:ال)?(?:{'|'.join(sorted(beginnings))}){end}")


def _in_window(reading: Reading, lang: str, window: tuple[int, int]) -> Iterator[Found]:
    for pattern, phrase in _compiled(lang):
        for found in pattern.finditer(reading.folded, *window):
            groups = {name: value for name, value in found.groupdict().items() if value}
            told = next(value for name, value in groups.items() if name.startswith("n"))
            ending = next((v for name, v in groups.items() if name.startswith("e")), "")
            kept = reading.text[found.start("k") : found.end("k")] if "k" in groups else ""
            if phrase.named and not kept[:1].isupper():
                continue
            said = _said(phrase, _number(told, lang), ending, kept)
            if "[- ]old" in phrase.pattern and not found[0].startswith(("a ", "an ")):
                said = said.partition(" ")[2]  # an article stands there only where one stood
            yield Found(found.start(), found.end(), "age", "exact-age", opening(said, reading, found.start()))


def _number(text: str, lang: str) -> int:
    if text.isdigit():
        return int(text)
    return number_words(lang).get(text) or genitive_prefixes()[text]


def _said(phrase: Phrase, age: int, ending: str, kept: str) -> str:
    first, last = band(age)
    if first == 0:
        said = phrase.child
    elif first == 13:
        said = phrase.teen
    elif first == 50:
        said = phrase.older
    else:
        said = phrase.adult
    return said.format(a=first, b=last, e=ending, k=kept, article="an" if first == 18 else "a")
