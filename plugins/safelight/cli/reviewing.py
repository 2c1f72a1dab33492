"""The conversation of `safelight review` at a terminal: one question after the other, answers kept as they come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

import click

from safelight.campaign import Campaign
from safelight.errors import CampaignError
from safelight.sealing import Keyring
from safelight.staging.review import answer
from safelight.text.review import OF_TRAITS, TRAIT, Answer, AnswerKind, Asked

OF_A_TRAIT = {"o": "other-person", "t": "other-time", "c": "common", "s": "skip", "q": "quit"}
CHOICES = {"p": "public", "n": "person", "l": "place", "r": "remove", "s": "skip", "q": "quit"}

PROMPT = "  [p]ublic word, a perso[n], a p[l]ace, [r]emove, [s]kip, [q]uit"
TRAIT_PROMPT = "  an[o]ther person's, of another [t]ime, [c]ommon, [s]kip (and take it out of the text), [q]uit"


def ask(campaign: Campaign, asked: Sequence[Asked], by: str, on: date, keyring: Keyring) -> None:
    """Ask about each string and write every answer at once, so that nothing is lost when the person stops."""
    for number, one in enumerate(asked, 1):
        click.secho(f"\n{number} of {len(asked)}  {one.lang}  {one.text}", bold=True)
        click.echo(f"  {one.count}x, first in {one.where[0]}: {one.why}")
        click.echo(f"  {one.context}")
        traits = bool(TRAIT.fullmatch(one.text))
        choices, prompt = (OF_A_TRAIT, TRAIT_PROMPT) if traits else (CHOICES, PROMPT)
        choice = choices[click.prompt(prompt, type=click.Choice(list(choices)), default="s", show_choices=False)]
        if choice == "quit":
            return
        if choice == "skip":
            continue
        try:
            answer(campaign, [_details(one, choice)], by, on, keyring)
        except CampaignError as error:
            click.echo(f"  not written: {error}", err=True)


def _details(one: Asked, choice: str) -> Answer:
    """What an answer needs besides its kind."""
    if choice == "person":
        known = click.prompt("  id of the person, known or new (for instance p-0700)")
        pseudonym = click.prompt(f"  pseudonym in {one.lang} (empty: the person is known, or has none)", default="")
        relation = "" if pseudonym else click.prompt(f"  what the text calls them in {one.lang} instead", default="")
        sex = click.prompt("  sex", type=click.Choice(["female", "male", "unknown"]), default="unknown")
        return Answer(
            one.text, one.lang, "person", id=known, sex=sex,
            pseudonym={one.lang: pseudonym} if pseudonym else {}, relation={one.lang: relation} if relation else {},
        )  # fmt: skip
    scope = "site"
    if one.stories:
        here = click.prompt("  for the whole site, or a story", default=f"story:{one.stories[0]}", show_default=True)
        scope = here if here == "site" or here.startswith("story:") else f"story:{here}"
    if choice in OF_TRAITS:
        return Answer(one.text, one.lang, cast(AnswerKind, choice), scope=scope)
    if choice == "place":
        say = click.prompt(f"  what the text says instead, in {one.lang}")
        return Answer(one.text, one.lang, "place", scope=scope, say={one.lang: say})
    if choice == "remove":
        return Answer(one.text, one.lang, "remove", scope=scope)
    return Answer(one.text, one.lang, "public", scope=scope, means=click.prompt("  means", default="public-word"))
