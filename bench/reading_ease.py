"""How easy the sample's guides are: words in a sentence and share of long words, by language.

The guides say the same in every language, so the lines also show from how many letters on a word is as rare as an
English one of more than seven: that is where `languages.reading_ease.LONG` comes from.

Usage: python bench/reading_ease.py
"""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "plugins"))

from safelight.languages.blocks import blocks  # noqa: E402 (the line above puts it on the path)
from safelight.languages.reading_ease import ADDRESS, LONG, WORD, measure  # noqa: E402 (as above)
from safelight.source.frontmatter import parse  # noqa: E402 (as above)


def main() -> None:
    """Print one line for each language."""
    shares: dict[str, dict[int, float]] = {}
    for lang in LONG:
        files = sorted((ROOT / "content" / "guides").glob(f"*/{lang}.md"))
        bodies = [parse(f.read_text("utf-8"), PurePosixPath(f.name)).body for f in files]
        words = [w for body in bodies for b in blocks(body) for w in WORD.findall(ADDRESS.sub("", b.text))]
        shares[lang] = {n: sum(len(word) > n for word in words) / len(words) for n in range(4, 13)}
        eases = [measure(body, lang) for body in bodies]
        nearest = min(shares[lang], key=lambda n: abs(shares[lang][n] - shares["en"][7]))
        print(
            f"{lang}: {len(files)} guides, {sum(e.words for e in eases) / sum(e.sentences for e in eases):.1f} words in a "
            f"sentence (hardest {max(e.words_in_sentence for e in eases):.1f}), "
            f"{sum(e.long_words for e in eases) / sum(e.words for e in eases):.1%} long "
            f"(hardest {max(e.share_of_long for e in eases):.1%}); nearest to English from over {nearest} letters"
        )


if __name__ == "__main__":
    main()
