"""A server over SSH, by rsync: assets first, pages after them, removals last."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from safelight.executor import Watch
from safelight.publish.plan import PAGES, DeployFailed, Plan, plan
from safelight.publish.stamp import STAMP, digests
from safelight.publish.targets.command import run

COMPARE = ("--dry-run", "--delete", "--out-format=%i %n")


@dataclass(frozen=True)
class SshTarget:
    """A folder of a server. Keys, known hosts and the like are ssh's own business (`~/.ssh/config`)."""

    user: str
    host: str
    port: int | None
    folder: str

    def compare(self, tree: Path, *, take_over: bool) -> Plan:
        """What rsync would do, by the checksums of both sides."""
        ours = digests(tree)
        added: set[str] = set()
        changed: set[str] = set()
        removed: set[str] = set()
        for kind, name in _itemized(self._rsync(tree, *COMPARE)):
            if kind == "*deleting":
                if not name.endswith("/"):
                    removed.add(name)
            elif kind[1:2] == "f":
                (added if "+++" in kind else changed).add(name)
        theirs = {name: digest for name, digest in ours.items() if name not in added}
        theirs.update(dict.fromkeys(changed | removed, ""))
        return plan(ours, theirs, take_over=take_over)

    def carry_out(self, tree: Path, plan: Plan, watch: Watch) -> None:
        """Three runs of rsync: the stamp, then all but pages, then pages and removals."""
        if not (plan.send or plan.remove):
            return
        pages = [f"--exclude=*{ending}" for ending in PAGES]
        try:
            self._rsync(tree, f"--include=/{STAMP}", "--exclude=*")
            self._rsync(tree, "--delay-updates", *pages)
            watch(sum(not name.endswith(PAGES) for name in plan.send), len(plan.send))
            self._rsync(tree, "--delay-updates", "--delete-after")
        except DeployFailed as error:
            raise DeployFailed(f"{error}\nthe deployment did not finish: do it again; withdrawn pages may still be up"
                               ) from None  # fmt: skip

    def _rsync(self, tree: Path, *options: str) -> str:
        shell = os.environ.get("RSYNC_RSH", "ssh")  # rsync's own variable
        if self.port:
            shell += f" -p {self.port}"
        where = f"{self.user}@{self.host}" if self.user else self.host
        # Arguments are escaped by rsync itself since 3.2.4; rrsync, which guards servers, refuses --secluded-args.
        fixed = ("--recursive", "--checksum", "--perms", "--chmod=D755,F644", "--8-bit-output")
        acme = "--filter=P /.well-known/acme-challenge/"  # the server's own, while it renews its certificate
        return run(
            ("rsync", *fixed, f"--rsh={shell}", acme, *options, "--", f"{tree}/", f"{where}:{self.folder.rstrip('/')}/")
        )


def _itemized(said: str) -> Iterator[tuple[str, str]]:
    """(kind, name) of each line of rsync's itemized output; names are spelt with `\\#ooo` for control characters."""
    for line in said.splitlines():
        kind, _, name = line.partition(" ")
        name = name.lstrip(" ") if kind == "*deleting" else name
        yield kind, re.sub(r"\\#([0-7]{3})", lambda octal: chr(int(octal[1], 8)), name)
