"""Trees that would hang, deceive or exhaust the gate: what is no plain file is a finding, what is hidden is found."""

from __future__ import annotations

import gzip
import io
import os
import socket
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import brotli
import pytest
from pypdf import PdfWriter
from safelight.leakgate import scan
from safelight.model.vault import Person, PersonName, Vault

RU = "Магомедова"
VAULT = Vault(people=(Person("p-0417", (PersonName("ru", "Залина", family=RU),)),))


def zipped(data: bytes, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b.txt", data)
        archive.comment = comment
    return out.getvalue()


def pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("x.txt")
        info.size = 1
        archive.addfile(info, io.BytesIO(b"x"))
    return out.getvalue()


def found(tmp_path: Path) -> set[tuple[str, str]]:
    return {(leak.path, leak.form) for leak in scan(tmp_path, VAULT) if leak.kind == "unopenable"}


def test_a_pipe_is_a_finding_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert found(tmp_path) == {("a.txt", "not a file")}


def test_a_socket_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket has room for 108 bytes only
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("a.txt")
        assert found(tmp_path) == {("a.txt", "not a file")}


def test_a_link_to_the_folder_above_is_a_finding_and_no_endless_walk(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in" / "self.txt").symlink_to("self.txt")
    (tmp_path / "in" / "gone.txt").symlink_to("nowhere.txt")
    assert found(tmp_path) == {("in/up", "link"), ("in/self.txt", "link"), ("in/gone.txt", "link")}


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)  # who runs as root may read everything
    assert found(tmp_path) == {("a.txt", "unreadable")}


@pytest.mark.parametrize(
    ("file", "data", "why"),
    [
        ("a.pdf", pdf() + zipped(RU.encode()), "right behind the end, where a small tail looks like part of the PDF"),
        ("a.pdf", pdf() + b"\n" * 5000 + zipped(RU.encode()), "far behind the end"),
        ("a.pdf", pdf() + zipped(RU.encode(), b"%%EOF"), "a comment pretends that the PDF ends behind the archive"),
        ("a.txt.gz", gzip.compress(b"x") + zipped(RU.encode()), "behind a gzip stream"),
        ("a.txt.gz", gzip.compress(b"x") + RU.encode(), "bare text behind a gzip stream"),
        ("a.tar", tar() + zipped(RU.encode()), "behind the last block of a tar"),
        ("a.tar", tar() + RU.encode(), "bare text behind the last block of a tar"),
        ("a.txt", b"text\n" + zipped(RU.encode()), "behind a text; the text is no UTF-8 then, which is told besides"),
    ],
)
def test_an_archive_behind_another_file_is_opened(tmp_path: Path, file: str, data: bytes, why: str) -> None:
    (tmp_path / file).write_bytes(data)
    assert "p-0417" in {leak.person_id for leak in scan(tmp_path, VAULT)}


def test_bytes_behind_a_brotli_stream_are_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.txt.br").write_bytes(brotli.compress(b"x") + RU.encode())
    assert scan(tmp_path, VAULT)


def test_two_archives_attached_to_a_pdf_are_no_finding(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for name in ("a.zip", "b.zip"):
        writer.add_attachment(name, zipped(b"x"))
    with (tmp_path / "a.pdf").open("wb") as out:
        writer.write(out)
    assert scan(tmp_path, VAULT) == ()


def test_a_name_across_two_pieces_of_a_file_without_blanks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["safelight.leakgate.files"], "STREAMED", 1_000_000)
    for at in (8_000_000 - 7, 4_000_000 - 7):
        (tmp_path / "a.txt").write_bytes(b";" * at + RU.encode() + b";" * 1000)
        assert {leak.person_id for leak in scan(tmp_path, VAULT)} == {"p-0417"}


def test_a_very_large_file_takes_bounded_memory(tmp_path: Path) -> None:
    """200 MB of which nearly all is a hole; the name at its end is found, within 100 MB more than without the file."""
    with (tmp_path / "a.txt").open("wb") as out:
        out.truncate(200_000_000)
        out.seek(200_000_000)
        out.write(b" " + RU.encode())
    script = (
        "import resource, sys; from pathlib import Path; from safelight.leakgate import scan;"
        "from safelight.model.vault import Person, PersonName, Vault;"
        "vault = Vault(people=(Person('p-1', (PersonName('ru', 'Залина', family='Магомедова'),)),));"
        "scan(Path(sys.argv[1]), vault);"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "found = scan(Path(sys.argv[2]), vault);"
        "print(len(found), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    small = tmp_path / "small"
    small.mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", script, str(small), str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    leaks, kilobytes = map(int, ran.stdout.split())
    assert leaks == 1
    assert kilobytes < 100_000
