"""The way out for an unknown word: one guess, or a list that somebody reads."""

from __future__ import annotations

import pytest
from safelight.model.findings import did_you_mean

LANGUAGES = ("ar", "en", "ky", "ro", "ru", "tg", "uk", "uz")
PLENTY = [f"content/guides/{name}/{lang}.md" for name in ("home", "law", "papers") for lang in LANGUAGES]
PLENTY += ["content/pages/about/en.md"]


@pytest.mark.parametrize(
    ("word", "known", "says"),
    [
        ("Tagz", ("Title", "Tags"), "did you mean 'Tags'?"),
        ("tags", ("Title", "Tags"), "did you mean 'Tags'?"),
        ("Zzz", ("Title", "Tags"), "use one of: Tags, Title"),
        ("zzz", (), "use one of: "),
    ],
    ids=["a slip", "small letters", "a short list is shown", "nothing is known"],
)
def test_a_short_list(word: str, known: tuple[str, ...], says: str) -> None:
    assert did_you_mean(word, known) == says


def test_of_a_long_list_the_three_most_alike_are_shown() -> None:
    assert len(PLENTY) > 24
    says = did_you_mean("papers.md", PLENTY)
    assert says.startswith("use one of the 25 that there are, for instance content/guides/papers/")
    assert says.count("content/") == 3
