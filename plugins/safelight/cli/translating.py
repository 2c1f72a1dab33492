"""Verbs of translations: status, translate stamp."""

from __future__ import annotations

from pathlib import Path

import click

from safelight.cli.common import AS_JSON, SETTINGS, print_json


@click.command()
@SETTINGS
@click.option("--require", type=click.Choice(["reviewed"]), help="End with 1 unless every translation is reviewed.")
@AS_JSON
def status(conf: Path, require: str | None, as_json: bool) -> None:
    """Language by document: missing, outdated (which blocks), machine, reviewed. Example: safelight status --json

    Ends with 0; with --require reviewed with 1 while anything is missing, outdated, or not reviewed. The same stands in
    build/status/index.html.
    """
    from safelight.site.build import load_campaign
    from safelight.staging.status import as_json as plain
    from safelight.staging.status import as_text, write_page
    from safelight.staging.translations import Originals, board, unfinished

    campaign = load_campaign(conf)
    found = board(Originals.read(campaign))
    write_page(found, campaign.languages, campaign.build)
    if as_json:
        print_json(plain(found))
    else:
        click.echo(as_text(found))
    raise SystemExit(1 if require and unfinished(found) else 0)


@click.group()
def translate() -> None:
    """Translations: stamp. Example: safelight translate stamp content/guides/coming-home/ky.md"""


@translate.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@SETTINGS
def stamp(files: tuple[Path, ...], conf: Path) -> None:
    """Say in FILES what they were made from: the source as it is now. Example: safelight translate stamp ky.md

    Run it when a translation says what its source says: it writes the hashes of the source's blocks (Source-Hash).
    """
    from safelight.site.build import load_campaign
    from safelight.staging.translations import Originals, stamp_file

    campaign = load_campaign(conf)
    originals = Originals.read(campaign)
    for file in files:
        click.echo(f"{file}: made from {stamp_file(campaign, file, originals).path}")
