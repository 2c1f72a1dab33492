"""What eight languages cost: the sample's guides in eight languages, and as many pages in English alone.

Both campaigns have the same number of guides, one vault and one theme; each is built from nothing by `safelight build`
in a process of its own. Prints CPU seconds (user and system, workers included) and their ratio; the target is 1.3.

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
    """A campaign of the sample's guides, `copies` times eight pages of each; returns how many pages it has."""
    for name in ("theme", "translations", "private"):
        shutil.copytree(ROOT / name, root / name)
    (root / "content").mkdir()
    shutil.copytree(ROOT / "content" / "data", root / "content" / "data")
    (root / "pelican.conf.py").write_text(CONF.format(languages=languages), encoding="utf-8")
    pages = 0
    for guide in sorted((ROOT / "content" / "guides").iterdir()):
        for copy in range(copies * len(LANGUAGES) // len(languages)):
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


def main() -> None:
    """Build both and print what each cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=3, help="copies of each of the sample's guides in each language")
    copies = parser.parse_args().copies
    with tempfile.TemporaryDirectory(prefix="lang-") as folder:
        many, one = Path(folder) / "many", Path(folder) / "one"
        many.mkdir()
        one.mkdir()
        pages = campaign(many, LANGUAGES, copies)
        same = campaign(one, ("en",), copies)
        if pages != same:
            sys.exit(f"{pages} and {same} pages: not the same number")
        in_eight, in_one = build(many), build(one)
    print(f"{pages} guides in eight languages: {in_eight:.1f} s of CPU")
    print(f"{same} guides in one language:     {in_one:.1f} s of CPU")
    print(f"ratio: {in_eight / in_one:.2f} (target 1.30)")


if __name__ == "__main__":
    main()
