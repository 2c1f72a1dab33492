"""Verbs of pictures: images, redact-image."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from safelight.cli.common import AS_JSON, SETTINGS, TODAY, day, print_json


@click.command("redact-image")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Where the safe image goes.")
@AS_JSON
def redact_image(source: Path, output: Path, as_json: bool) -> None:
    """A safe image from the detectors alone, for trial. Example: safelight redact-image in.jpg -o out.png"""
    from safelight.campaign import Limits
    from safelight.images import redact_image as run

    result = run(source, output, Limits())
    regions = [{"box": list(r.box), "kind": r.kind, "score": r.score} for r in result.regions]
    if as_json:
        print_json({"width": result.width, "height": result.height, "regions": regions})
    else:
        click.echo(f"{output}: {result.width} x {result.height} pixels, {len(regions)} regions filled")


@click.group(invoke_without_command=True)
@SETTINGS
@TODAY
@AS_JSON
@click.pass_context
def images(context: click.Context, conf: Path, today: datetime | None, as_json: bool) -> None:
    """Pictures that wait for somebody to look at them. Example: safelight images --json"""
    if context.invoked_subcommand:
        return
    from safelight.site.build import load_campaign
    from safelight.staging import waiting_images

    findings = waiting_images(load_campaign(conf), day(today))
    if as_json:
        print_json([finding.as_json() for finding in findings])
    else:
        for finding in findings:
            click.echo(str(finding))
        click.echo(f"{len(findings)} wait", err=True)
    context.exit(1 if findings else 0)


@images.command()
@click.argument("file", type=click.Path(path_type=Path))
@SETTINGS
@TODAY
@click.option("--add", multiple=True, metavar="X0,Y0,X1,Y1:KIND", help="Fill this box too.")
@click.option(
    "--remove",
    multiple=True,
    metavar="NUMBER:REASON",
    help="Do not fill this box of the list; text:REASON means every box of text.",
)
@click.option("--accept", is_flag=True, help="Sign for the picture as it now stands.")
@click.option("--by", default="", help="Your initials.")
@AS_JSON
def review(
    file: Path, conf: Path, today: datetime | None, add: tuple[str, ...], remove: tuple[str, ...], accept: bool,
    by: str, as_json: bool,
) -> None:  # fmt: skip
    """Look at a picture, and sign for it.

    Example: safelight images review content/stories/x/yard.jpg --add 88,300,190,360:tattoo --remove 2:"a clock"
    --accept --by mk
    """
    from safelight.images.reviewing import check_initials
    from safelight.sealing import find_keyring
    from safelight.site.build import load_campaign
    from safelight.staging import review_image

    if accept:
        by = check_initials(by)
    done = review_image(load_campaign(conf), file, add, remove, by if accept else "", day(today), find_keyring())
    seen = done.look
    gone = {region.box: region.reason for region in seen.removed}
    if as_json:
        print_json({
            "file": seen.file, "sha256": seen.sha256, "width": seen.width, "height": seen.height,
            "detected": [{"number": n, "box": r.box, "kind": r.kind, "score": r.score, "removed": gone.get(r.box)}
                         for n, r in enumerate(seen.detected, 1)],
            "added": [{"box": r.box, "kind": r.kind} for r in seen.added],
            "preview": str(done.preview) if done.preview else None, "accepted": accept,
        })  # fmt: skip
        return
    for number, region in enumerate(seen.detected, 1):
        note = f"  not filled: {gone[region.box]}" if region.box in gone else ""
        click.echo(f"{number:3}  {region.kind:6} {region.score:.2f}  {','.join(map(str, region.box))}{note}")
    for added in seen.added:
        click.echo(f"  +  {added.kind:6}       {','.join(map(str, added.box))}")
    if not seen.detected and not seen.added:
        click.echo("nothing was found: look yourself before you accept")
    if accept:
        click.echo(f"{seen.file}: accepted by {by}")
    else:
        click.echo(f"look at {done.preview}; then add --add, --remove and at last --accept --by YOUR-INITIALS")
