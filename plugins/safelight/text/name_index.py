"""The index: what one written word may be of the registered names, by stem and suffix, so that no form is listed.

Two nets. The first holds stems as registered: a word is a stem and an ending of its paradigm (ru, uk, ro, en), or a
word and a suffix chain (uz, ky, tg), or a clitic and a word (ar). The second holds the skeletons of the declined forms
(`skeleton`), for other scripts and spellings. What the text's own language explains goes before what another does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from safelight.text.inflection import NOMINATIVE, Agglutination, Shape, agglutination, arabic, is_arabic
from safelight.text.inflection.agglutination import voiced
from safelight.text.languages import writing
from safelight.text.lexicon import WORD
from safelight.text.name_forms import Form, Forms, best
from safelight.text.registered_words import Word, key
from safelight.text.skeleton import SHORTEST, skeletons
from safelight.text.word_paradigms import ANY_CASE
from safelight.text.word_stems import Words, script_of

LONGEST_ENDING = 14
"""Letters of the longest ending or suffix chain that is looked for."""
MEMO = 400_000
"""Words whose answer is remembered, in memory only; then everything is forgotten and learned anew."""
FAR_BASE = 5
"""Letters of the shortest name whose suffix chains are also read where no language writes them."""
UNLISTED, LONGEST_UNLISTED = 5, 7
"""Letters of the shortest name that is seen in a longer unknown word, and of the longest ending that it may have."""
UNLISTED_PLACE = 6
"""Letters of a place's name that begin a word of the dictionary, which is then made of the place."""
LOST = ("а", "я", "ь", "о", "и", "і", "ы", "й", "a", "e", "i", "u", "o")
"""Last letters of a name that an ending may take the place of."""
MOST_CUT = 3
"""Letters of the longest ending that is taken off a name registered in Arabic letters."""
ARTICLE, TO_THE = "ال", "لل"
"""The Arabic article, and what it becomes with "to" before it."""
JOINED = 8
"""Letters of the shortest word that is taken apart into two names written as one."""


class NameIndex:
    """Forms by folded word, for texts in one language; asks like a mapping, but cannot be enumerated."""

    def __init__(self, lang: str, words: Words) -> None:
        self.lang = lang
        self.words = words
        self._memo: dict[str, Forms] = {}
        self._heads = {one[:2] for one in words.bases}
        self.readings = writing(lang).readings
        self._arabic = writing("ar").readings

    def __contains__(self, word: object) -> bool:
        found = self._memo.get(word) if isinstance(word, str) else ()
        return bool(self._look_up(str(word)) if found is None else found)

    def names(self, word: str) -> bool:
        """Whether a folded word may be a registered name; a question of `word_memory`."""
        return bool(self.get(word))

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
            return best([*self._clitics(word), *self._joined(word)]) or best(self._spelt_in_arabic(word))
        if word[:2] in self._heads:
            found = best([*self._declined(word), *self._chained(word)], self.lang)
            if found:
                return found + self._of_others(word, found)
        if len(word) < 3:
            return ()
        found = best([*self._respelled(word), *self._joined(word)], self.lang)
        return found or best(self._spelt_from_arabic(word)) or self._unlisted(word)

    def _of_others(self, word: str, found: Forms) -> Forms:
        """Readings of people who bear the same name, but are registered with it in another script only."""
        script, known = script_of(word), {(owner, form.part) for form in found for owner in form.owners}
        more = []
        for form in self._respelled(word):
            owners = frozenset(
                o for o in form.owners if (o, form.part) not in known and (o, form.part, script) not in self.words.scripts
            )  # fmt: skip
            if owners:
                more.append(replace(form, owners=owners))
        return best(more, self.lang)

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
                for base in voiced(word[:cut], word[cut]):
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
            found = list(self.words.spellings(lang, one, latin=latin_suffix))
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
            for base in (word[:cut], *(word[:cut] + vowel for vowel in LOST)):
                for registered in self.words.bases.get(base, ()):
                    # The dictionary knows what is made of towns (мариупольский, bucureștean), and it is no other word.
                    known = self.readings(word) & WORD and not (registered.part == "place" and cut >= UNLISTED_PLACE)
                    if registered.length == 1 and not known:
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
                    for registered, shapes, _ in self.words.spellings("ru", one[cut:], latin=True):
                        owners = left.owners & registered.owners
                        if owners and left.part != registered.part and "place" not in (left.part, registered.part):
                            yield from (Form(owners, "full", shape, "ru", sure=False) for shape in shapes)

    def _clitics(self, word: str) -> Iterator[Form]:
        for registered in self.words.bases.get(word, ()):
            yield _form(registered, NOMINATIVE, "ar")
        for clitic in arabic.CLITICS:
            folded = _folded_clitic(clitic)
            if word.startswith(folded):
                rest = word[len(folded) :]
                for registered in self.words.bases.get(rest, ()):
                    yield _form(registered, Shape(prefix=clitic), "ar")
                if folded.endswith(TO_THE):  # ل swallows the alef of the name's own article: للزهراني, to al-Zahrani
                    for registered in self.words.bases.get(ARTICLE + rest, ()):
                        yield _form(registered, Shape(prefix=clitic[:-1]), "ar")

    def _spelt_in_arabic(self, word: str) -> Iterator[Form]:
        """Readings of names that are registered in other letters only; a word that is no name to anybody is none."""
        for clitic in ("", *arabic.CLITICS):
            folded = _folded_clitic(clitic)
            rest = word[len(folded) :]
            if word.startswith(folded) and not {self._arabic(rest), self._arabic(word)} & {WORD}:
                for registered in self.words.arabic_spellings.foreign(rest):
                    yield _form(registered, Shape(prefix=clitic), "ar", sure=False)

    def _spelt_from_arabic(self, word: str) -> Iterator[Form]:
        """Readings of names that are registered in Arabic letters only.

        Where names are inflected an ending may hide one, and then nobody can tell the case.
        """
        if self.readings(word) == WORD:
            return
        for chained in self._chained_from_arabic(word):
            yield chained
            return
        for registered in self.words.arabic_spellings.own(word):
            shapes = ANY_CASE if self.lang in ("ru", "uk") else (NOMINATIVE,)
            yield from (_form(registered, shape, self.lang, sure=False) for shape in shapes)
        for cut in range(1, MOST_CUT + 1) if len(word) > UNLISTED + MOST_CUT else ():
            for registered in self.words.arabic_spellings.own(word[:-cut]):
                yield _form(registered, Shape(derived="unlisted"), self.lang, sure=False)

    def _chained_from_arabic(self, word: str) -> Iterator[Form]:
        """The same with a suffix chain behind the name (Fatimaga); before the whole word, which may seem a name, too."""
        for lang, suffixes in self._suffixes(word)[:1] if self.lang in ("uz", "ky", "tg") else ():
            for cut in range(len(word) - 2, max(3, len(word) - LONGEST_ENDING) - 1, -1):
                chains = suffixes.read(word[cut:])
                for registered in self.words.arabic_spellings.own(word[:cut]) if chains else ():
                    yield _form(registered, Shape(chain=chains[0]), lang, sure=False)


@lru_cache(maxsize=256)
def _folded_clitic(clitic: str) -> str:
    return key(clitic)


def _form(word: Word, shape: Shape, lang: str, *, sure: bool = True) -> Form:
    if word.part == "place" and shape.number == "plur" and not shape.derived:
        shape = Shape(shape.case)  # the plural of Набережные Челны is its only number
    return Form(word.owners, word.part, shape, lang, sure, word.is_particle, word.position, word.length)
