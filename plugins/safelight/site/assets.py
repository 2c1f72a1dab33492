"""The theme's files under a folder that is named by what they hold, so that browsers may keep them for ever."""

from __future__ import annotations

import hashlib
from pathlib import Path

THEME = "theme/"
"""What the theme's own files are called by in templates: `theme/css/site.css`."""


def theme_folder(static: Path) -> str:
    """The site path of the folder that `static` is published in: `theme/` and 12 hexadecimal digits.

    One name for all of them: files that name one another (a style sheet its fonts) need no change, and pages that are
    still open while the next site is deployed find everything of theirs.
    """
    digest = hashlib.sha256()
    for path in sorted(static.rglob("*")):
        if path.is_file():
            name, data = path.relative_to(static).as_posix().encode(), path.read_bytes()
            digest.update(b"%d %d " % (len(name), len(data)) + name + data)
    return f"{THEME}{digest.hexdigest()[:12]}"


def published(path: str, folder: str) -> str:
    """The site path of `path`: a theme file (`theme/…`) stands in `folder`, anything else where it says."""
    return f"{folder}/{path.removeprefix(THEME)}" if path.startswith(THEME) else path
