"""Redaction: one text in, one safe text out, with what was replaced and what is still a question."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from safelight.model.redaction import Redaction, Strictness, Unresolved
from safelight.text.coarse import Coarse, coarsen, spoken
from safelight.text.counted_numbers import begins_number
from safelight.text.decisions import Rulings, decided
from safelight.text.detectors import detect
from safelight.text.detectors.found import alphabet
from safelight.text.edits import Edit, apply, replacements
from safelight.text.mentions import Mention, mentions
from safelight.text.reading import Reading, read
from safelight.text.registry import Registry
from safelight.text.unknown import WHY, Unknown

REMOVED = {
    "en": "[removed]", "ru": "[удалено]", "ar": "[حُذف]", "uk": "[вилучено]", "ro": "[eliminat]", "uz": "[olib tashlandi]",
    "uz-cyrillic": "[олиб ташланди]", "tg": "[нест карда шуд]", "ky": "[алынып салынды]",
}  # fmt: skip
"""What stands where a number or an address stood."""
TOO_EXACT = "told too exactly: say it less exactly in the text, or decide with `safelight review` that it may stand, or what to say"


def redact(
    source: str | Reading,
    lang: str,
    registry: Registry,
    *,
    strictness: Strictness = Strictness.DENY,
    story: str = "",
    capitalised: bool | None = None,
    public: Collection[str] = (),
    years: Collection[str] = (),
) -> Redaction:
    """Replace every registered name, place and identifier of Markdown text `source`, and every trace (`detectors`).

    `source` is the text, or its reading (`read`) where that is there already.
    `lang` is the text's language, `story` the id whose own decisions hold. In `DENY`, a word that may be a name and
    that nobody has decided about is unresolved; in `ASK` only likely names are. `capitalised` says whether the writer
    begins sentences with capitals, where the text is too short to tell. `public` are the campaign's
    own contacts (`own_key`), which may stand in texts that are not stories; `years` those that the story's profile
    tells, which may stand: of another its decade is said. HTML comments are dropped.
    Offsets in the result are code points of `source`. Time is linear in the text.
    """
    reading = read(source, lang) if isinstance(source, str) else source
    edits: list[Edit] = []
    questions: list[Unresolved] = []
    covered: set[int] = set()
    open_words: list[Mention] = []
    for mention in mentions(reading, lang, registry):
        if mention.decidable:
            open_words.append(mention)
            continue
        covered.update(range(mention.first, mention.last))
        start, end = _span(reading, mention)
        if mention.text is None:
            questions.append(_question(reading, start, end, mention.kind, _way_out(mention)))
        else:
            edits.append(Edit(start, end, mention.kind, mention.rule, mention.text))
            if _names_a_file(reading, start):
                questions.append(
                    _question(reading, start, end, "address", "a registered name in an address: rename what it names")
                )
    traces = (*registry.identifiers.find(reading), *detect(reading, lang, strictness, public))
    for trace in traces:
        if not trace.ask:
            said = _removed(reading, trace.start, lang) if trace.say is None else trace.say
            edits.append(Edit(trace.start, trace.end, trace.kind, trace.rule, said))
    for first, last, decision in decided(reading, lang, story, registry.decisions, covered):
        covered.update(range(first, last))
        if decision.text is not None:
            span = reading.starts[first], reading.ends[last - 1]
            said = decision.text or _removed(reading, span[0], lang)
            edits.append(Edit(*span, decision.means, "decision", said))
    exact: list[Coarse] = []
    if strictness is Strictness.DENY:
        asked_about = [
            Edit(one.start, one.end, one.kind, one.rule, "") for one in traces if one.ask not in ("", "birth")
        ]
        taken = covered.union(_inside(reading, asked_about))
        exact = list(_too_exact(reading, lang, story, registry.decisions, years, edits, taken))
    said_less = {token for one in exact if one.say is not None for token in _tokens(reading, one.start, one.end)}
    registered = {token for one in open_words for token in range(one.first, one.last)}
    for trace in traces:
        # A year of birth whose decade can be said is no question any more.
        token = reading.token_at(trace.start)
        if trace.ask == "town" and token in registered:
            continue  # the registry asks, and has more to say
        if trace.ask and token not in covered and token not in said_less:
            covered.update(_tokens(reading, trace.start, trace.end))
            questions.append(_question(reading, trace.start, trace.end, f"unknown-{trace.ask}", _unknown(trace.ask)))
    for one in exact:
        if one.say is not None:
            edits.append(Edit(one.start, one.end, one.attribute, f"coarse-{one.attribute}", spoken(reading, one)))
        elif covered.isdisjoint(_tokens(reading, one.start, one.end)):
            covered.update(_tokens(reading, one.start, one.end))
            questions.append(_question(reading, one.start, one.end, f"unknown-{one.attribute}", TOO_EXACT))
    for mention in open_words:
        if mention.first not in covered:
            covered.update(range(mention.first, mention.last))
            questions.append(_question(reading, *_span(reading, mention), mention.kind, _way_out(mention)))
    covered.update(_inside(reading, edits))
    for asked in Unknown(reading, lang, strictness, covered, capitalised).questions():
        start, end = reading.starts[asked.first], reading.ends[asked.last - 1]
        kind, way_out = f"unknown-{asked.why}", _unknown(asked.why)
        questions.append(_question(reading, start, end, kind, way_out, stops=asked.stops))
    replaced = replacements(reading, [_with_brackets(edit, reading, lang) for edit in edits])
    return Redaction(apply(reading.source, replaced), replaced, tuple(sorted(questions, key=lambda q: q.start)))


def _with_brackets(edit: Edit, reading: Reading, lang: str) -> Edit:
    """A removal that is all that brackets hold takes them along: "my sister (+44 …) called" -> "my sister called"."""
    text, start, end = reading.text, edit.start, edit.end
    alone = text[max(0, start - 2) : start] == " (" and text[end : end + 1] == ")"
    if not alone or edit.text != _removed(reading, start, lang):
        return edit
    return Edit(start - 2, end + 1, edit.kind, edit.rule, "")


def _removed(reading: Reading, at: int, lang: str) -> str:
    return REMOVED.get(alphabet(reading, at, lang), "[…]")


def _span(reading: Reading, mention: Mention) -> tuple[int, int]:
    """Where a mention stands, with what goes with its last word (an initial's full stop)."""
    return reading.starts[mention.first], reading.ends[mention.last - 1] + mention.extra


def _unknown(why: str) -> str:
    return f"{WHY[why]}: register the person or place, or decide with `safelight review`"


def _way_out(mention: Mention) -> str:
    decide = ", or decide with `safelight review` that it is a public word" if mention.decidable else ""
    return f"it {mention.problem}{decide}: mend the vault or the text"


def _names_a_file(reading: Reading, start: int) -> bool:
    """Whether a place belongs to a link to one of the campaign's own files, which has to be renamed, not dropped."""
    region = reading.region_at(start)
    return region is not None and region.kind == "address" and reading.text.startswith("{", region.start)


def _inside(reading: Reading, edits: Iterable[Edit]) -> Iterable[int]:
    """The tokens that edits swallow."""
    for edit in edits:
        yield from _tokens(reading, edit.start, edit.end)


def _tokens(reading: Reading, start: int, end: int) -> Iterator[int]:
    """The tokens that a span of the read text touches."""
    first = bisect_left(reading.ends, start + 1)
    while first < len(reading.starts) and reading.starts[first] < end:
        yield first
        first += 1


def _too_exact(
    reading: Reading,
    lang: str,
    story: str,
    decisions: Rulings,
    years: Collection[str],
    edits: Sequence[Edit],
    covered: Collection[int],
) -> Iterator[Coarse]:
    """Numbers that are told too exactly, without those that another rule replaces or that somebody has decided about."""
    swallowed = set(_inside(reading, edits))
    for one in coarsen(reading, lang, years):
        tokens = list(_tokens(reading, one.start, one.end))
        decided_about = any(token in covered and begins_number(reading.keys[token], lang) for token in tokens)
        if decided_about or not swallowed.isdisjoint(tokens):
            continue
        if not decisions.allows_trait(f"{one.attribute}={one.value}", story):
            yield one


def _question(reading: Reading, start: int, end: int, kind: str, suggestion: str, *, stops: bool = True) -> Unresolved:
    begin, finish = reading.source_span(start, end)
    line, column = reading.line_column(begin)
    return Unresolved(line, column, begin, finish, reading.source[begin:finish], kind, suggestion, stops)
