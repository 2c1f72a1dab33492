"""Verbs of translations: status; translate export, import, stamp."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from safelight.cli.common import AS_JSON, SETTINGS, TODAY, now, print_json


@click.command()
@SETTINGS
@click.option("--require", type=click.Choice(["reviewed"]), help="End with 1 unless every translation is reviewed.")
@TODAY
@AS_JSON
def status(conf: Path, require: str | None, today: datetime | None, as_json: bool) -> None:
    """Language by document: missing, outdated (which blocks), machine, reviewed. Example: safelight status --json

    Ends with 0; with --require reviewed with 1 while anything is missing, outdated, or not reviewed. The same stands in
    build/status/index.html.
    """
    from safelight import consent
    from safelight.site.build import load_campaign
    from safelight.staging.report import report_folder
    from safelight.staging.status import as_json as plain
    from safelight.staging.status import as_text, write_page
    from safelight.staging.translations import Originals, board, unfinished

    campaign = load_campaign(conf)
    originals = Originals.read(campaign)
    found = board(originals, consent.decide(originals.tree, originals.vault, campaign, now(today)))
    write_page(found, campaign.languages, campaign.build)
    if as_json:
        print_json(plain(found))
    else:
        click.echo(as_text(found))
        page = report_folder(campaign) / "index.html"
        if page.is_file():
            click.echo(f"what stories tell of their people, and what waits: {page.relative_to(campaign.root)}")
    raise SystemExit(1 if require and unfinished(found) else 0)


@click.group()
def translate() -> None:
    """Texts for translators, and back. Example: safelight translate export content/guides/coming-home --to ky"""


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


@translate.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "lang", required=True, help="The language to translate into, for instance ky.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write; without it, to standard output.")
@SETTINGS
def export(file: Path, lang: str, output: Path | None, conf: Path) -> None:
    """Write the safe text of FILE as a PO file. Example: safelight translate export content/pages/home/en.md --to ky

    The translator gets texts and notes on names and words, never the raw story.
    """
    from safelight.sealing import replace_file
    from safelight.site.build import load_campaign
    from safelight.staging.translators import export_file

    text = export_file(load_campaign(conf), file, lang)
    if output is None:
        click.echo(text, nl=False)
    else:
        replace_file(output, text.encode())
        click.echo(
            f"{output}: send it to the translator; `safelight translate import {output}` brings it back", err=True
        )


@translate.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--as", "translation", type=click.Choice(["machine", "human", "reviewed"]), default="machine", show_default=True,
    help="Who translated, written into a new file; a file that is there keeps what it says.",
)  # fmt: skip
@SETTINGS
def import_(file: Path, translation: str, conf: Path) -> None:
    """Bring a PO file back into its document. Example: safelight translate import home.ky.po --as human"""
    from safelight.site.build import load_campaign
    from safelight.staging.translators import import_file

    click.echo(import_file(load_campaign(conf), file, translation))
