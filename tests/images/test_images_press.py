"""What is put back into press pictures: exactly the listed properties, read by exiftool; nobody's name, no place, no time."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from PIL import Image
from safelight.images.press_metadata import DRAWN, PHOTOGRAPHED, write_press_jpeg

SAID = {
    "XMP-photoshop:Credit": 'A "Way" & <Back>',
    "XMP-dc:Rights": "A Way Back ]]>",
    "XMP-xmpRights:Marked": True,
    "XMP-xmpRights:WebStatement": "https://c.example/terms?a=1&b='2'",
    "XMP-xmpRights:UsageTerms": "CC BY 4.0",
    "XMP-plus:LicensorURL": "https://c.example/terms?a=1&b='2'",
    "XMP-iptcExt:DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits",
    "XMP-iptcCore:AltTextAccessibility-ar": "نافذة",
    "XMP-iptcCore:AltTextAccessibility-en": "A window\nat dusk",
    "XMP-iptcCore:AltTextAccessibility-ru": "Окно",
}
OF_THE_FILE = {"SourceFile", "ExifTool:ExifToolVersion", "Composite:ImageSize", "Composite:Megapixels"}
OF_ITS_PIXELS = {"File", "System", "JFIF"}


def written(folder: Path, source_type: str) -> Path:
    source, out = folder / "in.jpg", folder / "out.jpg"
    exif = Image.Exif()
    exif[0x013B] = exif[0x010F] = "Kanarienvogel"
    exif.get_ifd(0x8825)[1] = "N"
    Image.linear_gradient("L").convert("RGB").save(source, exif=exif, comment=b"Kanarienvogel", dpi=(300, 300))
    write_press_jpeg(
        source,
        out,
        credit='A "Way" & <Back>',
        copyright="A Way Back ]]>",
        licence_url="https://c.example/terms?a=1&b='2'",
        usage="CC BY 4.0",
        alt={"en": "A window\nat dusk", "ru": "Окно", "ar": "نافذة", "uz": ""},
        digital_source_type=source_type,
    )
    return out


def test_exiftool_reads_all_that_is_put_back_and_nothing_else(tmp_path: Path) -> None:
    out = written(tmp_path, PHOTOGRAPHED)
    program = shutil.which("exiftool")
    assert program, "exiftool is a Debian package of the tests: run `make test`"
    command = [program, "-json", "-a", "-u", "-G1", "-ee", "-lang", "en", str(out)]
    (seen,) = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    left = {k: v for k, v in seen.items() if k.partition(":")[0] not in OF_ITS_PIXELS and k not in OF_THE_FILE}
    raw = json.loads(subprocess.run([*command[:-1], "-n", str(out)], capture_output=True, check=True).stdout)[0]
    assert {key: raw[key] for key in left} == SAID
    assert b"Kanarienvogel" not in out.read_bytes()


def test_a_drawing_and_a_photograph_say_where_they_come_from(tmp_path: Path) -> None:
    assert b"digitalsourcetype/digitalCreation" in written(tmp_path, DRAWN).read_bytes()
    assert b"digitalsourcetype/humanEdits" in written(tmp_path, PHOTOGRAPHED).read_bytes()
