"""Romanian: the genitive-dative of names (Mariei, lui Ion, Clujului), vocatives, and the articles of noun phrases.

Rules after the Academy's Gramatica limbii romane (2005), I.2 (the noun) and III (the article).
"""

from __future__ import annotations

from functools import lru_cache

from safelight.text.inflection.shape import NOMINATIVE, Declension, Paradigm, Shape

GENITIVE = Shape("gent")
VOCATIVE = Shape("voct")
PLURAL = Shape("nomn", "plur")
PLURAL_GENITIVE = Shape("gent", "plur")


@lru_cache(maxsize=65536)
def decline(word: str, part: str, sex: str) -> tuple[Declension, ...]:
    """The declension of one word of a name: `gent` stands for the genitive and dative, which are one."""
    lower = word.casefold()
    if part == "place":
        return (_place(word), *(Declension(stem, PEOPLE_OF_PLACES) for stem in place_stems(word)))
    if part == "family" and lower.endswith("escu"):
        return (
            Declension(word[:-3], Paradigm([
                ("scu", NOMINATIVE), ("scului", GENITIVE), ("scule", VOCATIVE), ("ști", PLURAL), ("știi", PLURAL),
                ("știlor", PLURAL_GENITIVE),
            ])),
        )  # fmt: skip
    if lower.endswith("ca") and len(word) > 3:
        return (
            Declension(word[:-1], Paradigm([("a", NOMINATIVE), ("ăi", GENITIVE), ("ei", GENITIVE), ("o", VOCATIVE)])),
        )
    if lower.endswith("ga") and len(word) > 3:
        return (
            Declension(word[:-1], Paradigm([("a", NOMINATIVE), ("ăi", GENITIVE), ("ei", GENITIVE), ("o", VOCATIVE)])),
        )
    if lower.endswith("ea") and len(word) > 3:
        return (
            Declension(
                word[:-2],
                Paradigm(
                    [("ea", NOMINATIVE), ("eei", GENITIVE), ("elei", GENITIVE), ("ei", GENITIVE), ("eo", VOCATIVE)]
                ),
            ),
        )
    if lower.endswith("a") and sex != "male" and len(word) > 2:
        return (
            Declension(word[:-1], Paradigm([("a", NOMINATIVE), ("ei", GENITIVE), ("ii", GENITIVE), ("o", VOCATIVE)])),
        )
    endings = [
        ("", NOMINATIVE),
        ("ului", GENITIVE),
        ("ul", NOMINATIVE),
        ("e", VOCATIVE),
        ("ule", VOCATIVE),
        ("lui", GENITIVE),
    ]
    if part == "family":
        endings += [("i", PLURAL), ("ii", PLURAL), ("ilor", PLURAL_GENITIVE)]
    return (Declension(word, Paradigm(endings)),)


PEOPLE_OF_PLACES = Paradigm(
    [
        (middle + ending, Shape("nomn", derived="demonym"))
        for middles, endings in (
            (
                ("ean", "ian", "an", "en"),
                ("", "ul", "ului", "i", "ii", "ilor", "ă", "a", "ei", "e", "ele", "elor", "ule"),
            ),
            (("eanc", "ianc", "anc", "enc"), ("ă", "a", "ei", "e", "ele", "elor", "o")),
            (("enesc", "esc", "ez", "it"), ("", "ul", "ului", "i", "ii", "ilor", "ă", "a", "ei", "e", "ele", "elor")),
            (("eneșt", "ezoaic", "itk"), ("i", "ii", "ă", "a", "ei")),
        )
        for middle in middles
        for ending in endings
    ]
)
"""What a place makes of its people and things (chișinăuean, orheiancă, bucureștean): these forms are only found."""


def place_stems(word: str) -> tuple[str, ...]:
    """What the names of a place's people are made of: Orhei and orhei-ancă, București and bucureșt-ean."""
    bare = word.rstrip("aăeiou") if len(word.rstrip("aăeiou")) > 2 else word
    shorter = word[:-1] if word[-1:] in "aăeiou" else word
    return tuple(dict.fromkeys((word, shorter, bare, shorter.replace("oa", "o"))))  # Timișoara, timișor-ean


def _place(word: str) -> Declension:
    lower = word.casefold()
    if lower.endswith("a") and len(word) > 3:
        return Declension(
            word[:-1], Paradigm([("a", NOMINATIVE), ("ei", GENITIVE), ("ăi", GENITIVE), ("ii", GENITIVE)])
        )
    return Declension(word, Paradigm([("", NOMINATIVE), ("ul", NOMINATIVE), ("ului", GENITIVE), ("lui", GENITIVE)]))


def inflect_name(name: str, sex: str, shape: Shape) -> str | None:
    """A given name in a shape; the genitive of names that do not end in -a is made with `lui`."""
    if shape.number == "plur" or shape.derived:
        return None
    if shape.case in ("nomn", "voct"):
        return name
    lower = name.casefold()
    if sex != "male" and lower.endswith("a"):
        return decline(name, "given", sex)[0].form(GENITIVE)
    return f"lui {name}"


FEMININE_NOUNS = {
    "localitate": "localități", "regiune": "regiuni", "țară": "țări", "provincie": "provincii", "comună": "comune",
    "capitală": "capitale", "zonă": "zone", "prietenă": "prietene", "femeie": "femei", "fată": "fete", "mamă": "mame",
    "soră": "surori", "mătușă": "mătuși", "bunică": "bunici", "vecină": "vecine", "colegă": "colege", "rudă": "rude",
    "persoană": "persoane", "cunoștință": "cunoștințe", "așezare": "așezări", "suburbie": "suburbii", "stradă": "străzi",
    "vale": "văi", "republică": "republici", "verișoară": "verișoare", "traficantă": "traficante", "tânără": "tinere",
    "soție": "soții", "fiică": "fiice", "insulă": "insule", "casă": "case", "școală": "școli",
}  # fmt: skip
"""Indefinite genitive-dative of feminine nouns that stand for people and places."""
DEFINITE_NOUNS = {
    "mama": "mamei", "sora": "surorii", "fata": "fetei", "mătușa": "mătușii", "bunica": "bunicii", "fiica": "fiicei",
    "soția": "soției", "prietena": "prietenei", "vecina": "vecinei", "colega": "colegei", "verișoara": "verișoarei",
    "cumnata": "cumnatei", "soacra": "soacrei", "traficanta": "traficantei", "femeia": "femeii", "ruda": "rudei",
    "capitala": "capitalei", "regiunea": "regiunii", "localitatea": "localității", "țara": "țării", "fratele": "fratelui",
    "tatăl": "tatălui", "provincia": "provinciei", "comuna": "comunei", "zona": "zonei", "nepoata": "nepoatei",
    "cunoștința": "cunoștinței", "persoana": "persoanei", "tânăra": "tinerei",
}  # fmt: skip


def inflect_phrase(phrase: str, shape: Shape) -> str | None:
    """A noun phrase in the genitive-dative; None where its head is not one whose form is sure."""
    if shape.case in ("nomn", "accs", "voct"):
        return phrase
    first, _, rest = phrase.partition(" ")
    lower = first.casefold()
    if lower == "un" and rest:
        return f"unui {rest}"
    if lower == "o" and rest:
        noun, _, more = rest.partition(" ")
        oblique = FEMININE_NOUNS.get(noun)
        return f"unei {oblique}{' ' + more if more else ''}" if oblique else None
    if lower in DEFINITE_NOUNS:
        return _rejoin(DEFINITE_NOUNS[lower], first, rest)
    if lower.endswith("ul") and len(lower) > 3:
        return _rejoin(lower + "ui", first, rest)
    if lower.endswith("ia"):
        return _rejoin(lower[:-1] + "ei", first, rest)
    return None


def _rejoin(word: str, model: str, rest: str) -> str:
    word = word[:1].upper() + word[1:] if model[:1].isupper() else word
    return f"{word} {rest}" if rest else word


def with_preposition(preposition: str, phrase: str) -> str:
    """`în` and `din` before an indefinite article: într-un oraș, dintr-o regiune."""
    first, _, rest = phrase.partition(" ")
    joined = {"în": "într-", "in": "într-", "din": "dintr-", "prin": "printr-"}.get(preposition.casefold())
    if joined and first in ("un", "o") and rest:
        if preposition[:1].isupper():
            joined = joined[:1].upper() + joined[1:]
        return f"{joined}{first} {rest}"
    if not rest and preposition.casefold() in BARE_BEHIND and first.casefold() in DEFINITE_NOUNS:
        return f"{preposition} {without_article(first)}"
    return f"{preposition} {phrase}"


BARE_BEHIND = frozenset("la în in din de pe spre lângă langa prin către catre până pana pentru sub peste".split())
"""Prepositions behind which a noun alone has no article: în capitală, din regiune."""


def without_article(noun: str) -> str:
    """A definite feminine noun without its article: capitala -> capitală, regiunea -> regiune, provincia -> provincie."""
    for ending, bare in (("ia", "ie"), ("ea", "e"), ("a", "ă")):
        if noun.endswith(ending):
            return noun.removesuffix(ending) + bare
    return noun
