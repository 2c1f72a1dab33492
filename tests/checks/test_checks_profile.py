"""The mosaic: what is told of a person against the people of the caseload, a finding for each way to be too few."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from safelight.campaign import Campaign, Limits
from safelight.checks import assess, check_profiles
from safelight.errors import WrongUse
from safelight.model.caseload import Caseload
from safelight.model.findings import Finding, Severity
from safelight.model.profile import StoryProfile, Told
from safelight.model.vault import CaseloadRow, Decision

WARNED = Limits(k_min=12)
SOME = {"k_min": "a partner's figures are counted too, but may not be copied"}
ON = date(2026, 11, 2)
PATH = "content/stories/a/en.md"


def campaign(limits: Limits | None = None) -> Campaign:
    return Campaign(
        Path("/campaign"), {"en": "A"}, "https://campaign.example",
        limits=limits or Limits(), loosened=SOME if limits else {},
    )  # fmt: skip


def people(count: int, origin: str, year: str = "2006", **more: str) -> list[CaseloadRow]:
    return [CaseloadRow("female", "18-24", origin, "Turkey", year, "sexual", tuple(more.items()))] * count


CASELOAD = [
    *people(40, "Russia"), *people(15, "Moldova"), *people(5, "Ukraine"), *people(60, "Kyrgyzstan", "2007"),
    *people(12, "Armenia"), *people(12, "Armenia", "2009"),
]  # fmt: skip


def told(*written: str, rule: str = "lexicon", path: str = PATH) -> tuple[Told, ...]:
    return tuple(
        Told(*one.split("=", 1), path, 20 + n, "body", rule)  # type: ignore[arg-type]  # two parts, then the rest
        for n, one in enumerate(written)
    )


def story(*told: Told, **changed: object) -> StoryProfile:
    values: dict[str, object] = {"story": "a", "path": PATH, "line": 8, "told": told, **changed}
    return StoryProfile(**values)  # type: ignore[arg-type]  # a test's own table


def findings(
    profile: StoryProfile,
    rows: list[CaseloadRow] | None = None,
    limits: Limits | None = None,
    decisions: tuple[Decision, ...] = (),
) -> list[Finding]:
    caseload = Caseload(CASELOAD if rows is None else rows)
    return list(check_profiles([(profile, assess(profile, caseload, decisions))], caseload, campaign(limits)))


@pytest.mark.parametrize(
    ("values", "limits", "severity", "says", "why"),
    [
        ("origin=Russia", None, None, "", "forty people are enough"),
        ("origin=Moldova", None, Severity.ERROR, "fits 15 people of the caseload, fewer than 20", "fifteen are not"),
        ("origin=Moldova", WARNED, Severity.WARNING, "fewer than 20", "unless the campaign says why; then it is told"),
        ("origin=Ukraine", WARNED, Severity.ERROR, "fits 5 people of the caseload, fewer than 12", "five never are"),
        ("origin=Armenia year=2009", None, Severity.ERROR, "leaving out year helps most: 24", "the best way out"),
        ("origin=Armenia year=2009", None, Severity.ERROR, "en.md:20", "where it is told"),
        ("origin=Rusia", None, Severity.ERROR, "did you mean 'Russia'?", "a slip is not a small number"),
        ("year=2010", None, Severity.ERROR, "year=2010, which nobody", "a year that nobody has is k = 0"),
        ("year=2006 year=2009", None, Severity.ERROR, "fits 12 people", "two values: the smaller reading counts"),
        ("occupation=nurse", None, Severity.ERROR, "which private/caseload.csv does not count", "an uncounted trait"),
        ("origin=any sex=unknown", None, None, "", "nothing is told"),
        ("country=armenia", None, None, "", "a country of twenty-four people"),
        ("country=france", None, Severity.ERROR, "country=france, which nobody", "a country of nobody"),
    ],
)  # fmt: skip
def test_too_few(values: str, limits: Limits | None, severity: Severity | None, says: str, why: str) -> None:
    found = findings(story(*told(*values.split())), limits=limits)
    assert [one.severity for one in found] == ([severity] if severity else []), (why, found)
    assert says in "".join(map(str, found)), (why, found)


def test_only_what_raises_k_helps() -> None:
    """All of 2009 are the same twelve: leaving out the origin would change nothing, and is not proposed."""
    mosaic = assess(story(*told("origin=Armenia", "year=2009")), Caseload(CASELOAD), ())
    assert (mosaic.k, [(one.attribute, one.k) for one in mosaic.helps]) == (12, [("year", 24)])


@pytest.mark.parametrize(
    ("rows", "says", "why"),
    [
        ([], "is missing or empty", "no caseload: nobody can tell"),
        (people(99, "Russia"), "counts 99 people, fewer than 100", "all share all, and still they are few"),
        (people(100, "Russia"), "", "the smallest caseload that is compared with"),
    ],
)
def test_small_caseloads_say_so(rows: list[CaseloadRow], says: str, why: str) -> None:
    found = findings(story(*told("origin=Russia")), rows)
    assert all(one.severity is Severity.ERROR and one.path == "private/caseload.csv" for one in found), why
    assert says in "".join(map(str, found)) and bool(found) == bool(says), (why, found)


def test_a_campaign_without_stories_of_real_people_needs_no_caseload() -> None:
    assert not list(check_profiles([], Caseload(()), campaign()))


def test_a_story_without_profile_stops() -> None:
    found = findings(story(has_profile=False))
    assert [(one.severity, one.field) for one in found] == [(Severity.ERROR, "Profile")]


def test_what_is_not_published_does_not_stop_the_others() -> None:
    for profile in (story(*told("origin=Ukraine")), story(has_profile=False), story(*told("occupation=nurse"))):
        found = findings(StoryProfile(**{**vars(profile), "published": False}))
        assert found and all(one.severity is Severity.WARNING for one in found)


def test_other_stories_of_the_person_are_named() -> None:
    assert "together with b, c" in str(findings(story(*told("origin=Ukraine"), others=("b", "c")))[0])


def decision(token: str, means: str, scope: str = "story:a", on: date = ON) -> Decision:
    return Decision(token, "*", means, scope, "mk", on)


@pytest.mark.parametrize(
    ("decided", "stops", "why"),
    [
        (decision("occupation=doctor", "trait-other-person"), False, "the doctor who helped"),
        (decision("Occupation = Doctor", "trait-other-person"), False, "however it is written"),
        (decision("occupation=doctor", "trait-common", "site"), False, "so many are"),
        (decision("occupation=doctor", "trait-other-time"), False, "she became one later"),
        (decision("occupation=doctor", "trait-other-person", "story:b"), True, "another story's decision"),
        (decision("occupation=nurse", "trait-other-person"), True, "another trait's decision"),
        (decision("occupation=doctor", "public-word"), True, "a decision on the word is none on the trait"),
        (decision("doctor", "trait-other-person"), True, "a token that is no trait"),
    ],
)  # fmt: skip
def test_a_decision_takes_a_trait_out_of_the_count(decided: Decision, stops: bool, why: str) -> None:
    profile = story(*told("occupation=doctor", "origin=Russia"))
    assert bool(findings(profile, decisions=(decided,))) is stops, why


def test_what_the_front_matter_and_the_vault_say_is_never_set_aside() -> None:
    for rule in ("Profile", "vault"):
        profile = story(*told("origin=Ukraine", rule=rule))
        assert findings(profile, decisions=(decision("origin=Ukraine", "trait-other-person"),)), rule


def test_counting_beats_calling_it_common() -> None:
    rows = [*people(200, "Russia", occupation="cook"), *people(3, "Russia", occupation="doctor")]
    common = decision("occupation=doctor", "trait-common", "site")
    assert "fits 3 people" in str(findings(story(*told("occupation=doctor")), rows, decisions=(common,))[0])


def test_of_two_decisions_the_later_one_is_shown() -> None:
    first, second = (
        decision("occupation=doctor", "trait-other-person", on=date(2026, 11, 3)),
        decision("occupation=doctor", "trait-common", on=date(2026, 11, 2)),
    )
    mosaic = assess(story(*told("occupation=doctor")), Caseload(CASELOAD), (first, second))
    assert [ruling.means for _, ruling in mosaic.set_aside] == ["trait-other-person"] and not mosaic.values


def test_a_coarser_column_is_proposed() -> None:
    rows = [*people(15, "Armenia", origin_region="Caucasus"), *people(50, "Georgia", origin_region="Caucasus")]
    rows += people(70, "Russia", origin_region="North")
    (found,) = findings(story(*told("origin=Armenia", "sex=female")), rows)
    assert "leaving out origin helps most: 135" in found.way_out
    assert "origin-region=Caucasus instead of origin=Armenia gives 65" in found.way_out


def test_nobody_can_say_less_than_one_thing_too_much() -> None:
    """Leaving out one attribute does not help where each of two is too much."""
    rows = [*people(100, "Russia"), CaseloadRow("male", "50+", "Russia", "Turkey", "2006", "sexual")]
    (found,) = findings(story(*told("sex=male", "age_band=50+")), rows)
    assert found.way_out.startswith("say less: leave out two or more")


@pytest.mark.parametrize(("k_min", "loosened", "stops"), [(10, SOME, False), (12, {}, True), (9, SOME, True)])
def test_the_threshold_goes_no_lower_than_ten_and_not_silently(
    k_min: int, loosened: dict[str, str], stops: bool
) -> None:
    if not stops:
        Campaign(Path(), {"en": "A"}, "https://a.example", limits=Limits(k_min=k_min), loosened=loosened)
        return
    with pytest.raises(WrongUse, match="k_min"):
        Campaign(Path(), {"en": "A"}, "https://a.example", limits=Limits(k_min=k_min), loosened=loosened)
