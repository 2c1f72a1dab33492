"""Scans a file or tree: every name of a file, every text of every file and of what is inside it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from safelight.errors import WrongUse
from safelight.executor import run_in_batches
from safelight.leakgate.cache import Cache, vault_key
from safelight.leakgate.needles import all_ids, needles
from safelight.leakgate.openers import Budget, Opened, Unopenable, open_bytes
from safelight.leakgate.openers.compressed import gunzip, unbrotli
from safelight.leakgate.openers.markup import place_in
from safelight.leakgate.report import Leak
from safelight.leakgate.search import Hit, Searcher
from safelight.model.vault import Vault

LARGEST = 512_000_000
"""Largest file, in bytes, that is opened; a larger one is a finding."""
STREAMED = 64_000_000
"""From this size on, a text is read piece by piece."""
WORTH_SHARING = 24_000_000
"""Bytes to search from which it pays to make the needles once more in each process."""
_MARKUP = (".html", ".htm", ".xml", ".svg", ".rss", ".atom", ".xhtml")
_PLAIN = (".txt", ".csv", ".md", ".css", ".js", ".log", ".tsv")


def scan(path: Path, vault: Vault, executor: Executor | None = None, cache: Path | None = None) -> tuple[Leak, ...]:
    """Every leak in a file or a folder, sorted; paths relative to the folder (or the file's name).

    A file that cannot be opened, of a type that the gate does not know, and a link are leaks of kind `unopenable`.
    `cache` is a folder in which the gate remembers what it found clean, by keyed hashes that tell nothing to anyone
    without the vault; unchanged files are then not searched again. With an `executor`, a large tree is searched
    through it.
    """
    root = path if path.is_dir() and not path.is_symlink() else path.parent
    files = _files(path) if root == path else [path]
    remembered = Cache(cache, vault) if cache else None
    job = _Job(root, vault, remembered.key if remembered else b"", remembered.known if remembered else frozenset())
    size = sum(file.lstat().st_size for file in files)
    if executor is None or size < WORTH_SHARING:
        results = [job.run(files)]
    else:
        results = list(run_in_batches(executor, job.run, list(_batches(files)), batch=1))
    if remembered:
        remembered.keep(clean for _, cleans in results for clean in cleans)
    return tuple(sorted({leak for leaks, _ in results for leak in leaks}))


def _files(root: Path) -> list[Path]:
    """Every file and link below a folder, sorted; raises `WrongUse` for a folder that cannot be read."""

    def refuse(error: OSError) -> None:
        raise WrongUse(f"{root.name}: a folder in it cannot be read ({error.strerror}): mend its permissions")

    found = []
    for folder, folders, names in os.walk(root, onerror=refuse):
        found += [Path(folder) / name for name in names]
        found += [Path(folder) / name for name in folders if (Path(folder) / name).is_symlink()]
        found += [Path(folder) / name for name in folders if not any((Path(folder) / name).iterdir())]
    return sorted(found, key=os.fsencode)


def _batches(files: list[Path]) -> Iterator[list[Path]]:
    batch: list[Path] = []
    size = 0
    for file in files:
        batch.append(file)
        size += file.lstat().st_size
        if size >= WORTH_SHARING // 3:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@lru_cache(maxsize=2)
def _searcher_of(key: str) -> list[Searcher]:
    """Holds the searcher that a process made for a vault, by the hash of that vault."""
    return []


class _Job:
    """What a process needs to search some of the files."""

    def __init__(self, root: Path, vault: Vault, key: bytes, known: frozenset[str]) -> None:
        self.root, self.vault, self.key, self.known = root, vault, key, known
        self.clean: list[str] = []

    def run(self, files: list[Path]) -> tuple[list[Leak], list[str]]:
        """Leaks of the files, and the keyed hashes of those without any."""
        self.clean = []
        leaks = [leak for file in files for leak in self._scan_file(file)]
        return leaks, self.clean

    @property
    def searcher(self) -> Searcher:
        held = _searcher_of(vault_key(self.vault))
        if not held:
            held.append(Searcher(needles(self.vault)))
        return held[0]

    def _scan_file(self, path: Path) -> Iterator[Leak]:
        raw = os.fsencode(path.relative_to(self.root))
        hits = self.searcher.search(raw) if not self._is_known(b"name", raw) else []
        name = self._masked(raw, hits)
        if not hits:
            self._remember(b"name", raw)
        yield from (_leak(name, "", "file name", hit) for hit in hits)
        if path.is_symlink():
            yield _unopened(name, "", "link")
            return
        if path.is_dir():
            return
        if not path.is_file():
            yield _unopened(name, "", "not a file")
            return
        try:
            yield from self._scan_content(path, name)
        except OSError:
            yield _unopened(name, "", "unreadable")

    def _scan_content(self, path: Path, name: str) -> Iterator[Leak]:
        size = path.stat().st_size
        if size > LARGEST:
            yield _unopened(name, "", "too large")
            return
        if size > STREAMED and path.suffix.lower() in _PLAIN:
            yield from self._stream(path, name)
            return
        data = path.read_bytes()
        kind = path.suffix.lower().encode() + (path.name.encode("utf-8", "surrogateescape") if not path.suffix else b"")
        if self._is_known(kind, data):
            self._remember(kind, data)
            return
        if path.suffix in (".gz", ".br") and _same_as_sibling(path, data):
            return  # byte for byte a file that is searched by its own name
        clean = True
        for leak in self._scan_bytes(data, path.name, name):
            clean = False
            yield leak
        if clean:
            self._remember(kind, data)

    def _scan_bytes(self, data: bytes, file: str, name: str) -> Iterator[Leak]:
        seen: set[tuple[str, str, str, str]] = set()
        for opened in open_bytes(data, file, Budget()):
            if isinstance(opened, Unopenable):
                member = self._masked(os.fsencode(opened.member), self.searcher.search(os.fsencode(opened.member)))
                yield _unopened(name, member, opened.reason)
                continue
            for leak in self._search(opened, file, name):
                # The same secret in the same member is told once for each disguise, at its first place.
                key = (leak.member, leak.person_id, leak.part, leak.form)
                if key not in seen:
                    seen.add(key)
                    yield leak

    def _search(self, opened: Opened, file: str, name: str) -> Iterator[Leak]:
        text = opened.text
        hits = self.searcher.search(text.data, noise=text.noise)
        if not hits:
            return
        member = opened.member
        if member:
            member = self._masked(os.fsencode(member), self.searcher.search(os.fsencode(member)))
        for hit in hits:
            where, line = text.where, 0
            if text.where in ("source", "text"):
                line = text.data.count(b"\n", 0, hit.at) + 1
                inner = opened.member.rpartition("/")[2] or file
                if text.where == "source":
                    where = place_in(text.data, hit.at) if inner.lower().endswith(_MARKUP) else "text"
            leak = _leak(name, member, where, hit)
            yield replace(leak, line=line) if not member else leak

    def _stream(self, path: Path, name: str) -> Iterator[Leak]:
        seen: set[tuple[str, str]] = set()
        left = b""
        with path.open("rb") as file:
            while piece := file.read(8_000_000):
                if piece.count(0) == len(piece):
                    continue  # a hole; zeros count for nothing inside a word either
                chunk, cut = left + piece, max(len(piece) - 65_536, 0)
                blank = max(chunk.rfind(b"\n", cut), chunk.rfind(b" ", cut))
                left = chunk[blank:] if blank > 0 else chunk[-65_536:]  # without blanks, a name may lie across the edge
                for hit in self.searcher.search(chunk):
                    if (hit.word.ids[0], hit.form) not in seen:
                        seen.add((hit.word.ids[0], hit.form))
                        yield _leak(name, "", "text", hit)

    def _masked(self, raw: bytes, hits: list[Hit]) -> str:
        """A path that can be printed: secrets in it masked, bytes and signs that are no text escaped."""
        shown = raw.decode("utf-8", "backslashreplace")
        shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in shown)
        if not hits:
            return shown
        parts = []
        for part in shown.split("/"):
            guilty = self.searcher.search(part.encode())
            ending = Path(part).suffix if not self.searcher.search(Path(part).suffix.encode()) else ""
            parts.append(f"[name of {guilty[0].word.ids[0]}]{ending}" if guilty else part)
        joined = "/".join(parts)
        return joined if not self.searcher.search(joined.encode()) else f"[name of {hits[0].word.ids[0]}]"

    def _is_known(self, kind: bytes, data: bytes) -> bool:
        return bool(self.key) and self._hash(kind, data) in self.known

    def _remember(self, kind: bytes, data: bytes) -> None:
        if self.key:
            self.clean.append(self._hash(kind, data))

    def _hash(self, kind: bytes, data: bytes) -> str:
        hashed = hashlib.blake2b(len(kind).to_bytes(4, "big") + kind, key=self.key, digest_size=24)
        hashed.update(data)
        return hashed.hexdigest()


def _same_as_sibling(path: Path, data: bytes) -> bool:
    sibling = path.with_suffix("")
    if not sibling.is_file() or sibling.is_symlink():
        return False
    try:
        if path.suffix == ".br":
            return unbrotli(data, Budget()) == sibling.read_bytes()
        content, names, rest = gunzip(data, Budget())
    except Unopenable:
        return False
    return not names and not rest and content == sibling.read_bytes()


def _leak(name: str, member: str, where: str, hit: Hit) -> Leak:
    ids = all_ids([hit.word])
    return Leak(
        name, member, hit.word.kind, hit.form, where, ids[0], hit.secret, part=hit.word.part, others=len(ids) - 1
    )


def _unopened(name: str, member: str, reason: str) -> Leak:
    return Leak(name, member, "unopenable", reason, "file")
