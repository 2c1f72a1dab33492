"""The ages of languages that tell them in more ways than a table of phrases holds: where they may stand, and what they are.

A number of a text is looked at only where something beside it may make an age of it; then the ways of its language are
tried, the surest first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from safelight.text.detectors import ages_english, ages_romanian, ages_slavic
from safelight.text.detectors.age_bands import BANDS, SMALLEST_GROWN, Told, Way, band
from safelight.text.detectors.found import Found, opening
from safelight.text.detectors.numbers import any_of, genitive_prefixes, number_words
from safelight.text.detectors.told_bands import own_bands
from safelight.text.detectors.windows import Signs, word_end
from safelight.text.reading import Reading

WAYS: Mapping[str, Callable[[], tuple[Way, ...]]] = {
    "en": ages_english.ways,
    "ru": lambda: ages_slavic.ways("ru"),
    "uk": lambda: ages_slavic.ways("uk"),
    "ro": ages_romanian.ways,
}
"""The languages whose ages are told in more ways than a table of phrases holds."""
LONGEST_WAY = 80
"""Characters around a number that its way may take."""


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every exact age of a text in one of the languages of `WAYS`."""
    windows = list(_sentences(reading, _near_signs(reading, lang)))
    grown = [reading.starts[index] for index in reading.having(_grown(lang).matches)] if windows else []
    for window in windows:
        holds = bisect_left(grown, window[0] - LONGEST_WAY) < bisect_left(grown, window[1])
        yield from _told(reading, lang, window, grown=holds)


BREAK = re.compile(r"[.!?\u2026] |\n\n")
"""What ends a sentence, where a capital follows, or a paragraph; no way to tell an age goes on behind it."""


def _sentences(reading: Reading, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of sentences around some spans that a way may take, apart from each other."""
    text, begin, finish = reading.text, 0, -1
    for start, end in spans:
        first, last = max(0, start - LONGEST_WAY), word_end(text, end + LONGEST_WAY)
        for found in BREAK.finditer(text, first, start):
            if found[0] == "\n\n" or text[found.end()].isupper():
                first = found.end()
        for found in BREAK.finditer(text, end, last):
            if found[0] == "\n\n" or text[found.end() : found.end() + 1].isupper():
                last = found.end()
                break
        if first > finish:
            if finish >= 0:
                yield begin, finish
            begin = first
        finish = max(finish, last)
    if finish >= 0:
        yield begin, finish


@cache
def _numbers(lang: str) -> Signs:
    """Words that are a number of two figures at most, with what is written onto it, or that begin one in words."""
    beginnings = {re.escape(re.split("[ -]", word)[0]) for word in (*number_words(lang), *genitive_prefixes())}
    if lang in ("ru", "uk"):
        beginnings.update((ages_slavic.RUSSIAN if lang == "ru" else ages_slavic.UKRAINIAN).ordinals.values())
        beginnings |= {"полтора", "півтора"}
        beginnings |= {word.replace("'", "") for word in beginnings}  # as `Reading.keys` has them
    if lang == "en":
        beginnings -= {"one"}  # "one of them": nobody is told to be one without the word for years
        beginnings |= {
            re.escape(re.split("[ -]", word)[0]) for word in ages_english.ordinals() if not word[0].isdigit()
        }
    if lang == "ro":
        beginnings |= {word for word in ages_romanian.ordinals() if word.isalpha()} | {"jumatate"}
    end = "$" if lang in UNJOINED else ""
    return Signs(rf"\d{{1,2}}(?!\d)[^\W\d]{{0,12}}$|(?:{'|'.join(sorted(beginnings))}){end}")


@cache
def _grown(lang: str) -> Signs:
    """Words that hold a number of `SMALLEST_GROWN` and more, or that begin one in words."""
    words = {**genitive_prefixes(), **number_words(lang)}
    beginnings = {
        re.split("[ -]", word.replace("'", ""))[0] for word, number in words.items() if number >= SMALLEST_GROWN
    }
    return Signs(rf"(?:1[3-9]|[2-9]\d)(?!\d)|{any_of(beginnings)}")


@cache
def _is_bare(lang: str) -> Callable[[str], object]:
    """Whether a word is a number that children do not reach: alone, it is hardly anything but an age."""
    known = {**number_words(lang), **(genitive_prefixes() if lang in ("ru", "uk") else {})}
    return frozenset(
        re.split("[ -]", word)[0].replace("'", "") for word, number in known.items() if number > SMALL
    ).__contains__


SMALL = 12
"""The largest number that hours, children and things are counted with most."""
UNJOINED = frozenset({"en", "ro"})
"""Languages that write nothing onto a number in words."""
BEFORE: Mapping[str, Signs] = {
    "en": Signs(
        "(?:am|is|are|was|were|be|been|being|i?m|s|re|[a-z]+nt|not|at|by|of|from|since|on|turn|turned|turning|reached|reaching|becam|became|"
        "hit|aged?|ages|now|then|today|only|just|already|barely|still|looked|looks|look|like|her|his|my|their|our|your|about|almost|nearly)$"
    ),
    "ru": Signs(
        f"(?:{ages_slavic.RUSSIAN.pronoun}|{ages_slavic.RUSSIAN.kin}|было|стало|будет|исполн.*|стукнуло|минуло|сравнялось|шел|пошел|идет|нет|"
        "в|к|со?|до|после|на|свои|возраст.*|лет|всего|уже|тогда|только|лишь)$"
    ),
    "uk": Signs(
        f"(?:{ages_slavic.UKRAINIAN.pronoun}|{ages_slavic.UKRAINIAN.kin}|було|стало|буде|виповн.*|сповнилося|стукнуло|минуло|йшов|ішов|пішов|"
        "іде|йде|немає|нема|в|у|до|з|із|зі|після|на|свої|віці|вік|років|всього|вже|уже|тоді|тільки|лише)$"
    ),
    "ro": Signs(
        "(?:a[vm].*|are|au|aiba|nu|nici|inca|implin.*|fac.*|merg.*|pe|la|de|cei|varst.*|intre|al|doar|numai|vreo|aproape)$"
    ),
}
"""Words that stand within few words before an age."""
BEHIND: Mapping[str, Signs] = {
    "en": Signs("(?:years?|yrs?|months?|weeks?|olds?|yo|y|birthday)$"),
    "ru": Signs("(?:лет|год|месяц|недел|летн|лети)"),
    "uk": Signs("(?:рок|рік|місяц|тижн|річн|річч)"),
    "ro": Signs("(?:ani?|anisori|luni|saptamani|de)$"),
}
GLUED = Signs(r".*(?:летн|лети|річн|річч|\dyo|\d(?:го|й|му|м)?$)")
"""Words that tell an age and its years in one."""
NEAR = 4
"""Words between an age and what says that it is one, at most."""
OPENING = frozenset((", ", " (", " \u2014 ", " \u2013 ", " - ", ": "))
"""What stands before an age that is told beside a name."""


def _near_signs(reading: Reading, lang: str) -> Iterator[tuple[int, int]]:
    """Where a number stands beside something that may make an age of it: most numbers of a text do not."""
    numbers = reading.having(_numbers(lang).matches)
    if not numbers:
        return
    keys = reading.keys
    before, behind = reading.tokens(BEFORE[lang].matches), reading.tokens(BEHIND[lang].matches)
    for index in numbers:
        key, gap = keys[index], reading.gap_before(index)
        if key.isdecimal() and gap == "-" and keys[index - 1].isdecimal() and len(keys[index - 1]) > 1:
            continue  # a part of a date or a code
        if (
            bisect_left(before, index - NEAR) < bisect_left(before, index)
            or bisect_left(behind, index + 1) < bisect_left(behind, index + NEAR)
            or gap in OPENING
            or (index and reading.text[reading.starts[index - 1]].isupper())
            or (key.isalpha() and _is_bare(lang)(key))
            or GLUED.matches(key)
        ):
            yield reading.starts[index], reading.ends[index]


def _told(reading: Reading, lang: str, window: tuple[int, int], *, grown: bool) -> Iterator[Found]:
    """The ages of one window by the ways of a language; a number that a way has taken is left to it."""
    taken: list[tuple[int, int]] | None = None
    part = reading.folded[slice(*window)]
    for way in WAYS[lang]():
        if (way.grown and not grown) or (way.needs and not any(one in part for one in way.needs)):
            continue
        for found in way.pattern.finditer(reading.folded, *window):
            groups = found.groupdict()
            start = max(found.end(name) if groups.get(name) else found.start() for name in ("k", "k2"))
            if taken is None:
                taken = [(own.start, own.end) for own in own_bands(reading.folded, lang, *window)]
            if any(start < last and first < found.end() for first, last in taken):
                continue
            if groups.get("name") and not reading.text[found.start("name")].isupper():
                continue
            ages = [
                _age(groups[name] or "", lang) - name.endswith("less")
                for name in NUMBERS
                if groups.get(name) is not None
            ]
            if groups.get("less"):
                ages = [age - 1 for age in ages]
            lowest, highest = band(max(0, min(ages))), band(max(0, *ages, 0))
            if _is_our_own(found, ages):
                taken.append((start, found.end()))
                continue
            said = way.say(Told(found, (lowest[0], highest[1]), reading.folded, reading.text))
            taken.append((start, found.end()))
            if said is None:
                yield Found(start, found.end(), "age", "exact-age", ask="age")
            else:
                yield Found(start, found.end(), "age", "exact-age", opening(said, reading, start))


NUMBERS = ("n", "n2", "n_less")
"""The groups that hold a number."""


def _is_our_own(found: re.Match[str], ages: list[int]) -> bool:
    """Whether an age not reached is the first one above a band, as we say it (не было 25 лет)."""
    return bool(found.groupdict().get("less")) and ages[0] + 1 in {last + 1 for _, last in BANDS}


def _age(text: str, lang: str) -> int:
    """The number that a text tells, of any kind that the ways of a language know; a baby's age has none and is 0."""
    if not text:
        return 0
    text = re.sub(r"(?<=\d)-?(?:ти|и|х|ми|ма)$", "", text)
    if text.isdigit():
        return int(text)
    known = number_words(lang).get(text) or genitive_prefixes().get(text)
    if known:
        return known
    if lang == "en":
        return ages_english.ordinals()[text]
    if lang == "ro":
        return ages_romanian.ordinals()[text]
    return next(number for pattern, number in ages_slavic.ordinals(lang).items() if re.fullmatch(pattern, text))
