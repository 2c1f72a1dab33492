"""Verbs of the consent ledger."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from safelight.cli.common import AS_JSON, TODAY, VAULT, day, print_json


@click.command()
@VAULT
@TODAY
@click.option("--days", default=60, show_default=True, help="How far to look ahead.")
@AS_JSON
def consent(vault: Path, today: datetime | None, days: int, as_json: bool) -> None:
    """Consents that run out. Example: safelight consent --days 90"""
    from safelight.consent import due
    from safelight.source.vault import read_vault

    ending = due(read_vault(vault), day(today), days)
    if as_json:
        print_json([{"id": c.id, "story": c.story, "expires_on": c.expires_on} for c in ending])
        return
    for entry in ending:
        click.echo(f"{entry.id}: story {entry.story}: ends on {entry.expires_on}: ask again or withdraw it")
    click.echo(f"{len(ending)} end within {days} days")
