"""A deployment that is killed leaves whole files, never a page without what it needs, and the next one mends it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from places import Place, tree
from safelight.publish import verify_stamp, write_stamp
from safelight.publish.plan import PAGES

DEPLOY = """
import os, signal, sys
from pathlib import Path
from safelight.publish import deploy, target
def dies_at(owner, name, call):
    whole, count = getattr(owner, name), [0]
    def counted(*args, **kwargs):
        count[0] += 1
        if count[0] == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(*args, **kwargs)
    setattr(owner, name, counted)
{point}
deploy(Path("output"), target(sys.argv[1], Path(sys.argv[2])), dry_run=False)
"""
SSH = "from safelight.publish.targets.ssh import SshTarget; dies_at(SshTarget, '_rsync', {call})"
S3 = "import obstore; dies_at(obstore, '{name}', {call})"
FOLDER = "import shutil; dies_at(shutil, '{name}', {call})"
GIT = "import safelight.publish.targets.git as git; dies_at(git, 'run', {call})"
POINTS = [
    ("folder_place", FOLDER.format(name="copyfile", call=9), "in the middle of the copy"),
    ("folder_place", FOLDER.format(name="rmtree", call=1), "after the exchange, before the old tree is removed"),
    *(("ssh_place", SSH.format(call=call), reason) for call, reason in
      [(2, "before anything is sent"), (3, "after the stamp"), (4, "after assets, before pages and removals")]),
    *(("s3_place", S3.format(name="put", call=call), f"before object {call}") for call in (1, 2, 4, 6, 8)),
    ("s3_place", S3.format(name="delete", call=1), "before removals"),
    *(("git_place", GIT.format(call=call), f"before command {call} of Git") for call in (6, 11)),
]  # fmt: skip


def changed(site: Path) -> None:
    """The next build: another theme, so that every page changes, a new page, and a story taken back."""
    (site / "theme/0123456789ab").rename(site / "theme/ba9876543210")
    for page in site.rglob("*.html"):
        page.write_text(page.read_text().replace("0123456789ab", "ba9876543210").replace("</p>", " again</p>"))
        for twin in page.parent.glob(f"{page.name}.*"):
            twin.unlink()
    (site / "en/stories/open.html").unlink()
    (site / "en/stories/new.html").write_text('<link rel="stylesheet" href="/theme/ba9876543210/css/site.css">')
    write_stamp(site)


def look(seen: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Every file is whole, and what a page names is there."""
    for name, data in seen.items():
        assert data in (old.get(name), new.get(name)), f"{name}: is neither the old file nor the new one"
        if name.endswith(".html"):
            theme = "ba9876543210" if b"ba9876543210" in data else "0123456789ab"
            assert f"theme/{theme}/css/site.css" in seen, f"{name}: its style sheet is not there"
    pages = [name for name in seen if name.endswith(PAGES)]
    assert len(pages) >= len([name for name in old if name.endswith(".html")]) - 1, "no page went away meanwhile"


def start(place: Place, site: Path, point: str = "") -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", DEPLOY.format(point=point), place.text, str(place.root)],
        cwd=site.parent, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "point", "reason"), POINTS, ids=[f"{row[0]}-{row[2]}" for row in POINTS])
def test_killed_between_two_steps(
    kind: str, point: str, reason: str, built_site: Path, request: pytest.FixtureRequest
) -> None:
    place: Place = request.getfixturevalue(kind)
    place.deploy(built_site)
    old = tree(built_site)
    changed(built_site)
    new = tree(built_site)
    process = start(place, built_site, point)
    _, said = process.communicate()
    assert process.returncode == -signal.SIGKILL, (reason, said.decode())
    seen = place.seen()
    look(seen, old, new)
    if kind in ("folder_place", "git_place"):
        assert seen in (old, new), "one exchange, one push: never a mixture"
    place.deploy(built_site)
    assert place.seen() == new, reason
    assert not list(place.root.glob(".www*")), "nothing stays beside the folder: it may hold what was withdrawn"


def test_killed_while_rsync_works(ssh_place: Place, built_site: Path) -> None:
    """The whole group at once, as when a machine goes down: rsync here and the connection end in the middle."""
    chance, killed = random.Random(5), 0
    (built_site / "images/00112233445566ff.webp").write_bytes(chance.randbytes(3_000_000))
    write_stamp(built_site)
    before = built_site.with_name("before")
    shutil.copytree(built_site, before)
    ssh_place.deploy(before)
    began = time.monotonic()
    whole = start(ssh_place, before)
    whole.communicate()
    assert whole.returncode == 0
    took = time.monotonic() - began
    for _ in range(20):
        if killed == 3:
            break
        ssh_place.deploy(before)
        old = tree(before)
        if not killed:
            changed(built_site)
        new = tree(built_site)
        process = start(ssh_place, built_site)
        began = time.monotonic()
        until = began + took * chance.uniform(0.4, 1.2)
        while process.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        seen = {n: d for n, d in ssh_place.seen().items() if "/." not in f"/{n}" or n in old or n in new}
        look(seen, old, new)
    assert killed
    ssh_place.deploy(built_site)
    assert ssh_place.seen() == tree(built_site)
    verify_stamp(built_site)
