"""What is done to a rendered text before a page shows it: links that would lead nowhere, marks, the typesetter."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import BeautifulSoup
from markupsafe import escape

from safelight.languages import Language
from safelight.languages.staleness import ADDED, CHANGED
from safelight.languages.typography import typeset

OUT_OF_DATE = "This part is out of date."
GOES_ON = "Something was added here in the original."
"""What stands at a block whose source has changed; strings of the theme (`languages.messages.FROM_CODE`)."""


def finished(html: str, lang: Language, gettext: Callable[[str], str]) -> str:
    """The HTML of a text as a page of its language shows it."""
    return typeset(with_marks(without_dead_links(html), gettext), lang.code, lang.direction)


def with_marks(html: str, gettext: Callable[[str], str]) -> str:
    """The marks of outdated blocks (`staleness.marked`) as words that readers see, in the language of the text."""
    if CHANGED not in html and ADDED not in html:
        return html
    changed = f'<span class="label">{escape(gettext(OUT_OF_DATE))}</span> '
    added = f' <span class="label">{escape(gettext(GOES_ON))}</span>'
    return html.replace(CHANGED, changed).replace(ADDED, added)


def without_dead_links(html: str) -> str:
    """Turn links to documents that are not published (withdrawn, embargoed) into plain text.

    Pelican leaves such a link as it stands in the source, and so would tell that the document exists.
    """
    if "{filename}" not in html and "%7Bfilename%7D" not in html:
        return html
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.select("a[href]"):
        if str(link["href"]).startswith(("{filename}", "%7Bfilename%7D")):
            link.unwrap()
    return str(soup)
