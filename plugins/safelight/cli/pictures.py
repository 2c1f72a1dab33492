"""Verbs of pictures: redact-image."""

from __future__ import annotations

from pathlib import Path

import click

from safelight.cli.common import AS_JSON, print_json


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
