"""Public names in a text: countries, languages, months and weekdays, whole, and where they are nobody's name."""

from __future__ import annotations

from safelight.text.languages import Writing, public_names
from safelight.text.lexicon import NAME
from safelight.text.reading import Reading

MONTH_FOLLOWS = frozenset(("in", "last", "next", "early", "late", "din", "spre", "catre", "prin"))
"""Words behind which May and June are months and Italia is the country: English ones, and Romanian prepositions of place."""


class PublicMentions:
    """The public names of one text."""

    def __init__(self, reading: Reading, lang: str, writing: Writing) -> None:
        self._reading = reading
        self._writing = writing
        self._names = public_names(lang)

    def behind(self, index: int) -> int:
        """The token behind the whole public name that begins at a token, or 0."""
        reading = self._reading
        for words in self._names.get(reading.keys[index], ()):
            last = index + len(words)
            if tuple(reading.keys[index:last]) != words:
                continue
            if len(words) == 1 and self._writing.readings(words[0]) & NAME and not self._is_date(index):
                continue
            if self._writing.capitals and (self._goes_on(index - 1, index) or self._goes_on(last - 1, last, last)):
                continue  # "Chad Smith", "Israel Katz"
            return last
        stems = self._writing.stems(reading.keys[index])
        if any((stem,) in self._names.get(stem, ()) and not self._writing.readings(stem) & NAME for stem in stems):
            return 0 if self._goes_on(index - 1, index) or self._goes_on(index, index + 1, index + 1) else index + 1
        return 0

    def _goes_on(self, left: int, right: int, which: int | None = None) -> bool:
        """Whether one of two neighbouring tokens carries a name on into the other: a capital that nothing excuses."""
        reading = self._reading
        if left < 0 or right >= len(reading.keys) or reading.gap(left, right) not in (" ", "-"):
            return False
        index = left if which is None else which
        key = reading.keys[index]
        if key in self._names or key in self._writing.openers or key == "i":
            return False
        return reading.word(index)[0].isupper()

    def _is_date(self, index: int) -> bool:
        """Whether a month's name stands as one: beside a number, or behind "in", "last", "next"."""
        keys = self._reading.keys
        before = keys[index - 1] if index else ""
        after = keys[index + 1] if index + 1 < len(keys) else ""
        return before.isdigit() or after.isdigit() or (before in MONTH_FOLLOWS and after != "s")
