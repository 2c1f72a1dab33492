"""Is a translation still that of its source: compares the hashes that it carries with those of the source as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum

from safelight.languages.blocks import Piece, blocks, pieces
from safelight.model.content import HEADER_RULES, Document, Field
from safelight.model.findings import Finding, Severity
from safelight.model.stamp import Stamp, block_hash, parse_stamp

CHANGED, ADDED = "\ue000", "\ue001"
"""Marks in a staged text: before a block whose source has changed, and after one that the source goes on from."""
RULE = "translation"
NOT_TRANSLATED = frozenset({"Slug"})
"""Prose of the header that is each language's own."""


class State(StrEnum):
    """How far one language of a document is."""

    SOURCE = "source"
    MISSING = "missing"
    NOT_AGREED = "not-agreed"
    """A story in a language that its consent does not name: nobody should translate it."""
    UNSTAMPED = "unstamped"
    """A translation that does not say what it was made from."""
    OUTDATED = "outdated"
    MACHINE = "machine"
    HUMAN = "human"
    REVIEWED = "reviewed"


FINISHED = frozenset({State.SOURCE, State.REVIEWED, State.NOT_AGREED})
"""States in which nothing is left to do."""


@dataclass(frozen=True)
class Comparison:
    """What changed in the source since a translation was made.

    `blocks` are the blocks of the translation (numbered from 0) whose source has changed or gone, `added` those after
    which the source has something new (-1: before the first), `fields` the header keys. Where the translation has
    another number of blocks than its source had, no block can be told from another and `aligned` is false. `foreign`
    means that nothing at all fits: the stamp is of another text.
    """

    blocks: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    aligned: bool = True
    foreign: bool = False

    @property
    def is_outdated(self) -> bool:
        """Whether the source says anything else than what was translated."""
        return bool(self.blocks or self.added or self.fields)


@dataclass(frozen=True)
class Standing:
    """One language of a document: its state, and for an outdated one what changed, with the lines of the blocks."""

    state: State
    path: str = ""
    translation: str = ""
    changed: Comparison = Comparison()
    lines: tuple[int, ...] = ()


def prose(document: Document) -> Mapping[str, Field]:
    """The header texts that a translator translates, by key: all that readers see but the address."""
    return {
        key: document.fields[key]
        for key, rule in HEADER_RULES.items()
        if rule.prose and key not in NOT_TRANSLATED and document.text(key)
    }


def stamp(source: Document) -> Stamp:
    """What a translation of `source`, as it is now, was made from."""
    return Stamp(
        {key: block_hash(field.text) for key, field in prose(source).items()},
        tuple(block_hash(block.text) for block in blocks(source.body)),
    )


def source_of(documents: Iterable[Document], languages: Sequence[str]) -> Document | None:
    """Of a document's languages the one that the others are made from: the campaign's first that a person wrote.

    None where every language says that it is a translation.
    """
    written = {d.lang: d for d in documents if d.text("Translation") == "human" and "Source-Hash" not in d.fields}
    return next((written[code] for code in languages if code in written), None)


def compare(source: Document, translation: Document) -> Comparison | None:
    """What changed in `source` since `translation` was stamped; none for a translation that carries no (good) stamp."""
    try:
        old = parse_stamp(translation.text("Source-Hash"))
    except ValueError:
        return None
    now = stamp(source)
    changed: list[int] = []
    added: list[int] = []
    matcher = SequenceMatcher(None, old.blocks, now.blocks, autojunk=False)
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what == "insert":
            added.append(start - 1)
        elif what != "equal":
            changed.extend(range(start, end))
            if new_end - new_start > end - start:
                added.append(end - 1)
    kept = any(block.size for block in matcher.get_matching_blocks())
    fields = tuple(key for key, digest in now.fields.items() if old.fields.get(key) != digest)
    return Comparison(
        tuple(changed),
        tuple(added),
        fields,
        aligned=len(old.blocks) == len(blocks(translation.body)),
        foreign=not kept and len(fields) == len(now.fields),
    )


def standing(source: Document, translation: Document) -> Standing:
    """How far a translation is; both documents safe, as readers see them."""
    said = translation.text("Translation")
    path = translation.path.as_posix()
    if translation.lang == source.lang:
        return Standing(State.SOURCE, path, said)
    changed = compare(source, translation)
    if changed is None:
        return Standing(State.UNSTAMPED, path, said)
    if changed.is_outdated or not changed.aligned:
        own = blocks(translation.body)
        at = tuple(translation.body_line + own[n].line - 1 for n in changed.blocks) if changed.aligned else ()
        return Standing(State.OUTDATED, path, said, changed, at)
    return Standing(State(said) if said in list(State) else State.MACHINE, path, said)


def marked(translation: Document, changed: Comparison) -> Document:
    """The translation with a mark at each block that its source no longer says, for the page to show."""
    if not changed.aligned:
        return translation
    number = -1
    parts: list[str] = []
    for piece in pieces(translation.body):
        number += piece.is_block
        parts.append(_marked(piece, number, changed.blocks, changed.added) if piece.is_block else piece.text)
    return replace(translation, body="".join(parts))


def _marked(piece: Piece, number: int, changed: Collection[int], added: Collection[int]) -> str:
    before = ADDED if number == 0 and -1 in added else ""
    after = ADDED if number in added else ""
    text = piece.text
    if text.startswith("|"):
        # A row of a table: the mark stands in its first cell.
        return f"|{before}{CHANGED if number in changed else ''}{text[1:]}"
    return f"{before}{CHANGED if number in changed else ''}{text}{after}"


def judge(document: Document, source: Document | None, known: Iterable[str]) -> Iterator[Finding]:
    """What is wrong with a translation's tie to its source; `known` are the ids of the documents of its type."""
    path = document.path.as_posix()
    line = document.line("Source-Hash" if "Source-Hash" in document.fields else "Translation")
    if source is None:
        other = get_close_matches(document.id, [one for one in known if one != document.id], n=1, cutoff=0.75)
        way_out = f"did you mean the folder '{other[0]}'?" if other else "add the source, or say `Translation: human`"
        yield Finding(path, line, "Translation", "is a translation of a page that is not there", way_out)
        return
    found = standing(source, document)
    stamp_it = f"run `safelight translate stamp {path}`"
    if found.state is State.UNSTAMPED and "Source-Hash" not in document.fields:
        yield Finding(
            path, line, "Source-Hash", f"is missing: nobody can tell whether {source.path} has changed since",
            f"compare the two, then {stamp_it}", Severity.WARNING, RULE,
        )  # fmt: skip
    elif found.changed.foreign:
        problem = f"fits nothing in {source.path}: it is of another text"
        yield Finding(path, line, "Source-Hash", problem, f"translate what stands there now, then {stamp_it}")
    elif not found.changed.aligned:
        yield Finding(
            path, line, "Source-Hash", "counts other blocks than the text has",
            f"give it the headings, paragraphs and list items of {source.path}, then {stamp_it}", Severity.WARNING,
            RULE,
        )  # fmt: skip
    elif found.state is State.OUTDATED:
        parts = [*found.changed.fields, *(f"line {number}" for number in found.lines)]
        parts += ["something was added"] if found.changed.added else []
        yield Finding(
            path, line, "Source-Hash", f"{source.path} has changed since ({', '.join(parts)})",
            f"bring it up to date, then {stamp_it}", Severity.WARNING, RULE,
        )  # fmt: skip
