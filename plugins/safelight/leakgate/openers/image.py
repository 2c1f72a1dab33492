"""Pictures: every chunk that holds no pixels, unpacked where it is packed, and whatever stands behind the end.

The containers are walked here, by the layouts of their standards (PNG: W3C; JPEG: T.81; WebP: RIFF; AVIF: ISO 14496-12),
since a library that shows the picture need not show what else is in the file. Pixels are noise. Words drawn in pixels
are not seen here: those are the affair of the review of images.
"""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Iterator

from safelight.leakgate.openers.part import Budget, Member, Opener, Parts, Text, Unopenable

_PIXELS = frozenset({b"IDAT", b"fdAT", b"VP8 ", b"VP8L", b"ALPH", b"ANMF", b"mdat"})


def _open_png(data: bytes, budget: Budget) -> Parts:
    at = 8
    while True:
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if len(kind) < 4 or len(body) < length:
            raise Unopenable("damaged")
        name = kind.decode("ascii", "replace")
        yield Text(f"chunk {name}", body, noise=kind in _PIXELS)
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            yield from (Text(f"chunk {name}", text) for text in _inflated(kind, body, budget))
        at += length + 12
        if kind == b"IEND":
            break
    yield from _trailing(data[at:])
    yield from _by_library(data)


def _inflated(kind: bytes, body: bytes, budget: Budget) -> Iterator[bytes]:
    keyword, _, rest = body.partition(b"\0")
    if kind == b"iTXt":
        if rest[:1] != b"\1":
            return
        rest = rest[2:].split(b"\0", 2)[-1]
    else:
        rest = rest[1:]
    reader = zlib.decompressobj()
    try:
        unpacked = reader.decompress(rest, 10_000_000)
    except zlib.error:
        raise Unopenable("damaged") from None
    budget.take(len(unpacked), len(rest))
    if reader.unconsumed_tail:
        raise Unopenable("too large")
    yield keyword + b"\n" + unpacked


def _open_jpeg(data: bytes, budget: Budget) -> Parts:
    at = 2
    while True:
        while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] == b"\xff":
            at += 1
        if data[at : at + 1] != b"\xff" or at + 2 > len(data):
            raise Unopenable("damaged")
        marker = data[at + 1]
        if marker == 0xD9:
            break
        if marker == 1 or 0xD0 <= marker <= 0xD8:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        body = data[at + 4 : at + 2 + length]
        if length < 2 or len(body) < length - 2:
            raise Unopenable("damaged")
        yield Text(f"segment {marker:X}", body, noise=0xC0 <= marker <= 0xDB and marker != 0xC8)
        at += 2 + length
        if marker == 0xDA:
            end = at
            while True:
                end = data.find(b"\xff", end)
                if end < 0 or end + 1 >= len(data):
                    raise Unopenable("damaged")
                if data[end + 1] != 0 and not 0xD0 <= data[end + 1] <= 0xD7:
                    break
                end += 2
            yield Text("pixels", data[at:end], noise=True)
            at = end
    yield from _trailing(data[at + 2 :])
    yield from _by_library(data)


def _open_webp(data: bytes, budget: Budget) -> Parts:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise Unopenable("damaged")
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data) + 1:
        raise Unopenable("damaged")
    at = 12
    while at + 8 <= min(end, len(data)):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > len(data):
            raise Unopenable("damaged")
        body = data[at + 8 : at + 8 + length]
        yield Text(f"chunk {kind.decode('ascii', 'replace').strip()}", body, noise=kind in _PIXELS)
        at += 8 + length + length % 2
    yield from _trailing(data[at:])
    yield from _by_library(data)


def _open_boxes(data: bytes, budget: Budget) -> Parts:
    at = 0
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        header = 8
        if length == 1:
            length, header = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        elif length == 0:
            length = len(data) - at
        if len(kind) < 4 or not kind.isalnum() or length < header or at + length > len(data):
            if at == 0:
                raise Unopenable("damaged")
            yield from _trailing(data[at:])
            break
        body = data[at + header : at + length]
        # Items of metadata (Exif, XMP) lie among the pixels of mdat, readable: searched as text where it is text.
        yield Text(f"box {kind.decode('ascii', 'replace')}", body, noise=kind in _PIXELS)
        if kind in _PIXELS:
            yield from _readable(body)
        at += length
    yield from _by_library(data)


def _readable(data: bytes) -> Iterator[Text]:
    for start in (b"<x:xmpmeta", b"<?xpacket", b"Exif\0\0", b"II*\0", b"MM\0*"):
        at = data.find(start)
        if at >= 0:
            yield Text("metadata", data[at : at + 65_536])


def _open_other(data: bytes, budget: Budget) -> Parts:
    yield Text("bytes", data, noise=True)
    at = data.find(b"\x21\xfe")
    while at >= 0:
        yield Text("comment", data[at + 3 : at + 3 + 4096].partition(b"\0")[0])
        at = data.find(b"\x21\xfe", at + 2)
    yield Text("end", data[-512:])
    yield from _by_library(data)


def _trailing(data: bytes) -> Parts:
    if data.strip(b"\0"):
        yield Text("trailing bytes", data)
        yield Member("trailing bytes", data)


def _by_library(data: bytes) -> Iterator[Text]:
    """What Pillow reads of it: a second look, and proof that it is a picture."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                exif = image.getexif()
                blocks = [exif, *(exif.get_ifd(tag) for tag in (0x8769, 0x8825, 0xA005, 1))]
                values = [*(value for block in blocks for value in block.values()), *image.info.values()]
    except Exception:  # noqa: BLE001 (decoders raise anything on hostile bytes; every one means: not searched)
        raise Unopenable("damaged") from None
    for value in values:
        if isinstance(value, bytes):
            yield Text("metadata", value)
        elif isinstance(value, str):
            yield Text("metadata", value.encode("utf-8", "replace"))
            yield Text("metadata", value.encode("latin-1", "ignore"))
        elif isinstance(value, tuple):
            yield Text("metadata", bytes(v for v in value if isinstance(v, int) and 0 <= v < 256))


PNG = Opener((".png", ".apng"), _open_png, (b"\x89PNG\r\n\x1a\n",))
JPEG = Opener((".jpg", ".jpeg"), _open_jpeg, (b"\xff\xd8\xff",))
WEBP = Opener((".webp",), _open_webp, (b"RIFF",))
AVIF = Opener((".avif", ".heic", ".heif"), _open_boxes, ())
OTHER = Opener((".gif", ".ico", ".tif", ".tiff", ".bmp"), _open_other, (b"GIF8", b"II*\0", b"MM\0*"))
