"""What a story discloses is shared by enough people of the caseload (docs/adr/0015)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safelight.campaign import K_DEFAULT, Campaign
from safelight.checks.mosaic import FIRM, Coarsening, Mosaic
from safelight.model.caseload import Caseload
from safelight.model.findings import Finding, Severity, did_you_mean
from safelight.model.profile import CASELOAD_ATTRIBUTES, StoryProfile, Told

LEAST_SHARE = 5
"""A caseload smaller than this many times `k_min` protects nobody, whatever k says [us]: among so few the one who is
told of is found by asking around."""
CASELOAD = "private/caseload.csv"


def check_profiles(
    stories: Sequence[tuple[StoryProfile, Mosaic]], caseload: Caseload, campaign: Campaign
) -> Iterator[Finding]:
    """Findings of the stories of real people, and of the caseload where there is any such story.

    Errors, or warnings for a story that is not published now.
    """
    if stories:
        yield from _caseload(caseload, campaign, any(profile.published for profile, _ in stories))
    for profile, mosaic in stories:
        severity = Severity.ERROR if profile.published else Severity.WARNING
        if not profile.has_profile:
            yield Finding(
                profile.path, profile.line, "Profile", "is missing: what the story discloses has to be counted",
                "write it, for instance `Profile: sex=female, age-band=18-24, origin=any`", severity, "profile",
            )  # fmt: skip
        if mosaic.k is None:
            continue
        yield from _uncounted(profile, mosaic, severity)
        if mosaic.unknown:
            yield from _unknown(profile, mosaic, caseload, severity)
        elif mosaic.k < K_DEFAULT or mosaic.k < campaign.limits.k_min:
            enough = mosaic.k >= campaign.limits.k_min
            limit = K_DEFAULT if enough else campaign.limits.k_min
            yield Finding(
                profile.path, profile.line, "Profile", _few(profile, mosaic, caseload, limit),
                _way_out(mosaic, caseload), Severity.WARNING if enough else severity, "profile-k",
            )  # fmt: skip


def _caseload(caseload: Caseload, campaign: Campaign, published: bool) -> Iterator[Finding]:
    severity = Severity.ERROR if published else Severity.WARNING
    least = LEAST_SHARE * campaign.limits.k_min
    if not caseload.size:
        yield Finding(
            CASELOAD, 0, "", "is missing or empty: nobody can tell how many people share what a story discloses",
            f"keep one line for each person helped, without names: {','.join(CASELOAD_ATTRIBUTES)}",
            severity, "caseload",
        )  # fmt: skip
    elif caseload.size < least:
        yield Finding(
            CASELOAD, 0, "", f"counts {caseload.size} people, fewer than {least}: among so few nobody can hide",
            "publish no real person's story yet, or count the people of the whole programme and of partners who share "
            "their figures", severity, "caseload",
        )  # fmt: skip


def _uncounted(profile: StoryProfile, mosaic: Mosaic, severity: Severity) -> Iterator[Finding]:
    for attribute, value in mosaic.uncounted:
        first = mosaic.places(attribute, value)[0]
        yield Finding(
            first.path, first.line, first.field,
            f"tells {attribute}={value}, which {CASELOAD} does not count{_again(mosaic, attribute, value)}",
            f"take it out, count it in a column `{attribute}`, or decide: {_command(profile, attribute, value)}",
            severity, "profile-uncounted",
        )  # fmt: skip


def _unknown(profile: StoryProfile, mosaic: Mosaic, caseload: Caseload, severity: Severity) -> Iterator[Finding]:
    for attribute, value in mosaic.unknown:
        first = mosaic.places(attribute, value)[0]
        meant = [caseload.spelt(attribute, known) for known in caseload.known(attribute)]
        mend = did_you_mean(value, meant) if meant and len(meant) <= MOST_SHOWN else "take it out"
        decide = "" if first.rule in FIRM else f"; or decide: {_command(profile, attribute, value)}"
        yield Finding(
            first.path, first.line, first.field,
            f"tells {attribute}={value}, which nobody in {CASELOAD} has{_again(mosaic, attribute, value)}",
            f"{mend}{decide}", severity, "profile-unknown",
        )  # fmt: skip


MOST_SHOWN = 30
"""Most values of a column that a message lists."""


def _command(profile: StoryProfile, attribute: str, value: str) -> str:
    return f"`safelight profile {profile.story} --decide {attribute}={value} --as other-person --by YOU`"


def _again(mosaic: Mosaic, attribute: str, value: str) -> str:
    places = mosaic.places(attribute, value)
    return f" (told {len(places)} times)" if len(places) > 1 else ""


def _few(profile: StoryProfile, mosaic: Mosaic, caseload: Caseload, limit: int) -> str:
    people = {0: "nobody", 1: "one person"}.get(mosaic.k or 0, f"{mosaic.k} people")
    shown = ", ".join(
        f"{attribute} {' or '.join(sorted(caseload.spelt(attribute, value) for value in values))}"
        for attribute, values in mosaic.values.items()
        if caseload.counts(attribute)
    )
    elsewhere = [one for one in mosaic.told if one.rule not in FIRM]
    where = f"; told also by {_places(elsewhere)}" if elsewhere else ""
    others = f"; together with {', '.join(profile.others)}" if profile.others else ""
    return f"fits {people} of the caseload, fewer than {limit} ({shown}{where}{others})"


def _places(told: Sequence[Told]) -> str:
    lines = list(dict.fromkeys(f"{one.path.removeprefix('content/stories/')}:{one.line}" for one in told))
    return ", ".join(lines[:4]) + (f" and {len(lines) - 4} more" if len(lines) > 4 else "")


def _way_out(mosaic: Mosaic, caseload: Caseload) -> str:
    if not mosaic.helps:
        return "say less: leave out two or more of these"
    best = mosaic.helps[0]
    ways = [_said(best, caseload)]
    wider = next((one for one in mosaic.helps if one.instead and one != best), None)
    if wider:
        ways.append(_said(wider, caseload))
    return f"say less: {', or '.join(ways)}"


def _said(one: Coarsening, caseload: Caseload) -> str:
    if one.instead:
        column, value = one.instead
        instead = f"{column.replace('_', '-')}={caseload.spelt(column, value)}"
        told = f"{one.attribute.replace('_', '-')}={caseload.spelt(one.attribute, one.value)}"
        return f"{instead} instead of {told} gives {one.k}"
    return f"leaving out {one.attribute.replace('_', '-')} helps most: {one.k}"
