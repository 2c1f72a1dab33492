"""Builds `plugins/safelight/leakgate/data/usual.txt.z`; run by a developer, never by a build.

    pip download --no-deps wordfreq==3.1.1 && unzip wordfreq-3.1.1-*.whl && pip install msgpack
    .venv/bin/python scripts/build_ordinary.py --frequencies wordfreq/data

Two sources have to agree before the gate calls a word ordinary: texts use it (wordfreq 3.1.1, data CC BY-SA 4.0), and a
dictionary has it as a word and as nobody's name (the lexicons of docs/adr/0018). Uzbek, Tajik and Kyrgyz have no
frequencies: there it is the dictionary alone, without what it calls a name. docs/adr/0046 says why and what for.
"""

from __future__ import annotations

import argparse
import gzip
import zlib
from pathlib import Path

import msgpack
from safelight.leakgate.fold import fold
from safelight.leakgate.inflect import forms
from safelight.text.fold import key_of
from safelight.text.lexicon import NAME, WORD, Lexicon, lexicon

DATA = Path(__file__).parents[1] / "plugins" / "safelight" / "leakgate" / "data" / "usual.txt.z"
OWN = Path(__file__).parent / "lexicons"
CENTIBELS = 630
"""A word is usual when texts use it at least once in two million words."""
SHORTEST = 3


def _lexicon(lang: str) -> Lexicon:
    found = lexicon(lang)
    if found is None:
        raise SystemExit(f"there is no lexicon of {lang}: run scripts/build_lexicons.py first")
    return found


def usual(lang: str, frequencies: Path) -> set[str]:
    """The usual words of a language, folded as the gate folds them."""
    known = _lexicon(lang)
    file = frequencies / f"large_{lang}.msgpack.gz"
    file = file if file.exists() else frequencies / f"small_{lang}.msgpack.gz"
    _, *buckets = msgpack.unpackb(gzip.decompress(file.read_bytes()), raw=False)
    found = set()
    for word in {word for bucket in buckets[:CENTIBELS] for word in bucket}:
        readings = known.readings(key_of(word))
        if readings & WORD and not readings & NAME:
            found.add(word)
    return set(fold("\n".join(sorted(found))).split())


def listed(lang: str) -> set[str]:
    """The words of our own list of a language, folded; those that its dictionary calls names are left out."""
    known = _lexicon(lang)
    lines = (OWN / f"{lang}-words.txt").read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in line.split()}
    folded = {fold(word) for word in words if not known.readings(key_of(word)) & NAME}
    return {form for word in folded for form in forms(word, "ordinary", frozenset({lang}))}


def main() -> None:
    """Write the file anew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frequencies", type=Path, required=True)
    options = parser.parse_args()
    words: set[str] = set()
    for lang in ("ar", "en", "ro", "ru", "uk"):
        words |= usual(lang, options.frequencies)
    for lang in ("ky", "tg", "uz"):
        words |= listed(lang)
    lines = "\n".join(sorted(word for word in words if word.isalpha() and len(word) >= SHORTEST)).encode()
    DATA.write_bytes(zlib.compress(lines, 9))


if __name__ == "__main__":
    main()
