"""Wording: what the campaign's own word list says to avoid; the same list is the journalists' glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.model.content import HEADER_RULES, ContentTree, Document, DocumentType
from safelight.model.data import CampaignData, Wording
from safelight.model.findings import Finding, Severity


def check_wording(tree: ContentTree, data: CampaignData) -> tuple[Finding, ...]:
    """A finding for each avoided word in what readers see: title, summary, captions, text (STORY-RULES.md).

    Words that survivors differ about are looked for in stories alone, and not where they are the `Preferred-Term`.
    The finding quotes the list, never the text.
    """
    found: list[Finding] = []
    patterns = {lang: [(word, _pattern(word)) for word in words] for lang, words in data.wording.items()}
    for document in tree.documents:
        for word, pattern in patterns.get(document.lang, ()):
            if not word.term or _disputed(document, word):
                found.extend(_hits(document, word, pattern))
    return tuple(found)


def _disputed(document: Document, word: Wording) -> bool:
    """Whether a word that survivors differ about is about somebody who did not choose it."""
    return document.type is DocumentType.STORY and document.text("Preferred-Term") != word.term


def _hits(document: Document, word: Wording, pattern: re.Pattern[str]) -> Iterator[Finding]:
    severity = Severity.ERROR if word.level == "error" else Severity.WARNING
    for line, part, text in _visible(document):
        if pattern.search(text):
            yield Finding(
                str(document.path), line, part, f"uses a word that the campaign avoids ({word.avoid})",
                f"say: {word.say}. {word.why}", severity, "wording",
            )  # fmt: skip


def _visible(document: Document) -> Iterator[tuple[int, str, str]]:
    for key, field in document.fields.items():
        rule = HEADER_RULES.get(key)
        if rule and rule.prose:
            yield field.line, key, field.text
    for number, line in enumerate(document.body.splitlines(), document.body_line):
        yield number, "body", line


def _pattern(word: Wording) -> re.Pattern[str]:
    return re.compile("|".join(_phrase(phrase) for phrase in word.match or (word.avoid,)), re.IGNORECASE)


def _phrase(phrase: str) -> str:
    parts = [re.escape(part).replace(r"\*", r"\w*") for part in phrase.split()]
    return r"(?<!\w)" + r"[\s-]+".join(parts) + r"(?!\w)"
