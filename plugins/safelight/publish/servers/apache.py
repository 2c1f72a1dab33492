"""`.htaccess`, for shared hosting with Apache 2.4: the same headers, precompressed files and pages for mistakes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from safelight.publish.choose_language import asked_language
from safelight.publish.headers import CACHE_RULES, REVALIDATE, HeaderPolicy
from safelight.publish.media_types import CODINGS, FEED, MEDIA_TYPES

ADDRESSES_A_LINE = 100
"""Apache reads lines of at most 8,190 bytes (its own MAX_STRING_LEN is 8,192); an address takes 44."""


def htaccess(policy: HeaderPolicy, languages: Sequence[str], gone: Sequence[str] = ()) -> str:
    """The text of `.htaccess` for the site's root.

    `gone` are site paths (`en/stories/a.html`) that are answered with 410 and the page for it in the reader's language.
    The file is part of the published tree, and their names would say what the stories were called, so it knows them by
    SHA-1 alone, the best that Apache computes. Whoever asks for an address learns no more than who can guess it
    (docs/adr/0059).
    """
    return "\n".join(_lines(policy, languages, gone)) + "\n"


def _lines(policy: HeaderPolicy, languages: Sequence[str], gone: Sequence[str]) -> Iterator[str]:
    yield "# Written by Safelight for this build; needs mod_headers, mod_rewrite, mod_mime and mod_env."
    yield "Options -Indexes -MultiViews"
    yield "ServerSignature Off"
    yield "DirectorySlash On"
    yield "FileETag MTime Size"
    yield from (f"AddType '{kind}' .{ending}" for ending, kind in MEDIA_TYPES.items())
    yield f"<Files feed.xml>\n  ForceType {FEED}\n</Files>"
    for name, value in policy.fixed():
        yield f'Header always set {name} "{value}"'
    if policy.hsts:
        yield f'Header always set Strict-Transport-Security "{policy.hsts}" "expr=%{{HTTPS}} == \'on\'"'
    if policy.onion_url:
        yield f'Header always set Onion-Location "expr={policy.onion_url}%{{REQUEST_URI}}" "expr=%{{HTTPS}} == \'on\'"'
    yield f'Header set Cache-Control "{REVALIDATE}"'
    for rule in reversed(CACHE_RULES):  # the last that matches counts here
        pattern = "^" + rule.pattern.replace("$", "(?:[.](?:br|gz))?$")
        yield f'Header set Cache-Control "{rule.value}" "expr=%{{REQUEST_URI}} =~ m#{pattern}#"'
    yield from _rewriting(languages, gone)
    yield from _errors(languages)


def _rewriting(languages: Sequence[str], gone: Sequence[str]) -> Iterator[str]:
    yield "RewriteEngine On"
    addresses = sorted(hashlib.sha1(f"/{path}".encode(), usedforsecurity=False).hexdigest() for path in gone)
    for start in range(0, len(addresses), ADDRESSES_A_LINE):
        listed = ", ".join(f"'{digest}'" for digest in addresses[start : start + ADDRESSES_A_LINE])
        yield f'RewriteCond expr "sha1(%{{REQUEST_URI}}) in {{ {listed} }}"'
        yield "RewriteRule ^ - [R=410,L]"
    yield r"RewriteRule (?:^|/)(?:\.(?!well-known(?:/|$))|_headers$) - [R=404,L]"
    for pattern in asked_language(languages):
        yield f'RewriteCond %{{HTTP:Accept-Language}} "{pattern}"'
        yield "RewriteRule ^(?:index\\.html)?$ /%1/ [R=302,L]"
    endings = "html|css|js|mjs|svg|xml|json|webmanifest|txt|csv"
    for ending, coding in CODINGS.items():
        yield f"RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b"
        yield f"RewriteCond %{{REQUEST_FILENAME}}{ending} -f"
        yield f"RewriteRule ^(.+\\.(?:{endings}))$ $1{ending} [L]"
    for ending, coding in CODINGS.items():
        yield f'<FilesMatch "[.](?:{endings})[.]{ending[1:]}$">'
        yield f"  RemoveType {ending}\n  RemoveEncoding {ending}\n  RemoveLanguage {ending}"
        yield f"  Header set Content-Encoding {coding}\n  SetEnv no-gzip 1\n  SetEnv no-brotli 1"
        yield "</FilesMatch>"
    yield f'<FilesMatch "[.](?:{endings})(?:[.](?:br|gz))?$">\n  Header merge Vary Accept-Encoding\n</FilesMatch>'
    yield 'Header always merge Vary Accept-Language "expr=%{REQUEST_URI} =~ m#^/(?:index[.]html)?$#"'


def _errors(languages: Sequence[str]) -> Iterator[str]:
    yield "ErrorDocument 404 /404.html\nErrorDocument 410 /410.html\nErrorDocument 403 /404.html"
    for lang in languages:
        yield f'<If "%{{REQUEST_URI}} =~ m#^/{lang}/#">'
        yield f"  ErrorDocument 404 /{lang}/404.html\n  ErrorDocument 410 /{lang}/410.html"
        yield f"  ErrorDocument 403 /{lang}/404.html\n</If>"
