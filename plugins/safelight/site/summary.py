"""What a build has made, for the person who started it: where to look and what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from safelight.consent import APPROVAL
from safelight.languages.formats import file_size
from safelight.model.content import Document, DocumentType
from safelight.presskit import Kit
from safelight.staging import Inspection

NAMES = {
    DocumentType.STORY: ("story", "stories"),
    DocumentType.GUIDE: ("guide", "guides"),
    DocumentType.RELEASE: ("release", "releases"),
    DocumentType.PAGE: ("page", "pages"),
}

MOST_NAMED = 10
"""Files left out that the closing lines name."""


def left_out(inspection: Inspection) -> tuple[str, ...]:
    """The files that may not go out now, as paths below the campaign's folder."""
    published = {document.path.as_posix() for document in inspection.documents}
    told = {finding.path for finding in inspection.findings if finding.rule in ("consent", APPROVAL)}
    return tuple(sorted(told - published))


def summary(
    output: Path,
    files: int,
    documents: Iterable[Document],
    languages: Sequence[str],
    kits: Mapping[str, Kit],
    left_out: Sequence[str],
) -> str:
    """The closing lines of a build: one line a language, what was left out, and where to look.

    `files` is how many the gate opened; `left_out` are files that consent, an embargo or a missing approval keeps back.
    """
    counts = Counter((document.lang, document.type) for document in documents)
    lines = [f"{output.name}/: {files} files, opened and searched, no secret found"]
    for code in languages:
        parts = [f"{counts[code, kind]} {NAMES[kind][counts[code, kind] != 1]}" for kind in DocumentType]
        kit = f", media kit {file_size(kits[code].size, 'en')}" if code in kits else ""
        lines.append(f"  {code}: {', '.join(parts)}{kit}")
    if left_out:
        number = f"{len(left_out)} {'text' if len(left_out) == 1 else 'texts'}"
        named = "".join(f"\n    {path}" for path in left_out[:MOST_NAMED])
        more = f"\n    and {len(left_out) - MOST_NAMED} more" if len(left_out) > MOST_NAMED else ""
        lines.append(f"  not published now: {number} (why, and what to do, stands above):{named}{more}")
    lines.append(f"Look at it: open {output.name}/index.html, or run `make serve`")
    return "\n".join(lines)
