"""The context of a question shows what will be published: a registered name beside it is a secret, too."""

from __future__ import annotations

import pytest
from safelight.model.redaction import Redaction, Replacement, Unresolved
from safelight.text.review import CONTEXT, Seen, asked_once

NAME = "Zalina Magomedova"


def asked(source: str, *, certain: bool = False) -> str:
    """The context of the question about `Murtazali`, where every `NAME` is registered."""
    at = source.index("Murtazali")
    question = Unresolved(1, at + 1, at, at + 9, "Murtazali", "unknown-name", "say who it is")
    names = [i for i in range(len(source)) if source.startswith(NAME, i)]
    others = tuple(Unresolved(1, i + 1, i, i + len(NAME), NAME, "person", "x") for i in names) if certain else ()
    done = () if certain else tuple(Replacement(i, i + len(NAME), "person", "name", "Anna") for i in names)
    redaction = Redaction("", done, (question, *others))
    return asked_once([Seen("en.md", "s", "en", 1, source, question, redaction)])[0].context


ROWS = [
    (f"{NAME} met Murtazali and {NAME}.", "Anna met [Murtazali] and Anna.", "on either side"),
    (f"{NAME} Murtazali{NAME}", "Anna [Murtazali]Anna", "touching it"),
    ("A quiet day. Murtazali left.", "A quiet day. [Murtazali] left.", "none"),
]


@pytest.mark.parametrize(("source", "context", "reason"), ROWS, ids=[row[2] for row in ROWS])
def test_context(source: str, context: str, reason: str) -> None:
    assert asked(source) == context, reason
    assert "Magomedova" not in asked(source, certain=True), "one that cannot be replaced yet"


@pytest.mark.parametrize("distance", range(CONTEXT - len(NAME) - 2, CONTEXT + 3))
def test_a_name_that_the_edge_cuts_is_not_half_told(distance: int) -> None:
    for source in (f"{NAME}{'.' * distance}Murtazali", f"Murtazali{'.' * distance}{NAME}"):
        for certain in (False, True):
            told = asked(source, certain=certain)
            assert not [n for n in range(2, 9) if NAME[:n] in told or NAME[-n:] in told], told
