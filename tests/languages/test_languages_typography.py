"""The typesetter: each row a text as it is typed, what is printed, and why."""

from __future__ import annotations

import pytest
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
    ("kk", '"Кетемін"', "“Кетемін”", "a language without a rule of its own"),
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
