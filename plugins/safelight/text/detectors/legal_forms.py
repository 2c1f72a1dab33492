"""Firms by their legal form and name (ООО «Ромашка», „Romashka” MChJ): what remains is a company, in the sentence's case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from safelight.text.detectors.found import Found, opening
from safelight.text.detectors.windows import Signs
from safelight.text.reading import Reading

QUOTED = r"(?:«[^»\n]{1,80}»|\"[^\"\n]{1,80}\"|“[^”\n]{1,80}”|„[^“”\n]{1,80}[“”])"
FORMS: Mapping[str, str] = {
    "ru": "ооо|оао|зао|пао|ао|тоо|ип|чп", "uk": "тов|пат|прат|ат|фоп|пп", "ro": r"s\.r\.l\.|srl|s\.a\.|sa", "uz": "mchj|мчж|aj",
    "tg": "ҷдмм|ҷсп|чдмм", "ky": "жчк|оао|осоо", "en": "llc|ltd|ooo|gmbh", "ar": "شركه|شركة",
}  # fmt: skip
"""Legal forms of firms, folded."""
AFTER_NAME = frozenset(("uz", "ky", "ro"))
"""Languages that write the form behind the name; Uzbek and Kyrgyz endings stand behind it."""
CASES: Mapping[str, Mapping[str, str]] = {
    "ru": {
        **dict.fromkeys(("в", "во", "на", "о", "об", "при"), "компании"), **dict.fromkeys(("к", "ко", "по"), "компании"),
        **dict.fromkeys(("из", "от", "для", "до", "у", "без", "около", "после", "из-за"), "компании"),
        **dict.fromkeys(("с", "со", "перед", "над", "под"), "компанией"), **dict.fromkeys(("про", "через", "за"), "компанию"), "": "компания",
    },
    "uk": {
        **dict.fromkeys(("в", "у", "на", "о", "при", "по", "до", "від", "з", "із", "для", "без", "біля", "після", "коло"), "компанії"),
        **dict.fromkeys(("перед", "над", "під", "зі"), "компанією"), **dict.fromkeys(("про", "через", "за"), "компанію"), "": "компанія",
    },
}  # fmt: skip
"""A company in the case that the preposition before asks for; of two cases, that of the place."""
PLAIN = {"ro": "o companie", "uz": "kompaniya", "tg": "ширкат", "ky": "компания", "en": "a company"}


@cache
def _signs(lang: str) -> Signs:
    return Signs(rf"(?:{FORMS[lang]})" if lang != "ro" else r"(?:srl|sa|s)$")


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    ending = "" if lang == "ro" else r"[^\W\d_]{0,8}"
    if lang in AFTER_NAME:
        return re.compile(rf"(?P<prep>(?!))?(?:\bs\.?c\.?\s)?{QUOTED}\s?(?P<form>{FORMS[lang]})(?P<end>{ending})(?!\w)")
    return re.compile(rf"(?:(?<!\w)(?P<prep>[^\W\d_]{{1,5}})\s)?(?<!\w)(?P<form>{FORMS[lang]})\s?{QUOTED}(?P<end>)")


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Every firm by its form and its name in quotation marks; Arabic, whose word for a firm stays, is `organisations`' own."""
    if lang not in PLAIN and lang not in CASES:
        return
    for window in _signs(lang).windows(reading, before=100, after=100):
        for found in _pattern(lang).finditer(reading.folded, *window):
            start = found.start() if lang in AFTER_NAME else found.start("form")
            cases = CASES.get(lang)
            said = cases.get(found["prep"] or "", cases[""]) if cases else PLAIN[lang] + found["end"]
            if lang == "uz" and found["form"] == "мчж":
                said = "компания" + found["end"]
            yield Found(start, found.end(), "organisation", "legal-form", opening(said, reading, start))
