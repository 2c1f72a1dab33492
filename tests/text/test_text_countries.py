"""Countries by name, in every language."""

from __future__ import annotations

import pytest
from safelight.text.countries import country_names, slug_of
from safelight.text.inflection import LANGUAGES


@pytest.mark.parametrize(
    ("code", "slug"),
    [("RU", "russia"), ("TR", "turkey"), ("GB", "united-kingdom"), ("KG", "kyrgyzstan"), ("MM", "myanmar"), ("CI", "ivory-coast"),
     ("MD", "moldova"), ("AE", "united-arab-emirates")],
)  # fmt: skip
def test_slug_is_the_name_that_a_caseload_is_kept_in(code: str, slug: str) -> None:
    assert slug_of(code) == slug


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_names_the_countries_of_the_world(lang: str) -> None:
    slugs = {slug for slug, _ in country_names(lang)}
    assert len(slugs) > 190
    assert {"uzbekistan", "russia", "moldova", "turkey", "united-arab-emirates"} <= slugs
    assert "eurozone" not in slugs


def test_no_name_keeps_its_brackets() -> None:
    assert not [name for lang in LANGUAGES for _, name in country_names(lang) if "(" in name]
