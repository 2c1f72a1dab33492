"""Writes the sample vault's caseload: invented people, by a fixed seed, drawn from nobody's figures.

    python scripts/sample_caseload.py > private/caseload.csv

A programme of some years and countries, in which the stories of the sample have company enough to be told.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

FIRST_LINE = (
    "# Sample vault: nobody in this file exists; every name is invented and every number is reserved for fiction."
)
HEAD = ("sex", "age_band", "origin", "destination", "year", "exploitation", "origin_region")
REGION = {
    "Russia": "Eastern Europe", "Ukraine": "Eastern Europe", "Moldova": "Eastern Europe",
    "Uzbekistan": "Central Asia", "Kyrgyzstan": "Central Asia", "Tajikistan": "Central Asia",
}  # fmt: skip
GROUPS = (
    ("female", "18-24", "Russia", "Turkey", "2006", "sexual", 34),
    ("male", "25-34", "Kyrgyzstan", "Russia", "2007", "labour", 31),
    ("male", "35-49", "Ukraine", "Russia", "2008", "labour", 36),
    ("female", "50+", "Moldova", "Poland", "2009", "labour", 28),
    ("female", "35-49", "Uzbekistan", "Turkey", "2009", "servitude", 33),
    ("male", "18-24", "Tajikistan", "Kazakhstan", "2009", "labour", 38),
)
"""People who have much in common, and how many of them."""
OTHERS = 700
DESTINATIONS = {
    "Russia": ("Turkey", "Germany", "Poland"), "Ukraine": ("Russia", "Poland", "Turkey"),
    "Moldova": ("Turkey", "Russia", "Poland"), "Uzbekistan": ("Kazakhstan", "Russia", "Turkey"),
    "Kyrgyzstan": ("Russia", "Kazakhstan"), "Tajikistan": ("Russia", "Kazakhstan"),
}  # fmt: skip


def people(rng: random.Random) -> Iterator[tuple[str, ...]]:
    """Every row, in no order."""
    for *values, count in GROUPS:
        yield from [tuple(map(str, values))] * count
    for _ in range(OTHERS):
        origin = rng.choice(list(DESTINATIONS))
        sex = rng.choice(("female", "female", "male"))
        kinds = ("sexual", "labour", "servitude") if sex == "female" else ("labour", "labour", "begging")
        yield (
            sex, rng.choice(("13-17", "18-24", "18-24", "25-34", "25-34", "35-49", "50+")), origin,
            rng.choice(DESTINATIONS[origin]), str(rng.randrange(2006, 2010)), rng.choice(kinds),
        )  # fmt: skip


def main() -> None:
    """Print the file."""
    rng = random.Random(20061124)  # noqa: S311 (invented people, not a secret)
    rows = list(people(rng))
    rng.shuffle(rows)
    lines = [FIRST_LINE, ",".join(HEAD), *(",".join((*row, REGION[row[2]])) for row in rows)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
