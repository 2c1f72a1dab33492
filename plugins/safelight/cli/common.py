"""What several verbs share: options, the clock, reading of arguments, printing."""

from __future__ import annotations

import codecs
import json
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from safelight.errors import WrongUse

SETTINGS = click.option(
    "--settings", "conf", type=click.Path(path_type=Path), default=Path("pelican.conf.py"), show_default=True,
    help="The campaign's settings file.",
)  # fmt: skip
TODAY = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to build or judge for, instead of the clock's."
)
WORKERS = click.option(
    "--workers", type=click.IntRange(min=1), help="Processes that work on files; one for each core if not given."
)
SCHEDULER = click.option(
    "--scheduler", default="", metavar="tcp://HOST:PORT",
    help="A Dask scheduler whose workers see the campaign's folder under the same path: they make the pictures and the "
    "compressed files. Texts and the gate need the vault, and stay on this machine.",
)  # fmt: skip
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
VAULT = click.option(
    "--vault", type=click.Path(path_type=Path), default=Path("private"), show_default=True, help="The vault's folder."
)


LARGEST = 8_000_000
"""Bytes of the largest text that is read: some hundred times a long story."""


def now(today: datetime | None) -> datetime:
    """The moment to judge by: noon of `today` (UTC), or the clock's."""
    return datetime.combine(today.date(), time(12), UTC) if today else datetime.now(UTC)


def day(today: datetime | None) -> date:
    """The day to judge by."""
    return now(today).date()


def print_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def read_text(file: str) -> str:
    """The UTF-8 text of a file, or of standard input for `-`.

    Raises `WrongUse`, naming the line, for other bytes, and for more of them than any text of a campaign has: memory
    and time grow with a text, and what is larger is no text or a mistake.
    """
    data = sys.stdin.buffer.read(LARGEST + 1) if file == "-" else _read_bytes(Path(file))
    if len(data) > LARGEST:
        raise WrongUse(
            f"{file}: is larger than {LARGEST // 1_000_000} MB, which no story is: part it at line ends "
            "(`split -C 4m FILE part-`) and give the parts one by one; `safelight scan` finds registered names"
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise WrongUse(f"{file}:1: is UTF-16: save it as UTF-8 and try again")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WrongUse(f"{file}:{line}: is not UTF-8 text: save it as UTF-8 and try again") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise WrongUse(f"{file}:{line}: holds a NUL character, so it is no text: save it as UTF-8 and try again")
    return text


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise WrongUse(f"{path}: cannot be read ({error.strerror}): check the name and the permissions") from None
