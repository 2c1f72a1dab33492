"""Kills builds of a tiny site by SIGKILL at random moments: the published tree must be the old or the new one, whole.

    .venv/bin/python bench/kill.py --times 200

After each kill the published tree is compared with its stamp, its text must be the old or the new one, and the next
build must succeed. Prints how often what was found; ends with 1 if anything was ever wrong.

Builds are forked from a process that has loaded Safelight already, so that kills fall into the work and not into imports;
the moment is drawn from the time that the latest whole build took, so that a busy machine changes nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/sites"))
from safelight.errors import CampaignError  # noqa: E402 (the line above)
from safelight.publish import verify_stamp  # noqa: E402 (the same)
from tiny_site import Site, copy_tiny  # noqa: E402 (the same)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TEXT = "The doors open soon."
PAGE = "en/press/opening.html"
LONGEST_END = 5.0
"""How long a worker may take to notice that its build is gone, in seconds."""


def load(site: Site) -> None:
    """Import what a build imports, and read word lists, here and once; nothing of it starts a thread."""
    import safelight.site.stages  # noqa: F401 (for the forks)
    import weasyprint  # noqa: F401 (the same)
    from safelight.site.build import load_campaign
    from safelight.staging import inspect

    inspect(load_campaign(site.root / "pelican.conf.py"), NOW)


def start(site: Site, log: Path) -> int:
    """Fork a build of `site`, in a process group of its own; returns its id."""
    process = os.fork()
    if process:
        os.setpgid(process, process)
        return process
    status = 2
    try:
        os.setpgid(0, 0)
        os.chdir(site.root)
        words = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(words, 1), os.dup2(words, 2)
        from safelight.site.build import build

        build(Path("pelican.conf.py"), NOW)
        status = 0
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 1
    except CampaignError as error:
        os.write(2, str(error).encode())
    finally:
        sys.stdout.flush()
        os._exit(status)


def end(process: int) -> int:
    """The status of a build when it has ended; below zero for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


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
    until = time.monotonic() + LONGEST_END
    while time.monotonic() < until:
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


def tiniest(folder: Path) -> Site:
    """The tests' tiny site in one language: a story with its picture, a release, a kit, a home page."""
    site = copy_tiny(ROOT, folder)
    site.replace("pelican.conf.py", 'languages=("en", "ru")', 'languages=("en",)')
    for path in (site.root / "content").rglob("ru.md"):
        path.unlink()
    return site


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    chance, found = random.Random(asked.seed), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        site = tiniest(Path(folder) / "tiny")
        load(site)

        def whole() -> float:
            """Build to the end; how long it took, in seconds, or none if it failed."""
            began = time.monotonic()
            status = end(start(site, log))
            if status:
                print(f"status {status}: {log.read_text()}", flush=True)
                return 0.0
            return time.monotonic() - began

        assert whole(), "the site does not build at all"
        text, kills, longest = TEXT, 0, whole()
        while kills < asked.times:
            new = f"The doors open {kills} days from now."
            site.replace("content/press/opening/en.md", text, new)
            build = start(site, log)
            time.sleep(chance.uniform(0, longest))
            os.kill(build, signal.SIGKILL)
            if end(build) == -signal.SIGKILL:
                kills += 1
                seen = state(site, text, new)
                found[seen if not seen.startswith("BROKEN") else "broken"] += 1
                found["workers left behind"] += left_behind(build)
                if seen.startswith("BROKEN"):
                    print(f"kill {kills}: {seen}", flush=True)
            else:
                found["builds that ended before the kill"] += 1
            longest = whole() or longest
            if state(site, text, new) != "new":
                found["next builds that failed"] += 1
            text = new
            if kills % 10 == 0:
                tell(kills, found)
    tell(kills, found)
    return 1 if found["broken"] + found["next builds that failed"] + found["workers left behind"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
