"""What is done to a rendered text before it is shown: marks become words, dead links become text."""

from __future__ import annotations

import pytest
from safelight.languages import language
from safelight.languages.messages import FROM_CODE
from safelight.languages.staleness import ADDED, CHANGED
from safelight.site.finishing import GOES_ON, OUT_OF_DATE, finished, with_marks, without_dead_links

WORDS = {OUT_OF_DATE: "Устарело <&>.", GOES_ON: "Добавлено."}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>{CHANGED}Да</p>", '<p><span class="label">Устарело &lt;&amp;&gt;.</span> Да</p>'),
        (f"<li>Да{ADDED}</li>", '<li>Да <span class="label">Добавлено.</span></li>'),
        ("<p>Да</p>", "<p>Да</p>"),
    ],
)
def test_marks_become_words(html: str, expected: str) -> None:
    assert with_marks(html, WORDS.__getitem__) == expected


def test_the_words_of_marks_are_extracted() -> None:
    assert set(WORDS) <= set(FROM_CODE)


@pytest.mark.parametrize("link", ["{filename}/stories/gone/en.md", "%7Bfilename%7D/stories/gone/en.md"])
def test_a_link_to_what_is_not_published_is_text(link: str) -> None:
    assert without_dead_links(f'<p><a href="{link}">read</a> <a href="a.html">on</a></p>') == (
        '<p>read <a href="a.html">on</a></p>'
    )


def test_a_finished_text_is_typeset_in_its_language() -> None:
    assert finished("<p>в дом</p>", language("ru"), str) == "<p>в\u00a0дом</p>"
