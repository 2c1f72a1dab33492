"""Searches files: opens a few, searches them as one, and looks closer at those in which there may be something."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from safelight.leakgate.cache import vault_key
from safelight.leakgate.needles import needles
from safelight.leakgate.openers import Budget, Opened, Unopenable, open_bytes
from safelight.leakgate.openers.compressed import gunzip, unbrotli
from safelight.leakgate.openers.markup import place_in
from safelight.leakgate.report import Leak
from safelight.leakgate.search import TOGETHER, Hit, Searcher
from safelight.leakgate.words import all_ids
from safelight.model.vault import Vault

LARGEST = 512_000_000
"""Largest file, in bytes, that is opened; a larger one is a finding."""
STREAMED = 64_000_000
"""From this size on, a text is read piece by piece."""
MOST_HELD = 16_000_000
"""Bytes of texts out of one file up to which they are kept until they are searched, together with those of others."""
_MARKUP = (".html", ".htm", ".xml", ".svg", ".rss", ".atom", ".xhtml")
_PLAIN = (".txt", ".csv", ".md", ".css", ".js", ".log", ".tsv")


@lru_cache(maxsize=2)
def _searcher_of(key: str) -> list[Searcher]:
    """Holds the searcher that a process made for a vault, by the hash of that vault."""
    return []


@dataclass
class _Waiting:
    """A file that was opened and is not searched yet."""

    path: Path
    raw: bytes
    """Its name, below what is searched."""
    named: bool = False
    """Whether its name is known to be clean."""
    kind: bytes = b""
    data: bytes = b""
    """Its bytes, by which it is remembered if it is clean; none where its content was not opened."""
    opened: list[Opened | Unopenable] = field(default_factory=list)
    refused: str = ""
    """Why it cannot be opened at all."""
    stream: bool = False
    """Whether it is a text that is read piece by piece."""
    large: bool = False
    """Whether what is in it is too much to be kept."""

    def texts(self) -> list[bytes]:
        return [self.raw] * (not self.named) + [
            one.text.data for one in self.opened if isinstance(one, Opened) and not one.text.noise
        ]


class FileSearch:
    """What a process needs to search some of the files."""

    def __init__(self, root: Path, vault: Vault, key: bytes, known: frozenset[str]) -> None:
        self.root, self.vault, self.key, self.known = root, vault, key, known
        self.clean: list[str] = []

    def run(self, files: list[Path]) -> tuple[list[Leak], list[str]]:
        """Leaks of the files, and the keyed hashes of those without any."""
        self.clean = []
        leaks: list[Leak] = []
        waiting: list[_Waiting] = []
        size = 0
        for file in files:
            waiting.append(self._open(file))
            size += sum(map(len, waiting[-1].texts()))
            if size >= TOGETHER:
                leaks += self._search_together(waiting)
                waiting, size = [], 0
        leaks += self._search_together(waiting)
        return leaks, self.clean

    @property
    def searcher(self) -> Searcher:
        """The searcher of this vault, made when it is first asked for, once in a process."""
        held = _searcher_of(vault_key(self.vault))
        if not held:
            held.append(Searcher(needles(self.vault)))
        return held[0]

    def _open(self, path: Path) -> _Waiting:
        """Opens a file, unless it is known to be clean."""
        raw = os.fsencode(path.relative_to(self.root))
        file = _Waiting(path, raw, self._is_known(b"name", raw))
        if path.is_symlink():
            file.refused = "link"
        elif path.is_dir():
            pass
        elif not path.is_file():
            file.refused = "not a file"
        else:
            try:
                self._open_content(file)
            except OSError:
                file.refused = "unreadable"
        return file

    def _open_content(self, file: _Waiting) -> None:
        path, size = file.path, file.path.stat().st_size
        if size > LARGEST:
            file.refused = "too large"
            return
        if size > STREAMED and path.suffix.lower() in _PLAIN:
            file.stream = True
            return
        data = path.read_bytes()
        kind = path.suffix.lower().encode() + (path.name.encode("utf-8", "surrogateescape") if not path.suffix else b"")
        if self._is_known(kind, data):
            self._remember(kind, data)
            return
        if path.suffix in (".gz", ".br") and _same_as_sibling(path, data):
            return  # byte for byte a file that is searched by its own name
        file.kind, file.data = kind, data
        size = 0
        for opened in open_bytes(data, path.name, Budget()):
            file.opened.append(opened)
            size += len(opened.text.data) if isinstance(opened, Opened) else 0
            if size > MOST_HELD:  # it is opened again when its turn has come, and each text let go of
                file.opened = []
                file.large = True
                return

    def _search_together(self, waiting: Sequence[_Waiting]) -> Iterator[Leak]:
        """Searches files as one, and each in which there may be something by itself."""
        texts = [(number, text) for number, file in enumerate(waiting) for text in file.texts()]
        # The needles are not even made where everything is known to be clean.
        suspects = self.searcher.suspects([text for _, text in texts]) if texts else ()
        found = {texts[suspect][0] for suspect in suspects}
        for number, file in enumerate(waiting):
            yield from self._leaks_of(file, number in found)

    def _leaks_of(self, file: _Waiting, suspect: bool) -> Iterator[Leak]:
        hits = self.searcher.search(file.raw) if suspect else []
        name = self._masked(file.raw, hits)
        if not hits:
            self._remember(b"name", file.raw)
        yield from (_leak(name, "", "file name", hit) for hit in hits)
        if file.refused:
            yield _unopened(name, "", file.refused)
        elif file.stream:
            try:
                yield from self._stream(file.path, name)
            except OSError:
                yield _unopened(name, "", "unreadable")
        elif file.data:
            clean = True
            for leak in self._leaks_inside(file, name, suspect):
                clean = False
                yield leak
            if clean:
                self._remember(file.kind, file.data)

    def _leaks_inside(self, file: _Waiting, name: str, suspect: bool) -> Iterator[Leak]:
        seen: set[tuple[str, str, str, str]] = set()
        suspect |= file.large
        for opened in open_bytes(file.data, file.path.name, Budget()) if file.large else file.opened:
            if isinstance(opened, Unopenable):
                member = self._masked(os.fsencode(opened.member), self.searcher.search(os.fsencode(opened.member)))
                yield _unopened(name, member, opened.reason)
                continue
            for leak in self._search(opened, file.path.name, name) if suspect or opened.text.noise else ():
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
