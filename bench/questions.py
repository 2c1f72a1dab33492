"""How often a reviewer is asked: unique undecided strings in 1,000 words, cold and after the first texts are decided.

    .venv/bin/python bench/questions.py LANG FOLDER|CORPUS.json [--decided 20]

FOLDER holds stories (*.md, front matter is left out); CORPUS is {document: {"text": …}}. Texts are taken by name. The
first `--decided` of them are reviewed: every string in them becomes a public word. The others are then measured, each
string once.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

from safelight.model.profile import CASELOAD_ATTRIBUTES
from safelight.model.vault import Decision, Vault
from safelight.text import Counted, compile_registry, redact_file

COUNTED = Counted(frozenset(CASELOAD_ATTRIBUTES))
"""The columns that every caseload has: what else a story tells of its person is asked about as well."""


def texts(path: Path) -> list[str]:
    if path.is_dir():
        found = [file.read_text(encoding="utf-8") for file in sorted(path.rglob("*.md"))]
        return [text.partition("\n\n")[2] if text.startswith("Title:") else text for text in found]
    documents = json.loads(path.read_text(encoding="utf-8"))
    return [documents[name]["text"] for name in sorted(documents)]


def asked(stories: list[str], lang: str, decisions: tuple[Decision, ...]) -> tuple[int, int, set[str]]:
    registry = compile_registry(Vault(people=(), decisions=decisions), (lang,))
    strings: set[str] = set()
    for story in stories:
        strings |= {question.text for question in redact_file(story, lang, registry, counted=COUNTED).unresolved}
    return sum(len(story.split()) for story in stories), len(strings), strings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lang")
    parser.add_argument("path", type=Path)
    parser.add_argument("--decided", type=int, default=20)
    options = parser.parse_args()
    stories = texts(options.path)
    first, rest = stories[: options.decided], stories[options.decided :]
    words, count, strings = asked(first, options.lang, ())
    print(f"cold, {len(first)} texts, {words} words: {count / max(words, 1) * 1000:.1f} unique strings in 1,000 words")
    if not rest:
        print("no texts are left to measure after those that were decided")
        return
    decisions = tuple(
        Decision(string, options.lang, "public-word", "site", "bench", date(2026, 11, 2)) for string in sorted(strings)
    )
    words, count, _ = asked(rest, options.lang, decisions)
    print(f"after {len(first)}: {len(rest)} texts, {words} words: {count / max(words, 1) * 1000:.1f}")


if __name__ == "__main__":
    main()
