"""Marks: what Markdown and HTML put between letters, and the texts that they hide in addresses, attributes and titles.

Only what decides which letters a reader joins into one word is followed, and what has to stay whole when a word is
replaced. A construct that this tokenizer does not know stays text, and is held to the rules of text.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from safelight.text.fold import clean
from safelight.text.letters import STOP_CODE, STOP_FLOW, STOP_VALUE, clusters

BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
VOID_TAGS = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
PROSE_ATTRIBUTES = frozenset(
    ["alt", "title", "label", "placeholder", "content", "value", "summary", "aria-label", "aria-description"]
)
"""Attributes that a reader sees or hears; all others are addresses and labels of machines."""
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+)>")
ATTRIBUTE = re.compile(r"\s([^\s\"'<>/=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))")
AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,200}@[^\s<>]{1,200})>")
ENTITY = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};)")
DESTINATION = re.compile(
    r"\]\([ \t\n]{0,3}(?:<([^<>\n]{0,2000})>|([^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,2}))"
    r"(?:[ \t\n]{1,3}(?:\"([^\"\n]{0,1000})\"|'([^'\n]{0,1000})'))?[ \t\n]{0,3}\)"
)
LABEL = re.compile(r"\[([^\[\]\n]{0,999})\]")
FOOTNOTE = re.compile(r"\[\^([^\[\]\s]{1,200})\](:?)")
DEFINITION = re.compile(
    r"\[([^\[\]\n]{1,999})\]:[ \t]*\n?[ \t]*(?:<([^<>\n]{0,2000})>|(\S{1,2000}))"
    r"(?:[ \t]*\n?[ \t]+(?:\"([^\"\n]{0,1000})\"|'([^'\n]{0,1000})'|\(([^()\n]{0,1000})\)))?"
)
DEFINITION_LINK = -1
"""Stands for the pair of a link where its address is defined apart from it."""
BACKTICKS = re.compile("`+")
PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{1,11}://|www\.)[^\s<>\"'«»“”]+", re.IGNORECASE)
PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass
class Mark:
    """A piece of markup that no reader sees, at source span `start:end`.

    `pair` is the number that an opening and its closing mark share, `opens` tells which of the two it is. A mark
    without a pair (0) stands alone; a `kept` one outlives the word that it stands in.
    """

    start: int
    end: int
    pair: int = 0
    opens: bool = False
    kept: bool = False


@dataclass(frozen=True)
class Region:
    """A stretch of the read text that is not prose: `code`, `address`, `attribute`, `title` or `label`.

    `outer` is the source span that goes when the content must; where it is empty, the link's marks (pair `link`) go.
    """

    start: int
    end: int
    kind: str
    outer: tuple[int, int]
    link: int = 0


@dataclass
class Scan:
    """The read text in pieces: piece `i` begins at `at[i]` and was read from source `start[i]:end[i]`."""

    at: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    marked: list[tuple[int, str]] = field(default_factory=list)
    """(place in the text, letter without its mark) where the source puts a mark behind a letter."""
    text: str = ""
    length: int = 0

    def locate(self, at: int) -> tuple[int, int]:
        """The source span that the character at a place in the text was read from."""
        index = bisect_right(self.at, at) - 1
        begin, finish = self.start[index], self.end[index]
        following = self.at[index + 1] if index + 1 < len(self.at) else self.length
        if finish - begin != following - self.at[index]:
            return begin, finish
        place = begin + at - self.at[index]
        return place, place + 1


def scan(source: str) -> Scan:
    """Read Markdown with inline HTML; linear in the length of `source`."""
    return _Scanner(source).run()


@dataclass(frozen=True)
class _Side:
    start: int
    end: int
    kind: str
    outer: tuple[int, int]
    link: int = 0


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.scan = Scan()
        self.parts: list[str] = []
        self.pairs = 0
        self.brackets: list[Mark] = []
        self.tags: dict[str, list[Mark]] = defaultdict(list)
        self.emphases: dict[str, Mark] = {}
        self.paragraph_seen = 0
        self.sides: list[_Side] = []
        self.backticks: dict[int, list[int]] | None = None
        self.no_comment_end = False
        self.handlers: dict[str, Callable[[int], int]] = {
            "<": self._angle, "&": self._entity, "*": self._emphasis, "_": self._emphasis, "~": self._emphasis,
            "`": self._code, "\\": self._backslash, "[": self._open_bracket, "]": self._close_bracket, "!": self._image,
        }  # fmt: skip

    def run(self) -> Scan:
        self._read(0, len(self.source), STOP_FLOW, self.handlers)
        self._bare_addresses()
        values: dict[str, Callable[[int], int]] = {"&": self._entity, "\\": self._backslash}
        addresses = {**values, "%": self._percent}
        for side in self.sides:
            self.put("\n\n", side.start, side.start)
            begin = self.scan.length
            self._read(side.start, side.end, STOP_VALUE, addresses if side.kind == "address" else values)
            self.scan.regions.append(Region(begin, self.scan.length, side.kind, side.outer, side.link))
        self.scan.regions.sort(key=lambda region: region.start)
        self.scan.marks.sort(key=lambda mark: mark.start)
        self.scan.text = "".join(self.parts)
        return self.scan

    def put(self, text: str, start: int, end: int) -> None:
        """Add text that was read from a source span."""
        if text:
            self.parts.append(text)
            self.scan.at.append(self.scan.length)
            self.scan.start.append(start)
            self.scan.end.append(end)
            self.scan.length += len(text)

    def mark(self, start: int, end: int, pair: int = 0, opens: bool = False, kept: bool = False) -> Mark:
        """Note a mark."""
        found = Mark(start, end, pair, opens, kept)
        self.scan.marks.append(found)
        return found

    def _pair(self, opening: Mark, closing: Mark) -> int:
        self.pairs += 1
        opening.pair = closing.pair = self.pairs
        opening.opens = True
        return self.pairs

    def _read(self, position: int, end: int, stop: re.Pattern[str], handlers: dict[str, Callable[[int], int]]) -> None:
        """Read a stretch of the source: plain runs whole, and a look at everything that `stop` finds.

        A handler returns the place behind what it read, or -1 for a character that stands for itself.
        """
        source = self.source
        search = stop.search
        look = position
        while True:
            found = search(source, look, end)
            if found is None:
                self.put(source[position:end], position, end)
                return
            at = found.start()
            handler = handlers.get(source[at])
            if handler is None:
                position = look = self._odd(position, at, end)
                continue
            before = self.scan.length
            self.put(source[position:at], position, at)
            behind = handler(at)
            if behind < 0:
                self._take_back(before, position, at)
                look = at + 1
            else:
                position = look = behind

    def _take_back(self, before: int, position: int, at: int) -> None:
        """Undo the plain run that was put before a character that turned out to be plain too."""
        if at > position:
            self.parts.pop()
            self.scan.at.pop()
            self.scan.start.pop()
            self.scan.end.pop()
            self.scan.length = before

    def _odd(self, position: int, at: int, end: int) -> int:
        """Characters to normalise, and the letter before them when they are marks on it."""
        source = self.source
        if source[at] == "\r":
            self.put(source[position:at], position, at)
            if source[at + 1 : at + 2] != "\n":
                self.put("\n", at, at + 1)
            return at + 1
        behind, pieces, base = clusters(source, position, at, end)
        self.put(source[position:base], position, base)
        for start, finish, text, bare in pieces:
            if bare:
                self.scan.marked.append((self.scan.length, bare))
            self.put(text, start, finish)
        return behind

    # What stands for markup, by its first character.

    def _angle(self, at: int) -> int:
        source = self.source
        if source.startswith("<!--", at):
            return self._comment(at)
        link = AUTOLINK.match(source, at)
        if link:
            pair = self._pair(self.mark(at, at + 1), self.mark(link.end() - 1, link.end()))
            begin = self.scan.length
            self._read(at + 1, link.end() - 1, STOP_VALUE, {"&": self._entity, "%": self._percent})
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
                self.sides.append(_Side(*attribute.span(group), kind, attribute.span()))
        one = self.mark(*tag.span(), kept=name != "wbr")
        if name in BLOCK_TAGS:
            self.put("\n\n", *tag.span())
        elif name == "br":
            self.put("\n", *tag.span())
        elif name not in VOID_TAGS and not tag[3].endswith("/"):
            if not closes:
                self.tags[name].append(one)
            elif self.tags[name]:
                self._pair(self.tags[name].pop(), one)
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
            self._pair(self.emphases.pop(run), one)
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
        self._pair(self.mark(at, at + size), self.mark(close, close + size))
        begin = self.scan.length
        self._read(at + size, close, STOP_CODE, {})
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
            self.sides.append(_Side(*note.span(1), "label", note.span(1)))
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
                self.sides.append(_Side(*found.span(group), kind, found.span(group), DEFINITION_LINK))
        return found.end()

    def _close_bracket(self, at: int) -> int:
        source = self.source
        if not self.brackets:
            self.mark(at, at + 1)
            return at + 1
        opening = self.brackets.pop()
        found = DESTINATION.match(source, at)
        if found:
            pair = self._pair(opening, self.mark(*found.span()))
            for group, kind in ((1, "address"), (2, "address"), (3, "title"), (4, "title")):
                if found[group]:
                    self.sides.append(_Side(*found.span(group), kind, (0, 0), pair))
            return found.end()
        label = LABEL.match(source, at + 1)
        if label:
            self._pair(opening, self.mark(at, label.end()))
            if label[1]:
                self.sides.append(_Side(*label.span(1), "label", label.span(1)))
            return label.end()
        self._pair(opening, self.mark(at, at + 1))
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
                    self.sides.append(_Side(*span, "address", span))  # what the escapes spell
