"""Words of the trait lexicons in every form: the stems of each, and the endings that may stand behind them.

The tables are written in plain dictionary forms, whose last letters tell the declension. Reading is lenient inside it:
an ending of the declension counts whether or not that very word has it. A word marked `=` counts only as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from safelight.text.fold import key_of
from safelight.text.inflection import agglutination
from safelight.text.languages import ARABIC_CLITICS

Endings = frozenset[str]


class Stem(NamedTuple):
    """A folded stem and the endings that a form of its word may have; None for the language's suffix chains."""

    text: str
    endings: Endings | None


def _endings(text: str) -> Endings:
    return frozenset("" if ending == "-" else ending for ending in text.split())


SHORTEST_STEM = 3
"""Letters of the shortest stem that may take endings; shorter words count as they are written."""
ALONE = _endings("-")
RUSSIAN_ADJECTIVE = _endings("ий ый ой ая яя ое ее ые ие ого его ому ему ым им ыми ими ых их ую юю ою ею ей ом ем о")
UKRAINIAN_ADJECTIVE = _endings("ий ій а я е є і ого ього ому ьому им ім ими іми их іх ої ьої ій ьій у ю ую ою ьою ім о")
DECLENSIONS: Mapping[str, tuple[tuple[str, Endings], ...]] = {
    "en": (("", _endings("- s es")),),
    "ru": (
        ("ий ый ой ая яя ое ее ые ие", RUSSIAN_ADJECTIVE),
        ("а", _endings("- а ы и е у ой ою ей ею ам ами ах")),
        ("я", _endings("- й ь я и е ю ей ею ям ями ях")),
        ("ь", _endings("ь я и ю е ем ом ью ей ям ями ях")),
        ("й", _endings("й я ю ем е и ев ей ям ями ях")),
        ("о е", _endings("- о е а у я ю ом ем и ам ами ах й")),
        ("ы и", _endings("- ы и ов ев ей ам ами ах ям ями ях а о")),
        ("", _endings("- а у ом ем е ы и о ов ев ей ам ами ах ям ями ях ю я")),
    ),
    "uk": (
        ("ий", UKRAINIAN_ADJECTIVE),
        ("а", _endings("- а и і у ою ею о ам ами ах")),
        ("я", _endings("- й ь я і ї ю єю ею е є ям ями ях")),
        ("ь", _endings("ь я і ю еві ем єві ів ей ю ям ями ях у")),
        ("й", _endings("й я ю єві єм ї їв ям ями ях")),
        ("о е є", _endings("- о е є а у я ю ом ем єм і ї ам ами ах ь ям ями ях")),
        ("и і ї", _endings("- и і ї ів їв ей ам ами ах ям ями ях а о")),
        ("", _endings("- а у ом ем і и о ові еві ів ей е ам ами ах ям ями ях ю я")),
    ),
    "ro": (
        ("ea a e u", _endings("- a e i u ii ei o ele elor ilor le lor ua ue ul ului ea eaua")),
        ("", _endings("- a e i ii ul ului ule le lui lor ilor elor ele ei uri urile urilor o")),
    ),
    "ar": (
        ("ه", _endings("ه - ات ي ا تان تين ته تها تهم تي اتها اته")),
        ("", _endings("- ه ات ون ين ان ا ي يه يات ها هم نا هما")),
    ),
}  # fmt: skip
"""By language: the last letters of a dictionary form (folded, tried in order), and the endings that take their place."""
CHAINED = frozenset(("uz", "tg", "ky"))
"""Languages that write suffix chains behind the whole word."""
INDECLINABLE = re.compile(r"[оуиеі]$")
"""Last letters of names of countries that Russian and Ukrainian do not inflect (Чили, Марокко, Чилі)."""
IRREGULAR: Mapping[str, Mapping[str, str]] = {
    "ru": {"мать": "мать матери матерью матерей матерям", "дочь": "дочь дочери дочерью дочерей", "день": "день дня дню днем дней дням дни",
           "ребенок": "ребенок ребенка ребенку ребенком дети детей детям детьми", "сын": "сын сына сыну сыном сыновья сыновей"},
    "uk": {"мати": "мати матір матері матір'ю", "рік": "рік року роки років роком", "день": "день дня дню днем днів дні",
           "дитина": "дитина дитини дитині дитину дитиною діти дітей дітям дітьми"},
    "en": {"child": "child children", "foot": "foot feet"},
}  # fmt: skip
"""Words that are listed form by form."""
VOICED = {"k": "g", "q": "g", "к": "г", "қ": "ғ", "п": "б"}
"""Last consonants of Turkic words before a vowel (yurak, yuragi; китеп, китеби)."""
LATIN_TO_CYRILLIC = (
    ("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("ye", "е"), ("ts", "ц"),
)  # fmt: skip
LETTERS = str.maketrans("abdefghijklmnopqrstuvxyz", "абдефгҳижклмнопқрстувхйз")
DEMONYM = {"ru": ("ец", "ка", "ский"), "uk": ("ець", "ка", "ський")}
"""What `украин~` stands for: украинец, украинка, украинский."""


def uzbek_cyrillic(word: str) -> str:
    """An Uzbek word in Latin letters (with `'` in o' and g') in the Cyrillic ones of before 1995."""
    plain = word.lower()
    for latin, cyrillic in LATIN_TO_CYRILLIC:
        plain = plain.replace(latin, cyrillic)
    plain = re.sub(r"(?<![^\W_])e", "э", plain).replace("'", "ъ").translate(LETTERS)
    return plain.title() if word[:1].isupper() else plain


def spelled_out(form: str, lang: str) -> tuple[str, ...]:
    """The forms that a cell's form stands for: those of a demonym, Uzbek in both alphabets, else itself."""
    if form.endswith("~"):
        return tuple(form[:-1] + ending for ending in DEMONYM[lang])
    if lang == "uz":
        return form, " ".join(word if word[0] in "={" else uzbek_cyrillic(word) for word in form.split())
    return (form,)


@cache
def stems_of(word: str, lang: str) -> tuple[Stem, ...]:
    """The stems of a written word with their endings; a word that is too short only as it is written."""
    key = key_of(word)
    irregular = IRREGULAR.get(lang, {}).get(key)
    if irregular:
        return tuple(Stem(key_of(form), ALONE) for form in irregular.split())
    if len(key) < SHORTEST_STEM:
        return (Stem(key, ALONE),)
    if lang in CHAINED:
        return tuple(Stem(stem, None) for stem in dict.fromkeys((key, key[:-1] + VOICED.get(key[-1], key[-1]))))
    if lang == "ar":
        key = key.removeprefix("ال")  # the article is among the beginnings
    for last, endings in DECLENSIONS[lang]:
        letters = next((one for one in last.split() if key.endswith(one)), None if last else "")
        if letters is None:
            continue
        stem = key.removesuffix(letters)
        if len(stem) < SHORTEST_STEM:
            return (Stem(key, ALONE),)
        return (Stem(stem, endings), *_changed(stem, letters, endings, lang))
    raise AssertionError("the last declension of a language takes every word")


def _changed(stem: str, letters: str, endings: Endings, lang: str) -> Iterator[Stem]:
    """Stems that sound changes make of one."""
    inflected = endings - ALONE
    if lang == "en":
        if stem.endswith("y") and stem[-2:-1] not in "aeiou":
            yield Stem(stem[:-1] + "i", _endings("es"))
        if stem.endswith("man"):
            yield Stem(stem[:-2] + "en", ALONE)
    elif lang in ("ru", "uk") and stem.endswith("ец") and letters in ("", "ь"):
        yield Stem(stem[:-2] + "ц", inflected)
    elif lang in ("ru", "uk") and stem.endswith("єц"):
        yield Stem(stem[:-2] + "йц", inflected)
    elif lang in ("ru", "uk") and stem.endswith("к") and letters == "а":
        yield Stem(stem[:-1] + "ок", ALONE)
        yield Stem(stem[:-2] + ("е" if stem[-2] in "йь" else stem[-2] + "е") + "к", ALONE)
        if lang == "uk":
            yield Stem(stem[:-1] + "ц", _endings("і"))
    elif lang == "ro":
        if stem.endswith("or"):
            yield Stem(stem[:-2] + "oar", _endings("e ea ei ele elor"))
        if stem.endswith("ean"):
            yield Stem(stem[:-3] + "en", inflected)
        if stem.endswith("d"):
            yield Stem(stem[:-1] + "z", _endings("i ii ilor"))
    if lang == "ru" and stem.endswith("ец") and stem[-3:-2] in tuple("аеиоу"):
        yield Stem(stem[:-2] + "йц", inflected)


def is_form(key: str, stem: Stem, lang: str) -> bool:
    """Whether a folded word that begins with a stem is a form of its word."""
    rest = key[len(stem.text) :]
    if stem.endings is not None:
        return rest in stem.endings
    suffixes = agglutination(lang, key)
    return not rest or (suffixes is not None and bool(suffixes.read(rest)))


def beginnings(key: str, lang: str) -> tuple[str, ...]:
    """The words that a key may be once what is written onto its beginning is off; itself the first."""
    if lang != "ar":
        return (key,)
    return tuple(
        key[len(clitic) :] for clitic in ARABIC_CLITICS if key.startswith(clitic) and len(key) - len(clitic) > 1
    )
