"""The detectors that every picture goes through, in the order in which reviewers see their regions."""

from __future__ import annotations

from safelight.images.detectors.centerface import CenterFace
from safelight.images.detectors.interface import Detector
from safelight.images.detectors.pp_ocr import PpOcrText

DETECTORS: tuple[Detector, ...] = (CenterFace(), PpOcrText())
