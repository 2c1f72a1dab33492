"""The verb of the mosaic: profile."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from safelight.cli.common import AS_JSON, SETTINGS, TODAY, day, now, print_json


@click.command()
@click.argument("story", required=False)
@SETTINGS
@TODAY
@click.option("--decide", "trait", metavar="ATTRIBUTE=VALUE", help="Say something of a trait that the story tells.")
@click.option("--as", "meant", type=click.Choice(["other-person", "other-time", "common"]), help="What you say of it.")
@click.option("--by", default="", help="Initials of who decides; they sign the decision.")
@AS_JSON
def profile(
    story: str | None, conf: Path, today: datetime | None, trait: str | None, meant: str | None, by: str, as_json: bool
) -> None:
    """What stories disclose of their people, and how many share it. Example: safelight profile a-new-start

    `--decide` writes into the vault that a trait is somebody else's, of another time, or so common that it need not be
    counted. Example: safelight profile a-new-start --decide occupation=doctor --as other-person --by mk
    """
    from safelight.errors import WrongUse
    from safelight.model.findings import did_you_mean
    from safelight.sealing import find_keyring
    from safelight.site.build import load_campaign
    from safelight.staging import inspect
    from safelight.staging.report import mosaic_values
    from safelight.staging.traits import decide_trait

    campaign = load_campaign(conf)
    if trait is not None:
        if not (story and meant and by):
            raise WrongUse("--decide: needs the story, --as and --by: see `safelight profile --help`")
        told = decide_trait(campaign, story, trait, meant, by, day(today), find_keyring())
        click.echo(f"{told}: decided; the next build counts the story without it")
        return
    inspection = inspect(campaign, now(today))
    told_of = {profile.story: (profile, mosaic) for profile, mosaic in inspection.mosaics}
    if story and story not in told_of:
        raise WrongUse(
            f"{story}: is no story of a real person: {did_you_mean(story, told_of) if told_of else 'none is'}"
        )
    chosen = [told_of[story]] if story else list(told_of.values())
    if as_json:
        names = {name: name for name in told_of}
        print_json({one.story: mosaic_values(one, mosaic, names, inspection.caseload) for one, mosaic in chosen})
    else:
        for one, mosaic in chosen:
            click.echo(f"{one.story}: k = {'unknown' if mosaic.k is None else mosaic.k}")
            for attribute, value in mosaic.pairs:
                places = ", ".join(f"{place.path}:{place.line}" for place in mosaic.places(attribute, value))
                note = " (not counted)" if (attribute, value) in mosaic.uncounted else ""
                click.echo(f"    {attribute}={inspection.caseload.spelt(attribute, value)}{note}: {places}")
    raise SystemExit(1 if any(found.rule.startswith(("profile", "caseload")) for found in inspection.blocking) else 0)
