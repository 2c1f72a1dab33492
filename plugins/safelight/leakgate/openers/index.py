"""Files of a search index (Pagefind): packed with gzip, inside JSON, CBOR or a WebAssembly module."""

from __future__ import annotations

from safelight.leakgate.openers.compressed import gunzip
from safelight.leakgate.openers.part import Budget, Opener, Parts, Text


def _open(data: bytes, budget: Budget) -> Parts:
    content, names, rest = gunzip(data, budget) if data.startswith(b"\x1f\x8b") else (data, b"", b"")
    yield Text("gzip header", names)
    yield Text("index", content, noise=content.removeprefix(b"pagefind_dcd").startswith(b"\0asm"))
    yield Text("trailing bytes", rest)


INDEX = Opener(
    (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind", ".cbor", ".wasm"),
    _open,
    (b"\0asm", b"pagefind_dcd"),
)
