"""Pixels and metadata in; safe images out: what leaves carries nothing but reviewed pixels."""

from safelight.images.detect import PIPELINE
from safelight.images.publish import Picture, Variant, publish_image
from safelight.images.review import check_images
from safelight.images.trial import RedactedImage, redact_image

__all__ = ["PIPELINE", "Picture", "RedactedImage", "Variant", "check_images", "publish_image", "redact_image"]
