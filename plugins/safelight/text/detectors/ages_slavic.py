"""How Russian and Ukrainian tell an age, and how an editor who may tell no more than the band would write it.

An age is told of somebody in the dative (ей было двадцать), at an age (в семнадцать лет), by an adjective
(двадцатилетняя), beside a name (Анна, 34 года,) or as a year of life (шёл девятнадцатый год). What an adult was is
said by the first age of the next band, as people say it: "ей не было двадцати пяти". That tells less than the band.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from safelight.text.detectors.age_bands import SMALLEST_GROWN, Say, Told, Way, asked, by_band, number_tables, way_of
from safelight.text.detectors.numbers import any_of, genitive_prefixes, number_words


@dataclass(frozen=True)
class Words:
    """The words of one language that ages are told with, as patterns over folded text."""

    pronoun: str
    """Whom an age is told of, in the dative."""
    kin: str
    fill: str
    """Adverbs and verbs between the person and the number."""
    reached: str
    """Verbs of reaching an age."""
    goes: str
    """Verbs of being in a year of life: шёл девятнадцатый год."""
    lacking: str
    """Verbs of not having reached an age; the number is in the genitive."""
    present: str
    """Those verbs of all these that are not in the past."""
    unit: str
    people: str
    """Beginnings of nouns for people, in any case."""
    at: str
    by: str
    since: str
    until: str
    in_year: str
    own: str
    of_age: str
    adjective: str
    ordinals: Mapping[int, str]
    verb: str
    """What follows an age that stands without its unit: a pronoun or a verb in the past."""
    joins: str
    """Words that begin what follows a bare number and is not counted by it."""
    behind_years: str
    """What follows years that are no age."""
    lasting: str
    """Nouns of what lasts for years and is no person."""
    label: str
    is_under: str
    was_under: str
    is_over: str
    was_over: str
    when: Mapping[int, str]
    from_: Mapping[int, str]
    beside: Mapping[int, str]
    young: Mapping[int, str]
    behind_noun: Mapping[int, str]


RUSSIAN = Words(
    pronoun="мне|тебе|ей|ему|нам|вам|им|обеим|обоим|всем|каждой|каждому|троим|двоим",
    kin=(
        r"(?:матери|дочери|дочерям|отцу|ребенку|детям|ребятам|"
        r"(?:девочк|девушк|женщин|дочк|дочурк|подруг|бабушк|сестр|сестренк|мам|внучк|студентк|малышк|школьниц|племянниц|тетк|соседк|"
        r"невестк|дедушк|пап|дяд|мужчин|хозяйк)(?:е|ам)|жен[еа]м?|(?:младш|старш|потерпевш|пострадавш|средн)(?:ей|ему|им)|"
        r"(?:мальчик|сын|сынишк|сыночк|брат|братик|муж|друг|внук|подростк|малыш|племянник|водител|хозяин|близнец|парн|юнош)"
        r"(?:у|ю|е|ам|ям|овьям|ьям))"
    ),
    fill=(
        r"(?:(?:тогда|всего|уже|только|лишь|едва|еще|сейчас|теперь|тоже|почти|примерно|около|было|был|будет|стало|лет|годков|максимум|"
        r"где-то|в то время|на тот момент|от силы|как раз|что|чуть|больше|меньше|недавно|вчера|сегодня|завтра|скоро|на вид|по паспорту|по|от роду) )*"
    ),
    reached=r"(?:исполнилось|исполнится|исполнялось|исполняется|стукнуло|минуло|сравнялось) ",
    goes=r"(?:шел|пошел|идет|пошел уже|шел уже) ",
    lacking=r"(?:не (?:было|исполнилось|стукнуло|будет|исполнится)|нет) (?:еще )?(?:и |даже )?",
    present=r"\b(?:нет|будет|исполнится|исполняется|идет)\b",
    unit=r" (?:лет|год[ауы]?|годам|годов|годков|годик|годика|годочков)(?!\w)",
    people=(
        r"(?:дев|женщин|мужчин|парн|парен|юнош|студент|школьни|учени|сестр|брат|доч|сын|мать|матер|мам|отец|отц|жительни|жител|урожен|"
        r"мальчи|подрост|граждан|росси[яй]н|украин|молдав|узбе|таджи|кыргыз|казах|выпускни|племянни|внуч|внук|подруг|друг|"
        r"потерпевш|пострадавш|задержанн|обвиняем|подсудим|водител|турчан|турок|хозя|пенсионер|бабушк|дедушк|старик|старуш|ребен|малыш|сирот|"
        r"медсестр|учительни|официант|швея|швей|танцовщи|соседк|сосед|вдов|невест|жен)\w{0,6}"
    ),
    at=r"(?:в|уже в|еще в|лишь в|только в)",
    by="к",
    since="со?",
    until="до",
    in_year="на",
    own=r"свои (?:неполные |неполных |полные |какие-то )?",
    of_age=r"в возрасте (?:около |примерно |всего )?",
    adjective=r"(?:ти|и|х|ми)?[- ]?летн(?P<e>\w{2,3})",
    ordinals={
        1: "перв", 2: "втор", 3: "трет", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят", 10: "десят",
        11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат",
        18: "восемнадцат", 19: "девятнадцат", 20: "двадцат", 30: "тридцат", 40: "сороков", 50: "пятидесят", 60: "шестидесят",
    },
    verb=(
        r"(?= (?:я|она|он|мы|они|ее|его|меня|уже|впервые|девушка|девочка|мама|мать|отец)(?!\w)| \w+(?:ла|л|ли|лась|лся|лись)(?!\w)|"
        r"\s?[,.;!?)\u2014](?!\d)|\s?$|\n)"
    ),
    joins="и|а|но|когда|как|то|уже|тогда|сейчас|теперь|с половиной|с небольшим|с хвостиком|от роду|лет",
    behind_years=r"(?! (?:назад|спустя|подряд|работ|стаж|тюрьм|колони|заключ|лишен|условн|каторг|не |никто|без|под|там|в |на |из|со? ))",
    lasting=(
        r"(?:стаж|план|срок|опыт|брак|период|юбиле|перерыв|контракт|договор|кредит|истори[яиею]|войн[аыеу]|гаранти[яию]|"
        r"работ[аыеу]\b|работой\b|служб[аыеу]\b|службой\b|труд[ау]?\b|программ|пауз|виз|дорог|дружб|отношени|ипотек|заключени|лишени)"
    ),
    label=r"возраст(?:\s?[:\u2013\u2014-]\s?)",
    is_under="нет {u} лет", was_under="не было {u} лет", is_over="больше 50 лет", was_over="было больше 50 лет",
    when={0: "в детстве", 13: "в подростковом возрасте", 18: "в возрасте от {a} до {b} лет", 50: "в возрасте старше 50 лет"},
    from_={0: "с детства", 13: "с подросткового возраста", 18: "с возраста от {a} до {b} лет", 50: "с возраста старше 50 лет"},
    beside={0: "до 13 лет", 13: "от {a} до {b} лет", 50: "старше 50 лет"},
    young={0: "малолетн{e}", 13: "несовершеннолетн{e}", 18: "{a}–{b}-летн{e}", 50: "более чем 50-летн{e}"},
    behind_noun={18: "от {a} до {b} лет", 50: "старше 50 лет"},
)  # fmt: skip
UKRAINIAN = Words(
    pronoun="мені|тобі|їй|йому|нам|вам|їм|обом|усім|всім|кожній|кожному",
    kin=(
        r"(?:матері|дитині|дітям|дівчинці|дівчатам|доньці|дочці|жінці|сестрі|подрузі|бабусі|мамі|дівчині|"
        r"дружині|онучці|студентці|племінниці|сусідці|молодшій|старшій|молодшому|старшому|потерпілій|постраждалій|"
        r"(?:хлопц|син|брат|чоловік|батьк|підлітк|онук|племінник|друг|хлопчик|тат|юнак|воді)\w{1,4})"
    ),
    fill=(
        r"(?:(?:тоді|всього|усього|вже|уже|лише|тільки|ледь|ще|зараз|тепер|теж|майже|приблизно|близько|було|буде|стало|років|десь|щойно|"
        r"нещодавно|недавно|якраз|що|трохи|понад|на той час|на той момент|від сили|сьогодні|завтра|скоро|по|від роду) )*"
    ),
    reached=r"(?:виповнилося|виповнилось|виповниться|виповнюється|сповнилося|стукнуло|минуло) ",
    goes=r"(?:йшов|ішов|пішов|іде|йде) ",
    lacking=r"(?:не (?:було|виповнилося|виповнилось|буде)|немає|нема) (?:ще )?(?:й |і |навіть )?",
    present=r"\b(?:немає|нема|буде|виповниться|виповнюється|іде|йде)\b",
    unit=r" (?:років|рік|роки|року|рочків|літ)(?!\w)",
    people=(
        r"(?:дівчи|дівчат|жінк|жінок|чоловік|хлоп|юна[кч]|студент|школяр|учен|сестр|брат|доньк|дочк|дочо|син|мати|матер|матір|мам|батьк|"
        r"мешкан|жител|підліт|громадян|українк|українец|росіян|молдован|випускни|племінни|онук|онуч|подруг|друг|потерпіл|"
        r"постраждал|затриман|обвинувачен|водій|водія|турок|господар|пенсіонер|бабус|дідус|дитин|маля|сирот|медсестр|вчительк|офіціант|"
        r"швачк|сусід|вдов|наречен|дружин)\w{0,6}"
    ),
    at=r"(?:в|у|вже в|вже у|ще в|лише в|лише у|тільки в)",
    by="до",
    since="(?:з|із|зі)",
    until="до",
    in_year="на",
    own=r"свої (?:неповні |повні )?",
    of_age=r"(?:у|в) віці (?:близько |приблизно |лише )?",
    adjective=r"(?:ти|и|х|ма)?[- ]?річн(?P<e>\w{1,3})",
    ordinals={
        1: "перш", 2: "друг", 3: "трет", 4: "четверт", 5: "п'ят", 6: "шост", 7: "сьом", 8: "восьм", 9: "дев'ят", 10: "десят",
        11: "одинадцят", 12: "дванадцят", 13: "тринадцят", 14: "чотирнадцят", 15: "п'ятнадцят", 16: "шістнадцят", 17: "сімнадцят",
        18: "вісімнадцят", 19: "дев'ятнадцят", 20: "двадцят", 30: "тридцят", 40: "сороков", 50: "п'ятдесят", 60: "шістдесят",
    },
    verb=(
        r"(?= (?:я|вона|він|ми|вони|її|його|мене|вже|уже|вперше|дівчина|мама|мати|батько)(?!\w)| \w+(?:ла|ли|ав|ив|лася|лась|лися|вся)(?!\w)|"
        r"\s?[,.;!?)\u2014](?!\d)|\s?$|\n)"
    ),
    joins="і|й|та|а|але|коли|як|то|вже|уже|тоді|зараз|тепер|з половиною|з гаком|від роду|років",
    behind_years=r"(?! (?:тому|потому|поспіль|робот|стаж|тюрм|в'язниц|колоні|ув'язн|позбав|умовно|не |ніхто|без|під|там|в |у |на |з |із ))",
    lasting=r"(?:стаж|план|термін|строк|досвід|шлюб|період|ювіле|перерв|контракт|договір|кредит|історі|війн|гаранті|робот|служб|прац|програм|віз|дорог|дружб|стосунк|ув'язн|позбавл)",
    label=r"вік(?:\s?[:\u2013\u2014-]\s?)",
    is_under="немає {u} років", was_under="не було {u} років", is_over="понад 50 років", was_over="було понад 50 років",
    when={0: "у дитинстві", 13: "у підлітковому віці", 18: "у віці від {a} до {b} років", 50: "у віці понад 50 років"},
    from_={0: "з дитинства", 13: "з підліткового віку", 18: "з віку від {a} до {b} років", 50: "з віку понад 50 років"},
    beside={0: "до 13 років", 13: "від {a} до {b} років", 50: "понад 50 років"},
    young={0: "мал{e}", 13: "неповнолітн{soft}", 18: "{a}–{b}-річн{e}", 50: "понад 50-річн{e}"},
    behind_noun={18: "від {a} до {b} років", 50: "понад 50 років"},
)  # fmt: skip
SOFT = {
    "ий": "ій", "а": "я", "е": "є", "ого": "ього", "ому": "ьому", "им": "ім", "ої": "ьої", "у": "ю", "ою": "ьою", "ій": "ій", "і": "і",
    "их": "іх", "ими": "іми",
}  # fmt: skip
"""Ukrainian hard endings of adjectives to the soft ones (неповнолітній)."""


YEARS = ("лет", "год", "рок", "рік", "літ")
"""What every word for years holds (`Words.unit`)."""


@cache
def ways(lang: str) -> tuple[Way, ...]:
    """Every way of a language, the surest first: what an earlier one took is not looked at by a later."""
    w = RUSSIAN if lang == "ru" else UKRAINIAN
    tables = number_tables(number_words(lang))
    table = {
        **tables,
        "word": rf"(?:2[5-9]|[3-9]\d)(?!\d)|{tables['bare']}",
        "gent": rf"\d{{1,2}}(?!\d)(?:-?(?:ти|и|х|ми))?|{any_of(genitive_prefixes())}",
        "grown-gent": rf"(?:1[3-9]|[2-9]\d)(?!\d)(?:-?(?:ти|и|х))?|{any_of(one for one, n in genitive_prefixes().items() if n >= SMALLEST_GROWN)}",
        "bare-gent": any_of(one for one, n in genitive_prefixes().items() if n >= SMALLEST_GROWN),
        "ordinal": _any(sorted(ordinals(lang), key=len, reverse=True)),
    }  # fmt: skip

    def way(pattern: str, say: Say, *needs: str) -> Way:
        return way_of(pattern, table, say, needs)

    def is_(told: Told) -> str | None:
        now = re.search(w.present, told.found[0]) or not re.search(
            r"было|стало|тогда|нулось|нуло|лнилось|шел|було|тоді|нилося|нилось|шов", told.found[0]
        )
        over, under = (w.is_over, w.is_under) if now else (w.was_over, w.was_under)
        return by_band({0: under, 50: over})(told)

    def adjective(told: Told) -> str:
        noun, end = told.as_written("noun"), told.group("e")
        if noun and told.band[0] >= 18:
            return f"{noun} {by_band(w.behind_noun)(told)}"
        first, last = told.band
        said = w.young[max(key for key in w.young if key <= first)]
        said = said.format(a=first, b=last, e=end, soft=SOFT.get(end, end))
        return f"{said} {noun}" if noun else said

    def behind_noun(told: Told) -> str | None:
        return by_band({0: w.beside[0], 13: w.beside[13], **w.behind_noun})(told)

    end = rf"(?![\w-])(?=\s?[,.;:!?)\u2013\u2014](?!\d)|\s?$|\n|[\"»*_|]| (?:{w.joins})(?!\w))"
    dative = rf"(?:{w.pronoun}|{w.kin})"
    person = rf"(?<!\w){dative} "
    half = r"(?: (?:с половиной|с небольшим|с хвостиком|з половиною|з гаком))?"
    when, since, beside = by_band(w.when), by_band(w.from_), by_band(w.beside)
    years, maybe_years = w.unit, rf"(?:{w.unit})?"
    was = "(?:было|будет|стало|було|буде)"
    she = r"(?= (?:я|она|он|мы|они|вона|він|ми|вони|ее|её|мене|меня)(?!\w))"
    return (
        way(rf"(?P<k>(?<!\w){w.people} )(?P<n><gent>|<number>)(?:, (?:<gent>|<number>))* (?:и|та|і|й) (?P<n2><gent>|<number>){years}", beside),
        way(rf"(?P<k>{person}){w.fill}(?P<n><ordinal>) (?:год|рік)(?: (?:шел|пошел|идет|йшов|ішов|іде))?(?!\w)", is_),
        way(rf"(?P<k>{person}){w.fill}(?:около|не больше|не более|больше|старше|младше|меньше|близько|не більше|більше) (?P<n><grown-gent>)(?:{years}|{end})", is_),
        way(r"(?<![\w-])(?P<n><ordinal>) (?=д(?:ень|ня|ню|нем|не) (?:ее |его |моего |своего )?(?:рождения|народження))", by_band({0: ""}), "рожден", "народжен"),
        way(rf"(?P<k>(?:{person})?){w.fill}(?<!\w)(?P<less>{w.lacking})(?P<n><gent>){years}", is_, *YEARS),
        way(rf"(?P<k>{person}){w.fill}(?P<less>{w.lacking})(?P<n><gent>){end}", is_, "не", "нет"),
        way(rf"(?P<k>(?<!\w)(?P<name>\w+[еуюиії]) ){w.fill}(?P<less>{w.lacking})(?P<n><gent>){end}", is_, "не", "нет"),
        way(rf"(?P<k>(?:{person})?){w.fill}(?<!\w)(?P<less>{w.goes})(?:уже |вже )?(?P<n><ordinal>)(?:{years}|{end})(?!\s[а-яіїє]+[ыи](?!\w))", is_, "шел ", "шов ", "ідет ", "идет ", "де "),
        way(rf"(?P<k>(?:{person})?){w.fill}(?<!\w){w.reached}{w.fill}(?P<n><number>)(?:{years}|{end}){half}", is_, "нило", "нит", "нюєт", "няет", "нял", "нуло", "нялось"),
        way(rf"(?P<k>(?<!\w)(?P<name>\w+[еуюиії]) ){w.fill}(?P<n><grown>)(?:{years}{half}{end}|{half}{end})", is_),
        way(rf"(?P<k>{person}){w.fill}(?P<n><grown>)(?:{years}{w.behind_years}|{half}{end})", is_),
        way(rf"(?P<k>{person}){w.fill}(?P<n><number>)(?:{years}{half}{end})", is_, *YEARS),
        way(rf"(?P<k>{person}){w.fill}{was} {w.fill}(?P<n><number>)(?:{end})", is_, "было", "будет", "стало", "було", "буде"),
        way(rf"(?P<k>(?<!\w){w.kin} (?:[\u2013\u2014-] )?)(?P<n><number>){end}", is_),
        way(rf"(?<!\w){was} {w.fill}(?P<n><grown>)(?:{years}{w.behind_years}|{end})", is_),
        way(rf"(?<!\w){w.of_age}(?P<n><gent>|<number>)(?:-?(?:ти|и|х))?{maybe_years}(?![\w-])", when, "возраст", "віці"),
        way(rf"(?<!\w){w.at} {w.own}(?P<n><number>){maybe_years}(?!\w)", when, "сво"),
        way(rf"(?<!\w){w.at} (?:неполные |неполных |неповні )?(?P<n><number>){years}(?! \w+ (?:назад|спустя|тому))", when, *YEARS),
        way(rf"(?<!\w)(?:лет |років )?{w.at} (?P<n><word>)(?![\w:.-]?\d)(?![\w-]){w.verb}", when),
        way(rf"(?P<k>(?<!\w){w.at} )(?P<n>(?:1[3-9]|2[0-4]))(?![\w:.-]?\d)(?![\w-]){w.verb}", asked),
        way(rf"(?<!\w){w.by} (?P<n><gent>) (?:годам|рокам)(?!\w)(?! (?:лишен|тюрьм|колони|заключ|условн|каторг|позбав|ув'язн|в'язниц))|(?<!\w)(?:ближе )?к (?P<n2><grown-gent>)(?![\w-]){w.verb}", when, "к ", "рокам"),
        way(rf"(?<!\w){w.since} (?P<n><gent>){years}|(?<!\w){w.since} (?P<n2><grown-gent>)(?![\w-]){she}", since),
        way(rf"(?<!\w){w.until} (?P<n><gent>){years}{she}", when, *YEARS),
        way(rf"(?<!\w)(?:лет )?(?:{w.until}|после|після) (?P<n><grown-gent>){she}", when),
        way(rf"(?<!\w){w.in_year} (?P<n_less><ordinal>) (?:году|році)(?: (?:жизни|життя)|{end}{w.verb})", when, "году", "році"),
        way(rf"(?<!\w)(?P<k>{w.people} )(?P<n><gent>){years}{w.behind_years}", behind_noun, *YEARS),
        way(rf"(?<!\w)(?P<k>{w.people} )(?:лет|років) (?P<n><gent>)(?![\w-])", behind_noun, *YEARS),
        way(rf"(?<![\w–-])(?P<n><gent>)-?{w.adjective}(?!\w)(?! {w.lasting})(?: (?P<noun>{w.people})(?!\w))?", adjective, "летн", "річн"),
        way(rf"(?P<k>(?<!\w){w.label})(?P<n><number>){maybe_years}(?![\w-])", beside, "вік", "возраст"),
        way(rf"(?:(?<=\w, )|(?<=\w \()|(?<=\w [\u2013\u2014-] ))(?:тогда |тоді |сейчас |зараз |уже |вже |всего |лише )?(?P<n><grown>){years}(?=\s?[,.;)!]|$|\n)", beside),
        way(rf"(?:(?<=[\w.»], )|(?<=\w \())(?P<n><gent>){years}(?=[,.;)])", beside, *YEARS),
        way(r"(?<=\w \()(?P<n><grown>)(?=[,;)])|(?<=\w, )(?P<n2><grown>)(?=, (?!\d|<number>))", beside),
        way(rf"(?<!\w)(?P<n><number>){years} (?:от роду|отроду|від роду)(?!\w)", beside, "род"),
        way(r"(?<![\w-])(?!десятиле)(?P<n><gent>)-?(?:лети|річч)(?:е|я|ю|ем|и|ям)(?!\w)", asked, "лети", "річч"),
        way(rf"(?P<k>(?<!\w)(?:дет|діт|сын|син|доч|донь|девоч|дівч|мальчи|хлопч|внук|онук|ребен|дитин|брат|сест)\w{{0,6}}(?: ?[,:(\u2014-])? )(?P<n><gent>|<number>)(?:, (?:<gent>|<number>))*,? (?:и|та|і|й) (?P<n2><gent>|<number>){years}", beside),
        way(rf"(?<![\w-])(?P<n>)(?:полутора|двух|трех|півтора|дво|три)?(?:годовал|річн(?<=півторарічн)|місячн|\d{{1,2}}-?(?:месячн|місячн)|(?:<gent>)(?:месячн|місячн|недельн))\w{{2,3}} {w.people}", asked, "годовал", "сячн", "дельн", "півтора"),
        way(rf"(?P<k>{person}){w.fill}(?P<n><number>) (?:недел|тижн|месяц|місяц)\w{{0,3}}{end}", by_band({0: w.is_under}), "недел", "тижн", "месяц", "місяц"),
        way(rf"(?<![\w-])(?P<n><bare>)(?= {dative} (?:исполн|стукн|минул|было|будет|виповн|стало|буде|було))|(?P<k>{person}){w.fill}(?P<n2><bare>)(?= (?:исполн|стукн|минул|виповн))", asked),
        way(rf"(?<![\w-])(?<!сто )(?<!двести )(?<!двісті )(?<!часов, )(?<!годин, )(?<!дней, )(?<!днів, )(?P<n><bare>|<bare-gent>)(?:{end}|{w.verb}|(?= (?:на|в|с|у|из|по|з|із|до|она|он|вона) ))", asked),
        way(rf"(?P<k>{person}){w.fill}(?:полтора|півтора)(?P<n>){years}", by_band({0: w.is_under}), "полтора", "півтора"),
    )  # fmt: skip


def _any(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def ordinals(lang: str) -> Mapping[str, int]:
    """Patterns of ordinals, 1 to 69, in words and figures, to their numbers."""
    stems = (RUSSIAN if lang == "ru" else UKRAINIAN).ordinals
    tens = {number: word for word, number in number_words(lang).items() if number in (20, 30, 40, 50, 60)}
    end = r"(?:ый|ой|ий|ій|ого|его|ьего|ього|ом|ем|ьем|ому|ему|ьему|ьому|ім)"
    found = {rf"{stem}{end}": number for number, stem in stems.items()}
    found |= {rf"{word} {stems[unit]}{end}": ten + unit for ten, word in tens.items() for unit in range(1, 10)}
    return found | {rf"{number}-?(?:й|го|м|ом|ому|ий)": number for number in range(1, 70)}
