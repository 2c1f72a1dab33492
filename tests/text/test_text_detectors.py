"""What identifies beside names: each row a trace, what a reader finds instead, and why; then what only looks like one."""

from __future__ import annotations

import time

import pytest
from safelight.model.redaction import Strictness
from safelight.text.detectors import IN_STORIES, detect, own_key
from safelight.text.detectors.found import Found
from safelight.text.detectors.identifiers import compile_identifiers
from safelight.text.edits import Edit, apply, replacements
from safelight.text.reading import read

X = "[removed]"


def safe(text: str, lang: str) -> str:
    reading = read(text)
    edits = [Edit(f.start, f.end, f.kind, f.rule, X if f.say is None else f.say) for f in detect(reading, lang)]
    return apply(text, replacements(reading, edits))


DATES = [
    ("en", "On 12 March 2006 she left.", "In the spring of 2006 she left.", "day, month, year"),
    ("en", "It was March 12, 2006 then.", "It was the spring of 2006 then.", "month first"),
    ("en", "Since March she waited.", "Since the spring she waited.", "a month behind a preposition"),
    ("en", "On the twelfth of March it snowed.", "In the spring it snowed.", "the day in words"),
    ("en", "They met on 12/03/2006.", "They met in the spring of 2006.", "in figures"),
    ("en", "They met on 2006-12-03.", "They met in the winter of 2006.", "as programs write it"),
    ("ru", "12 марта 2006 года она уехала.", "Весной 2006 года она уехала.", "says when"),
    ("ru", "С 12 марта она ждала.", "С весны она ждала.", "the preposition's case"),
    ("ru", "В марте 2006 года она вернулась.", "Весной 2006 года она вернулась.", "a month says when too"),
    ("ru", "В начале марта был снег.", "В начале весны был снег.", "genitive of the month"),
    ("ru", "К маю всё кончилось.", "К весне всё кончилось.", "dative"),
    ("ru", "Это было 12.03.2006 г. Потом", "Это было весной 2006 года. Потом", "the sentence keeps its full stop"),
    ("ru", "Двадцать пятого мая", "Весной", "in words"),
    ("uk", "12 березня 2006 року вона поїхала.", "Навесні 2006 року вона поїхала.", "the adverb"),
    ("uk", "До 12 березня.", "До весни.", "genitive"),
    ("ro", "La 12 martie 2006 a plecat.", "În primăvara anului 2006 a plecat.", "preposition changes"),
    ("ro", "din martie 2006", "din primăvara anului 2006", "preposition stays"),
    ("uz", "2006-yil 12-martda u ketdi.", "2006-yil bahorida u ketdi.", "locative"),
    ("uz", "12-martdan beri", "Bahordan beri", "ablative"),
    ("tg", "Дар моҳи марти соли 2006", "Дар баҳори соли 2006", "izofat"),
    ("ky", "2006-жылдын 12-мартында ал кетти.", "2006-жылдын жазында ал кетти.", "locative"),
    ("ky", "12-марттан бери", "Жазынан бери", "ablative"),
    ("ar", "في 12 مارس 2006 غادرت.", "في ربيع 2006 غادرت.", "no article before the year"),
    ("ar", "في شهر مارس", "في الربيع", "the article without a year"),
    ("ar", "في 12 آذار/مارس 2006", "في ربيع 2006", "both names of the month"),
]
AGES = [
    ("en", "At the age of seventeen she left.", "As a teenager she left.", "in words"),
    ("en", "A 17-year-old girl and an 18-year-old boy.", "A teenage girl and an 18-to-24-year-old boy.", "adjectives"),
    ("en", "She was 17 years old.", "She was a teenager.", "predicate"),
    ("en", "She was aged 29.", "She was aged 25 to 34.", "a band"),
    ("ru", "В 17 лет она уехала.", "В подростковом возрасте она уехала.", "in figures"),
    ("ru", "В возрасте двадцати лет", "В возрасте от 18 до 24 лет", "genitive in words"),
    ("ru", "Ей было 17 лет.", "Ей было от 13 до 17 лет.", "predicate"),
    ("ru", "семнадцатилетнюю сестру", "13–17-летнюю сестру", "the adjective keeps its ending"),
    ("uk", "Їй було 17 років.", "Їй було від 13 до 17 років.", "predicate"),
    ("uk", "17-річна дівчина", "13–17-річна дівчина", "adjective"),
    ("ro", "La 17 ani a plecat.", "În adolescență a plecat.", "when"),
    ("uz", "17 yoshli qiz", "13–17 yoshli qiz", "adjective"),
    ("uz", "17 ёшли қиз", "13–17 ёшли қиз", "in Cyrillic too"),
    ("ar", "كانت في السابعة عشرة من عمرها.", "كانت في سن المراهقة.", "an ordinal of her age"),
    ("tg", "дар 17-солагӣ", "дар наврасӣ", "when"),
    ("ky", "17 жаштагы кыз", "Өспүрүм кыз", "adjective"),
    ("ky", "Ал №5 мектепте окуду.", "Ал мектепте окуду.", "the number before, as a sign"),
    ("en", "Her passport AB 1234567 was taken.", f"Her passport {X} was taken.", "the letters of a series too"),
    ("ar", "كان عمرها 17 عامًا.", "كان عمرها بين 13 و17 عامًا.", "predicate"),
    ("ar", "في سن السابعة عشرة", "في سن المراهقة", "an ordinal"),
]
CONTACTS_AND_CODES = [
    ("en", "Call 797 87 22 now.", f"Call {X} now.", "seven digits, which the library misses"),
    ("en", "Call 0044 7700 900119.", f"Call {X}.", "the international prefix in figures"),
    ("ru", "Звони 8 (928) 555-01-17.", f"Звони {X}.", "brackets"),
    ("en", "My number (+44 7700 900119) is here.", f"My number ({X}) is here.", "the brackets are the sentence's"),
    ("en", "Call (0171) 946 0119 now.", f"Call {X} now.", "the brackets are the number's"),
    ("ar", "اتصل ٠٧٧٠٠ ٩٠٠١١٩ الآن", f"اتصل {X} الآن", "Arabic-Indic digits"),
    ("uz", "tel. 998901234567 ga", f"tel. {X} ga", "no spaces"),
    ("en", "Mail a.b@mail.example or vk.com/zalina", f"Mail {X} or {X}", "address and profile"),
    ("en", "a.b (at) mail (dot) example", X, "spelt out"),
    ("ru", "пиши @zalina_m", f"пиши {X}", "handle"),
    ("en", "Application no. 36244/06 was filed.", f"Application no. {X} was filed.", "docket"),
    ("ru", "Паспорт 8207 123456 отняли.", f"Паспорт {X} отняли.", "series and number"),
    ("ru", "Машина А123ВЕ 77 стояла.", f"Машина {X} стояла.", "plate"),
    ("en", "IBAN GB82 WEST 1234 5698 7654 32", f"IBAN {X}", "account"),
    ("en", "At 55.7558, 37.6173 it stands.", f"At {X} it stands.", "coordinates"),
    ("en", "They lived at 5 Baker Street, flat 12.", f"They lived at {X}.", "street"),
    ("ru", "Жила на улице Ленина, дом 5, кв. 12.", f"Жила на {X}.", "street, house, flat"),
]
ORGANISATIONS = [
    ("en", "She studied at School No. 5.", "She studied at a school.", "number"),
    ("en", "He worked in the Golden Lion Hotel.", "He worked in a hotel.", "name before the type"),
    ("ru", "В школе № 5 и в кафе «Ромашка».", "В школе и в кафе.", "the noun keeps its case"),
    ("uk", "У школі № 5 тихо.", "У школі тихо.", "the noun keeps its case"),
    ("ro", "la școala nr. 5", "la școala", "number"),
    ("uz", "5-maktabda o‘qidi", "maktabda o‘qidi", "the number comes first"),
    ("ar", "في مدرسة رقم 5", "في مدرسة", "number"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), [*DATES, *AGES, *CONTACTS_AND_CODES, *ORGANISATIONS])
def test_trace_is_replaced(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang) == expected, why


@pytest.mark.parametrize(
    ("lang", "text", "why"),
    [
        ("en", "In 2006 she left; in 2006–2008 they helped 202,478 people.", "a year and an amount"),
        ("en", "May I come? They march on, since August company is rare.".replace("since August", "since"), "verbs"),
        ("en", "He worked 24 hours a day, 24/7, for 17 years.", "a duration is no age"),
        ("en", "Article 3 of the Convention.", "a number of a law"),
        ("en", "Between 25 and 34 years old.", "a band is no age"),
        ("en", "It was 30° outside and cost 5 000 rubles.", "heat and money"),
        ("en", "In the 1990s school was far.", "a decade"),
        ("ru", "Она прожила там 17 лет.", "a duration"),
        ("ru", "У неё десятилетний стаж и 30-летняя работа.", "what lasts for years is no person"),
        ("ru", "Марта пришла.", "a name, which others look for"),
        ("ru", "Зимой 2006 года ей помогли.", "a season stays"),
        ("ro", "A lucrat 17 ani.", "a duration"),
        ("ar", "مارس الرياضة", "a verb like a month"),
        ("ky", "17 жыл иштеди.", "a duration"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_trace_stays(lang: str, text: str, why: str) -> None:
    assert safe(text, lang) == text, why


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), [*DATES, *AGES, *ORGANISATIONS])
def test_twice_is_once(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(expected, lang) == expected, why


def test_public_facts_stay_in_other_texts_but_contacts_do_not() -> None:
    text = "The convention of 12 March 2006; press@campaign.example; call 08000 121 700; write a.b@mail.example."
    reading = read(text)
    found = detect(reading, "en", Strictness.ASK, {own_key("press@campaign.example"), own_key("08000 121 700")})
    assert [text[f.start : f.end] for f in found] == ["a.b@mail.example"]


@pytest.mark.parametrize(
    ("text", "secret", "why"),
    [
        ("Tel +7 (928) 555-01-17.", "+7 (928) 555-01-17", "grouped otherwise"),
        ("Tel 8 928 555 01 17.", "8 928 555 01 17", "another country code"),
        ("Tel ٩٢٨٥٥٥٠١١٧.", "٩٢٨٥٥٥٠١١٧", "other digits"),
        ("see https://t.me/zalina_m!", "zalina_m", "a handle in an address"),
        ("No ab-123 456", "ab-123 456", "letters and digits"),
    ],
)
def test_registered_identifiers_are_found_however_written(text: str, secret: str, why: str) -> None:
    known = compile_identifiers(["+7 928 555 01 17", "@zalina_m", "AB 123456"])
    reading = read(text)
    spans = [reading.source_span(f.start, f.end) for f in known.find(reading)]
    assert any(secret in text[start:end] for start, end in spans), why


@pytest.mark.parametrize("lang", ["en", "ru", "uk", "ro", "uz", "tg", "ky", "ar"])
@pytest.mark.parametrize("piece", ["а", "a", "12345", "а-", "а.", "1 ", "(", "№ ", "«", "12 марта ", "A "])
def test_time_grows_with_the_text(lang: str, piece: str) -> None:
    def spent(times: int) -> float:
        reading = read(piece * times)
        begun = time.process_time()
        found: list[Found] = [one for find in IN_STORIES for one in find(reading, lang)]
        assert len(found) <= len(reading.text)
        return time.process_time() - begun

    spent(100)
    # Eight times the text may take thirty times as long on a busy machine; a square would take sixty-four.
    assert spent(16_000) <= max(0.5, 30 * spent(2_000))
