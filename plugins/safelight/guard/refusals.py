"""Three refusals: an open vault file, a secret key, a raw name outside `content/` and `private/`."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from safelight.errors import CampaignError
from safelight.leakgate import scan
from safelight.model.vault import Vault
from safelight.sealing import SEALED, VAULT_FILES
from safelight.sealing.crypt import is_sealed
from safelight.sealing.editing import private_folder
from safelight.sealing.folder import BESIDE, HARMLESS_ENDINGS

RAW = ("content", "private")
"""Folders of a campaign in which names are at home."""
VAULT = "private"
SAMPLE = b"Sample vault: nobody"
"""What the first line of a sample vault's files says."""
SETTINGS = "pelican.conf.py"
SECRET_KEYS = re.compile(
    rb"AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{50,}|AGE-PLUGIN-[A-Z0-9-]+1[0-9A-Z]{20,}"
    rb"|-----BEGIN (?:OPENSSH |RSA |EC |DSA |ENCRYPTED )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}",
    re.IGNORECASE,
)
LISTS = re.compile(rb"^\s*(?:people|places|decisions|consent)\s*:", re.MULTILINE)
SEARCHED_AS_THEY_ARE = frozenset(
    {".html", ".htm", ".xml", ".svg", ".json", ".md", ".txt", ".csv", ".css", ".js", ".yaml", ".yml"}
)
"""Endings that the gate opens by kind; other text is shown to it as plain text."""


@dataclass(frozen=True, order=True)
class Refusal:
    """Why a file may not be committed, and the way out; it never quotes what was found."""

    path: str
    problem: str
    way_out: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}: {self.way_out}"


def guard(
    files: Mapping[str, bytes], read: Callable[[str], bytes | None], vault: Callable[[], Vault]
) -> tuple[Refusal, ...]:
    """Every reason against committing `files` (path to content); empty if there is none.

    `read(path)` gives any file of the index, for the settings that mark a campaign as a sample; `vault()` is called
    only if there is something to search for names in; where it raises a `CampaignError`, that is a refusal too.
    """
    refused = [
        refusal for path, data in files.items() for refusal in (*_open_vault(path, data, read), *_key(path, data))
    ]
    searched = {
        path: data
        for path, data in files.items()
        if not set(PurePosixPath(path).parts[:-1]) & set(RAW) and not is_sample(path, read)
    }
    if searched:
        try:
            refused += _names(searched, vault())
        except CampaignError as error:
            problem = f"{len(searched)} files cannot be searched for names"
            refused.append(Refusal(VAULT, problem, f"open the vault first\n{error}"))
    return tuple(sorted(refused))


def is_sample(path: str, read: Callable[[str], bytes | None]) -> bool:
    """Whether the campaign that `path` belongs to says `demo=True` in its settings; they are read, not run."""
    for folder in PurePosixPath(path).parents:
        settings = read(str(folder / SETTINGS) if str(folder) != "." else SETTINGS)
        if settings is not None:
            return _says_demo(settings)
    return False


def _says_demo(settings: bytes) -> bool:
    try:
        tree = ast.parse(settings)
    except (SyntaxError, ValueError):
        return False
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) == "Campaign"]
    demo = [word.value for call in calls for word in call.keywords if word.arg == "demo"]
    return len(calls) == 1 and len(demo) == 1 and isinstance(demo[0], ast.Constant) and demo[0].value is True


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _open_vault(path: str, data: bytes, read: Callable[[str], bytes | None]) -> Iterator[Refusal]:
    name, inside = PurePosixPath(path).name, VAULT in PurePosixPath(path).parts[:-1]
    if inside and name.endswith(SEALED):
        if not is_sealed(data):
            yield Refusal(path, "is called sealed and is not", "seal it with `safelight vault seal`")
        return
    vault_file = name in VAULT_FILES and (inside or LISTS.search(data))
    stray = inside and name not in BESIDE and PurePosixPath(name).suffix not in HARMLESS_ENDINGS
    if not vault_file and not stray:
        return
    if vault_file and SAMPLE in data.partition(b"\n")[0] and is_sample(path, read):
        return
    yield Refusal(path, "is a vault file that lies open", "run `safelight vault seal`, then add the .age file instead")


def _key(path: str, data: bytes) -> Iterator[Refusal]:
    if SECRET_KEYS.search(data):
        yield Refusal(path, "holds a secret key", "take it out; if it was ever shared, make a new one and rotate")


def _names(files: Mapping[str, bytes], vault: Vault) -> Iterator[Refusal]:
    """What the gate finds in files that are no campaign's raw text, and in their names. They are shown to it in memory.

    They are called by number there, since the gate does not repeat a name that tells something.
    """
    paths = sorted(files)
    with private_folder() as folder:
        for number, path in enumerate(paths):
            as_it_is = _by_kind(path) or not _is_text(files[path])
            ending = PurePosixPath(path).suffix.lower() if as_it_is else ".txt"
            (folder / f"{number}{ending}").write_bytes(files[path])
            (folder / f"{number}.name.txt").write_text(path, encoding="utf-8", errors="replace")
        leaks = scan(folder, vault)
    telling = {int(leak.path.partition(".")[0]) for leak in leaks if leak.path.endswith(".name.txt")}
    shown = [
        f"(file {number + 1} of {len(paths)} by its name, which is not repeated)" if number in telling else path
        for number, path in enumerate(paths)
    ]
    found = [(shown[int(leak.path.partition(".")[0])], leak) for leak in leaks]
    for path in sorted({path for path, leak in found if leak.kind != "unopenable"}):
        ids = sorted({leak.person_id for where, leak in found if where == path and leak.person_id})
        problem = f"holds a name or number of {', '.join(ids)}"
        yield Refusal(path, problem, "take it out; raw names belong in content/ and private/ only")
    for path in sorted({path for path, leak in found if leak.kind == "unopenable"}):
        yield Refusal(path, "cannot be opened and so cannot be searched for names", "commit it in a known format")


def _by_kind(path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in SEARCHED_AS_THEY_ARE


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data
