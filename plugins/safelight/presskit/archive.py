"""ZIP archives whose bytes depend on their content alone, and which open safely on every desktop."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping

from safelight.errors import WrongUse

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that ZIP can say: no member tells when it was packed."""
LONGEST = 120
"""Longest member name in characters: below Windows' limit of 260 for a whole path, with room for the folder."""
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows takes for devices, with any ending."""
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*\u202a-\u202e\u2066-\u2069]')
"""Characters that Windows forbids, that separate folders, or that show a name other than it is."""


def unsafe_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names that would leave the folder they are unpacked into, fail on Windows, or overwrite one another."""
    unsafe = []
    seen: set[str] = set()
    for name in names:
        parts = name.split("/")
        bad = (
            FORBIDDEN.search(name) is not None
            or len(name) > LONGEST
            or name.casefold() in seen
            or any(part in ("", ".", "..") or part != part.strip(" .") or DEVICES.fullmatch(part) for part in parts)
        )
        seen.add(name.casefold())
        if bad:
            unsafe.append(name)
    return tuple(unsafe)


def pack(members: Mapping[str, bytes]) -> bytes:
    """A ZIP of `members`, sorted by name, with fixed times, permissions and compression.

    Raises `WrongUse` for a member name that is unsafe to unpack.
    """
    unsafe = unsafe_names(members)
    if unsafe:
        shown = ", ".join(repr(name[:60]) for name in unsafe)
        raise WrongUse(f"media kit: {shown}: cannot be unpacked safely everywhere: rename the document or picture")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in sorted(members.items()):
            info = zipfile.ZipInfo(name, EARLIEST)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return out.getvalue()
