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
        print_json(
            {
                "text": approval.text,
                "sha256": approval.sha256,
                "consent": approval.consent,
                "channels": list(approval.channels),
                "expires_on": approval.until,
            }
        )
        return
    click.echo(approval.text)
    channels, until = ", ".join(approval.channels), approval.until or "the day that is missing in the ledger"
    click.echo(f"{approval.consent}: the person agreed to: {channels}; until {until}", err=True)
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

    done = record_withdrawal(vault, consent_id, day(today), find_keyring())
    said = f"withdrawn on {done.since}" if done.new else f"was withdrawn on {done.since} already"
    click.echo(f"{consent_id}: {said}: the story '{done.story}' goes from the site with the next build.")
    for other in done.others:
        click.echo(
            f"{other.id}: of the same person, story '{other.story}', stays {other.status}: if they meant that too, run "
            f"`safelight consent withdraw {other.id}`"
        )
    click.echo("Now run `make publish` and `safelight deploy TARGET`,")
    click.echo("then empty the caches of the addresses in build/withdrawn/purge.txt. Whoever asked need not say why.")
