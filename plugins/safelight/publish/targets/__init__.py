"""Where a site can be deployed to: a folder, a server over SSH, S3-compatible storage, a Git branch."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from safelight.errors import WrongUse
from safelight.executor import Watch
from safelight.publish.plan import Plan
from safelight.publish.targets.folder import FolderTarget
from safelight.publish.targets.git import GitTarget
from safelight.publish.targets.s3 import S3Target
from safelight.publish.targets.ssh import SshTarget


class Target(Protocol):
    """One place that can be made equal to a stamped tree."""

    def compare(self, tree: Path, *, take_over: bool) -> Plan:
        """What would change; writes nothing. Raises `TargetHoldsOthers`, `DeployFailed`."""

    def carry_out(self, tree: Path, plan: Plan, watch: Watch) -> None:
        """Do it, telling `watch` how many of the plan's files are sent; raises `DeployFailed`."""


FORMS = "a folder, ssh://user@host/folder, s3://bucket/prefix or git:branch"


def target(text: str, root: Path) -> Target:
    """The target that `text` describes; relative folders and Git remotes are those of `root`, the campaign's folder.

    Raises `WrongUse` for other forms, and for addresses that carry a password or a key, which it never quotes.
    """
    kind, colon, rest = text.partition(":")
    if not colon or len(kind) < 2 or "/" in kind:
        return FolderTarget((root / Path(text).expanduser()).absolute())
    if kind == "git":
        branch, _, remote = rest.partition("?remote=")
        if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._/-]*", branch) or ".." in branch:
            raise WrongUse("deploy: git: names no branch: write git:branch, or git:branch?remote=name")
        if remote and not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", remote):
            raise WrongUse("deploy: git: ?remote=: must be the name of a remote (`git remote`), not an address")
        return GitTarget(root, branch, remote or "origin")
    try:
        address = urlsplit(text)
        port = address.port
    except ValueError:
        raise WrongUse(f"deploy: the address cannot be read: write {FORMS}") from None
    if address.password is not None:
        raise WrongUse("deploy: the address holds a password: remove it; keys come from ssh, or from the environment")
    if address.query or address.fragment:
        raise WrongUse(f"deploy: the address holds a ? or #: write {FORMS}")
    if kind in ("ssh", "rsync") and rest.startswith("//"):
        user, host, folder = address.username or "", address.hostname or "", address.path
        if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", host) or not re.fullmatch(r"([A-Za-z0-9_][\w.-]*)?", user):
            raise WrongUse(f"deploy: {kind}: the host or the user cannot be read: write ssh://user@host/folder")
        if not folder.strip("/"):
            raise WrongUse(f"deploy: {kind}: names no folder: write ssh://user@host/folder")
        if re.search(r"[*?\[\]\\\x00-\x1f]", folder):
            raise WrongUse(f"deploy: {kind}: the folder holds a wildcard: write its whole name")
        if set(folder.split("/")) <= {"", "."}:
            folder = "."  # where the server puts this user: the only folder, for a key bound to rrsync
        elif {".", ".."} & set(folder.split("/")):
            raise WrongUse(f"deploy: {kind}: the folder holds a dot alone: write its whole name")
        return SshTarget(user, host, port, folder)
    if kind == "s3" and rest.startswith("//"):
        if address.username or not re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", address.netloc):
            raise WrongUse("deploy: s3: write s3://bucket/prefix; keys come from the environment or ~/.aws/credentials")
        return S3Target(address.netloc, address.path.strip("/"))
    raise WrongUse(f"deploy: a target of this form is not known: write {FORMS}")


__all__ = ["FolderTarget", "GitTarget", "S3Target", "SshTarget", "Target", "target"]
