"""Verbs of publishing: deploy."""

from __future__ import annotations

from pathlib import Path

import click

from safelight.cli.common import SETTINGS


@click.command()
@SETTINGS
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="List additions, changes and removals; write nothing.")
def deploy(conf: Path, target: Path, dry_run: bool) -> None:
    """Copy output/ to a folder, if it is what passed the gate. Example: safelight deploy /srv/www --dry-run"""
    from safelight.publish import deploy_local
    from safelight.site.build import load_campaign

    for line in deploy_local(load_campaign(conf).output, target, dry_run):
        click.echo(line)


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
