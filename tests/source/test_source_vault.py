"""The vault's reader: every mistake at its line, no value of the file in a message."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from safelight.errors import VaultFindings
from safelight.source.vault import read_vault

PERSON = "  - {id: p-1, names: [{lang: en, given: Canaria}]}\n"


def mistakes(folder: Path, **files: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    for name, text in {"people": f"people:\n{PERSON}", **files}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    try:
        read_vault(folder)
    except VaultFindings as found:
        return str(found).splitlines()
    return []


def consent(text: str) -> str:
    return f"consent:\n  - {{id: c-1, person: p-1, story: s, status: granted, {text}}}\n"


@pytest.mark.parametrize(
    ("text", "said", "reason"),
    [
        (consent("storey: x"), "private/consent.yaml:2: storey: is not a key here: did you mean 'story'?", "typo"),
        (consent("granted_on: 2026-02-30"), "private/consent.yaml:2: granted_on: is not a day", "no such day"),
        (consent("granted_on: soon"), "private/consent.yaml:2: granted_on: is not a day", "no day at all"),
        (consent("granted_on: 1026-02-01"), "private/consent.yaml:2: c-1: has granted_on before", "a slip in the year"),
        (consent("status: granted"), "private/consent.yaml:2: status: stands twice", "a key twice"),
        (consent("form: spoken"), "private/consent.yaml:2: form: is not one of the allowed values", "no such form"),
        (consent("channels: [webb]"), "private/consent.yaml:2: channels: is not one of the allowed", "no such channel"),
        (consent("channels: web"), "private/consent.yaml:2: channels: is not of the right form", "a word for a list"),
        (consent("max_uses: -1"), "private/consent.yaml:2: c-1: has a negative max_uses", "fewer than none"),
        (
            consent("max_uses: many"),
            "private/consent.yaml:2: max_uses: is not of the right form",
            "a word for a number",
        ),
        (consent("approved_sha256: {en: abc}"), "private/consent.yaml:2: c-1: has an approved_sha256", "no hash"),
        (consent("withdrawn_on: 2026-01-01"), "private/consent.yaml:2: c-1: has withdrawn_on, but", "two minds"),
        (consent("granted_on: 2026-02-01, expires_on: 2026-02-01"), "2: c-1: ends before it begins", "no day long"),
        (consent("granted_on: &d 2026-02-01, expires_on: *d"), "2: uses a YAML anchor or alias", "aliases may explode"),
        (consent("granted_on: !!python/name:os.x 1"), "2: uses a YAML tag", "tags may construct"),
        (consent("[a, b]: 1"), "2: has a key that is not a word", "a list as key"),
        (consent("uses: " + "[" * 40 + "]" * 40), "2: is nested too deep", "brackets without end"),
        (consent("").replace("p-1", "p-2"), "2: c-1: names a person who is not registered", "a dangling reference"),
        (consent("") + consent("")[9:], "3: c-1: stands on line 2 already", "an id twice"),
        ("consent:\n  - id: c-1\n    person: [\n", "private/consent.yaml:4: is not valid YAML", "an open bracket"),
        (
            "consent:\n  - \tid: c\n",
            "private/consent.yaml:2: is not valid YAML: write spaces instead of the tab",
            "a tab",
        ),
        (
            "consent:\n  - id: c\n\tperson: p\n",
            "private/consent.yaml:3: is not valid YAML: write spaces",
            "a tab for a level",
        ),
        ("", "private/consent.yaml: is empty", "an empty file protects nobody"),
        ("# only a comment\n", "private/consent.yaml: is empty", "the same"),
        ("konsent: []\n", "private/consent.yaml:1: does not hold one list called 'consent'", "another list"),
        ("consent: []\nextra: []\n", "private/consent.yaml:2: holds more than one list", "two lists"),
        ("consent: {}\n", "private/consent.yaml:1: consent: is not a list", "a mapping"),
        ("- 1\n", "private/consent.yaml:1: does not hold one list", "no mapping"),
        ("consent: []\n---\nconsent: []\n", "private/consent.yaml:2: begins a second YAML document", "two documents"),
        ("consent:\n  - 5\n", "private/consent.yaml:2: entry: is not of the right form", "a number for an entry"),
        ("consent: \x01\n", "private/consent.yaml: is not valid YAML", "a control character"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 28 else None,
)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, text: str, said: str, reason: str) -> None:
    found = mistakes(tmp_path / "private", consent=text)
    assert any(said in line for line in found), (reason, found)


def test_every_mistake_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path / "private",
        people="people:\n  - {id: p-1, names: []}\n  - {id: p-2, nams: []}\n  - {id: p-1, names: [{lang: en}]}\n",
        places="places:\n  - {id: pl-1, names: [''], say: {}}\n",
        consent=consent("max_uses: many, status: given, form: x, granted_on: 2026-13-01"),
    )
    assert [line.split(": ")[0] for line in found] == sorted(line.split(": ")[0] for line in found)
    assert len([line for line in found if "consent.yaml:2" in line]) == 5, found
    assert any("people.yaml:3: nams: is not a key" in line for line in found)
    assert any("people.yaml:3: names: is missing" in line for line in found)
    assert any("people.yaml:4: p-1: stands on line 2 already" in line for line in found)
    assert any("places.yaml:2: pl-1: has an empty name" in line for line in found)


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        ("people:\n  - {id: Canaria, Canaria: x, names: []}\n", "a name as a key and as an id"),
        ("people:\n  - {id: p-1, role: Canaria, names: []}\n", "a name as a role"),
        ("people:\n  - {id: p-1, names: [{lang: en, Canaria: x}]}\n", "a name as a key deep inside"),
        ("people:\n  - {id: p-1, names: Canaria}\n", "a name for a list"),
        ("people:\n  - {id: p-1, names: [{lang: en, given: x}], declines: {Canaria: {}}}\n", "a name in a mapping"),
        ("Canaria:\n  - x\n", "a name as the list's key"),
        ("people:\n  - Canaria: [\n", "in the middle of broken YAML"),
        ("people:\n  - {id: Canaria, names: []}\n  - {id: Canaria, names: []}\n", "a name as an id twice"),
        ("people:\n  - {id: p-1, Canaria: 1, Canaria: 2, names: []}\n", "a name as a key twice"),
    ],
)
def test_no_message_quotes_the_vault(tmp_path: Path, people: str, reason: str) -> None:
    found = mistakes(tmp_path / "private", people=people)
    assert found and "canaria" not in " ".join(found).casefold(), (reason, found)


def test_words_that_other_yaml_readers_take_for_booleans_stay_words(tmp_path: Path) -> None:
    folder = tmp_path / "private"
    text = 'decisions:\n  - {token: yes, lang: no, means: off, scope: on, by: "1", on: 2026-11-02, say: "2026-01-01"}\n'
    assert mistakes(folder, decisions=text) == []
    decision = read_vault(folder).decisions[0]
    assert (decision.token, decision.lang, decision.means, decision.scope, decision.say) == (
        "yes", "no", "off", "on", "2026-01-01",
    )  # fmt: skip
    assert decision.on == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("poeple.yaml", "is not a file of the vault: did you mean 'people.yaml'?"),
        ("people.yml", "is not a file of the vault: did you mean 'people.yaml'?"),
        ("people.yaml~", "is not a file of the vault: it is left from"),
        (".people.yaml.swp", "is not a file of the vault: it is left from"),
        (".consent.yaml.new", "is not a file of the vault: it is left from"),
        ("old/people.yaml", "is not a file of the vault: move it out of the subfolder"),
        ("people.yaml.age", "is not an age file"),
        ("contacts.csv", "is not a file of the vault: use one of people.yaml"),
    ],
)
def test_what_the_vault_does_not_know_is_refused(tmp_path: Path, name: str, said: str) -> None:
    folder = tmp_path / "private"
    (folder / "old").mkdir(parents=True)
    (folder / name).write_text("x\n", encoding="utf-8")
    found = mistakes(folder)
    assert any(line.startswith(f"private/{name}: {said}") for line in found), found


@pytest.mark.parametrize("name", ["recipients.txt", "published.json", ".gitignore", "README.md"])
def test_what_may_lie_beside_the_vault(tmp_path: Path, name: str) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / name).write_text("# nothing\n", encoding="utf-8")
    assert mistakes(tmp_path / "private") == []


def test_caseload_counts_equal_rows_and_tells_wrong_ones(tmp_path: Path) -> None:
    folder = tmp_path / "private"
    header = "sex,age_band,origin,destination,year,exploitation\n"
    mistakes(folder)
    (folder / "caseload.csv").write_text(f"# sample\n{header}f,18-24,A,B,2007,x\n\nf,18-24,A,B,2007,x\n")
    rows = read_vault(folder).caseload
    assert len(rows) == 2 and rows[0] == rows[1] and rows[0].age_band == "18-24"
    (folder / "caseload.csv").write_text(f"{header}f,18-24,A,B,2007,x\nf,18-24\n")
    assert any("caseload.csv:3: has 2 values: write 6" in line for line in mistakes(folder))
    (folder / "caseload.csv").write_text("sex\nf\n")
    assert any("caseload.csv:1: has other columns" in line for line in mistakes(folder))
    (folder / "caseload.csv").write_bytes(header.encode() + b"\xff\n")
    assert any("caseload.csv:2: is not UTF-8" in line for line in mistakes(folder))


def test_every_file_of_the_sample_says_that_it_describes_nobody(repository: Path) -> None:
    files = [path for path in (repository / "private").iterdir() if path.suffix in (".yaml", ".csv")]
    assert len(files) >= 6
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# Sample vault: nobody in this file exists"), path.name


NONSENSE = """# Sample vault: nobody in it exists.
consent:
  - id: c-0417
    person: p-9999
    story: a-window
    status: yes please
    form: email
    channels: [web, telly]
    languages: english
    granted_on: 2026-02-31
    expires_on: soon
    wihtdraw_route: any
    risk: {level: lowish, by: mk, on: 2026-09-01}
    minor: maybe
    max_uses: many
    approved_sha256: {en: abc}
  - id: c-0417
    person: p-1
    story: s
    status: granted
    granted_on: 2028-02-01
    expires_on: 2026-02-01
"""


def test_a_ledger_edited_into_nonsense_tells_every_mistake_at_its_line(tmp_path: Path) -> None:
    """What the entry's form gets wrong hides neither its references nor what it is beside others."""
    (tmp_path / "people.yaml").write_text("people:\n  - {id: p-1, names: [{lang: en, given: Zalina}]}\n")
    (tmp_path / "consent.yaml").write_text(NONSENSE)
    with pytest.raises(VaultFindings) as stopped:
        read_vault(tmp_path)
    told = {(finding.line, finding.field, finding.problem.partition(" (")[0]) for finding in stopped.value.findings}
    assert stopped.value.exit_status == 2
    wrong_value, no_day = "is not one of the allowed values", "is not a day that exists"
    assert told == {
        (3, "c-0417", "names a person who is not registered"),
        (3, "c-0417", "has an approved_sha256 that is no SHA-256"),
        (6, "status", wrong_value), (7, "form", wrong_value), (8, "channels", wrong_value),
        (9, "languages", "is not of the right form"), (10, "granted_on", no_day), (11, "expires_on", no_day),
        (12, "wihtdraw_route", "is not a key here"), (13, "risk.level", wrong_value), (14, "minor", wrong_value),
        (15, "max_uses", "is not of the right form"),
        (17, "c-0417", "stands on line 3 already"), (17, "c-0417", "ends before it begins"),
    }  # fmt: skip
    assert all(finding.way_out for finding in stopped.value.findings)
    assert "Zalina" not in str(stopped.value)
