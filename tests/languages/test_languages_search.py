"""What readers type finds what was written: the words in Python, and the same words in the page's own script."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.languages.search import Searched, search_data, words

NODE = Path(sys.executable).with_name("node")
TYPED = [
    ("ru", "Ещё надёжный", "еще надежныи", "ё and й as their plain letters, small"),
    ("ru", "по-русски", "по русски", "a hyphen parts words"),
    ("uk", "п'ять комп’ютерів", "пять компютерив", "apostrophes of any keyboard; і as on a Russian keyboard"),
    ("uk", "Ґанок Європа їхати", "ганок европа ихати", "letters that a Russian keyboard lacks"),
    ("ro", "Țară şi oraș", "tara si oras", "comma and cedilla, and no accent at all"),
    ("uz", "oʻzbek o'zbek o‘zbek gʻoz", "ozbek ozbek ozbek goz", "the apostrophe of the letters, or none"),
    ("uz", "Ўзбекча ғоз шаҳар", "ozbekcha goz shahar", "the other alphabet"),
    ("tg", "Ҷавоб ҳақ ғами қӯшиқ ӣ", "чавоб хак гами кушик", "Tajik on a Russian keyboard; one letter is no word"),
    ("ky", "Үй өң жаңы", "уи он жаны", "Kyrgyz on a Russian keyboard"),
    ("ar", "إلى الأسرة أُسرة", "الي اسره اسره", "hamza, ta marbuta and vowel signs; the article"),
    ("ar", "والعمل للعمل بالعمل وعمل", "عمل عمل عمل عمل", "what is written onto a word"),
    ("ar", "الى ال ولد", "الي ال ولد", "nothing is cut that would leave less than three letters"),
    ("ar", "عـــمل ٢٠٢٤ ۲۰۲۴", "عمل 2024 2024", "the kashida, and digits of both kinds"),
    ("en", "Café WORKERS' don't", "cafe workers dont", "accents, capitals, apostrophes"),
    ("en", "a 5 112 #1", "5 112 1", "a letter alone is no word, a digit is"),
    ("en", "ﬁnd Ｆｕｌｌ wid\u00adth", "find full width", "ligatures, wide letters, the soft hyphen"),
    ("kk", "Қазақ тілі", "казак тили", "a ninth language needs no table of its own"),
    ("ru", "", "", "nothing"),
    ("ru", "\u202e<b>&\x00", "", "signs are no words; <b> alone is one letter"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "typed", "kept", "why"), TYPED)
def test_words_are_kept_as_readers_type_them(code: str, typed: str, kept: str, why: str) -> None:
    assert " ".join(words(typed, code)) == kept, why


@given(st.text(), st.sampled_from(["en", "ru", "uz", "ar"]))
def test_what_was_made_plain_stays_as_it_is(text: str, code: str) -> None:
    once = words(text, code)
    if code != "ar":  # cutting twice may cut more
        assert words(" ".join(once), code) == once


def asked(repository: Path, code: str, texts: list[Searched], queries: list[str]) -> list[list[int]]:
    """The numbers of the texts that the page's script finds for each query, the best first."""
    script = (repository / "theme/templates/partials/search.js").read_text(encoding="utf-8")
    given = {"script": script, "data": json.loads(search_data(texts, code).as_json()), "queries": queries}
    done = subprocess.run(
        [NODE, Path(__file__).with_name("search_page.js")], input=json.dumps(given), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    found: list[list[int]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("code", ["en", "ru", "uk", "ro", "uz", "tg", "ky", "ar", "kk"])
def test_the_script_reads_words_as_python_does(repository: Path, code: str) -> None:
    """Each row is a text of its own, found by exactly what its words are, and by them in capitals and as typed."""
    rows = [(typed, kept) for _, typed, kept, _ in TYPED if kept]
    texts = [Searched(typed) for typed, _ in rows]
    plain = [" ".join(words(typed, code)) for typed, _ in rows]
    queries = [query for (typed, _), kept in zip(rows, plain, strict=True) for query in (typed, typed.upper(), kept)]
    found = asked(repository, code, texts, queries)
    for number, (typed, _) in enumerate(rows):
        for form, hits in zip(("typed", "in capitals", "plain"), found[3 * number : 3 * number + 3], strict=True):
            same = [other for other, kept in enumerate(plain) if set(plain[number].split()) <= set(kept.split())]
            assert set(same) <= set(hits) and hits[0] in same, f"{typed!r} {form}: {hits}"


EN = [
    Searched("Wages held back", "What you can do", "The boss kept my passport for a month."),
    Searched("When papers are taken", "A passport is yours", "Go to the embassy."),
    Searched("Before you leave", "", "Copy your passport. Wages are told in writing."),
    Searched("Passport", "", "Nothing else."),
    Searched("On the way", "", "Buses and trains to the border."),
    Searched("How to help", "", "What you can do, and how to do it."),
    Searched("You and your rights", "", "You have rights. You can go to court."),
]


@pytest.mark.parametrize(
    ("query", "hits", "why"),
    [
        ("passport", [3, 1, 0, 2], "a title first, then a heading, then a mention in the text"),
        ("PASSPORTS", [3, 1, 0, 2], "another ending"),
        ("passp", [3, 1, 0, 2], "begun, and not yet typed to the end"),
        ("wages passport", [0, 3, 2, 1], "a title and a mention, a title alone, two mentions, a heading alone"),
        ("zebra wages", [0, 2], "words that no text has take nothing away"),
        ("trains and buses", [4], "texts that have its commonest word alone are left out"),
        ("trains", [4], "the text itself is searched"),
        ("zebra", [], "nothing"),
        ("", [], "nothing typed"),
        ("constructor __proto__ toString", [], "words of the language that scripts are written in"),
        ("(.*) [a-z]+ \\", [], "no pattern is run"),
    ],
)
def test_titles_stand_first(repository: Path, query: str, hits: list[int], why: str) -> None:
    assert asked(repository, "en", EN, [query]) == [hits], why


@pytest.mark.parametrize(
    ("code", "title", "query"),
    [
        ("ru", "Проверьте предложение о работе", "работа"),
        ("ru", "Если у вас забрали документы", "забрали документ"),
        ("uk", "Перевірте пропозицію роботи", "робота"),
        ("ro", "Verificați oferta de muncă", "munca oferta"),
        ("uz", "Ish taklifini tekshiring", "иш таклифи"),
        ("tg", "Пешниҳоди корро санҷед", "пешниход"),
        ("ky", "Жумуш сунушун текшериңиз", "жумушту"),
        ("ar", "التحقق من عرض العمل", "عمل"),
    ],
)
def test_other_forms_of_a_word_find_it(repository: Path, code: str, title: str, query: str) -> None:
    assert asked(repository, code, [Searched("112"), Searched(title)], [query]) == [[1]]


def test_the_data_holds_whole_words_and_no_markup() -> None:
    """The gate looks for names in it: no word is shortened or escaped, and nothing can end the script element."""
    data = search_data([Searched("</script><b>Зарина", "ҷавоб")], "tg").as_json()
    assert "зарина" in data and "чавоб" in data
    assert "<" not in data.replace("\\u003c", "")
    assert json.loads(data)["words"] == {"script": [0], "зарина": [0], "чавоб": [1]}


def test_a_word_that_is_said_often_counts_like_a_heading() -> None:
    texts = [Searched("wage", "wage", "wage"), Searched("", "", "wage Wage WAGE"), Searched("", "", "wage wage")]
    assert search_data(texts, "en").words == {"wage": [0, 3 + 1, 6 + 2]}
