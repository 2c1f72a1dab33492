"""Every kind of file is opened by its own opener, in every place where a name can hide; what cannot be opened fails."""

from __future__ import annotations

import base64
import gzip
import io
import json
import os
import sys
import tarfile
import zipfile
from pathlib import Path

import brotli
import pytest
from click.testing import CliRunner
from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from safelight.cli.gate import scan as scan_verb
from safelight.leakgate import report, scan
from safelight.leakgate.openers import OPENERS
from safelight.model.vault import Person, PersonName, Vault

RU = "Магомедова"
VAULT = Vault(people=(Person("p-0417", (PersonName("ru", "Залина", family=RU),)),))


def picture(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, kind, **options)
    return out.getvalue()


def exif() -> bytes:
    data = Image.Exif()
    data[0x010E] = "by Magomedova"
    return data.tobytes()


def png_text(packed: bool) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", RU, zip=packed)
    return picture("PNG", pnginfo=info)


def zipped(name: str, data: bytes, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
        archive.comment = comment
    return out.getvalue()


def tarred(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def pdf(what: str) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    if what == "metadata":
        writer.add_metadata({"/Author": RU})
    elif what == "outline":
        writer.add_outline_item(title=RU, page_number=0)
    elif what == "attachment":
        writer.add_attachment("a.zip", zipped("b.txt", RU.encode()))
    elif what == "stream":
        stream = DecodedStreamObject()
        stream.set_data(b"BT [(Magom)-20(edova)] TJ ET")
        writer.pages[0][NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def updated_pdf() -> bytes:
    """A PDF whose second version has taken the name out; the first is still in the file."""
    first = pdf("metadata")
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    writer.add_metadata({"/Author": "nobody"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def font(flavour: str | None) -> bytes:
    from fontTools.fontBuilder import FontBuilder

    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef"])
    made.setupCharacterMap({})
    made.setupGlyf({".notdef": __import__("fontTools.ttLib.tables._g_l_y_f", fromlist=["Glyph"]).Glyph()})
    made.setupHorizontalMetrics({".notdef": (500, 0)})
    made.setupHorizontalHeader()
    made.setupNameTable({"familyName": "Sans", "designer": RU})
    made.setupOS2()
    made.setupPost()
    made.font.flavor = flavour
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def gif() -> bytes:
    return picture("GIF", comment=RU.encode())


def named_gzip(name: str) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=out) as file:
        file.write(b"x")
    return out.getvalue()


CASES: dict[str, tuple[str, str, bytes]] = {
    # name: (opener, file, bytes)
    "text": ("text", "a.txt", RU.encode()),
    "markdown": ("text", "a.md", f"[x](/{RU}.html)".encode()),
    "style sheet": ("text", "a.css", b".x::after{content:'Magomedova'}"),
    "text UTF-16": ("text", "a.txt", RU.encode("utf-16")),
    "html": ("html", "a.html", f"<p>{RU}</p>".encode()),
    "JSON-LD": ("html", "a.html", b'<script type="application/ld+json">' + json.dumps({"name": RU}).encode() + b"</script>"),
    "feed": ("xml", "a.xml", f"<a>&lt;b&gt;{RU}&lt;/b&gt;</a>".encode()),
    "svg": ("xml", "a.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><title>{RU}</title></svg>".encode()),
    "json": ("json", "a.json", json.dumps({RU: 1}).encode()),
    "source map": ("json", "a.js.map", json.dumps({"sourcesContent": [json.dumps(RU)]}).encode()),
    "json lines": ("json lines", "a.jsonl", b"{}\n" + json.dumps([RU]).encode()),
    "zip": ("zip", "a.zip", zipped("b.txt", RU.encode())),
    "zip comment": ("zip", "a.zip", zipped("b.txt", b"x", comment=RU.encode())),
    "zip in zip": ("zip", "a.zip", zipped("b.zip", zipped("c.txt", RU.encode()))),
    "office": ("zip", "a.docx", zipped("word/document.xml", f"<a>{RU}</a>".encode())),
    "tar": ("tar", "a.tar", tarred("b.txt", RU.encode())),
    "calendar, cut by its lines": ("text", "a.ics", "BEGIN:VCALENDAR\r\nSUMMARY:За\r\n лина\r\n".encode()),
    "gzip, name of the file": ("gzip", "a.txt.gz", named_gzip("Zalina.txt")),
    "gzip": ("gzip", "a.txt.gz", gzip.compress(RU.encode())),
    "gzip twice": ("gzip", "a.txt.gz", gzip.compress(b"x") + gzip.compress(RU.encode())),
    "brotli": ("brotli", "a.txt.br", brotli.compress(RU.encode())),
    "png": ("png", "a.png", png_text(packed=False)),
    "png, packed text": ("png", "a.png", png_text(packed=True)),
    "png, trailing": ("png", "a.png", picture("PNG") + RU.encode()),
    "png, zip behind it": ("png", "a.png", picture("PNG") + zipped("b.txt", RU.encode())),
    "jpeg EXIF": ("jpeg", "a.jpg", picture("JPEG", exif=exif())),
    "jpeg comment": ("jpeg", "a.jpg", picture("JPEG", comment=RU.encode())),
    "jpeg, zip behind it": ("jpeg", "a.jpg", picture("JPEG") + zipped("b.txt", RU.encode())),
    "webp": ("webp", "a.webp", picture("WEBP", xmp=f"<x>{RU}</x>".encode())),
    "avif": ("avif", "a.avif", picture("AVIF", exif=exif())),
    "gif": ("other picture", "a.gif", gif()),
    "pdf metadata": ("pdf", "a.pdf", pdf("metadata")),
    "pdf outline": ("pdf", "a.pdf", pdf("outline")),
    "pdf attachment": ("pdf", "a.pdf", pdf("attachment")),
    "pdf stream": ("pdf", "a.pdf", pdf("stream")),
    "pdf, earlier version": ("pdf", "a.pdf", updated_pdf()),
    "pdf, trailing": ("pdf", "a.pdf", pdf("") + b"\n" * 3000 + RU.encode()),
    "font": ("font", "a.ttf", font(None)),
    "woff2": ("font", "a.woff2", font("woff2")),
    "search index": ("search index", "en.pf_fragment", gzip.compress(b"pagefind_dcd" + json.dumps({"content": RU}).encode())),
    "search index, unpacked": ("search index", "en.pf_index", b"pagefind_dcd\x81\x92" + RU.encode()),
    "server's headers": ("text", "_headers", f"/*\n  X-Note: {RU}".encode()),
    "server's rules": ("text", ".htaccess", f"# {RU}\nHeader set X-Note x".encode()),
    "one long line": ("html", "a.html", b"<p>" + b"word <b>and</b> word " * 150_000 + RU.encode()),
    "data URI": ("html", "a.html", b'<a href="data:application/zip;base64,' + base64.b64encode(zipped("b.txt", RU.encode())) + b'">'),
    "wrong ending": ("jpeg", "a.png", picture("JPEG", comment=RU.encode())),
}  # fmt: skip


def leaks_in(tmp_path: Path, file: str, data: bytes) -> set[str]:
    (tmp_path / file).write_bytes(data)
    return {leak.person_id for leak in scan(tmp_path / file, VAULT) if leak.person_id}


@pytest.mark.parametrize("name", CASES)
def test_opened(tmp_path: Path, name: str) -> None:
    _, file, data = CASES[name]
    assert leaks_in(tmp_path, file, data) == {"p-0417"}


@pytest.mark.parametrize("opener", OPENERS)
def test_no_opener_can_be_switched_off_unseen(tmp_path: Path, opener: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(OPENERS, opener)
    missed = [n for n, (needed, file, data) in CASES.items() if needed == opener and not leaks_in(tmp_path, file, data)]
    assert missed


def encrypted_zip() -> bytes:
    data = bytearray(zipped("a.txt", b"x"))
    data[6] |= 1
    data[data.find(b"PK\1\2") + 8] |= 1
    return bytes(data)


def encrypted_pdf() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(""))))
    writer.encrypt("x")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def hidden_member() -> bytes:
    data = zipped("a.txt", b"x")
    inner = zipped("b.txt", RU.encode())
    return inner[: inner.find(b"PK\1\2")] + data  # before the first member that is listed


def nested(depth: int) -> bytes:
    data = b"x"
    for _ in range(depth):
        data = zipped("a.zip", data)
    return data


@pytest.mark.parametrize(
    ("file", "data", "why"),
    [
        ("a.zip", encrypted_zip(), "encrypted"),
        ("a.pdf", encrypted_pdf(), "encrypted"),
        ("a.pdf", pdf("")[:300], "cut off"),
        ("a.zip", zipped("a.txt", RU.encode())[:40], "cut off"),
        ("a.gz", gzip.compress(b"x" * 100)[:20], "cut off"),
        ("a.zip", zipped("a.txt", b"0" * 50_000_000), "a bomb"),
        ("a.txt.gz", gzip.compress(b"0" * 50_000_000), "a bomb"),
        ("a.txt.br", brotli.compress(b"0" * 50_000_000), "a bomb"),
        ("a.zip", hidden_member(), "a member that the directory does not list"),
        ("a.zip", nested(12), "too deep"),
        ("a.png", picture("PNG")[:50], "cut off"),
        ("a.jpg", picture("JPEG")[:-20], "cut off"),
        ("a.jpg", b"not a picture", "not what its ending says"),
        ("a.svg", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares entities"),
        ("a.woff2", b"wOF2 nothing", "damaged"),
        ("a.mp4", b"\0\0\0 ftypisom", "a type that it does not know"),
    ],
)
def test_what_cannot_be_opened_fails(tmp_path: Path, file: str, data: bytes, why: str) -> None:
    (tmp_path / file).write_bytes(data)
    assert "unopenable" in {leak.kind for leak in scan(tmp_path, VAULT)}


def test_pdf_whose_letters_lie(tmp_path: Path) -> None:
    from weasyprint import HTML

    data = HTML(
        string='<html lang="en"><title>t</title><p style="font-family:Noto Sans">abcdefgh</p></html>'
    ).write_pdf()
    reader = PdfReader(io.BytesIO(data))
    writer = PdfWriter(reader)
    for number in range(1, len(writer._objects) + 1):
        value = writer._objects[number - 1]
        if isinstance(value, dict) and "/ToUnicode" in value:
            table = value["/ToUnicode"].get_object()
            shuffled = DecodedStreamObject()
            shuffled.set_data(
                table.get_data()
                .replace(b"<0061>", b"<007A>")
                .replace(b"<0062>", b"<0079>")
                .replace(b"<0063>", b"<0078>")
            )
            value[NameObject("/ToUnicode")] = writer._add_object(shuffled)
    out = io.BytesIO()
    writer.write(out)
    (tmp_path / "a.pdf").write_bytes(data)
    assert scan(tmp_path, VAULT) == ()
    (tmp_path / "a.pdf").write_bytes(out.getvalue())
    assert {leak.kind for leak in scan(tmp_path, VAULT)} == {"unopenable"}


def test_links_strange_names_and_names_that_are_secrets(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    (tmp_path / "a\nb.txt").write_text(RU)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(RU)
    (tmp_path / "Залина").mkdir()
    (tmp_path / "Залина" / "a.txt").write_text("x")
    leaks = scan(tmp_path, VAULT)
    assert ("link.txt", "unopenable") in {(leak.path, leak.kind) for leak in leaks}
    assert len({leak.path for leak in leaks if leak.kind == "person"}) == 3
    said = report.as_text(leaks) + json.dumps([leak.as_json() for leak in leaks], ensure_ascii=False)
    said += json.dumps(report.as_sarif(leaks), ensure_ascii=False)
    assert "залин" not in said.casefold() and "магомед" not in said.casefold()
    assert "\n" not in "".join(leak.path for leak in leaks)


def test_the_cache_holds_clean_files_only_and_only_for_this_vault(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    (site / "clean.txt").write_text("Nothingam")
    (site / "leak.txt").write_text(RU)
    for _ in range(2):
        assert [leak.path for leak in scan(site, VAULT, cache=cache)] == ["leak.txt"]
    kept = (cache / "clean").read_text()
    assert len(kept.split()) == 4  # the salt, two names, one clean file
    other = Vault(people=(Person("p-1", (PersonName("en", "Nothingam"),)),))
    assert [leak.path for leak in scan(site, other, cache=cache)] == ["clean.txt"]
    (cache / "clean").write_text("00" * 16 + "\n" + "\n".join(kept.split()[1:]))  # another salt, old entries
    assert [leak.path for leak in scan(site, other, cache=cache)] == ["clean.txt"]


def test_the_cache_spares_the_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    (site / "a.txt").write_text("nothing")
    scan(site, VAULT, cache=cache)
    monkeypatch.setattr(sys.modules["safelight.leakgate.files"], "open_bytes", lambda *_: pytest.fail("searched again"))
    assert scan(site, VAULT, cache=cache) == ()


def test_where_a_leak_stands(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<p>\n<img alt='{RU}'>\n<!-- Залина -->", encoding="utf-8")
    assert {(leak.where, leak.line, leak.part) for leak in scan(tmp_path, VAULT)} == {
        ("attribute alt", 2, "family"), ("comment", 3, "given"),
    }  # fmt: skip


def test_a_large_text_is_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["safelight.leakgate.files"], "STREAMED", 1_000_000)
    (tmp_path / "a.txt").write_bytes(b"word and word " * 700_000 + RU.encode())
    assert [leak.person_id for leak in scan(tmp_path, VAULT)] == ["p-0417"]


@pytest.mark.parametrize(("text", "status"), [("nothing", 0), ("Залиной", 1)])
def test_the_verb_on_a_single_file(tmp_path: Path, text: str, status: int) -> None:
    vault = tmp_path / "private"
    vault.mkdir()
    (vault / "people.yaml").write_text("people:\n  - {id: p-1, names: [{lang: ru, given: Залина}]}\n", encoding="utf-8")
    file, sarif = tmp_path / "a.txt", tmp_path / "a.sarif"
    file.write_text(text, encoding="utf-8")
    ran = CliRunner().invoke(scan_verb, [str(file), "--vault", str(vault), "--json", "--sarif", str(sarif)])
    assert ran.exit_code == status
    assert {"path", "member", "kind", "form", "where", "id"} <= {
        key for leak in json.loads(ran.stdout) for key in leak
    } or not status
    log = json.loads(sarif.read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0" and len(log["runs"][0]["results"]) == status
    assert "залин" not in (ran.output + sarif.read_text(encoding="utf-8")).casefold()
