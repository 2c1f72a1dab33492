"""Whether the name of a people names its language here: "lessons in English" makes nobody English."""

from __future__ import annotations

from collections.abc import Mapping

from safelight.text.reading import Reading

BEFORE: Mapping[str, tuple[str, ...]] = {
    "en": ("in", "speak", "speaks", "spoke", "spoken", "speaking", "learn", "learns", "learned", "learnt", "learning", "study", "studied",
           "understand", "understood", "translated", "into"),
    "ru": ("по", "язык", "языки", "учила", "учил", "выучила", "выучил"),
    "uk": ("по", "мова", "мову", "мови", "вчила", "вивчила"),
    "ro": ("in", "limba", "limbii", "vorbesc", "vorbeste", "vorbea", "invata", "invatat"),
    "uz": (), "tg": ("забони", "бо"), "ky": (), "ar": ("اللغه", "باللغه", "لغه", "لغتها", "لغته", "واللغه", "وباللغه", "للغه"),
}  # fmt: skip
"""Folded words that a language's name follows."""
AFTER: Mapping[str, tuple[str, ...]] = {
    "en": ("language", "lesson", "course", "class", "word", "speak", "phrase"), "ru": ("язык", "слов", "урок", "курс"),
    "uk": ("мов", "слов", "урок", "курс"), "ro": (), "uz": ("til", "тил"), "tg": (), "ky": ("тил",), "ar": (),
}  # fmt: skip
"""Beginnings of words that follow a language's name."""
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "ru": ("ски", "цки"), "uz": ("cha", "ча", "chada"), "ky": ("ча", "че", "чо", "чө"), "uk": ("ською", "цькою"),
}  # fmt: skip
"""Endings by which a people's name says "in its language" by itself: по-русски, inglizcha, англисче, англійською."""
WITH = frozenset(("з", "із", "зі", "над", "під", "за", "перед", "поряд"))
"""Ukrainian prepositions of the case that the language stands in too: з польською родиною is no language."""


def is_language(reading: Reading, first: int, last: int, lang: str) -> bool:
    """Whether the tokens from `first` to `last` (outside), a people's name, speak of its language."""
    keys = reading.keys
    before, after = keys[first - 1] if first else "", keys[last] if last < len(keys) else ""
    if before in BEFORE.get(lang, ()) and reading.gap(first - 1, first).strip("- \n") == "":
        return lang != "en" or before not in ("in", "into") or not _goes_on(reading, last)
    if after.startswith(AFTER.get(lang) or ("\0",)) and reading.gap(last - 1, last).strip("- \n") == "":
        return True
    word = keys[last - 1]
    if lang == "ru" and before == "на" and word.endswith(("ском", "цком")):
        return not _goes_on(reading, last)
    if lang == "ar":
        return word.startswith("بال") and word.endswith("يه")
    return word.endswith(ENDINGS.get(lang) or ("\0",)) and before not in WITH


def _goes_on(reading: Reading, last: int) -> bool:
    """Whether a word in small letters follows at once: in Turkish waters, на русском корабле."""
    if last >= len(reading.keys) or reading.gap(last - 1, last) != " ":
        return False
    return reading.keys[last] not in ("and", "or", "и", "или", "but", "но")
