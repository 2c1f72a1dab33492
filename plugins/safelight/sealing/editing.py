"""Editing a sealed file: in memory, for its owner alone, wiped however it ends.

The text lies in a new folder (0700) of a memory file system while the editor runs. It is overwritten and removed
when the editor ends, when it fails, on SIGHUP, SIGINT and SIGTERM, and, by a watching process that waits for this
one's end, on SIGKILL. Memory may still be swapped to a disk: docs/vault.md says how to prevent it.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from safelight.sealing.errors import NoMemoryFolder, SealingError

MEMORY_FOLDERS = (Path("/dev/shm"),)  # noqa: S108 (memory, not a disk: that is the point)
MEMORY_KINDS = frozenset({"tmpfs", "ramfs"})
VIM = frozenset({"vi", "vim", "nvim", "view", "gvim"})
VIM_FORGETS = ("-n", "-i", "NONE", "--cmd", "set nobackup nowritebackup noundofile")
"""No swap file, no ~/.viminfo (it keeps deleted lines), no backup, no undo file."""
ENDINGS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


def memory_folder() -> Path:
    """A folder that is memory, not disk; raises `NoMemoryFolder` where the system has none."""
    mounts = Path("/proc/mounts")
    kinds = {}
    if mounts.exists():
        for line in mounts.read_text(encoding="utf-8").splitlines():
            _, place, kind, *_ = line.split()
            kinds[place] = kind
    for folder in MEMORY_FOLDERS:
        if kinds.get(str(folder)) in MEMORY_KINDS and os.access(folder, os.W_OK):
            return folder
    raise NoMemoryFolder("/dev/shm: is not a folder in memory here: edit on a machine that has one")  # noqa: S108


@contextlib.contextmanager
def private_folder() -> Iterator[Path]:
    """A folder in memory, for its owner alone, that is wiped when the block ends, however it ends."""
    # Whose it is stands in its name: one whose process has ended should not be there.
    folder = Path(tempfile.mkdtemp(prefix=f"safelight-{os.getpid()}-", dir=memory_folder()))
    watcher = _watch(folder)
    with _ending_orderly():
        try:
            yield folder
        finally:
            wipe_folder(folder)
            watcher.terminate()
            watcher.communicate()


@contextlib.contextmanager
def private_copy(name: str, data: bytes) -> Iterator[Path]:
    """A file called `name` with `data` in a `private_folder`, until the block ends."""
    with private_folder() as folder:
        handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        yield folder / name


@contextlib.contextmanager
def _ending_orderly() -> Iterator[None]:
    """Turn the signals that end a process into an exception, so that what is open is closed."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set handlers; the watcher still cleans up
        return
    before = {number: signal.signal(number, _end) for number in ENDINGS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: object) -> NoReturn:
    raise SystemExit(128 + number)


def _watch(folder: Path) -> subprocess.Popen[bytes]:
    """Start a process of its own session that wipes `folder` once this one is gone (its standard input closes)."""
    script = f"read -r _; for f in {shlex.quote(str(folder))}/* {shlex.quote(str(folder))}/.*; do " + (
        '[ -f "$f" ] && dd if=/dev/zero of="$f" bs="$(wc -c <"$f")" count=1 conv=notrunc 2>/dev/null; done; '
        f"rm -rf {shlex.quote(str(folder))}"
    )
    return subprocess.Popen(  # noqa: S603 (our own script; the only word from outside is our folder's name, quoted)
        ["/bin/sh", "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd="/",
    )


def wipe_folder(folder: Path) -> None:
    """Overwrite every file below `folder` with zeros and remove it all; what an editor left beside goes too."""
    for path in folder.rglob("*") if folder.exists() else ():
        if path.is_file() and not path.is_symlink():
            with contextlib.suppress(OSError), path.open("r+b") as file:
                file.write(b"\0" * path.stat().st_size)
    shutil.rmtree(folder, ignore_errors=True)


def editor_command(path: Path) -> list[str]:
    """The person's editor with `path`, told to leave no copies where we know how; only the path is an argument.

    Raises `SealingError` when no editor is set and none is found.
    """
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    words = shlex.split(chosen) if chosen else [next((e for e in ("nano", "vi") if shutil.which(e)), "")]
    if not words or not words[0] or not shutil.which(words[0]):
        raise SealingError("vault edit: finds no editor: set EDITOR, for instance EDITOR=nano")
    extra = VIM_FORGETS if Path(words[0]).name in VIM else ()
    return [*words, *extra, str(path)]


def run_editor(path: Path) -> None:
    """Let the person edit `path`; raises `SealingError` when the editor fails (nothing is saved then)."""
    done = subprocess.run(editor_command(path), check=False)  # noqa: S603 (the person's own editor)
    if done.returncode:
        raise SealingError(f"vault edit: the editor ended with status {done.returncode}: nothing was saved")
