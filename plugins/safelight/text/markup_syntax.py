"""The signs of Markdown and HTML that decide which letters a reader joins into one word.

Every pattern is bounded, or cannot go back over what it has read: a hostile text costs no more than another.
"""

from __future__ import annotations

import re

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 head header hr html legend li main nav "
    "ol option p pre section summary table tbody td tfoot th thead title tr ul".split()
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
