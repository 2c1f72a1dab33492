"""Verbs of the whole way: build, check, serve."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from safelight.cli.common import AS_JSON, SCHEDULER, SETTINGS, TODAY, WORKERS, now, print_json


@click.command()
@SETTINGS
@TODAY
@WORKERS
@SCHEDULER
def build(conf: Path, today: datetime | None, workers: int | None, scheduler: str) -> None:
    """Build the site into output/. Example: safelight build --today 2026-11-24 --workers 2"""
    from safelight.executor import Workforce
    from safelight.site.build import build as run

    run(conf, now(today) if today else None, Workforce(workers, scheduler))


@click.command()
@SETTINGS
@TODAY
@WORKERS
@AS_JSON
def check(conf: Path, today: datetime | None, workers: int | None, as_json: bool) -> None:
    """Every finding of the content, nothing written. Example: safelight check --json"""
    from safelight.executor import open_executor
    from safelight.progress import progress_bar
    from safelight.site.build import load_campaign
    from safelight.staging import inspect

    campaign = load_campaign(conf)
    with open_executor(workers=workers) as executor, progress_bar("texts and pictures") as watch:
        inspection = inspect(campaign, now(today), executor, watch)
    if as_json:
        print_json([finding.as_json() for finding in inspection.findings])
    else:
        for finding in inspection.findings:
            click.echo(str(finding))
        click.echo(f"{len(inspection.blocking)} errors, {len(inspection.findings) - len(inspection.blocking)} others")
    raise SystemExit(1 if inspection.blocking else 0)


@click.command()
@SETTINGS
@click.option("--port", default=8000, show_default=True, help="Port on localhost.")
def serve(conf: Path, port: int) -> None:
    """Preview on localhost, rebuilt on every change. Example: safelight serve --port 8080"""
    from safelight.site.serve import serve as run

    run(conf, port)
