"""Numbers, money, sizes, dates and lists as each language writes them; and spaces and runs that hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from safelight.languages import formats, language
from safelight.languages.jinja import environment
from safelight.languages.typography import typeset
from safelight.model.data import Claim

NB = "\u00a0"


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (4.5, "en", "4.5%"),
        (4.5, "ru", f"4,5{NB}%"),
        (47, "en", "47%"),
        (0.1, "en", "0.1%"),
        (61.25, "ru", f"61,25{NB}%"),
    ],
)
def test_a_percentage_keeps_its_decimals(value: float, code: str, text: str) -> None:
    assert formats.percent(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [(4_444_444, "en", "€4,444,444"), (4_000_000.5, "en", "€4,000,000.50"), (4_444_444, "ru", f"4{NB}444{NB}444{NB}€")],
)
def test_money_has_cents_only_where_it_has_some(value: float, code: str, text: str) -> None:
    assert formats.currency(value, "EUR", code) == text


def test_sizes_dates_names() -> None:
    assert formats.file_size(1, "en") == f"1{NB}kB"
    assert formats.file_size(999_499, "en") == f"999{NB}kB"
    assert formats.file_size(1_250_000, "ru") == f"1,2{NB}МБ"
    assert formats.date_text(date(2026, 10, 5), "en") == "5 October 2026"
    assert formats.date_text(date(2026, 10, 5), "ru").startswith("5 октября 2026")
    assert formats.territory("EU", "ar") == "الاتحاد الأوروبي"
    assert formats.territory("Utopia", "en") == "Utopia"
    assert formats.language_name("uz", "ru") == "узбекский"
    assert formats.number(1.5, "ru") == "1,5"
    assert formats.list_text(["a", "b", "c"], "ru") == "a, b и c"


@pytest.mark.parametrize(
    ("html", "code", "result", "why"),
    [
        ("<p>в дом и на работу — да</p>", "ru", f"<p>в{NB}дом и{NB}на{NB}работу{NB}— да</p>", "short words and dashes"),
        ('<a title="в дом">и да</a>', "ru", f'<a title="в дом">и{NB}да</a>', "attributes stay"),
        ("<code>в дом</code>", "ru", "<code>в дом</code>", "code stays"),
        ("<p>лев и кит</p>", "ru", f"<p>лев и{NB}кит</p>", "the end of a word is no short word"),
        ("<p>in a home</p>", "en", "<p>in a home</p>", "English has no such rule"),
        ("<p>рядом 5 лет</p>", "ru", f"<p>рядом 5{NB}лет</p>", "a number and its unit"),
    ],
)
def test_spaces_that_hold(html: str, code: str, result: str, why: str) -> None:
    assert typeset(html, code, "ltr") == result, why


@pytest.mark.parametrize(
    ("text", "isolated", "why"),
    [
        ("اتصل على +44 7700 900119.", ["+44 7700 900119"], "a telephone number, without the full stop"),
        ("رقم 0808 157 0123", ["0808 157 0123"], "a national number"),
        ("كتب press@campaign.example", ["press@campaign.example"], "an address"),
        ("منظمة Walk Free (IOM)", ["Walk Free", "IOM"], "Latin names, each alone"),
        ("عام 2024 (156 بلدًا)", [], "a year is no telephone number"),
        ("من 2006–2008", [], "nor a range"),
        ("&amp; نص &nbsp;", [], "entities are no Latin words"),
    ],
)
def test_runs_that_keep_their_direction(text: str, isolated: list[str], why: str) -> None:
    expected = text
    for run in isolated:
        expected = expected.replace(run, f'<bdi dir="ltr">{run}</bdi>')
    assert typeset(text, "ar", "rtl").replace(NB, " ") == expected, why


@pytest.mark.parametrize(
    ("unit", "code", "text", "why"),
    [
        ("percent", "en", "4–5%", "the sign once, at the end"),
        ("percent", "ru", f"4–5{NB}%", "as Russian writes it"),
        ("days", "ru", "4–5 дней", "the form is that of the second number (CLDR, plural ranges)"),
        ("days", "en", "4–5 days", "English"),
        ("days", "ar", "4–5 أيام", "Arabic"),
        ("year", "ky", "4–5", "years have no separators"),
        ("number", "tg", "4–5", "numbers"),
        ("euro", "en", "€4–€5", "money"),
    ],
)
def test_a_claim_may_be_a_range(repository: Path, unit: str, code: str, text: str, why: str) -> None:
    env = environment(repository / "theme", repository / "translations", [code])
    shown = env.from_string('{% from "components/words.txt" import value with context %}{{ value(claim, unit) }}')
    claim = Claim("s", value=4, to=5)
    assert shown.render(claim=claim, unit=unit, language=language(code)).strip() == text, why
