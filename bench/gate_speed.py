"""How fast the gate searches, with 5,000 people registered: MB per second of CPU time, on one core.

    .venv/bin/python bench/gate_speed.py [--people 5000] [FILE ...]

Without files, text is made from the words of this repository's own documents, which is harder than a site: no two pages
share a line. Prints the time to make the needles, the speed for new text, and for pages with tags.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from pathlib import Path

from gate_people import people
from safelight.leakgate.needles import needles
from safelight.leakgate.search import Searcher


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--megabytes", type=int, default=20)
    parser.add_argument("files", type=Path, nargs="*")
    args = parser.parse_args()
    vault = people(args.people)
    started = time.process_time()
    made = needles(vault)
    print(f"needles: {len(made.forms) + len(made.latin):,} forms in {time.process_time() - started:.2f} s of CPU time")
    texts = [file.read_bytes() for file in args.files] or [_text(args.megabytes, markup) for markup in (False, True)]
    for text, name in zip(texts, [str(file) for file in args.files] or ["prose", "pages"], strict=True):
        searcher = Searcher(made)
        size, spent = 0, 0.0
        for start in range(0, len(text), 100_000):
            page = text[start : start + 100_000]
            started = time.process_time()
            searcher.search(page)
            spent += time.process_time() - started
            size += len(page)
        print(f"{name}: {size / 1e6:.1f} MB in {spent:.2f} s of CPU time: {size / 1e6 / spent:.1f} MB/s")


def _text(megabytes: int, markup: bool) -> bytes:
    root = Path(__file__).parent.parent
    documents = [file.read_text(encoding="utf-8") for file in sorted((root / "content").rglob("*.md"))]
    words = re.findall(r"[^\W\d_]+[.,]?", " ".join(documents))
    dice = random.Random(0)
    pieces: list[str] = []
    size = 0
    while size < megabytes * 1_000_000:
        paragraph = " ".join(dice.choices(words, k=60))
        pieces.append(f'<p class="body"><a href="/en/page.html">{paragraph}</a></p>\n' if markup else paragraph + "\n")
        size += len(pieces[-1].encode())
    return "".join(pieces).encode()


if __name__ == "__main__":
    main()
