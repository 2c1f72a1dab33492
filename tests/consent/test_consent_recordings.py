"""Recordings need the channel `audio`: players, links and names of sound files, and nothing that only looks alike."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from safelight.consent.recordings import recordings
from safelight.model.content import Document, DocumentType
from safelight.model.vault import Consent

CONSENT = Consent(id="c-1", person="p-1", story="s", status="granted", channels=("web", "print"))
BODIES = [
    ("[Hear it](https://x.example/a.mp3)", [9], "a link"),
    ("One.\n\n<AUDIO src='a.OPUS' controls></AUDIO>", [11], "a player, in capitals"),
    ("<video>\n<source src=a.webm>\n</video>", [9, 10], "a film and its source"),
    ("[x](a.m4a?dl=1) and [y](b.wav#t=5)", [9], "with a query or a place in it, told once a line"),
    ("[x][1]\n\n[1]: https://x.example/talk.ogg", [11], "by reference"),
    ("<iframe src='https://x.example/embed/5'></iframe>", [9], "somebody else's player"),
    ("She kept the tape.mp3ish thing and his .waves", [], "words that begin alike"),
    ("The source of the audio was a neighbour's video.", [], "the words themselves"),
]


def story(body: str) -> Document:
    return Document(DocumentType.STORY, "s", "en", PurePosixPath("content/stories/s/en.md"), {}, body, 9)


@pytest.mark.parametrize(("body", "lines", "reason"), BODIES, ids=[row[2] for row in BODIES])
def test_recordings(body: str, lines: list[int], reason: str) -> None:
    found = recordings(story(body), CONSENT)
    assert [finding.line for finding in found] == lines, reason
    assert all("c-1 does not cover the channel audio" in finding.problem for finding in found)
    assert recordings(story(body), replace(CONSENT, channels=("web", "audio"))) == ()
