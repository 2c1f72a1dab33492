"""Verbs of the gate: scan."""

from __future__ import annotations

from pathlib import Path

import click

from safelight.cli.common import AS_JSON, VAULT, print_json
from safelight.errors import WrongUse


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@VAULT
@click.option("--show", is_flag=True, help="Print the secrets that were found, too.")
@AS_JSON
def scan(path: Path, vault: Path, show: bool, as_json: bool) -> None:
    """Every leak in a file or tree. Example: safelight scan output --vault private"""
    from safelight.leakgate import report
    from safelight.leakgate import scan as run
    from safelight.source.vault import read_vault

    if not path.exists():
        raise WrongUse(f"{path}: is not there: name a file or folder that exists")
    leaks = run(path, read_vault(vault))
    if as_json:
        print_json([leak.as_json(show) for leak in leaks])
    elif leaks:
        click.echo(report.as_text(leaks, show=show))
    raise SystemExit(1 if leaks else 0)
