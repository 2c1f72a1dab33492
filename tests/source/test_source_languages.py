"""The campaign's languages as data: a ninth needs no Python, a draft borrows, a hidden one keeps its files."""

from __future__ import annotations

from pathlib import Path

import pytest
from safelight.campaign import Campaign
from safelight.errors import ContentFindings, WrongUse
from safelight.languages import language
from safelight.source.data import read_data
from safelight.source.languages import spoken

HEAD = "languages:\n  - {code: en, name: A}\n"


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "languages.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_what_a_campaign_is_told(tmp_path: Path) -> None:
    text = HEAD + "  - {code: kk, name: B, state: draft}\n  - {code: fa, name: C, state: hidden}\n"
    told = spoken(written(tmp_path, text))
    campaign = Campaign(tmp_path, site_url="https://a.example", **told)
    assert (campaign.languages, campaign.drafts, campaign.hidden) == (("en", "kk"), ("kk",), ("fa",))
    public = campaign.published_at("https://b.example")
    assert (public.languages, public.drafts, public.hidden, public.public) == (("en",), (), ("fa", "kk"), True)


def test_a_draft_never_becomes_public_by_mistake(tmp_path: Path) -> None:
    told = spoken(written(tmp_path, HEAD + "  - {code: kk, name: B, state: draft}\n"))
    with pytest.raises(WrongUse, match="drafts: kk: are not for the public"):
        Campaign(tmp_path, site_url="https://a.example", public=True, **told)


def test_the_first_language_is_no_draft(tmp_path: Path) -> None:
    told = spoken(written(tmp_path, "languages:\n  - {code: en, name: A, state: draft}\n"))
    with pytest.raises(WrongUse, match="drafts: 'en'"):
        Campaign(tmp_path, site_url="https://a.example", **told)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("  - {code: xx, name: B}", "languages.yaml:3: code: 'xx' is no language that CLDR knows: use a tag of BCP 47"),
        (
            "  - {code: sr-Latin, name: B}",
            "languages.yaml:3: code: 'sr-Latin' is no language that CLDR knows: did you mean",
        ),
        ("  - {code: en, name: B}", "languages.yaml:3: code: 'en' stands on line 2 already"),
        ("  - {code: ru, name: B, state: of}", "languages.yaml:3: "),
        ("  - {code: ru, nome: B}", "languages.yaml:3: "),
    ],
)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(ContentFindings) as caught:
        spoken(written(tmp_path, f"{HEAD}{line}\n"))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("code", "endonym", "direction"),
    [("en", "English", "ltr"), ("ru", "Русский", "ltr"), ("uk", "Українська", "ltr"), ("ro", "Română", "ltr"),
     ("uz", "Oʻzbekcha", "ltr"), ("tg", "Тоҷикӣ", "ltr"), ("ky", "Кыргызча", "ltr"), ("ar", "العربية", "rtl"),
     ("kk", "Қазақ тілі", "ltr"), ("fa", "فارسی", "rtl")],
)  # fmt: skip
def test_a_language_knows_itself(code: str, endonym: str, direction: str) -> None:
    found = language(code)
    assert (found.endonym, found.direction) == (endonym, direction)


@pytest.mark.parametrize("code", ["", "xx", "EN", "en_GB", "english", "../en", "ky\n"])
def test_no_language(code: str) -> None:
    with pytest.raises(WrongUse):
        language(code)


def test_what_a_draft_lacks_is_lent(repository: Path) -> None:
    data, findings = read_data(repository / "content", ("en", "ru", "kk"), ("kk",))
    assert not findings
    assert data.facts[0].label["kk"] == data.facts[0].label["en"] != data.facts[0].label["ru"]
    assert data.facts[0].claims[0].note["kk"] == data.facts[0].claims[0].note["en"]
    assert all(row.label["kk"] == row.label["en"] for chart in data.charts for row in chart.rows)
    _, findings = read_data(repository / "content", ("en", "ru", "kk"))
    assert findings, "without being a draft, a language needs every text"
