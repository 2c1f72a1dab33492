"""Words a second of CPU time, one core; many stories through the executor; a story that has been made safe before.

    .venv/bin/python bench/speed.py [CORPORA]

The text is the sample site's stories (text like a campaign's: few questions), again and again, and with CORPORA also
tab-sample.json and factrueval-dev.json (judgments and news: a name every few words). `first` includes loading the
lexicon and looking each word up for the first time.
"""

from __future__ import annotations

import json
import re
import sys
import time
from dataclasses import replace
from pathlib import Path, PurePosixPath

from safelight.executor import open_executor
from safelight.model.content import Document, DocumentType
from safelight.source.vault import read_vault
from safelight.staging.anonymise import Anonymiser
from safelight.text import Registry, compile_registry, redact

ROOT = Path(__file__).parents[1]
STORIES = 500
LANGUAGES = ("en", "ru", "ar", "uk", "ro")


def words_a_second(title: str, texts: list[str], lang: str, registry: Registry) -> None:
    words = sum(len(text.split()) for text in texts)
    for run in ("first", "again"):
        begin = time.process_time()
        for text in texts:
            redact(text, lang, registry)
        spent = time.process_time() - begin
        print(f"{title}, {run}: {words} words, {words / spent / 1000:.0f}k words/s of CPU time")


def body(lang: str) -> str:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "content/stories").glob(f"*/{lang}.md"))]
    return "\n\n".join(text.partition("\n\n")[2] for text in texts)


def many_stories() -> None:
    vault = read_vault(ROOT / "private")
    bodies = {lang: body(lang) or body("ru" if lang == "uk" else "en") for lang in LANGUAGES}
    documents = []
    for number in range(STORIES):
        for lang in LANGUAGES:
            path = PurePosixPath(f"content/stories/s{number}/{lang}.md")
            text = re.sub(r"\b2006\b", str(1990 + number % 30), bodies[lang]) + f"\n\n{number}"
            documents.append(Document(DocumentType.STORY, f"s{number}", lang, path, {}, text))
    words = sum(len(document.body.split()) for document in documents)
    anonymiser = Anonymiser()
    begin = time.perf_counter()
    with open_executor(workers=2) as executor:
        anonymiser.redact(documents, vault, LANGUAGES, executor)
    spent = time.perf_counter() - begin
    print(f"{STORIES} stories x {len(LANGUAGES)} languages ({words} words), two workers: {spent:.1f} s by the clock")
    begin = time.process_time()
    anonymiser.redact(documents, replace(vault), LANGUAGES)
    spent = time.process_time() - begin
    print(f"all of them again, remembered: {spent / len(documents) * 1000:.3f} ms of CPU time each")


def main() -> None:
    registry = compile_registry(read_vault(ROOT / "private"), LANGUAGES)
    for lang in ("en", "ru"):
        words_a_second(f"stories {lang}", [f"{body(lang)}\n\n{n}" for n in range(100)], lang, registry)
    if len(sys.argv) > 1:
        for file, lang in (("tab-sample.json", "en"), ("factrueval-dev.json", "ru")):
            found = json.loads((Path(sys.argv[1]) / file).read_text(encoding="utf-8"))
            words_a_second(file, [document["text"] for document in found.values()], lang, registry)
    many_stories()


if __name__ == "__main__":
    main()
