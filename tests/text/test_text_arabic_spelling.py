"""Names cross between Arabic letters and the others although nobody listed how Arabic spells them."""

from __future__ import annotations

import pytest
from safelight.model.redaction import Strictness
from safelight.model.vault import Person, PersonName, Vault
from safelight.text import compile_registry, redact
from safelight.text.arabic_spelling import pattern, spellings
from safelight.text.fold import key_of

SPELT = {
    "Zalina": "زالينا زلينا", "Залина": "زالينا زالينة", "Магомедова": "ماغوميدوفا ماجوميدوفا", "Khadizha": "خديجة خديجا",
    "Рустам": "رستم روستام", "Гаджиев": "غادجييف غاجييف", "Осмонов": "أوسمونوف عثمونوف", "Айгүл": "أيغول آيجول",
    "Людмила": "ليودميلا لودميلا", "Гульнара": "غولنارا جولنارا", "Шахзода": "شاهزودا شهزاده", "Светлана": "سفيتلانا",
    "Ксения": "كسينيا", "Ольга": "أولغا", "Ирина": "إيرينا ايرينا", "Julia": "جوليا", "Хуршед": "خورشيد", "Раҳимов": "رحيموف",
    "Чинара": "تشينارا شينارا", "Mihai": "ميهاي", "Ștefan": "ستيفان شتيفان", "Екатерина": "إيكاتيرينا يكاترينا",
    "Жанна": "جانا", "Dilfuza": "ديلفوزا دلفوزه",
}  # fmt: skip


@pytest.mark.parametrize(("name", "arabic"), [(name, one) for name, all_ in SPELT.items() for one in all_.split()])
def test_spellings_are_read(name: str, arabic: str) -> None:
    assert any(spelt.fullmatch(key_of(arabic)) for spelt in spellings(key_of(name)))


@pytest.mark.parametrize(
    ("name", "arabic"),
    [("Zalina", "زليخة"), ("Залина", "سالم"), ("Рустам", "رسوم"), ("Ирина", "رن"), ("Ольга", "لغ"), ("Жанна", "جن")],
)
def test_other_words_are_not(name: str, arabic: str) -> None:
    assert not any(spelt.fullmatch(key_of(arabic)) for spelt in spellings(key_of(name)))


@pytest.mark.parametrize("skeleton", ["ali", "iu", "a", "", "zal1na"])
def test_short_and_odd_skeletons_are_not_looked_for(skeleton: str) -> None:
    assert pattern(skeleton) is None


REGISTRY = compile_registry(
    Vault(
        people=(
            Person("p-1", sex="female", names=(PersonName("ru", "Нигора", "", "Каримова"),), pseudonym={"ar": "مريم"}),
            Person("p-2", sex="male", names=(PersonName("ar", "مصطفى"),), pseudonym={"en": "Paul", "ru": "Павел"}),
            Person("p-3", sex="male", names=(PersonName("en", "Karim"),), pseudonym={"ar": "كنان"}),
        )
    ),
    ("ar", "en", "ru"),
)


@pytest.mark.parametrize(
    ("lang", "raw", "expected", "why"),
    [
        ("ar", "قالت نيغورا كريموفا إنها عادت.", "قالت مريم إنها عادت.", "registered in Cyrillic alone"),
        ("ar", "ثم جاءت ونيجورا.", "ثم جاءت ومريم.", "another spelling, a conjunction written on"),
        ("en", "Then Mustafa came.", "Then Paul came.", "registered in Arabic alone"),
        ("ru", "Потом пришёл Мустафа.", "Потом пришёл Павел.", "in Cyrillic too"),
    ],
)
def test_names_are_replaced_in_letters_that_nobody_registered(lang: str, raw: str, expected: str, why: str) -> None:
    result = redact(raw, lang, REGISTRY)
    assert (result.text, result.unresolved) == (expected, ()), why


@pytest.mark.parametrize("strictness", list(Strictness))
def test_a_name_that_is_a_word_too_is_asked_about(strictness: Strictness) -> None:
    (question,) = redact("ثم جاء كريم.", "ar", REGISTRY, strictness=strictness).unresolved
    assert question.text == "كريم"


def test_arabic_words_stay_words() -> None:
    text = "عادت إلى بلدها وبدأت العمل مع أسرتها في المدينة."
    assert redact(text, "ar", REGISTRY).text == text


def test_a_registered_spelling_goes_before_what_a_name_sounds_like() -> None:
    registry = compile_registry(
        Vault(
            people=(
                Person("p-1", sex="female", names=(PersonName("ar", "نيغورا"),), pseudonym={"ar": "مريم"}),
                Person("p-2", sex="female", names=(PersonName("ru", "Нигора"),), pseudonym={"ar": "هند"}),
            )
        ),
        ("ar",),
    )
    assert redact("قالت نيغورا.", "ar", registry).text == "قالت مريم."
