"""A build that is killed while it works on a picture leaves nothing of the original behind, nowhere."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safelight.images import PIPELINE
from tiny_site import Site

CANARY = b"Kanarienvogel"
KILLED_AT = """
import importlib, os, signal
owner = importlib.import_module({module!r})
def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, {name!r}, die)
from safelight.cli import main
if __name__ == "__main__":  # workers load this file too
    main(["build", "--today", "2026-11-24"])
"""


def picture() -> tuple[bytes, bytes]:
    """A TIFF whose pixels stand in the file as they are, with words in every corner; and a row of what a box hides."""
    pixels = np.random.default_rng(5).integers(0, 256, (64, 96, 3), np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "TIFF", description=CANARY.decode())
    return out.getvalue() + CANARY, pixels[20, 10:40].tobytes()


@pytest.mark.parametrize(
    ("module", "name", "why"),
    [
        ("safelight.images.detect", "_run", "the pixels are held, and nothing is filled yet"),
        ("safelight.images.publish", "encode_all", "filled, and not encoded"),
        ("safelight.images.publish", "_keep", "published forms are written, and not kept"),
    ],
)
def test_killed_with_the_original_in_its_hands(built: Site, tmp_path: Path, module: str, name: str, why: str) -> None:
    data, row = picture()
    built.add_image(data, "noise.tif", reviewed=False)
    with (built.root / "private/images.yaml").open("a", encoding="utf-8") as ledger:
        ledger.write(
            f"  - {{sha256: {hashlib.sha256(data).hexdigest()}, file: stories/a-window/noise.tif, "
            f"pipeline: {PIPELINE}, added: [{{box: [8, 16, 48, 48], kind: tattoo}}], "
            "removed: [{box: [0, 0, 96, 64], reason: noise}], "
            "reviewed: {by: mk, on: 2026-11-24}}\n"
        )
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    built.write("killed.py", KILLED_AT.format(module=module, name=name))
    assert CANARY in data and row[:24] in data, "the test's own mistake: it looks for what is not there"
    before = built.tree()
    assert built.run("killed", TMPDIR=str(temporary)).status == -9, why
    assert built.tree() == before
    for folder in (built.root / "build", built.output, temporary):
        for path in folder.rglob("*"):
            if path.is_file():
                left = path.read_bytes()
                assert CANARY not in left, path
                assert row[:24] not in left, path
                assert hashlib.sha256(data).hexdigest().encode() not in left, path
