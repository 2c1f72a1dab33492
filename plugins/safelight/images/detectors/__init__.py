"""What looks for regions that identify: one detector a file, behind one interface."""

from safelight.images.detectors.interface import Detector, Look, Pixels
from safelight.images.detectors.registered import DETECTORS

__all__ = ["DETECTORS", "Detector", "Look", "Pixels"]
