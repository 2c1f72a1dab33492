"""Words made of registered places: adjectives and the names of their people are seen in every language, and asked about
or written apart where the grammar is sure."""

from __future__ import annotations

import pytest
from safelight.model.vault import Place, Vault
from safelight.text import compile_registry, redact
from safelight.text.registry import Registry

SAY = {"ru": "город на юге", "uk": "місто на півдні", "ro": "un oraș din sud", "en": "a town in the south"}
MADE = {
    "ru": {
        "Мариуполь": "мариупольский мариупольчанка мариупольцы", "Одесса": "одесский одессит одесситка", "Прага": "пражский пражанка",
        "Бельцы": "бельцкий бельчанка", "Москва": "московский москвич москвичка", "Баку": "бакинский бакинец", "Ош": "ошский ошанка",
        "Орёл": "орловский", "Полоцк": "полоцкий полочанка", "Рига": "рижский рижанка", "Тверь": "тверской тверячка",
        "Ташкент": "ташкентка", "Киев": "киевский киевлянка", "Гродно": "гродненский",
    },
    "uk": {
        "Маріуполь": "маріупольський маріуполька маріупольці", "Одеса": "одеський одеситка", "Київ": "київський киянка киянин",
        "Львів": "львівський львів'янка", "Харків": "харків'яни", "Тернопіль": "тернополянка", "Черкаси": "черкащанка",
        "Рівне": "рівненський", "Запоріжжя": "запорізький", "Чернівці": "чернівецький", "Вінниця": "вінницький",
    },
    "ro": {
        "Chișinău": "chișinăuean chișinăuiancă chișinăuiană", "București": "bucureștean bucureșteancă", "Orhei": "orheiancă",
        "Cluj": "clujeancă", "Bălți": "bălțeancă", "Soroca": "soroceancă", "Timișoara": "timișorean",
    },
    "en": {"Mariupol": "Mariupoler", "Odessa": "Odessan"},
}  # fmt: skip


def registry(lang: str, *names: str) -> Registry:
    return compile_registry(Vault(people=(), places=(Place("pl-01", names, {lang: SAY[lang]}),)), (lang,))


@pytest.mark.parametrize(
    ("lang", "place", "words"), [(lang, place, words) for lang, rows in MADE.items() for place, words in rows.items()]
)
def test_words_made_of_a_place_never_pass(lang: str, place: str, words: str) -> None:
    known = registry(lang, place)
    for word in words.split():
        for written in (word, word.capitalize()):
            result = redact(f"«{written}», 1.", lang, known)
            assert [(q.text, q.kind) for q in result.unresolved] == [(written, "place")], written


@pytest.mark.parametrize(
    ("lang", "place", "raw", "expected", "why"),
    [
        ("ru", "Буйнакск", "В буйнакской школе.", "В школе в городе на юге.", "a thing is in it"),
        ("ru", "Буйнакск", "С буйнакской девушкой.", "С девушкой из города на юге.", "a person is from it"),
        ("ru", "Буйнакск", "Буйнакские девушки.", "Девушки из города на юге.", "the plural, and a sentence's capital"),
        ("ru", "Буйнакск", "В Буйнакском доме.", "В доме в городе на юге.", "no instrumental"),
        ("ru", "Буйнакск", "Под Буйнакском тихо.", "Под городом на юге тихо.", "the instrumental"),
        ("ru", "Буйнакск", "Город Буйнакск спал.", "Город на юге спал.", "the noun goes, its capital stays"),
        ("uk", "Маріуполь", "У Маріуполі дощ.", "У місті на півдні дощ.", "a locative"),
        ("en", "Mariupol", "A Mariupol woman.", "A town in the south woman.", "one article"),
        ("ro", "Orhei", "A plecat din Orhei.", "A plecat dintr-un oraș din sud.", "a joined preposition"),
    ],
)
def test_what_stands_instead(lang: str, place: str, raw: str, expected: str, why: str) -> None:
    result = redact(raw, lang, registry(lang, place))
    assert result.text == expected, why
    assert not [q for q in result.unresolved if q.kind == "place"], why


@pytest.mark.parametrize(
    ("lang", "place", "raw", "hint"),
    [
        ("ru", "Буйнакск", "Буйнакская квартира матери.", "из города на юге"),
        ("ru", "Буйнакск", "В Буйнакском районе.", "из города на юге"),
        ("uk", "Маріуполь", "Вона маріуполька.", "з міста на півдні"),
        ("ro", "Orhei", "Este orheiancă.", "dintr-un oraș din sud"),
        ("en", "Mariupol", "A Mariupoler came.", ""),
    ],
)
def test_a_question_shows_what_may_be_written(lang: str, place: str, raw: str, hint: str) -> None:
    (question,) = [q for q in redact(raw, lang, registry(lang, place)).unresolved if q.kind == "place"]
    assert hint in question.suggestion
    assert place.casefold()[:5] not in question.suggestion.casefold(), "a secret in a message"


def test_a_subject_of_another_gender_is_asked_about() -> None:
    """Маріуполь мовчав, but місто мовчало."""
    (question,) = redact("Маріуполь мовчав.", "uk", registry("uk", "Маріуполь")).unresolved
    assert question.kind == "place"


def test_romanian_nouns_lose_their_article_behind_prepositions() -> None:
    known = compile_registry(Vault(people=(), places=(Place("pl-01", ("Chișinău",), {"ro": "capitala"}),)), ("ro",))
    assert redact("A plecat din Chișinău la Chișinău.", "ro", known).text == "A plecat din capitală la capitală."
