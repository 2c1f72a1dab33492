"""Words made of registered places, and what agrees with them: written apart where grammar is sure, else asked about."""

from __future__ import annotations

import re

from safelight.text.inflection import Shape, inflect_phrase, romanian, ukrainian_phrase
from safelight.text.inflection.russian_phrase import euphonic, parses
from safelight.text.name_runs import Run
from safelight.text.reading import Reading
from safelight.text.unsure import Unsure, Wording

ADJECTIVE = "is a word made of a registered place; write the noun first and the place after it, or leave the place out"
AGREES = "has another gender than what stands instead of it, and a word beside it agrees with it; rephrase"


def is_adjective(run: Run, reading: Reading, lang: str) -> bool:
    """Whether a place's instrumental is the adjective before a noun (в Буйнакском районе), or an English place is one."""
    after = run.last
    if after >= len(reading.keys) or reading.gap(after - 1, after) != " " or not reading.word(after)[0].islower():
        return False
    if lang == "ru" and reading.keys[after - 1].endswith(("ском", "цком")):
        return any(
            p.tag.POS == "NOUN" and p.tag.case in ("loct", "loc2") and p.tag.number == "sing" and p.tag.gender in ("masc", "neut")
            for p in parses(reading.keys[after])
        )  # fmt: skip
    return False


def apart(phrase: str, run: Run, reading: Reading, lang: str) -> Wording:
    """A word made of a place (буйнакская школа): the noun that it stands before, and the place behind it.

    Only where the noun follows at once and is no name. Raises `Unsure`, with what an editor might write, elsewhere.
    """
    genitive = inflect_phrase(phrase, lang, Shape("gent"))
    if lang != "ru" or genitive is None:
        raise Unsure(with_hint(phrase, genitive, lang))
    after = run.last
    adjective = any(p.tag.POS == "ADJF" for p in parses(reading.keys[after - 1]))
    if not adjective or after >= len(reading.keys) or reading.gap(after - 1, after) != " ":
        raise Unsure(with_hint(phrase, genitive, lang))
    noun, best = reading.word(after), parses(reading.keys[after])[0]
    following = (
        reading.keys[after + 1] if after + 1 < len(reading.keys) and reading.gap(after, after + 1) == " " else ""
    )
    if (
        best.tag.POS != "NOUN"
        or not noun.islower()
        or best.normal_form in DISTRICTS
        or (following and parses(following)[0].tag.case == "gent")
    ):
        raise Unsure(with_hint(phrase, genitive, lang))
    if "anim" in best.tag:
        text = f"{noun} {euphonic('из', genitive)} {genitive}"
    else:
        located = inflect_phrase(phrase, lang, Shape("loct"))
        if located is None:
            raise Unsure(with_hint(phrase, genitive, lang))
        text = f"{noun} {euphonic('в', located)} {located}"
    if run.first and reading.gap(run.first - 1, run.first) == " ":
        before = reading.word(run.first - 1)
        right = euphonic(before, text)
        if right != before:
            return run.first - 1, f"{right} {text}", run.extra + 1 + len(noun)
    return run.first, text, run.extra + 1 + len(noun)


DISTRICTS = frozenset("район область округ край губерния республика уезд".split())
"""Nouns for the land around a place: it is not in the place."""


def with_hint(phrase: str, genitive: str | None, lang: str) -> str:
    """The reason, with the vault's own wording behind a preposition for whoever rewrites the sentence."""
    said = {
        "en": f"from {phrase}",
        "ru": f"из {genitive}" if genitive else "",
        "uk": f"з {genitive}" if genitive else "",
        "ro": romanian.with_preposition("din", phrase),
    }.get(lang, "")
    return f"{ADJECTIVE} ({said})" if said else ADJECTIVE


PAST = re.compile(r"\w+(?P<end>ла|ло|в)(?:ся|сь)?")
"""Ukrainian verbs in the past, which agree in gender."""
GENDERS = {"в": "m", "ла": "f", "ло": "n"}


def refuse_agreement(phrase: str, run: Run, reading: Reading) -> None:
    """Raise `Unsure` where a Ukrainian place is the subject of a verb of another gender than the wording (місто мовчав)."""
    after = run.last
    if after >= len(reading.keys) or reading.gap(after - 1, after) != " ":
        return
    verb = PAST.fullmatch(reading.keys[after])
    heads = [ukrainian_phrase.HEADS[word][0] for word in phrase.split(" ") if word in ukrainian_phrase.HEADS]
    before = reading.keys[run.first - 1] if run.first and reading.gap(run.first - 1, run.first) == " " else ""
    if verb is None or not heads or before in UKRAINIAN_PREPOSITIONS:
        return
    if GENDERS[verb["end"]] != heads[0].replace("a", "m"):
        raise Unsure(AGREES)


UKRAINIAN_PREPOSITIONS = frozenset("в у на з із зі до від під над перед за біля через про по при без для після".split())
