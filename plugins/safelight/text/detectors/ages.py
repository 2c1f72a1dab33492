"""Exact ages, in figures and in words, become a band, or what people of that age are called (STORY-RULES.md).

Durations look the same in many languages ("17 лет" in a town); so an age is a number of years only behind what says
so: "в 17 лет", "ей было 17 лет", "17-летняя". Bands are those of the caseload.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from safelight.text.detectors.age_phrase import Phrase
from safelight.text.detectors.ages_eastern import EASTERN_PHRASES, FRAGMENTS, TWO_YEARS
from safelight.text.detectors.arabic_numbers import feminine_compounds, ordinals
from safelight.text.detectors.found import Found, alphabet, opening
from safelight.text.detectors.numbers import genitive_prefixes, number_words
from safelight.text.detectors.windows import Signs
from safelight.text.reading import Reading

Band = tuple[int, int]
BANDS: tuple[Band, ...] = ((0, 12), (13, 17), (18, 24), (25, 34), (35, 49), (50, 199))


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
    **EASTERN_PHRASES,
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
    words_of = {
        "number": f"(?:{number})", "grown": f"(?:{grown})", "prefix": _any_of(genitive_prefixes()), "lasting": LASTING,
        "ordinal": _any_of(ordinals()), "compound": _any_of(feminine_compounds()), **FRAGMENTS,
    }  # fmt: skip
    return tuple((re.compile(phrase.pattern.format(**words_of)), phrase) for phrase in PHRASES.get(lang, ()))


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


MENTIONED = {
    "en": re.compile(
        r"years? old|year[- \u2010]old|years of age|\bage[d ]|\bat (?:just |only )?(?=\d|[efnst])|when i was|\b(?:i|he) was [\defnst]| turned |\bturned |\bage of |\b(?:i|she|he) (?:am|is|was) |\b(?:i'm|she's|he's) |(?:girl|boy|woman|man|child|daughter|son|sister|brother|youth)s? of |\bby [\defnst]|birthday"
    ),
    "ru": re.compile(r"летн| лет\b| год|\bмне |\bей |\bему |\bсвои "),
    "uk": re.compile(r" рок|річн| рік|\bмені |\bїй |\bйому "),
    "ro": re.compile(r" ani\b"),
    "uz": re.compile(r"yosh|еш|ida|ида|[gkq]a |[гкқ]а |ni |ни "),
    "tg": re.compile(r"сола|сол|\bсин|\bба "),
    "ky": re.compile(r"жаш|нд[аеоө]|[гк][аеоө] |[дт][аеоө] "),
    "ar": re.compile(r"عام|سن|عمر|ذات ال|ذو ال|ذ[يا] ال|بلغ|بالغ|تجاوز|اتم|اكمل|ناهز|قارب|دخل|ابن|بنت|صاحب|في ال|عيد"),
}
"""Signs of an age; most of a text has none."""
UNJOINED = frozenset({"en", "ro"})
"""Languages that write nothing onto a number in words."""
SUFFIXED = {"uz": r"\w{0,4}$", "ky": r"\w{0,3}$"}
"""What others write onto it, at most: on yettiga, отузда."""
NAMING = {
    "en": Signs("(?:years?|aged?|at|was|is|am|im|s|of|by|turned|birthday)$"),
    "ru": Signs(".*летн|лет$|год|(?:мне|ей|ему|свои)$"),
    "uk": Signs("рок|.*річн|рік|(?:мені|їй|йому)$"),
    "ro": Signs("ani$"),
    "uz": Signs(".*yosh|.*[iи](?:da|да)$|.*еш|tol|kir|chiq|qadam|qarshila|nishonla|тўл|кир|чиқ|қадам|қаршила|нишонла"),
    "tg": Signs(".*сол|син|даромад|қадам|расид|мерас"),
    "ky": Signs(".*жаш|.*нд[аеоө]$|чык|тол|кара|аяк|эле|болчу|экен|кез"),
    "ar": Signs(
        "عاما?$|سنه$|سنوات$|سنين$|اعوام$|ربيعا?$|.*عمر|في$|.?سن$|منذ$|.*بلغ|.*بالغ|.*تجاوز|اتم|اكمل|ناهز|قارب|دخل|.{0,2}ابن|.{0,2}بنت|"
        "صاحب|ذات$|ذو$|ذ[يا]$|ب?عيد$|عامها|عامه|عامي"
    ),
}
"""The words that every sign of an age holds; one of them stands within few words of the number."""
LONGEST_PHRASE = 64
"""Characters before and behind the number that a phrase of age may have."""


BESIDE_A_NAME = re.compile(r"(?<=\w)(?:[,،] (?P<n>\d\d)(?=[,،] (?!\d))| \((?P<n2>\d\d)\)(?!\d))")
"""How newspapers tell an age, without a word for it: "Anna, 34, left", "Anna (34)"."""
SAID_BESIDE = {
    "en": ("under 13", "aged {a} to {b}", "over 50"),
    "uz": ("13 yoshgacha", "{a}–{b} yosh", "50 yoshdan katta"),
    "uz-cyrillic": ("13 ёшгача", "{a}–{b} ёш", "50 ёшдан катта"),
    "tg": ("то 13-сола", "{a}–{b}-сола", "аз 50-сола боло"),
    "ky": ("13 жашка чейин", "{a}–{b} жаш", "50 жаштан жогору"),
    "ar": ("أقل من 13 عامًا", "بين {a} و{b} عامًا", "أكثر من 50 عامًا"),
}
"""What stands there instead, for children, a band, and people over fifty."""


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every exact age that the text tells as one."""
    if lang in SAID_BESIDE and reading.numbered:
        for found in BESIDE_A_NAME.finditer(reading.folded):
            group = "n" if found["n"] else "n2"
            first, last = band(int(found[group]))
            child, grown, older = SAID_BESIDE[alphabet(reading, found.start(), lang)]
            said = child if first == 0 else older if first == 50 else grown.format(a=first, b=last)
            yield Found(found.start(group), found.end(group), "age", "exact-age", said)
    if lang in MENTIONED:
        for window in _numbers(lang).windows(reading, LONGEST_PHRASE, LONGEST_PHRASE, beside=NAMING[lang]):
            if MENTIONED[lang].search(reading.folded, *window):
                yield from _in_window(reading, lang, window)


@cache
def _numbers(lang: str) -> Signs:
    """Words that hold a number, or begin one: no age is told without."""
    beginnings = {
        re.escape(word.split()[0].split("-")[0]) for word in (*number_words(lang), *genitive_prefixes(), *TWO_YEARS)
    }
    end = "$" if lang in UNJOINED else SUFFIXED.get(lang, "")
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
    return number_words(lang).get(text) or TWO_YEARS.get(text) or genitive_prefixes()[text]


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
