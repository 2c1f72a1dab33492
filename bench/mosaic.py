"""The mosaic at its largest: 100,000 people of a caseload, 5,000 stories in four languages.

    nice python bench/mosaic.py [--people N] [--stories N]

Prints CPU seconds (`time.process_time`) of indexing the caseload, of judging every story with its ways to say less, and
of the same by looking at every person for every story (on a sample of them, scaled up), and the memory of the index.
"""

from __future__ import annotations

import argparse
import random
import time
import tracemalloc
from collections.abc import Mapping, Sequence

from safelight.checks import assess
from safelight.model.caseload import Caseload
from safelight.model.profile import StoryProfile, Told, normal
from safelight.model.vault import CaseloadRow

SEXES, BANDS = ("female", "male"), ("0-12", "13-17", "18-24", "25-34", "35-49", "50+")
COUNTRIES = tuple(f"Country {n}" for n in range(20))
YEARS = tuple(str(year) for year in range(2000, 2026))
KINDS = ("sexual", "labour", "servitude", "begging", "criminality")
TRADES = tuple(f"trade {n}" for n in range(150))
LANGUAGES = ("en", "ru", "uz", "ar")


def person(rng: random.Random) -> CaseloadRow:
    return CaseloadRow(
        rng.choice(SEXES), rng.choice(BANDS), rng.choice(COUNTRIES), rng.choice(COUNTRIES), rng.choice(YEARS),
        rng.choice(KINDS), (("occupation", rng.choice(TRADES)),),
    )  # fmt: skip


def story(number: int, row: CaseloadRow, rng: random.Random) -> StoryProfile:
    """A story of somebody in the caseload: their values in every language, two occupations among them."""
    told = [
        Told(attribute, value, f"content/stories/s{number}/{lang}.md", 8, "Profile", "lexicon")
        for lang in LANGUAGES
        for attribute, value in row.columns().items()
    ]
    told.append(Told("occupation", rng.choice(TRADES), f"content/stories/s{number}/en.md", 20, "body", "lexicon"))
    return StoryProfile(f"s{number}", f"content/stories/s{number}/en.md", 8, tuple(told))


def one_by_one(rows: Sequence[CaseloadRow], values: Mapping[str, frozenset[str]]) -> int:
    return sum(all(normal(row.columns()[a]) in those for a, those in values.items()) for row in rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--stories", type=int, default=5_000)
    wanted = parser.parse_args()
    rng = random.Random(7)
    known: dict[CaseloadRow, CaseloadRow] = {}
    rows = tuple(known.setdefault(row, row) for row in (person(rng) for _ in range(wanted.people)))
    stories = [story(n, rng.choice(rows), rng) for n in range(wanted.stories)]
    began = time.process_time()
    caseload = Caseload(rows)
    indexed = time.process_time() - began
    began = time.process_time()
    judged = [assess(one, caseload, ()) for one in stories]
    took = time.process_time() - began
    tracemalloc.start()
    measured = Caseload(rows)
    for one in stories:
        assess(one, measured, ())
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    began = time.process_time()
    few = stories[:5]
    for one in few:
        one_by_one(rows, one.values)
    scanned = (time.process_time() - began) / len(few)
    print(f"people {len(rows):,}, different rows {len(known):,}, stories {len(stories):,}")
    print(f"index: {indexed:.2f} s CPU; {held / 1e6:.0f} MB after all stories, {most / 1e6:.0f} MB at most")
    print(
        f"judging all stories, ways to say less included: {took:.2f} s CPU, {took / len(stories) * 1e3:.2f} ms a story"
    )
    print(
        f"one count by looking at everybody: {scanned * 1e3:.0f} ms, {scanned / (took / len(stories)):.0f} times a judged story"
    )
    print(f"of {len(judged):,} stories {sum((one.k or 0) < 20 for one in judged):,} have k below 20")


if __name__ == "__main__":
    main()
