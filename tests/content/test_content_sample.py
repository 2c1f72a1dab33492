"""What the sample campaign promises its readers: each page in each language, various people, own drawings."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

import pytest
from safelight.campaign import Campaign
from safelight.model.content import ContentTree, Document, DocumentType
from safelight.model.vault import Vault
from safelight.source.content import read_content
from safelight.source.vault import read_vault
from safelight.staging.review import questions
from safelight.staging.translators import export_file

LANGUAGES = {"en", "ru", "uk", "ro", "uz", "tg", "ky", "ar"}
PAGES = {
    "home", "about", "facts", "law", "get-help", "when-you-call", "if-you-are-controlled", "safer-browsing", "privacy",
    "accessibility", "how-to-help", "how-we-protect", "partners", "press",
}  # fmt: skip
GUIDES = {
    "check-a-job-offer", "before-you-leave", "on-the-way", "papers-and-wages", "recruiters-online",
    "parents-and-teachers", "friends-and-neighbours", "coming-home",
}  # fmt: skip
CLEAR_OF_HELP = {"privacy", "about", "partners", "press", "get-help", "home", "facts", "how-we-protect"}
"""Pages that need not lead to help in their text: about the site itself, or led there by their template."""
HELP = ("get-help", "when-you-call", "if-you-are-controlled")
"""Pages that say what to do now."""


@pytest.fixture(scope="module")
def tree(repository: Path) -> ContentTree:
    read, findings = read_content(repository)
    assert findings == ()
    return read


@pytest.fixture(scope="module")
def vault(repository: Path) -> Vault:
    return read_vault(repository / "private")


def languages_of(tree: ContentTree, kind: DocumentType) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for document in tree.documents:
        if document.type is kind:
            found[document.id].add(document.lang)
    return found


def stories(tree: ContentTree) -> list[Document]:
    """Every version of every story that goes out."""
    return [d for d in tree.documents if d.type is DocumentType.STORY and d.id != "withdrawn-sample"]


@pytest.mark.parametrize(("kind", "ids"), [(DocumentType.PAGE, PAGES), (DocumentType.GUIDE, GUIDES)])
def test_every_page_and_guide_stands_in_every_language(tree: ContentTree, kind: DocumentType, ids: set[str]) -> None:
    found = languages_of(tree, kind)
    assert ids <= set(found)
    assert {name: LANGUAGES - found[name] for name in ids if LANGUAGES - found[name]} == {}


def test_six_stories_and_four_of_them_in_every_language(tree: ContentTree) -> None:
    found = languages_of(tree, DocumentType.STORY)
    assert len(found) >= 7, "six, and the one that was withdrawn"
    assert sum(langs >= LANGUAGES for langs in found.values()) >= 4


def test_a_story_stands_in_the_languages_of_its_consent_and_no_other(tree: ContentTree, vault: Vault) -> None:
    agreed = {consent.story: set(consent.languages) for consent in vault.consent if consent.status == "granted"}
    found = languages_of(tree, DocumentType.STORY)
    assert {story: found[story] for story in agreed} == agreed


def test_the_stories_tell_of_different_people_and_kinds(tree: ContentTree) -> None:
    profiles = [d.text("Profile") for d in stories(tree) if d.lang == "en"]
    for wanted in ("sex=male", "sex=female", "exploitation=labour", "exploitation=servitude", "exploitation=sexual"):
        assert any(wanted in profile for profile in profiles), wanted
    assert len({d.text("Kind") for d in stories(tree)}) == 4, "every kind is shown, invented ones with their label"


def test_the_raw_stories_name_people_so_that_each_build_shows_them_replaced(tree: ContentTree, vault: Vault) -> None:
    names = {p.id: {name.given for name in p.names} for p in vault.people}
    for story in stories(tree):
        if story.lang == "en" and not story.is_invented:
            assert any(given in story.body for given in names[story.text("Person")] if given), story.path
            assert any(character.isdigit() for character in story.body), f"{story.path}: no date and no number"


def test_every_person_with_a_pseudonym_has_one_in_every_language(vault: Vault) -> None:
    assert {
        p.id: LANGUAGES - set(p.pseudonym) for p in vault.people if p.pseudonym and LANGUAGES - set(p.pseudonym)
    } == {}


def test_what_a_person_in_trouble_reads_leads_to_help(tree: ContentTree) -> None:
    for document in tree.documents:
        page_of_help = document.type is DocumentType.PAGE and document.id in PAGES - CLEAR_OF_HELP
        if page_of_help or document.type in (DocumentType.GUIDE, DocumentType.STORY):
            links = (f"/pages/{page}/{document.lang}.md" in document.body for page in HELP)
            assert any(links) or document.id == "withdrawn-sample", document.path


def test_every_story_and_guide_has_a_drawing_of_our_own(tree: ContentTree, repository: Path) -> None:
    for document in tree.documents:
        if document.type not in (DocumentType.STORY, DocumentType.GUIDE) or document.id == "withdrawn-sample":
            continue
        name = document.text("Image").removesuffix(".png")
        drawn = repository / "docs/illustrations" / ({"door": "door-and-road"}.get(name, name) + ".svg")
        assert drawn.is_file(), document.path
        assert document.text("Image-Kind") == "illustration", document.path


def test_the_drawings_are_shapes_and_nothing_else(repository: Path) -> None:
    """Of one size, with no writing, no picture inside and nothing fetched."""
    for path in sorted((repository / "docs/illustrations").glob("*.svg")):
        drawing = ElementTree.parse(path).getroot()
        assert drawing.get("viewBox") == "0 0 1600 1000", path.name
        tags = {element.tag.rpartition("}")[2] for element in drawing.iter()}
        assert tags <= {"svg", "g", "rect", "path", "circle"}, path.name


def test_no_translation_claims_a_reader_that_it_did_not_have(tree: ContentTree) -> None:
    states = {d.path: d.text("Translation") for d in tree.documents}
    assert {p: s for p, s in states.items() if s != ("human" if p.name == "en.md" else "machine")} == {}


@pytest.fixture(scope="module")
def campaign(repository: Path) -> Campaign:
    from safelight.site.build import load_campaign

    return load_campaign(repository / "pelican.conf.py")


def test_nothing_of_the_sample_waits_for_a_reviewer(campaign: Campaign) -> None:
    assert questions(campaign) == (), "a pseudonym in a translation is no question; everything else was decided"


@pytest.mark.parametrize(("story", "lang"), [("the-keys", "ky"), ("four-months-at-sea", "ar"), ("a-new-start", "ru")])
def test_a_translated_story_goes_to_its_translator_again(campaign: Campaign, story: str, lang: str) -> None:
    path = campaign.content / "stories" / story / f"{lang}.md"
    assert f'"Language: {lang}' in export_file(campaign, path, lang), "its pseudonyms are no questions"
