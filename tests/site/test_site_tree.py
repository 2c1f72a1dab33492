"""Which document stands where: versions, lists in pages, topics, and what a language lacks."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from safelight.model.content import Document, DocumentType, Field
from safelight.site.tree import SiteTree, paged, site_tree, topic_slug

G, S, P, R = DocumentType.GUIDE, DocumentType.STORY, DocumentType.PAGE, DocumentType.RELEASE


def doc(kind: DocumentType, name: str, lang: str, date: str = "2026-01-01", **fields: str) -> Document:
    header = {"Title": name, "Date": date, **fields}
    path = PurePosixPath(f"content/{kind.value}/{name}/{lang}.md")
    return Document(kind, name, lang, path, {key: Field(text, 1) for key, text in header.items()}, "x")


def tree(*documents: Document, **untranslated: str) -> SiteTree:
    return site_tree(documents, ("en", "ru", "ar"), untranslated)


def test_versions_are_reciprocal() -> None:
    made = tree(doc(G, "a", "en"), doc(G, "a", "ru", Slug="а-ру"), doc(G, "b", "en"))
    assert made.versions("en/guides/a.html", 12) == {"en": "en/guides/a.html", "ru": "ru/guides/а-ру.html"}
    for path in made.documents:
        for other in made.versions(path, 12).values():
            assert made.versions(other, 12) == made.versions(path, 12)


def test_the_newest_stands_first_and_equals_by_name() -> None:
    made = tree(doc(S, "b", "en"), doc(S, "a", "en"), doc(S, "c", "en", "2026-02-01"))
    assert made.paths("en", S) == ("en/stories/c.html", "en/stories/a.html", "en/stories/b.html")


def test_guides_stand_in_the_order_of_the_journey() -> None:
    made = tree(doc(G, "b", "en", "2026-02-02"), doc(G, "c", "en"), doc(G, "a", "en", "2026-02-02"))
    assert made.paths("en", G) == ("en/guides/c.html", "en/guides/a.html", "en/guides/b.html")


def test_a_long_list_has_pages_that_hold_everything_once() -> None:
    entries = [str(n) for n in range(25)]
    pages = paged("en/stories", entries, 12)
    assert [page.path for page in pages] == [
        "en/stories/index.html", "en/stories/page-2.html", "en/stories/page-3.html",
    ]  # fmt: skip
    assert [entry for page in pages for entry in page.entries] == entries
    assert paged("en/stories", [], 12)[0].entries == ()


def test_a_list_page_has_versions_only_where_the_list_is_as_long() -> None:
    made = tree(
        *(doc(G, f"g{n}", "en") for n in range(5)), *(doc(G, f"g{n}", "ru") for n in range(3)), doc(G, "g0", "ar")
    )
    assert set(made.versions("en/guides/page-2.html", 2)) == {"en", "ru"}
    assert set(made.versions("en/guides/page-3.html", 2)) == {"en"}
    assert set(made.versions("en/guides/index.html", 2)) == {"en", "ru", "ar"}


@pytest.mark.parametrize(
    ("kind", "policy", "shown", "why"),
    [
        (G, {}, {}, "hidden unless the campaign says otherwise"),
        (G, {"guides": "show"}, {"ru/guides/a.html": "en/guides/a.html", "ar/guides/a.html": "en/guides/a.html"}, ""),
        (G, {"pages": "show"}, {}, "another type"),
        (S, {"stories": "show"}, {}, "never a story: consent names its languages"),
    ],
)
def test_what_a_language_lacks(kind: DocumentType, policy: dict[str, str], shown: dict[str, str], why: str) -> None:
    made = tree(doc(kind, "a", "en"), **policy)
    assert made.shown == shown, why
    for path in shown:
        assert "ru" not in made.versions(path, 12), "a page shown in another language is no version"


def test_topics_gather_by_address_and_stay_in_their_language() -> None:
    made = tree(doc(G, "a", "en", Tags="Work abroad, papers"), doc(G, "b", "en", "2026-02-01", Tags="work  abroad"),
                doc(G, "a", "ru", Tags="работа"))  # fmt: skip
    assert [(t.slug, t.title, len(t.paths)) for t in made.topics("en")] == [
        ("papers", "papers", 1), ("work-abroad", "Work abroad", 2),
    ]  # fmt: skip
    assert made.topics("en")[1].paths[0] == "en/guides/b.html"
    assert made.topics("ar") == ()
    assert set(made.versions("en/topics/index.html", 12)) == {"en", "ru"}
    assert made.versions("en/topics/papers.html", 12) == {"en": "en/topics/papers.html"}


@pytest.mark.parametrize(
    ("tag", "slug"), [("A / b", "a-b"), ("Новый старт", "новый-старт"), ("العمل", "العمل"), ("../x", "x")]
)
def test_the_address_of_a_topic_cannot_leave_its_folder(tag: str, slug: str) -> None:
    assert topic_slug(tag) == slug
