"""How English tells an age, and how an editor who may tell no more than the band would write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from safelight.text.detectors.age_bands import Say, Told, Way, asked, by_band, number_tables, way_of
from safelight.text.detectors.numbers import any_of, number_words

NOUNS = (
    "girl boy kid baby toddler infant daughter son sister brother twin mother father mum mom dad husband friend niece "
    "nephew cousin youth teenager student pupil schoolgirl schoolboy victim survivor worker patient bride widow grandmother "
    "grandfather aunt uncle neighbour neighbor client suspect defendant driver waitress dancer nurse teacher eldest youngest "
    "oldest elder younger"
)
PEOPLE = any_of(
    [
        *NOUNS.split(),
        *(f"{noun}s" for noun in NOUNS.split()),
        *"wife wives child children woman women man men people".split(),
    ]
)
FILL = r"(?:(?:only|just|barely|still|already|then|now|exactly|all|both|by then|at the time|at most|at least|no more than) )*"
ABOUT = r"(?:(?:about|around|roughly|maybe|perhaps|probably|over|past) )*"
"""What makes an age an approximate one; it goes with the number."""

LESS = r"(?P<less>(?:not (?:yet |even |quite )?|nearly |almost |going on |under )?)"
BE = r"(?:am|is|was|are|were|been|be|being|'m|'s|'re)"
FORMS_OF_BE = (" am ", " is ", " was ", " are ", " were ", " been ", " be ", " being ", "'m ", "'s ", "'re ")
"""What every match of `BE` holds, with what stands beside it."""
END = (
    r"(?![\w-])(?=\s?[,.;:!?)\u2013\u2014](?!\d)|\s?$|\n|['\"’”*_]|"
    r" (?:when|and|but|or|then|now|today|at the time|that|if|as|yet|last|this|next|while|before|after|because|so|with|in|on|by|going on|"
    r"i|she|he|we|they|her|his|my)\b)"
)
"""What stands behind a number that counts nothing."""
WHO = r"(?= (?:she|he|i|they|we|her|his|my|their|when|and|already|after|with|without|to|in|from|because|as)\b|[,.;:!?)](?!\d)|\s?$|\n)"
HALF = r"(?: and a half)?"
OF_AGE = r"(?:[ -]years?(?:[ -](?:old|of age))?)?"
OWN: Mapping[str, str] = {
    **dict.fromkeys("she her girl woman daughter sister mother wife mum".split(), "her"),
    **dict.fromkeys("he him his boy man son brother father husband dad".split(), "his"),
    **dict.fromkeys("i me my".split(), "my"), **dict.fromkeys("they them their".split(), "their"),
    **dict.fromkeys("we us our".split(), "our"), **dict.fromkeys("you your".split(), "your"),
}  # fmt: skip
"""Whose years: the possessive of a pronoun, or of a noun that tells a sex."""
PRONOUN = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(OWN, key=len, reverse=True))})(?!\w)")
REACH = 60
"""Characters around an age in which the pronoun of the person is looked for."""
DECADES = {18: "late teens or early twenties", 25: "late twenties or early thirties", 35: "late thirties or forties"}
"""The adult bands as people name them: 18 to 24 are the last teens and the first twenties."""


def _own(told: Told, *, before: bool) -> str:
    """The possessive of the person whose age is told: of the next pronoun in the sentence, or of the last one before."""
    start, end = told.found.span()
    back = PRONOUN.findall(re.split(r"[.!?\n]", told.text[max(0, start - REACH) : start] + told.group("k"))[-1])[::-1]
    ahead = PRONOUN.findall(re.split(r"[.!?\n]", told.text[end : end + REACH])[0])[:1]
    near = [*back[:1], *ahead] if before else [*ahead, *back]
    return OWN[near[0]] if near else ""


def _decades(told: Told, *, before: bool) -> str:
    """The band as decades of somebody's life (in her late teens or early twenties); empty where that cannot be said."""
    own = _own(told, before=before)
    return f"in {own} {DECADES[told.band[0]]}" if own and told.band[0] in DECADES else ""


def _is(told: Told) -> str:
    """What follows "she was"."""
    first, last = told.band
    many = re.search(r"\b(?:we|they|are|were)\b|'re\b", told.group("k")) is not None
    if last <= 17:
        return ("children" if many else "a child") if first == 0 else ("teenagers" if many else "a teenager")
    return "over 50" if first == 50 else _decades(told, before=True) or f"between {first} and {last}"


def _was(told: Told) -> str:
    return f"was {_is(told)}"


def _is_not(told: Told) -> str:
    """wasn't even eighteen -> was a teenager."""
    verb = re.sub(r"n't| not", "", told.group("be"))
    return f"{verb} {_is(told)}"


def _when(told: Told) -> str:
    first, last = told.band
    said = {0: "as a child", 13: "as a teenager", 50: "after the age of 50"}.get(first, "")
    return said or _decades(told, before=False) or f"between the ages of {first} and {last}"


def _since(told: Told) -> str:
    said = {0: "from childhood", 13: "from adolescence", 50: "from an age over 50"}.get(told.band[0], "")
    return said or f"from {_decades(told, before=False)[3:] or 'an age of {} to {}'.format(*told.band)}"


def _age(told: Told) -> str:
    """What follows "after turning"."""
    first, last = told.band
    return {0: "childhood", 13: "adolescence", 50: "the age of 50"}.get(first, f"an age of {first} to {last}")


AGED: Say = by_band({0: "aged under 13", 13: "aged {a} to {b}", 50: "aged over 50"})
BESIDE: Say = by_band({0: "under 13", 13: "aged {a} to {b}", 50: "over 50"})


def _before_noun(told: Told) -> str:
    """A 23-year-old student: behind the noun where people are called by it (a student aged 18 to 24)."""
    first, last = told.band
    noun = told.as_written("noun")
    if last <= 17:
        said = f"{'teenage' if first else 'young'} {noun}".strip()
    elif noun:
        said = f"{noun} over 50" if first == 50 else f"{noun} aged {first} to {last}"
    else:
        said = "over-50-year-old" if first == 50 else f"{first}-to-{last}-year-old"
    return _with_article(told, said)


def _alone(told: Told) -> str:
    """A 23-year-old, the 17-year-olds; before a name as before a noun (23-year-old Anna)."""
    first, last = told.band
    behind = told.written[told.found.end() : told.found.end() + 2]
    if behind[:1] == " " and behind[1:].isupper():
        return _before_noun(told)
    following = re.match(r" ([a-z-]+)", told.text[told.found.end() : told.found.end() + 30])
    if following and not (following[1] in BEHIND_NOUNS or following[1].endswith(("ed", "s", "ly"))):
        return _before_noun(told)
    many = told.found[0].endswith("s")
    said = (
        {0: "children" if many else "child", 13: "teenagers" if many else "teenager"}.get(first, "")
        if last <= 17
        else ""
    )
    return _with_article(
        told, said or f"{'people' if many else 'person'} {'over 50' if first == 50 else f'aged {first} to {last}'}"
    )


BEHIND_NOUNS = frozenset(
    "and or but when who whose whom that which in at on by from with without for of to into as than was were is are had has have did does "
    "left came went said told ran fled stood sat lay wept slept spoke saw knew got took gave can could may might must will would i she he "
    "we they not now then here there today".split()
)
"""Words that follow a noun and are none: what stands before them is the person's whole description."""


def _months(told: Told) -> str:
    return _with_article(told, "very young" if told.group("noun") or told.group("be") else "baby")


def _with_article(told: Told, said: str) -> str:
    article = told.group("article")
    if article in ("a ", "an "):
        article = "an " if said[0] in "aeio" or said.startswith("18") else "a "
    return article + said


@cache
def ways() -> tuple[Way, ...]:
    """Every way, the surest first: what an earlier one took is not looked at by a later."""
    table = {**number_tables(number_words("en")), "ordinal": any_of(ordinals())}

    def way(pattern: str, say: Say, *needs: str) -> Way:
        return way_of(pattern, table, say, needs)

    article = r"(?P<article>\b(?:an?|the|this|that|my|her|his|our|their|your|another) )?(?<![\w-])(?<!over )(?<!under )(?<!-to-)(?<!over-)"
    old = r"(?P<n><number>)(?:[- \u2010\u2011](?:year|yr)[- \u2010\u2011]old|[- ]?y/?\.?o\b\.?)"
    who = rf"(?:i|she|he|we|they|you|who|{PEOPLE})"
    may = r"(?:(?: (?:may|must|might|could|would|will|should))?(?: (?:had|has|have))? |(?='))"
    return (
        way(rf"{article}(?P<n><number>)[- \u2010](?:year|yr)s?[- \u2010]olds\b", _alone, "olds"),
        way(rf"{article}{old}(?: (?P<noun>{PEOPLE})\b|(?= (?:[a-z]+(?:-[a-z]+)? ){{1,2}}{PEOPLE}\b))", _before_noun, "old", "yo", "y.o", "y/o"),
        way(rf"{article}{old}(?![\w-])", _alone, "old", "yo", "y.o", "y/o"),
        way(rf"(?P<k>\b{PEOPLE}(?:, | \())(?P<n><number>)(?=[,;)](?!\d)(?!,? (?:\d|and <number>)))|(?P<k2>\b{PEOPLE}, )(?P<n2><grown>)(?=[.!?])", BESIDE),
        way(r"(?<=\), )(?P<n><grown>)(?=, (?!\d))|(?<=\w [\u2013\u2014-] )(?P<n2><grown>)(?= [\u2013\u2014-] )", BESIDE),
        way(r"\bas (?:young|old|little) as (?P<n><number>)(?![\w-])", asked, "young", "old", "little"),
        way(rf"\b(?P<k>(?:we|they|you) ?(?:were|are|'re) {FILL})(?P<n><grown>)(?! ?-?years?){END}", asked),
        way(r"(?:(?<='d )|(?<='ve ))(?:(?:only|just|recently|barely|already) )*(?:turned|reached|become) (?P<n><grown>)(?![\w-])", lambda told: f"been {_is(told)}", "turn", "reach", "becom"),
        way(r"\b(?:from|since) (?:the )?(?:tender )?age (?:of )?(?P<n><number>)(?: years)?(?![\w-])|\b(?:from|since) (?:about |around )?(?P<n2><grown>)(?= (?:she|he|i|they|onwards?|on)\b)", _since, "from ", "since "),
        way(r"\b(?:at|by|around|before|after|past|until|till|aged) (?:about |around |just |only |barely )?(?:the |an )?(?:tender |young |early )?age (?:of )?(?:about |around |just |only )?(?P<n><number>)(?: years?(?: old)?)?(?:[ -]and[ -]a[ -]half)?(?![\w-])", _when, "age "),
        way(r"\bat (?:about |just |only |barely )?(?P<n><number>) years (?:old|of age)\b", _when, "years "),
        way(rf"\b(?:at|by) (?:about |around |just |only |barely |the ripe old )?(?P<n><grown>){HALF}(?![\w:-])(?![.,]\d){WHO}", _when),
        way(r"\b(?P<k>at )(?P<n>(?:six|seven|eight|nine|ten|eleven|twelve|[6-9]|1[0-2])\b)(?= (?:she|he|i)\b|,)(?![.:,]\d)", asked),
        way(r"\b(?:(?:had|has) )?(?:(?:only|just|recently|barely|already) )*turned (?P<n>(?:six|seven|eight|nine|ten|eleven|twelve|[6-9]|1[0-2]))(?![\w:.-]*\d)(?=[.,;!?]| (?:when|and|that|in)\b)", _was, "turned"),
        way(r"\b(?:on|upon) (?:turning|reaching|becoming) (?P<n><number>)(?![\w-])", _when, "turn", "reach", "becom", "became", "hit "),
        way(r"\b(?P<k>before |after |since |until |without )(?:turning|reaching|becoming) (?P<n><number>)(?![\w-])", _age, "turn", "reach", "becom", "became", "hit "),
        way(rf"\b(?:(?:had|has|have) )?(?:(?:only|just|recently|barely|already) )*(?:turned|reached|became|hit) (?P<n><grown>){END}", _was, "turn", "reach", "becom", "became", "hit "),
        way(rf"\b(?P<k>(?:{who}|(?P<name>[^\W\d_]+)) ?)(?P<be>(?:was|were|is|are)n't|(?:am|is|are|was|were) not) (?P<less>(?:yet |even |quite )?)(?P<n><grown>){OF_AGE}{END}", _is_not, "n't", " not "),
        way(rf"\b(?P<k>{who}{may}{BE} {FILL}){ABOUT}{LESS}(?P<n><grown>){OF_AGE}{HALF}{END}", _is),
        way(rf"\b(?P<k>{who}{may}{BE} {FILL})(?P<n>(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])\b)(?: years? (?:old|of age))?(?=[,.;!?)](?!\d)|\s?$| (?:when|and (?:her|his|my|the|their)|then|at the time)\b)", _is, *FORMS_OF_BE),
        way(rf"\b(?P<k>(?P<name>[^\W\d_]{{2,}}) (?:is|was) {FILL}){ABOUT}{LESS}(?P<n><grown>){OF_AGE}{HALF}{END}", _is),
        way(rf"\b(?P<k>(?<!it )(?<!there )(?:is|was|were|been) {FILL})(?P<n><grown>)(?: years)?{END}", asked),
        way(rf"\b(?P<k>(?:looked|looks|look|seemed|seems|appeared) (?:to be |like )?{FILL}){ABOUT}(?P<n><grown>){OF_AGE}{END}", _is, "look", "seem", "appear"),
        way(rf"\b(?P<k>{PEOPLE} )of (?:about |around |only |just |some )?(?P<n><grown>)(?![\w-])(?![.,]\d)(?: years)?(?! (?:of|children|kids|sons|daughters|people|men|women)\b)", BESIDE),
        way(rf"\b(?:aged |(?P<k>\b{PEOPLE},? (?:are |were |is )?))(?P<n><number>)(?:, (?:<number>))+,? and (?P<n2><number>)(?![\w-])(?! (?:hours|minutes|weeks|days))", by_band({0: "aged under 13", 13: "aged {a} to {b}", 50: "aged over 50"})),
        way(rf"\b(?P<k>{PEOPLE} )of (?P<n>(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?=[,.;!?])", BESIDE),
        way(r"\b(?:between |at |of )?(?:the )?(?:ages?|aged) (?:of )?(?:between |from )?(?P<n><number>)(?: years)?(?: (?:and|to|or|-|\u2013) |(?<=\d)[-\u2013](?=\d)|, )(?P<n2><number>)(?: years(?: old)?)?(?![\w-])", AGED, "age"),
        way(r"\baged? (?:only |just |about |around |barely )?(?P<n><number>)(?: years)?(?![\w-])(?! (?:to|and) \d)", AGED, "age"),
        way(r"\b(?P<k>age\s?[:=\u2013\u2014-]\s?)(?P<n><number>)(?![\w-])", by_band({0: "under 13", 13: "{a} to {b}", 50: "over 50"}), "age"),
        way(r"\b(?:in|during) (?:her|his|my|their|our|your) (?P<n_less><ordinal>) year\b(?! (?:of|at|in)\b)", _when, " year"),
        way(r"\b(?P<n><ordinal>) (?=birthday)", by_band({0: ""}), "birthday"),
        way(r"(?<=\w, )(?:(?:now|then|aged|only|just|barely) )?(?P<n><grown>) (?:and|or) (?P<n2><grown>)(?: years (?:old|of age))?(?=,(?! \d))", BESIDE),
        way(r"(?<![\w-])(?<!over )(?<!under )(?<!and )(?<!to )(?P<n><number>)(?: (?:and|or|to) (?P<n2><number>))? years (?:old|of age)\b", by_band({0: "under 13 years old", 13: "{a} to {b} years old", 50: "over 50 years old"}), "years"),
        way(r"(?<=\w, )(?:(?:now|then|aged|only|just|barely|who is|who was) )?(?P<n><grown>)(?=, (?!\d|(?:and )?<grown>))", BESIDE),
        way(r"(?<=\w, )(?:just|only|barely|still|not yet|all of) (?P<n><grown>)(?=[.;!?])", BESIDE),
        way(r"(?<=\w \()(?:(?:now|then|aged) )?(?P<n>\d\d|<grown>)(?=[,;)])", BESIDE, "("),
        way(r"(?:(?<![^\n])|(?<=[.!?,] ))(?:now|then|today|only|just|already|barely|still) (?P<n><grown>)(?=, (?!\d))", BESIDE),
        way(r"(?<=[a-z], )(?P<n>(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?=, (?:who|was|is|has|had|[a-z]+ed)\b)", asked),
        way(rf"(?<![\w-])(?<!hundred )(?<!hundred and )(?<!thousand )(?<!over )(?<!under )(?<!hours, )(?<!days, )(?P<n><bare>)(?:{END}|{WHO})(?! (?:of|percent))", asked),
        way(rf"{article}(?P<n><number>)[- \u2010](?:month|week)s?[- \u2010]olds?\b(?: (?P<noun>(?!and\b)[a-z]+))?", asked, "month", "week"),
    )  # fmt: skip


@cache
def ordinals() -> Mapping[str, int]:
    """Ordinals in words and in figures, folded, up to 99."""
    irregular = {
        "one": "first",
        "two": "second",
        "three": "third",
        "five": "fifth",
        "eight": "eighth",
        "nine": "ninth",
        "twelve": "twelfth",
    }
    found: dict[str, int] = {}
    for word, number in number_words("en").items():
        last = re.split("[- ]", word)[-1]
        ordinal = irregular.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
        found[word.removesuffix(last) + ordinal] = number
    for number in range(1, 100):
        ending = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        found[f"{number}{ending}"] = number
    return found
