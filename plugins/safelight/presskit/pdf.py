"""PDF by WeasyPrint: no network, no clock, the same bytes for the same page, no files but the theme's."""

from __future__ import annotations

import hashlib
import logging
import mimetypes
from html.parser import HTMLParser
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from safelight.errors import WrongUse

BASE = "https://theme.invalid/"
"""The address that a kit's page stands at for the renderer: no host of this name can exist (RFC 6761)."""
WHERE = "theme/templates/presskit"


class Assets:
    """The files that a kit's page may name: those below `theme/static/`, as `img/lamp.svg`.

    `digest` is over the name and bytes of each, so that a finished PDF is not kept past a change of its picture.
    """

    def __init__(self, static: Path) -> None:
        self.static = static.resolve()
        digest = hashlib.sha256()
        for path in sorted(self.static.rglob("*")) if self.static.is_dir() else ():
            if path.is_file() and path.suffix not in (".css", ".js"):
                digest.update(f"{path.relative_to(self.static).as_posix()}\0".encode() + path.read_bytes())
        self.digest = digest.hexdigest()

    def fetch(self, url: str) -> tuple[bytes, str]:
        """Bytes and MIME type of an address; raises `WrongUse` for one that is not a file of the theme."""
        name = unquote(urlsplit(url).path).lstrip("/")
        path = (self.static / name).resolve()
        if not url.startswith(BASE) or not path.is_relative_to(self.static):
            raise WrongUse(f"{WHERE}: names {url[:80]}: kits fetch nothing; use a file of theme/static")
        if not path.is_file() or path.suffix in (".css", ".js"):
            raise WrongUse(f"{WHERE}: names theme/static/{name[:80]}, which is not there: put the picture there")
        return path.read_bytes(), mimetypes.guess_type(name)[0] or "application/octet-stream"


class _Links(HTMLParser):
    """Addresses of links that would be written into the PDF as they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.relative: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a reader of the PDF could not follow."""
        address = dict(attrs).get("href") or ""
        if tag in ("a", "area") and address and not address.startswith(("#", "https:", "http:", "mailto:", "tel:")):
            self.relative.append(address)


class _Complaints(logging.Handler):
    """What WeasyPrint calls an error and only logs, as a picture that it cannot draw."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []
        self.logger = logging.getLogger("weasyprint")
        self.before = self.logger.propagate

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.heard.append(record.getMessage())

    def listen(self) -> None:
        """Take the messages, and keep them from Pelican, whose log would end the build with a traceback."""
        self.logger.addHandler(self)
        self.logger.propagate = False

    def leave(self) -> None:
        """Put the log back as it was."""
        self.logger.removeHandler(self)
        self.logger.propagate = self.before


def pdf(html: str, static: Path, cache: Path | None = None) -> tuple[bytes, str]:
    """The PDF of a page, and the name under which `cache` keeps it (by page, pictures and WeasyPrint's version).

    Raises `WrongUse` for a page that names anything but files of `static`.
    """
    links = _Links()
    links.feed(html)
    if links.relative:
        raise WrongUse(f"{WHERE}: links to {links.relative[0][:80]}: a PDF has no neighbours; write the whole address")
    assets = Assets(static)
    key = hashlib.sha256(f"{version('weasyprint')}\n{assets.digest}\n{html}".encode()).hexdigest()
    kept = cache / f"{key}.pdf" if cache else None
    if kept and kept.is_file():
        return kept.read_bytes(), kept.name
    made = _render(html, assets, key)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_suffix(".new")
        unfinished.write_bytes(made)
        unfinished.replace(kept)
    return made, f"{key}.pdf"


def _render(html: str, assets: Assets, key: str) -> bytes:
    import weasyprint  # half a second, and most builds find every PDF finished
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    inline = URLFetcher(allowed_protocols=("data",))

    def fetch(url: str) -> Any:
        if url.startswith("data:"):
            return inline(url)
        try:
            data, mime = assets.fetch(url)
        except WrongUse as error:
            # After any other exception WeasyPrint carries on, and prints the page without the file.
            raise FatalURLFetchingError(str(error)) from None
        return URLFetcherResponse(url, data, {"Content-Type": mime})

    complaints = _Complaints()
    complaints.listen()
    try:
        page = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetch)
        made: bytes = page.write_pdf(pdf_identifier=key[:32].encode(), pdf_tags=True)
    except FatalURLFetchingError as error:
        raise WrongUse(str(error)) from None
    finally:
        complaints.leave()
    if complaints.heard:
        raise WrongUse("\n".join(f"{WHERE}: {complaint}: mend the template" for complaint in complaints.heard))
    return made
