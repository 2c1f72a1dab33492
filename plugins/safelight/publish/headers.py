"""The headers that every page of the site is sent with: one value, which each server's configuration is made from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from safelight.campaign import Campaign
from safelight.publish.csp import inline_code, policy

REVALIDATE = "no-cache"
"""Kept, but asked about each time (304): what is withdrawn is gone at the next visit."""
DENIED_FEATURES = (
    "accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial",
    "usb", "web-share", "xr-spatial-tracking",
)  # fmt: skip
"""Everything of the Permissions Policy registry that could tell something about a reader; the site needs none."""


@dataclass(frozen=True)
class CacheRule:
    """How long files may be kept unasked; `pattern` is a regular expression on `/path`, anchored at its start."""

    pattern: str
    value: str
    reason: str


CACHE_RULES = (
    CacheRule(r"/theme/[0-9a-f]{12}/", "public, max-age=31536000, immutable", "the folder is named by what it holds"),
    CacheRule(
        r"/images/[0-9a-f]{16}\.", "public, max-age=31536000, s-maxage=86400, immutable",
        "named by content; shared caches let go of a withdrawn one in a day",
    ),
)  # fmt: skip
"""The first that matches counts; everything else is `REVALIDATE`. No two match the same address, and none a page."""


@dataclass(frozen=True)
class HeaderPolicy:
    """What the site's servers send besides the files."""

    csp: str
    hsts_seconds: int = 0
    """How long browsers must use HTTPS, in seconds; 0 for a site without."""
    onion_url: str = ""
    """Address of the onion service without a slash at the end; empty for none."""

    def fixed(self) -> tuple[tuple[str, str], ...]:
        """Headers with the same value on every answer; HSTS and Onion-Location, which depend on it, are not here."""
        return (
            ("Content-Security-Policy", self.csp),
            ("Referrer-Policy", "no-referrer"),
            ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in DENIED_FEATURES)),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
        )

    @property
    def hsts(self) -> str:
        """The value of `Strict-Transport-Security`, empty for none."""
        return f"max-age={self.hsts_seconds}" if self.hsts_seconds else ""


def header_policy(campaign: Campaign, site: Path) -> HeaderPolicy:
    """The policy for a built site; raises `InlineCode` for pages that no strict policy fits."""
    secure = campaign.site_url.startswith("https://")
    return HeaderPolicy(policy(inline_code(site)), campaign.hsts_days * 86400 if secure else 0, campaign.onion_url)


def cache_control(path: str) -> str:
    """The `Cache-Control` of a file by its site path (`images/a.jpg`); a twin is kept like its original."""
    address = "/" + re.sub(r"\.(?:br|gz)$", "", path)
    return next((rule.value for rule in CACHE_RULES if re.match(rule.pattern, address)), REVALIDATE)
