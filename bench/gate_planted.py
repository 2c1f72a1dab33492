"""Plants strings of invented people under every encoding, in every kind of file, and counts what the gate misses.

    .venv/bin/python bench/gate_planted.py [--strings 500] [--openers text,pdf] [--full --processes 2 --log FILE]

Each string is written under each encoding, a few dozen to a file, and each file is made for each opener. `--full` plants
10,000 strings in all of them, 400 to a file; the default is a sample of that. A string counts as found when the gate
names its bearer. A string that is an ordinary word as it is written is passed over, and counted (docs/adr/0046).
Prints planted, found and missed per encoding and per opener, and ends with 1 when anything was missed.
"""

from __future__ import annotations

import argparse
import base64
import codecs
import collections
import gzip
import hashlib
import io
import itertools
import json
import quopri
import random
import resource
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from urllib.parse import quote

import brotli
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables._n_a_m_e import NameRecord
from gate_people import people
from PIL import Image, PngImagePlugin
from pypdf import PdfWriter
from safelight.leakgate.fold import fold
from safelight.leakgate.needles import needles
from safelight.leakgate.openers import Opened, open_bytes
from safelight.leakgate.ordinary import is_ordinary
from safelight.leakgate.search import Searcher
from safelight.model.vault import Vault

Encoding = Callable[[str], bytes]
Container = Callable[[bytes], tuple[str, bytes]]
LATIN_TWINS = str.maketrans("aeopcx", "аеорсх")
CYRILLIC_TWINS = str.maketrans("аеорсх", "aeopcx")
LEET = str.maketrans("aeio", "4310")

ENCODINGS: dict[str, Encoding] = {
    "plain": str.encode,
    "capitals": lambda s: s.upper().encode(),
    "small": lambda s: s.lower().encode(),
    "full width": lambda s: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in s).encode(),
    "decomposed": lambda s: "\u0301".join(s).encode(),
    "zero-width space": lambda s: "\u200b".join(s).encode(),
    "soft hyphen": lambda s: "\u00ad".join(s).encode(),
    "byte-order mark": lambda s: "\ufeff".join(s).encode(),
    "decimal entities": lambda s: "".join(f"&#{ord(c)};" for c in s).encode(),
    "hexadecimal entities": lambda s: "".join(f"&#x{ord(c):X};" for c in s).encode(),
    "entities twice": lambda s: "".join(f"&amp;#{ord(c)};" for c in s).encode(),
    "percent": lambda s: "".join(f"%{b:02X}" for b in s.encode()).encode(),
    "percent twice": lambda s: quote("".join(f"%{b:02X}" for b in s.encode())).encode(),
    "percent u": lambda s: "".join(f"%u{ord(c):04x}" for c in s).encode(),
    "punycode": lambda s: b"xn--" + s.lower().encode("punycode") if not s.isascii() else s.lower().encode(),
    "quoted-printable": lambda s: quopri.encodestring(s.encode()),
    "base64": lambda s: base64.b64encode(s.encode()),
    "base64, offset 1": lambda s: base64.b64encode(b"x " + s.encode()),
    "base64, offset 2": lambda s: base64.b64encode(b" " + s.encode()),
    "base64url": lambda s: base64.urlsafe_b64encode(b"?~ " + s.encode()).rstrip(b"="),
    "base64 of UTF-16": lambda s: base64.b64encode(s.encode("utf-16-le")),
    "base64 twice": lambda s: base64.b64encode(base64.b64encode(s.encode())),
    "hexadecimal": lambda s: s.encode().hex().encode(),
    "hexadecimal apart": lambda s: s.encode().hex(" ").encode(),
    "JavaScript": lambda s: "".join(f"\\u{ord(c):04x}" for c in s).encode(),
    "JavaScript braces": lambda s: "".join(f"\\u{{{ord(c):x}}}" for c in s).encode(),
    "JavaScript bytes": lambda s: "".join(f"\\x{b:02x}" for b in s.encode()).encode(),
    "octal": lambda s: "".join(f"\\{b:03o}" for b in s.encode()).encode(),
    "CSS": lambda s: "".join(f"\\{ord(c):06x}" for c in s).encode(),
    "character codes": lambda s: ",".join(str(ord(c)) for c in s).encode(),
    "UTF-7": lambda s: s.encode("utf-7") if not s.isascii() else s.encode(),
    "KOI8 as Latin-1": lambda s: (
        s.encode("koi8-u", "ignore").decode("latin-1").encode() if _cyrillic(s) else s.encode()
    ),
    "1251 as 1252": lambda s: s.encode("cp1251").decode("latin-1").encode() if _cyrillic(s) else s.encode(),
    "UTF-8 as Latin-1": lambda s: s.encode().decode("latin-1").encode(),
    "KOI8": lambda s: s.encode("koi8-u") if _cyrillic(s) else s.encode(),
    "1251": lambda s: s.encode("cp1251") if _cyrillic(s) else s.encode(),
    "ROT13": lambda s: codecs.encode(s, "rot13").encode() if s.isascii() else s.encode(),
    "reversed": lambda s: s[::-1].encode(),
    "look-alikes": lambda s: s.translate(LATIN_TWINS if s.isascii() else CYRILLIC_TWINS).encode(),
    "leetspeak": lambda s: (s.lower().translate(LEET) if s.isascii() else s.lower()).encode(),
    "tags inside": lambda s: f"{s[:2]}<b>{s[2:4]}</b>{s[4:]}".encode(),
    "spaces": lambda s: " ".join(s).encode(),
    "dots": lambda s: ".".join(s).encode(),
    "hyphens": lambda s: f"{s[:2]}-{s[2:4]}-{s[4:]}".encode(),
    "camelCase": lambda s: f"photo{s.capitalize()}Sea".encode() if not _arabic(s) else s.encode(),
    "snake_case": lambda s: f"photo_{s.lower()}_sea".encode(),
    "hyphen at the end of a line": lambda s: f"{s[:3]}-\n{s[3:]}".encode() if not _arabic(s) else s.encode(),
}
"""Ways to write a name. Where a script has no such spelling, the name is written plainly."""


def _cyrillic(text: str) -> bool:
    return "\u0400" <= text[0] <= "\u04ff"


def _arabic(text: str) -> bool:
    return "\u0600" <= text[0] <= "\u06ff"


def _picture(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, kind, **options)
    return out.getvalue()


def _zip(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", data)
    return out.getvalue()


def _tar(data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _pdf(data: bytes) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("a.txt", data)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _png(data: bytes) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add(b"teXt", data)
    return _picture("PNG", pnginfo=info)


def _json(data: bytes) -> bytes:
    """As a JSON string; bytes that are no UTF-8 cannot stand in one and are written as Latin-1."""
    try:
        return json.dumps({"text": data.decode()}, ensure_ascii=False).encode()
    except UnicodeDecodeError:
        return json.dumps({"text": data.decode("latin-1")}).encode()


def _font(flavour: str | None) -> Container:
    """A font of one empty glyph, with the text as a record of its name table, in pieces that a record can hold."""

    def made(data: bytes) -> tuple[str, bytes]:
        font = TTFont(io.BytesIO(_EMPTY_FONT))
        for number, piece in enumerate(_lines_of(data, _NAME_RECORD)):
            record = NameRecord()
            record.nameID, record.platformID, record.platEncID, record.langID = 256 + number, 0, 4, 0
            record.string = piece  # bytes as they are
            font["name"].names.append(record)
        font.flavor = flavour
        out = io.BytesIO()
        font.save(out)
        return f"a.{flavour or 'ttf'}", out.getvalue()

    return made


def _lines_of(data: bytes, most: int) -> Iterator[bytes]:
    start = 0
    while start < len(data):
        end = len(data) if start + most >= len(data) else data.rfind(b" and \n", start, start + most) + 6
        yield data[start:end]
        start = end


def _empty_font() -> bytes:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Sans"})
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


_NAME_RECORD = 30_000
"""Bytes in one record of a name table; a length has 16 bits, and so has the place where it begins."""
_EMPTY_FONT = _empty_font()

CONTAINERS: dict[str, Container] = {
    "text": lambda d: ("a.txt", d),
    "html": lambda d: ("a.html", b"<p>" + d + b"</p>"),
    "xml": lambda d: ("a.xml", b"<a><![CDATA[" + d + b"]]></a>"),
    "json": lambda d: ("a.json", _json(d)),
    "json lines": lambda d: ("a.jsonl", b"{}\n" + _json(d)),
    "zip": lambda d: ("a.zip", _zip(d)),
    "tar": lambda d: ("a.tar", _tar(d)),
    "gzip": lambda d: ("a.txt.gz", gzip.compress(d, 1)),
    "brotli": lambda d: ("a.txt.br", brotli.compress(d, quality=1)),
    "png": lambda d: ("a.png", _png(d)),
    "jpeg": lambda d: ("a.jpg", _picture("JPEG", comment=d)),
    "webp": lambda d: ("a.webp", _picture("WEBP", xmp=d)),
    "avif": lambda d: ("a.avif", _picture("AVIF", xmp=d)),
    "other picture": lambda d: ("a.gif", _picture("GIF", comment=d)),
    "pdf": lambda d: ("a.pdf", _pdf(d)),
    "font": _font(None),
    "woff2": _font("woff2"),
    "search index": lambda d: ("en.pf_fragment", gzip.compress(b"pagefind_dcd" + _json(d), 1)),
}
"""One way into each opener, and a second into the font's."""


def planted(vault: Vault, count: int) -> list[tuple[str, str]]:
    """`count` strings, each with its bearer: given and family names in all scripts in turn.

    A name that is an ordinary word is passed over for the next one: alone, it is not meant to be found (docs/adr/0046).
    """
    strings = []
    for number, person in enumerate(vault.people[:count]):
        names = [*person.names[number % len(person.names) :], *person.names]
        written = (
            text for name in names for text in ((name.given, name.family) if number % 3 else (name.family, name.given))
        )
        strings.append((next(text for text in written if not is_ordinary(fold(text))), person.id))
    return strings


def passed_over(text: str, encoding: str) -> bool:
    """Whether a string so written is an ordinary word as it stands (`evil`, of Live), which is not meant to be found."""
    written = ENCODINGS[encoding](text)
    return written != text.encode() and is_ordinary(fold(written.decode("utf-8", "replace")))


def owners_in(
    searcher: Searcher, data: bytes, noise: bool, known: dict[bytes, frozenset[str]] | None
) -> frozenset[str]:
    """Ids of everybody whom a text gives away."""
    key = hashlib.sha256(data + bytes([noise])).digest()
    found = known.get(key) if known is not None else None
    if found is None:
        suspect = noise or searcher.suspects([data])  # what is not suspect is not searched by itself, as in a scan
        found = frozenset(owner for hit in searcher.search(data, noise) for owner in hit.word.ids if suspect)
        if known is not None:
            known[key] = found
    return found


def missed(
    searcher: Searcher,
    strings: list[tuple[str, str]],
    encoding: str,
    opener: str,
    together: int = 40,
    known: dict[bytes, frozenset[str]] | None = None,
) -> Iterator[tuple[str, str]]:
    """The strings that the gate does not find when they are written so, in such a file, `together` of them to a file.

    `known` remembers what was found in a text: most openers give back the very bytes that were packed, and a search of
    the same bytes finds the same.
    """
    for start in range(0, len(strings), together):
        batch = strings[start : start + together]
        data = b" and \n".join(ENCODINGS[encoding](text) for text, _ in batch) + b" end\n"
        name, made = CONTAINERS[opener](data)
        found: set[str] = set()
        for opened in open_bytes(made, name):
            if isinstance(opened, Opened):
                found |= owners_in(searcher, opened.text.data, opened.text.noise, known)
        yield from ((text, owner) for text, owner in batch if owner not in found)


Counted = tuple[str, str, int, int, list[str]]
"""Encoding, opener, how many were planted, passed over, and the ones that were missed."""


def count_missed(
    share: Sequence[tuple[str, str, int, int]], people_registered: int, together: int, log: Path | None
) -> list[Counted]:
    """Plants and searches for some pairs of encoding and opener, in a process of its own; each with the first and the
    step by which it takes strings."""
    vault = people(people_registered)
    strings = planted(vault, people_registered)
    random.Random(2).shuffle(strings)
    searcher = Searcher(needles(vault))
    counted: list[Counted] = []
    known: dict[str, dict[bytes, frozenset[str]]] = collections.defaultdict(dict)
    for encoding, opener, first, step in share:
        taken = strings[first::step]
        meant = [string for string in taken if not passed_over(string[0], encoding)]
        lost = [text for text, _ in missed(searcher, meant, encoding, opener, together, known[encoding])]
        counted.append((encoding, opener, len(meant), len(taken) - len(meant), lost))
        if log:
            with log.open("a", encoding="utf-8") as said:
                said.write(json.dumps(counted[-1]) + "\n")
    return counted


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strings", type=int, default=400)
    parser.add_argument("--openers", default=",".join(CONTAINERS))
    parser.add_argument("--encodings", default=";".join(ENCODINGS))
    parser.add_argument("--full", action="store_true", help="10,000 strings in every file")
    parser.add_argument("--together", type=int, default=0, help="strings to a file; 40, or 400 with --full")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--log", type=Path, help="a file that keeps each pair that is done; a later run goes on there")
    parser.add_argument("--show", action="store_true", help="print what was missed, too (invented people only)")
    args = parser.parse_args()
    count = 10_000 if args.full else args.strings
    together = args.together or (400 if args.full else 40)
    openers = args.openers.split(",")
    encodings = [
        name for name in ENCODINGS if name in args.encodings.split(";") or args.encodings == ";".join(ENCODINGS)
    ]
    # Without --full, all strings go through the first opener and a share of them through each other one.
    pairs = [
        (encoding, opener, number, 1 if args.full or not number else len(openers))
        for encoding in encodings
        for number, opener in enumerate(openers)
    ]
    pairs = [(encoding, opener, 0 if step == 1 else first, step) for encoding, opener, first, step in pairs]
    done: list[Counted] = []
    if args.log and args.log.exists():
        done = [tuple(json.loads(line)) for line in args.log.read_text(encoding="utf-8").splitlines()]
        pairs = [pair for pair in pairs if pair[:2] not in {counted[:2] for counted in done}]
    shares = [
        [pair for pair in pairs if encodings.index(pair[0]) % args.processes == number]
        for number in range(args.processes)
    ]
    if args.processes == 1:
        results = [count_missed(shares[0], count, together, args.log)]
    else:
        with ProcessPoolExecutor(args.processes) as pool:
            results = list(
                pool.map(count_missed, shares, *([value] * len(shares) for value in (count, together, args.log)))
            )
    counted = sorted((*done, *itertools.chain.from_iterable(results)))
    for encoding, opener, _, _, lost in counted:
        if lost:
            print(f"{encoding} in {opener}: {len(lost)} missed{': ' + ' '.join(lost) if args.show else ''}")
    total = sum(number for _, _, number, _, _ in counted)
    passed = sum(number for _, _, _, number, _ in counted)
    gone = sum(len(lost) for *_, lost in counted)
    spent = time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    print(
        f"planted {total:,} ({count:,} strings, {len(encodings)} encodings, {len(openers)} openers), "
        f"found {total - gone:,}, missed {gone:,}; passed over {passed:,} that are ordinary words so written; "
        f"{spent:.0f} s of CPU time"
    )
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
