"""The log for code hosts, held to the schema of SARIF 2.1.0 as it was published."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from safelight.leakgate import Leak, scan
from safelight.leakgate.report import as_sarif
from safelight.model.vault import Person, PersonName, Vault

VAULT = Vault((Person("p-1", (PersonName("ru", "Залина", family="Магомедова"),), identifiers=("+7 928 555 01 17",)),))
JUDGE = Path(__file__).parent / "sarif" / "judge.js"


def judge(log: object) -> list[str]:
    node = shutil.which("node", path=str(Path(sys.executable).parent))
    assert node, "node: is missing: run `scripts/setup test`"
    done = subprocess.run([node, str(JUDGE)], input=json.dumps(log), capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.fixture
def leaks(tmp_path: Path) -> tuple[Leak, ...]:
    (tmp_path / "a ü.html").write_text("<p>\nЗалина, tel 8 928 555-01-17 <img alt='Магомедовой'></p>", encoding="utf-8")
    (tmp_path / "zalina.txt").write_text("x", encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"x")
    return scan(tmp_path, VAULT)


def test_the_schema_has_nothing_against_a_log(leaks: tuple[Leak, ...]) -> None:
    assert {leak.kind for leak in leaks} == {"person", "identifier", "unopenable"}
    assert judge(as_sarif(leaks)) == []


def test_nor_against_one_without_findings() -> None:
    assert judge(as_sarif(())) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), "2.0.0"),
        (("runs", 0, "tool", "driver"), {}),
        (("runs", 0, "results", 0, "level"), "fatal"),
        (("runs", 0, "results", 0, "message"), {}),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region"), {"startLine": 0}),
        (("runs", 0, "columnKind"), "bytes"),
    ],
    ids=str,
)
def test_the_judge_is_awake(leaks: tuple[Leak, ...], path: tuple[str | int, ...], value: object) -> None:
    log = json.loads(json.dumps(as_sarif(leaks)))
    inner = log
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert judge(log)


def test_what_the_schema_does_not_say(leaks: tuple[Leak, ...]) -> None:
    """Addresses are URI references (3.4.3), rules are told once (3.49.3) and by the results' own names (3.27.5)."""
    (run,) = json.loads(json.dumps(as_sarif(leaks)))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert sorted(set(rules)) == rules == sorted({result["ruleId"] for result in run["results"]})
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii() and " " not in uri
