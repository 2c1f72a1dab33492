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
from safelight.leakgate.needles import Needles, needles
from safelight.leakgate.search import Searcher


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--megabytes", type=int, default=20)
    parser.add_argument("--page", type=int, default=20_000, help="bytes of one page")
    parser.add_argument("files", type=Path, nargs="*")
    args = parser.parse_args()
    vault = people(args.people)
    started = time.process_time()
    made = needles(vault)
    print(f"needles: {len(made.forms) + len(made.latin):,} forms in {time.process_time() - started:.2f} s of CPU time")
    texts = [file.read_bytes() for file in args.files]
    if not texts:
        words = _words(made)
        texts = [_text(args.megabytes, markup, words) for markup in (False, True)]
    for text, name in zip(texts, [str(file) for file in args.files] or ["prose", "pages"], strict=True):
        searcher = Searcher(made)
        pages = [text[start : start + args.page] for start in range(0, len(text), args.page)]
        started = time.process_time()
        for start in range(0, len(pages), 100):
            searcher.suspects(pages[start : start + 100])
        spent = time.process_time() - started
        size = len(text)
        print(f"{name}: {size / 1e6:.1f} MB in {spent:.2f} s of CPU time: {size / 1e6 / spent:.1f} MB/s")


def _words(made: Needles) -> list[str]:
    """Words of this repository's documents that give nobody away: a site with a leak is not published."""
    root = Path(__file__).parent.parent
    documents = [file.read_text(encoding="utf-8") for file in sorted((root / "content").rglob("*.md"))]
    words = re.findall(r"[^\W\d_]+[.,]?", " ".join(documents))
    alike = sorted(set(words))
    guilty = Searcher(made).suspects([f"in {word} it".encode() for word in alike])
    named = {alike[number] for number in guilty}
    return [word for word in words if word not in named]


def _text(megabytes: int, markup: bool, words: list[str]) -> bytes:
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
