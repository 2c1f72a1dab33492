"""Runs: neighbouring words that are parts of one registered name, with the initials beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from safelight.text.name_forms import Form
from safelight.text.name_index import NameIndex
from safelight.text.reading import Reading

JOINS = frozenset({"", " ", "-", " - ", ". ", ".", "\n", "'", "\u2010", "\u2011", "- "})
"""What may stand between two words of one name."""
INITIAL_GAPS = frozenset({".", ". ", ".\n", ".-"})
MOST_INITIALS = 3


@dataclass(frozen=True)
class Run:
    """Tokens `first:last` that name one of `owners`: the readings of each word, initials, and what is odd about it.

    `kind` is `person`, `place`, or `both` where one word is either. `extra` characters behind belong to it (a dot).
    `strangers`: the next name belongs to somebody else, though it stands where this person's own would.
    """

    first: int
    last: int
    kind: str
    owners: frozenset[str]
    forms: list[list[Form]]
    initials: tuple[str, ...] = ()
    extra: int = 0
    strangers: bool = False
    at: tuple[int, ...] = field(default=())
    """The token of each word of `forms`."""

    @property
    def sure(self) -> bool:
        """Whether a word stands as registered, not in another spelling."""
        return any(form.sure for word in self.forms for form in word)

    @property
    def is_adjective(self) -> bool:
        """Whether the word is an adjective made of a place, which is written small without being another word."""
        return all(form.shape.derived == "relational" for word in self.forms for form in word)

    def of(self, owner: str) -> Run:
        """The run with the readings of one owner only."""
        kept = [[form for form in word if owner in form.owners] for word in self.forms]
        return Run(
            self.first,
            self.last,
            self.kind,
            frozenset({owner}),
            kept,
            self.initials,
            self.extra,
            self.strangers,
            self.at,
        )


Hits = dict[int, list[tuple[int, tuple[Form, ...]]]]


def runs(reading: Reading, index: NameIndex) -> list[Run]:
    """All runs of a text, in order, none overlapping another."""
    hits: Hits = {}
    for first, last, key in reading.hits(index.names):
        if last - first == 2 and reading.keys[last - 1] == "s" and reading.gap(first, first + 1) == "'":
            continue  # Zalina's is a possessive, not the plural that the apostrophe hides
        if last == first + 1 and key != reading.keys[first] and index.get(reading.keys[first]):
            continue  # what the whole word is goes before what a part of it is (харків'янка)
        hits.setdefault(first, []).append((last, index.get(key)))
    found: list[Run] = []
    position = 0
    for first in sorted(hits):
        if first < position:
            continue
        run = _longest(reading, first, hits, position)
        if run is None:
            continue
        if found and _are_strangers(found[-1], run, reading):
            found[-1] = Run(**{**found[-1].__dict__, "strangers": True})
            run = Run(**{**run.__dict__, "strangers": True})
        found.append(run)
        position = run.last
    return found


def _longest(reading: Reading, first: int, hits: Hits, floor: int) -> Run | None:
    best: Run | None = None
    # A word as it stands goes before what it would be without its hyphen or space (Залина-то).
    for last, forms in sorted(hits[first], key=lambda hit: hit[0]):
        if best is not None and last > first + 1:
            break
        for run in (_place(reading, first, last, forms, hits), _person(reading, first, last, forms, hits, floor)):
            if run is None:
                continue
            if best is None or run.last - run.first > best.last - best.first:
                best = run
            elif best.kind != run.kind and (run.first, run.last) == (best.first, best.last):
                best = Run(run.first, run.last, "both", best.owners | run.owners, best.forms, at=best.at)
    return best


def _place(reading: Reading, first: int, last: int, forms: Sequence[Form], hits: Hits) -> Run | None:
    starting = [form for form in forms if form.part == "place" and form.position == 0]
    best: Run | None = None
    for length in {form.length for form in starting}:
        words = [[form for form in starting if form.length == length]]
        owners = frozenset().union(*(form.owners for form in words[0]))
        end, at = last, [first]
        while len(words) < length and owners and end in hits and reading.gap(end - 1, end) in JOINS:
            fits = [
                (stop, [f for f in more if f.part == "place" and f.position == len(words) and f.length == length and f.owners & owners])
                for stop, more in hits[end]
            ]  # fmt: skip
            stop, following = next(((stop, fit) for stop, fit in fits if fit), (0, []))
            if not following:
                break
            owners &= frozenset().union(*(form.owners for form in following))
            words.append(following)
            at.append(end)
            end = stop
        if len(words) == length and owners and (best is None or end > best.last):
            best = Run(first, end, "place", owners, words, at=tuple(at))
    return best


def _person(reading: Reading, first: int, last: int, forms: Sequence[Form], hits: Hits, floor: int) -> Run | None:
    words = [[form for form in forms if form.part != "place"]]
    if not words[0]:
        return None
    owners = frozenset().union(*(form.owners for form in words[0]))
    end, at, keys = last, [first], {reading.keys[first]}
    while end in hits and _joined(reading, end, words, hits):
        stop, following = next(
            ((s, f) for s, more in hits[end] if (f := [m for m in more if m.part != "place" and m.owners & owners])),
            (0, []),
        )
        following = [f for f in following if f.shape.prefix in ("", "ال")]  # "and" begins another person
        if not following or (reading.keys[end] in keys and not any(f.particle for f in following)):
            break
        owners &= frozenset().union(*(form.owners for form in following))
        keys.add(reading.keys[end])
        words.append(following)
        at.append(end)
        end = stop
    if all(form.particle for word in words for form in word) and len(words) < 2:
        return None
    words = [[form for form in word if form.owners & owners] for word in words]
    begin, before = _initials_before(reading, first, words[0], floor)
    behind, after, extra = _initials_behind(reading, end, words)
    # A form read as a derived word (Залинин) stands alone; beside initials or other parts only plain ones count.
    return Run(begin, behind, "person", owners, words, before or after, extra, at=tuple(at))


def _joined(reading: Reading, end: int, words: list[list[Form]], hits: Hits) -> bool:
    gap = reading.gap(end - 1, end)
    if gap in JOINS:
        return gap not in (". ", ".") or len(reading.word(end - 1)) == 1
    # "Магомедова, Залина": a list of names, surname first.
    family_first = all(form.part == "family" for form in words[0]) and len(words) == 1
    return gap == ", " and family_first and any(f.part == "given" for _, more in hits[end] for f in more)


def _is_initial(reading: Reading, index: int) -> bool:
    return 0 <= index < len(reading.keys) and len(reading.word(index)) == 1 and reading.word(index).isalpha()


def _initials_before(reading: Reading, first: int, forms: Sequence[Form], floor: int) -> tuple[int, tuple[str, ...]]:
    """Where the initials before a surname begin (`З. Р. Магомедова`), and what they are."""
    if not any(form.part in ("family", "full") for form in forms):
        return first, ()
    begin = first
    while begin > floor and first - begin < MOST_INITIALS and _is_initial(reading, begin - 1):
        gap = reading.gap(begin - 1, begin)
        if not (gap.startswith(".") and gap in INITIAL_GAPS):
            break
        begin -= 1
    return begin, tuple(reading.word(i) for i in range(begin, first))


def _initials_behind(reading: Reading, end: int, words: list[list[Form]]) -> tuple[int, tuple[str, ...], int]:
    """Where the initials behind a name end (`Магомедова З. Р.`, `Залина М.`), what they are, and their last dot."""
    parts = {form.part for word in words for form in word}
    if len(words) > 1 and parts != {"family"}:
        return end, (), 0
    behind = end
    while (
        behind - end < MOST_INITIALS
        and _is_initial(reading, behind)
        and reading.gap(behind - 1, behind) in (" ", ". ", ".", "\u00a0")
        and (reading.gap(behind - 1, behind) == " " or behind > end)
        and reading.text[reading.ends[behind] : reading.ends[behind] + 1] == "."
        and reading.word(behind).isupper()
    ):
        behind += 1
    if behind == end:
        return end, (), 0
    letters = tuple(reading.word(i) for i in range(end, behind))
    following = reading.text[reading.ends[behind - 1] + 1 :][:2]
    ends_sentence = not following.strip() or (following[:1] in " \n" and following[1:2].isupper())
    # Behind a given name stands the surname's initial, which the caller has nothing to compare with.
    return behind, letters if "family" in parts else (), 0 if ends_sentence else 1


def _are_strangers(left: Run, right: Run, reading: Reading) -> bool:
    """Whether a name and the next, of two people, stand together as one person's: given name and surname, in one case."""
    if left.kind != "person" or right.kind != "person" or left.last != right.first or left.owners & right.owners:
        return False
    if reading.gap(left.last - 1, left.last) != " ":
        return False
    one = {form.part for form in left.forms[-1]}
    other = {form.part for form in right.forms[0]}
    if one & other or not ({"given", "patronymic"} & (one | other) and "family" in one | other):
        return False
    cases = {f.shape.case for f in left.forms[-1]} & {f.shape.case for f in right.forms[0]}
    return bool(cases)
