"""PDF by WeasyPrint: no network, no clock, the same bytes for the same page."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

from safelight.errors import WrongUse


def _refuse(url: str, *args: Any, **options: Any) -> NoReturn:
    raise WrongUse(f"theme/templates/presskit: names {url[:80]}: kits fetch nothing; put styles and drawings inline")


def pdf(html: str, cache: Path | None = None) -> bytes:
    """The PDF of a page that needs nothing but itself; `cache` keeps PDFs by page and WeasyPrint's version.

    Raises `WrongUse` for a page that names anything outside itself.
    """
    key = hashlib.sha256(f"{version('weasyprint')}\n{html}".encode()).hexdigest()
    kept = cache / f"{key}.pdf" if cache else None
    if kept and kept.is_file():
        return kept.read_bytes()
    import weasyprint

    page = weasyprint.HTML(string=html, url_fetcher=_refuse)
    made: bytes = page.write_pdf(pdf_identifier=key[:32].encode(), pdf_tags=True)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_suffix(".new")
        unfinished.write_bytes(made)
        unfinished.replace(kept)
    return made
