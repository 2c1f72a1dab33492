"""Addresses: what a page is called, and how pages name each other."""

from __future__ import annotations

import pytest
from safelight.site.addresses import absolute, from_root, relative


@pytest.mark.parametrize(
    ("target", "page", "link", "why"),
    [
        ("en/stories/a.html", "en/index.html", "stories/a.html", "down"),
        ("en/index.html", "en/stories/a.html", "../index.html", "up"),
        ("theme/css/site.css", "index.html", "theme/css/site.css", "from the root"),
    ],
)
def test_relative_links_work_from_any_folder(target: str, page: str, link: str, why: str) -> None:
    assert relative(target, page) == link, why


@pytest.mark.parametrize(
    ("site_url", "link", "why"),
    [
        ("https://campaign.example", "/en/", "the host's root"),
        ("https://host.example/campaign", "/campaign/en/", "a site below its host's root"),
    ],
)
def test_pages_served_at_any_depth_stay_on_their_host(site_url: str, link: str, why: str) -> None:
    assert from_root("en/index.html", site_url) == link, why
    assert absolute("en/index.html", site_url) == f"{site_url}/en/"
