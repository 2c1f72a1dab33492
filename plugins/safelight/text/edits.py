"""Edits: what stands where a name stood, in Markdown that stays whole.

A replaced word may hold markup that opens or closes inside it. A pair that only takes the word apart goes
(`За**лина**` becomes `Анна`); of any other, what opens there moves before the new text and what closes there behind
it, so that every pair stays a pair: `За**лина и я**` becomes `**Анна и я**`.
"""

from __future__ import annotations

import html
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from safelight.model.redaction import Replacement
from safelight.text.reading import Mark, Reading, Region

NOWHERE = "#"
"""What a link's definition points to when its address had to go."""


@dataclass(frozen=True)
class Edit:
    """Places `start:end` of the read text become `text`; `kind` is what stood there, `rule` what saw it."""

    start: int
    end: int
    kind: str
    rule: str
    text: str


def replacements(reading: Reading, edits: Sequence[Edit]) -> tuple[Replacement, ...]:
    """The edits as replacements of the source: sorted, apart from each other, with comments gone and links whole."""
    unlinked: set[int] = set()
    found = [Replacement(start, end, "comment", "html-comment", "") for start, end in reading.comments]
    inner: list[Replacement] = []
    for edit in _apart(edits):
        start, end = reading.source_span(edit.start, edit.end)
        region = reading.region_at(edit.start)
        if region is None or region.kind == "code":
            found.append(Replacement(start, end, edit.kind, edit.rule, edit.text))
        elif region.kind == "address":
            one = _address(reading, region, edit, unlinked)
            if one:
                (inner if region.link < 0 or _is_attribute(reading, region) else found).append(one)
        else:
            text = html.escape(edit.text) if region.kind in ("attribute", "title") else edit.text
            inner.append(Replacement(start, end, edit.kind, edit.rule, text.replace("]", "").replace("[", "")))
    for mark in reading.marks if unlinked else ():
        if mark.pair in unlinked:
            found.append(Replacement(mark.start, mark.end, "address", "unlinked", ""))
    inner.sort(key=lambda one: one.start)
    return tuple(_whole(reading, _merged([*found, *_outside(inner, found)]), inner, unlinked))


def apply(source: str, replaced: Sequence[Replacement]) -> str:
    """The source with its replacements made; they are sorted and apart from each other."""
    parts: list[str] = []
    position = 0
    for one in replaced:
        parts += [source[position : one.start], one.with_]
        position = one.end
    return "".join([*parts, source[position:]])


def _apart(edits: Sequence[Edit]) -> list[Edit]:
    """Where two overlap, one over both, as the one that begins first (and is longest) says."""
    kept: list[Edit] = []
    for one in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if kept and one.start < kept[-1].end:
            last = kept[-1]
            kept[-1] = Edit(last.start, max(last.end, one.end), last.kind, last.rule, last.text)
        else:
            kept.append(one)
    return kept


def _merged(found: Sequence[Replacement]) -> list[Replacement]:
    kept: list[Replacement] = []
    for one in sorted(found, key=lambda r: (r.start, -r.end)):
        if kept and one.start < kept[-1].end:
            last = kept[-1]
            kept[-1] = Replacement(last.start, max(last.end, one.end), last.kind, last.rule, last.with_)
        else:
            kept.append(one)
    return kept


def _outside(inner: Sequence[Replacement], found: Sequence[Replacement]) -> list[Replacement]:
    """Those that no other replacement swallows."""
    spans = sorted((one.start, one.end) for one in found)
    reach: list[int] = []
    for _, end in spans:
        reach.append(max(end, reach[-1] if reach else 0))
    outside = []
    for one in inner:
        index = bisect_left(spans, (one.end, 0))
        if index == 0 or reach[index - 1] <= one.start:
            outside.append(one)
    return outside


def _is_attribute(reading: Reading, region: Region) -> bool:
    return region.outer[1] > 0 and reading.source[region.outer[0]].isspace()


def _address(reading: Reading, region: Region, edit: Edit, unlinked: set[int]) -> Replacement | None:
    """An address that has to go takes its link with it and leaves the link's text."""
    if region.link > 0 and not region.outer[1]:
        unlinked.add(region.link)
        return None
    if region.link < 0:
        return Replacement(*region.outer, edit.kind, edit.rule, NOWHERE)
    if _is_attribute(reading, region):
        return Replacement(*region.outer, edit.kind, edit.rule, "")
    return Replacement(*region.outer, edit.kind, edit.rule, edit.text)


def _whole(
    reading: Reading, found: Sequence[Replacement], inner: Sequence[Replacement], unlinked: set[int]
) -> list[Replacement]:
    """Replacements that keep the marks they would have torn apart."""
    whole: list[Replacement] = []
    inner_set = set(inner)
    for one in found:
        if one.rule in ("html-comment", "unlinked") or one in inner_set:
            whole.append(one)
            continue
        start, end = _with_neighbours(reading, one.start, one.end)
        marks = reading.marks_in(start, end)
        if marks:
            before, after = _torn(marks, end)
            texts = ["".join(_text(reading, mark, inner, unlinked) for mark in side) for side in (before, after)]
            one = Replacement(start, end, one.kind, one.rule, f"{texts[0]}{one.with_}{texts[1]}")
        whole.append(one)
    return whole


def _with_neighbours(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """A span, and the marks right beside it whose partners are inside: they only take the word apart."""
    source = reading.source
    while True:
        inside = {m.pair for m in reading.marks_in(start, end) if m.pair and not source.startswith("]", m.start)}
        behind = next((m for m in reading.marks_in(end, end + 1) if m.pair in inside), None)
        before = reading.mark_before(start)
        if behind is not None and not source.startswith("]", behind.start):
            end = behind.end
        elif before is not None and before.pair in inside and not source.endswith("[", before.start, before.end):
            start = before.start
        else:
            return start, end


def _torn(marks: Sequence[Mark], end: int) -> tuple[list[Mark], list[Mark]]:
    """The marks among some whose partner is elsewhere: those that open, those that close or stand alone."""
    marks = [mark for mark in marks if mark.end <= end]
    pairs = [mark.pair for mark in marks if mark.pair]
    alone = {pair for pair in pairs if pairs.count(pair) == 1} if len(pairs) < 64 else set(pairs)
    before = [mark for mark in marks if mark.pair in alone and mark.opens]
    after = [mark for mark in marks if (mark.pair in alone and not mark.opens) or (not mark.pair and mark.kept)]
    return before, after


def _text(reading: Reading, mark: Mark, inner: Sequence[Replacement], unlinked: set[int]) -> str:
    """A mark's source, with what had to be replaced in its titles and attributes."""
    if mark.pair in unlinked:
        return ""
    starts = [one.start for one in inner]
    inside = inner[bisect_left(starts, mark.start) : bisect_left(starts, mark.end)]
    shifted = [Replacement(r.start - mark.start, r.end - mark.start, r.kind, r.rule, r.with_) for r in inside]
    return apply(reading.source[mark.start : mark.end], shifted)
