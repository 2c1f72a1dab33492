"""Schools, firms and other organisations lose their name, number, place and legal form; their type stays."""

from __future__ import annotations

import pytest
from safe_text import LANGUAGES, safe

NAMED = [
    ("ru", "Она училась в пятой школе.", "Она училась в школе.", "an ordinal"),
    ("ru", "Она училась в 5-й школе.", "Она училась в школе.", "an ordinal in figures"),
    ("uk", "Вона вчилася в п'ятій школі.", "Вона вчилася в школі.", "an ordinal"),
    ("en", "She studied at School No. 5.", "She studied at a school.", "number"),
    ("en", "He worked in the Golden Lion Hotel.", "He worked in a hotel.", "name before the type"),
    ("ru", "В школе № 5 и в кафе «Ромашка».", "В школе и в кафе.", "the noun keeps its case"),
    ("uk", "У школі № 5 і в кафе «Ромашка».", "У школі і в кафе.", "the noun keeps its case"),
    ("ro", "A învățat la Școala nr. 5.", "A învățat la școală.", "behind a preposition without article"),
    ("ro", "A lucrat la Hotelul „Steaua”.", "A lucrat la hotel.", "masculine"),
    ("ro", "Școala nr. 5 era închisă.", "Școala era închisă.", "elsewhere with it"),
    ("uz", "U 5-maktabda o‘qidi.", "U maktabda o‘qidi.", "the number comes first"),
    ("uz", "5-maktabda o‘qidi.", "Maktabda o‘qidi.", "and the noun takes its capital"),
    ("uz", "U «Romashka» kafesida ishladi.", "U kafesida ishladi.", "the name comes first"),
    ("uz", "У «Ромашка» кафесида ишлади.", "У кафесида ишлади.", "in Cyrillic"),
    ("tg", "Дар мактаби №5 ва кафеи «Ромашка».", "Дар мактаб ва кафе.", "the izofat goes too"),
    ("ky", "Ал №5 мектепте окуду.", "Ал мектепте окуду.", "the number before, as a sign"),
    ("ky", "Ал «Ромашка» кафесинде иштеди.", "Ал кафесинде иштеди.", "the name comes first"),
    ("ar", "في مدرسة رقم 5 وفي مطعم «النور»", "في مدرسة وفي مطعم", "number and name"),
]
FIRMS = [
    ("ru", "Работала в ООО «Ромашка».", "Работала в компании.", "locative"),
    ("ru", "Уволилась из ЗАО «Свет».", "Уволилась из компании.", "genitive"),
    ("ru", "ООО «Ромашка» не платило.", "Компания не платило.", "opens a sentence"),
    ("uk", "Працювала в ТОВ «Ромашка».", "Працювала в компанії.", "locative"),
    ("ro", "Lucra la SC „Romanița” SRL.", "Lucra la o companie.", "the form stands behind"),
    ("uz", "U «Romashka» MChJda ishladi.", "U kompaniyada ishladi.", "the ending goes over"),
    ("uz", "У «Ромашка» МЧЖда ишлади.", "У компанияда ишлади.", "in Cyrillic"),
    ("tg", "Дар ҶДММ «Гулнора» кор кард.", "Дар ширкат кор кард.", "no ending"),
    ("ky", "Ал «Ромашка» ЖЧКда иштеди.", "Ал компанияда иштеди.", "the ending goes over"),
]
PLACES = [
    (
        "ru",
        "Училась в Ташкентском государственном университете.",
        "Училась в государственном университете.",
        "the generic word stays",
    ),
    ("ru", "Работала на Ивановской фабрике.", "Работала на фабрике.", "works"),
    (
        "uk",
        "Навчалася у Львівському національному університеті.",
        "Навчалася у національному університеті.",
        "the generic word stays",
    ),
    ("ro", "A studiat la Universitatea de Stat din Moldova.", "A studiat la universitate.", "the name stands behind"),
    ("uz", "U Toshkent davlat universitetida o‘qidi.", "U davlat universitetida o‘qidi.", "before the generic word"),
    ("uz", "У Тошкент давлат университетида ўқиди.", "У давлат университетида ўқиди.", "in Cyrillic"),
    ("tg", "Дар донишгоҳи давлатии Хоруғ хонд.", "Дар донишгоҳи давлатӣ хонд.", "the izofat goes too"),
    (
        "ky",
        "Ал Ош мамлекеттик университетинде окуду.",
        "Ал мамлекеттик университетинде окуду.",
        "before the generic word",
    ),
]
STAY = [
    ("en", "At school the company was good.", "types without names"),
    ("ru", "В школе и на заводе; русская школа.", "types and a description"),
    ("uk", "У школі й на заводі.", "types without names"),
    ("ro", "La școală și la o companie mare; „Da” sau „nu”.", "types without names; or is no legal form"),
    ("uz", "Maktabda va zavodda.", "types without names"),
    ("tg", "Дар мактаб ва завод.", "types without names"),
    ("ky", "Мектепте жана заводдо.", "types without names"),
    ("ar", "في المدرسة وفي المصنع", "types without names"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), [*NAMED, *FIRMS, *PLACES])
def test_organisation_becomes_its_type(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang) == expected, why
    assert safe(expected, lang) == expected, "twice is once"


@pytest.mark.parametrize(("lang", "text", "why"), STAY)
def test_type_alone_stays(lang: str, text: str, why: str) -> None:
    assert safe(text, lang) == text, why


def test_every_language_has_rows() -> None:
    assert {row[0] for row in NAMED} == {row[0] for row in STAY} == set(LANGUAGES)
    assert {row[0] for row in FIRMS} == {row[0] for row in PLACES} == set(LANGUAGES) - {"en", "ar"}
