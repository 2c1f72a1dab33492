"""The same site, byte for byte, whoever works on the files: a pool or two workers of a Dask cluster."""

from __future__ import annotations

import hashlib
import io
import shutil
from pathlib import Path

import pytest
from PIL import Image
from safelight.images import PIPELINE
from tiny_site import TODAY, Site

GUIDE = """Title: Guide {0}
Date: 2026-10-05
Summary: A guide.
Translation: human
Image: shade.png
Alt: A shade of grey
Image-Kind: object
Release: none-needed

Look at it.
"""


@pytest.fixture
def pictured(site: Site) -> Site:
    """The tiny site with more pictures than one worker takes at once."""
    for number in range(5):
        out = io.BytesIO()
        Image.linear_gradient("L").resize((90 + number, 60)).convert("RGB").save(out, "PNG")
        site.write(f"content/guides/guide-{number}/en.md", GUIDE.format(number))
        (site.root / f"content/guides/guide-{number}/shade.png").write_bytes(out.getvalue())
        with (site.root / "private/images.yaml").open("a", encoding="utf-8") as ledger:
            ledger.write(
                f"  - {{sha256: {hashlib.sha256(out.getvalue()).hexdigest()}, file: guides/guide-{number}/shade.png, "
                f"pipeline: {PIPELINE}, added: [{{box: [5, 5, 40, 30], kind: tattoo}}], "
                "removed: [{box: [0, 0, 99, 60], reason: a gradient}], reviewed: {by: mk, on: 2026-11-24}}\n"
            )
    return site


def built_by(site: Site, folder: Path, *options: str) -> dict[str, bytes]:
    shutil.copytree(site.root, folder)
    copy = Site(folder)
    done = copy.run("safelight.cli", "build", "--today", TODAY, *options)
    assert done.status == 0, done.said
    return copy.tree()


def test_a_cluster_and_a_pool_build_the_same_bytes(pictured: Site, tmp_path: Path) -> None:
    from distributed import LocalCluster

    two = built_by(pictured, tmp_path / "two", "--workers", "2")
    with LocalCluster(2, processes=True, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        address = cluster.scheduler_address
        there = built_by(pictured, tmp_path / "there", "--scheduler", address)
        done_there = sum(
            int(worker.get("metrics", {}).get("executing", 0) >= 0)
            for worker in cluster.scheduler_info["workers"].values()
        )
    assert done_there == 2
    assert sum(1 for path in two if path.startswith("images/")) >= 5 * 3
    assert two == there


def test_a_scheduler_that_is_not_there_is_wrong_use(built: Site) -> None:
    before = built.tree()
    done = built.run("safelight.cli", "build", "--today", TODAY, "--scheduler", "tcp://127.0.0.1:9")
    assert done.status == 2
    assert "--scheduler: tcp://127.0.0.1:9 cannot be reached" in done.said
    assert "Traceback" not in done.said
    assert built.tree() == before


def test_workers_are_counted_from_one(built: Site) -> None:
    assert built.run("safelight.cli", "build", "--workers", "0").status == 2
