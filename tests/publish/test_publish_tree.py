"""Stamp, promotion, precompression, lock and local deployment."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import brotli
import pytest
from safelight.errors import BuildInterrupted, StampMismatch
from safelight.executor import open_executor
from safelight.leakgate import scan
from safelight.model.vault import Vault
from safelight.publish import build_lock, precompress, promote, recover, verify_stamp, write_stamp
from safelight.publish.promote import CannotPromote

KILLED = """
import os, signal, sys
from pathlib import Path
from safelight.publish import promote as _  # the package's function hides the module
module = sys.modules["safelight.publish.promote"]
def die(*args, **kwargs): os.kill(os.getpid(), signal.SIGKILL)
exec(sys.argv[1])
module.promote(Path("site"), Path("output"))
"""
POINTS = [
    ("module._sync = die", "old", "before anything"),
    ("module._exchange = die", "old", "before the exchange"),
    ("module.shutil.rmtree = die", "new", "after the exchange"),
    ("module._exchange = lambda a, b: False; rename = Path.rename\n"
     "def second(a, b): return die() if a.name == 'site' else rename(a, b)\nPath.rename = second", "old",
     "between two renames"),
    ("module._exchange = lambda a, b: False; module.shutil.rmtree = die", "new", "after two renames"),
]  # fmt: skip


def tree(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text)
    write_stamp(folder)
    return folder


@pytest.mark.parametrize(("point", "whole", "reason"), POINTS, ids=[p[2] for p in POINTS])
def test_a_killed_promotion_leaves_a_whole_tree(tmp_path: Path, point: str, whole: str, reason: str) -> None:
    tree(tmp_path / "site", "new"), tree(tmp_path / "output", "old")
    done = subprocess.run([sys.executable, "-c", KILLED, point], cwd=tmp_path, check=False)
    assert done.returncode == -9, reason
    recover(tmp_path / "output")
    verify_stamp(tmp_path / "output")
    assert (tmp_path / "output/index.html").read_text() == whole
    assert not (tmp_path / ".output.before").exists()


def test_promotion_refuses_a_folder_of_others(tmp_path: Path) -> None:
    site = tree(tmp_path / "site", "new")
    (tmp_path / "output").mkdir()
    (tmp_path / "output/mine.txt").write_text("mine")
    with pytest.raises(CannotPromote, match="did not publish"):
        promote(site, tmp_path / "output")
    assert (tmp_path / "output/mine.txt").read_text() == "mine"


def test_a_stamp_names_what_differs(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name in ("gone", "other", "same"):
        (site / name).write_text(name)
    write_stamp(site)
    verify_stamp(site)
    (site / "gone").unlink()
    (site / "other").write_text("changed")
    (site / "more").write_text("more")
    with pytest.raises(StampMismatch) as raised:
        verify_stamp(site)
    lines = str(raised.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["site/more", "site/gone", "site/other"]


def test_precompression_is_the_same_twice_and_unpacks(tmp_path: Path) -> None:
    text = b"<p>word</p>" * 500
    (tmp_path / "site").mkdir()
    page = tmp_path / "site/a.html"
    page.write_bytes(text)
    (tmp_path / "site/small.html").write_bytes(b"x" * 100)
    with open_executor() as executor:
        precompress(tmp_path / "site", tmp_path / "cache", executor)
    first = page.with_name("a.html.gz").read_bytes()
    with open_executor() as executor:
        precompress(tmp_path / "site", None, executor)
    assert page.with_name("a.html.gz").read_bytes() == first
    assert gzip.decompress(first) == text == brotli.decompress(page.with_name("a.html.br").read_bytes())
    assert not (tmp_path / "site/small.html.gz").exists()


def test_what_the_gate_would_take_for_a_bomb_is_not_packed(tmp_path: Path) -> None:
    """The sitemap of a large site in many languages says nearly the same a thousand times."""
    for name, size in (("sitemap.xml", 1_000_001), ("short.xml", 900_000)):
        (tmp_path / "site").mkdir(exist_ok=True)
        locations = b"<loc>https://a.example/</loc>\n" * (size // 30 + 1)
        (tmp_path / "site" / name).write_bytes(b"<urlset>" + locations + b"</urlset>")
    with open_executor() as executor:
        precompress(tmp_path / "site", None, executor)
        assert list(scan(tmp_path / "site", Vault(()), executor)) == []
    assert not (tmp_path / "site/sitemap.xml.br").exists()
    assert (tmp_path / "site/short.xml.br").is_file()


def test_one_build_at_a_time(tmp_path: Path) -> None:
    with build_lock(tmp_path), pytest.raises(BuildInterrupted, match="another build"), build_lock(tmp_path):
        pass
