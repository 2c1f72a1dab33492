"""Which mentions of people an unregistered text would let through: none should be.

    .venv/bin/python bench/names.py CORPORA [--misses]

CORPORA is a folder with tab-sample.json and factrueval-dev.json ({document: {"text", "spans": [[start, end, type]]}}).
A mention is touched when a part of it is replaced or unresolved. No registry, no decisions, no neural model.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from safelight.model.vault import Vault
from safelight.text import compile_registry, redact

RUNS = (
    ("English judgments, PERSON + CODE", "tab-sample.json", "en", {"PERSON", "CODE"}, False),
    ("Russian news, persons", "factrueval-dev.json", "ru", {"PER"}, False),
    ("Russian news in lower case, persons", "factrueval-dev.json", "ru", {"PER"}, True),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every mention that was let through")
    options = parser.parse_args()
    for title, file, lang, types, lower in RUNS:
        registry = compile_registry(Vault(people=()), (lang,))
        documents = json.loads((options.corpora / file).read_text(encoding="utf-8"))
        mentions = untouched = 0
        misses: list[str] = []
        for document in documents.values():
            text = document["text"].lower() if lower else document["text"]
            result = redact(text, lang, registry)
            touched = [(one.start, one.end) for one in (*result.unresolved, *result.replacements)]
            for start, end, kind in document["spans"]:
                if kind in types:
                    mentions += 1
                    if not any(begin < end and start < finish for begin, finish in touched):
                        untouched += 1
                        misses.append(
                            f"    {text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 20]}"
                        )
        print(f"{title}: {untouched} of {mentions} untouched, {1 - untouched / mentions:.4f} touched")
        if options.misses:
            print("\n".join(repr(miss) for miss in misses))


if __name__ == "__main__":
    main()
