"""A progress bar with an estimate, on standard error, only when a person looks at a terminal and has to wait."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from safelight.executor import Watch

SOON = 1.0
"""Seconds of work that nobody needs a bar for."""


@contextmanager
def progress_bar(title: str) -> Iterator[Watch]:
    """A function that draws how far `title` is, for the `watch` of `run_in_batches`.

    Silent off a terminal, and for work of less than `SOON`."""
    if not sys.stderr.isatty():
        yield _look_away
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(title, total=None)
    appears = threading.Timer(SOON, bar.start)
    appears.daemon = True
    appears.start()
    try:
        yield lambda done, total: bar.update(task, completed=done, total=total)
    finally:
        appears.cancel()
        appears.join()
        bar.stop()


def _look_away(done: int, total: int) -> None:
    """Nobody looks, so nothing is drawn."""
