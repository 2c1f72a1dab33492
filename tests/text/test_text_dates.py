"""Exact dates become the season and the year, as each sentence needs them; months that are other words stay."""

from __future__ import annotations

import pytest
from safe_text import LANGUAGES, safe

ROWS = [
    ("en", "On 12 March 2006 she left.", "In the spring of 2006 she left.", "day, month, year"),
    ("en", "It was March 12, 2006 then.", "It was the spring of 2006 then.", "month first"),
    ("en", "Since March she waited.", "Since the spring she waited.", "a month behind a preposition"),
    ("en", "On the twelfth of March it snowed.", "In the spring it snowed.", "the day in words"),
    ("en", "They met on 12/03/2006.", "They met in the spring of 2006.", "in figures"),
    ("en", "They met on 2006-12-03.", "They met in the winter of 2006.", "as programs write it"),
    ("en", "On the night of 5 March 2008 they left.", "One spring night in 2008 they left.", "a night"),
    ("en", "From 3 to 17 June she was ill.", "In the summer she was ill.", "from and to"),
    ("en", "At the end of March they left.", "In the spring they left.", "a part of a month with a capital"),
    ("en", "On her birthday, 12 June, she ran.", "On her birthday, in the summer, she ran.", "between commas"),
    ("en", "They left on 5 March.", "They left in the spring.", "the full stop is the sentence's"),
    ("ru", "В ночь на пятое марта его вывезли.", "Весенней ночью его вывезли.", "the night to a day"),
    ("ru", "В ночь с 5 на 6 марта их вывезли.", "Весенней ночью их вывезли.", "the night between two days"),
    ("ru", "С третьего по семнадцатое июня она болела.", "Летом она болела.", "from and to in words"),
    ("ru", "Март был холодным.", "Месяц был холодным.", "a verb keeps its gender"),
    ("uk", "У ніч з 5 на 6 березня їх вивезли.", "Весняної ночі їх вивезли.", "the night between two days"),
    ("uk", "З третього по сімнадцяте червня хворіла.", "Влітку хворіла.", "from and to in words"),
    (
        "ro",
        "A fugit în noaptea de 5 martie.",
        "A fugit într-o noapte de primăvară.",
        "a night, and the sentence's full stop",
    ),
    ("ro", "Pe data de cinci martie a plecat.", "Primăvara a plecat.", "the day in words"),
    ("ro", "La sfârșitul lunii martie 2008 a plecat.", "În primăvara anului 2008 a plecat.", "a part of a month"),
    ("ro", "Între 3 și 17 iunie a stat acasă.", "Vara a stat acasă.", "from and to"),
    ("en", "On the 5th of that month she left.", "One day she left.", "a day of a month"),
    ("en", "She left on the 5th.", "She left one day.", "a day alone"),
    ("ru", "Третьего числа она ушла.", "В один из дней она ушла.", "a day of a month"),
    ("ru", "12.V.2008 она ушла.", "Весной 2008 года она ушла.", "a Roman month"),
    ("ru", "С 12.05 её не было.", "Весной её не было.", "no year"),
    ("ru", "В апреле-мае она ушла.", "Весной она ушла.", "two months"),
    ("uk", "2-го числа вона пішла.", "Одного дня вона пішла.", "a day of a month"),
    ("ro", "Pe data de 5 a plecat.", "Într-o zi a plecat.", "a day of a month"),
    ("en", "February was cold.", "Winter was cold.", "a month alone"),
    ("ru", "12 марта 2006 года она уехала.", "Весной 2006 года она уехала.", "says when"),
    ("ru", "С 12 марта она ждала.", "С весны она ждала.", "the preposition's case"),
    ("ru", "В марте 2006 года она вернулась.", "Весной 2006 года она вернулась.", "a month says when too"),
    ("ru", "В начале марта был снег.", "В начале весны был снег.", "genitive of the month"),
    ("ru", "К маю всё кончилось.", "К весне всё кончилось.", "dative"),
    ("ru", "Это было 12.03.2006 г. Потом", "Это было весной 2006 года. Потом", "the sentence keeps its full stop"),
    ("ru", "Двадцать пятого мая", "Весной", "in words"),
    ("uk", "12 березня 2006 року вона поїхала.", "Навесні 2006 року вона поїхала.", "the adverb"),
    ("uk", "До 12 березня.", "До весни.", "genitive"),
    ("uk", "Зустрілися 12.03.2006.", "Зустрілися навесні 2006 року.", "in figures"),
    ("uk", "У лютому вона поїхала.", "Взимку вона поїхала.", "the month that is also fierce, behind in"),
    ("ro", "La 12 martie 2006 a plecat.", "În primăvara anului 2006 a plecat.", "preposition changes"),
    ("ro", "din martie 2006", "din primăvara anului 2006", "preposition stays"),
    ("ro", "S-au întâlnit la 12.03.2006.", "S-au întâlnit în primăvara anului 2006.", "in figures"),
    ("ro", "până în iulie", "până în vară", "no article behind a preposition"),
    ("ro", "din martie", "din primăvară", "no article without a year"),
    ("ro", "Februarie a fost rece.", "Iarna a fost rece.", "a month alone"),
    ("ro", "O zi de februarie.", "O zi de iarnă.", "behind de it has no article"),
    ("ro", "În mai 2006 a plecat.", "În primăvara anului 2006 a plecat.", "May, beside a year"),
    ("uz", "2006-yil 12-martda u ketdi.", "2006-yil bahorida u ketdi.", "locative"),
    ("uz", "12-martdan beri", "Bahordan beri", "ablative"),
    ("uz", "12.03.2006 uchrashdik.", "2006-yil bahorida uchrashdik.", "in figures"),
    ("uz", "Fevral sovuq edi.", "Qish sovuq edi.", "a month alone"),
    ("uz", "5-майда келди", "Баҳорда келди", "Cyrillic, a day makes it May"),
    ("tg", "Дар моҳи марти соли 2006", "Дар баҳори соли 2006", "izofat"),
    ("tg", "12.03.2006 вохӯрдем.", "Баҳори соли 2006 вохӯрдем.", "in figures"),
    ("tg", "Феврал сард буд.", "Зимистон сард буд.", "a month alone"),
    ("ky", "2006-жылдын 12-мартында ал кетти.", "2006-жылдын жазында ал кетти.", "locative"),
    ("ky", "12-марттан бери", "Жазынан бери", "ablative"),
    ("ky", "12.03.2006 жолугушту.", "2006-жылдын жазында жолугушту.", "in figures"),
    ("ky", "Февраль суук болду.", "Кыш суук болду.", "a month alone"),
    ("ar", "في 12 مارس 2006 غادرت.", "في ربيع 2006 غادرت.", "no article before the year"),
    ("ar", "في شهر مارس", "في الربيع", "the article without a year"),
    ("ar", "في 12 آذار/مارس 2006", "في ربيع 2006", "both names of the month"),
    ("ar", "التقوا في 12/03/2006.", "التقوا في ربيع 2006.", "in figures"),
    ("ar", "كان فبراير باردا.", "كان الشتاء باردا.", "a month alone"),
    ("ar", "في آب غادرت", "في الصيف غادرت", "August, by its madda"),
]
STAY = [
    ("en", "In 2006 she left; in 2006–2008 they helped 202,478 people.", "a year and an amount"),
    ("en", "May I come? They march on, since company is rare.", "verbs"),
    ("en", "April came to see her.", "a name, which others look for"),
    ("en", "In the 1990s school was far.", "a decade"),
    ("ru", "Марта пришла.", "a name, which others look for"),
    ("ru", "Зимой 2006 года ей помогли.", "a season stays"),
    ("uk", "Лютий ворог, лютого холоду.", "fierce"),
    ("ro", "În mai puțin de o oră; din mai multe motive.", "mai is more"),
    ("uz", "Mayda narsalar, майда нарсалар.", "small"),
    ("tg", "Соли 2006 рафт.", "a year alone"),
    ("ky", "Майда нерсе.", "small"),
    ("ar", "مارس الرياضة", "a verb like a month"),
    ("ar", "في أب حنون", "a father"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), ROWS)
def test_date_becomes_its_season(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang) == expected, why
    assert safe(expected, lang) == expected, "twice is once"


@pytest.mark.parametrize(("lang", "text", "why"), STAY)
def test_what_is_no_date_stays(lang: str, text: str, why: str) -> None:
    assert safe(text, lang, "date") == text, why


def test_every_language_has_rows_of_both_kinds() -> None:
    assert {row[0] for row in ROWS} == {row[0] for row in STAY} == set(LANGUAGES)
