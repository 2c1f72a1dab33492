"""What ties a translation to its source: the blocks that it was made from, and the people whom both name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from safelight.languages.staleness import Standing, judge, prose, source_of, standing
from safelight.model.content import ContentTree, Document, DocumentType
from safelight.model.findings import Finding
from safelight.model.vault import Vault
from safelight.text import RedactedDocument
from safelight.text.public_people import PublicPeople, check_people, with_pseudonyms


@dataclass
class Ties:
    """The sources of a tree's documents, to hold their translations against."""

    tree: ContentTree
    vault: Vault
    languages: Sequence[str]
    _sources: Mapping[tuple[DocumentType, str], Document | None] = field(init=False)
    _people: dict[str, PublicPeople] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        versions: dict[tuple[DocumentType, str], list[Document]] = {}
        for document in self.tree.documents:
            versions.setdefault((document.type, document.id), []).append(document)
        self._sources = {which: source_of(found, self.languages) for which, found in versions.items()}
        self._ids = {kind: {d.id for d in self.tree.documents if d.type is kind} for kind in DocumentType}

    def source(self, document: Document) -> Document | None:
        """The language that a document's others are made from; none where each says that it is a translation."""
        return self._sources.get((document.type, document.id))

    def behind(self, documents: Sequence[Document]) -> tuple[Document, ...]:
        """Sources that are not among `documents` although a translation of them is: compared, and never published."""
        there = {document.key for document in documents}
        sources = (self.source(document) for document in documents)
        return tuple({s.key: s for s in sources if s is not None and s.key not in there}.values())

    def tie(
        self, redacted: RedactedDocument, safe: Mapping[tuple[str, str, str], Document]
    ) -> tuple[RedactedDocument, tuple[Finding, ...], Standing | None]:
        """A safe document held against the safe text of its source (in `safe` by key).

        Returns it without questions about the source's pseudonyms, what is wrong with the tie, and how far the
        translation is; none for a source.
        """
        document = redacted.document
        source = self.source(document)
        if source is not None and source.lang == document.lang:
            return redacted, (), None
        original = safe[source.key] if source else None
        findings = list(judge(document, original, self._ids[document.type]))
        if original is None:
            return redacted, tuple(findings), None
        if document.type is DocumentType.STORY:
            known, people = self._named_in(original.lang), self._named_in(document.lang)
            redacted = with_pseudonyms(redacted, people, known.named(_prose(original)))
            findings += check_people(
                document.path.as_posix(), document.body_line, (_prose(original), known), (_prose(document), people)
            )
        return redacted, tuple(findings), standing(original, document)

    def settled(self, redacted: Sequence[RedactedDocument]) -> tuple[RedactedDocument, ...]:
        """The documents without questions about pseudonyms that their sources, which are among them, name too."""
        safe = {one.document.key: one.document for one in redacted}
        sources = [self.source(one.document) for one in redacted]
        return tuple(
            self.tie(one, safe)[0] if source is not None and source.key in safe else one
            for one, source in zip(redacted, sources, strict=True)
        )

    def _named_in(self, lang: str) -> PublicPeople:
        if lang not in self._people:
            self._people[lang] = PublicPeople(self.vault, lang)
        return self._people[lang]


def _prose(document: Document) -> str:
    """What readers see of a document, addresses left out."""
    return "\n".join([*(field.text for field in prose(document).values()), document.body])
