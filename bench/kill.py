"""Kills builds of the tiny site by SIGKILL at random moments: the published tree must be the old or the new one, whole.

    .venv/bin/python bench/kill.py --times 200

After each kill the published tree is compared with its stamp, its text must be the old or the new one, and the next
build must succeed. Prints how often what was found; ends with 1 if anything was ever wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/sites"))
from safelight.errors import CampaignError  # noqa: E402 (the line above)
from safelight.publish import verify_stamp  # noqa: E402 (the same)
from tiny_site import TODAY, Site, copy_tiny  # noqa: E402 (the same)

BUILD = [sys.executable, "-W", "ignore", "-m", "safelight.cli", "build", "--today", TODAY]
TEXT = "The doors open soon."
PAGE = "en/press/opening.html"
LONGEST_END = 5.0
"""How long a worker may take to notice that its build is gone, in seconds."""


def state(site: Site, old: str, new: str) -> str:
    """What the published tree is after a kill."""
    try:
        verify_stamp(site.output)
    except CampaignError as error:
        return f"BROKEN: {error}"
    page = site.tree()[PAGE].decode()
    return "new" if new in page else "old" if old in page else "BROKEN: neither text"


def left_behind(group: int) -> bool:
    """Whether any process of a killed build outlives it."""
    end = time.monotonic() + LONGEST_END
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return True


def tell(kills: int, found: Counter[str]) -> None:
    """Print what was found so far; at once, because the whole takes long and may be interrupted."""
    names = (
        "old",
        "new",
        "broken",
        "next builds that failed",
        "workers left behind",
        "builds that ended before the kill",
    )
    print(f"{kills} kills: " + ", ".join(f"{name}: {found[name]}" for name in names), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    chance, found = random.Random(asked.seed), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        site = copy_tiny(ROOT, Path(folder) / "tiny")
        first = site.build()
        assert first.status == 0, first.said
        started = time.monotonic()
        site.build()
        longest = time.monotonic() - started
        text, kills = TEXT, 0
        while kills < asked.times:
            new = f"The doors open {kills} days from now."
            site.replace("content/press/opening/en.md", text, new)
            build = subprocess.Popen(
                BUILD, cwd=site.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            time.sleep(chance.uniform(0, longest))
            build.kill()
            if build.wait() == -signal.SIGKILL:
                kills += 1
                seen = state(site, text, new)
                found[seen if not seen.startswith("BROKEN") else "broken"] += 1
                found["workers left behind"] += left_behind(build.pid)
                if seen.startswith("BROKEN"):
                    print(f"kill {kills}: {seen}", flush=True)
            else:
                found["builds that ended before the kill"] += 1
            again = site.build()
            if again.status != 0 or state(site, text, new) != "new":
                found["next builds that failed"] += 1
                print(f"after kill {kills}: {again.said}", flush=True)
            text = new
            if kills % 10 == 0:
                tell(kills, found)
    tell(kills, found)
    return 1 if found["broken"] + found["next builds that failed"] + found["workers left behind"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
