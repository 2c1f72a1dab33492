"""The paradigms of registered words: by the vault's word on them, by the parts of longer names, by both scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from safelight.text.inflection import (
    CASES,
    NOMINATIVE,
    Declension,
    Paradigm,
    Shape,
    declensions,
    is_cyrillic,
    russian_paradigms,
    ukrainian,
)
from safelight.text.registered_words import Word, key
from safelight.text.skeleton import marks_off, skeleton, skeletons, to_cyrillic, to_latin

ANY_CASE = tuple(Shape(case) for case in CASES)
PREPOSITIONS_IN_NAMES = frozenset("на над под в у при on upon sur am an de la pe".split())
Table = Mapping[str, tuple[Shape, ...]]


@lru_cache(maxsize=65536)
def ending_table(paradigm: Paradigm) -> Table:
    """A paradigm's endings as they stand in folded text."""
    found: dict[str, tuple[Shape, ...]] = {}
    for ending, shapes in paradigm.by_ending.items():
        folded = key(ending)
        found[folded] = found.get(folded, ()) + shapes
    return found


def word_declensions(word: Word, lang: str) -> tuple[Declension, ...]:
    """How a language declines a registered word: by the vault's `declines` first, then by the language's paradigms."""
    if word.declines == "no":
        return (Declension(word.text, Paradigm(("", shape) for shape in ANY_CASE)),)
    if isinstance(word.declines, tuple):
        return (_listed(word, word.declines),)
    if word.declines.startswith("like:"):
        return _like(word, word.declines[5:].strip(), lang)
    if word.length > 1:
        return _of_phrase(word, lang)
    if lang == "uk" and is_cyrillic(word.text):
        spelled = dict.fromkeys(
            (ukrainian.from_russian(word.text, word.part), ukrainian.respelled(word.text, word.part))
        )
        return tuple(d for text in spelled for d in declensions(text, word.part, word.sex, lang))
    return declensions(word.text, word.part, word.sex, lang)


def _listed(word: Word, forms: tuple[str, ...]) -> Declension:
    """The vault's own list: six forms are the six cases in their order, any other number may each be any case."""
    if len(forms) == len(CASES):
        return Declension("", Paradigm(zip(forms, ANY_CASE, strict=True)))
    same_script = [form for form in (word.text, *forms) if is_cyrillic(form) == is_cyrillic(word.text)]
    return Declension("", Paradigm((form, shape) for form in same_script for shape in ANY_CASE))


def _like(word: Word, model: str, lang: str) -> tuple[Declension, ...]:
    """The model's declensions, their endings on the word: as many letters as the model's ending are cut off."""
    found = []
    for declension in declensions(model, word.part, word.sex, lang):
        nominative = declension.form(NOMINATIVE) or model
        cut = len(nominative) - len(declension.stem)
        stem = word.text[: len(word.text) - cut] if cut else word.text
        found.append(Declension(stem, declension.paradigm))
    return tuple(found)


def _of_phrase(word: Word, lang: str) -> tuple[Declension, ...]:
    """A word of a place's longer name: adjectives and the last word are inflected, what a preposition governs is not."""
    fixed = Declension(word.text, Paradigm(("", shape) for shape in ANY_CASE))
    if word.behind in PREPOSITIONS_IN_NAMES or word.key in PREPOSITIONS_IN_NAMES:
        return (fixed,)
    lower = word.text.casefold()
    if lang in ("ru", "uk") and is_cyrillic(word.text):
        if lang == "ru" and lower.endswith(("ые", "ие")) and len(lower) > 4:
            rows = (
                russian_paradigms.ADJECTIVE_PLURAL if lower.endswith("ые") else russian_paradigms.ADJECTIVE_PLURAL_VELAR
            )
            return (Declension(word.text[:-2], Paradigm((e, Shape(s.case)) for e, s in _still(rows))),)
        if word.position < word.length - 1 and not lower.endswith(
            ("ый", "ий", "ой", "ая", "ое", "яя", "ська", "цька", "ське", "ські")
        ):
            return (fixed, *declensions(word.text, "place", "unknown", lang)[:1])
        return declensions(word.text, "place", "unknown", lang)[:1]
    return (fixed, *declensions(word.text, "place", "unknown", lang)[:1])


def _still(row: list[tuple[str, Shape]]) -> list[tuple[str, Shape]]:
    """A plural adjective of a place: its accusative is its nominative."""
    return [(row[0][0] if shape.case == "accs" else ending, shape) for ending, shape in row]


@lru_cache(maxsize=65536)
def _plain_endings(paradigm: Paradigm) -> tuple[tuple[str, tuple[Shape, ...]], ...]:
    """The endings of a paradigm with the shapes that are the name itself, not a word made of it."""
    rows = ((e.replace("'", ""), tuple(s for s in shapes if not s.derived)) for e, shapes in paradigm.by_ending.items())
    return tuple((ending, shapes) for ending, shapes in rows if shapes)


def spelled_forms(word: Word, lang: str, *, latin: bool) -> Iterator[tuple[str, tuple[Shape, ...], str | None]]:
    """(skeleton, shapes, Cyrillic ending) of the declined forms of a word in either script; of ё both spellings."""
    if lang == "ro":
        written = to_latin(word.text) if is_cyrillic(word.text) else word.text
        plain = Word(written, written, word.part, word.sex, "auto", word.owners)
        for declension in word_declensions(plain, lang):
            stem = key(declension.stem)
            yield from (
                (skeleton(stem + key(ending)), shapes, None) for ending, shapes in _plain_endings(declension.paradigm)
            )
        return
    texts = [word.text.casefold()] if is_cyrillic(word.text) else [to_cyrillic(one) for one in latin_ways(word.key)]
    if word.sex != "male" and word.part == "given":
        texts += [f"{text}ь" for text in texts if text.endswith("л")]  # Айгүл is Айгуль in Russian, and declined
    for text in texts:
        plain = Word(text, text, word.part, word.sex, word.declines, word.owners)
        for declension in word_declensions(plain, lang):
            stem = declension.stem.casefold()
            for ending, shapes in _plain_endings(declension.paradigm):
                form = stem + ending
                yield skeleton(form), shapes, ending
                for way in marks_off(form) if latin and shapes[0].number == "sing" else ():
                    yield skeleton(way), shapes, None
                if "ё" in form:
                    yield skeleton(form.replace("ё", "йо")), shapes, ending
    if not is_cyrillic(word.text):
        for one in skeletons(word.key):
            yield one, (NOMINATIVE,), None


def latin_ways(folded: str) -> tuple[str, ...]:
    """A folded Latin name as registered, and with y for a j that may be one (Julija)."""
    return (folded, folded.replace("j", "y")) if "j" in folded else (folded,)
