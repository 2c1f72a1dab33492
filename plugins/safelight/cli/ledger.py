"""Verbs of the consent ledger: due, approve, withdraw."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from safelight.cli.common import AS_JSON, SETTINGS, TODAY, VAULT, day, print_json


@click.group()
def consent() -> None:
    """What people agreed to. Example: safelight consent due --days 60"""


@consent.command()
@VAULT
@TODAY
@click.option("--days", type=click.IntRange(min=0), default=60, show_default=True, help="How far to look ahead.")
@AS_JSON
def due(vault: Path, today: datetime | None, days: int, as_json: bool) -> None:
    """Consents that run out, and risk reviews that grow old. Example: safelight consent due --days 90"""
    from safelight.consent import due as run
    from safelight.source.vault import read_vault

    ending = run(read_vault(vault), day(today), days)
    if as_json:
        print_json([{"id": d.id, "story": d.story, "expires_on": d.on, "what": d.what} for d in ending])
        return
    for one in ending:
        click.echo(f"{one.id}: story {one.story}: {one.what} on {one.on}: {one.way_out}")
    click.echo(f"{len(ending)} end within {days} days")


@consent.command()
@click.argument("story")
@SETTINGS
@TODAY
@click.option("--lang", required=True, help="The language that the person read or heard.")
@click.option("--by", required=True, help="Initials of who showed it to the person.")
@click.option("--dry-run", is_flag=True, help="Show the text; record nothing.")
@AS_JSON
def approve(story: str, conf: Path, today: datetime | None, lang: str, by: str, dry_run: bool, as_json: bool) -> None:
    """Show the safe text and record its approval. Example: safelight consent approve a-new-start --lang ru --by mk"""
    from safelight.sealing import find_keyring
    from safelight.site.build import load_campaign
    from safelight.staging import approve as run

    approval = run(load_campaign(conf), story, lang, by, day(today), find_keyring(), record=not dry_run)
    if as_json:
        print_json({"text": approval.text, "sha256": approval.sha256, "consent": approval.consent})
        return
    click.echo(approval.text)
    done = "would be recorded" if dry_run else "recorded"
    click.echo(f"{approval.consent}: {done} as approved in {lang}: {approval.sha256}", err=True)


@consent.command()
@click.argument("consent_id", metavar="ID")
@VAULT
@TODAY
def withdraw(consent_id: str, vault: Path, today: datetime | None) -> None:
    """Record that a person changed their mind. Example: safelight consent withdraw c-0417"""
    from safelight.sealing import find_keyring
    from safelight.source.ledger_edit import record_withdrawal

    record_withdrawal(vault, consent_id, day(today), find_keyring())
    click.echo(f"{consent_id}: withdrawn. Now run `make publish` and `safelight deploy`, then empty the caches that")
    click.echo("build/withdrawn/purge.txt lists. Whoever asked need not say why.")
