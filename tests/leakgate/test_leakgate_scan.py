"""The gate finds a name in every kind of file and under every disguise, and never prints it."""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
from pathlib import Path
from urllib.parse import quote

import brotli
import pytest
from PIL import Image, PngImagePlugin
from safelight.leakgate import report, scan
from safelight.model.vault import Person, PersonName, Vault

VAULT = Vault(
    people=(
        Person(
            "p-0417",
            (PersonName("ru", "Залина", family="Магомедова"), PersonName("ar", "زالينا")),
            identifiers=("+7 928 555 01 17",),
        ),
    )
)


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def png(text: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", text)
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def jpeg_with_tail(text: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "JPEG")
    return out.getvalue() + text.encode()


def made_pdf(text: str) -> bytes:
    from weasyprint import HTML

    written: bytes = HTML(
        string=f'<html lang="ru"><title>t</title><p style="font-family:Noto Sans,Noto Naskh Arabic">{text}</p></html>'
    ).write_pdf()
    return written


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.html", "<p>Залиной</p>".encode()),
        ("a.html", "<p>За<b>ли</b>на</p>".encode()),
        ("a.html", '<img alt="у Залины">'.encode()),
        ("a.html", "<!-- Залине -->".encode()),
        ("a.html", b"<p>&#1047;&#1072;&#1083;&#1080;&#1085;&#1072;</p>"),
        ("a.html", f'<a href="/{quote("Залина")}.html">x</a>'.encode()),
        ("a.xml", "<a><![CDATA[Магомедовой]]></a>".encode()),
        ("a.json", json.dumps({"k": ["Залина"]}).encode()),
        ("a.css", b'a::after { content: "\\417\\430\\43b\\438\\43d\\430" }'),
        ("a.txt", "ЗАЛИНА".encode()),
        ("a.txt", "За\u00adли\u200bна".encode()),
        ("a.txt", b"zalinaMagomedova"),
        ("a.txt", "وزالينا".encode()),
        ("a.txt", b"tel 8 (928) 555-01-17"),
        ("a.txt", base64.b64encode("там Залина".encode())),
        ("a.txt.gz", gzip.compress("Залина".encode())),
        ("a.txt.br", brotli.compress("Залина".encode())),
        ("a.zip", zipped("b.txt", "Залина".encode())),
        ("a.zip", zipped("zalina.txt", b"x")),
        ("a.zip", zipped("b.zip", zipped("c.txt", "Залина".encode()))),
        ("a.png", png("Залина")),
        ("a.jpg", jpeg_with_tail("Залина")),
        ("a.pdf", made_pdf("Там Залина")),
        ("a.pdf", made_pdf("زالينا")),
        ("zalina.txt", b"x"),
    ],
)
def test_found(tmp_path: Path, file: str, data: bytes) -> None:
    (tmp_path / file).write_bytes(data)
    leaks = scan(tmp_path, VAULT)
    assert {leak.kind for leak in leaks} & {"person", "identifier"}
    assert all(leak.person_id == "p-0417" for leak in leaks)
    if "zalina" not in file:
        said = report.as_text(leaks).casefold() + json.dumps([leak.as_json() for leak in leaks], ensure_ascii=False)
        assert "залин" not in said and "زالينا" not in said


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.bin", b"x"),
        ("a.json", b"{"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.zip", b"PK"),
        ("a.png", b"\x89PNG"),
        ("a.svg", b"<svg"),
        ("a.txt", b"\xff\xfe\xfa"),
        ("a.txt.gz", gzip.compress(b"0" * 20_000_000)),
    ],
)
def test_what_cannot_be_opened_is_a_finding(tmp_path: Path, file: str, data: bytes) -> None:
    (tmp_path / file).write_bytes(data)
    assert [leak.kind for leak in scan(tmp_path, VAULT)] == ["unopenable"]


def test_ordinary_text_raises_no_alarm(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Малина и магазин. A line, a zal, 2006–2008, 202,478 people. لا شيء هنا.", encoding="utf-8"
    )
    assert scan(tmp_path, VAULT) == ()
