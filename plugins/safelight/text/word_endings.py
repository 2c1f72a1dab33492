"""Endings of ordinary words in Uzbek, Kyrgyz and Tajik, so that an approved list of stems stands for all their forms.

A word is known if a stem of the list and a chain of endings make it up: number, possessor, case and particle on a noun (the
tables that names use, without endearments), or voice, negation, tense and person on a verb. What only looks like such a
form stays unknown. A reading as a name in any way of taking it apart is kept: then it is a question.

After Bodrogligeti, Uzbek (2003), Kara, Kyrgyz (2003) and Perry, A Tajik Persian Reference Grammar (2005), on the verb.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from safelight.text.inflection import Agglutination, agglutination
from safelight.text.lexicon import NAME, RARE, WORD

LONGEST = 16
"""Letters of the longest chain of endings that is taken off."""
SHORTEST_STEM = 2
LONG_STEM = 4
"""Letters of the shortest stem of which a derived noun (nazoratchi, a guard) is a plain word."""
CASES = frozenset(("gent", "accs", "datv", "loct", "ablt"))


@dataclass(frozen=True)
class VerbForms:
    """Endings of verbs: `voices` before `negations` before `finite` forms; `nominal` forms take a noun's endings, too."""

    voices: tuple[str, ...]
    negations: tuple[str, ...]
    finite: tuple[str, ...]
    nominal: tuple[str, ...]
    prefixes: tuple[str, ...] = ("",)
    derived: tuple[str, ...] = ()
    """What makes one noun or adjective of another."""


def _words(text: str) -> tuple[str, ...]:
    return tuple("" if word == "-" else word for word in text.split())


UZBEK = VerbForms(
    voices=_words("- il l in n ish sh tir dir t ir giz kiz qiz la lan lash lashtir lantir"),
    negations=_words("- ma"),
    finite=_words(
        "di dim ding dik dingiz dilar adi aman asan amiz asiz adilar ydi yman ysan ymiz ysiz ydilar yapti yapman yapsan yapmiz yapsiz yaptilar "
        "yotgan ayotgan yotir moqda moqdaman moqdamiz moqdalar moqchi moqchiman moqchimiz moq ar r arman rman ardi rdi ardim rdim ardik rdik ardilar rdilar arkan rkan "
        "s smiz sman sdan sdi sdim sdik may ymay ib b ibdi bdi ibman bman ibmiz bmiz iblar gach kach qach guncha kuncha quncha gunicha "
        "sa sam sang sak sangiz salar sin sinlar ing ng inglar nglar ay ylik aylik gin gandi kandi qandi gandim gandik ganman ganmiz gansan gansiz ganmi "
        "ganman kanman qanman ganday gancha kancha qancha shdi ishdi ishdik shdik masdan mas masmi edi"
    ),
    nominal=_words("ish sh gan kan qan uvchi vchi gani yotgan ayotgan moq ganlik kanlik qanlik maslik gin"),
    derived=_words("lik li siz chi chilik dor kor cha roq mand day dek lilik sizlik dagi"),
)
KYRGYZ = VerbForms(
    voices=_words("- ыл л ын н ыш ш дыр ыр ар д гар гыз ла лан лаш лад лашдыр дан даш дад ы а"),
    negations=_words("- ба"),
    finite=_words(
        "ды дым дың дыг дыг дыңыз дыңар ышды ышгы ад йд ам йм амын ймын асың йсың абыз йбыз асыз йсыз ышад шад "
        "ар р арбыз ас асбыз асмын ба ыб б ыбды бды ыбмын бмын ыбдыр а й ганча гыча майынча сам са саң саг саңыз сын сынчы ыңыз ңыз ыңар ыңыздар "
        "айын йын алы лы айлы йлы гыла чы чымын чыг чыбыз чыңыз ышчы ганбыз ганмын гансың гансыз гандар гандай гандыр мага маг магбыз магмын ганыбыз йлыг айлыг ганыбызда"
    ),
    nominal=_words("ган ыы ы ыш ш гыч чы бас баган абаган гандыг ар р ма йдган адган"),
    derived=_words("лыг дыг лыы дыы сыз чы чылыг дагы гана раг дай ча баг"),
)
TAJIK = VerbForms(
    voices=_words("-"),
    negations=_words("-"),
    finite=_words(
        "ам и ад ем ед анд а ааст аам аанд аем аед ан анд аги агист агиам агианд буд ат аш амон атон ашон ем янд ям яд ед аву тар тарин он"
    ),
    nominal=_words("ан ани а аги агон анда андаги андагон иш ишт ча як чи гар гари нок тар тарин и ги"),
    prefixes=("", "ме", "наме", "на", "би", "бе", "ма", "мебу"),
)
FORMS = {"uz": UZBEK, "ky": KYRGYZ, "tg": TAJIK}
VOICED = {"г": "к", "б": "п", "ғ": "қ", "g": "k", "b": "p"}
"""A last consonant that a vowel behind it voiced, and what it was (китеби, qishlogʻi)."""


class Endings:
    """The endings of one language in one alphabet, as a set that a word is taken apart by."""

    def __init__(self, forms: VerbForms, nouns: Agglutination, spelt: Callable[[str], str]) -> None:
        self._alike = nouns.alike
        self._cases = frozenset(text for text, chains in nouns.suffixes.items() if any("hon" not in c for c in chains))
        self._single = frozenset(
            t for t, chains in nouns.suffixes.items() if any(c[0] in CASES for c in chains if len(c) == 1)
        )
        before = [voice + negation for voice, negation in product(forms.voices, forms.negations)]
        self._verbal = self._spelt(spelt, (f"{one}{form}" for one in before for form in (*forms.finite, "")))
        self._nominal = self._spelt(
            spelt, (*(f"{one}{form}" for one in before for form in forms.nominal), *forms.derived)
        )
        self._derived = self._spelt(spelt, forms.derived)
        self._prefixes = forms.prefixes

    def _spelt(self, spelt: Callable[[str], str], found: Iterable[str]) -> frozenset[str]:
        return frozenset(spelt(ending).translate(self._alike) for ending in found if ending)

    def stems(self, word: str) -> Iterator[str]:
        """What a folded word may be a form of, the word itself left out."""
        yield from (stem for stem, _ in self.parts(word))

    def cased(self, word: str) -> Iterator[str]:
        """What a folded word may be a single case of, as a name in a sentence is."""
        like = word.translate(self._alike)
        for cut in range(len(word) - 1, max(SHORTEST_STEM, len(word) - LONGEST) - 1, -1):
            if like[cut:] in self._single:
                yield from _voiceless(word[:cut])

    def parts(self, word: str) -> Iterator[tuple[str, bool]]:
        """(stem, plain): `plain` where only a noun's endings were taken off a stem of three letters and more."""
        for prefix in self._prefixes:
            rest = word[len(prefix) :]
            if not word.startswith(prefix) or len(rest) < SHORTEST_STEM:
                continue
            if prefix:
                yield rest, False
            like = rest.translate(self._alike)
            last = max(SHORTEST_STEM, len(rest) - LONGEST)
            for cut in range(len(rest), last - 1, -1):
                ending = like[cut:]
                if ending in self._verbal or ending in self._cases:
                    plain = ending in self._cases and cut > SHORTEST_STEM and not prefix
                    yield from ((stem, plain) for stem in _voiceless(rest[:cut]))
                if not ending or ending in self._cases:
                    for inner in range(cut - 1, last - 1, -1):
                        if like[inner:cut] in self._nominal:
                            plain = like[inner:cut] in self._derived and inner >= LONG_STEM and not prefix
                            yield from ((stem, plain) for stem in _voiceless(rest[:inner]))


def _voiceless(stem: str) -> Iterator[str]:
    """A stem, and the same with the last consonant that a vowel behind it voiced."""
    yield stem
    if stem[-1] in VOICED:
        yield stem[:-1] + VOICED[stem[-1]]


CYRILLIC_UZBEK = (("yo", "е"), ("yu", "ю"), ("ya", "я"), ("ch", "ч"), ("sh", "ш"), ("ng", "нг")), {
    "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "ҳ", "i": "и", "j": "ж", "k": "к", "l": "л", "m": "м",
    "n": "н", "o": "о", "p": "п", "q": "қ", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "x": "х", "y": "й", "z": "з",
}  # fmt: skip


def _cyrillic(ending: str) -> str:
    groups, letters = CYRILLIC_UZBEK
    for latin, cyrillic in groups:
        ending = ending.replace(latin, cyrillic)
    return "".join(letters.get(letter, letter) for letter in ending)


@cache
def endings(lang: str, cyrillic: bool) -> Endings | None:
    """The endings of a language in one alphabet; None for a language without such a table."""
    nouns = agglutination(lang, "а" if cyrillic else "a") if lang in FORMS else None
    if nouns is None:
        return None
    return Endings(FORMS[lang], nouns, _cyrillic if lang == "uz" and cyrillic else str)


def with_endings(plain: Callable[[str], int], lang: str, names: Container[str] = frozenset()) -> Callable[[str], int]:
    """Readings of a word, and of every stem that it may be a form of; of a word that is listed itself its own alone.

    What only a verb's endings, a prefix or a stem of two letters explain is `RARE`, too: inside a sentence it is a word, but
    where a capital stands for other reasons it may be a name (Ўзганга, to Uzgen, and "having overtaken"). `names` are words
    that are also given names: alone or in a case they may be somebody, in the plural or with a possessor they are words.
    """

    def readings(key: str) -> int:
        listed = plain(key)
        found = listed | (NAME if key in names else 0)
        table = endings(lang, "\u0400" <= key[:1] <= "\u052f")
        if table and any(stem in names for stem in table.cased(key)):
            found |= NAME
        if listed or key in names or not table:
            return found
        sure = 0
        for stem, is_plain in table.parts(key):
            reading = plain(stem) & ~NAME if stem in names else plain(stem)
            found |= reading
            sure |= reading if is_plain else 0
        return found if sure & WORD or not found & WORD else found | RARE

    return readings


def stems_of(key: str, lang: str) -> Iterable[str]:
    """The stems that a folded word may be a form of."""
    table = endings(lang, "\u0400" <= key[:1] <= "\u052f")
    return table.stems(key) if table else ()
