"""Who can open the vault: `private/recipients.txt`, one public key a line, and what a file is locked with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyrage

from safelight.sealing.errors import RecipientUnusable

RECIPIENTS = "recipients.txt"


@dataclass(frozen=True)
class Lock:
    """What a file is sealed with: recipients, or one passphrase (age allows no mix). Its `repr` shows nothing."""

    recipients: tuple[Any, ...] = field(default=(), repr=False)
    passphrase: str | None = field(default=None, repr=False)


def parse_recipient(text: str) -> Any:
    """An X25519 (`age1...`) or SSH (`ssh-ed25519 ...`, `ssh-rsa ...`) public key; ValueError for anything else."""
    try:
        if text.startswith("ssh-"):
            return pyrage.ssh.Recipient.from_str(text)
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        raise ValueError("is not a public key that age knows") from None


def read_recipients(private: Path) -> tuple[Any, ...]:
    """Every recipient of the vault in folder `private`.

    Raises `RecipientUnusable` with every line that is not one; the line itself is not repeated, since the most
    common mistake is to paste the secret half.
    """
    shown = f"{private.name}/{RECIPIENTS}"
    try:
        text = (private / RECIPIENTS).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise RecipientUnusable(
            f"{shown}: is not there: name who may open the vault with `safelight vault add-recipient`"
        ) from None
    except (OSError, UnicodeDecodeError):
        raise RecipientUnusable(f"{shown}: cannot be read as UTF-8 text: mend it") from None
    found, wrong = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            found.append(parse_recipient(line.strip()))
        except ValueError as error:
            wrong.append(f"{shown}:{number}: {error}: write age1... or ssh-ed25519 ..., never a secret key")
    if wrong:
        raise RecipientUnusable("\n".join(wrong))
    if not found:
        raise RecipientUnusable(f"{shown}: names nobody: add a public key, or the vault could never be opened again")
    return tuple(found)


def add_recipient(private: Path, key: str, comment: str = "") -> bool:
    """Append public key `key` to recipients.txt, with `comment` on a line above; False if it stands there already.

    Raises `RecipientUnusable` for what is no public key.
    """
    key = " ".join(key.split())
    if "\n" in comment or not key:
        raise RecipientUnusable("recipient: is not one line: give the public key alone")
    try:
        parse_recipient(key)
    except ValueError as error:
        if "SECRET-KEY" in key or "PRIVATE KEY" in key:
            raise RecipientUnusable(
                "recipient: is a secret key, and now it stands in the history of your shell: remove it there, make "
                "a new one, and give its public half (age1..., or the file ending in .pub)"
            ) from None
        raise RecipientUnusable(f"recipient: {error}: write age1..., ssh-ed25519 ... or ssh-rsa ...") from None
    path = private / RECIPIENTS
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if key.split()[:2] in [line.split()[:2] for line in text.splitlines()]:
        return False
    if text and not text.endswith("\n"):
        text += "\n"
    path.write_text(text + (f"# {comment}\n" if comment else "") + key + "\n", encoding="utf-8")
    return True


def remove_recipient(private: Path, key: str) -> bool:
    """Take public key `key` out of recipients.txt; False if it does not stand there."""
    path = private / RECIPIENTS
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    kept = [line for line in lines if line.split()[:2] != key.split()[:2]]
    if len(kept) == len(lines):
        return False
    path.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
    return True
