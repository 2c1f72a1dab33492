"""Builds `plugins/safelight/text/data/*.lexicon` and `public-*.txt`; run by a developer, never by a build.

    apt-get install hunspell-ru hunspell-uk hunspell-ro hunspell-ar scowl && pip install faker==40.54.0
    pip download --no-deps --no-binary :all: names==0.3.0 && tar xzf names-0.3.0.tar.gz
    pip download --no-deps wordfreq==3.1.1 && unzip wordfreq-3.1.1-*.whl && pip install msgpack
    pip download --no-deps fitrat==0.0.9 && unzip fitrat-0.0.9-*.whl
    apt-get download libreoffice-l10n-tg firefox-esr-l10n-tg && for f in *-tg_*.deb; do dpkg -x $f tajik; done
    .venv/bin/python scripts/build_lexicons.py --census names-0.3.0/names --frequencies wordfreq/data \\
        --uzbek fitrat/language_detector/data/train.txt --tajik tajik [ru uk ...]

Sources and licences are in docs/adr/0018-lexicons.md. Names are not taken out: they are kept, and marked as names, so
that a word that is also somebody's name is known to be both.
"""

from __future__ import annotations

import argparse
import gettext
import gzip
import importlib
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from safelight.text.fold import TOKEN, clean, fold_letters, key_of, words_of
from safelight.text.lexicon import NAME, PLACE, RARE, WORD, pack

OWN = Path(__file__).parent / "lexicons"
DATA = Path(__file__).parents[1] / "plugins" / "safelight" / "text" / "data"
SCOWL_LEVELS = (10, 20, 35, 40, 50, 55, 60, 70)
USUAL_LEVEL = 35
"""SCOWL's level up to which a word is in everybody's vocabulary."""
USUAL_SURNAME = 5000
"""Rank in the census behind which a surname that is also a usual word (People, Work) is read as the word alone."""
COMMON = 450
"""Centibels: a word used more than once in 30,000 words is no name for being in a list of names."""
Readings = dict[str, int]


class Affixes:
    """The affix file of a hunspell dictionary, as far as word forms need it: suffixes, prefixes, continuation."""

    def __init__(self, path: Path, *, prefixes: bool = True) -> None:
        self.flag = "char"
        self.aliases: list[str] = [""]
        self.rules: dict[str, list[tuple[str, str, str, re.Pattern[str] | None, tuple[str, ...]]]] = defaultdict(list)
        self.cross: set[str] = set()
        self.forbidden = ""
        self.prefixes = prefixes
        encoding = "utf-8"
        for raw in path.read_bytes().splitlines():
            line = raw.decode(encoding, "replace")
            parts = line.split()
            if not parts:
                continue
            if parts[0] == "SET":
                encoding = parts[1].replace("microsoft-", "")
            elif parts[0] == "FLAG":
                self.flag = parts[1]
            elif (parts[0] == "AF" and not parts[1].isdigit()) or (parts[0] == "AF" and len(self.aliases) > 1):
                self.aliases.append(parts[1])
            elif parts[0] in ("NEEDAFFIX", "FORBIDDENWORD", "ONLYINCOMPOUND"):
                self.forbidden += parts[1]
            elif parts[0] in ("SFX", "PFX") and len(parts) == 4 and parts[2] in "YN" and parts[3].isdigit():
                if parts[2] == "Y":
                    self.cross.add(parts[1])
            elif parts[0] in ("SFX", "PFX") and len(parts) >= 4:
                strip = "" if parts[2] == "0" else parts[2]
                add, _, more = parts[3].partition("/")
                add = "" if add == "0" else add
                condition = parts[4] if len(parts) > 4 and parts[4] != "." else ""
                pattern = None
                if condition:
                    pattern = re.compile(f"(?:{condition})$" if parts[0] == "SFX" else f"^(?:{condition})")
                self.rules[parts[1]].append((parts[0], strip, add, pattern, self.flags(more)))
        self.encoding = encoding

    def flags(self, text: str) -> tuple[str, ...]:
        """The flags behind a word's slash."""
        if len(self.aliases) > 1 and text.isdigit():
            text = self.aliases[int(text)]
        if self.flag == "long":
            return tuple(text[i : i + 2] for i in range(0, len(text), 2))
        if self.flag == "num":
            return tuple(text.split(","))
        return tuple(text)

    def forms(self, stem: str, flags: Iterable[str]) -> Iterator[str]:
        """Every form of a stem, one suffix and its continuation deep, with prefixes that may cross."""
        yield stem
        prefixes = [f for f in flags if any(rule[0] == "PFX" for rule in self.rules.get(f, ()))]
        for form, more in [(stem, tuple(flags)), *self._suffixed(stem, flags)]:
            if form != stem:
                yield form
                for second, _ in self._suffixed(form, more):
                    yield second
            if self.prefixes:
                for flag in prefixes:
                    if form != stem and flag not in self.cross:
                        continue
                    for kind, strip, add, pattern, _ in self.rules[flag]:
                        if kind == "PFX" and form.startswith(strip) and (pattern is None or pattern.search(form)):
                            yield add + form[len(strip) :]

    def _suffixed(self, stem: str, flags: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for flag in flags:
            for kind, strip, add, pattern, more in self.rules.get(flag, ()):
                if kind == "SFX" and stem.endswith(strip) and (pattern is None or pattern.search(stem)):
                    yield stem[: len(stem) - len(strip)] + add, more


def hunspell(folder: Path, name: str, *, prefixes: bool = True) -> Iterator[str]:
    """Every form of every entry of a hunspell dictionary, as written."""
    base = folder / "hunspell" / name
    affixes = Affixes(base.with_suffix(".aff"), prefixes=prefixes)
    for line in base.with_suffix(".dic").read_bytes().decode(affixes.encoding, "replace").splitlines()[1:]:
        entry = line.split("\t")[0].split()[0] if line.split() else ""
        stem, _, flags = entry.partition("/")
        if stem and not stem.startswith(":") and not stem.endswith(".dic"):
            yield from affixes.forms(stem, affixes.flags(flags))


def add(readings: Readings, word: str, what: int) -> None:
    """Note a reading of every token of a word."""
    for token in TOKEN.findall(fold_letters(word if word.isascii() or word.isalpha() else clean(word))):
        readings[token.replace("'", "")] |= what


def own(name: str) -> list[str]:
    """A list of our own (`scripts/lexicons/NAME.txt`)."""
    path = OWN / f"{name}.txt"
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def openers(lang: str) -> list[str]:
    """Words that begin sentences before a name and are no part of it, from the room's own lists."""
    path = DATA / f"{lang}-openers.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def by_capital(words: Iterable[str], readings: Readings) -> None:
    """Words with a capital are names, the others are words."""
    for word in words:
        add(readings, word, NAME if word[:1].isupper() else WORD)


def english(options: argparse.Namespace, readings: Readings) -> None:
    """SCOWL's words and proper names, and the census's; a rare name that is a usual word is the word."""
    folder = options.dictionaries / "dict" / "scowl"
    usual: set[str] = set()
    rare: set[str] = set()
    for path in sorted(folder.iterdir()):
        kind, level = path.name.rsplit(".", 1)
        variety, what = kind.split("-", 1)
        if "australian" in variety or "variant" in variety or int(level) > (95 if what == "proper-names" else 70):
            continue
        for word in path.read_text(encoding="iso-8859-1").split():
            if what in ("words", "contractions"):
                add(readings, word.removesuffix("'s"), WORD)
                if int(level) <= USUAL_LEVEL:
                    usual.add(word)
            elif what in ("upper", "proper-names"):
                if int(level) > 70:
                    rare.add(word.removesuffix("'s"))
                else:
                    add(readings, word.removesuffix("'s"), PLACE)
    for word in rare:
        if word.lower() not in usual:
            add(readings, word, PLACE)
    for name in ("dist.all.last", "dist.female.first", "dist.male.first"):
        for line in (options.census / name).read_text(encoding="ascii").splitlines():
            word, _, _, rank = line.split()
            if not (name == "dist.all.last" and int(rank) > USUAL_SURNAME and word.lower() in usual):
                add(readings, word, NAME)


def russian(options: argparse.Namespace, readings: Readings) -> None:
    """OpenCorpora's dictionary by pymorphy3, and the words of hunspell's."""
    import pymorphy3

    closed = frozenset(("PREP", "CONJ", "PRCL", "NPRO", "ADVB", "NUMR", "PRED", "INTJ", "COMP"))
    function_words: set[str] = set()
    seen: dict[object, tuple[int, bool]] = {}
    for word, tag, _, _, _ in pymorphy3.MorphAnalyzer(lang="ru").dictionary.iter_known_words(""):
        if tag not in seen:
            if any(grammeme in tag for grammeme in ("Name", "Surn", "Patr", "Init")):
                seen[tag] = NAME, False
            elif any(grammeme in tag for grammeme in ("Geox", "Orgn", "Trad")):
                seen[tag] = PLACE, False
            else:
                seen[tag] = WORD, str(tag.POS) in closed
        what, is_closed = seen[tag]
        key = fold_letters(word)
        readings[key] |= what
        if is_closed:
            function_words.add(key)
    for word in hunspell(options.dictionaries, "ru_RU"):
        if word.islower():
            add(readings, word, WORD)
    for word in function_words:
        readings[word] = WORD  # "из", "по", "как" are in the dictionary as foreign names too; they are none


def ukrainian(options: argparse.Namespace, readings: Readings) -> None:
    """Hunspell's words, and names by their capital."""
    by_capital(hunspell(options.dictionaries, "uk_UA"), readings)


def romanian(options: argparse.Namespace, readings: Readings) -> None:
    """Hunspell's words, and names by their capital."""
    by_capital(hunspell(options.dictionaries, "ro_RO"), readings)
    for name in ("dist.female.first", "dist.male.first"):
        for line in (options.census / name).read_text(encoding="ascii").splitlines():
            if readings.get(line.split()[0].lower(), 0) != WORD:
                add(readings, line.split()[0], NAME)


def arabic(options: argparse.Namespace, readings: Readings) -> None:
    """Hunspell's (Ayaspell's) words with suffixes; what is written onto their beginning is taken off when reading."""
    for word in hunspell(options.dictionaries, "ar", prefixes=False):
        add(readings, re.sub("[\u064b-\u0652\u0640]", "", word), WORD)


def most_used(lang: str, options: argparse.Namespace, centibels: int) -> set[str]:
    """Words used more than 10 ** (-centibels / 100) times a word, by wordfreq, folded."""
    path = options.frequencies / f"small_{lang}.msgpack.gz"
    if not path.exists():
        return set()
    import msgpack

    _, *buckets = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    return {key_of(word) for bucket in buckets[:centibels] for word in bucket}


def mark_rare(lang: str, options: argparse.Namespace, readings: Readings) -> None:
    """Mark the words that wordfreq does not find once in a million words of the language."""
    frequent = most_used(lang, options, 600)
    if not frequent or lang == "ar":
        return
    for word, found in readings.items():
        if found & WORD and word not in frequent:
            readings[word] = found | RARE


LOCALES = {
    "ar": ("ar_AA", "ar_PS", "ar_SA", "fa_IR"),
    "ro": ("ro_RO",),
    "ru": ("ru_RU", "uk_UA"),
    "uk": ("uk_UA", "ru_RU"),
    "uz": ("uz_UZ", "az_AZ", "tr_TR"),
    "tg": ("ru_RU",),
    "ky": ("ru_RU",),
}
"""Faker's lists of given and family names that hold for a language's texts."""


def faker_names(lang: str) -> Iterator[str]:
    """Given names, family names and patronymics of Faker's providers (MIT)."""
    for locale in LOCALES.get(lang, ()):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if attribute.startswith(("first_names", "last_names", "middle_names")):
                values = getattr(provider, attribute)
                for name in values:
                    yield from name.split()


UZBEK_CYRILLIC = (
    ("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("ye", "е"), ("a", "а"),
    ("b", "б"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "ҳ"), ("i", "и"), ("j", "ж"), ("k", "к"),
    ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "қ"), ("r", "р"), ("s", "с"), ("t", "т"),
    ("u", "у"), ("v", "в"), ("x", "х"), ("y", "й"), ("z", "з"), ("'", "ъ"),
)  # fmt: skip
"""The two alphabets of Uzbek, longest first."""


WRITTEN = re.compile(r"[^\W\d_]+(?:['ʻ‘’ʼ`][^\W\d_]+)*['ʻ‘’ʼ`]?")
CAPITALISED = 0.1
"""Share of a word's uses with a capital inside a sentence, above which it may be a name and is left out."""


def used_small(texts: Iterable[str], fewest: int) -> Iterator[str]:
    """Words that texts write in small letters at least so many times, and hardly ever with a capital."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for index, found in enumerate(WRITTEN.finditer(text)):
            word = found.group()
            if word.islower():
                small[word] += 1
            elif index:
                capital[word.lower()] += 1
    for word, count in small.items():
        if count >= fewest and len(word) > 2 and capital[word] <= count * CAPITALISED:
            yield word


def kyrgyz(options: argparse.Namespace, readings: Readings) -> None:
    """Our own list alone: no openly licensed one is known."""


def tajik(options: argparse.Namespace, readings: Readings) -> None:
    """Our own list, and the words of two translated programs (LibreOffice and Firefox, both MPL 2.0)."""
    if not options.tajik:
        return
    for word in used_small(_translations(options.tajik), 2):
        if re.fullmatch("[а-яёӣӯқғҳҷ]+", word):
            add(readings, word, WORD)


def _translations(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.mo")):
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
        yield from (re.sub(r"[~&]|<[^>]*>", "", text) for text in catalogue._catalog.values() if isinstance(text, str))  # type: ignore[attr-defined]  # gettext lists its messages nowhere else
    for path in sorted(folder.rglob("*.xpi")):
        with zipfile.ZipFile(path) as pack_of_texts:
            for name in sorted(pack_of_texts.namelist()):
                if name.endswith((".ftl", ".properties")):
                    lines = pack_of_texts.read(name).decode("utf-8", "replace").splitlines()
                    yield from (
                        re.sub(r"<[^>]*>|\{[^}]*\}", "", line.split("=", 1)[-1]) for line in lines if line[:1] != "#"
                    )


def uzbek(options: argparse.Namespace, readings: Readings) -> None:
    """Our own list, in Latin and, letter by letter, in Cyrillic, and the usual words of fitrat's sentences (MIT)."""
    if options.uzbek:
        lines = options.uzbek.read_text(encoding="utf-8").splitlines()
        texts = (line.partition(" ")[2] for line in lines if line.startswith("__label__uz_"))
        for word in used_small(texts, 5):
            add(readings, word, WORD)
    for word in own("uz-words"):
        cyrillic = re.sub(r"\be", "э", word.lower())
        for latin, letter in UZBEK_CYRILLIC:
            cyrillic = cyrillic.replace(latin, letter)
        add(readings, cyrillic, WORD)


BUILDERS = {
    "en": english, "ru": russian, "uk": ukrainian, "ro": romanian, "ar": arabic, "uz": uzbek, "tg": tajik,
    "ky": kyrgyz,
}  # fmt: skip


def build(lang: str, options: argparse.Namespace) -> None:
    """Write one language's lexicon; lists of our own have the last word."""
    readings: Readings = defaultdict(int)
    BUILDERS[lang](options, readings)
    mark_rare(lang, options, readings)
    for word in own(f"{lang}-words"):
        add(readings, word, WORD)
    common = most_used(lang, options, COMMON)
    names = [
        word for word in faker_names(lang) if not (key_of(word) in common and readings.get(key_of(word), 0) & WORD)
    ]
    for word in (*own(f"{lang}-names"), *names):
        add(readings, clean(word), NAME)
    for word in [*own(f"{lang}-function-words"), *openers(lang)]:
        readings[key_of(word)] = WORD
    for word in [word for word in readings if word.isdigit() or not word]:
        del readings[word]
    note = "see docs/adr/0018-lexicons.md for sources and licences"
    packed = pack(sorted(readings.items()), note)
    (DATA / f"{lang}.lexicon").write_bytes(packed)
    kinds = {"words": WORD, "names": NAME, "places": PLACE}
    counts = {kind: sum(bool(found & bit) for found in readings.values()) for kind, bit in kinds.items()}
    print(lang, len(readings), counts, f"{len(packed) / 1e6:.2f} MB", flush=True)  # noqa: T201 (a developer's script)


def public_names(lang: str) -> list[str]:
    """Names of countries, languages, months and weekdays (CLDR, by Babel), folded, whole, in every Russian case."""
    locale = Locale.parse(lang)
    names = [*locale.territories.values(), *locale.languages.values()]
    for context in ("format", "stand-alone"):
        names += [*locale.months[context]["wide"].values(), *locale.days[context]["wide"].values()]
    names = [part for name in names for part in re.split(r"\s*[()]\s*", name) if part and not part[0].isdigit()]
    listed = OWN / f"{lang}-public.txt"
    if listed.exists():
        names += [line for line in listed.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    if lang == "ru":
        names += [form for name in names for form in _cases(name)]
    return sorted({" ".join(words) for name in names if (words := words_of(name)) and len(words[0]) > 1})


@cache
def _analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


def _cases(name: str) -> Iterator[str]:
    """A Russian name in the other cases, by its head noun and the adjectives before it."""
    analyser = _analyser()
    words = name.split(" ")
    for case in ("gent", "datv", "accs", "ablt", "loct"):
        changed = list(words)
        for index, word in enumerate(words):
            parses = [p for p in analyser.parse(word) if "nomn" in p.tag and ("NOUN" in p.tag or "ADJF" in p.tag)]
            inflected = parses[0].inflect({case}) if parses else None
            if inflected is None:
                break
            changed[index] = inflected.word
            if "NOUN" in parses[0].tag:
                yield " ".join(changed)
                break
        else:
            yield " ".join(changed)  # a language: "русский"


def write_public(lang: str) -> None:
    """Write one language's `public-LANG.txt`."""
    note = "# Countries, languages, months, weekdays: Unicode CLDR, by Babel; written by scripts/build_lexicons.py."
    text = "\n".join([note, *public_names(lang), ""])
    (DATA / f"public-{lang}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    """Build the named languages, all of them without a name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dictionaries", type=Path, default=Path("/usr/share"))
    parser.add_argument("--census", type=Path, required=True)
    parser.add_argument("--frequencies", type=Path, required=True)
    parser.add_argument("--uzbek", type=Path, help="language_detector/data/train.txt of fitrat")
    parser.add_argument("--tajik", type=Path, help="folder with the unpacked translations of LibreOffice and Firefox")
    parser.add_argument("languages", nargs="*")
    options = parser.parse_args()
    for lang in options.languages or sorted(BUILDERS):
        build(lang, options)
        write_public(lang)


if __name__ == "__main__":
    main()
