"""Durations, sums and counts keep their order of magnitude alone, in the shape of their sentence, or are asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safe_text import LANGUAGES
from safelight.text.coarse import coarsen, spoken
from safelight.text.reading import read


def coarse(text: str, lang: str, ask: bool = True) -> str:
    """`text` with what is coarsened; `{…?}` stands around what is asked about."""
    reading, parts, at = read(text), [], 0
    for one in coarsen(reading, lang):
        start, end = reading.source_span(one.start, one.end)
        asked = f"{{{text[start:end]}?}}" if ask else text[start:end]
        parts += [text[at:start], asked if one.say is None else spoken(reading, one)]
        at = end
    return "".join([*parts, text[at:]])


DURATIONS = [
    ("en", "For three weeks she stayed.", "For several weeks she stayed.", "behind a preposition"),
    ("en", "Three weeks later she left.", "Several weeks later she left.", "a capital stays where a sentence begins"),
    ("en", "It took nineteen days.", "It took several weeks.", "many of a small unit are a larger one"),
    ("en", "After 11 months he came.", "After about a year he came.", "about one of the larger unit"),
    ("en", "The last 11 months were hard.", "The last few months were hard.", "the verb is plural"),
    ("en", "Over two years passed.", "Several years passed.", "what says that it is not exact goes"),
    ("en", "a further 28 days' leave", "a further several weeks' leave", "a possessive"),
    ("en", "3 years and 6 months’ prison", "Several years' prison", "one duration of two units"),
    ("en", "An 18-month wait.", "A months-long wait.", "an adjective and its article"),
    ("en", "every three months", "every few months", "a word that several cannot follow"),
    ("en", "two more years", "several more years", "a word in between"),
    ("en", "two or three weeks", "several weeks", "a range is one"),
    ("en", "between two and three years", "several years", "with the word that opens it"),
    ("en", "Over 160 hours of tapes.", "Several days of tapes.", "hours are days"),
    ("en", "one year's service", "about a year's service", "one is exact too"),
    ("ru", "Три недели она ждала.", "Несколько недель она ждала.", "accusative"),
    ("ru", "В течение трёх недель.", "В течение нескольких недель.", "genitive"),
    ("ru", "О восьми неделях клубники.", "О нескольких неделях клубники.", "locative"),
    ("ru", "К двум годам.", "К нескольким годам.", "dative"),
    ("ru", "Двумя годами раньше.", "Несколькими годами раньше.", "instrumental"),
    ("ru", "В течение 5 лет.", "В течение нескольких лет.", "in figures the preposition tells the case"),
    ("ru", "Прошло девятнадцать дней.", "Прошло несколько недель.", "a larger unit"),
    ("ru", "Через 11 месяцев.", "Через почти год.", "about one"),
    ("ru", "Около трёх недель.", "Несколько недель.", "without what says that it is not exact"),
    ("ru", "3 года и 6 месяцев тюрьмы", "Несколько лет тюрьмы", "two units"),
    ("ru", "две-три недели", "несколько недель", "a range"),
    ("ru", "От двух до трёх недель.", "Несколько недель.", "a range with its preposition"),
    ("ru", "21 год", "Много лет", "behind one the noun is singular"),
    ("ru", "Трёхмесячный срок.", "Многомесячный срок.", "an adjective"),
    ("uk", "Три тижні вона чекала.", "Кілька тижнів вона чекала.", "accusative"),
    ("uk", "Протягом трьох тижнів.", "Протягом кількох тижнів.", "genitive"),
    ("uk", "Минуло дев'ятнадцять днів.", "Минуло кілька тижнів.", "a larger unit"),
    ("uk", "За 11 місяців.", "За майже рік.", "about one"),
    ("ro", "Trei săptămâni a stat.", "Câteva săptămâni a stat.", "feminine"),
    ("ro", "După doi ani.", "După câțiva ani.", "masculine"),
    ("ro", "20 de ani", "Mulți ani", "no preposition is left"),
    ("ro", "doi ani și trei luni", "câțiva ani", "two units"),
    ("uz", "Uch hafta kutdi.", "Bir necha hafta kutdi.", "the number alone changes"),
    ("uz", "11 oydan keyin", "Ko‘p oydan keyin", "the suffix stays"),
    ("uz", "O'n to'qqiz kun o'tdi.", "Ko‘p kun o'tdi.", "a number of two words"),
    ("uz", "Уч ҳафта кутди.", "Бир неча ҳафта кутди.", "in Cyrillic"),
    ("tg", "Се ҳафта дар марказ.", "Чанд ҳафта дар марказ.", "the number alone changes"),
    ("tg", "бисту панҷ сол", "бисёр сол", "a number of two words"),
    ("ky", "Үч жума күттү.", "Бир нече жума күттү.", "the number alone changes"),
    ("ky", "Он тогуз күн өттү.", "Көп күн өттү.", "a number of two words"),
    ("ar", "أقامت ثلاثة أسابيع في مركز", "أقامت عدة أسابيع في مركز", "three to ten take the plural"),
    ("ar", "استغرق تسعة عشر يوما", "استغرق عدة أسابيع", "from eleven on the unit is singular"),
    ("ar", "ولثلاثة أشهر", "ولعدة أشهر", "words written on stay"),
    ("ar", "بعد شهرين", "بعد بضعة أشهر", "the dual"),
]
SUMS = [
    ("en", "She paid $1,340.", "She paid several thousand dollars.", "the sign becomes the word"),
    ("en", "a $500 fine", "a fine", "as an adjective it goes"),
    ("en", "They owe 44,621 zlotys.", "They owe tens of thousands of zlotys.", "a currency in words"),
    ("en", "GBP 39.95 per week", "Dozens of pounds per week", "a code before it"),
    ("en", "£5 million", "Millions of pounds", "a word of magnitude"),
    ("ru", "Она отдала 1500 рублей.", "Она отдала несколько тысяч рублей.", "accusative"),
    ("ru", "около 50 долларов", "несколько десятков долларов", "tens"),
    ("ru", "двести долларов", "несколько сотен долларов", "in words"),
    ("ru", "за 300 тысяч тенге", "за сотни тысяч тенге", "thousands behind the figure"),
    ("ru", "$340", "Несколько сотен долларов", "a sign"),
    ("uk", "понад 20 тисяч гривень", "десятки тисяч гривень", "tens of thousands"),
    ("ro", "1500 de lei", "Câteva mii de lei", "de once"),
    ("ro", "400 euro", "Câteva sute de euro", "de, where a magnitude asks for it"),
    ("uz", "1500 so‘mga", "Bir necha ming so‘mga", "the suffix stays"),
    ("tg", "500 доллар", "Чандин сад доллар", "hundreds"),
    ("ky", "500 доллар", "Бир нече жүз доллар", "hundreds"),
    ("ar", "500 دولار", "مئات الدولارات", "definite plural"),
    ("en", "20% of the tax", "{20%?} of the tax", "no rule of grammar says a share less exactly"),
    ("ru", "220 кв. м", "{220 кв. м?}", "nor a measure"),
]
COUNTS = [
    ("en", "Six of us came.", "Several of us came.", "people"),
    ("en", "The five judges left.", "The judges left.", "behind an article the number goes"),
    ("en", "71 letters", "Dozens of letters", "tens"),
    ("en", "7,000 pages", "Thousands of pages", "thousands"),
    ("en", "another six men", "several more men", "another"),
    ("ru", "Двенадцать человек спали.", "Несколько человек спали.", "genitive plural"),
    ("ru", "В восьми домах.", "В нескольких домах.", "locative"),
    ("ru", "45 слушаний", "Несколько десятков слушаний", "tens"),
    ("ru", "71 письмо", "{71?} письмо", "behind one the noun is singular: asked"),
    ("uk", "Семеро людей спали.", "Кілька людей спали.", "a collective"),
    ("ro", "45 de ședințe", "Zeci de ședințe", "from twenty on without gender"),
    ("uz", "5 ta kitob", "Bir nechta kitob", "with the word of counting"),
    ("uz", "40 kishi", "O‘nlab kishi", "tens"),
    ("tg", "шаш нафари моро", "чанд нафари моро", "the izofat stays"),
    ("ky", "Он эки эркек", "Бир нече эркек", "a number of two words"),
    ("ar", "خمسة قضاة", "عدة قضاة", "the genitive plural"),
]
STAY = [
    ("en", "Eighteen hours, twenty.", "hours of a day tell of work"),
    ("en", "Two of us were hit; she asked two questions.", "up to four are counted everywhere"),
    ("en", "Her tea was at five and ended late.", "a time of day"),
    ("en", "Room 12 was cold.", "a name of a room"),
    ("en", "A thousand dollars, several thousand dollars, a couple of weeks, a few days.", "round already"),
    ("en", "a five-year-old girl", "an age, which others look for"),
    ("en", "She stood eight steps away.", "steps tell nothing of a person"),
    ("ru", "Восемнадцать часов, двадцать; в восьми шагах.", "hours of a day, steps"),
    ("ar", "على بعد ثماني خطوات", "steps"),
    ("ru", "В 5 классе, в пять утра, два вопроса.", "a class, a time, two"),
    ("ru", "тысячу долларов, несколько тысяч долларов, несколько недель", "round already"),
    ("uk", "5 клас, кілька років, багато років", "a class, round already"),
    ("ro", "Optsprezece ore, câteva luni, a doua săptămână", "hours, round already, an ordinal"),
    ("uz", "soat 5 da, o'n sakkiz soat, ikki savol", "a time, hours, two"),
    ("uz", "$bir necha hafta, бир неча ҳафта", "several begins with the word for one"),
    ("ky", "$бир нече жума", "so does it here"),
    ("tg", "соати панҷ, ҳаждаҳ соат, се чиз", "a time, hours, three"),
    ("ky", "үч эсе, он төрт саат, эки киши", "a multiple, hours, two"),
    ("ar", "ثماني عشرة ساعة، سؤالين، الساعة الخامسة", "hours, two, a time"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), [*DURATIONS, *SUMS, *COUNTS])
def test_less_exactly(lang: str, raw: str, expected: str, why: str) -> None:
    assert coarse(raw, lang) == expected, why


@pytest.mark.parametrize(("lang", "raw", "why"), STAY)
def test_stay(lang: str, raw: str, why: str) -> None:
    assert coarse(raw, lang) == raw, why


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_rows(lang: str) -> None:
    for table in (DURATIONS, SUMS, COUNTS, STAY):
        assert any(row[0] == lang for row in table)


@pytest.mark.parametrize(("lang", "raw"), [row[:2] for row in (*DURATIONS, *SUMS, *COUNTS)])
def test_coarsened_words_are_not_coarsened_again(lang: str, raw: str) -> None:
    once = coarse(raw, lang, ask=False)
    assert coarse(once, lang, ask=False) == once


UNITS = {
    "en": ("weeks", "months", "years", "dollars", "letters", "of us", "%"),
    "ru": ("недель", "месяцев", "лет", "долларов", "человек", "недели", "года"),
    "uk": ("тижнів", "місяців", "років", "гривень", "людей", "роки"),
    "ro": ("săptămâni", "de luni", "ani", "de euro", "lei", "de oameni"),
    "uz": ("hafta", "oydan", "yilda", "dollar", "kishi", "ta odam", "доллар"),
    "tg": ("ҳафта", "моҳ", "сол", "доллар", "нафар"),
    "ky": ("жума", "айдан", "жыл", "сом", "киши"),
    "ar": ("أسابيع", "شهرا", "سنة", "دولار", "رجال"),
}


@given(
    st.sampled_from(LANGUAGES),
    st.integers(1, 9_999_999),
    st.data(),
    st.sampled_from(("", "$", "(", "**", "about ", "около ")),
)
def test_no_number_makes_the_law_of_once_fail(lang: str, number: int, data: st.DataObject, before: str) -> None:
    text = f"Она {before}{number} {data.draw(st.sampled_from(UNITS[lang]))} x."
    once = coarse(text, lang, ask=False)
    assert coarse(once, lang, ask=False) == once


def test_long_texts_take_time_in_proportion() -> None:
    assert coarse("three weeks. " * 2000, "en").casefold().count("several weeks") == 2000
    assert coarse("1 " * 20_000, "en").count("1 ") == 20_000
