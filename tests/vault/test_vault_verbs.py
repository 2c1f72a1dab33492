"""`safelight vault`: the verbs as a person starts them, edits and kills included."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from memory_folders import abandoned
from small_vault import CANARY, FILES, SmallVault


def editor(folder: Path, script: str) -> str:
    """An editor that runs `script` with the file's path in `$1`."""
    path = folder / "editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


def test_seal_status_open(small: SmallVault) -> None:
    told = small.run("vault", "seal")
    assert told.status == 0 and "3 files sealed" in told.out, told
    told = small.run("vault", "status", "--json")
    assert '"people": 1' in told.out and '"people.yaml"' in told.out
    assert small.run("vault", "status", identity=False).status == 2
    told = small.run("vault", "status", "--identity", str(small.identity), identity=False)
    assert told.status == 0, told
    told = small.run("vault", "open")
    assert told.status == 0 and "lie open on this disk" in told.err and set(FILES) <= small.names()


def test_sealing_for_others_alone_is_told(small: SmallVault) -> None:
    told = small.run("vault", "seal", identity=False)
    assert told.status == 0 and "your own identity does not open it" in told.err


def test_an_edit_happens_in_memory_for_its_owner_alone(small: SmallVault, tmp_path: Path) -> None:
    small.run("vault", "seal")
    seen = tmp_path / "seen"
    script = f'stat -c "%a %n" "$1" "$(dirname "$1")" > {seen}; stat -f -c %T "$1" >> {seen}; sed -i s/p-1/p-7/ "$1"'
    told = small.run("vault", "edit", "people", EDITOR=editor(tmp_path, script))
    assert (told.status, told.out) == (0, "saved\n"), told
    file, folder, kind = seen.read_text().splitlines()
    assert file.startswith("600 /dev/shm/safelight-") and folder.startswith("700 ") and kind == "tmpfs"
    assert not Path(file.split()[1]).parent.exists()
    assert "people.yaml" not in small.names() and CANARY.encode() not in small.bytes()
    assert '"people": 1' in small.run("vault", "status", "--json").out
    assert small.run("vault", "edit", "people", EDITOR=editor(tmp_path, "true")).out == "nothing was saved\n"


def test_an_edit_with_mistakes_is_never_saved(small: SmallVault, tmp_path: Path) -> None:
    small.run("vault", "seal")
    before, left = small.bytes(), abandoned()
    told = small.run("vault", "edit", "people", stdin="n\n", EDITOR=editor(tmp_path, 'echo "  - x: [" >> "$1"'))
    assert "is not valid YAML" in told.err and (told.status, told.out) == (1, "nothing was saved\n"), told
    assert small.bytes() == before
    wait_for(lambda: abandoned() <= left)
    once = tmp_path / "once"
    twice = f'[ -e {once} ] && sed -i "s/nams/names/" "$1" || sed -i "s/names/nams/" "$1"; touch {once}'
    told = small.run("vault", "edit", "people", stdin="y\n", EDITOR=editor(tmp_path, twice))
    assert told.status == 0 and "did you mean 'names'?" in told.err, "the second round mends the first's mistake"
    told = small.run("vault", "edit", "people", stdin="", EDITOR=editor(tmp_path, 'echo ": [" >> "$1"'))
    assert (told.status, told.out) == (1, "nothing was saved\n"), "nobody to ask: given up"
    assert "Aborted" not in told.err
    wait_for(lambda: abandoned() <= left)
    assert small.run("vault", "status").status == 0


@pytest.mark.parametrize(
    ("chosen", "said"),
    [("false", "the editor ended with status 1: nothing was saved"), ("no-such-editor", "finds no editor: set EDITOR")],
)
def test_an_editor_that_fails(small: SmallVault, chosen: str, said: str) -> None:
    before, left = small.bytes(), abandoned()
    told = small.run("vault", "edit", "people", EDITOR=chosen)
    assert told.status == 2 and said in told.err
    assert small.bytes() == before
    wait_for(lambda: abandoned() <= left)


@pytest.mark.parametrize("kind", ["age", "ssh"])
def test_a_secret_key_given_as_a_recipient_is_not_repeated(small: SmallVault, tmp_path: Path, kind: str) -> None:
    secret = small.identity.read_text(encoding="utf-8").splitlines()[-1]
    if kind == "ssh":
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "id")], check=True)
        secret = (tmp_path / "id").read_text(encoding="utf-8")
    told = small.run("vault", "add-recipient", secret)
    assert told.status == 2 and "is a secret key, and now it stands in the history of your shell" in told.err, told
    assert not [line for line in secret.split() if len(line) > 20 and line in told.out + told.err]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_killed_edit_leaves_nothing_in_memory(small: SmallVault, tmp_path: Path, number: signal.Signals) -> None:
    left = abandoned()
    started = tmp_path / "started"
    script = f'cp "$1" "$1.swp"; echo "$$ $1" > {started}.new; mv {started}.new {started}; sleep 600'
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "safelight.cli", "vault", "edit", "people"],
        cwd=small.folder.parent,
        env=small.environment() | {"EDITOR": editor(tmp_path, script)},
        stdin=subprocess.DEVNULL,
    )
    try:
        wait_for(started.exists)
        pid, path = started.read_text().split()
        assert CANARY in Path(path).read_text(), "the file is there while the editor runs"
        process.send_signal(number)
        assert process.wait(120) != 0
        with contextlib.suppress(ProcessLookupError):  # with a handler's time, we end the editor ourselves
            os.kill(int(pid), signal.SIGTERM)
        wait_for(lambda: abandoned() <= left)
    finally:
        process.kill()
        process.wait()


def wait_for(condition: object) -> None:
    for _ in range(2400):
        if condition():  # type: ignore[operator] # any callable will do
            return
        time.sleep(0.05)
    raise AssertionError("waited 2 minutes in vain")


def test_a_passphrase_comes_from_a_descriptor_never_from_the_command_line(small: SmallVault, tmp_path: Path) -> None:
    def with_passphrase(text: str, *words: str) -> object:
        path = tmp_path / "pass"
        path.write_text(text)
        with path.open() as file:
            descriptor = str(file.fileno())
            return small.run(*words, "--passphrase-fd", descriptor, pass_fds=[file.fileno()], identity=False)

    assert "shorter than 12" in with_passphrase("short\n", "vault", "seal", "--passphrase").err
    for name in ("places.yaml", "caseload.csv", "recipients.txt"):
        (small.folder / name).unlink()  # scrypt takes a second a file
    told = with_passphrase("correct horse battery\n", "vault", "seal", "--passphrase")
    assert told.status == 0, told
    assert with_passphrase("correct horse battery\n", "vault", "status").status == 0
    assert "not opened by this passphrase" in with_passphrase("wrong horse battery\n", "vault", "status").err
    assert (
        "takes no recipients" in with_passphrase("correct horse battery\n", "vault", "add-recipient", small.public).err
    )
    told = with_passphrase("correct horse battery\nnew horse battery\n", "vault", "rotate")
    assert told.status == 0 and with_passphrase("new horse battery\n", "vault", "status").status == 0
    assert small.run("vault", "status", identity=False).status == 2, "no terminal, no descriptor"


def test_keygen_and_the_default_place(small: SmallVault) -> None:
    told = small.run("vault", "keygen", identity=False)
    assert told.status == 0 and told.out.startswith("age1")
    assert (small.folder.parent / ".config/safelight/identity.txt").stat().st_mode & 0o777 == 0o600
    assert small.run("vault", "add-recipient", told.out.strip(), "--comment", "me again").status == 0
    assert small.run("vault", "seal", identity=False).status == 0
    assert small.run("vault", "status", identity=False).status == 0, "found without being named"
    assert small.run("vault", "keygen", identity=False).status == 2, "never overwritten"
