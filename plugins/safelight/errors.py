"""What can go wrong, named by the mistake.

Everything that a person can cause is a `CampaignError`; the command line prints its message and exits with its
`exit_status`. Anything else that is raised is a bug in Safelight. A message never quotes a secret of the vault.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from safelight.model.findings import Finding


class CampaignError(Exception):
    """A mistake in the campaign's files, settings or use, with the message for whoever made it."""

    exit_status: ClassVar[int] = 1
    """What the process ends with: 1 for findings, 2 for wrong use or input that cannot be read at all."""


class FindingsError(CampaignError):
    """One or more findings of severity `error`; carries all of them, so that they are mended in one go."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class ContentFindings(FindingsError):
    """The content tree breaks a rule (stage `check`, `consent` or `anonymise`); nothing was staged."""


class VaultFindings(FindingsError):
    """The vault is missing, empty or malformed; without it nobody can be protected, so nothing is rendered."""

    exit_status = 2


class ImageRefused(CampaignError):
    """An image that cannot be made safe: unreadable, too large, animated, or of a kind we do not open."""

    exit_status = 2


class LeakFound(CampaignError):
    """The gate found a secret, or something that it cannot open, in the built site; `output/` stays as it was."""


class StampMismatch(CampaignError):
    """The tree to deploy is not, byte for byte, the tree that passed the gate."""


class BuildInterrupted(CampaignError):
    """The staged or rendered tree is not what this build made (another build, or an edit in `build/`)."""


class DiskRefused(CampaignError):
    """The system refused a file: the disk is full, read-only or failing, or the file went away meanwhile."""

    exit_status = 2


WAYS_OUT = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space, or ask for a larger quota",
    errno.EROFS: "make the folder writable, or work in another one",
    errno.EACCES: "check who may read and write it",
    errno.EPERM: "check who may read and write it",
    errno.ENOENT: "it went away meanwhile; put it back, and let nothing else change the campaign during a build",
    errno.EMFILE: "close other programs, or raise `ulimit -n`",
}
"""What a person can do about what the system says."""


def disk_refused(error: OSError) -> DiskRefused:
    """The message for a refusal of the system; names the file below the current folder, and never its content."""
    error = _first_of(error)
    name = error.filename or error.filename2
    path = "the disk"
    if name:
        path = os.fsdecode(name)
        with suppress(ValueError):
            path = Path(path).relative_to(Path.cwd()).as_posix()
    said = (error.strerror or type(error).__name__).lower()
    way_out = WAYS_OUT.get(error.errno or 0, "check the disk")
    return DiskRefused(f"{path}: {said}: {way_out}, and try again; what was published is as it was")


def _first_of(error: OSError) -> OSError:
    """What the system said of the first file, where a whole tree was copied: `shutil.Error` has it as text alone."""
    if not isinstance(error, shutil.Error) or not error.args or not isinstance(error.args[0], list):
        return error
    for _, target, why in error.args[0]:
        if number := re.search(r"\[Errno (\d+)\]", str(why)):
            return OSError(int(number[1]), os.strerror(int(number[1])), str(target))
    return error


class WrongUse(CampaignError):
    """A command line, setting or environment that cannot be carried out as asked."""

    exit_status = 2
