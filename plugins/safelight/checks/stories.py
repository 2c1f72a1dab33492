"""Stories: whose they are, the same in every language (STORY-RULES.md)."""

from __future__ import annotations

from collections.abc import Iterator

from safelight.campaign import Campaign
from safelight.model.content import INVENTED_KINDS, ContentTree, Document, DocumentType
from safelight.model.findings import Finding
from safelight.model.vault import Vault

SAME_EVERYWHERE = ("Kind", "Person", "Content-Notes", "Profile", "Preferred-Term")


def check_stories(tree: ContentTree, vault: Vault, campaign: Campaign) -> Iterator[Finding]:
    """A finding for each story whose person is unknown, missing or too many, or differs between translations."""
    people = {person.id for person in vault.people}
    first: dict[str, Document] = {}
    for story in tree.documents:
        if story.type is not DocumentType.STORY:
            continue
        yield from _person(story, people)
        other = first.setdefault(story.id, story)
        for key in SAME_EVERYWHERE:
            if story.text(key) != other.text(key):
                yield Finding(str(story.path), story.line(key), key, f"differs from {other.path}", "make both the same")


def _person(story: Document, people: set[str]) -> Iterator[Finding]:
    person, kind = story.text("Person"), story.text("Kind")
    if person and person not in people:
        yield Finding(
            str(story.path), story.line("Person"), "Person", "is not in the vault", "use an id of people.yaml"
        )
    if person and kind in INVENTED_KINDS:
        yield Finding(
            str(story.path), story.line("Person"), "Person", f"stands in a story of kind {kind}",
            "delete it, or tell whose story it is with another kind",
        )  # fmt: skip
    if not person and kind and kind not in INVENTED_KINDS:
        yield Finding(str(story.path), story.line("Kind"), "Person", "is missing", "add the person's id of people.yaml")
