"""A bar is drawn for a person who waits at a terminal, and for nobody else."""

from __future__ import annotations

import io
import sys
import time

import pytest
from safelight import progress
from safelight.executor import run_in_batches


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


@pytest.mark.parametrize(
    ("stream", "soon", "drawn", "why"),
    [
        (Terminal, 0.0, True, "somebody waits"),
        (Terminal, 60.0, False, "it is over before anybody wonders"),
        (io.StringIO, 0.0, False, "a file or a pipe"),
    ],
)
def test_who_sees_a_bar(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], soon: float, drawn: bool, why: str
) -> None:
    seen = stream()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", seen)
    monkeypatch.setattr(progress, "SOON", soon)
    with progress.progress_bar("new pictures") as watch:
        run_in_batches(None, work, [0.1, 0.1, 0.1], batch=1, watch=watch)
    assert ("new pictures" in seen.getvalue()) == drawn, why
    assert ("3/3" in seen.getvalue()) == drawn, why
