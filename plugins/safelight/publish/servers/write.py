"""Puts `_headers` and `.htaccess` into the built tree, where the gate searches and the stamp counts them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from safelight.campaign import Campaign
from safelight.publish.headers import header_policy
from safelight.publish.servers.apache import htaccess
from safelight.publish.servers.static_host import headers_file
from safelight.publish.stamp import files


def write_server_files(campaign: Campaign, site: Path, gone: Sequence[str] = ()) -> None:
    """Write `_headers` and `.htaccess` for a rendered site; raises `InlineCode` as `header_policy` does.

    `gone` are site paths that were published and are no more.
    """
    policy = header_policy(campaign, site)
    (site / "_headers").write_text(headers_file(policy, files(site)), encoding="utf-8")
    (site / ".htaccess").write_text(htaccess(policy, campaign.languages, gone), encoding="utf-8")
