"""Opens an image within limits and copies its pixels into a new one, so that nothing else of the file survives."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from safelight.campaign import Limits
from safelight.errors import ImageRefused

ENDINGS = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "TIFF": (".tif", ".tiff"),
    "AVIF": (".avif",),
}
"""Formats that are opened, with the endings that they may have."""
GROUND = (255, 255, 255)
"""What stands behind transparent pixels."""


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The file's bytes; raises `ImageRefused` for links, other things than files, and files over the limit."""
    if path.is_symlink() or not path.is_file():
        raise ImageRefused(f"{path.name}: is not a plain file: copy the image itself into the folder")
    if path.stat().st_size > limits.image_max_bytes:
        raise ImageRefused(f"{path.name}: is larger than {limits.image_max_bytes} bytes: export it smaller")
    return path.read_bytes()


def decode(data: bytes, name: str, limits: Limits) -> Image.Image:
    """A new upright sRGB image (mode RGB) of the pixels in `data`.

    Raises `ImageRefused`, with the way out, for what is unknown, named wrongly, damaged, animated, of several pages,
    empty, or larger than `limits` allow; the size is read from the header before any pixel is.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what is refused below
            with Image.open(io.BytesIO(data), formats=list(ENDINGS)) as image:
                _judge(image, name, limits)
                image.load()
                upright = ImageOps.exif_transpose(image)
                return _new_image(_to_srgb(upright))
    except ImageRefused:
        raise
    except Image.DecompressionBombError:
        raise _too_many_pixels(name, limits) from None
    except Exception:  # noqa: BLE001 (decoders raise anything on hostile bytes; every one of them means: refuse)
        raise ImageRefused(
            f"{name}: is damaged or no image of a known format: export it again as PNG or JPEG"
        ) from None


def _judge(image: Image.Image, name: str, limits: Limits) -> None:
    if not name.lower().endswith(ENDINGS[str(image.format)]):
        raise ImageRefused(f"{name}: is really {image.format}: rename it to end in {ENDINGS[str(image.format)][0]}")
    if image.width * image.height > limits.image_max_pixels:
        raise _too_many_pixels(name, limits)
    if not image.width * image.height:
        raise ImageRefused(f"{name}: has no pixels: export it again")
    if getattr(image, "n_frames", 1) > 1:
        raise ImageRefused(f"{name}: is animated or has several pages: export the one that you need")


def _too_many_pixels(name: str, limits: Limits) -> ImageRefused:
    return ImageRefused(f"{name}: has more than {limits.image_max_pixels} pixels: export it smaller")


def _to_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    rgb = (
        image
        if image.mode in ("RGB", "RGBA")
        else image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB")
    )
    if not profile or image.mode not in ("RGB", "RGBA"):
        return rgb
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(rgb, source, ImageCms.createProfile("sRGB"), outputMode=rgb.mode)
    except (ImageCms.PyCMSError, OSError):
        return rgb
    return converted or rgb


def _new_image(image: Image.Image) -> Image.Image:
    """The same pixels in an image that has never known a file."""
    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, GROUND)
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    return Image.frombytes("RGB", image.size, image.convert("RGB").tobytes())
