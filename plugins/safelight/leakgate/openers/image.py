"""Pictures: metadata as Pillow reads it, and the raw bytes as text in the usual encodings."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator

from PIL import Image

from safelight.leakgate.openers.part import Part, Unopenable

RUN = re.compile(rb"[\x20-\x7e\x80-\xff]{5,}")


def parts(data: bytes) -> Iterator[Part]:
    """EXIF, XMP, comments, text chunks and profile of a picture, then every readable run of its bytes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                exif = image.getexif()
                blocks = [exif, *(exif.get_ifd(tag) for tag in (0x8769, 0x8825, 0xA005, 1))]
                values = [*(value for block in blocks for value in block.values()), *image.info.values()]
    except Exception:  # noqa: BLE001 (decoders raise anything on hostile bytes; every one means: not searched)
        raise Unopenable("", "damaged") from None
    yield Part("", "metadata", "\n".join(_text(value) for value in values))
    yield Part("", "bytes", "\n".join(run.decode("utf-8", "replace") for run in RUN.findall(data)))
    for encoding in ("utf-16-le", "utf-16-be"):
        for shift in (0, 1):
            yield Part("", "bytes", data[shift:].decode(encoding, "ignore"))


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace") + "\n" + value.decode("utf-16-le", "ignore")
    return str(value)
