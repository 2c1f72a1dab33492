"""Names, places and numbers in; safe text out. Deny by default."""

from safelight.text.detectors import own_key
from safelight.text.document import RedactedDocument, disclosed, redact_document, redact_slug
from safelight.text.redact import redact
from safelight.text.registry import Registry, compile_registry
from safelight.text.told_questions import Counted
from safelight.text.whole_file import redact_file

__all__ = [
    "Counted",
    "RedactedDocument",
    "Registry",
    "compile_registry",
    "disclosed",
    "own_key",
    "redact",
    "redact_document",
    "redact_file",
    "redact_slug",
]
