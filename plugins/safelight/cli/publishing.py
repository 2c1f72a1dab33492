"""Verbs of publishing: deploy, verify, nginx."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from safelight.cli.common import AS_JSON, SETTINGS, TODAY, day, print_json


@click.command()
@SETTINGS
@TODAY
@AS_JSON
@click.argument("target")
@click.option("--dry-run", is_flag=True, help="List additions, changes and removals; write nothing.")
@click.option("--take-over", is_flag=True, help="Remove what is there, although Safelight did not deploy it.")
@click.option("--purge-list", type=click.Path(path_type=Path), help="Write the addresses that a CDN must forget.")
def deploy(
    conf: Path, today: datetime | None, as_json: bool, target: str, dry_run: bool, take_over: bool,
    purge_list: Path | None,
) -> None:  # fmt: skip
    """Make TARGET equal to output/, if that is what passed the gate.

    TARGET is a folder, ssh://user@host/folder, s3://bucket/prefix, git:branch, or a name of `deploy_targets`.

    Example: safelight deploy ssh://web@campaign.example/srv/www/campaign.example --dry-run
    """
    from safelight.errors import WrongUse
    from safelight.progress import progress_bar
    from safelight.publish import build_lock, purge_addresses
    from safelight.publish import deploy as run
    from safelight.publish import target as read_target
    from safelight.site.build import load_campaign
    from safelight.source.record import read_record

    campaign = load_campaign(conf)
    named = campaign.deploy_targets.get(target)
    place = read_target(named, campaign.root) if named else read_target(target, Path.cwd())
    good_until = read_record(campaign.record).good_until
    if good_until and day(today) >= good_until:
        raise WrongUse(f"deploy: a consent ended on {good_until} since the site was built: build again, then deploy")
    with build_lock(campaign.build), progress_bar("deploy") as watch:
        plan = run(campaign.output, place, dry_run=dry_run, take_over=take_over, watch=watch)
    if purge_list:
        withdrawn = campaign.build / "withdrawn" / "purge.txt"
        addresses = purge_addresses(plan, campaign.site_url, withdrawn)
        purge_list.write_text("".join(f"{address}\n" for address in addresses), encoding="utf-8")
    if as_json:
        print_json({"add": plan.add, "change": plan.change, "remove": plan.remove, "dry_run": dry_run})
        return
    for line in plan.lines():
        click.echo(line)
    done = "would be" if dry_run else "were"
    click.echo(f"{len(plan.add)} {done} added, {len(plan.change)} changed, {len(plan.remove)} removed", err=True)


@click.command()
@SETTINGS
@click.option("--root", type=click.Path(path_type=Path), help="The site's folder on the server [/srv/www/HOST].")
@click.option("--https", default="443", show_default=True, help="Port or address:port of HTTPS.")
@click.option("--http", default="80", show_default=True, help="Port or address:port of HTTP.")
@click.option("--onion", default="127.0.0.1:8081", show_default=True, help="Where Tor reaches the onion service.")
@click.option("--certificate", type=click.Path(path_type=Path), help="Certificate with its chain [certbot's].")
@click.option("--key", type=click.Path(path_type=Path), help="The certificate's key [certbot's].")
@click.option("--no-brotli", is_flag=True, help="The server lacks nginx's brotli module.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; - prints it.")
def nginx(
    conf: Path, root: Path | None, https: str, http: str, onion: str, certificate: Path | None, key: Path | None,
    no_brotli: bool, output: Path | None,
) -> None:  # fmt: skip
    """Write nginx's configuration for the site in output/. Example: safelight nginx --settings publish.conf.py"""
    from urllib.parse import urlsplit

    from safelight.publish import NginxSetup, nginx_config, verify_stamp
    from safelight.site.build import load_campaign

    campaign = load_campaign(conf)
    verify_stamp(campaign.output)
    setup = NginxSetup(
        root=root or Path("/srv/www") / (urlsplit(campaign.site_url).hostname or "site"),
        https=https, http=http, onion=onion, certificate=certificate, key=key, brotli=not no_brotli,
    )  # fmt: skip
    list_of_gone = campaign.build / "withdrawn" / "gone.txt"
    gone = list_of_gone.read_text(encoding="utf-8").splitlines() if list_of_gone.is_file() else []
    text = nginx_config(campaign, campaign.output, setup, gone)
    if output == Path("-"):
        click.echo(text, nl=False)
        return
    target = output or campaign.build / "nginx" / "safelight.conf"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    click.echo(f"{target}: copy it to the server's /etc/nginx/conf.d/ and run `nginx -t` there (docs/operators.md)")


@click.command()
@SETTINGS
@click.argument("tree", type=click.Path(path_type=Path), required=False)
def verify(conf: Path, tree: Path | None) -> None:
    """Compare output/, or any copy of it, with its stamp. Example: safelight verify /srv/www/campaign.example"""
    from safelight.publish import verify_stamp
    from safelight.site.build import load_campaign

    checked = tree or load_campaign(conf).output
    click.echo(f"{checked}: {verify_stamp(checked)} files, each as it passed the gate")
