"""`safelight <verb>`: thin; every verb is one function of a room below, one file here for each group of verbs."""

from __future__ import annotations

from typing import Any

import click

from safelight.cli import building, gate, ledger, pictures, publishing, safe, texts, writing
from safelight.errors import CampaignError


class Verbs(click.Group):
    """A group whose verbs turn what a person can cause into a message and an exit status, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; a `CampaignError` is printed and ends with its own status."""
        try:
            return super().invoke(ctx)
        except CampaignError as error:
            click.echo(str(error), err=True)
            ctx.exit(error.exit_status)
        except ImportError as error:
            click.echo(f"safelight: cannot be loaded ({error}): set it up again with `make site`", err=True)
            ctx.exit(2)


@click.group(cls=Verbs)
@click.version_option(package_name="safelight")
def main() -> None:
    """Publish what happened to people without exposing them.

    Example: safelight check && safelight build
    """


for _verb in (
    building.build,
    building.check,
    building.serve,
    texts.redact,
    texts.review,
    pictures.redact_image,
    gate.scan,
    writing.new,
    writing.status,
    ledger.consent,
    safe.vault,
    publishing.deploy,
):
    main.add_command(_verb)
