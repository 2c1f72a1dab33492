"""Opens an image within limits and copies its pixels into a new one, so that nothing else of the file survives."""

from __future__ import annotations

import hashlib
import io
import os
import stat
import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageCms, ImageFile, ImageOps

from safelight.campaign import Limits
from safelight.errors import ImageRefused

ENDINGS = {
    "JPEG": (".jpg", ".jpeg"),
    "MPO": (".jpg", ".jpeg", ".mpo"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "TIFF": (".tif", ".tiff"),
    "AVIF": (".avif",),
    "HEIF": (".heic", ".heif"),
}
"""Formats that are opened, with the endings that they may have."""
OPENED = tuple(kind for kind in ENDINGS if kind != "MPO")
"""What Pillow is asked to open; its JPEG opener is the one that recognises MPO."""
GROUND = (255, 255, 255)
"""What stands behind transparent pixels."""


@dataclass(frozen=True)
class Upright:
    """Pixels of a picture that have never known a file: mode RGB, sRGB, as it is held.

    `width` and `height` are those of the picture in full; `pixels` may be a half, a quarter or an eighth of that, as
    the JPEG decoder scales while it decodes.
    """

    pixels: Image.Image
    width: int
    height: int


def read_bytes(path: Path, limits: Limits, within: Path | None = None) -> bytes:
    """The file's bytes, read once: what is hashed, looked at and published is the same.

    Raises `ImageRefused` for links, for paths that leave folder `within`, for other things than files, for files over
    the limit, and for one that changes while it is read.
    """
    if within and not _is_within(path, within):
        raise ImageRefused(f"{path.name}: lies outside {within.name}/: copy the image itself into the folder")
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        raise ImageRefused(f"{path.name}: there is no such file: mend the name, or put the image there") from None
    except PermissionError:
        raise ImageRefused(f"{path.name}: may not be read: give yourself the right to read it") from None
    except OSError:
        raise ImageRefused(f"{path.name}: is not a plain file: copy the image itself into the folder") from None
    before = os.fstat(descriptor)
    if not stat.S_ISREG(before.st_mode):
        os.close(descriptor)
        raise ImageRefused(f"{path.name}: is not a plain file: copy the image itself into the folder")
    with os.fdopen(descriptor, "rb") as file:
        if before.st_size > limits.image_max_bytes:
            raise ImageRefused(f"{path.name}: is larger than {limits.image_max_bytes} bytes: export it smaller")
        data = file.read(limits.image_max_bytes + 1)
        after = os.fstat(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != before.st_size:
        raise ImageRefused(f"{path.name}: changes while it is read: wait until it is copied, and try again")
    return data


_digests: dict[Path, tuple[tuple[int, ...], str]] = {}


def digest_of(path: Path, limits: Limits, within: Path | None = None) -> str:
    """SHA-256 of the file's bytes in hex, from memory while its number, size and times stay; raises as `read_bytes`."""
    found = path.lstat() if path.exists() and (within is None or _is_within(path, within)) else None
    mark = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns) if found else ()
    known = _digests.get(path)
    if mark and known and known[0] == mark:
        return known[1]
    digest = hashlib.sha256(read_bytes(path, limits, within)).hexdigest()
    _digests[path] = (mark, digest)
    return digest


def forget_digests() -> None:
    """Read every file anew when its digest is asked for next."""
    _digests.clear()


def _is_within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def decode(data: bytes, name: str, limits: Limits) -> Image.Image:
    """A new upright sRGB image (mode RGB) of the pixels in `data`, in full size; raises as `decode_upright` does."""
    return decode_upright(data, name, limits).pixels


def decode_upright(data: bytes, name: str, limits: Limits, *, side: int = 0) -> Upright:
    """The picture in `data`, upright, in sRGB, in new pixels; the longest side at least `side` pixels if that is given.

    Raises `ImageRefused`, with the way out, for what is unknown, named wrongly, damaged, animated, of several pages,
    empty, of a depth that is not shown on screens, or larger than `limits` allow; the size is read from the header
    before any pixel is. Of a picture in several versions of one moment (MPO: a telephone's gain or depth map) the first
    is taken.
    """
    _open_heif()
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, has Pillow fill up what a file lacks
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what is refused below
            with Image.open(io.BytesIO(data), formats=OPENED) as image:
                _judge(image, name, limits)
                full = image.size
                if side and image.format in ("JPEG", "MPO") and max(full) >= 2 * side:
                    image.draft(None, tuple(max(1, length * side // max(full)) for length in full))  # type: ignore[arg-type] # two lengths
                image.load()
                upright = ImageOps.exif_transpose(image)
                turned = (upright.width > upright.height) != (image.width > image.height)
                width, height = full[::-1] if turned else full
                return Upright(_new_image(_to_srgb(upright, name)), width, height)
    except ImageRefused:
        raise
    except Image.DecompressionBombError:
        raise _too_many_pixels(name, limits) from None
    except Exception:  # noqa: BLE001 (decoders raise anything on hostile bytes; every one of them means: refuse)
        raise ImageRefused(
            f"{name}: is damaged or no image of a known format: export it again as PNG or JPEG"
        ) from None


@cache
def _open_heif() -> None:
    """Teach Pillow to open HEIC; its thumbnails and depth maps are never read."""
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False)


def _judge(image: Image.Image, name: str, limits: Limits) -> None:
    endings = ENDINGS[str(image.format)]
    if not name.lower().endswith(endings):
        raise ImageRefused(f"{name}: is really {image.format}: rename it to end in {endings[0]}")
    if image.width * image.height > limits.image_max_pixels:
        raise _too_many_pixels(name, limits)
    if not image.width * image.height:
        raise ImageRefused(f"{name}: has no pixels: export it again")
    if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
        raise ImageRefused(f"{name}: is animated or has several pages: export the one that you need")
    if image.mode in ("F", "I"):
        raise ImageRefused(f"{name}: has deeper pixels than screens show: export it with 8 bits a channel")


def _too_many_pixels(name: str, limits: Limits) -> ImageRefused:
    return ImageRefused(f"{name}: has more than {limits.image_max_pixels} pixels: export it smaller")


def _to_srgb(image: Image.Image, name: str) -> Image.Image:
    """The image in mode RGB or RGBA, its colours those of sRGB where a profile says what they were."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16"):
        # The upper eight of sixteen bits; Pillow's own conversion would turn all that is not black to white.
        image = image.point(lambda value: value / 257).convert("L")
    elif image.mode in ("P", "PA", "LA", "1", "La", "RGBa", "RGBX"):
        transparent = "A" in image.getbands() or "a" in image.getbands() or "transparency" in image.info
        image = image.convert("RGBA" if transparent else "RGB")
    elif "transparency" in image.info and image.mode in ("L", "RGB"):
        image = image.convert("RGBA")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            alpha = image.getchannel("A") if image.mode == "RGBA" else None
            base = image.convert("RGB") if alpha else image
            out = ImageCms.profileToProfile(base, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if out is not None:
                if alpha:
                    out.putalpha(alpha)
                return out
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile for another kind of pixels says nothing of these
    if image.mode in ("RGB", "RGBA"):
        return image
    if image.mode in ("L", "CMYK", "YCbCr", "LAB", "HSV"):
        return image.convert("RGB")
    raise ImageRefused(f"{name}: has pixels of an unusual kind ({image.mode}): export it as PNG or JPEG in RGB")


def _new_image(image: Image.Image) -> Image.Image:
    """The same pixels in an image that has never known a file."""
    new = Image.new("RGB", image.size, GROUND)
    new.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return new
