"""A ninth language and one switched off: an entry in a data file, no Python file, nothing deleted."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from tiny_site import Site

LISTED = "languages:\n  - {code: en, name: The tiny campaign}\n  - {code: ru, name: Малая кампания}\n"


@pytest.fixture
def listed(site: Site) -> Site:
    """The tiny site with its languages in the data file, as the sample has them."""
    conf = (site.root / "pelican.conf.py").read_text(encoding="utf-8")
    lines = [line for line in conf.splitlines() if not line.strip().startswith(("languages=", "name="))]
    text = "\n".join(lines).replace(
        "Campaign(\n",
        'Campaign(\n    **spoken(Path(__file__).resolve().parent / "content" / "data" / "languages.yaml"),\n',
    )
    text = text.replace("CAMPAIGN =", "from safelight.source.languages import spoken\nCAMPAIGN =", 1)
    site.write("pelican.conf.py", text + "\n")
    site.write("content/data/languages.yaml", LISTED)
    return site


def python_files(root: Path) -> dict[str, str]:
    return {str(p.relative_to(root)): hashlib.sha256(p.read_bytes()).hexdigest() for p in root.rglob("*.py")}


def test_a_new_language_builds_at_once_and_touches_no_python(listed: Site) -> None:
    before = python_files(listed.root)
    begun = listed.run("safelight.cli", "new", "language", "kk")
    assert begun.status == 0 and "Қазақ тілі (kk, ltr): plural forms one, other" in begun.said, begun.said
    built = listed.build()
    assert built.status == 0, built.said
    assert "translations/kk/LC_MESSAGES/messages.po: warning: is a draft with" in built.said
    home = (listed.output / "kk/index.html").read_text(encoding="utf-8")
    assert '<html lang="kk" dir="ltr">' in home
    assert 'hreflang="kk"' in (listed.output / "en/index.html").read_text(encoding="utf-8")
    assert (listed.output / "kk/press/kit-kk.zip").is_file()
    # What is not translated is the first language's, says so, and is in no search engine.
    assert 'lang="en" dir="auto"' in home and "noindex" in home
    # A story is never shown in a language that its consent does not name.
    assert not (listed.output / "kk/stories/a-window.html").exists()
    assert python_files(listed.root) == before
    again = listed.run("safelight.cli", "new", "language", "kk")
    assert again.status == 2 and "'kk': is there already" in again.said


def test_a_language_is_switched_off_by_its_entry(listed: Site) -> None:
    listed.replace("content/data/languages.yaml", "name: Малая кампания", "name: Малая кампания, state: hidden")
    built = listed.build()
    assert built.status == 0, built.said
    assert not (listed.output / "ru").exists()
    assert 'hreflang="ru"' not in (listed.output / "en/index.html").read_text(encoding="utf-8")
    assert (listed.root / "content/stories/a-window/ru.md").is_file()
