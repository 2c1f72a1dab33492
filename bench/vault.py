"""Reads a vault of the sizes that it must carry; prints CPU seconds, and ratios against other ways to read it.

    .venv/bin/python bench/vault.py

5,000 people, 2,000 places, 50,000 decisions, 10,000 consents, 100,000 rows of caseload, all invented. `safe_load` is
PyYAML's own C loader on the same files: it knows no lines, checks nothing, and makes dictionaries.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from safelight.sealing import Keyring, seal_vault
from safelight.sealing.keys import new_identity, read_identities
from safelight.source.vault import read_vault

PERSON = """\
  - id: p-{i:05}
    role: survivor
    sex: female
    names:
      - {{lang: ru, given: Имя{i}, patronymic: Отчество, family: Фамилия{i}}}
      - {{lang: en, given: Given{i}, family: Family{i}}}
    also: [Прозвище{i}, Nick{i}]
    declines: {{given: auto, family: auto}}
    identifiers: ["+7 928 555 {i:05}", "@handle_{i}"]
    pseudonym: {{en: Anna, ru: Анна, uz: Anna, tg: Анна}}
"""
PLACE = """\
  - id: pl-{i}
    level: city
    names: [Город{i}, Town{i}]
    say: {{en: a town in the south of the country, ru: город на юге страны}}
"""
DECISION = "  - {{token: Слово{i}, lang: ru, means: public-word, scope: site, by: mk, on: 2026-11-02}}\n"
CONSENT = """\
  - id: c-{i}
    person: p-{person:05}
    story: story-{i}
    status: granted
    form: written
    channels: [web, feed, media-kit]
    languages: [en, ru, ar]
    granted_on: 2026-02-01
    expires_on: 2028-02-01
    withdraw_route: any caseworker
    risk: {{level: low, by: mk, on: 2026-09-01}}
    left_programme_on: 2023-05-01
    minor: never
    proceedings: closed
    paid: "yes"
"""
CASELOAD = "female,18-24,Country{o},Country{d},{year},labour\n"


def make(folder: Path) -> int:
    """Write the vault; returns its size in bytes."""
    lists = {
        "people": [PERSON.format(i=i) for i in range(5_000)],
        "places": [PLACE.format(i=i) for i in range(2_000)],
        "decisions": [DECISION.format(i=i) for i in range(50_000)],
        "consent": [CONSENT.format(i=i, person=i % 5_000) for i in range(10_000)],
    }
    for name, entries in lists.items():
        (folder / f"{name}.yaml").write_text(f"{name}:\n{''.join(entries)}", encoding="utf-8")
    rows = [CASELOAD.format(o=i % 7, d=i % 11, year=2000 + i % 25) for i in range(100_000)]
    header = "sex,age_band,origin,destination,year,exploitation\n"
    (folder / "caseload.csv").write_text(header + "".join(rows), encoding="utf-8")
    return sum(path.stat().st_size for path in folder.iterdir())


def cpu(task: Callable[[], object], times: int = 3) -> float:
    """Least CPU seconds of several runs."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        task()
        spent.append(time.process_time() - start)
    return min(spent)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "private"
        folder.mkdir()
        size = make(folder)
        plain = cpu(lambda: read_vault(folder))
        yamls = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))]
        loaded = cpu(lambda: [yaml.load(text, yaml.CSafeLoader) for text in yamls], times=1)
        public = new_identity(Path(name) / "identity.txt")
        (folder / "recipients.txt").write_text(public + "\n")
        keyring = Keyring(read_identities(Path(name) / "identity.txt"))
        seal_vault(folder, keyring)
        sealed = cpu(lambda: read_vault(folder, keyring))
    print(f"vault of {size / 1e6:.1f} MB: read and checked in {plain:.2f} s of CPU, {size / 1e6 / plain:.1f} MB/s")
    print(f"  against PyYAML's safe_load, which checks nothing: {plain / loaded:.2f} ({loaded:.2f} s)")
    print(f"  sealed against plain: {sealed / plain:.2f}")


if __name__ == "__main__":
    main()
