"""Redaction: one text in, one safe text out, with what was replaced and what is still a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.model.redaction import Redaction, Replacement, Strictness, Unresolved
from safelight.text.contacts import contacts, registered
from safelight.text.fold import Folded, Token, fold, tokens_of
from safelight.text.mentions import mentions
from safelight.text.registry import Registry
from safelight.text.unknown import decided, unknown

REMOVED = {"en": "[removed]", "ru": "[удалено]", "ar": "[حُذف]", "uk": "[вилучено]", "ro": "[eliminat]"}
"""What stands where a number or an address stood."""
OPAQUE = re.compile(r"\{(?:filename|static)\}[^\s)\"']*|`[^`\n]*`|\]\((?!mailto:|tel:)[^)\s]*|https?://[^\s)>\]\"']+")
"""Spans whose words are addresses or code, not prose; registered names are replaced there by the gate's refusal."""
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def redact(
    source: str, lang: str, registry: Registry, *, strictness: Strictness = Strictness.DENY, story: str = ""
) -> Redaction:
    """Replace every registered name, place and identifier of Markdown text `source`, and every contact.

    `lang` is the text's language, `story` the id whose own decisions hold. In `DENY`, a word that may be a name and
    that nobody has decided about is unresolved; in `ASK` only likely personal names are. HTML comments are dropped.
    Offsets in the result are code points of `source`.
    """
    folded = fold(source)
    tokens = tokens_of(folded)
    opaque = [found.span() for found in OPAQUE.finditer(source)]
    replaced: list[Replacement] = []
    questions: list[Unresolved] = []
    covered: set[int] = set()
    for found in COMMENT.finditer(source):
        replaced.append(Replacement(*found.span(), "comment", "html-comment", ""))
    for start, end, kind, rule in _contacts(folded, registry):
        replaced.append(Replacement(folded.start[start], folded.end[end - 1], kind, rule, REMOVED.get(lang, "[…]")))
    for mention in mentions(tokens, folded, lang, registry):
        covered.update(range(mention.first, mention.last))
        start, end = tokens[mention.first].start, tokens[mention.last - 1].end
        if source[end : end + 1] == "." and len(tokens[mention.last - 1].text) == 1:
            end += 1
        if mention.text is None:
            questions.append(
                _question(source, start, end, mention.kind, f"it {mention.problem}: mend the vault or the text")
            )
        else:
            replaced.append(_balanced(source, start, end, mention.kind, mention.rule, mention.text))
    covered |= {i for i, token in enumerate(tokens) if _inside(token, replaced) or _within(token, opaque)}
    covered |= decided(tokens, lang, story, registry)
    for index, why in unknown(tokens, folded, lang, strictness, covered):
        token = tokens[index]
        way_out = "register the person or place, or decide about the word in private/decisions.yaml"
        questions.append(_question(source, token.start, token.end, f"unknown-{why}", way_out))
    kept = _without_overlaps(replaced)
    return Redaction(_apply(source, kept), tuple(kept), tuple(sorted(questions, key=lambda q: q.start)))


def _contacts(folded: Folded, registry: Registry) -> Iterator[tuple[int, int, str, str]]:
    identifiers = frozenset(registry.identifiers)
    yield from registered(folded, identifiers)
    yield from contacts(folded, identifiers)


def _inside(token: Token, replaced: list[Replacement]) -> bool:
    return any(r.start <= token.start and token.end <= r.end for r in replaced)


def _within(token: Token, spans: list[tuple[int, int]]) -> bool:
    return any(start <= token.start and token.end <= end for start, end in spans)


def _question(source: str, start: int, end: int, kind: str, suggestion: str) -> Unresolved:
    line = source.count("\n", 0, start) + 1
    column = start - (source.rfind("\n", 0, start) + 1) + 1
    return Unresolved(line, column, start, end, source[start:end], kind, suggestion)


def _balanced(source: str, start: int, end: int, kind: str, rule: str, text: str) -> Replacement:
    """A replacement that keeps Markdown whole: marks that a name opened or closed inside itself go with it."""
    inside = source[start:end]
    for mark in ("**", "__", "*", "_", "`"):
        if inside.count(mark) % 2:
            if source[:start].endswith(mark):
                start -= len(mark)
            elif source[end:].startswith(mark):
                end += len(mark)
            break
    for tag in re.findall(r"<(/?)([a-zA-Z]+)[^>]*>", inside):
        closing, name = tag
        opener = re.search(rf"<{name}\b[^>]*>$", source[:start])
        if closing and opener and not re.search(rf"<{name}\b", inside):
            start = opener.start()
        closer = re.match(rf"</{name}>", source[end:])
        if not closing and closer and f"</{name}>" not in inside:
            end += closer.end()
    return Replacement(start, end, kind, rule, text)


def _without_overlaps(replaced: list[Replacement]) -> list[Replacement]:
    """Where two overlap, one replacement over both spans, as the one that begins first says."""
    kept: list[Replacement] = []
    for one in sorted(replaced, key=lambda r: (r.start, -r.end)):
        if kept and one.start < kept[-1].end:
            last = kept[-1]
            kept[-1] = Replacement(last.start, max(last.end, one.end), last.kind, last.rule, last.with_)
        else:
            kept.append(one)
    return kept


def _apply(source: str, replaced: list[Replacement]) -> str:
    parts: list[str] = []
    position = 0
    for one in replaced:
        parts += [source[position : one.start], one.with_]
        position = one.end
    return "".join([*parts, source[position:]])
