"""Verbs of publishing: deploy."""

from __future__ import annotations

from pathlib import Path

import click

from safelight.cli.common import SETTINGS


@click.command()
@SETTINGS
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="List additions, changes and removals; write nothing.")
def deploy(conf: Path, target: Path, dry_run: bool) -> None:
    """Copy output/ to a folder, if it is what passed the gate. Example: safelight deploy /srv/www --dry-run"""
    from safelight.publish import deploy_local
    from safelight.site.build import load_campaign

    for line in deploy_local(load_campaign(conf).output, target, dry_run):
        click.echo(line)
