"""Stems and endings: which forms of a dictionary word count, and which words only begin like it."""

from __future__ import annotations

import pytest
from safelight.text.fold import key_of
from safelight.text.trait_words import beginnings, is_form, spelled_out, stems_of, uzbek_cyrillic


def is_form_of(form: str, word: str, lang: str) -> bool:
    keys = beginnings(key_of(form), lang)
    return any(key.startswith(stem.text) and is_form(key, stem, lang) for stem in stems_of(word, lang) for key in keys)


@pytest.mark.parametrize(
    ("lang", "word", "forms", "not_forms"),
    [
        ("en", "nanny", "nanny nannies", "nan nannied"),
        ("en", "policeman", "policeman policemen", "police policemans2"),
        ("en", "child", "child children", "childish"),
        ("ru", "медсестра", "медсестра медсестры медсестрой медсестрам", "медсестринский"),
        ("ru", "продавец", "продавец продавца продавцов продавцами", "продаж продавал"),
        ("ru", "поэт", "поэт поэта поэтов", "поэтому поэтика"),
        ("ru", "студентка", "студентка студенток студентке", "студенческий"),
        ("ru", "слепой", "слепой слепая слепого", "слепок"),
        ("ru", "мать", "мать матери матерью", "мат мата"),
        ("uk", "вчителька", "вчителька вчительці вчительок вчителькою", "вчити"),
        ("uk", "продавець", "продавець продавця продавці", "продаж"),
        ("ro", "muncitor", "muncitor muncitorul muncitoare muncitorilor", "munca"),
        ("ro", "moldovean", "moldovean moldoveni moldovenilor", "moldova"),
        ("uz", "o'qituvchi", "o‘qituvchi oʻqituvchilarimizdan", "o'qituv"),
        ("uz", "mehnatkash", "mehnatkashning", "mehnat"),
        ("tg", "омӯзгор", "омӯзгорон омӯзгори омӯзгорро", "омӯзиш"),
        ("ky", "аскер", "аскерлердин аскерге", "аска"),
        ("ar", "ممرضة", "ممرضة والممرضات ممرضتها للممرضة", "مرض"),
        ("ar", "الإيدز", "الإيدز بالإيدز", "يد"),
    ],
)
def test_forms(lang: str, word: str, forms: str, not_forms: str) -> None:
    assert [form for form in forms.split() if not is_form_of(form, word, lang)] == []
    assert [form for form in not_forms.split() if is_form_of(form, word, lang)] == []


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("o'qituvchi", "ўқитувчи"),
        ("hamshira", "ҳамшира"),
        ("Tojikiston", "Тожикистон"),
        ("bog'bon", "боғбон"),
        ("erkak", "эркак"),
        ("yetim", "етим"),
        ("ishchi", "ишчи"),
    ],
)
def test_uzbek_in_its_older_letters(latin: str, cyrillic: str) -> None:
    assert uzbek_cyrillic(latin) == cyrillic


def test_a_peoples_name_stands_for_its_man_woman_and_adjective() -> None:
    assert spelled_out("украин~", "ru") == ("украинец", "украинка", "украинский")
    assert spelled_out("україн~", "uk") == ("українець", "українка", "український")
    assert spelled_out("{n} bola", "uz") == ("{n} bola", "{n} бола")
