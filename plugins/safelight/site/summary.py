"""What a build has made, for the person who started it: where to look and what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from safelight.languages.formats import file_size
from safelight.model.content import Document, DocumentType
from safelight.presskit import Kit

NAMES = {
    DocumentType.STORY: ("story", "stories"),
    DocumentType.GUIDE: ("guide", "guides"),
    DocumentType.RELEASE: ("release", "releases"),
    DocumentType.PAGE: ("page", "pages"),
}


def summary(
    output: Path,
    files: int,
    documents: Iterable[Document],
    languages: Sequence[str],
    kits: Mapping[str, Kit],
    left_out: int,
) -> str:
    """The closing lines of a build: one line a language, what was left out, and where to look.

    `files` is how many the gate opened; `left_out` how many documents consent or an embargo keeps back.
    """
    counts = Counter((document.lang, document.type) for document in documents)
    lines = [f"{output.name}/: {files} files, opened and searched, no secret found"]
    for code in languages:
        parts = [f"{counts[code, kind]} {NAMES[kind][counts[code, kind] != 1]}" for kind in DocumentType]
        kit = f", media kit {file_size(kits[code].size, 'en')}" if code in kits else ""
        lines.append(f"  {code}: {', '.join(parts)}{kit}")
    if left_out:
        lines.append(f"  left out for now: {left_out} {'text' if left_out == 1 else 'texts'} (named above)")
    lines.append(f"Look at it: open {output.name}/index.html, or run `make serve`")
    return "\n".join(lines)
