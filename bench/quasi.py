"""How many quasi-identifiers of a corpus are touched in at least one of their words, and how.

`.venv/bin/python bench/quasi.py CORPUS.json [--misses]`: the corpus is {document: {"text", "spans": [[start, end,
type], …]}} with offsets in code points. PERSON and CODE are measured by `bench/names.py`.

Three figures, each with what the one before has (docs/adr/0017-touched.md):
replaced or asked: something else stands there, or the build stops until somebody decides, as with a trait that no column
of the caseload counts;
counted: or the profile holds it as a trait, a country or a year, so that k falls with it;
listed: or the reviewer's report shows it as a duration or an amount.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from safelight.model.profile import CASELOAD_ATTRIBUTES
from safelight.model.vault import Person, PersonName, Vault
from safelight.text import Counted, compile_registry, redact_file
from safelight.text.disclosures import disclose
from safelight.text.reading import read

NOBODY = compile_registry(Vault((Person("p-1", (PersonName("en", "Zzyzx"),)),)), ("en",))
COUNTED = Counted(frozenset(CASELOAD_ATTRIBUTES))
"""The columns that every caseload has; a campaign that counts more is asked less."""
LISTED = ("duration", "amount")
WAYS = ("replaced or asked", "counted", "listed")


def main(path: Path, *, misses: bool) -> None:
    total: Counter[str] = Counter()
    touched: Counter[tuple[str, str]] = Counter()
    for document in json.loads(path.read_text(encoding="utf-8")).values():
        text = document["text"]
        result = redact_file(text, "en", NOBODY, counted=COUNTED)
        told = disclose(read(text), "en")
        ways = (
            [(r.start, r.end) for r in result.replacements] + [(q.start, q.end) for q in result.unresolved],
            [(d.start, d.end) for d in told if d.attribute not in LISTED],
            [(d.start, d.end) for d in told if d.attribute in LISTED],
        )
        for start, end, kind in document["spans"]:
            if kind in ("PERSON", "CODE"):
                continue
            total[kind] += 1
            way = next(
                (w for w, spans in zip(WAYS, ways, strict=True) if any(a < end and start < b for a, b in spans)), None
            )
            if way is not None:
                touched[kind, way] += 1
            elif misses:
                print(f"{kind}: {text[start:end]!r}")
    for kind in sorted(total):
        print(f"{kind}: " + ", ".join(f"{touched[kind, way]} {way}" for way in WAYS) + f", of {total[kind]}")
    so_far = 0
    for way in WAYS:
        so_far += sum(count for (_, how), count in touched.items() if how == way)
        print(
            f"touched ({way}): {so_far / sum(total.values()):.4f} ({sum(total.values()) - so_far} of {sum(total.values())} left)"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), misses="--misses" in sys.argv)
