"""How often the gate raises an alarm in ordinary text, with 5,000 people registered: alarms per 1,000 words.

    .venv/bin/python bench/gate_false_alarms.py [--people 5000] [FILE ...]

Without files it reads this repository's content, per language. The registered people are invented, and some bear the
names that ordinary words are taken for (Вера, Hope, Саид …): an alarm is false unless the text has such a person.
"""

from __future__ import annotations

import argparse
import collections
import re
from pathlib import Path

from gate_people import people
from safelight.leakgate.needles import needles
from safelight.leakgate.search import Searcher
from safelight.model.vault import Person, PersonName, Vault

WORDS = {
    "ru": "Вера Надежда Любовь Роман Саид Анна Анара Света Роза Мира Ася Лев Валид Герман Рустам Лола Нур Алия",
    "en": "Hope May Grace Rose Mark Will Victor Daisy Amber",
    "ar": "أمل نور سلام علي حياة كريم سعيد جميلة",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--show", action="store_true", help="print the words, too (invented people only)")
    parser.add_argument("files", type=Path, nargs="*")
    args = parser.parse_args()
    named = tuple(
        Person(f"w-{lang}-{number}", (PersonName(lang, name),))
        for lang, names in WORDS.items()
        for number, name in enumerate(names.split())
    )
    made = people(args.people)
    searcher = Searcher(needles(Vault((*made.people, *named), made.places)))
    texts: dict[str, list[bytes]] = collections.defaultdict(list)
    for file in args.files or sorted((Path(__file__).parent.parent / "content").rglob("*.md")):
        texts[str(file) if args.files else file.stem].append(file.read_bytes())
    for name, read in sorted(texts.items()):
        words = sum(len(re.findall(r"[^\W\d_]+", text.decode("utf-8", "replace"))) for text in read)
        hits = [hit for text in read for hit in searcher.search(text)]
        shown = " " + " ".join(f"{hit.form}:{hit.secret}" for hit in hits) if args.show else ""
        print(f"{name}: {len(hits)} alarms in {words:,} words: {1000 * len(hits) / max(1, words):.3f} per 1,000{shown}")


if __name__ == "__main__":
    main()
