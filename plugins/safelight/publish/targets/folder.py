"""A folder on this machine: replaced by one exchange of names, so that readers see the old site or the new one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from safelight.errors import WrongUse
from safelight.executor import Watch
from safelight.publish.plan import DeployFailed, Plan, plan
from safelight.publish.promote import CannotPromote, promote, recover
from safelight.publish.stamp import digests, files


@dataclass(frozen=True)
class FolderTarget:
    """A folder; a new tree is made beside it."""

    folder: Path

    def compare(self, tree: Path, *, take_over: bool) -> Plan:
        """What would change in the folder; raises `WrongUse` for one around or inside the tree itself."""
        ours, theirs_at = tree.resolve(), self.folder.resolve()
        if ours.is_relative_to(theirs_at) or theirs_at.is_relative_to(ours):
            raise WrongUse(f"deploy: {self.folder}: holds the site that is to be deployed: name another folder")
        try:
            theirs = digests(self.folder) if self.folder.is_dir() else {}
        except OSError as error:
            raise DeployFailed(f"{self.folder}: cannot be read ({error.strerror}): check the folder") from None
        return plan(digests(tree), theirs, take_over=take_over)

    def carry_out(self, tree: Path, plan: Plan, watch: Watch) -> None:
        """Copy the tree beside the folder, then exchange the two.

        What a killed deployment left beside the folder goes, also when there is nothing else to do: it may be the old
        tree, and hold what was withdrawn.
        """
        beside = self.folder.with_name(f".{self.folder.name}.new")
        try:
            recover(self.folder)
            if beside.exists():
                shutil.rmtree(beside)
            if not (plan.send or plan.remove):
                return
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            sent, total = count(1), len(files(tree))

            def copied(source: str, target: str) -> str:
                watch(next(sent), total)
                return str(shutil.copy2(source, target))

            shutil.copytree(tree, beside, copy_function=copied)
            promote(beside, self.folder, take_over=True)
        except (OSError, shutil.Error) as error:
            reason = getattr(error, "strerror", None) or "some files could not be copied"
            raise DeployFailed(f"{self.folder}: cannot be written ({reason}): what was public still is") from None
        except CannotPromote as error:
            raise DeployFailed(str(error)) from None
        finally:
            shutil.rmtree(beside, ignore_errors=True)
