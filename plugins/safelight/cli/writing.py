"""Verbs for editors: new, messages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from safelight.cli.common import SETTINGS, TODAY, day


@click.command()
@SETTINGS
@click.argument("what", type=click.Choice(["story", "guide", "release", "page", "language"]))
@click.argument("name")
@click.option("--lang", default="en", show_default=True, help="Language of the new file.")
@TODAY
def new(conf: Path, what: str, name: str, lang: str, today: datetime | None) -> None:
    """Start a document with every key explained. Example: safelight new story a-new-start --lang ru

    `safelight new language kk` adds a language as a draft: an entry in content/data/languages.yaml and a catalogue to
    translate. The site builds with it at once, showing the first language where nothing is translated yet.
    """
    from safelight.site.build import load_campaign
    from safelight.source.new import new_document
    from safelight.source.new_language import new_language

    if what == "language":
        begun = new_language(load_campaign(conf), name)
        click.echo(
            f"{begun.language.endonym} ({name}, {begun.language.direction}): plural forms {', '.join(begun.plurals)}; "
            f"{begun.catalogue.untranslated} strings to translate in translations/{name}/LC_MESSAGES/messages.po"
        )
        if begun.fonts == ():
            click.echo(
                "No font of this machine has its letters: install one before you print its fact sheet.", err=True
            )
        click.echo("It is a draft: change its name and `state` in content/data/languages.yaml when it is ready.")
        return
    click.echo(new_document(load_campaign(conf), what, name, lang, day(today)))


@click.command()
@SETTINGS
def messages(conf: Path) -> None:
    """Bring the catalogues of the theme's strings up to date. Example: safelight messages"""
    from safelight.languages.messages import update
    from safelight.site.build import load_campaign

    campaign = load_campaign(conf)
    for done in update(campaign.theme, campaign.translations, campaign.languages):
        click.echo(f"translations/{done.code}: {done.strings} strings, {done.untranslated} to translate")
