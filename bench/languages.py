"""What eight languages cost: the sample's guides in eight languages, and as much in English alone.

Two campaigns in English stand beside the one in eight languages: one with the same number of guides, one with the same
number of pages (each language has its own lists, topics, search page and 404 page; English gets more guides instead). All
have one vault and one theme, and each is built from nothing by `safelight build` in a process of its own.

Prints CPU seconds (user and system, workers included), pages and megabytes of HTML, and the ratios; the target is 1.3 for
the same number of pages. English is favoured twice: its guides are copies of the same eight texts, whose words are judged
once, and its letters are one byte each where most of the others' are two.

Usage: nice python bench/languages.py [--copies 3]
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "ru", "uk", "ro", "uz", "tg", "ky", "ar")
CONF = """
import sys
from pathlib import Path
HERE = Path(__file__).resolve().parent
from safelight.campaign import Campaign
from safelight.site.settings import pelican_settings
CAMPAIGN = Campaign(root=HERE, name=dict.fromkeys({languages!r}, "Bench"), site_url="https://bench.example",
                    languages={languages!r}, contact_email="press@bench.example", demo=True)
globals().update(pelican_settings(CAMPAIGN))
"""


def campaign(root: Path, languages: tuple[str, ...], copies: int) -> int:
    """A campaign with `copies` of each of the sample's guides in each language; returns how many guides it has."""
    root.mkdir()
    for name in ("theme", "translations", "private"):
        shutil.copytree(ROOT / name, root / name)
    (root / "content").mkdir()
    shutil.copytree(ROOT / "content" / "data", root / "content" / "data")
    (root / "pelican.conf.py").write_text(CONF.format(languages=languages), encoding="utf-8")
    pages = 0
    for guide in sorted((ROOT / "content" / "guides").iterdir()):
        for copy in range(copies):
            folder = root / "content" / "guides" / f"{guide.name}-{copy}"
            folder.mkdir(parents=True)
            for lang in languages:
                (folder / f"{lang}.md").write_text(_alone((guide / f"{lang}.md").read_text("utf-8")), encoding="utf-8")
                pages += 1
    return pages


def _alone(text: str) -> str:
    """A guide without its address, picture and links: what would need other pages, or be the same file twice."""
    header, _, body = text.partition("\n\n")
    gone = ("Slug:", "Image:", "Alt:", "Caption:", "Credit:", "Image-Kind:", "Image-Tags:", "Release:", "Licence:",
            "Decorative:", "Source-Hash:")  # fmt: skip
    lines = [line for line in header.split("\n") if not line.startswith(gone)]
    return "\n".join(lines) + "\n\n" + body.replace("({filename}", "(https://bench.example").replace(".md)", ".html)")


def build(root: Path) -> float:
    """CPU seconds of one build from nothing."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "safelight.cli", "build", "--today", "2026-11-24"], cwd=root, capture_output=True, text=True
    )  # fmt: skip
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-4000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def pages(root: Path) -> tuple[int, int]:
    """How many HTML pages a built campaign has, and their bytes."""
    sizes = [path.stat().st_size for path in (root / "output").rglob("*.html")]
    return len(sizes), sum(sizes)


def main() -> None:
    """Build all three and print what each cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=3, help="copies of each of the sample's guides in each language")
    copies = parser.parse_args().copies
    with tempfile.TemporaryDirectory(prefix="lang-") as folder:
        cost: dict[str, float] = {}
        found: dict[str, int] = {}

        def measure(name: str, languages: tuple[str, ...], copies: int) -> None:
            root = Path(folder) / name
            guides = campaign(root, languages, copies)
            cost[name] = build(root)
            found[name], size = pages(root)
            print(f"{name}: {guides} guides, {found[name]} pages, {size / 1e6:.1f} MB: {cost[name]:.1f} s of CPU")

        measure("eight languages", LANGUAGES, copies)
        measure("one, same guides", ("en",), copies * len(LANGUAGES))
        # Eight guides more make eight pages more and a few in lists.
        wanted = copies * len(LANGUAGES) + (found["eight languages"] - found["one, same guides"]) // 10
        measure("one, same pages", ("en",), wanted)
    print(f"ratio for the same guides: {cost['eight languages'] / cost['one, same guides']:.2f}")
    per_page = cost["one, same pages"] / found["one, same pages"] * found["eight languages"]
    print(f"ratio for the same pages:  {cost['eight languages'] / per_page:.2f} (target 1.30)")


if __name__ == "__main__":
    main()
