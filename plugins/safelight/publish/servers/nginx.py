"""A ready configuration for nginx 1.22 (Debian 12) and later, made from the built site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import jinja2

from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.publish.choose_language import asked_language
from safelight.publish.headers import CACHE_RULES, REVALIDATE, header_policy
from safelight.publish.media_types import FEED, MEDIA_TYPES

PLAIN = re.compile(r"[A-Za-z0-9._/:@\[\]-]+")
"""What may stand in the configuration without quotes: paths, addresses, host names."""


@dataclass(frozen=True)
class NginxSetup:
    """Where the site stands on the server."""

    root: Path
    """The folder that `safelight deploy` fills."""
    https: str = "443"
    """Port or address:port of HTTPS."""
    http: str = "80"
    """Port or address:port of HTTP, which only leads to HTTPS; for a site without HTTPS, the site itself."""
    onion: str = "127.0.0.1:8081"
    """Where the onion service reaches the site, when the campaign has one."""
    certificate: Path | None = None
    """The certificate with its chain, in PEM; without it, where certbot puts it for the site's host."""
    key: Path | None = None
    """The certificate's key."""
    brotli: bool = True
    """Whether the server has libnginx-mod-http-brotli-static."""
    error_log: str = "/var/log/nginx/error.log"
    """Where faults of the server itself go, from level `crit`: lesser ones name visitors' addresses."""


def nginx_config(campaign: Campaign, site: Path, setup: NginxSetup, gone: Sequence[str] = ()) -> str:
    """The configuration of the built `site`, to be included at nginx's `http` level.

    `gone` are site paths (`en/stories/a.html`) that are answered with 410. Raises `WrongUse` for values that cannot
    stand in a configuration, `InlineCode` for pages that no strict policy fits.
    """
    address = urlsplit(campaign.site_url)
    host = address.hostname or ""
    live = Path("/etc/letsencrypt/live") / host
    certificate, key = setup.certificate or live / "fullchain.pem", setup.key or live / "privkey.pem"
    onion_host = urlsplit(campaign.onion_url).hostname or ""
    for value in (
        host,
        onion_host,
        setup.root,
        setup.https,
        setup.http,
        setup.onion,
        certificate,
        key,
        setup.error_log,
    ):
        if str(value) and not PLAIN.fullmatch(str(value)):
            raise WrongUse(f"nginx: {value}: cannot stand in a configuration: use letters, digits, dots and slashes")
    environment = jinja2.Environment(  # noqa: S701 (the result is no markup)
        loader=jinja2.PackageLoader("safelight.publish.servers", "."),
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    return environment.get_template("nginx.conf.jinja").render(
        policy=header_policy(campaign, site),
        secure=address.scheme == "https",
        host=host,
        onion_host=onion_host,
        setup=setup,
        certificate=certificate,
        key=key,
        languages=campaign.languages,
        default=campaign.default_language,
        # Captures of nginx's maps must have names of their own.
        asked=[
            p.replace("(", f"(?<safelight_tag{n}>", 2).replace(f"(?<safelight_tag{n}>?:", "(?:", 1)
            for n, p in enumerate(asked_language(campaign.languages))
        ],
        cache_rules=CACHE_RULES,
        revalidate=REVALIDATE,
        types={ending: kind.partition(";")[0] for ending, kind in MEDIA_TYPES.items()},
        charset_types=sorted(
            {kind.partition(";")[0] for kind in MEDIA_TYPES.values() if "charset" in kind} - {"text/html"}
        ),
        feed=FEED,
        gone=[_exactly(path) for path in gone],
        gone_page="410" if (site / "410.html").is_file() else "404",
    )


def _exactly(path: str) -> str:
    """A quoted regular expression for one site path; exact strings are bounded by nginx's hash buckets."""
    escaped = re.sub(r"[^A-Za-z0-9/_-]", lambda c: "".join(rf"\x{byte:02x}" for byte in c[0].encode()), path)
    return f'"~^/{escaped}(?:\\.(?:br|gz))?$"'
