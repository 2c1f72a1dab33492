"""E-mail addresses, handles and links to personal pages; other addresses of the net are asked about (`unknown`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.text.detectors.found import Found
from safelight.text.detectors.windows import Signs, windows
from safelight.text.reading import Reading

EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}")
SPELT_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}\s?[\[(]\s?(?:at|собака|собачка)\s?[\])]\s?[\w-]{1,64}\s?(?:[\[(]\s?(?:dot|точка)\s?[\])]|\.)\s?[a-z]{2,10}\b"
)
SPOKEN_EMAIL = re.compile(
    r"(?<![\w.+%-])[a-z\d][\w.+-]{1,40} (?:at|собака|собачка|гав|равлик|arond|aron|arrond) [a-z\d][\w-]{0,30}(?: ?(?:dot|точка|крапка|punct|\.) ?[a-z]{2,10}){1,3}(?!\w)"
)
"""An address as it is dictated: anna at mail dot ru."""
SPOKEN_AT = re.compile(r" (?:dot|точка|крапка|punct) ")
HANDLE = re.compile(r"(?<![\w@/.])@[^\W\d][\w.]{1,40}\w")
HOSTS = (
    "facebook|fb|instagram|vk|vkontakte|ok|odnoklassniki|t|telegram|tiktok|twitter|x|wa|whatsapp|youtube|linkedin|"
    "snapchat|viber|threads|badoo|mamba|olx|imo"
)
PROFILE = re.compile(
    rf"(?<![\w.])(?:https?://)?(?:www\.|m\.)?(?:{HOSTS})\.(?:com|ru|me|org|tv|im)/[^\s)\]>\"'<]{{1,200}}"
)
HOST_END = re.compile(r"\.(?:com|ru|me|org|tv|im)/")
AT = re.compile("@")
SPELT_AT = re.compile(r"[\[(]\s?(?:at|собака|собачка)\s?[\])]")
LONGEST_LOCAL = 72
"""Characters that may stand before the sign of an e-mail address and belong to it."""
SERVICE = Signs(
    "telegram|instagram|whatsapp|viber|tiktok|skype|imo|телеграм|инстаграм|вотсап|скайп|تلغرام|تيليغرام|تيليجرام|تلجرام|انستغرام|انستقرام|واتساب|واتس|فيسبوك"
)
MARKS = frozenset(("removed", "eliminat", "olib"))
"""First words of the marks that stand where something was removed: no nicknames."""
NICKNAME = re.compile(
    r"\b(?:telegram|instagram|whatsapp|viber|tiktok|skype|телеграме?|инстаграме?|вотсапе?|скайпе?|تلغرام|تيليغرام|تيليجرام|تلجرام|انستغرام|انستقرام|واتساب|واتس اب|فيسبوك)\s?[:—-]\s?([a-z][\w.]{3,30})"
)


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Addresses of people: they are nobody's public fact, whatever kind of text they stand in."""
    text = reading.folded
    if "@" in text:
        for window in windows(text, AT, LONGEST_LOCAL):
            for kind, pattern in (("email", EMAIL), ("handle", HANDLE)):
                for found in pattern.finditer(text, *window):
                    yield Found(found.start(), found.end(), kind, f"{kind}-pattern")
    for window in windows(text, SPELT_AT, LONGEST_LOCAL):
        for found in SPELT_EMAIL.finditer(text, *window):
            yield Found(found.start(), found.end(), "email", "email-spelt-out")
    for window in windows(text, SPOKEN_AT, LONGEST_LOCAL):
        for found in SPOKEN_EMAIL.finditer(text, *window):
            yield Found(found.start(), found.end(), "email", "email-spelt-out")
    for window in windows(text, HOST_END):
        for found in PROFILE.finditer(text, *window):
            end = found.start() + len(found[0].rstrip(".,;:!?"))  # the sentence's own sign
            yield Found(found.start(), end, "profile", "profile-pattern")
    for window in SERVICE.windows(reading):
        for found in NICKNAME.finditer(text, *window):
            end = found.start(1) + len(found[1].rstrip("."))
            if text[found.start(1) : end] not in MARKS:
                yield Found(found.start(1), end, "handle", "handle-named")
