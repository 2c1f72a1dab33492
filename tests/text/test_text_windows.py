"""What announces a trace: no pattern may need a word that is no sign, or a text would be left unread."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safelight.text.bands_told import bands_told
from safelight.text.detectors import addresses, organisations
from safelight.text.detectors.codes import NAMED, NAMING_SIGNS, NUMBER_SIGNS, NUMBERED
from safelight.text.detectors.date_words import months, worded
from safelight.text.detectors.told_bands import own_bands
from safelight.text.detectors.windows import Signs, digit_windows, number_windows, windows
from safelight.text.reading import read

STREETS = {
    "en": "at 12 Baker Street flat 4 Long Lane Room 7 Abbey Rd. house no. 5",
    "ru": "ул. Ленина, д. 5, кв. 7 улице Мира 3 пр-т Мира 12 дом 8 переулок Тихий набережная Тихая 2 квартира 17",
    "uk": "вул. Шевченка, буд. 5 площа Ринок 3 провулок Тихий 4 бульвар Лесі 7",
    "ro": "str. Florilor nr. 5 strada Lungă 7 bd. Unirii 3 șos. Mare 8 calea Veche 9",
    "uz": "Navoiy ko'chasi 5-uy Bog' mahallasi 7 Навоий кўчаси 12",
    "tg": "кӯчаи Рӯдакӣ 5 хиёбони Сино 7 ул. Айни д. 3",
    "ky": "Манас көчөсү 5 Чүй проспекти 12 ул. Токтогула 8",
    "ar": "شارع النيل 5 بشارع الحرية رقم 7 حي السلام 3",
}


def _near(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in spans)


def _words(texts: dict[str, str]) -> st.SearchStrategy[tuple[str, str]]:
    def of(lang: str) -> st.SearchStrategy[tuple[str, str]]:
        words = st.sampled_from([*texts[lang].split(), "\n\n", "a", "и", "2006", "«Б»", "№", "5", "X"])
        return st.lists(words, max_size=40).map(lambda found: (lang, " ".join(found)))

    return st.sampled_from(sorted(texts)).flatmap(of)


@settings(max_examples=150, deadline=None)
@given(_words(STREETS))
def test_no_address_is_outside_the_signs(case: tuple[str, str]) -> None:
    lang, text = case
    reading = read(text)
    signs = addresses.SIGNS[lang]
    spans = list(signs.windows(reading, addresses.LONGEST_BEFORE, addresses.LONGEST_BEHIND))
    for pattern in addresses.PATTERNS[lang]:
        for found in pattern.finditer(reading.text):
            assert _near(spans, *found.span()), found[0]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        *(("ru", text) for text in ("квартира 17", "подъезд 3", "дом 8", "д. 5", "кв. 7", "улице Мира", "пер. Тихий", "наб. Тихая")),
        *(("uk", text) for text in ("вул. Лесі", "провулок Тихий", "площа Ринок", "бульвар Лесі")),
        *(("en", text) for text in ("flat 4", "Room 7", "house no. 5", "Long Lane", "12 Baker Street", "3 High Close")),
    ],
)  # fmt: skip
def test_an_address_alone_announces_itself(lang: str, text: str) -> None:
    reading = read(text)
    found = list(addresses.find(reading, lang))
    assert found
    assert min(one.start for one in found) == 0


TYPES = {
    lang: " ".join(re.sub(r"\[([^\]])[^\]]*\](?:\{[\d,]*\})?", r"\1", stem) for stem in stems.split("|"))
    for lang, stems in organisations.STEMS.items()
}
"""Every noun of every language, as its pattern would have it at its shortest."""


@settings(max_examples=150, deadline=None)
@given(_words(TYPES))
def test_no_organisation_is_outside_the_signs(case: tuple[str, str]) -> None:
    lang, text = case
    reading = read(text)
    spans = list(organisations._stems(lang).windows(reading, after=organisations.LONGEST_NAMED))
    for found in organisations._named(lang).finditer(reading.folded):
        assert _near(spans, *found.span()), found[0]


@pytest.mark.parametrize("lang", ["en", "ru", "uk", "ro", "uz", "tg", "ky", "ar"])
def test_every_month_is_a_sign(lang: str) -> None:
    for pattern, _ in worded(lang):
        names = re.search(r"\(\?P<month>([^()]+)\)", pattern.pattern)
        assert names is not None
        for month in names[1].replace("\\ ", " ").replace("\\", "").split("|"):
            assert any(map(months(lang).matches, month.split())), month


@pytest.mark.parametrize(
    "text",
    ["№ 4521", "No. 12/34", "nr. 4455", "номером 5512", "والرقم 5512", "passport 12 345678", "паспорта AB 123456",
     "id card 55 1234", "جواز السفر 12345"],
)  # fmt: skip
def test_numbers_with_a_name_stand_near_a_sign(text: str) -> None:
    reading = read(text)
    spans = [*NUMBER_SIGNS.windows(reading), *NAMING_SIGNS.windows(reading)]
    matches = [found for pattern in (NUMBERED, NAMED) for found in pattern.finditer(reading.folded)]
    assert matches
    assert all(_near(spans, *found.span()) for found in matches)


def test_a_sign_behind_an_apostrophe_is_one() -> None:
    assert list(Signs("hotel").windows(read("dans l'hotel")))
    assert not list(Signs("hotel").windows(read("dans la maison")))


@given(st.text(alphabet="12 .-a\n(", max_size=120))
def test_every_number_has_a_window(text: str) -> None:
    reading = read(text)
    spans = list(digit_windows(reading))
    for found in re.finditer(r"\d[\d\W]{0,3}\d", reading.folded):
        assert _near(spans, *found.span())
    spans = list(number_windows(reading))
    for found in re.finditer(r"\d", reading.folded):
        assert _near(spans, *found.span())
    assert all(left[0] < right[0] for left, right in pairwise(windows(text, re.compile(r"\d"))))


@pytest.mark.parametrize(
    ("lang", "text", "band"),
    [
        ("en", "They were all under 13.", "0-12"),
        ("en", "A group of teenagers came.", "13-17"),
        ("en", "It began from adolescence.", "13-17"),
        ("en", "She is in her late thirties or forties.", "35-49"),
        ("en", "After the age of 50 she left.", "50+"),
        ("ru", "Она работала в подростковом возрасте.", "13-17"),
        ("ru", "Там были несовершеннолетние.", "13-17"),
        ("ru", "Ей не было 25 лет.", "18-24"),
        ("uk", "Вона працювала з підліткового віку.", "13-17"),
        ("uk", "Там були неповнолітні.", "13-17"),
        ("ro", "A plecat in adolescenta.", "13-17"),
        ("ro", "Avea peste 50 de ani.", "50+"),
    ],
)
def test_every_band_of_our_own_has_a_window(lang: str, text: str, band: str) -> None:
    padded = f"{'word ' * 60}{text}{' word' * 60}"
    for source in (text, padded):
        assert [told for told, _, _ in bands_told(read(source, lang), lang)] == [band]
    assert {one.band for one in own_bands(read(text).folded, lang)} == {band}
