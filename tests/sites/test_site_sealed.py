"""A sealed vault builds the same site; a sealed story holds no name any more."""

from __future__ import annotations

from pathlib import Path

from safelight.sealing import Keyring, seal_vault
from safelight.sealing.keys import new_identity, read_identities
from tiny_site import TODAY, Site

NAMES = ("zalina", "magomedova", "залин", "магомедов", "buynaksk", "буйнакск", "928 555")


def seal(site: Site) -> str:
    """Seal the vault for a new identity; returns where that lies."""
    identity = site.root.parent / "identity.txt"
    public = new_identity(identity)
    site.write("private/recipients.txt", public + "\n")
    seal_vault(site.root / "private", Keyring(read_identities(identity)))
    assert not list((site.root / "private").glob("*.yaml"))
    return str(identity)


def test_a_sealed_vault_builds_the_same_bytes_and_is_never_written_out(site: Site, finished: Site) -> None:
    identity = seal(site)
    done = site.build(SAFELIGHT_IDENTITY_FILE=identity)
    assert done.status == 0, done.said
    assert site.tree() == finished.tree()
    for folder in ("build", "private", "output"):
        for path in (site.root / folder).rglob("*"):
            data = path.read_bytes().decode("utf-8", "ignore").casefold() if path.is_file() else ""
            assert not [name for name in NAMES if name in data], path


def test_a_sealed_vault_without_a_key_stops_before_anything(built: Site) -> None:
    seal(built)
    before = built.tree()
    for command in (("safelight.cli", "build", "--today", TODAY), ("pelican", "content", "-s", "pelican.conf.py")):
        done = built.run(*command, SAFELIGHT_IDENTITY_FILE="", XDG_CONFIG_HOME="/nonexistent")
        assert done.status == 2 and "private/people.yaml.age: is sealed and there is no identity" in done.said, (
            done.said
        )
        assert "Traceback" not in done.said and built.tree() == before


def test_the_public_build_refuses_an_open_vault_unless_it_is_a_sample(site: Site) -> None:
    site.replace("pelican.conf.py", "    demo=True,\n", "    public=True,\n")
    done = site.build()
    assert done.status == 2 and "private/people.yaml: lies open: run `safelight vault seal`" in done.said
    assert not site.output.exists()
    keys = {"SAFELIGHT_IDENTITY_FILE": seal(site)}
    done = site.build(**keys)
    assert done.status == 0 and "is held back: nobody approved its text in 'en'" in done.said, done.said
    assert "en/stories/a-window.html" not in site.tree()
    for lang in ("en", "ru"):
        words = ("consent", "approve", "a-window", "--lang", lang, "--by", "mk", "--today", TODAY)
        assert site.run("safelight.cli", *words, **keys).status == 0
    assert not list((site.root / "private").glob("*.yaml")), "the approval is written into the sealed ledger"
    done = site.build(**keys)
    assert done.status == 0 and "en/stories/a-window.html" in site.tree(), done.said
    assert (site.root / "private/published.json").is_file(), "the record stays with the vault"
    assert site.run("safelight.cli", "seal", "a-window", "--by", "mk", **keys).status == 0
    done = site.build(**keys)
    assert done.status == 0 and "held back" not in done.said, f"sealing changes no word that was approved: {done.said}"


def test_a_sealed_story_is_its_safe_text_and_builds_the_same_pages(site: Site, finished: Site) -> None:
    keys = {"SAFELIGHT_IDENTITY_FILE": seal(site)}
    words = ("safelight.cli", "seal", "a-window", "--by", "mk", "--today", TODAY)
    done = site.run(*words, **keys)
    assert done.status == 0 and "content/stories/a-window/ru.md: is its safe text now" in done.said, done.said
    assert "history of Git" in done.said and "window.png stays as it is" in done.said
    for path in (site.root / "content/stories/a-window").glob("*"):
        text = path.read_bytes().decode("utf-8", "ignore").casefold()
        assert not [name for name in NAMES if name in text], path
    again = site.run(*words, **keys)
    assert again.status == 0 and "is its safe text now" not in again.said, "sealed already"
    done = site.build(**keys)
    assert done.status == 0, done.said
    page = "en/stories/a-window.html"
    assert site.tree()[page] == finished.tree()[page]


def test_a_story_with_questions_is_not_sealed(site: Site) -> None:
    before = {path: path.read_bytes() for path in Path(site.root).rglob("*.md")}
    site.replace("content/stories/a-window/en.md", "Everyone in", "Murtazali and everyone in")
    before[site.root / "content/stories/a-window/en.md"] = (site.root / "content/stories/a-window/en.md").read_bytes()
    done = site.run("safelight.cli", "seal", "a-window", "--by", "mk")
    assert done.status == 1 and "'Murtazali'" in done.said
    assert {path: path.read_bytes() for path in before} == before
    done = site.run("safelight.cli", "seal", "a-windo", "--by", "mk")
    assert done.status == 2 and "did you mean 'a-window'?" in done.said
