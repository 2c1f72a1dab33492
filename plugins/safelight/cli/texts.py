"""Verbs of texts: redact, review."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safelight.cli.common import AS_JSON, SETTINGS, TODAY, VAULT, day, now, print_json, read_text

if TYPE_CHECKING:
    from safelight.model.findings import Finding
    from safelight.model.redaction import Unresolved
    from safelight.text.review import Asked

LONGEST_SHOWN = 60
"""Characters of an unresolved string that a message shows."""


@click.command()
@click.argument("file")
@click.option("--lang", required=True, help="The text's language, for instance ru.")
@VAULT
@click.option("--story", default="", help="The story's id, for decisions that hold in it alone.")
@click.option("--keep-unresolved", is_flag=True, help="Print the text although something is unresolved.")
@AS_JSON
def redact(file: str, lang: str, vault: Path, story: str, keep_unresolved: bool, as_json: bool) -> None:
    """Print the safe text of FILE (- for standard input). Example: safelight redact --lang ru draft.md

    With --json also what was replaced, what is undecided, what the text discloses (`profile`) and how many people of
    the vault's caseload share that (`k`).
    """
    from safelight.languages import language
    from safelight.source.vault import read_vault
    from safelight.staging.profiles import profile_of_text
    from safelight.text import Counted, compile_registry, redact_file

    language(lang)
    known = read_vault(vault)
    source = read_text(file)
    columns = frozenset(known.caseload[0].columns()) if known.caseload else frozenset()
    result = redact_file(source, lang, compile_registry(known, (lang,)), story=story, counted=Counted(columns))
    if as_json:
        shown = result.text if keep_unresolved or not result.unresolved else None
        print_json(
            {
                "text": shown,
                "replacements": [replacement.as_json() for replacement in result.replacements],
                "unresolved": [question.as_json() for question in result.unresolved],
                **profile_of_text(source, result.text, lang, known, story),
            }
        )
    else:
        for question in result.unresolved:
            place = f"{file}:{question.line}:{question.column}"
            click.echo(f"{place}: {question.kind}: {_shown(question)} is unresolved: {question.suggestion}", err=True)
        if keep_unresolved or not result.unresolved:
            click.echo(result.text, nl=False)
    raise SystemExit(1 if result.unresolved else 0)


def _shown(question: Unresolved) -> str:
    """What is asked about; what the vault knows is a secret, and only its place is told."""
    if not question.kind.startswith("unknown"):
        return "a registered name"
    return f"'{question.text}'" if len(question.text) <= LONGEST_SHOWN else f"'{question.text[:LONGEST_SHOWN]}…'"


@click.command()
@SETTINGS
@TODAY
@click.option("--by", default="", help="Initials of who answers; they sign the decisions.")
@click.option("--apply", "answers", type=click.Path(path_type=Path), help="A YAML or JSON file of answers.")
@click.option("--list", "only_list", is_flag=True, help="List what waits, ask nothing.")
@AS_JSON
def review(conf: Path, today: datetime | None, by: str, answers: Path | None, only_list: bool, as_json: bool) -> None:
    """Ask once about unknown strings and told traits; unseen images are listed. Example: safelight review --by mk

    At a terminal each question is asked with its context. Elsewhere, or with --json or --list, what waits is printed;
    `--apply FILE` takes the answers (docs/review.md). Ends with 1 while something waits.
    """
    from safelight.cli.reviewing import ask
    from safelight.errors import WrongUse
    from safelight.sealing import find_keyring
    from safelight.site.build import load_campaign
    from safelight.staging import inspect, waiting
    from safelight.staging.review import answer, questions, read_answers
    from safelight.staging.traits import trait_questions

    campaign = load_campaign(conf)
    keyring = find_keyring()
    if answers is not None:
        if not by:
            raise WrongUse("--by: is missing: sign the answers with your initials")
        done = answer(campaign, read_answers(answers), by, day(today), keyring)
        click.echo(f"{done.decisions} decisions, {done.people} people, {done.places} places written", err=True)

    def waits() -> tuple[tuple[Asked, ...], list[Finding]]:
        """What is asked, strings first and then what stories tell, and what else waits."""
        inspection = inspect(campaign, now(today))
        rest = [found for found in waiting(inspection) if not found.rule.startswith("unknown")]
        return (*questions(campaign, keyring), *trait_questions(inspection)), rest

    asked, images = waits()
    if not (as_json or only_list or answers) and asked and sys.stdin.isatty():
        if not by:
            raise WrongUse("--by: is missing: sign the answers with your initials, for instance --by mk")
        ask(campaign, asked, by, day(today), keyring)
        asked, images = waits()
    if as_json:
        print_json({"questions": [one.as_json() for one in asked], "waiting": [found.as_json() for found in images]})
    else:
        for one in asked:
            click.echo(f"{one.where[0]}: {one.lang}: '{one.text}' ({one.count}x): {one.why}\n    {one.context}")
        for found in images:
            click.echo(str(found))
        click.echo(f"{len(asked)} questions and {len(images)} others wait")
    raise SystemExit(1 if asked or images else 0)
