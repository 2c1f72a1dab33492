"""What is said of a mistake in Safelight itself: where it happened, and nothing of what it was working on."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType


def tell(error: BaseException) -> str:
    """Kind and places of an unexpected error. Messages and values are left out: they may quote a name."""
    frames = traceback.extract_tb(error.__traceback__, limit=-6)
    places = [f"  {frame.filename.rpartition('/site-packages/')[2]}:{frame.lineno}: {frame.name}" for frame in frames]
    lines = [
        f"safelight: internal error: {type(error).__name__}: this is a mistake in Safelight: report these lines",
        *(place.rpartition("/plugins/")[2] if "/plugins/" in place else place for place in places),
    ]
    return "\n".join(line if number == 0 else f"  {line.strip()}" for number, line in enumerate(lines))


def excepthook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """In place of Python's traceback, which prints the message and, in some tools, every local value."""
    if issubclass(kind, KeyboardInterrupt):
        print("interrupted", file=sys.stderr)  # noqa: T201 (nothing else can tell)
        return
    print(tell(error), file=sys.stderr)  # noqa: T201 (as above)
