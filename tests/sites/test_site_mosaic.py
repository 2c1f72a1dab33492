"""The mosaic of a whole site: wherever a trait is told it counts, and every way to be too few stops the build."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from safelight.campaign import Campaign
from safelight.leakgate import scan
from safelight.model.profile import Disclosure
from safelight.site.build import load_campaign
from safelight.source.vault import read_vault
from safelight.staging import inspect, write_report
from safelight.staging.anonymise import ANONYMISER, Anonymiser
from safelight.staging.inspect import Inspection
from safelight.staging.profiles import profile_of_text
from safelight.text.reading import Reading
from tiny_site import Site

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
STORY = "{filename}/stories/a-window/en.md"
EN, RU = "content/stories/a-window/en.md", "content/stories/a-window/ru.md"
CASELOAD = "private/caseload.csv"
HEAD = "sex,age_band,origin,destination,year,exploitation\n"
NURSE = re.compile("nurse|медсестр")


def only_nurses(reading: Reading, lang: str) -> tuple[Disclosure, ...]:
    """A lexicon of one entry, so that these tests are about where a trait is told and not about which there are."""
    return tuple(
        Disclosure("occupation", "nurse", *reading.source_span(*found.span()), "nurse")
        for found in NURSE.finditer(reading.folded)
    )


@pytest.fixture
def lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("safelight.text.document.disclose", only_nurses)
    for name, fresh in vars(Anonymiser()).items():
        monkeypatch.setattr(ANONYMISER, name, fresh)  # what other tests made it remember was read by another lexicon


def looked_at(site: Site) -> tuple[Campaign, Inspection]:
    campaign = load_campaign(site.root / "pelican.conf.py")
    return campaign, inspect(campaign, NOW)


def stops(site: Site) -> list[str]:
    return [str(one) for one in looked_at(site)[1].blocking if one.rule.startswith(("profile", "caseload"))]


def add_story(site: Site, story_id: str, body: str, status: str = "granted") -> None:
    """Another story of the same person, with a consent of its own."""
    text = (site.root / EN).read_text(encoding="utf-8").partition("\n\n")[0]
    kept = [line for line in text.splitlines() if not line.startswith(("Image", "Alt", "Caption", "Credit", "Release"))]
    site.write(f"content/stories/{story_id}/en.md", "\n".join(kept) + f"\n\n{body}\n")
    ledger = (site.root / "private/consent.yaml").read_text(encoding="utf-8")
    entry = ledger.partition("consent:\n")[2].replace("c-0417", "c-0418").replace("a-window", story_id)
    site.write("private/consent.yaml", ledger + entry.replace("status: granted", f"status: {status}"))


Change = Callable[[Site], object]


@pytest.mark.parametrize(
    ("change", "says", "why"),
    [
        (lambda s: None, None, "the tiny site as it is"),
        (lambda s: (s.root / CASELOAD).unlink(), "is missing or empty", "no caseload"),
        (lambda s: s.write(CASELOAD, HEAD), "is missing", "nobody in it"),
        (lambda s: s.write(CASELOAD, "\n".join(some(s)[:60])), "among so few nobody can hide", "a small caseload"),
        (lambda s: [s.replace(p, "Profile: ", "Tags: ") for p in (EN, RU)], "Profile: is missing", "no Profile"),
        (lambda s: profile(s, "origin=Russia", "origin=russland"), "did you mean 'Russia'", "a slip"),
        (lambda s: profile(s, "age-band=any", "age-band=50+"), "age_band=50+", "so old"),
        (lambda s: profile(s, "age-band=any", "age-band=35-49"), "fits", "few of that age"),
        (lambda s: profile(s, "sex=female", "sex=any, illness=hiv"), "illness=hiv", "written, and not counted"),
        (lambda s: s.replace("private/people.yaml", "sex: female", "sex: male"), "female or male", "the vault's"),
    ],
)  # fmt: skip
def test_every_way_to_be_too_few_stops(site: Site, change: Change, says: str | None, why: str) -> None:
    change(site)
    found = stops(site)
    assert bool(found) == bool(says) and (says or "") in "\n".join(found), (why, found)


def some(site: Site) -> list[str]:
    return (site.root / CASELOAD).read_text(encoding="utf-8").splitlines()


def profile(site: Site, old: str, new: str) -> None:
    for path in (EN, RU):
        site.replace(path, old, new)


@pytest.mark.usefixtures("lexicon")
@pytest.mark.parametrize(
    ("change", "told", "why"),
    [
        (lambda s: s.replace(EN, "over the yard", "over the nurse"), "en.md:17: body", "the text"),
        (lambda s: s.replace(RU, "Окно подарили", "Окно медсестры подарили"), "ru.md:17: body", "another language"),
        (lambda s: s.replace(EN, "What Zalina saw", "What a nurse saw"), "en.md:1: Title", "the title"),
        (lambda s: s.replace(EN, "came home to", "came, a nurse, to"), "en.md:3: Summary", "the summary"),
        (lambda s: s.replace(EN, "Tags: home", "Tags: nurse"), "en.md:4: Tags", "a tag"),
        (lambda s: s.replace(EN, "The window that Zalina drew", "The nurse's window"), "en.md:11: Alt", "the picture"),
        (lambda s: s.replace(EN, "Drawn by", "Drawn by the nurse"), "en.md:12: Caption", "its caption"),
        (lambda s: s.replace(EN, "Tags:", "Slug: the-nurse\nTags:"), "en.md:4: Slug", "the address"),
        (lambda s: add_story(s, "b-second", "She was a nurse."), "b-second/en.md:", "another story of theirs"),
        (lambda s: add_story(s, "b-second", "She was a nurse.", "withdrawn"), "b-second/en.md:", "one taken back"),
        (lambda s: link(s, f"[A nurse]({STORY})."), "opening/en.md:", "a release"),
    ],
)  # fmt: skip
def test_a_trait_counts_wherever_it_is_told(site: Site, change: Change, told: str, why: str) -> None:
    assert not stops(site)
    change(site)
    found = stops(site)
    assert found and all(told in one and "occupation=nurse" in one for one in found), (why, found)


def link(site: Site, text: str) -> None:
    path = site.root / "content/press/opening/en.md"
    path.write_text(path.read_text(encoding="utf-8") + f"\n\n{text}\n", encoding="utf-8")


@pytest.mark.usefixtures("lexicon")
@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda s: link(s, "A nurse opened the exhibition."), "a release that speaks of nobody's story"),
        (lambda s: s.write("content/pages/home/en.md", home(s) + "\n\nOur nurse answers.\n"), "a page"),
        (lambda s: counted(s), "a column counts it"),
        (lambda s: decided(s, "trait-other-person"), "a reviewer said that it is somebody else"),
    ],
)  # fmt: skip
def test_a_trait_does_not_stop(site: Site, change: Change, why: str) -> None:
    if "else" in why or "counts" in why:
        site.replace(EN, "over the yard", "over the nurse")
        assert stops(site)
    change(site)
    assert not stops(site), why


def home(site: Site) -> str:
    return (site.root / "content/pages/home/en.md").read_text(encoding="utf-8")


def counted(site: Site) -> None:
    first, head, *rows = some(site)
    site.write(CASELOAD, "\n".join([first, f"{head},occupation", *(f"{row},Nurse" for row in rows)]))


def decided(site: Site, means: str) -> None:
    site.write(
        "private/decisions.yaml",
        f'decisions:\n  - {{token: occupation=nurse, lang: "*", means: {means}, scope: "story:a-window", '
        "by: mk, on: 2026-11-02}\n",
    )


@pytest.mark.usefixtures("lexicon")
def test_the_verb_writes_the_decision_that_the_message_asks_for(site: Site) -> None:
    site.replace(EN, "over the yard", "over the nurse")
    (message,) = stops(site)
    command = re.search(r"`safelight ([^`]+)`", message)
    assert command, message
    done = site.run("safelight.cli", *command[1].replace("YOU", "mk").split(), "--today", "2026-11-24")
    assert done.status == 0, done.said
    assert not stops(site)
    (decision,) = read_vault(site.root / "private").decisions
    assert (decision.token, decision.means, decision.scope) == (
        "occupation=nurse", "trait-other-person", "story:a-window",
    )  # fmt: skip
    again = site.run("safelight.cli", "profile", "no-such-story", "--decide", "a=b", "--as", "common", "--by", "mk")
    assert again.status == 2 and "a-window" in again.said


@pytest.mark.usefixtures("lexicon")
def test_review_walks_what_stories_tell(site: Site) -> None:
    site.replace(EN, "over the yard", "over the nurse")
    listed = json.loads(site.run("safelight.cli", "review", "--json", "--today", "2026-11-24").said)
    (asked,) = [one for one in listed["questions"] if one["kind"] == "unknown-trait"]
    assert (asked["text"], asked["stories"], asked["where"][0].split(":")[0]) == ("occupation=nurse", ["a-window"], EN)
    assert "over the nurse" in asked["context"]
    site.write("answers.json", json.dumps([{"text": "occupation=nurse", "lang": "en", "answer": "public"}]))
    wrong = site.run("safelight.cli", "review", "--by", "mk", "--apply", "answers.json", "--today", "2026-11-24")
    assert wrong.status == 2 and "says nothing of a trait" in wrong.said
    answer = {"text": "occupation=nurse", "lang": "en", "answer": "other-person", "scope": "story:a-window"}
    site.write("answers.json", json.dumps([answer]))
    site.run("safelight.cli", "review", "--by", "mk", "--apply", "answers.json", "--today", "2026-11-24")
    assert not stops(site)
    (decision,) = read_vault(site.root / "private").decisions
    assert (decision.token, decision.lang, decision.means, decision.scope) == (
        "occupation=nurse", "*", "trait-other-person", "story:a-window",
    )  # fmt: skip


@pytest.mark.usefixtures("lexicon")
def test_redact_tells_profile_and_k(site: Site) -> None:
    vault = read_vault(site.root / "private")
    header = "Title: A\nPerson: p-0417\nDate: 2031-05-01\nProfile: origin=Russia, year=2006\n\nShe was a nurse.\n"
    told = profile_of_text(header, header, "en", vault)
    assert told["profile"] == {"occupation": "nurse", "origin": "Russia", "sex": "female", "year": "2006"}
    assert told["uncounted"] == ["occupation=nurse"]
    rows = [row.split(",") for row in some(site)[2:]]
    assert told["k"] == sum(row[0] == "female" and row[2] == "Russia" and row[4] == "2006" for row in rows)
    assert profile_of_text("She was home.", "She was home.", "en", vault)["profile"] == {}
    (site.root / CASELOAD).unlink()
    assert profile_of_text(header, header, "en", read_vault(site.root / "private"))["k"] is None


SECRETS = ("zalina", "magomedov", "залин", "магомедов", "buynaksk", "буйнакск", "555 01 17", "perpetua", "okonkwo")


@pytest.mark.usefixtures("lexicon")
def test_the_report_tells_what_was_done_and_no_secret(site: Site) -> None:
    folder = site.root / "content/stories"
    (folder / "a-window").rename(folder / "zalina-of-buynaksk")
    site.replace("private/consent.yaml", "story: a-window", "story: zalina-of-buynaksk")
    site.replace("private/images.yaml", "stories/a-window", "stories/zalina-of-buynaksk")
    path = "content/stories/zalina-of-buynaksk/en.md"
    site.replace(path, "over the yard", "over the nurse, and over Perpetua")
    site.write(
        "private/decisions.yaml",
        'decisions:\n  - {token: Okonkwo, lang: en, means: zalina said so, scope: site, by: mk, on: 2026-11-02}\n'
        '  - {token: Okonkwo, lang: en, means: remove, scope: "story:zalina-of-buynaksk", by: ab, on: 2026-11-03}\n',
    )  # fmt: skip
    campaign, inspection = looked_at(site)
    page = write_report(campaign, inspection)
    values = json.loads((page.parent / "report.json").read_text(encoding="utf-8"))
    (story,) = values["stories"]
    assert values["stopped"] and story["k"] == 48 and story["uncounted"] == ["occupation=nurse"]
    assert story["decisions"] == [{"means": "remove", "by": "ab", "on": "2026-11-03", "count": 1}]
    assert values["decisions"] == [{"means": "other", "by": "mk", "on": "2026-11-02", "count": 1}]
    english = next(text for text in story["texts"] if text["lang"] == "en")
    assert any(one["with"] == "Anna" for one in english["replaced"]) and english["asked"][0]["stops"]
    nurse = next(one for one in story["profile"] if one["attribute"] == "occupation")
    assert [place["line"] for place in nurse["told"]] == [17]
    shown = page.read_text(encoding="utf-8")
    assert "What to do next" in shown and "1 word and 1 trait of people" in shown, "what waits comes first"
    assert "<code>safelight review --by YOU</code>" in shown and "<code>safelight check</code>" in shown
    for file in page.parent.iterdir():
        text = file.read_text(encoding="utf-8").casefold()
        assert not [secret for secret in SECRETS if secret in text], file.name
        assert file.stat().st_mode & 0o077 == 0, file.name
    assert not scan(page.parent, inspection.vault)


def test_a_stopped_build_leaves_the_report_and_a_withdrawal_takes_it(site: Site) -> None:
    assert site.build().status == 0
    page = site.root / "build/review/index.html"
    assert "share what it discloses" in page.read_text(encoding="utf-8")
    profile(site, "age-band=any", "age-band=35-49")
    built = site.build()
    assert built.status == 1 and "fewer than 20" in built.said, built.said
    assert "fewer than 20" in page.read_text(encoding="utf-8")
    site.replace("private/consent.yaml", "status: granted", "status: withdrawn")
    assert site.build().status == 0
    assert "What Anna saw" not in page.read_text(encoding="utf-8")
    assert "a-window" not in (page.parent / "report.json").read_text(encoding="utf-8")
