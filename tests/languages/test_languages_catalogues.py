"""Catalogues: what is wrong is found at its line, and a string that is missing never shows as English."""

from __future__ import annotations

from pathlib import Path

import pytest
from safelight.errors import WrongUse
from safelight.languages.catalogues import check_catalogues, load
from safelight.languages.plurals import header

HEAD = f'msgid ""\nmsgstr ""\n"Plural-Forms: {header("ru")}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
GOOD = 'msgid "Help"\nmsgstr "Помощь"\n\nmsgid "%(num)d day"\nmsgid_plural "%(num)d days"\n' + "".join(
    f'msgstr[{n}] "%(num)d {text}"\n' for n, text in enumerate(("день", "дня", "дней"))
)


def write(root: Path, text: str | bytes) -> Path:
    path = root / "ru/LC_MESSAGES/messages.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def test_a_good_catalogue_passes_and_speaks(tmp_path: Path) -> None:
    write(tmp_path, HEAD + GOOD)
    assert check_catalogues(tmp_path, ("en", "ru")) == ()
    strings = load(tmp_path, "ru")
    assert strings.gettext("Help") == "Помощь"
    assert [strings.ngettext("%(num)d day", "%(num)d days", n) for n in (21, 3, 1.5, 11)] == [
        "%(num)d день", "%(num)d дня", "%(num)d дня", "%(num)d дней",
    ]  # fmt: skip


def test_a_missing_string_is_never_english(tmp_path: Path) -> None:
    strings = load(write(tmp_path, HEAD + GOOD), "ru")
    with pytest.raises(WrongUse, match=r"translations/ru/.*'Leave'.*make messages"):
        strings.gettext("Leave")


@pytest.mark.parametrize(
    ("entry", "says", "why"),
    [
        ('msgid "Help"\nmsgstr ""', "is not translated", "empty"),
        ('#, fuzzy\nmsgid "Help"\nmsgstr "Помощь"', "is fuzzy", "guessed by a program"),
        ('msgid "%(a)s of %(b)s"\nmsgstr "%(a)s из %(c)s"', "placeholders", "another name"),
        ('msgid "%(a)s of %(b)s"\nmsgstr "%(a)s"', "placeholders", "one lost"),
        ('msgid "%(a)d"\nmsgstr "%(a)s"', "placeholders", "another type"),
        ('msgid "a <b>b</b>"\nmsgstr "а б"', "markup", "a tag lost"),
        ('msgid "%(n)d a"\nmsgid_plural "%(n)d b"\nmsgstr[0] "%(n)d"\nmsgstr[1] "%(n)d"', "every form", "too few"),
        ('msgid "%(n)d a"\nmsgid_plural "%(n)d b"\nmsgstr[0] "%(n)d"\nmsgstr[1] "%(n)d"\nmsgstr[2] "x"',
         "placeholders", "the general form must print the number"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(tmp_path: Path, entry: str, says: str, why: str) -> None:
    findings = check_catalogues(write(tmp_path, HEAD + entry + "\n"), ("ru",))
    assert any(says in str(finding) for finding in findings), why
    assert all(finding.path == "translations/ru/LC_MESSAGES/messages.po" and finding.line for finding in findings)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEAD + 'msgid "Help"\nmsgstr "Помощь\n', 7),
        (HEAD + 'msgid "Help"\nmsgstr Помощь"\n', 7),
        (HEAD + 'msgid "Help"\nmsgstr "По"мощь"\n', 7),
        (HEAD + "rubbish\n", 6),
        ((HEAD + 'msgid "Help"\nmsgstr "Помощь"\n').encode("cp1251"), 7),
    ],
    ids=["quote-lost-at-the-end", "at-the-start", "in-the-middle", "no-keyword", "not-utf-8"],
)
def test_a_broken_catalogue_is_refused_with_its_line(tmp_path: Path, text: str | bytes, line: int) -> None:
    with pytest.raises(WrongUse, match=rf"translations/ru/LC_MESSAGES/messages\.po:{line}: "):
        check_catalogues(write(tmp_path, text), ("ru",))


def test_a_rule_that_is_not_the_languages_is_found(tmp_path: Path) -> None:
    write(tmp_path, 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1)\\n"\n')
    assert "Plural-Forms" in str(check_catalogues(tmp_path, ("ru",))[0])


def test_the_missing_catalogue_of_a_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"translations/ar/.*make messages"):
        load(tmp_path, "ar")
