"""E-mail addresses, handles, profiles and telephone numbers go, in every language."""

from __future__ import annotations

import pytest
from safe_text import LANGUAGES, X, safe

CONTACTS = [
    ("ru", "Почта: abc собака mail точка ru.", f"Почта: {X}.", "dictated"),
    ("en", "Her Skype: zalina.mag.", f"Her Skype: {X}.", "the full stop is the sentence's"),
    ("en", "It was abc at mail dot ru.", f"It was {X}.", "dictated"),
    ("en", "Mail a.b@mail.example or vk.com/zalina", f"Mail {X} or {X}", "address and profile"),
    ("en", "a.b (at) mail (dot) example", X, "spelt out"),
    ("ru", "Пишите a.b@mail.example или @zalina_m.", f"Пишите {X} или {X}.", "address and handle"),
    ("ru", "Телеграм: zalina_m", f"Телеграм: {X}", "a service before the name"),
    ("uk", "Пишіть a.b@mail.example або @zalina_m.", f"Пишіть {X} або {X}.", "address and handle"),
    ("ro", "Scrie la a.b@mail.example sau @zalina_m.", f"Scrie la {X} sau {X}.", "address and handle"),
    ("uz", "a.b@mail.example yoki @zalina_m ga yozing.", f"{X} yoki {X} ga yozing.", "address and handle"),
    ("tg", "Ба a.b@mail.example ё @zalina_m нависед.", f"Ба {X} ё {X} нависед.", "address and handle"),
    ("ky", "a.b@mail.example же @zalina_m жазыңыз.", f"{X} же {X} жазыңыз.", "address and handle"),
    ("ar", "اكتب إلى a.b@mail.example أو @zalina_m.", f"اكتب إلى {X} أو {X}.", "address and handle"),
    ("ar", "تلغرام: zalina_m", f"تلغرام: {X}", "a service before the name"),
]
PHONES = [
    ("en", "Call 797 87 22 now.", f"Call {X} now.", "seven digits, which the library misses"),
    ("en", "Call 0044 7700 900119.", f"Call {X}.", "the international prefix in figures"),
    ("en", "Call us (+44 7700 900618).", f"Call us ({X}).", "the brackets are the sentence's"),
    ("ru", "Звони 8 (928) 555-01-17.", f"Звони {X}.", "brackets of its own"),
    ("uk", "Дзвони +380 44 555 01 17.", f"Дзвони {X}.", "international"),
    ("ro", "Sună la 0 69 555 017.", f"Sună la {X}.", "national"),
    ("uz", "tel. 998901234567 ga", f"tel. {X} ga", "no spaces"),
    ("tg", "Ба +992 93 555 01 17 занг зан.", f"Ба {X} занг зан.", "international"),
    ("ky", "+996 555 12 34 56 номерине чал.", f"{X} номерине чал.", "international"),
    ("ar", "اتصل ٠٧٧٠٠ ٩٠٠١١٩ الآن", f"اتصل {X} الآن", "Arabic-Indic digits"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), [*CONTACTS, *PHONES])
def test_contact_goes(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang) == expected, why
    assert safe(expected, lang) == expected, "twice is once"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("202,478", "an amount in groups"),
        ("1 500 000", "an amount in groups"),
        ("2006–2008", "a span of years"),
        ("5 / 7", "a share"),
    ],
)
def test_other_figures_stay(lang: str, text: str, why: str) -> None:
    assert safe(text, lang) == text, why


def test_every_language_has_rows_of_both_kinds() -> None:
    assert {row[0] for row in CONTACTS} == {row[0] for row in PHONES} == set(LANGUAGES)
