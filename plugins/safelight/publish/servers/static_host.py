"""`_headers`, which static hosts (Netlify, Cloudflare Pages and others) read from the site's root."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safelight.publish.headers import REVALIDATE, HeaderPolicy, cache_control


def headers_file(policy: HeaderPolicy, files: Sequence[str]) -> str:
    """The text of `_headers` for a site of `files` (site paths): a pattern of addresses, then its headers, indented.

    Such hosts join the headers of all patterns that match, and know no regular expressions. So caching stands apart
    from the rest, under patterns of which one alone matches an address: each folder and each file of the root. A folder
    is kept for ever only if everything in it may be.
    """
    return "\n".join(_lines(policy, files)) + "\n"


def _lines(policy: HeaderPolicy, files: Sequence[str]) -> Iterator[str]:
    yield "/*"
    yield from (f"  {name}: {value}" for name, value in policy.fixed())
    if policy.hsts:
        yield f"  Strict-Transport-Security: {policy.hsts}"
    if policy.onion_url:
        yield f"  Onion-Location: {policy.onion_url}/"
    kept: dict[str, set[str]] = {}
    for file in files:
        folder, slash, _ = file.partition("/")
        addresses = (f"/{folder}/*",) if slash else ("/", "/index.html") if file == "index.html" else (f"/{file}",)
        for address in addresses:
            kept.setdefault(address, set()).add(cache_control(file))
    for address, values in sorted(kept.items()):
        yield f"{address}\n  Cache-Control: {values.pop() if len(values) == 1 else REVALIDATE}"
