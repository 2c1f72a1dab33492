"""What a safe text tells: each row a sentence, what is disclosed by which words, and why."""

from __future__ import annotations

import time

import pytest
from safelight.text.detectors.age_bands import BANDS
from safelight.text.detectors.ages import PHRASES, find
from safelight.text.detectors.ages_told import WAYS
from safelight.text.disclosures import disclose
from safelight.text.inflection import LANGUAGES
from safelight.text.reading import read


def told(text: str, lang: str) -> list[tuple[str, str, str]]:
    return [(one.attribute, one.value, text[one.start : one.end]) for one in disclose(read(text), lang)]


NURSE = ("occupation", "nurse")
SENTENCES = [
    (
        "en", "A **Tajik** nurse, widowed, with three children, spent eight years in Turkey.",
        [("ethnicity", "tajik", "Tajik"), (*NURSE, "nurse"), ("family", "widow", "widowed"), ("family", "three-children", "three children"),
         ("duration", "eight-years", "eight years"), ("country", "turkey", "Turkey")],
    ),
    (
        "ru", "Медсестра из Таджикистана, вдова с тремя детьми, больная туберкулёзом.",
        [(*NURSE, "Медсестра"), ("country", "tajikistan", "Таджикистана"), ("family", "widow", "вдова"),
         ("family", "three-children", "тремя детьми"), ("illness", "tuberculosis", "туберкулёзом")],
    ),
    (
        "uk", "Працювала медсестрою в Туреччині вісім років за 500 доларів.",
        [(*NURSE, "медсестрою"), ("country", "turkey", "Туреччині"), ("duration", "eight-years", "вісім років"),
         ("amount", "500-dollars", "500 доларів")],
    ),
    (
        "ro", "O văduvă din Tadjikistan, musulmană, bolnavă de tuberculoză, în primăvara anului 2006.",
        [("family", "widow", "văduvă"), ("country", "tajikistan", "Tadjikistan"), ("faith", "muslim", "musulmană"),
         ("illness", "tuberculosis", "tuberculoză"), ("year", "2006", "2006")],
    ),
    (
        "uz", "Uch bolali beva, sil kasalligi bilan, 2006-yilda Tojikistondan Turkiyaga ketdi.",
        [("family", "three-children", "Uch bolali"), ("family", "widow", "beva"), ("illness", "tuberculosis", "sil kasalligi"),
         ("year", "2006", "2006"), ("country", "tajikistan", "Tojikistondan"), ("country", "turkey", "Turkiyaga")],
    ),
    (
        "uz", "Уч болали бева, сил касаллиги билан, Тожикистондан.",
        [("family", "three-children", "Уч болали"), ("family", "widow", "бева"), ("illness", "tuberculosis", "сил касаллиги"),
         ("country", "tajikistan", "Тожикистондан")],
    ),
    (
        "tg", "Ҳамшираи мусулмон бо се фарзанд ҳашт сол дар Туркия буд.",
        [(*NURSE, "Ҳамшираи"), ("faith", "muslim", "мусулмон"), ("family", "three-children", "се фарзанд"),
         ("duration", "eight-years", "ҳашт сол"), ("country", "turkey", "Туркия")],
    ),
    (
        "ky", "Үч балалуу жесир сегиз жыл Түркияда иштеди.",
        [("family", "three-children", "Үч балалуу"), ("family", "widow", "жесир"), ("duration", "eight-years", "сегиз жыл"),
         ("country", "turkey", "Түркияда")],
    ),
    (
        "ar", "ممرضة من طاجيكستان، أرملة لها ثلاثة أطفال، مصابة بالسل.",
        [(*NURSE, "ممرضة"), ("country", "tajikistan", "طاجيكستان"), ("family", "widow", "أرملة"),
         ("family", "three-children", "ثلاثة أطفال"), ("illness", "tuberculosis", "بالسل")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), SENTENCES)
def test_sentence_tells(lang: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected", "why"),
    [
        ("en", "in the spring of 2006", [("year", "2006", "2006")], "a bare year"),
        ("en", "in the 1990s", [("year", "1990s", "1990s")], "a decade"),
        ("en", "between 1998 and 2000, 2001–2003", [("year", y, y) for y in ("1998", "2000", "2001", "2003")], "spans"),
        ("en", "No. 36244/2006, 1.2006, 20065", [("amount", n, n) for n in ("36244", "2006", "2006", "20065")], "parts of other numbers are no years"),
        ("ru", "в 2006 году", [("year", "2006", "2006")], "not 2,006 years"),
        ("en", "She paid $1,500 and 20% of it.", [("amount", "1500", "$1,500"), ("amount", "20", "20%")], "signs"),
        ("en", "nine hearings", [("amount", "9", "nine")], "a bare number"),
        ("en", "three hundred and twelve people", [("amount", "312", "three hundred and twelve")], "in words"),
        ("ru", "три тысячи рублей", [("amount", "3000-roubles", "три тысячи рублей")], "thousands"),
        ("en", "one of them", [], "one is hardly a number"),
        ("en", "see [x](https://a.example/2006/nurse)", [], "the address of a link is not read by readers"),
    ],
)  # fmt: skip
def test_years_and_amounts(lang: str, text: str, expected: list[tuple[str, str, str]], why: str) -> None:
    assert [one for one in told(text, lang) if one[0] in ("year", "amount")] == expected, why


AGES = {
    "en": "She was {} years old.", "ru": "Ей было {} лет.", "uk": "Їй було {} років.", "ro": "Avea {} de ani.", "uz": "{} yoshli qiz.",
    "tg": "Духтари {}-сола буд.", "ky": "{} жаштагы кыз.", "ar": "كان عمرها {} عاما.",
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("age", [15, 21, 30, 40])
def test_a_band_that_we_wrote_is_counted(lang: str, age: int) -> None:
    """What the detector of ages says is read back as the band: neither may change without the other."""
    reading = read(AGES[lang].format(age))
    (found,) = find(reading, lang)
    safe = reading.text[: found.start] + (found.say or "") + reading.text[found.end :]
    first, last = next(pair for pair in BANDS if pair[0] <= age <= pair[1])
    assert ("age_band", f"{first}-{last}") in [(one[0], one[1]) for one in told(safe, lang)], safe


def test_every_language_has_bands() -> None:
    assert set(PHRASES) | set(WAYS) == set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["а", "12345 ", "1,", "13 ", "three ", "три ", "a-", "mother ", "2006 ", "three hundred "]
)
def test_time_grows_with_the_text(lang: str, piece: str) -> None:
    def spent(times: int) -> float:
        reading = read(piece * times)
        begun = time.process_time()
        assert len(disclose(reading, lang)) <= len(reading.text)
        return time.process_time() - begun

    spent(100)
    # Eight times the text may take thirty times as long on a busy machine; a square would take sixty-four.
    assert spent(8_000) <= max(0.5, 30 * spent(1_000))
