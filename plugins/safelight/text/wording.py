"""Wording: what stands instead of a name, in the shape that the name had; `Unsure` where that cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from safelight.model.vault import Person, Place
from safelight.text.case_context import allowed_cases
from safelight.text.inflection import (
    NOMINATIVE,
    Shape,
    english,
    inflect_name,
    inflect_phrase,
    is_cyrillic,
    romanian,
    uzbek,
)
from safelight.text.inflection.russian_phrase import euphonic, parses
from safelight.text.inflection.shape import cased_like
from safelight.text.name_forms import Form
from safelight.text.name_runs import Run
from safelight.text.place_adjectives import apart, is_adjective, refuse_agreement, with_hint
from safelight.text.reading import Reading
from safelight.text.unsure import Unsure, Wording

CASE_LANGUAGES = ("ru", "uk")
CHAIN_LANGUAGES = ("uz", "ky", "tg")
DETERMINERS = frozenset("the this that these those his her its our their my your every each no".split())


NO_NAME = "has no pseudonym or relation in this language; add one"
NO_SAY = "has no `say` in this language; add one"
CASES_DIFFER = "has parts in different cases; mend the text, or part the names"
OPEN_CASE = (
    "may be in several cases here, which the replacement would have to tell apart; choose a pseudonym or wording that is "
    "inflected as the name is (`safelight pseudonyms`), or rephrase"
)
PLURAL = "names a whole family or several people; write it without the name (her family)"
COUNTERPART = (
    "is a registered surname in the form of another gender; register that person, or write it without the name"
)
NO_FORM = "is in a form that its replacement does not have; rephrase"


def person_wording(person: Person, run: Run, reading: Reading, lang: str) -> Wording:
    """What a mention of `person` becomes; `run` holds only that person's readings. Raises `Unsure`."""
    name = person.pseudonym.get(lang)
    phrase = name or person.relation.get(lang)
    if not phrase:
        raise Unsure(NO_NAME)
    phrase = _in_alphabet(phrase, run, reading, lang)
    shapes = _person_shapes(run, lang)
    if _in_address(run, reading):
        shapes = frozenset({NOMINATIVE})
    _refuse_odd(shapes)
    if _is_family(run, reading, lang):
        raise Unsure(PLURAL)

    def written(shape: Shape) -> str | None:
        return inflect_name(phrase, person.sex, lang, shape) if name else inflect_phrase(phrase, lang, shape)

    first, shapes = _lui(run, reading, lang, shapes)
    text = _one(shapes, written, reading, run, lang, person.sex)
    if first == run.first:
        return _after_preposition(run, text, reading, lang, is_place=False)
    return first, text, run.extra


def place_wording(place: Place, run: Run, reading: Reading, lang: str) -> Wording:
    """What a mention of `place` becomes. Raises `Unsure`."""
    phrase = place.say.get(lang)
    if not phrase:
        raise Unsure(NO_SAY)
    phrase = _in_alphabet(phrase, run, reading, lang)
    shapes = (
        _common([_shapes(word, lang) for word in run.forms]) if lang in CASE_LANGUAGES else _shapes(run.forms[-1], lang)
    )
    if lang == "ar":
        shapes = _shapes(run.forms[0], lang)
    if any(shape.derived for shape in shapes) or is_adjective(run, reading, lang):
        return apart(phrase, run, reading, lang)
    if lang == "uk":
        refuse_agreement(phrase, run, reading)
    kind = _kind_before(run, phrase, reading, lang)
    if kind is not None:
        cases = {case for case in kind if lang == "ru"}
        shapes = frozenset(Shape(case) for case in cases) or shapes
        text = _one(shapes, lambda shape: inflect_phrase(phrase, lang, shape), reading, run, lang, "unknown")
        return run.first - 1, text, run.extra
    text = _one(shapes, lambda shape: inflect_phrase(phrase, lang, shape), reading, run, lang, "unknown")
    return _after_preposition(run, text, reading, lang, is_place=True)


def _in_alphabet(phrase: str, run: Run, reading: Reading, lang: str) -> str:
    """The wording in the letters of the name that it replaces: Uzbek is written in two alphabets."""
    if lang == "uz" and is_cyrillic(reading.word(run.at[-1])) and not is_cyrillic(phrase):
        return uzbek.in_cyrillic(phrase)
    return phrase


def _shapes(forms: Iterable[Form], lang: str) -> frozenset[Shape]:
    """The shapes of one word's readings, those of another language's endings as what they are here: undecided forms."""
    found = set()
    for form in forms:
        shape = form.shape
        if lang in ("en", "ar") or (lang == "ro" and form.lang not in ("ro", "")):
            # No case is written here, whatever ending the name was quoted with.
            shape = Shape("nomn", shape.number, shape.derived, prefix=shape.prefix)
        found.add(shape)
    return frozenset(found)


def _person_shapes(run: Run, lang: str) -> frozenset[Shape]:
    words = [_shapes(word, lang) for word in run.forms]
    if lang in CHAIN_LANGUAGES:
        inflected = [word for word in words if NOMINATIVE not in word]
        if len(inflected) > 1:
            raise Unsure(CASES_DIFFER)
        return inflected[0] if inflected else frozenset({NOMINATIVE})
    if lang == "ar":
        return words[0]
    if lang == "ro":
        oblique = [word for word in words if NOMINATIVE not in word]
        return oblique[0] if oblique else frozenset({NOMINATIVE})
    return _common(
        [word for word, forms in zip(words, run.forms, strict=True) if not all(f.particle for f in forms)] or words
    )


def _common(words: Sequence[frozenset[Shape]]) -> frozenset[Shape]:
    """The shapes that all words of a name share: its parts agree."""
    if len(words) == 1:
        return words[0]
    plain = [frozenset(shape for shape in word if not shape.derived) or word for word in words]
    shared = frozenset.intersection(*plain)
    if not shared:
        raise Unsure(CASES_DIFFER)
    return shared


def _refuse_odd(shapes: frozenset[Shape]) -> None:
    if all(shape.derived == "unlisted" for shape in shapes):
        raise Unsure(NO_FORM)
    if all(shape.derived == "counterpart" for shape in shapes):
        raise Unsure(COUNTERPART)
    if all(shape.number == "plur" and not shape.derived for shape in shapes):
        raise Unsure(PLURAL)


def _one(
    shapes: frozenset[Shape], written: Callable[[Shape], str | None], reading: Reading, run: Run, lang: str, sex: str
) -> str:
    """The one text that all shapes lead to, those that the sentence allows if they differ. Raises `Unsure`."""
    texts = {written(shape) for shape in shapes if shape.number == "sing" or shape.derived or len(shapes) == 1}
    if len(texts) == 1:
        (text,) = texts
        if text is None:
            raise Unsure(NO_FORM)
        return str(text)
    if lang in CASE_LANGUAGES:
        allowed = allowed_cases(reading, run.first, run.last, lang, sex, is_place=run.kind == "place")
        if allowed is not None:
            texts = {written(shape) for shape in shapes if shape.case in allowed and shape.number == "sing"}
            if len(texts) == 1 and None not in texts:
                return str(texts.pop())
        raise Unsure(OPEN_CASE)
    plain = {written(shape) for shape in shapes if not shape.derived and shape.number == "sing"} - {None}
    if len(plain) == 1:
        return str(plain.pop())
    raise Unsure(OPEN_CASE)


def _lui(run: Run, reading: Reading, lang: str, shapes: frozenset[Shape]) -> tuple[int, frozenset[Shape]]:
    """Romanian `lui` before a name makes it a genitive, and goes with it: the pseudonym brings its own."""
    if (
        lang == "ro"
        and run.first
        and reading.keys[run.first - 1] == "lui"
        and reading.gap(run.first - 1, run.first) == " "
    ):
        return run.first - 1, frozenset({Shape("gent")})
    return run.first, shapes


def _after_preposition(run: Run, text: str, reading: Reading, lang: str, *, is_place: bool) -> Wording:
    """The wording with what it changes in the word before: об Анне, в городе, dintr-un oraș, the town."""
    before = run.first - 1
    if before < 0 or reading.gap(before, run.first) != " ":
        return _with_apostrophe(run, text, reading, lang)
    word = reading.word(before)
    if lang == "ru":
        right = euphonic(word, text)
        if right != word:
            return before, f"{right} {text}", run.extra
    elif lang == "ro" and is_place:
        joined = romanian.with_preposition(word, text)
        if joined != f"{word} {text}":
            return before, joined, run.extra
    elif lang == "en" and is_place and reading.keys[before] in DETERMINERS:
        return run.first, english.after_determiner(text), run.extra
    elif lang == "en" and is_place and reading.keys[before] in ("a", "an"):
        # A Buynaksk woman: a noun before a noun, which takes the article of what follows.
        if not text.startswith(("a ", "an ")):
            raise Unsure(with_hint(text, None, lang))
        return before, cased_like(text, word), run.extra
    return _with_apostrophe(run, text, reading, lang)


def _in_address(run: Run, reading: Reading) -> bool:
    """Whether a name is part of an e-mail address, a handle, a link or code, where nothing is inflected."""
    start, end = reading.starts[run.first], reading.ends[run.last - 1]
    near = reading.text[max(0, start - 1) : start] + reading.text[end : end + 1]
    return "@" in near or "_" in near or reading.region(start) in ("address", "code")


KINDS = {
    "ru": frozenset("город село деревня поселок посёлок аул район станица кишлак область регион республика край остров".split()),
    "ro": frozenset("orasul orasului satul satului municipiul municipiului comuna comunei raionul raionului regiunea".split()),
}  # fmt: skip
"""Nouns that stand before a place's name (в городе Буйнакске), as lemmas in Russian, as folded forms in Romanian."""
KIND_BEFORE = "stands behind a word for its kind (the town of …); leave that word out"


def _kind_before(run: Run, phrase: str, reading: Reading, lang: str) -> list[str] | None:
    """The cases of a noun before the place that the wording repeats (город), which then goes; None where there is none.

    Raises `Unsure` where the noun is there and the wording has another.
    """
    before = run.first - 1
    if lang not in KINDS or before < 0 or reading.gap(before, run.first) != " ":
        return None
    if lang == "ro":
        if reading.keys[before] in KINDS["ro"]:
            raise Unsure(KIND_BEFORE)
        return None
    kinds = [p for p in parses(reading.keys[before]) if p.normal_form in KINDS["ru"] and p.tag.number == "sing"]
    if not kinds:
        return None
    if kinds[0].normal_form != phrase.split(" ")[0].casefold():
        raise Unsure(KIND_BEFORE)
    cases = [p.tag.case.replace("loc2", "loct").replace("gen2", "gent") for p in kinds]
    allowed = allowed_cases(reading, before, run.last, lang, "unknown", is_place=True)
    return [case for case in cases if allowed is None or case in allowed] or cases


def _is_family(run: Run, reading: Reading, lang: str) -> bool:
    """Whether a surname alone names the family: familia Popescu, the Magomedova family."""
    if {form.part for word in run.forms for form in word} != {"family"}:
        return False
    before = reading.keys[run.first - 1] if run.first else ""
    after = reading.keys[run.last] if run.last < len(reading.keys) else ""
    return (lang == "ro" and before in ("familia", "familiei")) or (lang == "en" and after in ("family", "families"))


def _with_apostrophe(run: Run, text: str, reading: Reading, lang: str) -> Wording:
    """The wording, and the English possessive of a name in -s (James' door) written out for one without (Anna's door)."""
    end = reading.ends[run.last - 1]
    bare = reading.keys[run.last - 1].endswith("s") and reading.text[end : end + 2] == "' " and lang == "en"
    quoted = reading.text[reading.starts[run.first] - 1 : reading.starts[run.first]] == "'"
    if bare and not quoted and reading.text[end + 2 : end + 3].islower():
        return run.first, f"{text}'s", 1
    return run.first, text, run.extra
