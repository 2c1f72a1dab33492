"""Verbs of the vault (status, seal, open, edit, keygen, add-recipient, rotate), and what keeps names out of Git."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from safelight.cli.common import AS_JSON, SETTINGS, TODAY, VAULT, day, print_json
from safelight.errors import VaultFindings


@click.group(invoke_without_command=True)
@click.pass_context
def vault(ctx: click.Context) -> None:
    """Seal, open and edit the vault. Example: safelight vault status"""
    if ctx.invoked_subcommand is None:
        ctx.invoke(status, vault=Path("private"), as_json=False)


@vault.command()
@VAULT
@AS_JSON
def status(vault: Path, as_json: bool) -> None:
    """Whether the vault is sealed, can be read, and how much it holds. Example: safelight vault status --json"""
    from safelight.sealing import sealed_files, unsealed_files
    from safelight.source.vault import read_vault

    found = read_vault(vault)
    names = ("people", "places", "decisions", "consent", "images", "caseload")
    counts = {name: len(getattr(found, name)) for name in names}
    sealed, plain = sealed_files(vault), unsealed_files(vault)
    if as_json:
        print_json({**counts, "sealed": sealed, "unsealed": plain})
        return
    click.echo(", ".join(f"{count} {name}" for name, count in counts.items()))
    click.echo(f"sealed: {', '.join(sealed) or 'nothing'}; open: {', '.join(plain) or 'nothing'}")


@vault.command()
@VAULT
@click.option("--passphrase", is_flag=True, help="Seal under one passphrase instead of for recipients.")
def seal(vault: Path, passphrase: bool) -> None:
    """Encrypt every file for the keys in recipients.txt. Example: safelight vault seal"""
    from safelight.sealing import find_keyring, opens, seal_vault

    keyring = find_keyring()
    done = seal_vault(vault, keyring, passphrase=passphrase)
    click.echo(f"{len(done)} files sealed: {', '.join(done) or 'nothing was open'}")
    if done and not passphrase and not opens(vault, keyring):
        click.echo("warning: your own identity does not open it: only the other recipients can", err=True)


@vault.command("open")
@VAULT
def open_(vault: Path) -> None:
    """Turn sealed files into plain ones; to change one, `edit` is safer. Example: safelight vault open"""
    from safelight.sealing import find_keyring, open_vault

    done = open_vault(vault, find_keyring())
    click.echo(f"{len(done)} files opened: {', '.join(done) or 'nothing was sealed'}")
    if done:
        click.echo("The names lie open on this disk until you run `safelight vault seal`.", err=True)


@vault.command()
@click.argument("name")
@VAULT
def edit(name: str, vault: Path) -> None:
    """Edit one file in memory with $EDITOR; it is checked before it is saved. Example: safelight vault edit people"""
    from safelight.sealing import find_keyring
    from safelight.source.vault_edit import edit as run

    wrong = False

    def again(findings: VaultFindings) -> bool:
        nonlocal wrong
        click.echo(str(findings), err=True)
        try:
            wrong = not click.confirm("Edit again? (no: nothing is saved)", default=True, err=True)
        except click.Abort:  # Ctrl-C, or nobody there to answer
            click.echo(err=True)
            wrong = True
        return not wrong

    saved = run(vault, name, find_keyring(), again)
    click.echo("saved" if saved else "nothing was saved")
    raise SystemExit(1 if wrong else 0)


@vault.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
def keygen(file: Path | None) -> None:
    """Make an identity of your own; the public key it prints is what others add. Example: safelight vault keygen"""
    from safelight.sealing.keys import default_identity, new_identity

    file = file or default_identity()
    click.echo(new_identity(file))
    click.echo(
        f"Your identity lies in {file}: keep a copy where only you can reach it. Whoever can open the vault lets the "
        "key above open it, too, with `safelight vault add-recipient`.",
        err=True,
    )


# A secret SSH key begins with dashes: as an unknown option it would be repeated on the screen.
@vault.command("add-recipient", context_settings={"ignore_unknown_options": True})
@click.argument("key")
@VAULT
@click.option("--comment", default="", help="Whose key it is, written above it.")
def add_recipient(key: str, vault: Path, comment: str) -> None:
    """Let a public key open the vault too, and seal anew. Example: safelight vault add-recipient age1..."""
    from safelight.sealing import add, find_keyring

    click.echo(f"added; {len(add(vault, key, comment, find_keyring()))} files sealed anew")


@vault.command()
@VAULT
@click.option("--remove", default="", help="A public key that may no longer open the vault.")
@click.option("--passphrase", is_flag=True, help="Change over to a passphrase, or to a new one.")
def rotate(vault: Path, remove: str, passphrase: bool) -> None:
    """Seal everything anew with fresh keys. Example: safelight vault rotate --remove age1..."""
    from safelight.sealing import find_keyring
    from safelight.sealing import rotate as run

    done = run(vault, find_keyring(), remove=remove, passphrase=passphrase)
    click.echo(f"{len(done)} files sealed anew")
    if remove:
        click.echo(
            "Copies made before can still be opened with the removed key: treat what they hold as known.", err=True
        )


@click.command("seal")
@click.argument("story")
@SETTINGS
@TODAY
@click.option("--by", required=True, help="Initials of who reviewed the story.")
def seal_story(story: str, conf: Path, today: datetime | None, by: str) -> None:
    """Replace a story's raw text by its safe text, in place. Example: safelight seal a-new-start --by mk"""
    from safelight.sealing import find_keyring
    from safelight.site.build import load_campaign
    from safelight.staging.seal_story import left_to_do
    from safelight.staging.seal_story import seal_story as run

    campaign = load_campaign(conf)
    for line in left_to_do(campaign, story, run(campaign, story, by, day(today), find_keyring())):
        click.echo(line)


@click.command()
@VAULT
def guard(vault: Path) -> None:
    """Refuse a commit that holds names, keys or an open vault (Git's pre-commit hook). Example: safelight guard"""
    from safelight.guard import guard as run
    from safelight.guard import staged_files
    from safelight.guard.staged import staged_file
    from safelight.source.vault import read_vault

    here = Path()
    refused = run(staged_files(here), lambda path: staged_file(here, path), lambda: read_vault(vault))
    for refusal in refused:
        click.echo(str(refusal), err=True)
    raise SystemExit(1 if refused else 0)
