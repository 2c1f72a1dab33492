"""One line of a header is written; every other byte stays."""

from __future__ import annotations

import pytest
from safelight.source.header_edit import set_field


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("Title: A\n\nText\n", "Title: A\nSource-Hash: x\n\nText\n", "a new key is the header's last"),
        ("Source-Hash: old\nTitle: A\n\nText", "Source-Hash: x\nTitle: A\n\nText", "an old one stays in its place"),
        ("source-hash: old\n    more\nTitle: A\n\nT", "Source-Hash: x\nTitle: A\n\nT", "with all its lines"),
        ("Title: A\r\n\r\nText\r\n", "Title: A\r\nSource-Hash: x\r\n\r\nText\r\n", "the file's own line ends"),
        ("Title: A", "Title: A\nSource-Hash: x\n", "a header alone, without a last line end"),
        ("Title: A\n\nSource-Hash: in the text\n", "Title: A\nSource-Hash: x\n\nSource-Hash: in the text\n",
         "what looks like a key in the text"),
    ],
)  # fmt: skip
def test_one_line_changes(before: str, after: str, why: str) -> None:
    assert set_field(before, "Source-Hash", "x") == after, why
