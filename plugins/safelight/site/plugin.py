"""What Pelican's signals start: handlers only, each turns Pelican's objects into plain values at once."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from pelican import Pelican, signals
from pelican.log import console

from safelight import crash
from safelight.campaign import Campaign
from safelight.errors import CampaignError, WrongUse, disk_refused
from safelight.executor import Workforce
from safelight.site import stages
from safelight.site.generator import CampaignGenerator


@dataclass
class Run:
    """One build on its way through Pelican; kept in the settings because signals hold receivers weakly."""

    prepared: stages.Prepared


def _stop(error: CampaignError) -> NoReturn:
    print(error, file=sys.stderr)  # noqa: T201 (Pelican would print a traceback)
    raise SystemExit(error.exit_status)


def _crash(error: Exception) -> NoReturn:
    print(crash.tell(error), file=sys.stderr)  # noqa: T201 (as above)
    raise SystemExit(2)


def _campaign(pelican: Pelican) -> Campaign:
    """The campaign with what the command line overrode; overrides come after the settings file has run."""
    settings = pelican.settings
    campaign = settings.get("CAMPAIGN")
    if not isinstance(campaign, Campaign):
        raise WrongUse("pelican settings: CAMPAIGN: is missing: build with -s pelican.conf.py")
    output = Path(pelican.output_path).resolve()
    return replace(
        campaign,
        site_url=settings["SITEURL"],
        output_dir=campaign.output_dir if output == campaign.site.resolve() else output,
    )


def moment(settings: dict[str, Any]) -> datetime:
    """The moment that the build is for: `SAFELIGHT_NOW` (RFC 3339, from `--now`), else the clock's."""
    given = settings.get("SAFELIGHT_NOW")
    return datetime.fromisoformat(given).astimezone(UTC) if given else datetime.now(UTC)


def workforce(settings: dict[str, Any]) -> Workforce:
    """Who works on the files, from `SAFELIGHT_WORKERS` and `SAFELIGHT_SCHEDULER` (from `--workers`, `--scheduler`)."""
    return Workforce(settings.get("SAFELIGHT_WORKERS"), settings.get("SAFELIGHT_SCHEDULER", ""))


def on_initialized(pelican: Pelican) -> None:
    """Stage the safe content and point Pelican at it, before any generator exists."""
    try:
        campaign = _campaign(pelican)
        force = workforce(pelican.settings)
        prepared = stages.before_render(campaign, moment(pelican.settings), lambda: moment(pelican.settings), force)
    except CampaignError as error:
        _stop(error)
    except OSError as error:
        _stop(disk_refused(error))
    except Exception as error:  # noqa: BLE001 (Pelican would print the message, which may quote a name)
        _crash(error)
    pelican.path = str(campaign.staged)
    pelican.output_path = str(campaign.site)
    pelican.settings.update(
        PATH=pelican.path,
        OUTPUT_PATH=pelican.output_path,
        READERS={},
        CAMPAIGN=campaign,
        SAFELIGHT_RUN=Run(prepared),
    )


def on_get_generators(pelican: Pelican) -> type[CampaignGenerator]:
    """The one generator that writes; Pelican's own have nothing to read."""
    return CampaignGenerator


def on_finalized(pelican: Pelican) -> None:
    """Pack, open, search and promote what was rendered."""
    run: Run = pelican.settings["SAFELIGHT_RUN"]
    try:
        summary = stages.after_render(pelican.settings["CAMPAIGN"], run.prepared)
    except CampaignError as error:
        _stop(error)
    except OSError as error:
        _stop(disk_refused(error))
    except Exception as error:  # noqa: BLE001 (as above)
        _crash(error)
    print(summary)  # noqa: T201 (what the build did, for the person who started it)
    # Pelican ends with "Processed 0 articles": true of its own generators, and alarming to an editor.
    console.quiet = True


def register() -> None:
    """Connect the handlers: `initialized` is the last moment before Pelican looks at its content."""
    signals.initialized.connect(on_initialized)
    signals.get_generators.connect(on_get_generators)
    signals.finalized.connect(on_finalized)
