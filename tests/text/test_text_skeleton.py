"""Skeletons: every romanisation of a registered name is found, proved by the systems of the iuliia package."""

from __future__ import annotations

import iuliia
import pytest
from safelight.model.vault import Person, PersonName, Vault
from safelight.text import compile_registry
from safelight.text.fold import words_of
from safelight.text.skeleton import skeleton, skeletons, to_latin

NAMES = (
    "Залина", "Хадижа", "Мария", "Гульнара", "Шахноза", "Юлия", "Сергей", "Чингиз", "Жанна", "Надежда", "Людмила", "Щербакова",
    "Магомедова", "Гаджиев", "Айгуль", "Зухра", "Яхья", "Ильяс", "Эльмира", "Цветана", "Кузьма", "Матвей", "Наталья", "Руслановна",
)  # fmt: skip
NOT_LATIN_THROUGHOUT = {"UZ"}
"""Uzbek's table leaves Russian's soft sign in Cyrillic."""
SYSTEMS = sorted(name for name in dir(iuliia) if name.isupper() and name not in NOT_LATIN_THROUGHOUT)


TOO_SHORT = {("GOST_16876", "Яхья"), ("GOST_779", "Яхья")}
"""Âhʹâ is read as aha: three letters, which are not trusted to be a name's."""


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_is_found(system: str) -> None:
    schema = getattr(iuliia, system)
    lost = []
    for name in NAMES:
        registry = compile_registry(Vault((Person("p", (PersonName("ru", name),)),)), ("en",))
        spelled = schema.translate(name)
        if (system, name) not in TOO_SHORT and not all(word in registry.index("en") for word in words_of(spelled)):
            lost.append((name, spelled))
    assert not lost, system


@pytest.mark.parametrize(
    ("spellings", "why"),
    [
        ("хадижа khadizha hadija xadija khadidja ҳадиҷа хадиджа", "ж, дж and ҷ; х and ҳ"),
        ("айгүл айгуль aigul aygul aigoul айгюль", "ү; the soft sign; French"),
        ("чолпон cholpon", "ч"),
        ("муҳаммад мухаммад muhammad mukhammad", "ҳ; doubled letters"),
        ("ғафур гафур gafur ghafur", "ғ"),
        ("қодир кодир qodir kodir", "қ"),
        ("фирдавс firdavs firdaus", "в and u"),
        ("жаңыл жаныл janyl zhanyl jangyl", "ң"),
    ],
)
def test_spellings_of_one_name(spellings: str, why: str) -> None:
    words = spellings.split()
    known = skeleton(words[0])
    assert all(known in skeletons(word) for word in words[1:]), (why, [(w, skeletons(w)) for w in words])


def test_different_names_stay_different() -> None:
    names = [
        "залина",
        "мадина",
        "сабина",
        "марина",
        "гульнара",
        "динара",
        "рустам",
        "руслан",
        "тимур",
        "темир",
        "айгуль",
        "айжан",
    ]
    assert len({skeleton(name) for name in names}) == len(names)


def test_to_latin_is_one_plain_spelling() -> None:
    assert [to_latin(word) for word in ("Анна", "Жанна", "Юлия")] == ["anna", "zhanna", "yuliya"]
