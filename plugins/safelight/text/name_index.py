"""The index: what one written word may be of the registered names, by stem and suffix, so that no form is listed.

Two nets. The first holds stems as registered: a word is a stem and an ending of its paradigm (ru, uk, ro, en), or a
word and a suffix chain (uz, ky, tg), or a clitic and a word (ar). The second holds the skeletons of the declined forms
(`skeleton`), for other scripts and spellings. What the text's own language explains goes before what another does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from safelight.text.inflection import (
    CASES,
    NOMINATIVE,
    Agglutination,
    Declension,
    Paradigm,
    Shape,
    agglutination,
    arabic,
    declensions,
    is_arabic,
    is_cyrillic,
    russian,
    ukrainian,
)
from safelight.text.languages import writing
from safelight.text.lexicon import WORD
from safelight.text.registered_words import Word, key
from safelight.text.skeleton import SHORTEST, marks_off, skeleton, skeletons, to_cyrillic, to_latin

LONGEST_ENDING = 14
"""Letters of the longest ending or suffix chain that is looked for."""
MEMO = 400_000
"""Words whose answer is remembered, in memory only; then everything is forgotten and learned anew."""
FAR_BASE = 5
"""Letters of the shortest name whose suffix chains are also read in texts of languages that do not write them."""
UNLISTED, LONGEST_UNLISTED = 5, 7
"""Letters of the shortest name that is seen in a longer unknown word, and of the longest ending that it may have."""
JOINED = 8
"""Letters of the shortest word that is taken apart into two names written as one."""
ANY_CASE = tuple(Shape(case) for case in CASES)
UNSURE_KINDS = frozenset({"pet", "counterpart", "demonym", "unlisted"})
PREPOSITIONS_IN_NAMES = frozenset("на над под в у при on upon sur am an de la pe".split())


@dataclass(frozen=True, slots=True)
class Form:
    """What a written word may be: a part of a name of one of `owners`, in a shape, as the tables of `lang` read it.

    `sure` is False for a reading by skeleton only (another script or spelling than the registered one).
    """

    owners: frozenset[str]
    part: str
    shape: Shape
    lang: str = ""
    sure: bool = True
    particle: bool = False
    position: int = 0
    length: int = 1

    @property
    def owner(self) -> str:
        """The first owner's id."""
        return min(self.owners)


Forms = tuple[Form, ...]
Table = Mapping[str, tuple[Shape, ...]]
Spelling = tuple[Word, tuple[Shape, ...], str | None]
Spellings = dict[str, list[Spelling]]
Stems = dict[str, list[tuple[Word, str, Table]]]


@lru_cache(maxsize=65536)
def _table(paradigm: Paradigm) -> Table:
    """A paradigm's endings as they stand in folded text."""
    found: dict[str, tuple[Shape, ...]] = {}
    for ending, shapes in paradigm.by_ending.items():
        folded = key(ending)
        found[folded] = found.get(folded, ()) + shapes
    return found


def _script(word: str) -> str:
    return "cyrillic" if is_cyrillic(word) else "arabic" if is_arabic(word) else "latin"


class Words:
    """The registered words; what a language makes of them is worked out for those words that begin like one looked up.

    So a large vault costs what its texts ask of it. Words that are short, or that the vault lists forms of, may change
    at their beginning (Лев, Льва); they are worked out at the first question.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self.words = tuple(words)
        self.bases: dict[str, list[Word]] = {}
        for word in self.words:
            self.bases.setdefault(word.key, []).append(word)
        self.scripts = {(owner, word.part, _script(word.key)) for word in self.words for owner in word.owners}
        self._heads: dict[str, dict[str, list[Word]]] = {}
        self._stems: dict[tuple[str, str], Stems] = {}
        self._spellings: dict[tuple[str, str], Spellings] = {}

    def stems(self, lang: str, word: str) -> tuple[Stems, ...]:
        """Folded stems, with their endings in `lang`, of the registered words that a folded word may be a form of."""
        return tuple(self._stems_of(lang, head) for head in ("", word[:STEM_HEAD]))

    def spellings(self, lang: str, letters: str) -> Iterator[Spelling]:
        """The registered words, with shapes and ending, that have a declined form of this skeleton in ru, uk or ro."""
        for head in ("", letters[:SKELETON_HEAD]):
            yield from self._spellings_of(lang, head).get(letters, ())

    @cached_property
    def skeleton_bases(self) -> dict[str, list[Word]]:
        """Skeletons of the words as registered."""
        found: dict[str, list[Word]] = {}
        for word in self.words:
            if _is_respelled(word):
                for one in skeletons(word.key):
                    if len(one) >= SHORTEST:
                        found.setdefault(one, []).append(word)
        return found

    def _beginning(self, kind: str, head: str) -> list[Word]:
        if kind not in self._heads:
            found: dict[str, list[Word]] = {}
            for word in self.words:
                for one in _heads(word, kind):
                    found.setdefault(one, []).append(word)
            self._heads[kind] = found
        return self._heads[kind].get(head, [])

    def _stems_of(self, lang: str, head: str) -> Stems:
        stems = self._stems.get((lang, head))
        if stems is None:
            stems = {}
            for word in self._beginning("uk" if lang == "uk" else "written", head):
                for declension in _declensions(word, lang):
                    _add(stems, word, lang, declension)
            self._stems[lang, head] = stems
        return stems

    def _spellings_of(self, lang: str, head: str) -> Spellings:
        spellings = self._spellings.get((lang, head))
        if spellings is None:
            spellings = {}
            seen: set[tuple[str, str, str, frozenset[str]]] = set()
            # Cyrillic words first: their paradigms are the better known, and a Latin twin adds nothing to them.
            for word in sorted(self._beginning("skeleton", head), key=lambda w: not is_cyrillic(w.text)):
                once = (skeleton(word.key), word.part, word.sex, word.owners)
                if once not in seen:
                    seen.add(once)
                    for form, shapes, ending in _spelled_forms(word, lang):
                        if len(form) >= SHORTEST:
                            spellings.setdefault(form, []).append((word, shapes, ending))
            self._spellings[lang, head] = spellings
        return spellings


STEM_HEAD, SKELETON_HEAD = 2, 3
"""Letters at a word's beginning that no inflection changes, of written words and of skeletons."""


def _is_respelled(word: Word) -> bool:
    return not is_arabic(word.text) and word.length == 1 and not word.is_particle


def _heads(word: Word, kind: str) -> set[str]:
    """The beginnings under which a word is kept; "" for one whose beginning may change."""
    if kind == "skeleton":
        if not _is_respelled(word):
            return set()
        ways = set(skeletons(word.key))
        written = word.key if is_cyrillic(word.text) else to_cyrillic(word.key)
        ways |= set(map(skeleton, marks_off(written)))
        if not is_cyrillic(word.text):
            ways |= {skeleton(to_cyrillic(one)) for one in _latin_ways(word.key)}
        return {
            "" if len(one) < SKELETON_HEAD + 2 or isinstance(word.declines, tuple) else one[:SKELETON_HEAD]
            for one in ways
        }
    if len(word.key) <= STEM_HEAD + 1 or isinstance(word.declines, tuple):
        return {""}
    if kind == "uk" and is_cyrillic(word.text):
        return {word.key[:STEM_HEAD], key(ukrainian.respelled(word.text, word.part))[:STEM_HEAD]}
    return {word.key[:STEM_HEAD]}


def _declensions(word: Word, lang: str) -> tuple[Declension, ...]:
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
            rows = russian.ADJECTIVE_PLURAL if lower.endswith("ые") else russian.ADJECTIVE_PLURAL_VELAR
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


def _add(stems: Stems, word: Word, lang: str, declension: Declension) -> None:
    stem, table = key(declension.stem), _table(declension.paradigm)
    if len(stem) >= 2:
        stems.setdefault(stem, []).append((word, lang, table))
        return
    for ending, shapes in table.items():
        if len(stem + ending) > 1:
            stems.setdefault(stem + ending, []).append((word, lang, {"": shapes}))


@lru_cache(maxsize=65536)
def _plain_endings(paradigm: Paradigm) -> tuple[tuple[str, tuple[Shape, ...]], ...]:
    """The endings of a paradigm with the shapes that are the name itself, not a word made of it."""
    rows = ((e.replace("'", ""), tuple(s for s in shapes if not s.derived)) for e, shapes in paradigm.by_ending.items())
    return tuple((ending, shapes) for ending, shapes in rows if shapes)


def _spelled_forms(word: Word, lang: str) -> Iterator[tuple[str, tuple[Shape, ...], str | None]]:
    """(skeleton, shapes, Cyrillic ending) of the declined forms of a word in either script; of ё both spellings."""
    if lang == "ro":
        latin = to_latin(word.text) if is_cyrillic(word.text) else word.text
        plain = Word(latin, latin, word.part, word.sex, "auto", word.owners)
        for declension in _declensions(plain, lang):
            stem = key(declension.stem)
            yield from (
                (skeleton(stem + key(ending)), shapes, None) for ending, shapes in _plain_endings(declension.paradigm)
            )
        return
    texts = [word.text.casefold()] if is_cyrillic(word.text) else [to_cyrillic(one) for one in _latin_ways(word.key)]
    if word.sex != "male" and word.part == "given":
        texts += [f"{text}ь" for text in texts if text.endswith("л")]  # Айгүл is Айгуль in Russian, and declined
    for text in texts:
        plain = Word(text, text, word.part, word.sex, word.declines, word.owners)
        for declension in _declensions(plain, lang):
            stem = declension.stem.casefold()
            for ending, shapes in _plain_endings(declension.paradigm):
                form = stem + ending
                yield skeleton(form), shapes, ending
                for way in marks_off(form) if shapes[0].number == "sing" else ():
                    yield skeleton(way), shapes, None
                if "ё" in form:
                    yield skeleton(form.replace("ё", "йо")), shapes, ending
    if not is_cyrillic(word.text):
        for one in skeletons(word.key):
            yield one, (NOMINATIVE,), None


def _latin_ways(folded: str) -> tuple[str, ...]:
    return (folded, folded.replace("j", "y")) if "j" in folded else (folded,)


class NameIndex:
    """Forms by folded word, for texts in one language; asks like a mapping, but cannot be enumerated."""

    def __init__(self, lang: str, words: Words) -> None:
        self.lang = lang
        self.words = words
        self._memo: dict[str, Forms] = {}
        self._heads = {one[:2] for one in words.bases}
        self.readings = writing(lang).readings

    def __contains__(self, word: object) -> bool:
        found = self._memo.get(word) if isinstance(word, str) else ()
        return bool(self._look_up(str(word)) if found is None else found)

    def __getitem__(self, word: str) -> Forms:
        found = self.get(word)
        if not found:
            raise KeyError(word)
        return found

    def get(self, word: str, default: Forms = ()) -> Forms:
        """The forms that a folded word may be; `default` when it is none."""
        found = self._memo.get(word)
        if found is None:
            found = self._look_up(word)
        return found or default

    def _look_up(self, word: str) -> Forms:
        if len(self._memo) > MEMO:
            self._memo.clear()
        found = self._memo[word] = self._found(word)
        return found

    def _found(self, word: str) -> Forms:
        if len(word) < 2 or word.isdigit():
            return ()
        if is_arabic(word):
            return _best([*self._clitics(word), *self._joined(word)])
        if word[:2] in self._heads:
            found = _best([*self._declined(word), *self._chained(word)], self.lang)
            if found:
                return found + self._of_others(word, found)
        if len(word) < 3:
            return ()
        return _best([*self._respelled(word), *self._joined(word)], self.lang) or self._unlisted(word)

    def _of_others(self, word: str, found: Forms) -> Forms:
        """Readings of people who bear the same name, but are registered with it in another script only."""
        script, known = _script(word), {(owner, form.part) for form in found for owner in form.owners}
        more = []
        for form in self._respelled(word):
            owners = frozenset(
                o for o in form.owners if (o, form.part) not in known and (o, form.part, script) not in self.words.scripts
            )  # fmt: skip
            if owners:
                more.append(replace(form, owners=owners))
        return _best(more, self.lang)

    def _declined(self, word: str) -> Iterator[Form]:
        cyrillic = "\u0400" <= word[0] <= "\u052f"
        langs = (
            (("uk", "ru") if self.lang == "uk" else ("ru",))
            if cyrillic
            else ("ro", "en")
            if self.lang == "ro"
            else ("en",)
        )
        for one in langs:
            for stems in self.words.stems(one, word):
                if stems:
                    for cut in range(len(word), max(1, len(word) - LONGEST_ENDING), -1):
                        for registered, lang, table in stems.get(word[:cut], ()):
                            for shape in table.get(word[cut:], ()):
                                yield _form(registered, shape, lang)
        for registered in self.words.bases.get(word, ()):
            if not cyrillic:
                # In a language of cases a name in foreign letters may stand in any of them.
                for shape in ANY_CASE if self.lang in ("ru", "uk") else (NOMINATIVE,):
                    yield _form(registered, shape, self.lang)
            elif self.lang not in ("ru", "uk"):
                yield _form(registered, NOMINATIVE, self.lang)

    def _suffixes(self, word: str) -> list[tuple[str, Agglutination]]:
        langs = ("ky", "uz", "tg") if "\u0400" <= word[0] <= "\u052f" else ("uz",)
        ordered = sorted(langs, key=lambda lang: lang != self.lang)
        return [(lang, found) for lang in ordered if (found := agglutination(lang, word)) is not None]

    def _chained(self, word: str) -> Iterator[Form]:
        for lang, suffixes in self._suffixes(word):
            shortest = 2 if lang == self.lang else FAR_BASE
            for cut in range(len(word) - 1, max(shortest, len(word) - LONGEST_ENDING) - 1, -1):
                chains = None
                for base in _voiced(word[:cut], word[cut]):
                    for registered in self.words.bases.get(base, ()):
                        chains = suffixes.read(word[cut:]) if chains is None else chains
                        for chain in chains[:1]:
                            yield _form(registered, Shape(chain=chain), lang)

    def _respelled(self, word: str) -> Iterator[Form]:
        """Readings of another script's or system's spelling of a registered name."""
        lang = self.lang if self.lang in ("ru", "uk", "ro") else "ru"
        latin_suffix = word[0] < "\u0400"
        bases = self.words.skeleton_bases
        for one in skeletons(word):
            found = list(self.words.spellings(lang, one))
            if lang == self.lang in ("ru", "uk") and not latin_suffix:
                # A skeleton does not tell і from и or й: the ending as written does, else any case may be meant.
                exact = [spelled for spelled in found if spelled[2] is not None and word.endswith(key(spelled[2]))]
                found = exact or [(registered, ANY_CASE, None) for registered, _, _ in found]
            for registered, shapes, _ in found:
                for shape in shapes:
                    yield _form(registered, shape, lang, sure=False)
            for registered in () if self.lang in ("ru", "uk") else bases.get(one, ()):
                yield _form(registered, NOMINATIVE, self.lang, sure=False)
        if self.lang in ("ky", "tg", "uz"):
            for suffix_lang, suffixes in self._suffixes(word)[:1]:
                for cut in range(len(word) - 1, max(3, len(word) - LONGEST_ENDING) - 1, -1):
                    chains = suffixes.read(word[cut:])
                    if chains:
                        for one in skeletons(word[:cut]):
                            for registered in bases.get(one, ()):
                                yield _form(registered, Shape(chain=chains[0]), suffix_lang, sure=False)
        elif latin_suffix and word.endswith("s") and self.lang == "en":
            for one in skeletons(word[:-1]):
                for registered in bases.get(one, ()):
                    yield _form(registered, Shape("nomn", "plur"), "en", sure=False)

    def _unlisted(self, word: str) -> Forms:
        """A registered word with an ending that no table has (Залинушечка, Buynakskers): found, and asked about."""
        if word[:2] not in self._heads or len(word) < UNLISTED + 1:
            return ()
        for cut in range(len(word) - 1, max(UNLISTED, len(word) - LONGEST_UNLISTED) - 1, -1):
            for base in (word[:cut], word[:cut] + "а", word[:cut] + "я", word[:cut] + "ь"):
                for registered in self.words.bases.get(base, ()):
                    if registered.length == 1 and not self.readings(word) & WORD:
                        return (_form(registered, Shape(derived="unlisted"), self.lang, sure=False),)
        return ()

    def _joined(self, word: str) -> Iterator[Form]:
        """Two parts of one person's name written as one word (залинамагомедова)."""
        if len(word) < JOINED:
            return
        for cut in range(3, len(word) - 2) if word[:2] in self._heads else ():
            for left in self.words.bases.get(word[:cut], ()):
                if left.part == "place" or left.is_particle:
                    continue
                for right in self.get(word[cut:]):
                    owners = left.owners & right.owners
                    if owners and right.part not in (left.part, "place") and not right.particle:
                        yield Form(owners, "full", right.shape, right.lang, sure=False)
        if "\u0400" <= word[0] <= "\u052f":
            return
        bases = self.words.skeleton_bases
        for one in skeletons(word):
            for cut in range(SHORTEST, len(one) - SHORTEST + 1):
                for left in bases.get(one[:cut], ()):
                    for registered, shapes, _ in self.words.spellings("ru", one[cut:]):
                        owners = left.owners & registered.owners
                        if owners and left.part != registered.part and "place" not in (left.part, registered.part):
                            yield from (Form(owners, "full", shape, "ru", sure=False) for shape in shapes)

    def _clitics(self, word: str) -> Iterator[Form]:
        for registered in self.words.bases.get(word, ()):
            yield _form(registered, NOMINATIVE, "ar")
        for clitic in arabic.CLITICS:
            folded = _folded_clitic(clitic)
            if word.startswith(folded):
                for registered in self.words.bases.get(word[len(folded) :], ()):
                    yield _form(registered, Shape(prefix=clitic), "ar")


@lru_cache(maxsize=256)
def _folded_clitic(clitic: str) -> str:
    return key(clitic)


def _voiced(base: str, following: str) -> tuple[str, ...]:
    """A name before a suffix: its last consonant may have been voiced by it (Айбек, Айбеги; Malik, Maligi)."""
    back = {"г": "к", "б": "п", "ғ": "қ", "g": "k", "b": "p"}.get(base[-1:])
    return (base, base[:-1] + back) if back and following in "аыоуэиеөүиaiou" else (base,)


def _form(word: Word, shape: Shape, lang: str, *, sure: bool = True) -> Form:
    if word.part == "place" and shape.number == "plur" and not shape.derived:
        shape = Shape(shape.case)  # the plural of Набережные Челны is its only number
    return Form(word.owners, word.part, shape, lang, sure, word.is_particle, word.position, word.length)


def _best(forms: Iterable[Form], lang: str = "") -> Forms:
    """Those of the best kind of reading: the text's own language before another's, the plain before the derived."""
    ranked: dict[int, dict[Form, None]] = {}
    for form in forms:
        rank = (
            (not form.sure) * 4
            + (form.shape.derived in UNSURE_KINDS) * 2
            + bool(
                form.shape.derived
                or (form.shape.number == "plur" and form.part == "given")
                or (form.lang != lang and form.shape != NOMINATIVE)
            )
        )
        ranked.setdefault(rank, {})[form] = None
    return tuple(ranked[min(ranked)]) if ranked else ()
