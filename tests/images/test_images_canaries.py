"""Nothing of the original survives but pixels: canaries in every corner of eight formats, looked for by three oracles."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageCms, PngImagePlugin, TiffImagePlugin
from safelight.campaign import Limits
from safelight.images.decode import decode_upright
from safelight.images.encode import fill
from safelight.images.publish import published_forms
from safelight.images.trial import FORMATS

CANARY = "Kanarienvogel"
RAW = CANARY.encode()
SPELT = (RAW, CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be"))
XMP = (
    f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    f'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="{CANARY}"/></rdf:RDF></x:xmpmeta>'
).encode()


def pixels() -> Image.Image:
    image = Image.linear_gradient("L").resize((64, 48)).convert("RGB")
    image.paste("#7a3600", (8, 8, 30, 30))
    return image


def exif() -> Image.Exif:
    made = Image.Exif()
    made[0x010E] = made[0x013B] = made[0x010F] = CANARY  # description, artist, maker
    made.get_ifd(0x8769)[0x927C] = RAW * 3  # maker note
    made.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + RAW  # user comment
    gps = made.get_ifd(0x8825)
    gps[1], gps[2], gps[0x1D] = "N", (43.0, 1.0, 1.0), CANARY
    return made


def profile() -> bytes:
    """An sRGB profile whose description is the canary's."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack(">I", made[128:132])[0]
    for start in range(132, 132 + 12 * count, 12):
        if made[start : start + 4] == b"desc":
            where, size = struct.unpack(">II", made[start + 4 : start + 12])
            text = CANARY.encode("utf-16-be")[: size - 28]
            made[where + 28 : where + 28 + len(text)] = text
    return bytes(made)


def saved(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    pixels().save(out, kind, **options)
    return out.getvalue()


def jpeg() -> bytes:
    thumbnail = saved("JPEG", comment=CANARY)
    iptc = (
        b"Photoshop 3.0\0"
        + b"8BIM\x04\x04\0\0"
        + struct.pack(">I", 5 + len(RAW))
        + b"\x1c\x02\x50"
        + struct.pack(">H", len(RAW))
        + RAW
    )
    plain = saved("JPEG", exif=exif(), xmp=XMP, comment=CANARY, icc_profile=profile())
    extra = b"".join(
        b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data
        for marker, data in ((0xED, iptc), (0xEB, RAW), (0xE5, thumbnail))
    )
    return plain[:2] + extra + plain[2:] + RAW


def png() -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CANARY)
    text.add_text("Comment", CANARY, zip=True)
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    plain = saved("PNG", exif=exif(), pnginfo=text, icc_profile=profile())
    private = b"prIv" + RAW
    chunk = struct.pack(">I", len(RAW)) + private + struct.pack(">I", zlib.crc32(private))
    return plain[:33] + chunk + plain[33:] + RAW


def tiff() -> bytes:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[315] = tags[270] = CANARY
    tags[700], tags[33723], tags[34377], tags[65000] = XMP, RAW, RAW, CANARY
    return saved("TIFF", tiffinfo=tags, icc_profile=profile()) + RAW


def mpo() -> bytes:
    second = pixels().rotate(180)
    second.encoderinfo = {"comment": CANARY}
    return saved("MPO", save_all=True, append_images=[second], exif=exif(), comment=CANARY) + RAW


def heic() -> bytes:
    out = io.BytesIO()
    made = pillow_heif.from_pillow(pixels())
    made.info["exif"], made.info["xmp"] = exif().tobytes(), XMP
    made.save(out, quality=80)
    return out.getvalue() + RAW


INPUTS: dict[str, Callable[[], bytes]] = {
    "jpg": jpeg,
    "png": png,
    "gif": lambda: saved("GIF", comment=RAW) + RAW,
    "webp": lambda: saved("WEBP", exif=exif(), xmp=XMP, icc_profile=profile()) + RAW,
    "tiff": tiff,
    "avif": lambda: saved("AVIF", exif=exif(), xmp=XMP, icc_profile=profile()) + RAW,
    "heic": heic,
    "mpo": mpo,
}


@pytest.mark.parametrize("ending", INPUTS)
def test_no_canary_survives(ending: str, tmp_path: Path) -> None:
    """Seven written files for each of eight inputs: 56 pairs, each seen by exiftool, mat2 and a search of raw bytes."""
    source = INPUTS[ending]()
    assert any(spelt in source for spelt in SPELT), "the test's own mistake: the canary is not in the source"
    upright = decode_upright(source, f"in.{ending}", Limits())
    _, files = published_forms(upright, [(8, 8, 20, 20)])
    for name, data in files.items():
        (tmp_path / f"published-{name}").write_bytes(data)
    for to, (kind, options) in FORMATS.items():
        fill(upright.pixels, [(8, 8, 20, 20)]).save(tmp_path / f"trial{to}", kind, **options)
    written = sorted(tmp_path.iterdir())
    assert len({path.suffix for path in written}) == 5
    for path in written:
        data = path.read_bytes()
        assert not any(spelt in data for spelt in SPELT), path
        assert source not in data
    seen = subprocess.run([need("exiftool"), "-a", "-u", "-ee", "-G1", "-b", *written], capture_output=True).stdout
    assert not any(spelt in seen for spelt in SPELT)
    assert b"GPS" not in seen and b"ICC" not in seen
    shown = subprocess.run([need("mat2"), "--show", *written], capture_output=True, text=True, timeout=900).stdout
    assert CANARY not in shown


def need(program: str) -> str:
    found = shutil.which(program)
    assert found, f"{program} is a Debian package of the tests: run `make test`"
    return found


def test_the_oracles_see_canaries(tmp_path: Path) -> None:
    (tmp_path / "in.jpg").write_bytes(jpeg())
    assert RAW in subprocess.run([need("exiftool"), "-a", "-u", "-b", tmp_path / "in.jpg"], capture_output=True).stdout
    shown = subprocess.run([need("mat2"), "--show", tmp_path / "in.jpg"], capture_output=True, text=True).stdout
    assert CANARY in shown
