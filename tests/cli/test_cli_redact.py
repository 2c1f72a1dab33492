"""`safelight redact` is handed what nobody should hand it: it says so in a line, and tells no secret."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from safelight.cli import main

PEOPLE = """people:
  - id: p-1
    sex: female
    names: [{lang: ru, given: Залина, family: Магомедова}]
    pseudonym: {ru: Анна}
"""
MARKS = PEOPLE.replace("Залина", "\u0301\u0302").replace("Магомедова", "\u0301")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "private"
    folder.mkdir()
    (folder / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    return folder


def redact(vault: Path, text: bytes | str, *options: str, lang: str = "ru") -> Result:
    data = text.encode() if isinstance(text, str) else text
    result = CliRunner().invoke(main, ["redact", "--lang", lang, "--vault", str(vault), *options, "-"], input=data)
    assert "Traceback" not in result.output
    return result


@pytest.mark.parametrize(
    ("data", "said", "why"),
    [
        (bytes(range(128, 256)) * 4, "is not UTF-8 text", "a picture or any other binary file"),
        ("Залина\n".encode() + b"\xd0 x", "-:2: is not UTF-8", "invalid UTF-8, with its line"),
        (b"text\0more", "NUL", "a file of bytes that are all ASCII"),
        ("Залина".encode("utf-16"), "is UTF-16", "another encoding, by its byte order mark"),
        ("\ufeffЗалина".encode("utf-16-be"), "is UTF-16", "the other byte order"),
        ("Залина".encode("cp1251"), "is not UTF-8", "an old encoding"),
    ],
)
def test_what_is_no_text_is_refused(vault: Path, data: bytes, said: str, why: str) -> None:
    result = redact(vault, data)
    assert result.exit_code == 2, why
    assert said in result.output, why
    assert len(result.output.splitlines()) == 1, why
    assert "Залина" not in result.output, why


def test_a_text_larger_than_any_is_refused_unread(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("safelight.cli.common.LARGEST", 2_000_000)
    result = redact(vault, b"a" * 2_000_001)
    assert result.exit_code == 2
    assert "is larger than 2 MB" in result.output
    assert "part it at line ends" in result.output and "safelight scan" in result.output, "the way out"
    assert redact(vault, "Залина пришла. " * 100).exit_code == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[" * 10_000 + "Залина" + "]" * 10_000, "nested brackets"),
        ("[a](" * 10_000 + " Залина", "nested links"),
        ("*" * 10_000 + "Залина" + "*" * 10_000, "emphasis"),
        ("> " * 10_000 + "Залина", "quotations in quotations"),
        ("<b>" * 5_000 + "Залина" + "</b>" * 5_000, "tags"),
        ("<" * 10_000 + " Залина", "tags that never close"),
        ("&" * 10_000 + " Залина " + "&#" * 5_000, "entities that are none"),
        ("`" * 10_000 + " Залина", "code that never ends"),
        ("\u202e\u200b" * 10_000 + "Залина", "invisible characters"),
        ("(" * 10_000 + "Залина" + ")" * 10_000, "parentheses"),
        ("а" * 200_000 + " Залина", "a word of two hundred thousand letters"),
        ("1" * 200_000 + " Залина", "a number as long"),
        ("1-" * 50_000 + " Залина", "a number in pieces"),
        ("а\u0301" + "\u0301" * 100_000 + " Залина", "a letter under a hundred thousand accents"),
        ("Залина, " * 5_000, "the name five thousand times"),
    ],
)
def test_a_name_is_found_in_whatever_is_heaped_around_it(vault: Path, text: str, why: str) -> None:
    result = redact(vault, text, "--keep-unresolved")
    assert result.exit_code in (0, 1), why
    assert "алина" not in result.stdout, why
    assert "алина" not in result.stderr, why
    assert "Анна" in result.stdout, why


def test_what_the_vault_knows_is_not_printed_when_it_is_asked_about(vault: Path) -> None:
    (vault / "people.yaml").write_text(PEOPLE.replace("{ru: Анна}", "{en: Anna}"), encoding="utf-8")
    result = redact(vault, "Потом пришла Залина.")
    assert result.exit_code == 1
    assert "-:1:14: person: a registered name is unresolved" in result.stderr
    assert "алин" not in result.output


def test_a_long_string_is_shown_in_short(vault: Path) -> None:
    result = redact(vault, "а" * 100_000)
    assert result.exit_code == 1
    assert len(result.stderr) < 400


@pytest.mark.parametrize(
    ("people", "said", "why"),
    [
        (MARKS, "p-1: has no name of letters", "names of combining marks alone"),
        ("people:\n  - id: p-1\n    names: []\n", "p-1: has ", "no names at all"),
        ("people:\n  - id: p-1\n    names: [{lang: ru}]\n", "p-1: has an empty name", "a name without parts"),
        ("people: &all\n  - id: p-1\n    names: *all\n", "p", "names that hold the people they belong to"),
        ("people:\n  - &p\n    id: p-1\n    names: [*p]\n", "p", "a person who is their own name"),
        ("people: [", "people.yaml", "a list that never ends"),
    ],
)  # fmt: skip
def test_a_vault_that_protects_nobody_is_refused(vault: Path, people: str, said: str, why: str) -> None:
    (vault / "people.yaml").write_text(people, encoding="utf-8")
    result = redact(vault, "Залина пришла.")
    assert result.exit_code in (1, 2), why
    assert result.output.startswith(("private/", str(vault))) or "people.yaml" in result.output, why
    assert said in result.output, why
    assert "алина" not in result.output, why


def test_five_thousand_people_of_whom_forty_share_a_surname(vault: Path) -> None:
    letters = "абвгдежзиклмнопрстуфх"
    lines = ["people:"]
    for number in range(5_000):
        family = (
            "Магомедова"
            if number < 40
            else f"Ка{letters[number % 21]}о{letters[number // 21 % 21]}{letters[number // 441]}ева"
        )
        given = f"З{letters[number % 21]}{'аио'[number // 441 % 3]}{letters[number // 21 % 21]}ина"
        pseudonym = f"Э{letters[number % 21]}{'ае'[number // 21 % 2]}на" if number < 40 else f"Ю-{number}"
        lines.append(
            f"  - {{id: p-{number}, sex: female, names: [{{lang: ru, given: {given}, family: {family}}}],"
            f" pseudonym: {{ru: {pseudonym}}}}}"
        )
    (vault / "people.yaml").write_text("\n".join(lines), encoding="utf-8")
    result = redact(vault, "Пришла Магомедова.", "--json")
    assert result.exit_code == 1
    (question,) = json.loads(result.stdout)["unresolved"]
    assert question["kind"] == "person"
    assert "several registered people" in question["suggestion"]
    assert result.stderr == ""
