"""Russian cases: of names by what the dictionary knows and by endings where it does not, of phrases by their head."""

from __future__ import annotations

from functools import cache
from typing import Any

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
PREPOSITIONS = {
    "с": ("ablt", "gent"), "со": ("ablt", "gent"), "к": ("datv",), "ко": ("datv",), "о": ("loct",), "об": ("loct",),
    "обо": ("loct",), "в": ("loct", "accs"), "во": ("loct", "accs"), "на": ("loct", "accs"), "при": ("loct",),
    "у": ("gent",), "от": ("gent",), "до": ("gent",), "из": ("gent",), "без": ("gent",), "для": ("gent",),
    "после": ("gent",), "около": ("gent",), "ради": ("gent",), "против": ("gent",), "про": ("accs",),
    "через": ("accs",), "по": ("datv",), "за": ("ablt", "accs"), "перед": ("ablt",), "над": ("ablt",),
    "под": ("ablt", "accs"), "между": ("ablt",),
}  # fmt: skip
"""Which cases may follow a preposition."""
HUSHING = "жшчщгкх"
PART_OF_SPEECH = {"given": "Name", "patronymic": "Patr", "family": "Surn"}
CLOSED_CLASSES = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "ADVB", "NUMR", "PRED"})
"""Parts of speech whose words ("из", "по", "как") the dictionary also lists as foreign names; they are none."""
NAME_GRAMMEMES = ("Name", "Surn", "Patr", "Geox", "Orgn", "Trad")


@cache
def analyser() -> Any:
    """The morphological dictionary (OpenCorpora), loaded once."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def decline(name: str, part: str, sex: str) -> tuple[tuple[str, str], ...]:
    """(case, form) pairs of one word of a name, singular; a case may have two forms (`-ой`, `-ою`).

    `part` is `given`, `patronymic`, `family` or `place`; the dictionary is believed where it knows the word as that,
    else endings decide (Zaliznyak's first and second declension, adjectival surnames).
    """
    known = _from_dictionary(name, part, sex)
    return known or _by_ending(name, part, sex)


def _from_dictionary(name: str, part: str, sex: str) -> tuple[tuple[str, str], ...]:
    wanted = PART_OF_SPEECH.get(part, "Geox")
    gender = {"female": "femn", "male": "masc"}.get(sex, "") if part != "place" else ""
    if not analyser().word_is_known(name.casefold()):
        return ()
    for parse in analyser().parse(name):
        tag = parse.tag
        if wanted not in tag or "nomn" not in tag or "sing" not in tag or (gender and gender not in tag):
            continue
        found = []
        for case in CASES:
            inflected = parse.inflect({case, "sing"})
            if inflected is None:
                return ()
            found.append((case, _cased_like(inflected.word, name)))
        return tuple(found)
    return ()


def _cased_like(word: str, model: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _by_ending(name: str, part: str, sex: str) -> tuple[tuple[str, str], ...]:
    lower = name.casefold()
    stem = name[:-1]
    if part == "family" and sex != "male" and lower.endswith(("ова", "ева", "ёва", "ина", "ына")):
        return _pairs(name, stem + "ой", stem + "ой", stem + "у", stem + "ой", stem + "ой")
    if part == "family" and lower.endswith(("ская", "цкая")):
        base = name[:-2]
        return _pairs(name, base + "ой", base + "ой", base + "ую", base + "ой", base + "ой")
    if part == "family" and lower.endswith(("ский", "цкий")):
        base = name[:-2]
        return _pairs(name, base + "ого", base + "ому", base + "ого", base + "им", base + "ом")
    if part == "family" and sex == "female" and lower[-1] not in "ая":
        return _pairs(name, name, name, name, name, name)
    if lower.endswith("ия") and part != "place":
        return (*_pairs(name, stem + "и", stem + "и", stem + "ю", stem + "ей", stem + "и"),)
    if lower[-1] == "а":
        genitive = "и" if lower[-2:-1] in HUSHING else "ы"
        soft = lower[-2:-1] in "жшчщц"
        instrumental = "ей" if soft else "ой"
        return (
            *_pairs(name, stem + genitive, stem + "е", stem + "у", stem + instrumental, stem + "е"),
            ("ablt", stem + instrumental[0] + "ю"),
        )
    if lower[-1] == "я":
        return (
            *_pairs(name, stem + "и", stem + "е", stem + "ю", stem + "ей", stem + "е"),
            ("ablt", stem + "ею"),
        )
    if sex == "female" and lower[-1] == "ь":
        return _pairs(name, stem + "и", stem + "и", name, name + "ю", stem + "и")
    if (sex == "female" and part != "place") or lower[-1] in "оеиуюэы":
        return _pairs(name, name, name, name, name, name)
    accusative_is_genitive = part != "place"
    if lower[-1] in "йь":
        forms = (stem + "я", stem + "ю", stem + "я" if accusative_is_genitive else name, stem + "ем", stem + "е")
        if lower.endswith("ий"):
            forms = (*forms[:4], stem + "и")
        return _pairs(name, *forms)
    instrumental = (
        "ым"
        if part == "family" and lower.endswith(("ов", "ев", "ёв", "ин", "ын"))
        else "ем"
        if lower[-1] in "жшчщц"
        else "ом"
    )
    return _pairs(
        name, name + "а", name + "у", name + "а" if accusative_is_genitive else name, name + instrumental, name + "е"
    )


def _pairs(*forms: str) -> tuple[tuple[str, str], ...]:
    return tuple(zip(CASES, forms, strict=True))


def plural_family(name: str) -> tuple[str, ...]:
    """Plural forms of a surname: the family as a whole identifies too."""
    lower = name.casefold()
    base = name[:-1] if lower.endswith(("ова", "ева", "ина")) else name if lower.endswith(("ов", "ев", "ин")) else ""
    return tuple(base + ending for ending in ("ы", "ых", "ым", "ыми")) if base else ()


@cache
def inflect_phrase(phrase: str, case: str) -> str:
    """A noun phrase in another case: its head noun and the adjectives before it ("город на юге" -> "городе на юге")."""
    if case == "nomn":
        return phrase
    words = phrase.split(" ")
    for index, word in enumerate(words):
        parse = next((p for p in analyser().parse(word) if "nomn" in p.tag or "ADJF" in p.tag), None)
        if parse is None:
            break
        inflected = parse.inflect({case})
        if inflected is not None:
            words[index] = _cased_like(inflected.word, word)
        if "NOUN" in parse.tag:
            break
    return " ".join(words)


@cache
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form that `word` may be a form of, folded."""
    return frozenset(parse.normal_form.replace("ё", "е") for parse in analyser().parse(word.casefold()))


@cache
def may_be_name(word: str) -> bool:
    """Whether the dictionary knows a reading of `word` as a name, or does not know the word at all."""
    folded = word.casefold()
    if not analyser().word_is_known(folded):
        return True
    if str(analyser().parse(folded)[0].tag.POS) in CLOSED_CLASSES:
        return False
    return any(grammeme in parse.tag for parse in analyser().parse(folded) for grammeme in NAME_GRAMMEMES)


@cache
def is_personal(word: str) -> bool:
    """Whether the likeliest reading of `word` is a personal name."""
    best = analyser().parse(word.casefold())[0].tag
    return any(grammeme in best for grammeme in ("Name", "Surn", "Patr"))


@cache
def is_noun(word: str) -> bool:
    """Whether the likeliest reading of `word` is a noun."""
    return "NOUN" in analyser().parse(word.casefold())[0].tag


@cache
def is_ordinary(word: str) -> bool:
    """Whether `word` also has a reading that is no name at all ("вера", "надежда")."""
    folded = word.casefold()
    if not analyser().word_is_known(folded):
        return False
    return any(not any(g in parse.tag for g in NAME_GRAMMEMES) for parse in analyser().parse(folded))
