"""Streets, quarters, houses, schools and towns as Uzbek, Kyrgyz, Tajik and Arabic name them."""

from __future__ import annotations

import pytest
from safe_text import X, safe

ROWS = [
    ("uz", "U Amir Temur ko'chasida yashardi.", f"U {X} yashardi.", "a street without a house"),
    ("uz", "Do'stlik mahallasida yashaydi.", f"{X} yashaydi.", "a quarter whose name is a word, at a sentence's start"),
    ("uz", "Uning ko'chasida tinch edi.", "Uning ko'chasida tinch edi.", "whose street: no name"),
    ("uz", "U 12-uyda yashardi.", "U uyda yashardi.", "a house's number"),
    ("uz", "5-xonadonda edi.", "Xonadonda edi.", "the capital of a sentence's start stays"),
    ("uz", "Дўстлик маҳалласида яшайди.", f"{X} яшайди.", "in Cyrillic"),
    ("uz", "12-bog'chada ishladi.", "Bog'chada ishladi.", "a kindergarten's number"),
    ("uz", "Zomin davlat universitetida o'qidi.", "Davlat universitetida o'qidi.", "at a sentence's start"),
    ("uz", "Mashinasi 01 777 AAA edi.", f"Mashinasi {X} edi.", "a plate"),
    ("ky", "Ал Манас көчөсүндө жашайт.", f"Ал {X} жашайт.", "a street without a house"),
    ("ky", "Ленин көчөсү, 5-үй, 7-батир.", f"{X}.", "with house and flat"),
    ("ky", "Ал 7-кичирайондо жашайт.", "Ал кичирайондо жашайт.", "a district's number"),
    ("ky", "Бул 2-үйлөнүү эмес.", "Бул 2-үйлөнүү эмес.", "a second marriage is no house"),
    ("tg", "Дар кӯчаи Рӯдакӣ мезист.", f"Дар {X} мезист.", "a street without a house"),
    ("tg", "Дар хонаи рақами 12 мезист.", "Дар хона мезист.", "a house's number"),
    ("tg", "Дар хонаи 12 нафар буд.", "Дар хонаи 12 нафар буд.", "a house of twelve people"),
    ("tg", "Дар мактаби ба номи Айнӣ хонд.", "Дар мактаб хонд.", "a school that carries a name"),
    ("ar", "سكنت في شارع النصر.", "سكنت في شارع.", "a street"),
    ("ar", "سكنت في شارع ضيق.", "سكنت في شارع ضيق.", "a narrow street"),
    ("ar", "في قرية الصافية بيت.", "في قرية بيت.", "a village"),
    ("ar", "في قرية صغيرة قرب الحدود.", "في قرية صغيرة قرب الحدود.", "a small village"),
    ("ar", "من محافظة درعا جاءت.", "من محافظة جاءت.", "a province without article"),
    ("ar", "وصلت إلى مدينة تقع في الشمال.", "وصلت إلى مدينة تقع في الشمال.", "a town that lies in the north"),
    ("ar", "في مخيم اللاجئين", "في مخيم اللاجئين", "a camp of refugees"),
    ("ar", "درست في مدرسة الأمل الابتدائية.", "درست في مدرسة.", "a school and its kind"),
    ("ar", "درست بمدرسة البنات هناك.", "درست بمدرسة البنات هناك.", "a school for girls"),
    ("ar", "درست في جامعة دمشق.", "درست في جامعة.", "named by its town"),
    ("ar", "كانت جامعة كبيرة.", "كانت جامعة كبيرة.", "a big one"),
    ("ar", "في منزل رقم ١٢ سكنت.", "في منزل سكنت.", "a house's number"),
    ("ar", "لوحة السيارة ب ج د ١٢٣٤.", f"لوحة السيارة {X}.", "a plate in Arabic letters"),
]


@pytest.mark.parametrize(("lang", "raw", "expected", "why"), ROWS)
def test_address_or_school(lang: str, raw: str, expected: str, why: str) -> None:
    assert safe(raw, lang) == expected, why
