"""Verbs of texts: redact, review."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from safelight.cli.common import AS_JSON, SETTINGS, TODAY, VAULT, now, print_json, read_text


@click.command()
@click.argument("file")
@click.option("--lang", required=True, help="The text's language, for instance ru.")
@VAULT
@click.option("--story", default="", help="The story's id, for decisions that hold in it alone.")
@click.option("--keep-unresolved", is_flag=True, help="Print the text although something is unresolved.")
@AS_JSON
def redact(file: str, lang: str, vault: Path, story: str, keep_unresolved: bool, as_json: bool) -> None:
    """Print the safe text of FILE (- for standard input). Example: safelight redact --lang ru draft.md"""
    from safelight.languages import language
    from safelight.model.redaction import Strictness
    from safelight.source.vault import read_vault
    from safelight.text import compile_registry
    from safelight.text import redact as run

    language(lang)
    registry = compile_registry(read_vault(vault), (lang,))
    result = run(read_text(file), lang, registry, strictness=Strictness.DENY, story=story)
    if as_json:
        shown = result.text if keep_unresolved or not result.unresolved else None
        print_json(
            {
                "text": shown,
                "replacements": [replacement.as_json() for replacement in result.replacements],
                "unresolved": [question.as_json() for question in result.unresolved],
                "profile": {},
                "k": None,
            }
        )
    else:
        for question in result.unresolved:
            place = f"{file}:{question.line}:{question.column}"
            click.echo(f"{place}: {question.kind}: '{question.text}' is unresolved: {question.suggestion}", err=True)
        if keep_unresolved or not result.unresolved:
            click.echo(result.text, nl=False)
    raise SystemExit(1 if result.unresolved else 0)


@click.command()
@SETTINGS
@TODAY
@AS_JSON
def review(conf: Path, today: datetime | None, as_json: bool) -> None:
    """What waits for a person: unknown names and unseen images. Example: safelight review"""
    from safelight.site.build import load_campaign
    from safelight.staging import inspect, waiting

    findings = waiting(inspect(load_campaign(conf), now(today)))
    if as_json:
        print_json([finding.as_json() for finding in findings])
    else:
        for finding in findings:
            click.echo(str(finding))
        click.echo(f"{len(findings)} waiting")
    raise SystemExit(1 if findings else 0)
