"""Russian noun phrases in another case: the adjectives before the head noun and the noun itself, nothing behind it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from safelight.text.inflection.shape import cased_like

CASE_OF_VOCATIVE = {"voct": "nomn"}


@cache
def analyser() -> Any:
    """The morphological analyser (OpenCorpora's dictionary), loaded once."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65536)
def parses(word: str) -> tuple[Any, ...]:
    """What a Russian word may be, the likeliest first; each word is parsed once."""
    return tuple(analyser().parse(word))


@lru_cache(maxsize=4096)
def inflect_phrase(phrase: str, case: str) -> str | None:
    """`город на юге страны` in the locative is `городе на юге страны`; None where no head noun is found."""
    case = CASE_OF_VOCATIVE.get(case, case)
    if case == "nomn":
        return phrase
    words = phrase.split(" ")
    before: list[tuple[int, Any]] = []
    for index, word in enumerate(words):
        found = parses(word)
        noun = next((p for p in found if "NOUN" in p.tag and "nomn" in p.tag), None)
        adjective = next((p for p in found if p.tag.POS in ("ADJF", "PRTF") and "nomn" in p.tag), None)
        # "знакомая", "русский": a noun only when nothing that it could belong to follows.
        if noun is not None and not (adjective is not None and _noun_follows(words, index)):
            inflected = noun.inflect({case})
            if inflected is None:
                return None
            words[index] = cased_like(inflected.word, word)
            for place, parse in before:
                changed = _agreeing(parse, noun.tag, case)
                if changed is None:
                    return None
                words[place] = cased_like(changed, words[place])
            return " ".join(words)
        if adjective is not None:
            if not _noun_follows(words, index):
                changed = _agreeing(adjective, adjective.tag, case, animate=True)
                if changed is None:
                    return None
                words[index] = cased_like(changed, word)
                return " ".join(words)
            if "Fixd" not in adjective.tag and word.casefold() not in ("её", "ее", "его", "их"):
                before.append((index, adjective))
        elif found[0].tag.POS not in ("ADVB", "NPRO", "PRCL", "NUMR"):
            return None
    return None


def _noun_follows(words: list[str], index: int) -> bool:
    if index + 1 >= len(words):
        return False
    following = parses(words[index + 1])
    return any(p.tag.POS in ("NOUN", "ADJF", "PRTF") and "nomn" in p.tag for p in following)


def _agreeing(adjective: Any, noun: Any, case: str, *, animate: bool = False) -> str | None:
    """An adjective in the case, number and gender of its noun; its accusative is the genitive's for living beings."""
    plural = noun.number == "plur"
    if case == "accs" and (plural or noun.gender == "masc"):
        case = "gent" if animate or "anim" in noun else "nomn"
    wanted = {case, "plur"} if plural else {case, "sing"} | ({noun.gender} if noun.gender else set())
    inflected = adjective.inflect(wanted)
    return str(inflected.word) if inflected else None


def euphonic(preposition: str, following: str) -> str:
    """The form that a Russian preposition takes before a word: о/об, в/во, с/со, к/ко (Rosenthal, section 199)."""
    lower, word = preposition.casefold(), following.casefold()
    vowels = "аеёиоуыэюя"
    if lower in ("о", "об", "обо"):
        right = "об" if word[:1] in "аоуыэи" else "о"
    elif lower in ("в", "во"):
        right = "во" if word[:1] in "вф" and word[1:2] not in vowels else "в"
    elif lower in ("с", "со"):
        right = "со" if word[:1] in "сзшжщ" and word[1:2] not in vowels else "с"
    elif lower in ("к", "ко"):
        right = "ко" if word[:2] in ("мн", "вс", "вт", "дн", "ль", "рт", "лб") else "к"
    else:
        return preposition
    if right == lower:
        return preposition
    return cased_like(right, preposition)
