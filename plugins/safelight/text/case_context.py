"""The case of a name that its form does not tell: what the words around it allow.

Only what grammar settles is used. A preposition governs its cases; an adjective agrees with its noun; a noun before a
name is its apposition or governs the genitive; verbs of giving and speaking take the dative; a personal verb that has no
other possible subject makes the name its subject. Everything else is left open, and the mention becomes a question.
"""

from __future__ import annotations

from typing import Any

from safelight.text.inflection.russian_phrase import parses
from safelight.text.reading import Reading

Cases = frozenset[str]

PREPOSITIONS: dict[str, dict[str, str]] = {
    "ru": {
        "ablt gent": "с со", "datv": "к ко благодаря вопреки согласно навстречу", "loct": "о об обо при",
        "loct accs": "в во на", "accs": "про через сквозь", "datv loct": "по", "ablt accs": "за под", "ablt": "перед над передо",
        "gent": "у от ото до из изо без безо для после около ради против возле мимо вокруг кроме вместо насчет среди напротив "
        "помимо вроде внутри вне близ недалеко",
        "ablt gent ": "между",
    },
    "uk": {
        "loct accs gent": "в у", "loct accs": "на", "gent ablt": "з із зі", "datv": "завдяки всупереч назустріч",
        "gent": "до від од для без біля після коло проти крім окрім замість серед навколо поблизу щодо стосовно",
        "accs": "про через крізь", "ablt accs gent": "за", "ablt accs": "над під перед", "ablt gent": "між", "loct": "по при",
        "loct accs ": "о об",
    },
}  # fmt: skip
"""Cases that may follow each preposition (Russkaja grammatika, 1980, sections 1659-1676; Ukrainian orthography)."""
GOVERNED = {
    lang: {word: frozenset(cases.split()) for cases, words in table.items() for word in words.split()}
    for lang, table in PREPOSITIONS.items()
}
DATIVE_VERBS = frozenset(
    "сказать говорить рассказать рассказывать ответить отвечать помочь помогать дать давать отдать отдавать позвонить звонить "
    "написать писать обещать пообещать показать показывать верить поверить угрожать пригрозить передать передавать подарить "
    "дарить принести предложить предлагать объяснить объяснять запретить запрещать разрешить разрешать платить заплатить "
    "приказать приказывать велеть советовать посоветовать мешать помешать сообщить сообщать вернуть возвращать нравиться "
    "понравиться казаться показаться хотеться удаться снится сниться исполниться надоесть достаться прийтись приходиться "
    "выдать купить оказать послать прислать посылать".split()
)
"""Verbs whose personal object is in the dative."""
TIMES = frozenset(
    "день утро вечер ночь год месяц неделя время раз час минута лето зима весна осень момент пора".split()
)
"""Nouns of time, which stand before a name without governing it (`в тот день Мария …`)."""
FURTHEST = 6
"""Most words behind a name that are looked at for its verb."""
CLAUSE_ENDS = ".!?…;:,()\n—–"


def allowed_cases(
    reading: Reading, first: int, last: int, lang: str, sex: str, *, is_place: bool = False
) -> Cases | None:
    """The cases that the sentence allows for the name at tokens `first:last`; None where it says nothing."""
    before = _before(reading, first)
    if before is None:
        return _subject(reading, first, last, sex) if lang == "ru" else None
    key = reading.keys[before]
    governed = GOVERNED.get(lang, {}).get(key)
    if governed is not None:
        previous = _before(reading, before, "-")
        if lang == "ru" and key in ("за", "под") and previous is not None and reading.keys[previous] == "из":
            return frozenset({"gent"})
        if not is_place and key in ("с", "со", "з", "із", "зі"):
            return frozenset({"ablt"})  # one is with people, and comes down from places
        if lang == "uk" and is_place and key == "у":
            return governed - {"gent"}  # a place is where one is, not who has something
        return governed
    if lang != "ru":
        return None
    return _by_word_before(reading, before, first, last, sex)


def _before(reading: Reading, index: int, gap: str = " ") -> int | None:
    """The token before, if nothing but a space (or what `gap` says) parts them."""
    if index == 0 or reading.gap(index - 1, index) not in (gap, "\n"):
        return None
    return index - 1


def _by_word_before(reading: Reading, before: int, first: int, last: int, sex: str) -> Cases | None:
    may_be = parses(reading.keys[before])
    best = may_be[0].tag
    gender = {"female": "femn", "male": "masc"}.get(sex)
    if best.POS in ("ADJF", "PRTF"):
        agreeing = frozenset(
            p.tag.case for p in may_be if p.tag.POS in ("ADJF", "PRTF") and p.tag.number == "sing" and p.tag.gender in (gender, None)
        )  # fmt: skip
        further = _before(reading, before)
        governed = GOVERNED["ru"].get(reading.keys[further]) if further is not None else None
        found = agreeing & governed if governed else agreeing
        return found or None
    if best.POS == "NOUN":
        return _by_noun_before(reading, may_be, before, last)
    if best.POS in ("VERB", "INFN", "GRND") and may_be[0].normal_form in DATIVE_VERBS:
        return frozenset({"datv", "nomn"}) if best.POS == "VERB" else frozenset({"datv"})
    if best.POS in ("CONJ", "PRCL", "ADVB"):
        return _subject(reading, first, last, sex)
    return None


def _by_noun_before(reading: Reading, may_be: tuple[Any, ...], before: int, last: int) -> Cases | None:
    best = may_be[0]
    if best.normal_form in TIMES or any(g in best.tag for g in ("Name", "Surn", "Patr")):
        return None
    if "anim" in best.tag:
        # An apposition (сестре Марии) or the owner (сестре Марии): both cases stand until the forms tell.
        return frozenset({"gent", *(p.tag.case for p in may_be if p.tag.POS == "NOUN")})
    if _behind_preposition(reading, before) or _dative_near(reading, last):
        return None
    return frozenset({"gent"})


def _behind_preposition(reading: Reading, index: int) -> bool:
    """Whether a noun stands in a prepositional group, behind which a new one may begin (в комнате Марии стало плохо)."""
    for _ in range(3):
        previous = _before(reading, index)
        if previous is None:
            return False
        if reading.keys[previous] in GOVERNED["ru"]:
            return True
        if parses(reading.keys[previous])[0].tag.POS not in ("ADJF", "PRTF", "NPRO"):
            return False
        index = previous
    return False


def _dative_near(reading: Reading, last: int) -> bool:
    for index in _clause(reading, last):
        parse = parses(reading.keys[index])[0]
        if (
            parse.tag.POS == "PRED"
            or parse.normal_form in DATIVE_VERBS
            or ("neut" in parse.tag and parse.tag.POS == "VERB")
        ):
            return True
    return False


def _clause(reading: Reading, last: int) -> list[int]:
    """The tokens behind a name, up to the next mark that ends a clause."""
    found: list[int] = []
    for index in range(last, min(len(reading.keys), last + FURTHEST)):
        if index and any(mark in reading.gap(index - 1, index) for mark in CLAUSE_ENDS):
            break
        found.append(index)
    return found


def _subject(reading: Reading, first: int, last: int, sex: str) -> Cases | None:
    """The nominative, where the clause behind the name has an agreeing verb and no other word that may be its subject."""
    clause = _clause(reading, last)
    if not clause:
        return None
    gender = {"female": "femn", "male": "masc"}.get(sex)
    verb = next((p for p in parses(reading.keys[clause[0]])[:1] if p.tag.POS == "VERB"), None)
    if (
        verb is None
        and len(clause) > 1
        and reading.keys[clause[0]] in ("не", "уже", "тоже", "никогда", "всегда", "долго", "потом")
    ):
        verb = next((p for p in parses(reading.keys[clause[1]])[:1] if p.tag.POS == "VERB"), None)
    if verb is None or verb.tag.number != "sing" or "neut" in verb.tag:
        return None
    if verb.tag.gender not in (gender, None) or (verb.tag.gender is None and verb.tag.person != "3per"):
        return None
    if verb.normal_form in DATIVE_VERBS and verb.normal_form in (
        "нравиться",
        "понравиться",
        "казаться",
        "показаться",
        "надоесть",
        "достаться",
    ):
        return None
    tags = [p.tag for index in clause for p in parses(reading.keys[index])[:3]]
    if any(
        t.POS in ("NOUN", "NPRO")
        and t.case == "nomn"
        and t.number == "sing"
        and (t.gender in (verb.tag.gender, None) or not verb.tag.gender)
        for t in tags
    ):
        return None
    has_object = any(t.POS in ("NOUN", "NPRO") and t.case == "accs" for t in tags) or any(t.POS == "INFN" for t in tags)
    if "intr" in verb.tag or has_object:
        return frozenset({"nomn"})
    return None
