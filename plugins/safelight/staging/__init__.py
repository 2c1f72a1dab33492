"""Staging: from `content/` and `private/` to `build/content/`, the only thing that Pelican ever sees."""

from safelight.staging.approve import Approval, approve
from safelight.staging.forget import forget_withdrawn
from safelight.staging.inspect import Inspection, inspect
from safelight.staging.pictures import ImageLooked, review_image, waiting_images
from safelight.staging.report import write_report
from safelight.staging.reports import waiting
from safelight.staging.write import Staged, stage, verify_receipt

__all__ = [
    "Approval",
    "ImageLooked",
    "Inspection",
    "Staged",
    "approve",
    "forget_withdrawn",
    "inspect",
    "review_image",
    "stage",
    "verify_receipt",
    "waiting",
    "waiting_images",
    "write_report",
]
