"""What the parts of wording share: what a mention becomes, and that it cannot be told."""

from __future__ import annotations

Wording = tuple[int, str, int]
"""First token that is replaced, the text, and how many characters behind the last token go too."""


class Unsure(Exception):
    """What stands instead of a name cannot be told; the message says why and what to do."""
