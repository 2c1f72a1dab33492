"""Content Security Policy: made from what the built pages hold, never looser than they need."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from safelight.errors import CampaignError

SUSPECT = re.compile(rb"<style|<script|\s(?:style|on[a-z]+|srcdoc)\s*=|javascript:", re.IGNORECASE)
"""What a page must hold before it is worth parsing."""
BLOCK = re.compile(rb"<(script|style)\b[^>]*>.*?</\1>", re.IGNORECASE | re.DOTALL)
"""A script or style as a whole; pages share theirs, so that one page of many needs to be parsed."""
SCRIPT_TYPES = frozenset({"", "module", "text/javascript", "application/javascript"})
"""Types of `<script>` that browsers run; others (JSON-LD) are data, which no policy touches [HTML, 4.12.1]."""


class InlineCode(CampaignError):
    """A built page holds code or style that no policy can allow without `unsafe-inline` or `unsafe-hashes`."""


@dataclass(frozen=True)
class Inline:
    """Sources, in the syntax of CSP, of the pages' scripts and of the styles that stand in pages themselves; sorted.

    A script file is named by the hash that its `integrity` gives [CSP3, 8.4]: no other file of the site may run.
    """

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


@dataclass
class _Page(HTMLParser):
    """Gathers the inline code of one page."""

    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    wrong: list[tuple[int, str]] = field(default_factory=list)
    _into: set[str] | None = None
    _text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "style" or name.startswith("on") or name == "srcdoc":
                self.wrong.append((self.getpos()[0], f"<{tag} {name}>: stands in the page's markup"))
            elif name in ("href", "src", "action") and (value or "").strip().lower().startswith("javascript:"):
                self.wrong.append((self.getpos()[0], f"<{tag} {name}>: is a script in an address"))
        given = dict(attrs)
        if tag == "style":
            self._into, self._text = self.styles, ""
        elif tag == "script" and (given.get("type") or "").strip().lower() in SCRIPT_TYPES:
            if "src" not in given:
                self._into, self._text = self.scripts, ""
            elif given.get("integrity"):
                self.scripts.update(f"'{digest}'" for digest in str(given["integrity"]).split())
            else:
                self.wrong.append(
                    (self.getpos()[0], "<script src>: has no integrity, so any file of the site would do")
                )

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if self._into is not None and tag in ("style", "script"):
            self._into.add(source_hash(self._text))
            self._into = None


def source_hash(text: str) -> str:
    """The CSP source that allows exactly this inline text: `'sha256-…'` of its UTF-8 bytes [CSP3, 2.3.1]."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def inline_code(site: Path) -> Inline:
    """The hashes of every script and every inline style sheet in the pages of `site`.

    Raises `InlineCode`, naming every place, for style attributes, event handlers, `javascript:` addresses and script
    files without `integrity`: they could only be allowed by loosening the policy for the whole site.
    """
    scripts: set[str] = set()
    styles: set[str] = set()
    wrong: list[str] = []
    known: set[bytes] = set()
    for path in sorted(site.rglob("*.html")):
        data = path.read_bytes()
        blocks = {found[0] for found in BLOCK.finditer(data)}
        rest = data
        for block in blocks & known:
            rest = rest.replace(block, b"")
        if not SUSPECT.search(rest):
            continue
        known |= blocks
        page = _Page()
        page.feed(data.decode("utf-8").replace("\r\n", "\n"))  # browsers hash after newlines are made one
        page.close()
        scripts |= page.scripts
        styles |= page.styles
        wrong += [
            f"{path.relative_to(site).as_posix()}:{line}: {what}: move it into the theme (a class, an inline script)"
            for line, what in page.wrong
        ]
    if wrong:
        raise InlineCode("\n".join(wrong))
    return Inline(tuple(sorted(scripts)), tuple(sorted(styles)))


def policy(inline: Inline) -> str:
    """The value of `Content-Security-Policy`: nothing is allowed but the site's own files and, of scripts, `inline`.

    No script may write markup from text (`require-trusted-types-for`), no page may be framed, no form leaves.
    """
    return "; ".join(_directives(inline))


def _directives(inline: Inline) -> Iterator[str]:
    yield "default-src 'none'"
    yield " ".join(("script-src", *(inline.scripts or ("'none'",))))
    yield " ".join(("style-src 'self'", *inline.styles))
    yield from (f"{kind}-src 'self'" for kind in ("img", "font", "media", "connect", "manifest"))
    yield "base-uri 'none'"
    yield "form-action 'none'"
    yield "frame-ancestors 'none'"
    yield "require-trusted-types-for 'script'"
