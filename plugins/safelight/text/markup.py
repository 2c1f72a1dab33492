"""Marks: what Markdown and HTML put between letters, and the texts that they hide in addresses, attributes and titles.

Only what decides which letters a reader joins into one word is followed, and what has to stay whole when a word is
replaced. A construct that this tokenizer does not know stays text, and is held to the rules of text.
"""

from __future__ import annotations

import html
from bisect import bisect_right
from collections import defaultdict
from urllib.parse import unquote_to_bytes

from safelight.text.fold import clean
from safelight.text.letters import STOP_CODE, STOP_FLOW, STOP_VALUE
from safelight.text.markup_syntax import (
    ADDRESS,
    ATTRIBUTE,
    AUTOLINK,
    BACKTICKS,
    BLOCK_TAGS,
    DEFINITION,
    DEFINITION_LINK,
    DESTINATION,
    ENTITY,
    FOOTNOTE,
    LABEL,
    PERCENT,
    PROSE_ATTRIBUTES,
    PUNCTUATION,
    TAG,
    VOID_TAGS,
)
from safelight.text.scanned import Mark, Region, Scan
from safelight.text.scanner import Handler, Scanner, Side

__all__ = ["Mark", "Region", "Scan", "scan"]


def scan(source: str) -> Scan:
    """Read Markdown with inline HTML; linear in the length of `source`."""
    return _Markup(source).run()


class _Markup(Scanner):
    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.brackets: list[Mark] = []
        self.tags: dict[str, list[Mark]] = defaultdict(list)
        self.emphases: dict[str, Mark] = {}
        self.paragraph_seen = 0
        self.backticks: dict[int, list[int]] | None = None
        self.no_comment_end = False
        self.handlers: dict[str, Handler] = {
            "<": self._angle, "&": self._entity, "*": self._emphasis, "_": self._emphasis, "~": self._emphasis,
            "`": self._code, "\\": self._backslash, "[": self._open_bracket, "]": self._close_bracket, "!": self._image,
        }  # fmt: skip

    def run(self) -> Scan:
        """Read everything: the flow, then what stands beside it."""
        self.read(0, len(self.source), STOP_FLOW, self.handlers)
        self._bare_addresses()
        values: dict[str, Handler] = {"&": self._entity, "\\": self._backslash}
        addresses = {**values, "%": self._percent}
        for side in self.sides:
            self.put("\n\n", side.start, side.start)
            begin = self.scan.length
            self.read(side.start, side.end, STOP_VALUE, addresses if side.kind == "address" else values)
            self.scan.regions.append(Region(begin, self.scan.length, side.kind, side.outer, side.link))
        self.scan.regions.sort(key=lambda region: region.start)
        self.scan.marks.sort(key=lambda mark: mark.start)
        self.scan.text = "".join(self.parts)
        return self.scan

    # What stands for markup, by its first character.

    def _angle(self, at: int) -> int:
        source = self.source
        if source.startswith("<!--", at):
            return self._comment(at)
        link = AUTOLINK.match(source, at)
        if link:
            pair = self.pair(self.mark(at, at + 1), self.mark(link.end() - 1, link.end()))
            begin = self.scan.length
            self.read(at + 1, link.end() - 1, STOP_VALUE, {"&": self._entity, "%": self._percent})
            self.scan.regions.append(Region(begin, self.scan.length, "address", link.span(), pair))
            return link.end()
        tag = TAG.match(source, at)
        if tag is None:
            return -1
        closes, name = tag[1], tag[2].lower()
        if not closes:
            for attribute in ATTRIBUTE.finditer(source, tag.start(3), tag.end(3)):
                group = next(g for g in (2, 3, 4) if attribute[g] is not None)
                kind = "attribute" if attribute[1].lower() in PROSE_ATTRIBUTES else "address"
                self.sides.append(Side(*attribute.span(group), kind, attribute.span()))
        one = self.mark(*tag.span(), kept=name != "wbr")
        if name in BLOCK_TAGS:
            self.put("\n\n", *tag.span())
        elif name == "br":
            self.put("\n", *tag.span())
        elif name not in VOID_TAGS and not tag[3].endswith("/"):
            if not closes:
                self.tags[name].append(one)
            elif self.tags[name]:
                self.pair(self.tags[name].pop(), one)
        return tag.end()

    def _comment(self, at: int) -> int:
        end = -1 if self.no_comment_end else self.source.find("-->", at + 4)
        if end < 0:
            self.no_comment_end = True
            return -1
        self.scan.comments.append((at, end + 3))
        return end + 3

    def _entity(self, at: int) -> int:
        found = ENTITY.match(self.source, at)
        if found is None:
            return -1
        text = html.unescape(found[0])
        if text == found[0]:
            return -1
        self.put(clean(text), *found.span())
        return found.end()

    def _percent(self, at: int) -> int:
        found = PERCENT.match(self.source, at)
        if found is None:
            return -1
        text = unquote_to_bytes(found[0]).decode("utf-8", "replace")
        self.put(clean(text), *found.span())
        return found.end()

    def _emphasis(self, at: int) -> int:
        source, sign = self.source, self.source[at]
        end = at + 1
        while source.startswith(sign, end):
            end += 1
        if source.find("\n\n", self.paragraph_seen, at) >= 0:
            self.emphases.clear()
        self.paragraph_seen = max(self.paragraph_seen, at - 1)
        run = source[at:end]
        one = self.mark(at, end)
        before, after = source[at - 1 : at], source[end : end + 1]
        if run in self.emphases and not before.isspace():
            self.pair(self.emphases.pop(run), one)
        elif after and not after.isspace() and not (sign == "_" and before.isalnum()):
            self.emphases[run] = one
        return end

    def _code(self, at: int) -> int:
        if self.backticks is None:
            self.backticks = defaultdict(list)
            for found in BACKTICKS.finditer(self.source):
                self.backticks[found.end() - found.start()].append(found.start())
        run = BACKTICKS.match(self.source, at)
        size = len(run[0]) if run else 1
        same = self.backticks[size]
        following = bisect_right(same, at)
        if following == len(same):
            self.mark(at, at + size)
            return at + size
        close = same[following]
        self.pair(self.mark(at, at + size), self.mark(close, close + size))
        begin = self.scan.length
        self.read(at + size, close, STOP_CODE, {})
        self.scan.regions.append(Region(begin, self.scan.length, "code", (at, close + size)))
        return close + size

    def _backslash(self, at: int) -> int:
        following = self.source[at + 1 : at + 2]
        if following in PUNCTUATION:
            self.mark(at, at + 1)
            if following:
                self.put(following, at + 1, at + 2)
            return at + 2
        if following.isalnum():
            self.mark(at, at + 1)
            return at + 1
        return -1

    def _image(self, at: int) -> int:
        if not self.source.startswith("![", at):
            return -1
        self.brackets.append(self.mark(at, at + 2))
        return at + 2

    def _open_bracket(self, at: int) -> int:
        source = self.source
        note = FOOTNOTE.match(source, at)
        if note:
            self.mark(*note.span(), kept=True)
            self.sides.append(Side(*note.span(1), "label", note.span(1)))
            if note[2]:
                self.put("\n", *note.span(2))
            return note.end()
        if not source[max(source.rfind("\n", max(0, at - 4), at) + 1, at - 3 if at > 3 else 0) : at].strip(" ") and (
            at < 1 or source[at - 1] in " \n"
        ):
            definition = self._definition(at)
            if definition:
                return definition
        self.brackets.append(self.mark(at, at + 1))
        return at + 1

    def _definition(self, at: int) -> int:
        source = self.source
        line = source.rfind("\n", max(0, at - 4), at)
        if line < 0 and at > 3:
            return 0
        found = DEFINITION.match(source, at)
        if found is None:
            return 0
        self.mark(*found.span(), kept=True)
        self.put("\n\n", at, at + 1)
        for group, kind in ((1, "label"), (2, "address"), (3, "address"), (4, "title"), (5, "title"), (6, "title")):
            if found[group]:
                self.sides.append(Side(*found.span(group), kind, found.span(group), DEFINITION_LINK))
        return found.end()

    def _close_bracket(self, at: int) -> int:
        source = self.source
        if not self.brackets:
            self.mark(at, at + 1)
            return at + 1
        opening = self.brackets.pop()
        found = DESTINATION.match(source, at)
        if found:
            pair = self.pair(opening, self.mark(*found.span()))
            for group, kind in ((1, "address"), (2, "address"), (3, "title"), (4, "title")):
                if found[group]:
                    self.sides.append(Side(*found.span(group), kind, (0, 0), pair))
            return found.end()
        label = LABEL.match(source, at + 1)
        if label:
            self.pair(opening, self.mark(at, label.end()))
            if label[1]:
                self.sides.append(Side(*label.span(1), "label", label.span(1)))
            return label.end()
        self.pair(opening, self.mark(at, at + 1))
        return at + 1

    def _bare_addresses(self) -> None:
        text = "".join(self.parts)
        if "://" not in text and "www." not in text.lower():
            return
        covered = [(r.start, r.end) for r in self.scan.regions]
        self.parts = [text]
        for found in ADDRESS.finditer(text):
            start, end = found.start(), found.start() + len(found[0].rstrip(".,;:!?)'\"…"))
            index = bisect_right(covered, (start, len(text))) - 1
            if end > start and not (index >= 0 and start < covered[index][1]):
                span = self.scan.locate(start)[0], self.scan.locate(end - 1)[1]
                self.scan.regions.append(Region(start, end, "address", span))
                if "%" in found[0]:
                    self.sides.append(Side(*span, "address", span))  # what the escapes spell
