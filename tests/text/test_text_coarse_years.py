"""A year that the profile does not tell becomes its decade where the grammar is sure, and is asked about elsewhere."""

from __future__ import annotations

import pytest
from safe_text import LANGUAGES
from safelight.text.coarse import coarsen, spoken
from safelight.text.disclosures import disclose
from safelight.text.reading import read

TOLD = frozenset(("2009",))


def coarse(text: str, lang: str, ask: bool = True) -> str:
    reading, parts, at = read(text), [], 0
    for one in coarsen(reading, lang, TOLD):
        start, end = reading.source_span(one.start, one.end)
        asked = f"{{{text[start:end]}?}}" if ask else text[start:end]
        parts += [text[at:start], asked if one.say is None else spoken(reading, one)]
        at = end
    return "".join([*parts, text[at:]])


ROWS = [
    ("en", "In 2014 she left.", "In the 2010s she left.", "behind in"),
    ("en", "She was born in 1987.", "She was born in the 1980s.", "a year of birth"),
    ("en", "born in 1952 and 1959", "born in the 1950s", "two of one decade"),
    ("en", "born in 1958 and 1963", "born in the 1950s and 1960s", "two of two decades"),
    ("en", "between 1982 and 1984", "in the 1980s", "from one to another"),
    ("en", "since 1999", "since the 1990s", "since"),
    ("en", "the Act of 1976", "the Act of {1976?}", "no rule of grammar"),
    ("en", "in 1998/99", "in {1998/99?}", "a span"),
    ("en", "In 2009 and 2014 she", "In 2009 and {2014?} she", "the profile's year stays, the other is asked about"),
    ("ru", "В 2014 году она уехала.", "В 2010-х годах она уехала.", "locative"),
    ("ru", "Родилась в 1987 г., училась.", "Родилась в 1980-х годах, училась.", "abbreviated"),
    ("ru", "С 2012 года", "С 2010-х годов", "genitive"),
    ("ru", "К 2014 году", "К 2010-м годам", "dative"),
    ("ru", "2014 год был тяжёлым", "{2014?} год был тяжёлым", "the verb would have to change"),
    ("uk", "У 2014 році", "У 2010-х роках", "locative"),
    ("uk", "З 2012 року", "З 2010-х років", "genitive"),
    ("ro", "În 2014 a plecat.", "În anii 2010 a plecat.", "behind in"),
    ("ro", "din anul 1987", "din anii 1980", "with the word for year"),
    ("uz", "2014-yilda u ketdi.", "2010-yillarda u ketdi.", "the suffix stays"),
    ("uz", "2014-йилдан", "2010-йиллардан", "in Cyrillic"),
    ("tg", "Дар соли 2014", "Дар солҳои 2010-ум", "izofat of the plural"),
    ("ky", "2014-жылы кетти", "2010-жылдары кетти", "when"),
    ("ky", "2014-жылдан бери", "2010-жылдардан бери", "ablative"),
    ("ar", "وفي عام 1987", "وبين عامي 1980 و1989", "between two years"),
    ("ar", "منذ عام 2014", "منذ عام {2014?}", "since cannot stand before between"),
]
STAY = [
    ("en", "In 2009 she left.", "the profile's year, which is counted"),
    ("en", "in the autumn of 1996", "a season and its year: what the rules allow"),
    ("en", "In the 1990s school was far.", "a decade"),
    ("ru", "Зимой 2006 года ей помогли; в 1990-х годах.", "a season, a decade"),
    ("uk", "Взимку 2006 року; у 2010-х роках.", "a season, a decade"),
    ("ro", "În iarna lui 2006; în anii 1990.", "a season, a decade"),
    ("uz", "2006-yil qishida; 1990-yillarda", "a season, a decade"),
    ("tg", "Зимистони соли 2006; солҳои 1990-ум", "a season, a decade"),
    ("ky", "2006-жылдын кышында; 1990-жылдарда", "a season, a decade"),
    ("ar", "في شتاء 2006، بين عامي 1990 و1999", "a season, a decade"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), ROWS)
def test_decades(lang: str, raw: str, expected: str, why: str) -> None:
    assert coarse(raw, lang) == expected, why


@pytest.mark.parametrize(("lang", "raw", "why"), STAY)
def test_years_that_stay(lang: str, raw: str, why: str) -> None:
    assert coarse(raw, lang) == raw, why


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_rows(lang: str) -> None:
    assert any(row[0] == lang for row in ROWS)
    assert any(row[0] == lang for row in STAY)


@pytest.mark.parametrize(("lang", "raw"), [row[:2] for row in ROWS])
def test_a_decade_is_no_year_again(lang: str, raw: str) -> None:
    once = coarse(raw, lang, ask=False)
    assert coarse(once, lang, ask=False) == once


@pytest.mark.parametrize(("lang", "raw"), [row[:2] for row in ROWS if "?" not in row[2] and "and 1963" not in row[1]])
def test_a_decade_is_disclosed_as_one(lang: str, raw: str) -> None:
    safe = coarse(raw, lang, ask=False)
    years = {one.value for one in disclose(read(safe), lang) if one.attribute == "year"}
    assert years and all(year.endswith("0s") for year in years)
