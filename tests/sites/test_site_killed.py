"""A build that is killed between any two stages leaves the old output whole, and the next one succeeds."""

from __future__ import annotations

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
