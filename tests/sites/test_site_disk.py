"""A disk that is full, read-only or robbed: a message that says what to do, and the published tree as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_site import Site

# Runs in a mount namespace of its own, whose small disk vanishes with it: the site, and where to put it.
SMALL_DISK = """
import json, shutil, subprocess, sys
from pathlib import Path
site, disk, free_kib = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
disk.mkdir()
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)], check=True)
root = disk / "tiny"
shutil.copytree(site, root)
shutil.rmtree(root / "build")
def tree():
    return {str(p.relative_to(root)): p.read_bytes() for p in (root / "output").rglob("*") if p.is_file()}
def build():
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", "safelight.cli", "build", "--today", "2026-11-24"],
                          cwd=root, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr
before = tree()
page = root / "content/press/opening/en.md"
page.write_text(page.read_text().replace("The doors open soon.", "The doors are open."))
if free_kib == "read-only":
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
else:
    (disk / "filler").write_bytes(b"x" * (shutil.disk_usage(disk).free - int(free_kib) * 1024))
status, said = build()
same = tree() == before
if free_kib == "read-only":
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
else:
    (disk / "filler").unlink()
again, words = build()
print(json.dumps({"status": status, "said": said, "same": same, "again": again, "words": words,
                  "new": b"The doors are open." in tree()["output/en/press/opening.html"]}))
"""
UNSHARE = ["unshare", "-m"] if os.getuid() == 0 else ["unshare", "-U", "-r", "-m"]


def may_mount(folder: Path) -> bool:
    command = [*UNSHARE, "mount", "-t", "tmpfs", "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


FREE = [
    ("0", "no space left on device: free some space", "full from the start"),
    ("48", "no space left on device: free some space", "full while staging or packing"),
    ("400", "no space left on device: free some space", "full while rendering or compressing"),
    ("read-only", "read-only file system: make the folder writable", "read-only"),
]


@pytest.mark.parametrize(("free", "says", "reason"), FREE, ids=[row[2] for row in FREE])
def test_a_disk_that_refuses(finished: Site, tmp_path: Path, free: str, says: str, reason: str) -> None:
    if not may_mount(tmp_path):
        pytest.skip("this system lets nobody mount a small disk")
    done = subprocess.run(
        [*UNSHARE, sys.executable, "-c", SMALL_DISK, str(finished.root), str(tmp_path / "disk"), free],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["same"], reason
    assert says in seen["said"], (reason, seen["said"])
    assert "Traceback" not in seen["said"]
    assert "internal error" not in seen["said"]
    assert seen["status"] != 0
    assert seen["again"] == 0, seen["words"]
    assert seen["new"]


VANISHES = """
import sys
from pathlib import Path
from safelight.staging import inspect as _
module = sys.modules["safelight.staging.inspect"]
read = module.read_content
def then_gone(*args, **kwargs):
    content = read(*args, **kwargs)
    for path in Path("content").rglob("window.png"):
        path.unlink()
    return content
module.read_content = then_gone
from safelight.cli import main
if __name__ == "__main__":
    main(["build", "--today", "2026-11-24"])
"""


def test_a_file_that_vanishes(built: Site) -> None:
    before = built.tree()
    built.write("vanishes.py", VANISHES)
    seen = built.run("vanishes")
    assert seen.status != 0
    assert "window.png" in seen.said
    assert "Traceback" not in seen.said
    assert "internal error" not in seen.said
    assert built.tree() == before


def test_two_builds_at_once(built: Site) -> None:
    """The second says so, and touches nothing; deploying during a build says so, too."""
    hold = "from safelight.publish import build_lock; from pathlib import Path; import sys\n"
    hold += "with build_lock(Path('build')): print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], cwd=built.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout and other.stdout.readline() == b"held\n"
        before = built.tree()
        second, deployed = built.build(), built.run("safelight.cli", "deploy", "www")
        assert other.stdin
        other.stdin.close()
    for seen in (second, deployed):
        assert seen.status == 1
        assert "another build is running: wait until it ends" in seen.said
    assert built.tree() == before
    assert not (built.root / "www").exists()
    assert built.build().status == 0
