"""What each published file is, by its name: one table for every server and every store."""

from __future__ import annotations

from pathlib import PurePosixPath

MEDIA_TYPES: dict[str, str] = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "ico": "image/vnd.microsoft.icon",
    "webp": "image/webp",
    "avif": "image/avif",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "vtt": "text/vtt; charset=utf-8",
}
"""Media type by file name ending, as registered with IANA; text says its character set."""
FEED = "application/atom+xml"
"""Feeds are called `feed.xml` in every language."""
UNKNOWN = "application/octet-stream"
CODINGS = {".br": "br", ".gz": "gzip"}
"""Ending of a precompressed twin to its `Content-Encoding`."""


def media_type(path: str) -> str:
    """The `Content-Type` of a published file; a precompressed twin has that of what it stands for."""
    file = PurePosixPath(path)
    if file.suffix in CODINGS:
        file = file.with_suffix("")
    if file.name == "feed.xml":
        return FEED
    return MEDIA_TYPES.get(file.suffix.lower().removeprefix("."), UNKNOWN)


def coding(path: str) -> str:
    """The `Content-Encoding` of a precompressed twin, empty for everything else."""
    return CODINGS.get(PurePosixPath(path).suffix, "")
