"""Years: the one that the story's profile tells may stand, since it is counted; any other becomes its decade, or is asked.

A year of birth, of a wedding, of a sentence narrows down whom a story tells of. Beside a season it is what the rules
allow an exact date to become (STORY-RULES.md), and the profile counts it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from safelight.text.coarse.told import Coarse
from safelight.text.detectors.seasons import SEASONS, SLAVIC_SEASONS
from safelight.text.detectors.windows import digit_windows
from safelight.text.fold import fold_letters
from safelight.text.reading import Reading

YEAR = r"(?:18|19|20)\d\d"
ALONE = re.compile(
    rf"(?<![\w.,/+:-])(?P<year>{YEAR})(?P<to>\s?[/–—‑-]\s?(?:{YEAR}|\d\d)(?!\d))?(?!\w|[.,:/]\d|-(?!\w))"
)
"""A year, or a span of years; `2014-yil` and `2014-жыл` go on with letters behind a hyphen."""
FIRST, LAST = 2, 32
"""How far before a year a season may stand, in characters."""


RULES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (rf"(?P<in>\bin )(?P<y>{YEAR})(?: and (?:in )?(?P<z>{YEAR}))", "in the {d}s and {e}s"),
        (rf"(?P<in>\bbetween )(?P<y>{YEAR}) and (?P<z>{YEAR})", "between the {d}s and the {e}s"),
        (rf"(?P<in>\bfrom )(?P<y>{YEAR}) (?:to|until|till|through) (?P<z>{YEAR})", "from the {d}s to the {e}s"),
        (rf"(?P<keep>\b(?:in|since|from|until|till|before|after|during|by|to|for) )(?:the year )?(?P<y>{YEAR})", "{keep}the {d}s"),
    ),
    "ru": (
        (rf"(?P<keep>\b(?:в|во|о) )(?P<y>{YEAR})(?:-м)? (?:году(?!\w)|г(?!\w)(?:\.(?=\s*[,;а-я]))?)", "{keep}{d}-х годах"),
        (rf"(?P<keep>\b(?:к|ко) )(?P<y>{YEAR})(?:-му)? (?:году(?!\w)|г(?!\w)(?:\.(?=\s*[,;а-я]))?)", "{keep}{d}-м годам"),
        (rf"(?P<keep>\b(?:с|со|до|от|после|около|из|начиная с) )(?P<y>{YEAR})(?:-го)? (?:года(?!\w)|г(?!\w)(?:\.(?=\s*[,;а-я]))?)", "{keep}{d}-х годов"),
    ),
    "uk": (
        (rf"(?P<keep>\b(?:в|у|о) )(?P<y>{YEAR})(?:-му)? (?:році(?!\w)|р(?!\w)(?:\.(?=\s*[,;а-яі]))?)", "{keep}{d}-х роках"),
        (rf"(?P<keep>\b(?:з|із|до|від|після|близько) )(?P<y>{YEAR})(?:-го)? (?:року(?!\w)|р(?!\w)(?:\.(?=\s*[,;а-яі]))?)", "{keep}{d}-х років"),
    ),
    "ro": ((rf"(?P<keep>\b(?:in|din|dupa|pana in|de prin|prin|spre) )(?:anul )?(?P<y>{YEAR})", "{keep}anii {d}"),),
    "uz": (
        (rf"(?P<y>{YEAR})[- ]?yil(?P<e>da|dan|gacha|lardan|larda|ga|dagi)?(?!\w)(?! (?:bahor|yoz|kuz|qish))", "{d}-yillar{e}"),
        (rf"(?P<y>{YEAR})[- ]?[ий]ил(?P<e>да|дан|гача|га|даги)?(?!\w)(?! (?:баҳор|ез|куз|қиш))", "{d}-йиллар{e}"),
    ),
    "tg": ((rf"(?P<keep>(?:\b(?:дар|аз|то) )?)соли (?P<y>{YEAR})", "{keep}солҳои {d}-ум"),),
    "ky": (
        (rf"(?P<y>{YEAR})[- ]?жылы(?!\w)", "{d}-жылдары"),
        (rf"(?P<y>{YEAR})[- ]?жылдан(?!\w)", "{d}-жылдардан"),
        (rf"(?P<y>{YEAR})[- ]?жылга(?!\w)", "{d}-жылдарга"),
        (rf"(?P<y>{YEAR})[- ]?жылдарда(?!\w)", "{d}-жылдарда"),
    ),
    "ar": (
        (rf"(?<!منذ )(?<!حتي )(?<!قبل )(?<!بعد )(?<!من )(?P<keep>\b(?:و|ف)?)(?:في )?(?:عام|سنه) (?P<y>{YEAR})", "{keep}بين عامي {d} و{l}"),
        (rf"(?P<keep>\b(?:و|ف)?)في (?P<y>{YEAR})", "{keep}بين عامي {d} و{l}"),
    ),
}  # fmt: skip
"""Phrases in which a year can become its decade with the grammar intact, folded, and what is said: `d` is the decade's
first year, `l` its last, `e` the suffix that stays."""
DECADE: Mapping[str, str] = {
    "en": r"(?:18|19|20)\d0s\b",
    "ru": r"(?:18|19|20)\d0-(?:х|м|е)\b", "uk": r"(?:18|19|20)\d0-(?:х|м|ті|ми)\b",
    "ro": r"\banii (?P<y>(?:18|19|20)\d0)\b", "uz": r"(?:18|19|20)\d0-(?:yillar|[ий]иллар)", "tg": r"солҳои (?:18|19|20)\d0-ум",
    "ky": r"(?:18|19|20)\d0-жылдар", "ar": r"بين عامي (?:18|19|20)\d0 و(?:18|19|20)\d9",
}  # fmt: skip
"""How a decade is written, folded; whoever writes one has coarsened the year already."""


@cache
def _rules(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), said) for pattern, said in RULES.get(lang, ()))


@cache
def _decades(lang: str) -> re.Pattern[str] | None:
    return re.compile(DECADE[lang]) if lang in DECADE else None


@cache
def _season(lang: str) -> re.Pattern[str]:
    words = {form for forms in SLAVIC_SEASONS.get(lang, {}).values() for form in forms.values()}
    words |= set(SEASONS.get(lang, {}).values()) | (set(SEASONS["uz-cyrillic"].values()) if lang == "uz" else set())
    extra = {
        "en": ["fall"],
        "ro": ["iarna", "primavara", "primaverii", "verii", "toamnei", "iernii"],
        "uk": ["улітку", "узимку"],
    }
    stems = sorted((re.escape(fold_letters(word)) for word in (*words, *extra.get(lang, ()))), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:ال)?(?:{'|'.join(stems)})")


def decades(reading: Reading, lang: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, first year) of each decade that the text names as one."""
    pattern = _decades(lang)
    if pattern is None:
        return
    for window in digit_windows(reading):
        for found in pattern.finditer(reading.folded, *window):
            year = re.search(YEAR, found[0])
            if year:
                yield found.start(), found.end(), int(year[0])


def coarsen_years(reading: Reading, lang: str, kept: Collection[str] = ()) -> Iterator[Coarse]:
    """Every year that stands alone and is none of `kept`: said as its decade, or asked about; linear in the text."""
    text = reading.folded
    settled = {at for start, end, _ in decades(reading, lang) for at in range(start, end)}
    for window in digit_windows(reading):
        for pattern, said in _rules(lang):
            for found in pattern.finditer(text, *window):
                one = _as_decade(reading, found, said, lang, kept, settled)
                if one is not None:
                    settled.update(range(*found.span()))
                    yield one
        for found in ALONE.finditer(text, *window):
            stays = found["year"] in kept and not found["to"]
            if stays or not settled.isdisjoint(range(*found.span())) or _beside_a_season(text, found, lang):
                continue
            if reading.region(found.start()) not in ("address", "code"):
                yield Coarse(found.start(), found.end(), "year", found["year"], None)


def _as_decade(
    reading: Reading, found: re.Match[str], said: str, lang: str, kept: Collection[str], settled: Collection[int]
) -> Coarse | None:
    text, groups = reading.folded, found.groupdict()
    years = [found["y"], *((found["z"],) if "z" in groups else ())]
    if any(at in settled for at in range(*found.span())) or any(year in kept for year in years):
        return None
    if (not ALONE.match(text, found.start("y")) and lang not in ("uz", "ky")) or _goes_on(text, found.end()):
        return None  # a part of something else; of a span of years each is asked about
    if len(years) == 1 and _beside_a_season(text, found, lang):
        return None
    return Coarse(found.start(), found.end(), "year", years[0], _decade(found, years, said, reading))


def _goes_on(text: str, end: int) -> bool:
    """Whether a span of years follows, which one decade would cut in two."""
    return bool(re.match(r"\s?[/–—‑-]\s?\d{2}", text[end : end + 6]))


def _decade(found: re.Match[str], years: list[str], said: str, reading: Reading) -> str:
    decade, other = (year[:3] + "0" for year in (years[0], years[-1]))
    keep = found["keep"] if "keep" in found.groupdict() else ""
    written = reading.text[found.start("keep") : found.end("keep")] if keep else ""
    if len(years) > 1 and decade == other:
        said = "in the {d}s"
    ending = (found["e"] or "") if "e" in found.groupdict() else ""
    return said.format(d=decade, e=ending if "e" in found.groupdict() else other, l=decade[:3] + "9", keep=written)


def _beside_a_season(text: str, found: re.Match[str], lang: str) -> bool:
    if found.groupdict().get("to"):
        return False
    at = found.start("y") if "y" in found.groupdict() else found.start()
    before = text[max(0, at - LAST) : at]
    season = _season(lang)
    near = [one for one in season.finditer(before) if not re.search(r"[.;!?\n]|\d", before[one.end() :])]
    if near and len(before[near[-1].end() :].split()) <= FIRST:
        return True
    return lang in ("uz", "ky") and bool(re.match(rf"-?\w{{2,12}} ?{season.pattern}", text[at + 4 : at + 4 + LAST]))
