"""The forms of a name in the languages of the site, from tables of the gate's own.

Shared with nothing: an ending that the anonymiser forgot is not forgotten here by the same mistake. The tables give
too much rather than too little; a form that nobody says costs a few bytes of memory and no alarm.
Words come folded (`fold.fold`): `й` is `и`, `ё` is `е`, `і` is `и`, `ة` is `ه`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from safelight.leakgate.fold import fold


def _endings(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(ending.strip("-")) for ending in text.split()))


# `-` is the empty ending. Sources: the declensions of Russian and Ukrainian school grammars; case suffixes of Kyrgyz,
# Uzbek and Tajik; possessive adjectives (Залинин) and their own declension.
_POSSESSIVE = "ин ина ино ины иной ину ином иного иному иным иных иными ині"
_ON_A = _endings(f"а ы и і е у о - ой ою ей ею єю ам ами ах {_POSSESSIVE}")
_PLURAL = _endings("ам ами ах ов")
_ON_A_FAMILY = _endings("а ы и і е у о - ой ою ей ею ам ами ах ым ых ыми ому ому им их ими ів")
_ON_YA = _endings(f"я и і ї е є ю ей ею єю ям ями ях ь й - {_POSSESSIVE}")
_ON_CONSONANT = _endings(
    "- а у ом ем е і ы и ов ев ів ей ам ами ах ові еві ю я ова ово овы ову овой ою овою овым овых"
    " ева ево евы еву евой евым евых еу"
)
_ON_FAMILY_CONSONANT = _endings("- а у ом ым е і ы и ой ою ых ым ыми их им ими ові ам ами ах ого ому ую")
_ON_Y = _endings("й я ю ем єм е и і ї ев їв єві еві ям ями ях ева еву ево евы євою")
_ON_SOFT = _endings("ь я ю ем ём е и і ей ью ям ями ях єві еві ів '")
_ADJECTIVE = _endings("ий ый ой ого его ому ему им ым ом ем ая яя ой ей ою ею ую юю ое ее ие ые их ых ими ыми ій ої")
_ON_O = _endings("о а у ом ові ві і ою е ы и")
_PLACE_PEOPLE = _endings("ец ца цу цем це цы цев цам цами цах ка ки ке ку кой кою ок кам ками ках чанин чане чан")
_AGGLUTINATED = _endings(
    "нын нин нун нүн тын тин тун дын дин дун ны ни ну ди ды ду ти ты ту га ге го ка ке ко да де до та те то"
    " дан ден дон тан тен тон нан нен лар лер лор тар тер дар дер нинг ро и ҳо ён"
)
_LATIN = {
    "en": ("", "s", "es"),
    "uz": ("", "s", "ning", "ni", "ga", "da", "dan", "lar", "cha", "larning", "niki", "dek"),
    "ro": ("", "s", "ul", "ului", "lui", "ei", "ii", "e", "ule", "lor", "i", "o", "ilor"),
}
LATIN_PLACE: tuple[str, ...] = (
    "",
    "s",
    "i",
    "is",
    "an",
    "ian",
    "ans",
    "ians",
    "ese",
    "er",
    "ers",
    "skaya",
    "sky",
    "skiy",
)
CLITICS = _endings("- و ف ب ل ك أ س ال وال فال بال كال لل ولل وب ول وك فب فل فك أو يا لال آل وبال")
LONGEST_LOST = 2
"""Letters that a form may lose at the end of a word."""
_AGGLUTINATING = frozenset({"ky", "uz", "tg", "kk"})


def is_cyrillic(word: str) -> bool:
    """Whether a folded word is written in Cyrillic, by its first letter."""
    return "\u0400" <= word[:1] <= "\u052f"


def is_arabic(word: str) -> bool:
    """Whether a folded word is written in Arabic letters, by its first letter."""
    return "\u0600" <= word[:1] <= "\u06ff"


def forms(word: str, part: str, languages: frozenset[str]) -> list[str]:
    """Every form of one folded word of a name or place.

    `part` is given, patronymic, family, also, place, or ordinary for a word that is no name; `languages` those of the
    site in which the word may be inflected, besides the ones that its script tells.
    """
    if is_arabic(word):
        made = [clitic + word for clitic in CLITICS]
        if word.endswith("ه"):
            made += [clitic + word[:-1] + "ت" for clitic in CLITICS]  # a tied ta before a suffix
    elif is_cyrillic(word):
        made = [stem + ending for stem, endings in _cyrillic(word, part) for ending in endings]
        if languages & _AGGLUTINATING:
            made += [word + ending for ending in _AGGLUTINATED]
    else:
        made = [word + ending for ending in _latin_endings(languages)]
        if "ro" in languages and word[-1] in "ae":
            made += [word[:-1] + ending for ending in ("ei", "e", "o", "ii", "a")]
        if part == "place":
            made += [word + ending for ending in LATIN_PLACE]
            if word[-1] in "aeiouy":
                made += [word[:-1] + ending for ending in LATIN_PLACE[2:]]
    return made


@lru_cache(maxsize=1_000)
def _latin_endings(languages: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted({ending for lang in languages for ending in _LATIN.get(lang, ())} or {"", "s"}))


@lru_cache(maxsize=100_000)
def _cyrillic(word: str, part: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Stems with the endings that each may take."""
    stem, last = word[:-1], word[-1]
    if part == "place":
        adjective = (
            ((word[:-2], _ADJECTIVE),) if word.endswith(("ии", "ыи", "ои", "ая", "яя", "ое", "ее", "ие", "ые")) else ()
        )
        return (*adjective, *_noun(word, part), *_place_adjectives(word))
    if part == "ordinary":  # cases alone, no possessives
        return tuple((base, endings[:14]) for base, endings in _noun(word, part))
    if len(word) > 4 and word.endswith(("ии", "ыи", "ои", "ая", "яя")):
        # An adjective as a name (Достоевский, Толстой, Светлая); a name on -ий or -ая may also decline as a noun.
        return ((word[:-2], _ADJECTIVE), *_noun(word, part))
    if part in ("family", "also") and word.endswith(("ов", "ев", "ин", "ын", "их", "ых")):
        return ((word, _ON_FAMILY_CONSONANT), (word, _ON_CONSONANT[:16]))
    if part in ("family", "also", "patronymic") and word.endswith(("ова", "ева", "ина", "ына")):
        return ((stem, _ON_A_FAMILY), *(() if part == "family" else ((stem, _ON_A),)))
    if last == "ь":
        return (*_noun(word, part), (stem, ("",)))
    return _noun(word, part)


def _noun(word: str, part: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    stem, last = word[:-1], word[-1]
    if last == "а":
        found = [(stem, _ON_A)]
        if stem[-1:] in {"г", "к", "х"}:  # Ukrainian softens before -і: Ользі
            found.append((stem[:-1] + {"г": "з", "к": "ц", "х": "с"}[stem[-1]], ("и",)))
        return tuple(found)
    if last == "я":
        return ((stem, _ON_YA),)
    if last == "и":
        return ((stem, _ON_Y), (stem, _PLURAL))
    if last == "ь":
        return ((stem, _ON_SOFT),)
    if last == "о":
        return ((word, ("",)), (stem, _ON_O))
    if last == "ы":
        return ((stem, ("ы", "", "ов", "ам", "ами", "ах")),)
    if last in "еуюэ":
        return ((word, ("",)),)
    found = [(word, _ON_CONSONANT)]
    if len(word) > 3 and word[-2] in "еои" and word[-3] not in "аеиоуыэюя":  # a fleeting vowel: Павел, Павла; Кравець
        found.append((word[:-2] + last, _ON_CONSONANT))
        found.append((word[:-2] + "ь" + last, _ON_CONSONANT[1:14]))
    if word == "лев":
        found.append(("льв", _ON_CONSONANT))
    return tuple(found)


def _place_adjectives(word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    stem = word[:-1] if word[-1] in "аеиоуыэюяь" else word
    bases = {stem, word}
    for base in bases:
        if base.endswith(("ск", "цк")):
            yield base, _ADJECTIVE
            continue
        yield base, _PLACE_PEOPLE
        for suffix in ("ск", "овск", "инск", "анск", "ьск", "енск"):
            yield base + suffix, (*_ADJECTIVE, "и")
        if base[-1:] in {"к", "ц", "ч"}:
            yield base[:-1] + "цк", _ADJECTIVE
        if base[-1:] == "г":
            yield base[:-1] + "жск", _ADJECTIVE
            yield base[:-1] + "зьк", _ADJECTIVE
        yield base + "ськ", _ADJECTIVE
