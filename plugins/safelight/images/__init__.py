"""Pixels and metadata in; safe images out: what leaves carries nothing but reviewed pixels."""

from safelight.images.decode import digest_of
from safelight.images.licences import Licence, licence_of
from safelight.images.pipeline import PIPELINE
from safelight.images.publish import Assignment, Picture, Variant, publish_image, publish_images
from safelight.images.review import check_images
from safelight.images.trial import RedactedImage, redact_image

__all__ = [
    "PIPELINE",
    "Assignment",
    "Licence",
    "Picture",
    "RedactedImage",
    "Variant",
    "check_images",
    "digest_of",
    "licence_of",
    "publish_image",
    "publish_images",
    "redact_image",
]
