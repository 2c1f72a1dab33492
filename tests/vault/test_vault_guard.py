"""The pre-commit hook, in a real repository: what must not enter it does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyrage
import pytest
from safelight.guard import guard
from safelight.sealing import seal_vault
from safelight.source.vault import read_vault
from small_vault import CANARY, FILES, SmallVault, make_small

SETTINGS = "from safelight.campaign import Campaign\nCAMPAIGN = Campaign(root=HERE, demo={demo})\n"
SAMPLE = "# Sample vault: nobody in it exists.\n"


@dataclass(frozen=True)
class Repository:
    root: Path
    vault: SmallVault

    def git(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        clean |= self.vault.environment() | {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
        return subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@mail.example", *words],
            cwd=self.root,
            env=clean | environment,
            capture_output=True,
            text=True,
            timeout=900,
        )

    def commit(self, files: dict[str, str | bytes], **environment: str) -> str:
        """What the hook said, or "" for a commit that went through; all is as before after a refusal."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
            assert self.git("add", "-f", name).returncode == 0
        done = self.git("commit", "-q", "-m", "x", **environment)
        if done.returncode:
            self.git("reset", "-q")
            for name in files:
                if self.git("checkout", "-q", "--", name).returncode:
                    (self.root / name).unlink()
        return done.stderr if done.returncode else ""


Judge = Callable[[dict[str, str | bytes]], str]


@pytest.fixture
def judged(small: SmallVault) -> Judge:
    """What would be said of files, were they committed, with the small vault to search for."""

    def judge(files: dict[str, str | bytes]) -> str:
        blobs = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
        return "\n".join(str(r) for r in guard(blobs, blobs.get, lambda: read_vault(small.folder)))

    return judge


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A campaign of real people, its vault sealed, the hook installed by the project's own script."""
    root = tmp_path_factory.mktemp("campaign")
    vault = make_small(root)
    seal_vault(vault.folder, vault.keyring)
    made = Repository(root, vault)
    here = Path(__file__).parents[2]
    (root / "scripts").mkdir()
    for script in ("pre-commit", "install-hooks"):
        shutil.copy(here / "scripts" / script, root / "scripts" / script)
    (root / ".venv/bin").mkdir(parents=True)
    command = root / ".venv/bin/safelight"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -W ignore -m safelight.cli "$@"\n')
    command.chmod(0o755)
    assert made.git("init", "-q").returncode == 0
    done = subprocess.run([root / "scripts/install-hooks"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (root / ".gitignore").write_text(".venv/\nidentity.txt\n")
    made.git("add", "-f", "private")
    assert made.commit({"pelican.conf.py": SETTINGS.format(demo=False), ".gitignore": ".venv/\n"}) == ""
    return made


@pytest.mark.parametrize(
    ("files", "said", "reason"),
    [
        ({"private/people.yaml": FILES["people.yaml"]}, "is a vault file that lies open", "the vault itself"),
        ({"private/people.yaml": SAMPLE + FILES["people.yaml"]}, "lies open", "copied from the sample, mark and all"),
        ({"copy/people.yaml": FILES["people.yaml"]}, "is a vault file that lies open", "a copy elsewhere"),
        ({"private/people.yaml~": "people: []\n"}, "is a vault file that lies open", "an editor's copy"),
        ({"private/people.yaml.age": "people: []\n"}, "is called sealed and is not", "sealed in name only"),
        ({"private/old/x.csv": "a\n"}, "is a vault file that lies open", "a table in a subfolder"),
        ({"key.txt": str(pyrage.x25519.Identity.generate())}, "holds a secret key", "an age identity"),
        (
            {"content/a.md": f"x {str(pyrage.x25519.Identity.generate()).lower()}"},
            "holds a secret key",
            "in content too",
        ),
        ({"docs/x.md": f"told by {CANARY}"}, "holds a name or number of p-1", "a name in the docs"),
        ({"tool.py": f"# {CANARY}\n"}, "holds a name or number of p-1", "in source text of an unknown type"),
        ({f"docs/{CANARY}.md": "x"}, "holds a name or number of p-1", "in a file's name"),
        ({"x.bin": b"\x00\xff\x00"}, "cannot be opened and so cannot be searched", "what the gate cannot open"),
    ],
)
def test_refused(judged: Judge, files: dict[str, str | bytes], said: str, reason: str) -> None:
    told = judged(files)
    assert said in told, (reason, told)
    assert CANARY not in told and "SECRET" not in told and "Traceback" not in told


def test_an_ssh_key_is_refused(judged: Judge, tmp_path: Path) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "id")], check=True)
    assert "holds a secret key" in judged({"id": (tmp_path / "id").read_text()})
    assert judged({"id.pub": (tmp_path / "id.pub").read_text()}) == "", "the public half may be known"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"content/stories/a/en.md": f"Title: {CANARY}\n\n{CANARY} told."}, "raw stories are at home in content/"),
        ({"docs/y.md": "Nothing of anybody."}, "ordinary text"),
        ({"private/notes.md": "ask again in May"}, "notes beside the vault"),
        ({"theme/x.py": 'key = "AGE-SECRET-KEY-1..."\n'}, "a word about keys is no key"),
    ],
)
def test_let_through(judged: Judge, files: dict[str, str | bytes], reason: str) -> None:
    assert judged(files) == "", reason


def test_the_hook_refuses_and_lets_through(repository: Repository) -> None:
    assert "docs/x.md: holds a name or number of p-1" in repository.commit({"docs/x.md": f"told by {CANARY}"})
    assert "lies open" in repository.commit({"private/people.yaml": FILES["people.yaml"]})
    assert repository.commit({"docs/x.md": "told by nobody"}) == ""


def test_a_sealed_vault_is_let_through(repository: Repository) -> None:
    """The fixture has committed it; a new seal is too, without opening it."""
    data = pyrage.encrypt(b"people: []\n", [pyrage.x25519.Identity.generate().to_public()])
    assert repository.commit({"other/private/people.yaml.age": data}, SAFELIGHT_IDENTITY_FILE="") == ""


def test_without_a_key_nothing_that_needs_one_is_committed(repository: Repository) -> None:
    told = repository.commit({"docs/z.md": "x"}, SAFELIGHT_IDENTITY_FILE="", XDG_CONFIG_HOME="/nonexistent")
    assert "is sealed and there is no identity" in told
    story = {"content/stories/b/en.md": "x"}
    assert repository.commit(story, SAFELIGHT_IDENTITY_FILE="", XDG_CONFIG_HOME="/nonexistent") == "", "translators"


def test_a_sample_may_be_open_and_use_its_names(repository: Repository) -> None:
    sample = {
        "sample/pelican.conf.py": SETTINGS.format(demo=True),
        "sample/private/people.yaml": SAMPLE + FILES["people.yaml"],
        "sample/README.md": f"{CANARY} is invented.",
    }
    assert repository.commit(sample) == ""
    unmarked = {"sample/private/places.yaml": FILES["places.yaml"]}
    assert "lies open" in repository.commit(unmarked), "each file says that it describes nobody"


@pytest.mark.parametrize("settings", ["demo = True\n", "CAMPAIGN = Campaign(demo=not False)\n", "Campaign(demo=True\n"])
def test_only_settings_that_plainly_say_so_make_a_sample(judged: Judge, settings: str) -> None:
    files: dict[str, str | bytes] = {
        "odd/pelican.conf.py": settings,
        "odd/private/people.yaml": SAMPLE + FILES["people.yaml"],
    }
    assert "lies open" in judged(files)


def test_another_hook_is_left_alone(repository: Repository, tmp_path: Path) -> None:
    hook = repository.root / ".git/hooks/pre-commit"
    ours = hook.read_bytes()
    try:
        hook.write_text("#!/bin/sh\n")
        done = subprocess.run([repository.root / "scripts/install-hooks"], capture_output=True, text=True)
        assert done.returncode == 2 and "is there already" in done.stderr and hook.read_text() == "#!/bin/sh\n"
    finally:
        hook.write_bytes(ours)
