"""Names of the vault are nowhere but in `content/` and `private/`: not in output, caches, temp files, logs, crashes."""

from __future__ import annotations

import shutil
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from memory_folders import abandoned
from tiny_site import TODAY, Site

CANARIES = (
    "zalina",
    "magomedova",
    "руслановн",
    "магомедов",
    "buynaksk",
    "буйнакск",
    "928 555",
    "9285550117",
    "zalina_m",
)


def quoted(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary in text.casefold()]


def written(site: Site) -> list[str]:
    """Files that hold or are called by a canary: below the site and its temporary folder, and in shared memory."""
    at_home = {site.root / "content", site.root / "private"}
    paths = [p for p in site.root.rglob("*") if not any(home in p.parents for home in at_home)]
    paths += [*(path for folder in abandoned() for path in folder.glob("*")), *temporary(site).rglob("*")]
    found = []
    for path in paths:
        if path.is_file() and not path.name.startswith("crash."):  # the test's own, and its bytecode
            data = path.read_bytes()
            texts = [str(path), data.decode("utf-8", "ignore"), data.decode("utf-16-le", "ignore")]
            found += [str(path)] if any(quoted(text) for text in texts) else []
    return found


def temporary(site: Site) -> Path:
    """The site's own folder for temporary files; its name is short, since the sockets of workers stand there."""
    return Path(tempfile.gettempdir()) / f"sl-{zlib.crc32(str(site.root).encode()):x}"


@pytest.fixture
def watched(site: Site) -> Iterator[Site]:
    temporary(site).mkdir()
    yield site
    shutil.rmtree(temporary(site))


def run(site: Site, *command: str) -> str:
    done = site.run(*command, TMPDIR=str(temporary(site)), COLUMNS="80")
    return done.said


def test_the_search_finds_what_is_there(watched: Site) -> None:
    (watched.root / "build").mkdir()
    (watched.root / "build/cache.bin").write_bytes("x Залина Магомедова".encode("utf-16-le"))
    assert written(watched) == [str(watched.root / "build/cache.bin")] and quoted("by Zalina_M")


def test_a_build_and_what_is_asked_of_it(watched: Site) -> None:
    said = run(watched, "safelight.cli", "build", "--today", TODAY)
    for words in (
        ("check", "--json"),
        ("review",),
        ("consent", "due", "--days", "2000", "--json"),
        ("vault", "status"),
    ):
        said += run(watched, "safelight.cli", *words)
    assert "no secret found" in said and '"c-0417"' in said
    assert quoted(said) == [] and written(watched) == []


def test_a_build_that_fails(watched: Site) -> None:
    watched.replace("content/stories/a-window/en.md", "Everyone in", "Murtazali and everyone in")
    watched.replace("private/people.yaml", "role: survivor", "role: Магомедова")
    ledger = watched.root / "private/consent.yaml"
    ledger.write_text(ledger.read_text() + "  - id: Магомедова\n    Zalina: yes\n    person: [Zalina\n")
    said = run(watched, "safelight.cli", "check")
    assert "is not valid YAML" in said and "role: is not one of the allowed values" in said
    assert quoted(said) == [] and written(watched) == []


def test_a_secret_that_reached_the_site(watched: Site) -> None:
    css = watched.root / "theme/static/css/site.css"
    css.write_text(css.read_text() + "\n/* Zalina Magomedova */\n")
    said = run(watched, "safelight.cli", "build", "--today", TODAY)
    css.write_text("")
    assert "site.css" in said and "p-0417" in said and quoted(said) == []
    assert [path for path in written(watched) if "build/site" not in path] == [], (
        "the refused tree itself stays to be looked at"
    )


CRASH = """
import importlib, sys
owner = importlib.import_module("{module}")
def crash(*words, **named):
    name = "Zalina Magomedova, +7 928 555 01 17"
    try:
        {{}}[name]
    except KeyError as error:
        raise ValueError(name, words, named) from error
owner.{name} = crash
if __name__ == "__main__":
    if sys.argv[1:] == ["pelican"]:
        from pelican import main
        main(["content", "-s", "pelican.conf.py", "--debug"])
    else:
        from safelight.cli import main
        main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("place", "command"),
    [
        ("safelight.staging.anonymise.redact_document", ("build", "--today", TODAY)),
        ("safelight.staging.anonymise.redact_document", ("pelican",)),
        ("safelight.site.stages.scan", ("build", "--today", TODAY)),
        ("safelight.source.vault.judge", ("vault", "status")),
        ("safelight.staging.anonymise.compile_registry", ("check", "--json")),
    ],
)
def test_a_crash_says_where_and_nothing_of_what(watched: Site, place: str, command: tuple[str, ...]) -> None:
    module, _, name = place.rpartition(".")
    watched.write("crash.py", CRASH.format(module=module, name=name))
    done = watched.run("crash", *command, TMPDIR=str(temporary(watched)), **dict.fromkeys(("COLUMNS",), "80"))
    assert done.status == 2, done.said
    assert "internal error: ValueError" in done.said and "crash" in done.said, done.said
    assert "Traceback" not in done.said and quoted(done.said) == []
    assert written(watched) == []


def test_nothing_secret_is_an_argument_of_any_process_that_an_edit_starts(watched: Site, tmp_path: Path) -> None:
    seen = tmp_path / "argv"
    script = tmp_path / "editor.sh"
    script.write_text(f"#!/bin/sh\ncat /proc/[0-9]*/cmdline | tr '\\0' ' ' > {seen}\nexit 1\n")
    script.chmod(0o700)
    done = watched.run("safelight.cli", "vault", "edit", "people", EDITOR=str(script), VISUAL="")
    assert done.status == 2 and "nothing was saved" in done.said
    assert "people.yaml" in seen.read_text() and quoted(done.said) == []
    assert written(watched) == []
    ours = [line for line in seen.read_text().splitlines() if "/dev/shm/safelight-" in line]
    assert quoted(" ".join(ours)) == []
