"""A Git branch, by ghp-import: one commit without history, because history would keep what was withdrawn."""

from __future__ import annotations

import hashlib
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from safelight.executor import Watch
from safelight.publish.plan import Plan, plan
from safelight.publish.stamp import files
from safelight.publish.targets.command import run

NOBODY = {
    "GIT_COMMITTER_NAME": "Safelight",
    "GIT_COMMITTER_EMAIL": "safelight@localhost",
    "GIT_COMMITTER_DATE": "Thu, 01 Jan 1970 00:00:00 +0000",
    "GIT_TERMINAL_PROMPT": "0",
}
"""Who commits: nobody, at no time; the commit must not name the person who deploys, nor where they are."""
NOJEKYLL = ".nojekyll"
"""Tells GitHub Pages to serve the files as they are; not part of the stamped tree."""


@dataclass(frozen=True)
class GitTarget:
    """A branch of one of the remotes of the campaign's repository at `root`."""

    root: Path
    branch: str
    remote: str

    def compare(self, tree: Path, *, take_over: bool) -> Plan:
        """What would change, by Git's own object names."""
        with tempfile.TemporaryDirectory() as folder:
            theirs = self._fetched(Path(folder))
        theirs.pop(NOJEKYLL, None)
        return plan({name: _blob((tree / name).read_bytes()) for name in files(tree)}, theirs, take_over=take_over)

    def carry_out(self, tree: Path, plan: Plan, watch: Watch) -> None:
        """Replace the branch by one new commit of the whole tree, in one push; a reader never sees half of it."""
        if not (plan.send or plan.remove):
            return
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder)
            self._fetched(here)  # so that the push sends only what the remote lacks
            run(
                (sys.executable, "-W", "ignore", "-m", "ghp_import", "--no-jekyll", "--no-history", "--push",
                 "--remote=origin", f"--branch={self.branch}", "--message=Published", str(tree.absolute())),
                cwd=here, env={**NOBODY, "GIT_DIR": str(here)},
            )  # fmt: skip
        watch(len(plan.send), len(plan.send))  # one push: there is nothing in between

    def _fetched(self, folder: Path) -> dict[str, str]:
        """Make an empty repository at `folder` with the remote's branch; its files by path and object name."""
        address = run(("git", "remote", "get-url", "--push", self.remote), cwd=self.root).strip()
        if address.startswith((".", "/")) or ("://" not in address and ":" not in address):
            address = str((self.root / address).absolute())
        git = ("git", f"--git-dir={folder}")
        run((*git, "init", "--quiet", "--bare", "--initial-branch=none"), env=NOBODY)
        run((*git, "remote", "add", "origin", address))
        if not run((*git, "ls-remote", "--heads", "origin", f"refs/heads/{self.branch}"), cwd=self.root, env=NOBODY):
            return {}
        there = f"refs/remotes/origin/{self.branch}"
        run((*git, "fetch", "--quiet", "--depth=1", "origin", f"+refs/heads/{self.branch}:{there}"),
            cwd=self.root, env=NOBODY)  # fmt: skip
        listed = run((*git, "ls-tree", "-r", "-z", there))
        entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
        return {name: meta.split()[2] for meta, _, name in entries}


def _blob(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
