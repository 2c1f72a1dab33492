"""How often the gate raises an alarm in ordinary text, with 5,000 people registered: alarms per 1,000 words.

    .venv/bin/python bench/gate_false_alarms.py [--people 5000] [--names invented|common] [FILE ...]

Without files it reads this repository's content, per language. A JSON file is a corpus of {"text", "spans"} in which
annotators marked the persons; they are taken out first. `invented` people have names of syllables, and some bear the
names that ordinary words are taken for (Вера, Hope, Саид …); `common` people have the names that are most usual in each
language, from the project's own lists and from FILES of names (--more FILE.json, {language: [given, family]}). An alarm
is a form of one needle in one document; it is false unless the text has such a person: what the sample vault registers,
and the pseudonyms that it gives, are not counted.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
import random
import re
from pathlib import Path

from gate_people import people
from safelight.leakgate.needles import needles
from safelight.leakgate.search import Searcher
from safelight.model.vault import Person, PersonName, Vault
from safelight.source.vault import read_vault

ROOT = Path(__file__).parent.parent
WORDS = {
    "ru": "Вера Надежда Любовь Роман Саид Анна Анара Света Роза Мира Ася Лев Валид Герман Рустам Лола Нур Алия",
    "en": "Hope May Grace Rose Mark Will Victor Daisy Amber",
    "ar": "أمل نور سلام علي حياة كريم سعيد جميلة",
}
LANGUAGES = ("en", "ru", "uk", "ro", "uz", "tg", "ky", "ar")
"""The columns of `text/data/pseudonyms.txt`."""


def invented(count: int) -> Vault:
    """People with names of syllables, and some whose names are words."""
    named = tuple(
        Person(f"w-{lang}-{number}", (PersonName(lang, name),))
        for lang, names in WORDS.items()
        for number, name in enumerate(names.split())
    )
    made = people(count)
    return Vault((*made.people, *named), made.places)


def common(count: int, more: Path | None) -> Vault:
    """People with the given names that are most usual, and with family names where a list has them."""
    given: dict[str, list[str]] = collections.defaultdict(list)
    family: dict[str, list[str]] = collections.defaultdict(lambda: [""])
    lines = (ROOT / "plugins/safelight/text/data/pseudonyms.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#") and line.strip():
            for lang, name in zip(LANGUAGES, line.split()[1:], strict=True):
                given[lang].append(name)
    for file in sorted((ROOT / "scripts/lexicons").glob("*-names.txt")):
        text = "\n".join(x for x in file.read_text(encoding="utf-8").splitlines() if not x.startswith("#"))
        given[file.stem[:2]] += text.split()
    for lang, (first, last) in (json.loads(more.read_text(encoding="utf-8")) if more else {}).items():
        given[lang] += first
        family[lang] = last
    dice = random.Random(3)
    return Vault(
        tuple(
            Person(f"p-{number}", (PersonName(lang, dice.choice(given[lang]).title(), "", dice.choice(family[lang])),))
            for number, lang in zip(range(count), itertools.cycle(LANGUAGES))
        )
    )


def _with_pseudonyms(vault: Vault) -> Vault:
    """A vault that registers, besides people's names, what the texts call them instead."""
    pseudonyms = {
        (lang, name) for person in vault.people for lang, name in (person.pseudonym or {}).items() if name.strip()
    }
    told = tuple(
        Person(f"told-{number}", (PersonName(lang, name),)) for number, (lang, name) in enumerate(sorted(pseudonyms))
    )
    return Vault((*vault.people, *told), vault.places)


def documents(file: Path) -> list[str]:
    """The texts of a file, without what annotators marked as persons."""
    text = file.read_text(encoding="utf-8", errors="replace")
    if file.suffix != ".json":
        return [text]
    found = []
    for document in json.loads(text).values():
        said = document["text"]
        for start, end, kind in sorted(document["spans"], reverse=True):
            if kind in ("PER", "PERSON"):
                said = f"{said[:start]}…{said[end:]}"
        found.append(said)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--names", choices=("invented", "common"), default="invented")
    parser.add_argument("--more", type=Path, help="more common names, as JSON")
    parser.add_argument("--show", action="store_true", help="print the words, too")
    parser.add_argument("files", type=Path, nargs="*")
    args = parser.parse_args()
    vault = invented(args.people) if args.names == "invented" else common(args.people, args.more)
    searcher = Searcher(needles(vault))
    sample = Searcher(needles(_with_pseudonyms(read_vault(ROOT / "private"))))
    texts: dict[str, list[str]] = collections.defaultdict(list)
    for file in args.files or sorted((ROOT / "content").rglob("*.md")):
        texts[file.name if args.files else file.stem] += documents(file)
    for name, read in sorted(texts.items()):
        words = sum(len(re.findall(r"[^\W\d_]+", text)) for text in read)
        hits = []
        for text in read:
            data = text.encode()
            ours = {hit.secret for hit in sample.search(data)}
            told = {(id(hit.word), hit.secret): hit for hit in searcher.search(data) if hit.secret not in ours}
            hits += told.values()
        shown = " " + " ".join(f"{hit.form}:{hit.secret}" for hit in hits) if args.show else ""
        print(f"{name}: {len(hits)} alarms in {words:,} words: {1000 * len(hits) / max(1, words):.3f} per 1,000{shown}")


if __name__ == "__main__":
    main()
