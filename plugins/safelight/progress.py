"""A progress bar with an estimate, on standard error, only when a person looks at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from safelight.executor import Watch


@contextmanager
def progress_bar(title: str) -> Iterator[Watch]:
    """A function that draws how far `title` is, for the `watch` of `run_in_batches`; silent off a terminal."""
    if not sys.stderr.isatty():
        yield _look_away
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _look_away(done: int, total: int) -> None:
    """Nobody looks, so nothing is drawn."""
