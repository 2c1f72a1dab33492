"""Deploy: makes a target equal to the tree that passed the gate, and tells what a CDN must forget."""

from __future__ import annotations

from pathlib import Path

from safelight.executor import Watch
from safelight.publish.plan import Plan
from safelight.publish.stamp import verify_stamp
from safelight.publish.targets import Target


def _look_away(done: int, total: int) -> None:
    """For nobody who watches."""


def deploy(output: Path, target: Target, *, dry_run: bool, take_over: bool = False, watch: Watch = _look_away) -> Plan:
    """Make `target` equal to `output`; returns what was done, or with `dry_run` what would be.

    `watch` is told how many files are sent, and of how many.

    Raises `StampMismatch` when `output` is not the tree that passed the gate, `TargetHoldsOthers` for a target that was
    never deployed to and is not empty (unless `take_over`), `DeployFailed` when the target refuses.
    """
    verify_stamp(output)
    plan = target.compare(output, take_over=take_over)
    if not dry_run:
        target.carry_out(output, plan, watch)
    return plan


def purge_addresses(plan: Plan, site_url: str, withdrawn: Path) -> tuple[str, ...]:
    """Absolute URLs that caches in front of the site must forget, sorted.

    What `plan` changes, and what the build's list of withdrawals (the file `withdrawn`, one URL a line) names: that is
    told every time, because an earlier purge may have failed.
    """
    before = withdrawn.read_text(encoding="utf-8").split() if withdrawn.is_file() else []
    return tuple(sorted({*plan.addresses(site_url), *before}))
