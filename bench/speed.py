"""Words a second of CPU time, one core; the start; many stories through the executor; a story made safe before.

    .venv/bin/python bench/speed.py [CORPORA]

The texts are the sample site's stories (texts like a campaign's: few questions), one by one as they are: about 470 words
in English, 360 in Russian. With them a campaign of 500 stories in five languages is made, about 1 million words; they
are the same seven stories again and again, so that all their words are known after the first of each. What unknown words
cost is told by `first`. CORPORA adds tab-sample.json and factrueval-dev.json (judgments and news: a name every few words).
`start` is a process of its own, from nothing to its first safe story: imports, the vault, the lexicon. On a machine that
does other work the figures of CPU time hold, and that of the two workers does not: a fifth of the stories is timed
without workers too.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
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
REPEATED = 60
FIFTH = 5
LANGUAGES = ("en", "ru", "ar", "uk", "ro")


def words_a_second(title: str, texts: list[str], again: list[str], lang: str, registry: Registry) -> None:
    """Each text for the first time, in a process that has loaded the lexicon; then texts of the same words."""
    redact("a", lang, registry)
    for run, these in (("first", texts), ("again", again)):
        words = sum(len(text.split()) for text in these)
        begin = time.process_time()
        for text in these:
            redact(text, lang, registry)
        spent = time.process_time() - begin
        print(f"{title}, {run}: {len(these)} texts, {words} words, {words / spent / 1000:.0f}k words/s of CPU time")


def bodies(lang: str) -> list[str]:
    """The bodies of the sample's stories in a language."""
    paths = sorted((ROOT / "content/stories").glob(f"*/{lang}.md"))
    return [path.read_text(encoding="utf-8").partition("\n\n")[2] for path in paths]


def start() -> None:
    """The CPU time of a process that makes one story safe, over that of one that only starts Python."""
    spent = []
    for code in ("pass", FIRST_STORY.format(root=str(ROOT))):
        begin = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        end = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(end.ru_utime + end.ru_stime - begin.ru_utime - begin.ru_stime)
    print(f"start to the first safe story: {spent[1] - spent[0]:.2f} s of CPU time over Python's own {spent[0]:.2f} s")


FIRST_STORY = """
from pathlib import Path
from safelight.source.vault import read_vault
from safelight.text import compile_registry, redact
root = Path({root!r})
story = sorted((root / "content/stories").glob("*/en.md"))[0].read_text(encoding="utf-8").partition("\\n\\n")[2]
redact(story, "en", compile_registry(read_vault(root / "private"), ("en",)))
"""


def many_stories() -> None:
    vault = read_vault(ROOT / "private")
    documents = []
    for lang in LANGUAGES:
        stories = bodies(lang)
        for number in range(STORIES):
            path = PurePosixPath(f"content/stories/s{number}/{lang}.md")
            text = stories[number % len(stories)]
            text = re.sub(r"\b2006\b", str(1990 + number % 30), text) + f"\n\n{number}"
            documents.append(Document(DocumentType.STORY, f"s{number}", lang, path, {}, text))
    words = sum(len(document.body.split()) for document in documents)
    part = [document for document in documents if int(document.id[1:]) % FIFTH == 0]
    begin = time.process_time()
    Anonymiser().redact(part, vault, LANGUAGES)
    spent = time.process_time() - begin
    print(f"{STORIES // FIFTH} stories x {len(LANGUAGES)} languages, no workers: {spent:.1f} s of CPU time")
    anonymiser = Anonymiser()
    clock = time.perf_counter()
    with open_executor(workers=2) as executor:
        anonymiser.redact(documents, vault, LANGUAGES, executor)
    spent = time.perf_counter() - clock
    print(f"{STORIES} stories x {len(LANGUAGES)} languages ({words} words), two workers: {spent:.1f} s by the clock")
    begin = time.process_time()
    anonymiser.redact(documents, replace(vault), LANGUAGES)
    spent = time.process_time() - begin
    print(f"all of them again, remembered: {spent / len(documents) * 1000:.3f} ms of CPU time each")


def main() -> None:
    start()
    registry = compile_registry(read_vault(ROOT / "private"), LANGUAGES)
    for lang in ("en", "ru"):
        stories = bodies(lang)
        again = [f"{story}\n\n{number}" for number in range(REPEATED) for story in stories]
        words_a_second(f"stories {lang}", stories, again, lang, registry)
    if len(sys.argv) > 1:
        for file, lang in (("tab-sample.json", "en"), ("factrueval-dev.json", "ru")):
            found = json.loads((Path(sys.argv[1]) / file).read_text(encoding="utf-8"))
            texts = [document["text"] for document in found.values()]
            words_a_second(file, texts, texts, lang, registry)
    many_stories()


if __name__ == "__main__":
    main()
