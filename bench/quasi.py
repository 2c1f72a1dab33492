"""How many quasi-identifiers of a corpus are touched: replaced, or asked about, in at least one of their words.

`.venv/bin/python bench/quasi.py CORPUS.json [--misses]`: the corpus is {document: {"text", "spans": [[start, end,
type], …]}} with offsets in code points. PERSON and CODE are measured by `bench/names.py`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from safelight.model.vault import Person, PersonName, Vault
from safelight.text import compile_registry, redact

NOBODY = compile_registry(Vault((Person("p-1", (PersonName("en", "Zzyzx"),)),)), ("en",))


def main(path: Path, *, misses: bool) -> None:
    total: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for document in json.loads(path.read_text(encoding="utf-8")).values():
        result = redact(document["text"], "en", NOBODY)
        touched = [(r.start, r.end) for r in result.replacements] + [(q.start, q.end) for q in result.unresolved]
        for start, end, kind in document["spans"]:
            if kind in ("PERSON", "CODE"):
                continue
            total[kind] += 1
            if not any(begin < end and start < finish for begin, finish in touched):
                missed[kind] += 1
                if misses:
                    print(f"{kind}: {document['text'][start:end]!r}")
    for kind in sorted(total):
        print(f"{kind}: {total[kind] - missed[kind]} of {total[kind]} touched")
    all_of, lost = sum(total.values()), sum(missed.values())
    print(f"touched: {(all_of - lost) / all_of:.4f} ({lost} of {all_of} untouched)")


if __name__ == "__main__":
    main(Path(sys.argv[1]), misses="--misses" in sys.argv)
