"""Every verb there is, and a crash in each: no name of the vault in what it says, writes, or shows as an argument."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from safelight.cli import main
from test_site_canaries import quoted, temporary, watched, written
from tiny_site import TODAY, Site

__all__ = ["watched"]

STORY = "content/stories/a-window"
DAY = ("--today", TODAY)
VERBS: list[tuple[str, tuple[str, ...]]] = [
    ("build", DAY),
    ("check", ("--json", *DAY)),
    ("serve", ("--port", "0")),
    ("redact", (f"{STORY}/en.md", "--lang", "en", "--keep-unresolved")),
    ("review", ("--list", *DAY)),
    ("images review", (f"{STORY}/window.png", "--by", "mk", *DAY)),
    ("redact-image", (f"{STORY}/window.png", "-o", "safe.png")),
    ("scan", ("content", "--json", "--sarif", "found.sarif")),
    ("new", ("story", "another", "--lang", "en", *DAY)),
    ("status", ()),
    ("translate export", (f"{STORY}/en.md", "--to", "ru", "-o", "a.po")),
    ("translate import", ("a.po",)),
    ("translate stamp", (f"{STORY}/ru.md",)),
    ("messages", ()),
    ("profile", ("a-window", "--json", *DAY)),
    ("pseudonyms", ("--json",)),
    ("consent due", ("--days", "2000", "--json", *DAY)),
    ("consent approve", ("a-window", "--lang", "en", "--by", "mk", *DAY)),
    ("deploy", ("www", "--purge-list", "purge.txt", "--json", *DAY)),
    ("nginx", ("-o", "-")),
    ("verify", ()),
    ("vault keygen", ()),
    ("vault add-recipient", ("RECIPIENT", "--comment", "mk")),
    ("vault seal", ()),
    ("vault status", ("--json",)),
    ("vault edit", ("people",)),
    ("vault rotate", ()),
    ("seal", ("a-window", "--by", "mk", *DAY)),
    ("guard", ()),
    ("consent withdraw", ("c-0417", *DAY)),
    ("vault open", ()),
]
"""Each verb with what a person would ask of it, in an order in which each has something to do."""
EXPECTED = {
    "scan": (1,),
    "review": (1,),
    "serve": (1, 2, -2),
    "guard": (1,),
    "translate import": (1, 2),
    "profile": (1,),
}
"""How a verb ends here, if not with 0: what it finds, what interrupts it, what there is nothing to do for."""
DRIVER = """
import json, os, signal, sys, time
from pathlib import Path
import safelight.site.stages, safelight.staging, safelight.source.vault
from safelight.cli import main
out, crash = Path(sys.argv[1]), sys.argv[2] == "crash"
def shown():
    "What processes of this session show as their arguments."
    for one in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(one.name)) == os.getsid(0):
                yield (one / "cmdline").read_bytes().decode("utf-8", "replace")
        except (OSError, ProcessLookupError):
            pass
def falls(*words, **named):
    name = "Zalina Magomedova, +7 928 555 01 17"
    try:
        {{}}[name]
    except KeyError as error:
        raise ValueError(name, words, named) from error
arguments, status = set(), {{}}
if __name__ == "__main__":
    for verb, words in json.loads(Path(sys.argv[3]).read_text()):
        words = [(out / "vault keygen").read_text().split()[0] if word == "RECIPIENT" else word for word in words]
        child = os.fork()
        if not child:
            file = os.open(out / verb, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0), os.dup2(file, 1), os.dup2(file, 2)
            if crash:
                safelight.source.vault.vault_of = falls
            code = 70
            try:
                main([*verb.split(), *words])
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else 1
            finally:
                sys.stdout.flush(), sys.stderr.flush()
                os._exit(code)
        ends = time.monotonic() + ({serve} if verb == "serve" else 300)
        while True:
            arguments.update(shown())
            found, how = os.waitpid(child, os.WNOHANG)
            if found:
                status[verb] = os.waitstatus_to_exitcode(how)
                break
            if time.monotonic() > ends:
                os.kill(child, signal.SIGINT)
                ends = float("inf") if ends != float("inf") else ends
            time.sleep(0.02)
    print(json.dumps([status, sorted(arguments)]))
"""


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from leaves(inner, (*path, name))
    else:
        yield " ".join(path)


def test_no_verb_is_forgotten() -> None:
    """A new verb has to be run with planted names before it can come in."""
    assert sorted(verb for verb, _ in VERBS) == sorted(leaves(main))


@pytest.mark.parametrize("how", ["as it should", "crash", "questions"])
def test_every_verb_keeps_the_names(watched: Site, tmp_path: Path, how: str) -> None:
    out = tmp_path / "said"
    out.mkdir()
    verbs = [row for row in VERBS if how != "questions" or row[0] in ("build", "check", "review")]
    if how == "questions":  # an unknown name beside a registered one, for questions to show the one without the other
        watched.replace(f"{STORY}/ru.md", "\n\n", "\n\nМурзаксан и Залина Магомедова рядом.\n\n")
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=watched.root, check=True)
    (tmp_path / "verbs.json").write_text(json.dumps(verbs))
    (tmp_path / "driver.py").write_text(DRIVER.format(serve=10))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(tmp_path / "driver.py"), str(out), how,
         str(tmp_path / "verbs.json")],
        cwd=watched.root, capture_output=True, text=True, start_new_session=True, check=False,
        env={**os.environ, "TMPDIR": str(temporary(watched)), "COLUMNS": "80", "EDITOR": "true", "VISUAL": "",
             "XDG_CONFIG_HOME": str(tmp_path / "config")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    status, arguments = json.loads(done.stdout)
    said = {verb: (out / verb).read_text() for verb, _ in verbs}
    for verb, text in said.items():
        assert quoted(text) == [], (verb, text)
        assert "AGE-SECRET-KEY" not in text and "Traceback" not in text, (verb, text)
    assert quoted(" ".join(arguments)) == [] and len(arguments) >= 2
    assert quoted(done.stderr) == [] and written(watched) == []
    if how == "questions":
        assert "Мурзаксан" in said["review"] and "Мурзаксан" in said["check"]
    elif how == "crash":
        assert sum("internal error: ValueError" in text for text in said.values()) >= 12, said
    else:
        wrong = {verb: said[verb] for verb, code in status.items() if code == 70 or "internal error" in said[verb]}
        assert wrong == {}
        assert status["scan"] == 1 and '"p-0417"' in said["scan"], "it finds the names and does not say them"
        ended = {verb: said[verb] for verb, code in status.items() if code not in (0, *EXPECTED.get(verb, ()))}
        assert ended == {}
