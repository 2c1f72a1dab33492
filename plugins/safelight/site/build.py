"""Start Pelican on a campaign from Python, by the same way as `pelican content -s pelican.conf.py`."""

from __future__ import annotations

import logging
from datetime import datetime
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.log import init as init_logging
from pelican.settings import read_settings

from safelight.campaign import Campaign
from safelight.errors import CampaignError, WrongUse
from safelight.executor import Workforce


def load_settings(conf: Path, now: datetime | None = None) -> dict[str, Any]:
    """Pelican's settings of a campaign, read from its settings file.

    Raises `WrongUse` for a file that is missing, cannot be run, or makes no `CAMPAIGN`.
    """
    if not conf.is_file():
        raise WrongUse(f"{conf}: is not there: run in the campaign's folder or name the file with --settings")
    try:
        settings: dict[str, Any] = read_settings(str(conf))
    except CampaignError:
        raise
    except (SyntaxError, NameError, TypeError, ValueError, ImportError, OSError) as error:
        raise WrongUse(f"{conf.name}: cannot be read ({error}): mend the settings file") from None
    if not isinstance(settings.get("CAMPAIGN"), Campaign):
        raise WrongUse(f"{conf.name}: CAMPAIGN: is missing: see the sample's pelican.conf.py")
    if now is not None:
        settings["SAFELIGHT_NOW"] = now.isoformat()
    return settings


def load_campaign(conf: Path) -> Campaign:
    """The campaign that a settings file describes; raises `WrongUse` as `load_settings` does."""
    campaign = load_settings(conf)["CAMPAIGN"]
    assert isinstance(campaign, Campaign)  # noqa: S101 (load_settings has made sure)
    return campaign


def build(conf: Path, now: datetime | None = None, force: Workforce | None = None) -> None:
    """Build the campaign into its `output/`; `now` stands in for the clock, `force` is who works on the files.

    Raises `CampaignError` for what the settings get wrong, and `SystemExit` with the right status, its message
    already printed, for what the handlers stop at.
    """
    settings = load_settings(conf, now)
    if force:
        settings |= {"SAFELIGHT_WORKERS": force.workers, "SAFELIGHT_SCHEDULER": force.scheduler}
    init_logging(level=logging.WARNING, fatal="errors")
    pelican = Pelican(settings)
    try:
        pelican.run()
    finally:
        run = pelican.settings.get("SAFELIGHT_RUN")
        if run:  # rendering may have failed before `on_finalized`: the lock and the workers go now
            run.prepared.lock.close()
