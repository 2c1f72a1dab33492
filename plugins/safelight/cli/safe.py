"""Verbs of the vault."""

from __future__ import annotations

from pathlib import Path

import click

from safelight.cli.common import AS_JSON, VAULT, print_json


@click.command()
@VAULT
@AS_JSON
def vault(vault: Path, as_json: bool) -> None:
    """Whether the vault can be read, and what it holds. Example: safelight vault --vault private"""
    from safelight.source.vault import read_vault

    found = read_vault(vault)
    counts = {name: len(getattr(found, name)) for name in ("people", "places", "decisions", "consent", "images")}
    if as_json:
        print_json(counts)
    else:
        click.echo(", ".join(f"{count} {name}" for name, count in counts.items()))
