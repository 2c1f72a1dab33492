"""Verbs of the gate: scan."""

from __future__ import annotations

import json
from pathlib import Path

import click

from safelight.cli.common import AS_JSON, VAULT, print_json
from safelight.errors import WrongUse


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@VAULT
@click.option("--show", is_flag=True, help="Print the secrets that were found, too.")
@click.option("--sarif", type=click.Path(path_type=Path), help="Write the leaks as SARIF to this file, too.")
@AS_JSON
def scan(path: Path, vault: Path, show: bool, sarif: Path | None, as_json: bool) -> None:
    """Every leak in a file or tree. Example: safelight scan output --vault private"""
    from safelight.executor import open_executor
    from safelight.leakgate import report
    from safelight.leakgate import scan as run
    from safelight.source.vault import read_vault

    if not path.exists():
        raise WrongUse(f"{path}: is not there: name a file or folder that exists")
    with open_executor() as executor:
        leaks = run(path, read_vault(vault), executor)
    if sarif:
        try:
            sarif.write_text(json.dumps(report.as_sarif(leaks), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            raise WrongUse(f"{sarif}: cannot be written ({error.strerror}): name another file") from None
    if as_json:
        print_json([leak.as_json(show) for leak in leaks])
    elif leaks:
        click.echo(report.as_text(leaks, show=show))
    raise SystemExit(1 if leaks else 0)
