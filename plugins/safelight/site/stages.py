"""The one way through, but for Pelican's part: what comes before rendering, and what comes after."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime

from safelight.campaign import Campaign
from safelight.errors import LeakFound
from safelight.executor import Workforce, open_executors
from safelight.images.previews import wipe_previews
from safelight.languages.jinja import environment
from safelight.leakgate import report, scan
from safelight.model.findings import Severity
from safelight.presskit import Kit, build_kit, forget_others
from safelight.progress import progress_bar
from safelight.publish import build_lock, precompress, promote, recover, write_server_files, write_stamp
from safelight.site import withdrawals
from safelight.site.kits import kit_input
from safelight.site.summary import left_out, summary
from safelight.site.withdrawals import Published
from safelight.staging import Staged, forget_withdrawn, inspect, stage, write_report
from safelight.staging.status import write_page
from safelight.staging.translations import Originals, board


@dataclass(frozen=True)
class Prepared:
    """What rendering starts from: the staged content, the packed kits, the lock and executors (held to the end).

    `published` compares with earlier builds; `clock` tells whether consents still hold when the build ends. Work that
    needs the vault is done `here`, all other work `anywhere`.
    """

    staged: Staged
    kits: dict[str, Kit]
    lock: ExitStack
    published: Published
    clock: Callable[[], datetime]
    here: Executor
    anywhere: Executor


def before_render(
    campaign: Campaign, now: datetime, clock: Callable[[], datetime] | None = None, force: Workforce | None = None
) -> Prepared:
    """Read, check, consent, anonymise, stage, and pack the kits that the press pages tell the size of.

    Raises a `CampaignError` before anything is written to `build/content/` if the campaign may not be published.
    Without a `clock` it is `now` until the end; without a `force` the work goes to processes of this machine.
    """
    force = force or Workforce()
    with ExitStack() as stack:
        stack.enter_context(build_lock(campaign.build))
        recover(campaign.output)
        record = withdrawals.earlier(campaign)
        withdrawals.refuse(campaign, record, now)
        for name in campaign.loosened_limits():
            _say(f"pelican.conf.py: warning: limits.{name}: is looser than the default: {campaign.loosened[name]}")
        here, anywhere = stack.enter_context(open_executors(force))
        with progress_bar("texts and pictures") as watch:
            inspection = inspect(campaign, now, here, watch)
        for finding in inspection.findings:
            if finding.severity is not Severity.ERROR:
                _say(str(finding))
        if forget_withdrawn(campaign.build, inspection.permissions):
            _say("build/: what may no longer be published was removed, caches included")
        originals = Originals(campaign, inspection.tree, inspection.vault)
        write_page(board(originals, inspection.permissions), campaign.languages, campaign.build)
        wipe_previews(campaign)
        write_report(campaign, inspection)
        with progress_bar("new pictures") as watch:
            staged = stage(campaign, inspection, anywhere, watch)
        kits = {}
        templates = environment(campaign.theme, campaign.translations, campaign.languages, campaign.drafts)
        shutil.rmtree(campaign.build / "kits", ignore_errors=True)
        for lang in campaign.languages:
            kits[lang] = build_kit(
                kit_input(campaign, staged, lang),
                campaign.theme,
                campaign.translations,
                campaign.build / "kits",
                campaign.build / "cache" / "kits",
                templates,
            )
        forget_others(campaign.build / "cache" / "kits", tuple(kits.values()))
        published = withdrawals.compare(record, staged, kits)
        clock = clock or (lambda: now)
        withdrawals.recheck(campaign, inspection, clock())
        return Prepared(staged, kits, stack.pop_all(), published, clock, here, anywhere)


def after_render(campaign: Campaign, prepared: Prepared) -> str:
    """Put the kits in place, precompress, open and search every byte, stamp and promote; returns what was done.

    Raises `LeakFound` with every leak, and leaves `output/` as it was.
    """
    with prepared.lock:
        for lang, kit in sorted(prepared.kits.items()):
            target = campaign.site / lang / "press" / kit.file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(kit.file, target)
        withdrawals.write_gone(campaign, prepared.published)
        write_server_files(campaign, campaign.site, prepared.published.gone.paths)
        precompress(campaign.site, campaign.build / "cache" / "precompressed", prepared.anywhere)
        leaks = scan(campaign.site, prepared.staged.inspection.vault, prepared.here, campaign.build / "cache" / "gate")
        if leaks:
            raise LeakFound(report.as_text(leaks))
        write_stamp(campaign.site)
        withdrawals.write_purge(campaign, prepared.published)
        now = prepared.clock()
        withdrawals.recheck(campaign, prepared.staged.inspection, now)
        withdrawals.remember(campaign, prepared.staged.inspection, prepared.published, now)
        files = sum(1 for path in campaign.site.rglob("*") if path.is_file())
        promote(campaign.site, campaign.output)
        inspection = prepared.staged.inspection
        return summary(
            campaign.output, files, inspection.documents, campaign.languages, prepared.kits, left_out(inspection)
        )  # fmt: skip


def _say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201 (findings are for the person at the terminal)
