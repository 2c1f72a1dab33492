"""Verbs of names: the public names of people."""

from __future__ import annotations

from pathlib import Path

import click

from safelight.cli.common import AS_JSON, VAULT, print_json
from safelight.errors import WrongUse


@click.command()
@click.argument("people", nargs=-1)
@VAULT
@click.option(
    "--lang",
    "languages",
    multiple=True,
    help="A language of the campaign; may stand several times. Default: all eight.",
)
@click.option("--most", default=5, show_default=True, help="How many names to propose for each person.")
@AS_JSON
def pseudonyms(people: tuple[str, ...], vault: Path, languages: tuple[str, ...], most: int, as_json: bool) -> None:
    """What speaks against the vault's pseudonyms, and names that would suit.

    Example: safelight pseudonyms p-0417 --lang en --lang ru

    Without PEOPLE, everybody's pseudonyms are judged and those who need another get proposals. Exit 1 if any does.
    """
    from safelight.model.findings import did_you_mean
    from safelight.source.vault import read_vault
    from safelight.text.inflection import LANGUAGES
    from safelight.text.pseudonyms import proposals, review

    found = read_vault(vault)
    known = {person.id: person for person in found.people}
    for wrong in (one for one in people if one not in known):
        raise WrongUse(f"'{wrong}': is nobody's id: {did_you_mean(wrong, known)}")
    for wrong in (one for one in languages if one not in LANGUAGES):
        raise WrongUse(f"'{wrong}': is not a language that Safelight inflects: {did_you_mean(wrong, LANGUAGES)}")
    chosen = languages or LANGUAGES
    findings = [f for f in review(found, chosen) if not people or f.field.split(" ")[0] in people]
    wanted = people or tuple(dict.fromkeys(f.field.split(" ")[0] for f in findings))
    offers = {one: proposals(known[one], found, chosen, most) for one in wanted}
    if as_json:
        print_json({"findings": [f.as_json() for f in findings], "proposals": offers})
    else:
        for finding in findings:
            click.echo(str(finding))
        for one, rows in offers.items():
            shown = [", ".join(f"{lang}: {name}" for lang, name in row.items()) for row in rows]
            click.echo(f"{one}: {'; '.join(shown) or 'no name of the list suits: choose one yourself'}")
        if not findings and not people:
            click.echo("Every pseudonym suits.")
    raise SystemExit(1 if findings else 0)
