"""Reads `content/`: one document per `content/<type>/<id>/<lang>.md`, images beside them, stray files reported."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from safelight.model.content import RECORDINGS, Asset, ContentTree, Document, DocumentType
from safelight.model.findings import Finding
from safelight.source.frontmatter import parse

IMAGE_ENDINGS = frozenset(
    {".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".avif", ".heic", ".heif", ".mpo", ".svg"}
)
DATA_FOLDER = "data"
LARGEST = 2_000_000
"""Largest Markdown file, in bytes: far above any story, far below what would hold a build up."""


def read_content(root: Path) -> tuple[ContentTree, tuple[Finding, ...]]:
    """Every document and image of the campaign in folder `root`, and a finding for each file that is not one."""
    content = root / "content"
    documents: list[Document] = []
    assets: list[Asset] = []
    findings: list[Finding] = []
    if not content.is_dir():
        return ContentTree(()), (
            Finding("content", 0, "", "is not there", "create it, or run in the campaign's folder"),
        )
    for path in sorted(content.rglob("*")):
        relative = PurePosixPath(path.relative_to(root).as_posix())
        if path.is_symlink():
            findings.append(_stray(relative, "is a link", "copy the file itself into the folder"))
        elif path.is_file() and relative.parts[1] != DATA_FOLDER and not path.name.startswith("."):
            _read_one(path, relative, documents, assets, findings)
    return ContentTree(tuple(documents), tuple(assets)), tuple(findings)


def _read_one(
    path: Path, relative: PurePosixPath, documents: list[Document], assets: list[Asset], findings: list[Finding]
) -> None:
    folders = [kind.value for kind in DocumentType]
    if len(relative.parts) != 4 or relative.parts[1] not in folders:
        way_out = f"files belong in content/<{'|'.join(folders)}>/<name>/<language>.md"
        findings.append(_stray(relative, "is in no document's folder", way_out))
        return
    if path.suffix.lower() in IMAGE_ENDINGS:
        assets.append(Asset(relative, path.stat().st_size))
        return
    if path.suffix.lower().removeprefix(".") in RECORDINGS:
        problem = "is a recording, and a voice cannot be made safe here"
        findings.append(_stray(relative, problem, "keep it in a safe place outside content/"))
        return
    if path.suffix != ".md":
        findings.append(_stray(relative, "is neither Markdown nor an image", "remove it, or keep it outside content/"))
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        findings.append(_stray(relative, f"cannot be read ({error.strerror})", "mend its permissions"))
        return
    if len(data) > LARGEST:
        findings.append(_stray(relative, f"is larger than {LARGEST} bytes", "split it, or remove what is not text"))
        return
    text = _decode(data, relative, findings)
    if text is None:
        return
    header = parse(text, relative)
    findings.extend(header.findings)
    kind = DocumentType(relative.parts[1])
    documents.append(
        Document(kind, relative.parts[2], path.stem, relative, header.fields, header.body, header.body_line)
    )


def _decode(data: bytes, path: PurePosixPath, findings: list[Finding]) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        findings.append(Finding(str(path), line, "", "is not UTF-8 text", "save the file as UTF-8"))
        return None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        findings.append(Finding(str(path), line, "", "holds a NUL character", "save the file as UTF-8 text"))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _stray(path: PurePosixPath, problem: str, way_out: str) -> Finding:
    return Finding(str(path), 0, "", problem, way_out)
