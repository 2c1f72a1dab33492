"""Asked once: what a whole site leaves undecided, and answers that end the asking."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from safelight.errors import WrongUse
from safelight.sealing import find_keyring
from safelight.site.build import load_campaign
from safelight.source.vault import read_vault
from safelight.staging import inspect
from safelight.staging.review import answer, questions, read_answers
from tiny_site import Site, copy_tiny


@pytest.fixture
def site(repository: Path, tmp_path: Path) -> Site:
    made = copy_tiny(repository, tmp_path / "tiny")
    story = made.root / "content/stories/a-window/en.md"
    added = "\n\nThen Perpetua came. They told Perpetua of Vladograd, and of Okonkwo.\n"
    story.write_text(story.read_text(encoding="utf-8") + added, encoding="utf-8")
    return made


ANSWERS = """
- {text: Perpetua, lang: en, answer: person, id: p-0900, pseudonym: {en: Daria}}
- {text: Vladograd, lang: en, answer: place, say: {en: a town}}
- {text: Okonkwo, lang: en, answer: remove, scope: "story:a-window"}
"""


def test_each_string_is_asked_once_and_never_again(site: Site, tmp_path: Path) -> None:
    campaign = load_campaign(site.root / "pelican.conf.py")
    asked = {one.text: one for one in questions(campaign) if one.lang == "en"}
    assert asked["Perpetua"].count == 2 and "[Perpetua]" in asked["Perpetua"].context
    assert asked["Okonkwo"].stories == ("a-window",)
    file = tmp_path / "answers.yaml"
    file.write_text(ANSWERS, encoding="utf-8")
    before = (site.root / "private/people.yaml").read_text(encoding="utf-8")
    answer(campaign, read_answers(file), "mk", date(2026, 11, 2), find_keyring())
    assert not [one.text for one in questions(campaign) if one.text in asked]
    assert (site.root / "private/people.yaml").read_text(encoding="utf-8").startswith(before.rstrip("\n"))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Kind: ", "Kind: novel ", "Kind"),
        ("Person: p-0417", "Person: p-9999", "Person"),
        ("Content-Notes: ", "Content-Nots: ", "Content-Nots"),
    ],
)
def test_a_mistake_in_a_header_hides_no_unknown_name(site: Site, old: str, new: str, problem: str) -> None:
    site.replace("content/stories/a-window/en.md", old, new)
    found = inspect(load_campaign(site.root / "pelican.conf.py"), datetime(2026, 11, 24, 12, tzinfo=UTC)).blocking
    of_story = [one for one in found if one.path == "content/stories/a-window/en.md"]
    assert any(one.field == problem for one in of_story), "the mistake"
    assert {"'Perpetua'", "'Okonkwo'"} <= {one.problem.split()[0] for one in of_story}, "and the names, at once"


def test_a_known_person_gets_a_further_name(site: Site, tmp_path: Path) -> None:
    campaign = load_campaign(site.root / "pelican.conf.py")
    file = tmp_path / "answers.json"
    file.write_text(json.dumps([{"text": "Perpetua", "lang": "en", "answer": "person", "id": "p-0417"}]))
    answer(campaign, read_answers(file), "mk", date(2026, 11, 2), find_keyring())
    (person,) = [one for one in read_vault(campaign.private).people if one.id == "p-0417"]
    assert "Perpetua" in person.also


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("- {text: Perpetua, lang: en, answer: person}", "id: is missing"),
        ("- {text: Perpetua, lang: en, answer: person, id: p-0901}", "pseudonym: is missing"),
        ("- {text: Vladograd, lang: en, answer: place}", "say: is missing"),
        ("- {text: Vladograd, lang: en, answer: public, scope: everywhere}", "scope: is neither"),
        ("- {text: Vladograd, lang: de, answer: public}", "language"),
        ("- {text: '...', lang: en, answer: public}", "text: has no letters"),
        ("- {text: Vladograd, lang: en, answer: maybe}", "literal error"),
        ("- {text: Vladograd, lang: en, answer: public, colour: red}", "colour"),
        ("- [", "is not a list of answers"),
        ("\x00", "is not a list of answers"),
    ],
)
def test_wrong_answers_write_nothing(site: Site, tmp_path: Path, answers: str, said: str) -> None:
    campaign = load_campaign(site.root / "pelican.conf.py")
    before = {path: path.read_bytes() for path in sorted((site.root / "private").iterdir())}
    file = tmp_path / "answers.yaml"
    file.write_text(f"- {{text: Perpetua, lang: en, answer: remove}}\n{answers}\n", encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        answer(campaign, read_answers(file), "mk", date(2026, 11, 2), find_keyring())
    assert said in str(caught.value)
    assert "Vladograd" not in str(caught.value)
    assert {path: path.read_bytes() for path in sorted((site.root / "private").iterdir())} == before
