"""`safelight <verb>`: thin; every verb is one function of a room below."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import click

from safelight.errors import CampaignError, WrongUse

SETTINGS = click.option(
    "--settings", "conf", type=click.Path(path_type=Path), default=Path("pelican.conf.py"), show_default=True,
    help="The campaign's settings file.",
)  # fmt: skip
TODAY = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to build or judge for, instead of the clock's."
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
VAULT = click.option(
    "--vault", type=click.Path(path_type=Path), default=Path("private"), show_default=True, help="The vault's folder."
)


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


def _now(today: datetime | None) -> datetime:
    return datetime.combine(today.date(), time(12), UTC) if today else datetime.now(UTC)


def _today(today: datetime | None) -> date:
    return _now(today).date()


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def _read_text(file: str) -> str:
    data = sys.stdin.buffer.read() if file == "-" else _read_bytes(Path(file))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WrongUse(f"{file}:{line}: is not UTF-8 text: save it as UTF-8 and try again") from None


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongUse(f"{path}: cannot be read ({error.strerror}): check the name and the permissions") from None


@click.group(cls=Verbs)
@click.version_option(package_name="safelight")
def main() -> None:
    """Publish what happened to people without exposing them.

    Example: safelight check && safelight build
    """


@main.command()
@SETTINGS
@TODAY
def build(conf: Path, today: datetime | None) -> None:
    """Build the site into output/. Example: safelight build --today 2026-11-24"""
    from safelight.site.build import build as run

    run(conf, _now(today) if today else None)


@main.command()
@SETTINGS
@TODAY
@AS_JSON
def check(conf: Path, today: datetime | None, as_json: bool) -> None:
    """Every finding of the content, nothing written. Example: safelight check --json"""
    from safelight.site.build import load_campaign
    from safelight.staging import inspect

    inspection = inspect(load_campaign(conf), _now(today))
    if as_json:
        _print_json([finding.as_json() for finding in inspection.findings])
    else:
        for finding in inspection.findings:
            click.echo(str(finding))
        click.echo(f"{len(inspection.blocking)} errors, {len(inspection.findings) - len(inspection.blocking)} others")
    raise SystemExit(1 if inspection.blocking else 0)


@main.command()
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
    result = run(_read_text(file), lang, registry, strictness=Strictness.DENY, story=story)
    if as_json:
        shown = result.text if keep_unresolved or not result.unresolved else None
        _print_json(
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


@main.command("redact-image")
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
        _print_json({"width": result.width, "height": result.height, "regions": regions})
    else:
        click.echo(f"{output}: {result.width} x {result.height} pixels, {len(regions)} regions filled")


@main.command()
@click.argument("path", type=click.Path(path_type=Path))
@VAULT
@click.option("--show", is_flag=True, help="Print the secrets that were found, too.")
@AS_JSON
def scan(path: Path, vault: Path, show: bool, as_json: bool) -> None:
    """Every leak in a file or tree. Example: safelight scan output --vault private"""
    from safelight.leakgate import report
    from safelight.leakgate import scan as run
    from safelight.source.vault import read_vault

    if not path.exists():
        raise WrongUse(f"{path}: is not there: name a file or folder that exists")
    leaks = run(path, read_vault(vault))
    if as_json:
        _print_json([leak.as_json(show) for leak in leaks])
    elif leaks:
        click.echo(report.as_text(leaks, show=show))
    raise SystemExit(1 if leaks else 0)


@main.command()
@SETTINGS
@TODAY
@AS_JSON
def review(conf: Path, today: datetime | None, as_json: bool) -> None:
    """What waits for a person: unknown names and unseen images. Example: safelight review"""
    from safelight.site.build import load_campaign
    from safelight.staging import inspect, waiting

    findings = waiting(inspect(load_campaign(conf), _now(today)))
    if as_json:
        _print_json([finding.as_json() for finding in findings])
    else:
        for finding in findings:
            click.echo(str(finding))
        click.echo(f"{len(findings)} waiting")
    raise SystemExit(1 if findings else 0)


@main.command()
@SETTINGS
@AS_JSON
def status(conf: Path, as_json: bool) -> None:
    """Language by document: missing, machine, human, reviewed. Example: safelight status"""
    from safelight.site.build import load_campaign
    from safelight.source.content import read_content
    from safelight.staging import translation_states

    campaign = load_campaign(conf)
    tree, _ = read_content(campaign.root)
    states = translation_states(tree, campaign.languages)
    if as_json:
        _print_json(states)
        return
    for document, by_language in states.items():
        click.echo(f"{document}: " + ", ".join(f"{lang} {state}" for lang, state in by_language.items()))


@main.command()
@SETTINGS
@click.option("--port", default=8000, show_default=True, help="Port on localhost.")
def serve(conf: Path, port: int) -> None:
    """Preview on localhost, rebuilt on every change. Example: safelight serve --port 8080"""
    from safelight.site.serve import serve as run

    run(conf, port)


@main.command()
@SETTINGS
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="List additions, changes and removals; write nothing.")
def deploy(conf: Path, target: Path, dry_run: bool) -> None:
    """Copy output/ to a folder, if it is what passed the gate. Example: safelight deploy /srv/www --dry-run"""
    from safelight.publish import deploy_local
    from safelight.site.build import load_campaign

    for line in deploy_local(load_campaign(conf).output, target, dry_run):
        click.echo(line)


@main.command()
@SETTINGS
@click.argument("what", type=click.Choice(["story", "guide", "release", "page"]))
@click.argument("name")
@click.option("--lang", default="en", show_default=True, help="Language of the new file.")
@TODAY
def new(conf: Path, what: str, name: str, lang: str, today: datetime | None) -> None:
    """Start a document with every key explained. Example: safelight new story a-new-start --lang ru"""
    from safelight.site.build import load_campaign
    from safelight.source.new import new_document

    click.echo(new_document(load_campaign(conf), what, name, lang, _today(today)))


@main.command()
@VAULT
@TODAY
@click.option("--days", default=60, show_default=True, help="How far to look ahead.")
@AS_JSON
def consent(vault: Path, today: datetime | None, days: int, as_json: bool) -> None:
    """Consents that run out. Example: safelight consent --days 90"""
    from safelight.consent import due
    from safelight.source.vault import read_vault

    ending = due(read_vault(vault), _today(today), days)
    if as_json:
        _print_json([{"id": c.id, "story": c.story, "expires_on": c.expires_on} for c in ending])
        return
    for entry in ending:
        click.echo(f"{entry.id}: story {entry.story}: ends on {entry.expires_on}: ask again or withdraw it")
    click.echo(f"{len(ending)} end within {days} days")


@main.command()
@VAULT
@AS_JSON
def vault(vault: Path, as_json: bool) -> None:
    """Whether the vault can be read, and what it holds. Example: safelight vault --vault private"""
    from safelight.source.vault import read_vault

    found = read_vault(vault)
    counts = {name: len(getattr(found, name)) for name in ("people", "places", "decisions", "consent", "images")}
    if as_json:
        _print_json(counts)
    else:
        click.echo(", ".join(f"{count} {name}" for name, count in counts.items()))


if __name__ == "__main__":
    main()
