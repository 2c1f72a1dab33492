"""Fonts: every record of the name table, the metadata of WOFF, and the tables that hold texts or that nobody knows."""

from __future__ import annotations

import io

from safelight.leakgate.openers.part import Budget, Opener, Parts, Text, Unopenable

DRAWN = frozenset(
    """glyf loca CFF CFF2 GPOS GSUB GDEF cmap hmtx vmtx kern gasp prep fpgm cvt head hhea vhea maxp OS/2 BASE JSTF MATH
    HVAR VVAR MVAR avar fvar gvar cvar STAT COLR CPAL sbix CBDT CBLC EBDT EBLC hdmx LTSH VDMX DSIG""".split()  # noqa: SIM905 (a table reads better)
)
"""Tables of outlines and measures, in which bytes are numbers."""


def _open(data: bytes, budget: Budget) -> Parts:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        font = TTFont(io.BytesIO(data), lazy=True)
        tags = [tag for tag in font.keys() if tag != "GlyphOrder"]  # noqa: SIM118 (a font is no mapping)
        names = (
            [record.toBytes() + b"\n" + record.toUnicode(errors="replace").encode() for record in font["name"].names]
            if "name" in tags
            else []
        )
        tables = {tag: bytes(font.getTableData(tag)) for tag in tags if tag.strip() not in DRAWN}
        flavour = font.flavorData
        metadata = bytes(flavour.metaData or b"") + bytes(flavour.privData or b"") if flavour else b""
        font.close()
    except (TTLibError, KeyError, ValueError, AssertionError, OSError, ImportError, IndexError, TypeError):
        raise Unopenable("damaged") from None
    except Exception:  # noqa: BLE001 (the decoder raises anything on hostile bytes; every one means: not searched)
        raise Unopenable("damaged") from None
    budget.take(sum(map(len, tables.values())), len(data))
    for name in names:
        yield Text("name table", name)
    yield Text("metadata", metadata)
    for tag, table in tables.items():
        yield Text(f"table {tag}", table, noise=tag != "meta")
    yield Text("bytes", data, noise=True)
    length = int.from_bytes(data[8:12], "big") if data[:4] in (b"wOFF", b"wOF2") else len(data)
    if length < len(data) and data[length:].strip(b"\0"):
        yield Text("trailing bytes", data[length:])


FONT = Opener((".ttf", ".otf", ".woff", ".woff2"), _open, (b"wOF2", b"wOFF", b"\0\1\0\0", b"OTTO", b"true"))
