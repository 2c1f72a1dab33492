"""Ages as Uzbek, Tajik, Kyrgyz and Arabic newspapers tell them become a band; hours, articles and counts stay."""

from __future__ import annotations

import pytest
from safe_text import safe
from safelight.text.detectors import detect
from safelight.text.reading import read

ROWS = [
    ("uz", "Yoshi 17 da edi.", "Yoshi 13–17 orasida edi.", "her age is in 17"),
    ("uz", "U 17 ga to'ldi.", "U o‘smirlik yoshiga to'ldi.", "filled 17, without the word for years"),
    ("uz", "U o'n sakkizga kirdi.", "U 18–24 yoshga kirdi.", "entered, in words with a case ending"),
    ("uz", "U o'n beshida ketdi.", "U o‘smirlik yoshida ketdi.", "at her fifteen"),
    ("uz", "18 yoshini qarshiladi.", "18–24 yoshni qarshiladi.", "met her eighteenth year"),
    ("uz", "Opam (17) ketdi.", "Opam (13–17 yosh) ketdi.", "in brackets, without a word"),
    ("uz", "Опам (17) кетди.", "Опам (13–17 ёш) кетди.", "the same in Cyrillic letters"),
    ("uz", "У ўн саккизга тўлганда кетди.", "У 18–24 ёшга тўлганда кетди.", "when she filled eighteen"),
    ("uz", "Mayning 12-sida ketdi.", "Mayning 12-sida ketdi.", "the twelfth of May is a date"),
    ("tg", "Ба синни 18 расид.", "Ба синни 18–24 расид.", "reached the age"),
    ("tg", "Вақте ки ба 18-солагӣ расид.", "Вақте ки ба синни 18–24 расид.", "an abstract noun"),
    ("tg", "18 солашро пур кард.", "Синни 18–24-ро пур кард.", "an object"),
    ("tg", "Синну солаш 17 буд.", "Синну солаш 13–17 буд.", "age and years"),
    ("tg", "Синнаш ҳабдаҳ буд.", "Синнаш 13–17 буд.", "in words"),
    ("tg", "Марди сию панҷсола.", "Марди 35–49-сола.", "thirty-five in one word"),
    ("tg", "Писари сездаҳсола.", "Писари наврас.", "thirteen as it is spelt today"),
    ("ky", "Ал 17ге чыкты.", "Ал өспүрүм курагына чыкты.", "came out to 17"),
    ("ky", "Он жетиге чыкты.", "Өспүрүм курагына чыкты.", "in words"),
    ("ky", "18ге толгондо кетти.", "18–24 жашка толгондо кетти.", "when she filled 18"),
    ("ky", "Жашы он жетиде.", "Жашы 13–17 арасында.", "her age is in seventeen"),
    ("ky", "Ал жыйырма бирде болчу.", "Ал 18–24 жашта болчу.", "was in twenty-one"),
    ("ky", "Кызым 6 жашта.", "Кызым 13 жашка чыга элек.", "a child's age as a predicate"),
    ("ky", "Эжем, 34, кетти.", "Эжем, 25–34 жаш, кетти.", "between commas"),
    ("ar", "أتمت السابعة عشرة قبل شهر.", "أتمت سن المراهقة قبل شهر.", "completed an ordinal"),
    ("ar", "بلغت الثامنة عشرة من عمرها.", "بلغت سنًا بين 18 و24 عامًا.", "reached an ordinal of her age"),
    ("ar", "ابنة السابعة عشرة هربت.", "في سن المراهقة هربت.", "daughter of"),
    ("ar", "وهي ابنة 17 عامًا.", "وهي في عمر بين 13 و17 عامًا.", "daughter of years"),
    ("ar", "تبلغ ثلاثة وعشرين عامًا.", "تبلغ بين 18 و24 عامًا.", "a compound, masculine"),
    ("ar", "عمرها خمسة وعشرون عاما.", "عمرها بين 25 و34 عامًا.", "a compound in the nominative"),
    ("ar", "عمري سبعطعش سنة.", "عمري بين 13 و17 عامًا.", "as people speak"),
    ("ar", "عمرها سنتان.", "عمرها أقل من 13 عامًا.", "a dual"),
    ("ar", "عمرها لا يتجاوز 14 سنة.", "عمرها لا يتجاوز 17 عامًا.", "an upper bound becomes the band's"),
    ("ar", "تزوجت وهي بعمر 16 سنة.", "تزوجت وهي بعمر المراهقة.", "at the age of, joined"),
    ("ar", "الفتاة ذات الـ 17 عامًا", "الفتاة في سن المراهقة", "with a lengthened article"),
    ("ar", "في عامها السابع عشر", "في سن المراهقة", "in her seventeenth year"),
    ("ar", "تزوجت في السادسة عشرة قسرًا.", "تزوجت في سن المراهقة قسرًا.", "a feminine ordinal needs no word for age"),
]
KEPT = [
    ("uz", "Bu yerda 17 ga yaqin uy bor.", "about seventeen houses"),
    ("tg", "Ба 18 нафар дод.", "gave to eighteen people"),
    ("ky", "Саат 17де келди.", "five o'clock"),
    ("ky", "Он үйгө барды.", "ten houses"),
    ("ar", "في الثالثة صباحا", "three in the morning"),
    ("ar", "في الثانية عشرة ليلًا", "midnight"),
    ("ar", "كانت الساعة الثالثة عشرة", "one in the afternoon"),
    ("ar", "المادة السابعة عشرة", "an article of a law"),
    ("ar", "لم تبلغ الثامنة عشرة بعد", "the law's words for a minor"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), ROWS)
def test_age_becomes_its_band(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang, "age") == expected, why


@pytest.mark.parametrize(("lang", "raw", "why"), KEPT)
def test_what_is_no_age_stays(lang: str, raw: str, why: str) -> None:
    assert safe(raw, lang, "age") == raw, why


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uz", "U 1999-yilda tug'ilgan."),
        ("uz", "У 1999 йили туғилган."),
        ("tg", "Соли 1999 таваллуд шуд."),
        ("ky", "Ал 1999-жылы туулган."),
        ("ar", "وُلدت عام 1999."),
        ("ar", "من مواليد 1999."),
    ],
)
def test_year_of_birth_is_a_question(lang: str, text: str) -> None:
    found = [one for one in detect(read(text), lang) if one.ask]
    assert [text for one in found if one.kind == "birth"], "with the year of the story it is an age"
