"""`make messages`: new strings empty, unused ones gone, translations and plural rules kept; the theme complete."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from safelight.languages.catalogues import check_catalogues, read_catalogue
from safelight.languages.messages import extract, update
from safelight.languages.plurals import forms


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "theme/templates").mkdir(parents=True)
    (tmp_path / "theme/templates/a.html").write_text(
        '{{ _("Help me") }}{{ ngettext("%(num)d day", "%(num)d days", n) }}', encoding="utf-8"
    )
    return tmp_path / "theme"


def test_a_catalogue_is_begun_with_its_languages_rule(theme: Path, tmp_path: Path) -> None:
    done = update(theme, tmp_path, ("en", "ar"))
    assert [(d.code, d.untranslated) for d in done] == [("ar", done[0].strings)]
    assert read_catalogue(tmp_path, "ar").num_plurals == 6
    assert not (tmp_path / "en").exists()


@pytest.mark.parametrize("code", ["ru", "uk", "ro", "uz", "tg", "ky", "ar", "kk", "zh-Hant"])
def test_a_catalogue_that_was_begun_can_be_read_again(theme: Path, tmp_path: Path, code: str) -> None:
    """Babel's table gives Tajik two forms and CLDR one: what was begun with two could not be read."""
    update(theme, tmp_path, (code,))
    assert len(read_catalogue(tmp_path, code)["%(num)d day"].string) == len(forms(code))


def test_translations_stay_and_leave_with_their_strings(theme: Path, tmp_path: Path) -> None:
    update(theme, tmp_path, ("ru",))
    path = tmp_path / "ru/LC_MESSAGES/messages.po"
    text = path.read_text(encoding="utf-8")
    path.write_text("# Checked by M.\n" + text.partition("\n")[2].replace(
        'msgid "Help me"\nmsgstr ""', 'msgid "Help me"\nmsgstr "Помогите"'), encoding="utf-8")  # fmt: skip
    (theme / "templates/b.html").write_text('{{ _("Help me too") }}', encoding="utf-8")
    update(theme, tmp_path, ("ru",))
    catalogue = read_catalogue(tmp_path, "ru")
    assert catalogue["Help me"].string == "Помогите"
    assert catalogue["Help me too"].string == "", "a similar string is no translation"
    assert catalogue.num_plurals == 3
    assert path.read_text(encoding="utf-8").startswith("# Checked by M.\n")
    (theme / "templates/a.html").unlink()
    update(theme, tmp_path, ("ru",))
    assert "Help me" not in read_catalogue(tmp_path, "ru")


def test_a_second_update_changes_no_byte(theme: Path, tmp_path: Path) -> None:
    update(theme, tmp_path, ("ru",))
    before = (tmp_path / "ru/LC_MESSAGES/messages.po").read_bytes()
    update(theme, tmp_path, ("ru",))
    assert (tmp_path / "ru/LC_MESSAGES/messages.po").read_bytes() == before


def test_every_string_of_the_theme_is_translated(repository: Path, tmp_path: Path) -> None:
    shutil.copytree(repository / "translations", tmp_path / "translations")
    done = update(repository / "theme", tmp_path / "translations", ("ru", "ar"))
    assert [d.untranslated for d in done] == [0, 0]
    assert check_catalogues(tmp_path / "translations", ("ru", "ar")) == ()
    for name in ("ru/LC_MESSAGES/messages.po", "ar/LC_MESSAGES/messages.po", "messages.pot"):
        committed = (repository / "translations" / name).read_bytes()
        assert (tmp_path / "translations" / name).read_bytes() == committed, f"{name}: run `make messages`"


def test_the_theme_extracts_its_strings(repository: Path) -> None:
    ids = {str(message.id) for message in extract(repository / "theme") if message.id}
    assert {"Get help", "Leave this site", "Help", "start page"} <= ids
