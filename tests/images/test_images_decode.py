"""What bad input gets: a message with the way out, or pixels and nothing else."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFile
from safelight.campaign import Limits
from safelight.errors import ImageRefused
from safelight.images.decode import decode, decode_upright, digest_of, read_bytes


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def bomb() -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    empty = struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header)) + empty


RED = Image.new("RGB", (32, 24), "#c00000")
FRAMES = [Image.new("RGB", (32, 24), colour) for colour in ("#c00000", "#00c000")]


@pytest.mark.parametrize(
    ("data", "name", "says", "why"),
    [
        (saved(RED, "JPEG")[:200], "a.jpg", "damaged", "truncated"),
        (saved(RED, "PNG")[:60], "a.png", "damaged", "truncated in the pixels"),
        (bomb(), "a.png", "pixels: export it smaller", "a bomb is refused by its header"),
        (b"", "a.png", "damaged", "zero bytes"),
        (b"GIF89a" + bytes(7), "a.gif", "damaged|no pixels", "zero pixels"),
        (saved(RED, "PNG"), "a.jpg", "is really PNG: rename it to end in .png", "wrong ending"),
        (saved(FRAMES[0], "GIF", save_all=True, append_images=FRAMES[1:]), "a.gif", "animated", "animation"),
        (saved(FRAMES[0], "WEBP", save_all=True, append_images=FRAMES[1:]), "a.webp", "animated", "animation"),
        (saved(FRAMES[0], "TIFF", save_all=True, append_images=FRAMES[1:]), "a.tif", "several pages", "pages"),
        (saved(Image.new("F", (8, 8)), "TIFF"), "a.tif", "8 bits", "floating point"),
        (saved(RED, "BMP"), "a.bmp", "known format", "a format that is not opened"),
        (b"<svg/>", "a.png", "damaged", "a drawing under a picture's name"),
    ],
)
def test_what_is_refused(data: bytes, name: str, says: str, why: str) -> None:
    with pytest.raises(ImageRefused, match=says) as refused:
        decode(data, name, Limits())
    assert str(refused.value).count(": ") >= 2, "the message has no way out"


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    ramp = np.linspace(0, 65535, 256, dtype=np.uint16).reshape(1, 256).repeat(4, 0)
    out = np.asarray(decode(saved(Image.fromarray(ramp), "PNG"), "a.png", Limits()))[0, :, 0].astype(int)
    assert abs(out - np.arange(256)).max() <= 1


def test_cmyk_is_shown_as_colour() -> None:
    ink = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    red, green, blue = decode(saved(ink, "JPEG", quality=95), "a.jpg", Limits()).getpixel((8, 8))  # type: ignore[misc]
    assert red > 200 and green < 60 and blue < 60


def test_what_lies_under_transparency_is_gone() -> None:
    hidden = Image.new("RGBA", (16, 16), (200, 10, 10, 0))
    assert decode(saved(hidden, "PNG"), "a.png", Limits()).getcolors() == [(256, (255, 255, 255))]
    palette = Image.new("P", (16, 16), 1)
    palette.putpalette([0, 0, 0, 200, 10, 10])
    made = saved(palette, "PNG", transparency=1)
    assert decode(made, "a.png", Limits()).getcolors() == [(256, (255, 255, 255))]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_applied_then_forgotten(orientation: int) -> None:
    made = RED.resize((64, 32))
    made.paste("#0000c0", (0, 0, 32, 16))  # the upper left corner
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright = decode_upright(saved(made, "PNG", exif=exif), "a.png", Limits())
    blue = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[orientation]
    width, height = upright.pixels.size
    assert (upright.width, upright.height) == (width, height) == ((64, 32) if orientation < 5 else (32, 64))
    assert upright.pixels.getpixel((width // 4 + blue[0] * width // 2, height // 4 + blue[1] * height // 2)) == (
        0,
        0,
        192,
    )
    assert not upright.pixels.info and not upright.pixels.getexif()


def test_a_large_jpeg_is_held_at_half_but_measured_in_full() -> None:
    upright = decode_upright(saved(RED.resize((1000, 600)), "JPEG"), "a.jpg", Limits(), side=500)
    assert (upright.width, upright.height) == (1000, 600)
    assert upright.pixels.size == (500, 300)


def test_links_and_paths_that_leave_the_folder(tmp_path: Path) -> None:
    content, outside = tmp_path / "content", tmp_path / "outside"
    content.mkdir()
    outside.mkdir()
    (outside / "secret.png").write_bytes(saved(RED, "PNG"))
    (content / "link.png").symlink_to(outside / "secret.png")
    (content / "folder").symlink_to(outside)
    for path in (content / "link.png", content / "folder" / "secret.png", content / "../outside/secret.png", content):
        with pytest.raises(ImageRefused, match="copy the image itself"):
            read_bytes(path, Limits(), within=content)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ImageRefused, match=r"^nothere\.jpg: there is no such file: mend the name"):
        read_bytes(tmp_path / "nothere.jpg", Limits())


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(saved(RED, "PNG"))
    import os

    true_fstat, calls = os.fstat, []

    def fstat(descriptor: int) -> os.stat_result:
        calls.append(descriptor)
        if len(calls) > 1:
            with path.open("ab") as file:
                file.write(b"more")
        return true_fstat(descriptor)

    monkeypatch.setattr("safelight.images.decode.os.fstat", fstat)
    with pytest.raises(ImageRefused, match="changes while it is read"):
        read_bytes(path, Limits())


def test_a_truncated_picture_is_refused_whatever_a_library_has_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as importing WeasyPrint does
    with pytest.raises(ImageRefused, match="damaged"):
        decode(saved(RED, "PNG")[:60], "a.png", Limits())


def test_a_digest_is_remembered_until_the_file_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, outside = tmp_path / "content", tmp_path / "outside.png"
    content.mkdir()
    path = content / "a.png"
    path.write_bytes(b"one")
    reads: list[Path] = []

    def counted(path: Path, limits: Limits, within: Path | None = None) -> bytes:
        reads.append(path)
        return read_bytes(path, limits, within)

    monkeypatch.setattr("safelight.images.decode.read_bytes", counted)
    first = digest_of(path, Limits(), content)
    assert first == digest_of(path, Limits(), content) == hashlib.sha256(b"one").hexdigest()
    assert len(reads) == 1
    new = content / "new.png"
    new.write_bytes(b"two")
    new.replace(path)  # as editors save: another file under the same name, of the same size
    assert digest_of(path, Limits(), content) == hashlib.sha256(b"two").hexdigest()
    path.replace(outside)
    path.symlink_to(outside)
    with pytest.raises(ImageRefused, match="copy the image itself"):
        digest_of(path, Limits(), content)
    path.unlink()
    with pytest.raises(ImageRefused):
        digest_of(path, Limits(), content)
