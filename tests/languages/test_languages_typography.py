"""The typesetter: each row a text as it is typed, what is printed, and why."""

from __future__ import annotations

import pytest
from safelight.languages.spaces import held
from safelight.languages.typography import typeset

NB = "\u00a0"
QUOTES = [
    ("en", '"Leave," she said.', "“Leave,” she said.", "at the start, and after a comma"),
    ("en", 'He said: "Not paid."', "He said: “Not paid.”", "after a space"),
    ("en", '("so")', "(“so”)", "in brackets"),
    ("en", '<p>"<em>So</em>"</p>', "<p>“<em>So</em>”</p>", "through an inline tag"),
    ("en", '<p>so</p><p>"So"</p>', "<p>so</p><p>“So”</p>", "a new paragraph is a new sentence"),
    ("en", '<li>end</li><li>"Go"</li>', "<li>end</li><li>“Go”</li>", "and so is a new item"),
    ("en", "&quot;So&quot; and &#34;so&#34;", "“So” and “so”", "escaped, as Markdown and Jinja write them"),
    ("en", "everybody's, the workers' own", "everybody’s, the workers’ own", "apostrophes"),
    ("en", "it is 5' long", "it is 5' long", "feet are no apostrophe"),
    ("en", '<a title="it\'s">a</a> <code>"x"</code>', '<a title="it\'s">a</a> <code>"x"</code>', "not in tags or code"),
    ("ru", 'Она сказала: "Ухожу".', "Она сказала: «Ухожу».", "Russian"),
    ("ru", "«Ухожу»", "«Ухожу»", "what is right already stays"),
    ("ro", 'A spus: "Plec".', "A spus: „Plec”.", "Romanian opens low"),
    ("uz", '"Ketaman"', "“Ketaman”", "Uzbek, as English"),
    ("tr", '"Gidiyorum"', "“Gidiyorum”", "a language without a rule of its own"),
    ("uk", 'Вона: "Йду".', "Вона: «Йду».", "Ukrainian (CLDR)"),
    ("tg", '"Меравам", гуфт ӯ', "«Меравам», гуфт ӯ", "Tajik, as its books print"),
    ("ky", '"Кетем" деди', "«Кетем» деди", "Kyrgyz (CLDR)"),
    ("ar", 'قال "نعم" لها', "قال «نعم» لها", "Arabic, as its newspapers print"),
    ("ru", '"Он сказал: "Да""', "«Он сказал: „Да“»", "inside of a quotation (CLDR)"),
    ("ro", '"A spus: "Da""', "„A spus: «Da»”", "inside, Romanian"),
    ("en", '"He said: "Yes""', "“He said: ‘Yes’”", "inside, English"),
    ("ky", '«Ал "ооба" деди»', "«Ал „ооба“ деди»", "inside of marks that are right already"),
    ("ru", '<p>"Раз</p><p>"Два"</p>', "<p>«Раз</p><p>«Два»</p>", "what was never closed ends with its block"),
    ("ru", '"<em>Да</em>", и "нет"', "«<em>Да</em>», и «нет»", "one after another"),
    ("uk", "комп'ютер", "комп'ютер", "other languages' apostrophes are letters of theirs"),
]


@pytest.mark.parametrize(("code", "typed", "printed", "why"), QUOTES)
def test_quotation_marks(code: str, typed: str, printed: str, why: str) -> None:
    assert typeset(typed, code, "ltr").replace(NB, " ") == printed, why


def test_arabic_marks_stand_outside_of_latin_runs() -> None:
    assert typeset('قالت "نعم"', "ar", "rtl") == "قالت «نعم»"
    assert typeset('كلمة "Russian" هنا', "ar", "rtl") == 'كلمة «<bdi dir="ltr">Russian</bdi>» هنا'


@pytest.mark.parametrize("code", ["en", "ru", "ro", "ar"])
def test_setting_twice_changes_nothing_more(code: str) -> None:
    once = typeset('<p>"So", she said: "it\'s <b>mine</b>."</p>', code, "ltr")
    assert typeset(once, code, "ltr") == once


HELD = [
    # What each language prints together; `_` stands for a no-break space, every other space may end a line.
    ("ru", "в_дом и_на_работу", "short words"),
    ("ru", "сказал_бы, знал_ли", "particles belong to the word before"),
    ("ru", "бывший льготный", "words that only begin like a particle"),
    ("ru", "ст._5, №_7, §_3", "signs before a number"),
    ("ru", "т._е. и_т._д.", "abbreviations of one letter"),
    ("ru", "А._П._Чехов приехал", "initials"),
    ("ru", "10_000_000_рублей", "groups of three"),
    ("ru", "5_млн, 18_лет, 20_%", "units"),
    ("ru", "дом_— не_тюрьма", "a dash begins no line"),
    ("uk", "у_місті й_на_роботі", "short words, Ukrainian"),
    ("uk", "зробив_би; 5_годин", "particles and units, Ukrainian"),
    ("uk", "до_Одеси, В_Одесі", "before a name, and with a capital"),
    ("tg", "ба_кор аз_хона ва_боз", "short words, Tajik"),
    ("tg", "18_сол, 5_моҳ", "units, Tajik"),
    ("ky", "бул жерде 18_жаш", "Kyrgyz has endings, no short words before"),
    ("ky", "5_миң сом_— акы", "units and dash, Kyrgyz"),
    ("uz", "18_yosh, 5_ming soʻm", "units, Uzbek"),
    ("ro", "20_de zile, 5_ani, nr._7", "Romanian"),
    ("ar", "رقم_5 و 18_سنة", "Arabic"),
    ("en", "No._5, 10_km, a_– b", "English; the short words stay free"),
]


@pytest.mark.parametrize(("code", "printed", "why"), HELD)
def test_spaces_that_end_no_line(code: str, printed: str, why: str) -> None:
    typed = printed.replace("_", " ")
    wanted = printed.replace("_", NB)
    assert held(typed, code) == wanted, why
    assert held(wanted, code) == wanted, "what is set stays"
    assert held(typed.replace(" ", "\n"), code).replace("\n", " ") == wanted, "lines of the source are no lines"


RANGES = [
    ("18-24", "18–24", "ages"),
    ("2019-2021", "2019–2021", "years"),
    ("9-17", "9–17", "one figure more"),
    ("09:00-17:00", "09:00–17:00", "times"),
    ("24-18", "24-18", "downwards is no range"),
    ("2026-11-24", "2026-11-24", "a date of machines"),
    ("555-0123", "555-0123", "a part of a telephone number"),
    ("8-800-555-35-35", "8-800-555-35-35", "a telephone number"),
    ("+7-495", "+7-495", "with a country's code"),
    ("COVID-19", "COVID-19", "a name"),
    ("1.5-2.5", "1.5-2.5", "fractions stay as they were typed"),
    ("5-1000", "5-1000", "too far apart to be one kind of thing"),
]


@pytest.mark.parametrize(("typed", "printed", "why"), RANGES)
def test_ranges_have_a_dash(typed: str, printed: str, why: str) -> None:
    assert held(f"({typed})", "ru") == f"({printed})", why


@pytest.mark.parametrize("number", ["+996 312 123 456", "0 800 123 456", "0808 157 0123", "+44 7700 900119"])
def test_telephone_numbers_stay_as_they_are_dialled(number: str) -> None:
    assert held(number, "ar") == number


def test_numbers_of_a_text_are_not_lost() -> None:
    assert typeset("<p>10 000&nbsp;km &amp; 5 km</p>", "en", "ltr") == f"<p>10{NB}000&nbsp;km &amp; 5{NB}km</p>"
