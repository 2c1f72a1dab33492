"""Promote: the gated tree becomes `output/` in one exchange of names, so that there is always a whole tree."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

from safelight.errors import CampaignError
from safelight.publish.stamp import STAMP

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""From Linux's `renameat2(2)`: swap two names atomically."""
WITHOUT_EXCHANGE = frozenset({errno.EINVAL, errno.ENOSYS, errno.EXDEV, errno.EOPNOTSUPP})
"""What file systems that cannot swap names answer."""


class CannotPromote(CampaignError):
    """`output/` cannot be replaced: it holds something that Safelight did not make, or the disk refuses."""


def promote(site: Path, output: Path, *, take_over: bool = False) -> None:
    """Make `site`, which has a stamp, the published tree at `output`; both on one file system.

    The tree that was there before is removed afterwards. Raises `CannotPromote` and leaves `output` as it was when
    it is not a tree that Safelight published (unless `take_over`), or the file system refuses.
    """
    if not take_over and output.is_dir() and any(output.iterdir()) and not (output / STAMP).is_file():
        raise CannotPromote(
            f"{output.name}/: holds files that Safelight did not publish: move them away and build again"
        )
    try:
        _sync(site)
        output.parent.mkdir(parents=True, exist_ok=True)
        if not output.is_dir():
            site.rename(output)
        elif _exchange(site, output):
            shutil.rmtree(site)
        else:
            before = _before(output)
            output.rename(before)
            site.rename(output)
            shutil.rmtree(before)
        _sync_folder(output.parent)
    except OSError as error:
        raise CannotPromote(
            f"{output.name}/: cannot be replaced ({error.strerror}): mend that and build again"
        ) from None


def recover(output: Path) -> None:
    """Put back the old tree if a promotion without atomic exchange was killed between its two renames."""
    before = _before(output)
    if before.is_dir():
        if output.exists():
            shutil.rmtree(before)
        else:
            before.rename(output)


def _before(output: Path) -> Path:
    return output.with_name(f".{output.name}.before")


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders atomically; False where the file system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in WITHOUT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code))


def _sync(tree: Path) -> None:
    """Have every byte of `tree` on the disk before its name changes."""
    for path in tree.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
    _sync_folder(tree)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
