"""`_headers`, which static hosts (Netlify, Cloudflare Pages and others) read from the site's root."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.publish.headers import REVALIDATE, HeaderPolicy


def headers_file(policy: HeaderPolicy) -> str:
    """The text of `_headers`: a pattern of addresses, then its headers, indented.

    Hosts join the headers of all patterns that match, so each header stands under patterns that exclude one another.
    Pictures alone differ: such hosts have no regular expressions for the other rules, which only save visits.
    """
    return "\n".join(_lines(policy)) + "\n"


def _lines(policy: HeaderPolicy) -> Iterator[str]:
    yield "/*"
    yield from (f"  {name}: {value}" for name, value in policy.fixed())
    if policy.hsts:
        yield f"  Strict-Transport-Security: {policy.hsts}"
    if policy.onion_url:
        yield f"  Onion-Location: {policy.onion_url}/"
    yield f"  Cache-Control: {REVALIDATE}"
