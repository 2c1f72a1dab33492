"""Names in every form: one module per language or family, each with its paradigms both ways.

`read` side: a paradigm or a suffix table says what a written ending may be. `write` side: the same tables put a
pseudonym, or what stands for a place, into the same shape. Nothing here knows a vault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.text.inflection import (
    arabic,
    english,
    kyrgyz,
    romanian,
    russian,
    russian_phrase,
    tajik,
    ukrainian,
    ukrainian_phrase,
    uzbek,
)
from safelight.text.inflection.agglutination import Agglutination
from safelight.text.inflection.shape import CASES, NOMINATIVE, Declension, Paradigm, Shape

__all__ = [
    "CASES", "LANGUAGES", "NOMINATIVE", "Agglutination", "Declension", "Paradigm", "Shape", "agglutination", "all_forms",
    "declensions", "inflect_name", "inflect_phrase", "is_arabic", "is_cyrillic",
]  # fmt: skip

LANGUAGES = ("en", "ru", "uk", "ro", "uz", "tg", "ky", "ar")


_CYRILLIC = re.compile("[\u0400-\u052f]")
_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufefc]")


def is_cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic."""
    return _CYRILLIC.search(word) is not None


def is_arabic(word: str) -> bool:
    """Whether a word is written in Arabic letters."""
    return _ARABIC.search(word) is not None


def agglutination(lang: str, word: str) -> Agglutination | None:
    """The suffix table of a language in the script of `word`; None for a language without suffix chains."""
    if lang == "uz":
        return uzbek.UZBEK_CYRILLIC if is_cyrillic(word) else uzbek.UZBEK_LATIN
    return {"ky": kyrgyz.KYRGYZ, "tg": tajik.TAJIK}.get(lang)


def declensions(word: str, part: str, sex: str, lang: str) -> tuple[Declension, ...]:
    """The paradigms of a word of a name in ru, uk, ro and en; none in the other languages and scripts.

    `part` is `given`, `patronymic`, `family` or `place`; `sex` is `female`, `male` or `unknown`.
    """
    if len(word) < 2:
        return ()
    if is_cyrillic(word):
        if lang == "ru":
            return russian.decline(word, part, sex)
        return ukrainian.decline(word, part, sex) if lang == "uk" else ()
    if is_arabic(word):
        return ()
    if lang == "ro":
        return romanian.decline(word, part, sex)
    return english.decline(word, part, sex) if lang == "en" else ()


def inflect_name(name: str, sex: str, lang: str, shape: Shape) -> str | None:
    """A pseudonym of one or more words in a shape of a language; None where it has no such form."""
    words = name.split(" ")
    if lang == "ar":
        return arabic.attach(shape.prefix, name)
    suffixes = agglutination(lang, name)
    if suffixes is not None:
        last = suffixes.inflect(words[-1], shape.chain)
        return None if last is None else " ".join([*words[:-1], last])
    if shape.number == "plur" and not shape.derived:
        return None
    if lang in ("ru", "uk"):
        if len(words) > 1:
            return _full_name(words, sex, lang, shape)
        if not is_cyrillic(name):
            return name if shape == NOMINATIVE else None
        inflect = russian.inflect_name if lang == "ru" else ukrainian.inflect_name
        return inflect(name, sex, shape)
    if lang == "ro":
        first = romanian.inflect_name(words[0], sex, shape)
        return None if first is None else " ".join([first, *words[1:]])
    return name


def _full_name(words: list[str], sex: str, lang: str, shape: Shape) -> str | None:
    if shape.derived:
        return None
    parts = ["given", *["family"] * (len(words) - 1)]
    if len(words) == 3:
        parts[1] = "patronymic"
    found = []
    for word, part in zip(words, parts, strict=True):
        if word.endswith("."):
            found.append(word)
            continue
        forms = (d.form(shape) or (word if shape.case == "voct" else None) for d in declensions(word, part, sex, lang))
        form = next((f for f in forms if f is not None), None)
        if form is None:
            return None
        found.append(form)
    return " ".join(found)


def inflect_phrase(phrase: str, lang: str, shape: Shape) -> str | None:
    """A noun phrase (`say`, `relation`) in a shape of a language, at its head noun; None where that is not sure."""
    if lang == "ar":
        return arabic.attach(shape.prefix, phrase)
    suffixes = agglutination(lang, phrase)
    if suffixes is not None:
        return _agglutinated(phrase, suffixes, shape)
    if shape.derived or shape.number == "plur":
        return None
    if lang == "ru":
        return russian_phrase.inflect_phrase(phrase, shape.case)
    if lang == "uk":
        return ukrainian_phrase.inflect_phrase(phrase, shape.case)
    return romanian.inflect_phrase(phrase, shape) if lang == "ro" else phrase


def _agglutinated(phrase: str, suffixes: Agglutination, shape: Shape) -> str | None:
    first, _, last = phrase.rpartition(" ")
    chain = shape.chain
    if suffixes is kyrgyz.KYRGYZ and kyrgyz.is_possessed(phrase):
        written: str | None = last
        for index, meaning in enumerate(chain):
            before = chain[:index] or ("p3",)
            written = None if written is None else suffixes.write(written, meaning, before)
    else:
        written = suffixes.inflect(last, chain)
    if written is None:
        return None
    return f"{first} {written}" if first else written


def all_forms(word: str, part: str, sex: str) -> Iterator[str]:
    """Every written form of one word of a name in every language, the word itself first; for whoever has to list them."""
    yield word
    for lang in LANGUAGES:
        for declension in declensions(word, part, sex, lang):
            yield from (form for form, _ in declension.forms())
    if is_arabic(word):
        yield from (clitic + word for clitic in arabic.CLITICS)
    elif is_cyrillic(word):
        for suffixes in (kyrgyz.KYRGYZ, uzbek.UZBEK_CYRILLIC, tajik.TAJIK):
            yield from _chained(word, suffixes)
    else:
        yield from _chained(word, uzbek.UZBEK_LATIN)


def _chained(word: str, suffixes: Agglutination) -> Iterator[str]:
    """A word with every correct chain of at most three suffixes."""
    chains = {chain for found in suffixes.suffixes.values() for chain in found if len(chain) < 4}
    for chain in sorted(chains):
        written = suffixes.inflect(word, chain)
        if written is not None and written != word:
            yield written
