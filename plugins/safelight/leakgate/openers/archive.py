"""ZIP and tar: every member, its name, comments and extra fields, and what stands between and around the members."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib

from safelight.leakgate.openers.part import Budget, Member, Opener, Parts, Text, Unopenable

MOST_MEMBERS = 100_000


def _open_zip(data: bytes, budget: Budget) -> Parts:
    yield Text("archive comment", data[max(0, data.rfind(b"PK\x05\x06")) :], noise=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS:
                raise Unopenable("too many members")
            covered = 0
            for info in sorted(infos, key=lambda info: info.header_offset):
                if info.header_offset > covered:
                    yield from _between(data[covered : info.header_offset])
                yield Text("member comment", info.comment + b"\n" + info.extra, noise=not info.comment)
                if info.flag_bits & 1:
                    raise Unopenable("encrypted", info.filename)
                if info.file_size > budget.left:
                    raise Unopenable("too large", info.filename)
                with archive.open(info) as member:
                    unpacked = member.read(info.file_size + 1)
                try:
                    budget.take(len(unpacked), info.compress_size)
                except Unopenable as refused:
                    raise Unopenable(refused.reason, info.filename) from None
                header = data[info.header_offset : info.header_offset + 30]
                named = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
                yield Text("member header", data[info.header_offset + 30 : info.header_offset + 30 + named], noise=True)
                covered = max(covered, info.header_offset + 30 + named + info.compress_size)
                if not info.is_dir():
                    yield Member(info.filename, unpacked)
                else:
                    yield Member(info.filename, b"")
            if archive.start_dir > covered:
                yield from _between(data[covered : archive.start_dir])
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise Unopenable("damaged") from None


def _between(gap: bytes) -> Parts:
    """Bytes that belong to no member: searched; a hidden member among them cannot be."""
    if b"PK\x03\x04" in gap:
        raise Unopenable("hidden member")
    yield Text("between members", gap, noise=len(gap) > 64)
    yield Text("between members", gap)


def _open_tar(data: bytes, budget: Budget) -> Parts:
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for info in archive:
                yield Text("member header", f"{info.uname} {info.gname} {info.linkname} {info.pax_headers}".encode())
                member = archive.extractfile(info) if info.isfile() else None
                content = member.read(budget.left + 1) if member else b""
                budget.take(len(content), len(content))
                yield Member(info.name, content)
            rest = data[archive.offset :].lstrip(b"\0")
        if rest:
            yield Text("trailing bytes", rest)
            yield Member("trailing bytes", rest)
    except (tarfile.TarError, OSError, EOFError, ValueError):
        raise Unopenable("damaged") from None


ZIP = Opener(
    (".zip", ".epub", ".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp"), _open_zip, (b"PK\x03\x04", b"PK\x05\x06")
)
TAR = Opener((".tar",), _open_tar)
