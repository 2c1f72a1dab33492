"""`safelight <verb>`: thin; every verb is one function of a room below, one file here for each group of verbs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from safelight import crash
from safelight.cli import (
    building,
    gate,
    ledger,
    names,
    pictures,
    profiles,
    publishing,
    safe,
    texts,
    translating,
    writing,
)
from safelight.errors import CampaignError, disk_refused

IDENTITY_VARIABLE = "SAFELIGHT_IDENTITY_FILE"
PASSPHRASE_VARIABLE = "SAFELIGHT_PASSPHRASE_FD"  # noqa: S105 (the name of a variable that holds a number)
"""As in `sealing.keys`, which is not loaded for verbs that need no vault."""


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
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click's own, and a pipe that was closed
        except OSError as error:
            click.echo(str(disk_refused(error)), err=True)
            ctx.exit(2)
        except Exception as error:  # noqa: BLE001 (the last resort: a message of ours must stand for every bug)
            click.echo(crash.tell(error), err=True)
            ctx.exit(2)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a verb; each that reads a vault also says with what to open it."""
        _open_with(cmd)
        super().add_command(cmd, name)


def _open_with(cmd: click.Command) -> None:
    if isinstance(cmd, click.Group):
        for verb in cmd.commands.values():
            _open_with(verb)
    if {"vault", "conf"} & {parameter.name for parameter in cmd.params}:
        cmd.params += [
            click.Option(
                ["--identity"], type=click.Path(), expose_value=False, callback=_remember(IDENTITY_VARIABLE),
                help="Your age or SSH identity, for a sealed vault.",
            ),
            click.Option(
                ["--passphrase-fd"], type=int, expose_value=False, callback=_remember(PASSPHRASE_VARIABLE),
                help="Descriptor to read the vault's passphrase from.",
            ),
        ]  # fmt: skip


def _remember(variable: str) -> Callable[[click.Context, click.Parameter, object], None]:
    """Hand an option on by the environment, which reaches plain Pelican and the preview's builds too."""

    def remember(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
        if value is not None:
            os.environ[variable] = str(value)

    return remember


@click.group(cls=Verbs)
@click.version_option(package_name="safelight")
def main() -> None:
    """Publish what happened to people without exposing them.

    Example: safelight check && safelight build
    """
    sys.excepthook = crash.excepthook


for _verb in (
    building.build,
    building.check,
    building.serve,
    texts.redact,
    texts.review,
    profiles.profile,
    pictures.images,
    pictures.redact_image,
    gate.scan,
    writing.new,
    translating.status,
    translating.translate,
    writing.messages,
    ledger.consent,
    safe.vault,
    safe.seal_story,
    safe.guard,
    names.pseudonyms,
    publishing.deploy,
    publishing.nginx,
    publishing.verify,
):
    main.add_command(_verb)
