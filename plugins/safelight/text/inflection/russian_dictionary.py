"""Russian given names, patronymics and places as OpenCorpora's dictionary declines them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from safelight.text.inflection.russian_paradigms import PARADIGMS
from safelight.text.inflection.shape import CASES, Declension, Paradigm, Shape, cased_like

SYMBOL = {"given": "Name", "patronymic": "Patr", "place": "Geox"}
"""The parts of names that the dictionary marks; surnames go by their endings."""


@cache
def dictionary() -> Any:
    """OpenCorpora's dictionary, loaded once; raw entries, which answer faster than the analyser."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru").dictionary


@cache
def _yo() -> Any:
    return dictionary().words.compile_replaces({"е": "ё"})


@lru_cache(maxsize=4096)
def _dictionary_paradigm(paradigm: int, index: int) -> tuple[int, Paradigm] | None:
    """(length of the nominative's ending, paradigm) of one dictionary paradigm; None where it has prefixes."""
    rows = dictionary().build_paradigm_info(paradigm)
    if any(prefix for prefix, _, _ in rows):
        return None
    gender = rows[index][1].gender
    found: list[tuple[str, Shape]] = []
    for _, tag, suffix in rows:
        if tag.gender not in (gender, None) and tag.number == "sing":
            continue
        case = {"gen2": "gent", "loc2": "loct", "acc2": "accs", "gen1": "gent", "loc1": "loct"}.get(tag.case, tag.case)
        if case in CASES or case == "voct":
            found.append((suffix, Shape(case, tag.number or "sing")))
        if case == "ablt" and suffix.endswith(("ой", "ей")):
            found.append((suffix[:-1] + "ю", Shape(case, tag.number or "sing")))  # Залиною, which not all entries have
    return len(rows[index][2]), Paradigm(sorted(found, key=lambda pair: pair[1].number == "plur"))


@lru_cache(maxsize=65536)
def from_dictionary(word: str, part: str, sex: str) -> Declension | None:
    """The declension of a name that the dictionary knows as `part` in `sex`; None where it does not."""
    wanted = SYMBOL[part]
    gender = {"female": "femn", "male": "masc"}.get(sex) if part != "place" else None
    lower = word.casefold()
    for written, entries in dictionary().words.similar_items(lower, _yo()):
        for paradigm, index in entries:
            tag = dictionary().build_tag_info(paradigm, index)
            if "Fixd" in tag and "Geox" in tag and part == "place":
                return Declension(word, PARADIGMS["none"])
            if wanted not in tag or tag.case != "nomn" or "Fixd" in tag or "Abbr" in tag:
                continue
            if tag.number == "plur" and "Pltm" not in tag:
                continue
            if gender and gender not in tag and "ms-f" not in tag:
                continue
            built = _dictionary_paradigm(paradigm, index)
            if built is None:
                continue
            cut = len(written) - built[0]
            return Declension(cased_like(written[:cut], word), built[1])
    return None
