"""A vault of invented people for the benches of the gate: no name is anybody's, and no two share one."""

from __future__ import annotations

import itertools
import random

from safelight.model.vault import Person, PersonName, Place, Vault

_ONSETS = (*"бвгдзклмнпрстф", "бр", "гр", "др", "кр", "тр", "зл", "мл", "вл")
_VOWELS = tuple("аеиоу")
_LATIN = dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True))
_ARABIC = dict(zip("абвгдезиклмнопрстуф", "ابفغديزيكلمنوبرستوف", strict=True))
_ENDS = {"given": ("ла", "на", "тик", "рам"), "family": ("ров", "дзе", "мин", "шук")}


def people(count: int, languages: tuple[str, ...] = ("ru", "uk", "tg", "ky", "en", "uz", "ro", "ar")) -> Vault:
    """`count` people with a name in each language, a telephone number and a document number; places for each tenth."""
    dice = random.Random(1)
    stems = ["".join(parts) for parts in itertools.product(_ONSETS, _VOWELS, _ONSETS, _VOWELS)]
    dice.shuffle(stems)
    taken = iter(stems * 9)
    found = []
    for number in range(count):
        given = next(taken) + _ENDS["given"][number // 9000 % 4]
        family = next(taken) + _ENDS["family"][number // 4000 % 4]
        names = tuple(PersonName(lang, _written(given, lang), "", _written(family, lang)) for lang in languages)
        identifiers = (f"+44 7700 9{number:05d}", f"{1000 + number % 9000} {200000 + number:06d}")
        found.append(Person(f"p-{number:04d}", names, identifiers=identifiers))
    places = tuple(Place(f"pl-{n}", (_written(next(taken) + "град", "ru"),), {}) for n in range(count // 10))
    return Vault(tuple(found), places)


def _written(word: str, lang: str) -> str:
    if lang == "ar":
        return "".join(_ARABIC.get(letter, "") for letter in word)
    if lang in ("en", "uz", "ro"):
        return "".join(_LATIN.get(letter, letter) for letter in word).replace("ш", "sh").capitalize()
    return word.capitalize()
