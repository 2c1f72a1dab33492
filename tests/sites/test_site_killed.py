"""A build that is killed between any two stages leaves the old output whole, and the next one succeeds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tiny_site import Site

# The process ends itself, as by SIGKILL, when the named function of the way through is entered.
KILLED_AT = """
import importlib, os, signal, sys
module, name = {place!r}.rsplit(".", 1)
owner = importlib.import_module(module)
def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, name, die)
from safelight.cli import main
if __name__ == "__main__":  # workers load this file too
    main(["build", "--today", "2026-11-24"])
"""


@pytest.mark.parametrize(
    "place",
    [
        "safelight.staging.inspect.read_content",
        "safelight.site.stages.stage",
        "safelight.staging.write._write_receipt",
        "safelight.site.stages.build_kit",
        "safelight.site.generator.verify_receipt",
        "safelight.site.stages.precompress",
        "safelight.site.stages.scan",
        "safelight.site.stages.write_stamp",
        "safelight.site.stages.promote",
    ],
)
def test_killed(built: Site, place: str) -> None:
    before = built.tree()
    built.replace("content/press/opening/en.md", "The doors open soon.", "The doors are open.")
    built.write("killed.py", KILLED_AT.format(place=place))
    assert built.run("killed").status == -9
    assert built.tree() == before
    done = built.build()
    assert done.status == 0, done.said
    assert b"The doors are open." in built.tree()["en/press/opening.html"]


def test_killed_at_random_moments(repository: Path) -> None:
    """A few of the 200 kills of the bench, which checks the tree, the next build, and that no worker stays."""
    command = [sys.executable, "-W", "ignore", str(repository / "bench/kill.py"), "--times", "3", "--seed", "7"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 kills" in done.stdout
    assert "broken: 0, next builds that failed: 0, workers left behind: 0" in done.stdout
