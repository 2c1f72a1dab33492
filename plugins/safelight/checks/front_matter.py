"""Front matter by the typed rules of the model: unknown, misplaced, missing and malformed keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.campaign import Campaign
from safelight.model.content import HEADER_RULES, ContentTree, Document
from safelight.model.findings import Finding, Severity, did_you_mean
from safelight.model.vault import Vault

BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that make a line read other than it is written; direction comes from the language instead."""
UNSEEN = frozenset("\u200b\u2060\ufeff")
"""Characters without width that no language writes with; they part a word for searches and screen readers."""
MIXED = re.compile(r"[^\W\d_]*(?:[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z])[^\W\d_]*")
"""A word with Latin and Cyrillic letters side by side."""


def check_front_matter(tree: ContentTree, vault: Vault, campaign: Campaign) -> Iterator[Finding]:
    """Every mistake in every header."""
    for document in tree.documents:
        yield from _unknown(document)
        yield from _values(document)
        yield from _missing(document)


def _known(document: Document) -> list[str]:
    return [key for key, rule in HEADER_RULES.items() if document.type in rule.types]


def _unknown(document: Document) -> Iterator[Finding]:
    for key, field in document.fields.items():
        rule = HEADER_RULES.get(key)
        if rule is None or document.type not in rule.types:
            problem = f"is not a key of {document.type.value}"
            yield Finding(str(document.path), field.line, key, problem, did_you_mean(key, _known(document)))


def _values(document: Document) -> Iterator[Finding]:
    for key, field in document.fields.items():
        rule = HEADER_RULES.get(key)
        if rule is None:
            continue
        if BIDI_OVERRIDES & set(field.text):
            yield Finding(
                str(document.path), field.line, key, "holds an invisible direction character", "delete it and type anew"
            )
        if UNSEEN & set(field.text):
            yield Finding(str(document.path), field.line, key, "holds an invisible character", "type the line anew")
        if rule.prose and MIXED.search(field.text):  # the word is not shown: it may be a name in disguise
            yield Finding(
                str(document.path), field.line, key, "has a word that mixes Latin and Cyrillic letters",
                "type it anew in one of them", Severity.WARNING,
            )  # fmt: skip
        try:
            rule.parse(field.text)
        except ValueError as error:
            problem, _, way_out = str(error).partition(": ")
            yield Finding(str(document.path), field.line, key, problem, way_out)


def _missing(document: Document) -> Iterator[Finding]:
    for key, rule in HEADER_RULES.items():
        if document.type in rule.required and key not in document.fields:
            yield Finding(str(document.path), 1, key, "is missing", f"add `{key}:` with {rule.meaning}")
    if "Summary" not in document.fields:
        yield Finding(
            str(document.path), 1, "Summary", "is missing", "add one or two sentences for lists", Severity.WARNING
        )
