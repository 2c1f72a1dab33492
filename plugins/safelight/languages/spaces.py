"""Spaces that must not end a line, and the dash of a range: by rules of all languages, and by each one's own words.

The rules are those of Russian typesetting (Milchin and Cheltsova, «Справочник издателя и автора»: short words, dashes,
particles, initials, signs and units), with the words of each language in their place; languages that have no short
prepositions, as Kyrgyz and Uzbek, have none in the table. A range is `{0}–{1}` in CLDR 48 for all eight but Romanian,
whose books print it so, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

NO_BREAK = "\u00a0"
EN_DASH = "\u2013"

SHORT_WORDS: Mapping[str, str] = {
    "ru": "а в и к о с у я во на не ни но да до за из от по со об ко",
    "uk": "а в е з і й о у я на не ні до за із зі по об та що як",
    "tg": "ба аз бо дар то ва ё на чи ки",
}
"""Prepositions, conjunctions and particles that do not end a line."""
PARTICLES: Mapping[str, str] = {"ru": "бы б ли ль же ж", "uk": "би б же ж"}
"""Words that do not begin one: they belong to the word before."""
UNITS: Mapping[str, str] = {
    "en": "million billion",
    "ru": "час год лет дн день недел месяц мес млн млрд тыс руб евро человек",
    "uk": "годин рок рік дн день тижн місяц млн млрд тис грн євро осіб людей",
    "ro": "de ani an zile zi ore oră luni lună lei euro mil mld milioane miliarde",
    "uz": "yosh yil kun soat oy soʻm ming mln mlrd million nafar kishi foiz",
    "tg": "сол рӯз соат моҳ сомонӣ ҳазор млн млрд нафар фоиз",
    "ky": "жыл жаш күн саат ай сом миң млн млрд адам киши пайыз",
    "ar": "سنة سنوات عام أعوام يوم أيام ساعة ساعات شهر أشهر دولار يورو ألف آلاف مليون ملايين مليار شخص",
}
"""How words begin that stay with the number before them."""
SIGNS: Mapping[str, str] = {
    "en": "No. Nos. art. p. pp.",
    "ru": "ст. с. стр. п. гл. рис. табл. г. д. кв. ул.",
    "uk": "ст. с. п. гл. рис. табл. м. буд. кв. вул.",
    "ro": "nr. art. alin. p. pct. str.",
    "uz": "moddasi bet",
    "tg": "с. м. к. банди моддаи",
    "ky": "ст. б. к. берене",
    "ar": "رقم المادة ص.",
}
"""Words that stay with the number after them, in small letters or with a capital."""

CAPITAL = "[A-ZА-ЯЁІЇЄҐҒҚҲҶӮӢҢӨҮȘȚĂÂÎ]"
EVERYWHERE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\d)[ \n](?=(?:%|‰|°|€|\$|£|₽|₴|EUR\b|USD\b|km\b|kg\b|км\b|кг\b|кВ\b))"), NO_BREAK),
    (re.compile(r"(?<=[№§])[ \n](?=\d)"), NO_BREAK),
    (re.compile(r"[ \n](?=[—–](?:\s|$))"), NO_BREAK),
    # Initials, and abbreviations of one letter each: A. P. Chekhov, т. е.
    (re.compile(r"(?<![\w.])([^\W\d_]\.)[ \n](?=[^\W\d_]\.)"), rf"\1{NO_BREAK}"),
    (re.compile(rf"(?<!\w)({CAPITAL}\.)[ \n](?={CAPITAL}[^\W\d_])"), rf"\1{NO_BREAK}"),
)  # fmt: skip
DIGITS = re.compile(r"(?<![\d+.,])\+?\d[\d \n]*\d(?!\d)")
GROUPED = re.compile(r"[1-9]\d{0,2}(?:[ \n]\d{3})+")
"""A number in groups of three; one with a plus or a nought in front is dialled, and stays as it is."""
RANGE = re.compile(r"(?<![\w.,:/+-])(\d{1,4})-(\d{1,4})(?![\w:/-]|[.,]\d)")
TIMES = re.compile(r"(?<![\w.:/-])(\d{1,2}[:.]\d{2})-(\d{1,2}[:.]\d{2})(?![\w:/-])")


def held(text: str, code: str) -> str:
    """Plain text of a language with no-break spaces where a line may not end, and en dashes in ranges of numbers.

    A text that is set already stays as it is.
    """
    text = RANGE.sub(_range, TIMES.sub(rf"\1{EN_DASH}\2", text))
    text = DIGITS.sub(lambda found: NO_BREAK.join(found[0].split()) if GROUPED.fullmatch(found[0]) else found[0], text)
    for pattern, holding in EVERYWHERE:
        text = pattern.sub(holding, text)
    for pattern, holding in _own(code):
        # Twice, because a short word may follow another.
        text = pattern.sub(holding, pattern.sub(holding, text))
    return text


def _range(found: re.Match[str]) -> str:
    """18-24 and 2019-2021 go from less to more; codes, parts of telephone numbers and scores mostly do not."""
    first, last = found.groups()
    goes_up = not (len(last) > 1 and last.startswith("0")) and int(first) < int(last)
    return f"{first}{EN_DASH}{last}" if goes_up and len(first) + 1 >= len(last) else found[0]


@cache
def _own(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(_rules(code))


def _rules(code: str) -> Iterator[tuple[re.Pattern[str], str]]:
    if code in SHORT_WORDS:
        yield re.compile(rf"(?<![^\s(«„“—–])({_either(SHORT_WORDS[code])})[ \n]"), rf"\1{NO_BREAK}"
    if code in PARTICLES:
        yield re.compile(rf"[ \n](?=(?:{PARTICLES[code].replace(' ', '|')})(?!\w))"), NO_BREAK
    if code in UNITS:
        yield re.compile(rf"(?<=\d)[ \n](?=(?:{UNITS[code].replace(' ', '|')}))"), NO_BREAK
    if code in SIGNS:
        yield re.compile(rf"(?<!\w)({_either(SIGNS[code])})[ \n](?=\d)"), rf"\1{NO_BREAK}"


def _either(words: str) -> str:
    """A pattern for words as they stand or with a capital at their head."""
    return "|".join(f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}" for word in words.split())
