"""A document as a PO file for translators, and back: texts go out and come in, the frame stays where it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from safelight.errors import ContentFindings, WrongUse
from safelight.languages.blocks import blocks, frame, with_blocks
from safelight.languages.catalogues import PO_LINE
from safelight.languages.plurals import header
from safelight.languages.staleness import compare, prose, stamp
from safelight.model.content import Document
from safelight.model.data import Wording
from safelight.model.findings import Finding
from safelight.model.stamp import Stamp, block_hash, parse_stamp

SOURCE, STAMP = "X-Safelight-Source", "X-Safelight-Source-Hash"
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|\]:\s*(\S+)|<((?:https?|mailto|tel):[^>]+)>")
INTERNAL = re.compile(r"(\{filename\}[^\s)>]*/)([\w-]+)(\.md)")
BLOCK = re.compile(r"block (\d+)")


@dataclass(frozen=True)
class Unit:
    """One text for a translator: where it stands (`Title`, `block 3`), its line in the source, what it says."""

    context: str
    line: int
    text: str


def units(document: Document) -> tuple[Unit, ...]:
    """A document's header texts and blocks, in order."""
    fields = [Unit(key, field.line, field.text) for key, field in prose(document).items()]
    body = [
        Unit(f"block {number}", document.body_line + block.line - 1, block.text)
        for number, block in enumerate(blocks(document.body), 1)
    ]
    return (*fields, *body)


def export_po(
    source: Document, lang: str, translation: Document | None, names: Mapping[str, str], wording: Sequence[Wording]
) -> str:
    """The PO file of a safe source text for its translators.

    What a translation says already comes along, marked fuzzy where the source has changed since. `names` are the
    pseudonyms of the people whom the text names, in the source's language to the translation's; they and the word list
    stand in the file's first comment.
    """
    file = polib.POFile(wrapwidth=0)
    file.header = "\n".join(_notes(source, lang, names, wording))
    file.metadata = {
        "Language": lang,
        "Plural-Forms": header(lang),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        SOURCE: source.path.as_posix(),
        STAMP: str(stamp(source)),
    }
    known = _known(source, translation)
    for unit in units(source):
        text, flags = known.get(unit.context, ("", ()))
        file.append(
            polib.POEntry(
                msgctxt=unit.context, msgid=unit.text, msgstr=text, flags=list(flags),
                occurrences=[(source.path.as_posix(), str(unit.line))],
                comment="" if not LINK.search(unit.text) else "The address behind a link stays as it is.",
            )
        )  # fmt: skip
    return f"{file}\n"


def _notes(source: Document, lang: str, names: Mapping[str, str], wording: Sequence[Wording]) -> Iterator[str]:
    yield f"{source.path}: to translate into {lang}"
    yield "Signs around words (**, *, [ ]( )) stay; the address behind a link too."
    if names:
        yield "Names in this text are not the people's own. Write them so, in the case that the sentence needs:"
        yield from (f"  {original}: {name}" for original, name in sorted(names.items()))
    if wording:
        yield "Words that the campaign avoids, and what it says instead:"
        yield from (f"  {word.avoid}: {word.say}" for word in wording)


def _known(source: Document, translation: Document | None) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """What the translation says of each unit, with the flags that it comes with."""
    changed = compare(source, translation) if translation else None
    if translation is None or changed is None:
        return {}
    found = {}
    for unit in units(translation):
        block = BLOCK.fullmatch(unit.context)
        if block and (
            not changed.aligned or changed.added or len(blocks(source.body)) != len(blocks(translation.body))
        ):
            continue  # no block can be told from another
        stale = int(block[1]) - 1 in changed.blocks if block else unit.context in changed.fields
        found[unit.context] = (unit.text, ("fuzzy",) if stale else ())
    return found


@dataclass(frozen=True)
class Returned:
    """What came back from a translator: header texts by key, the body, and what it was made from."""

    fields: Mapping[str, str]
    body: str
    stamp: Stamp


def read_po(path: Path, shown: str) -> polib.POFile:
    """A PO file; raises `WrongUse`, naming the line, for one that is missing, broken or not UTF-8."""
    try:
        data = path.read_bytes()
        for number, line in enumerate(data.decode("utf-8-sig").replace("\r\n", "\n").split("\n"), 1):
            if not PO_LINE.fullmatch(line):  # polib reads past lost quotes
                raise WrongUse(f"{shown}:{number}: is not a line of a PO file: mend the quotes around the text")
        return polib.pofile(str(path), encoding="utf-8-sig", wrapwidth=0)
    except UnicodeDecodeError as error:
        at = data.count(b"\n", 0, error.start) + 1
        raise WrongUse(f"{shown}:{at}: is not UTF-8: save it as UTF-8") from None
    except FileNotFoundError:
        raise WrongUse(f"{shown}: is not there: check the name") from None
    except OSError as error:
        found = re.search(r"line (\d+)", str(error))
        raise WrongUse(
            f"{shown}:{found[1] if found else 1}: is not a PO file: mend the lines around this one"
        ) from None


def source_path(file: polib.POFile, shown: str) -> str:
    """The document that a PO file was exported from; raises `WrongUse` for a file that does not say."""
    found = file.metadata.get(SOURCE, "")
    if not found:
        raise WrongUse(f"{shown}:1: has no {SOURCE}: import what `safelight translate export` wrote")
    return str(found)


def import_po(file: polib.POFile, shown: str, source: Document, translation: Document | None) -> Returned:
    """What a PO file says, in the frame of the translation that it was exported from, or else of the source.

    Raises `ContentFindings` with every mistake, each at its line: a msgid that is not the source's, a text that is
    missing, fuzzy or left out, a link that leads elsewhere, signs that would change the structure.
    """
    entries = {entry.msgctxt: entry for entry in file if not entry.obsolete}
    try:
        made_from = parse_stamp(file.metadata.get(STAMP, ""))
    except ValueError:
        raise WrongUse(f"{shown}:1: has no {STAMP}: import what `safelight translate export` wrote") from None
    wanted = units(source)
    findings = list(_misfits(entries, wanted, made_from, shown, str(file.metadata.get("Language", ""))))
    if findings:
        raise ContentFindings(sorted(findings))
    texts = {unit.context: _localised(entries[unit.context], file.metadata["Language"]) for unit in wanted}
    body = [text for context, text in texts.items() if BLOCK.fullmatch(context)]
    own = translation is not None and len(blocks(translation.body)) == len(body)
    old = translation.body if own and translation else source.body
    new = with_blocks(old, body)
    if frame(new) != frame(old):
        raise ContentFindings(_breaks(old, body, entries, shown))
    fields = {context: text for context, text in texts.items() if not BLOCK.fullmatch(context)}
    return Returned(fields, new, made_from)


def _misfits(
    entries: Mapping[str, polib.POEntry], wanted: Sequence[Unit], made_from: Stamp, shown: str, lang: str
) -> Iterator[Finding]:
    exported = {**made_from.fields, **{f"block {number}": one for number, one in enumerate(made_from.blocks, 1)}}
    contexts = {unit.context for unit in wanted}
    if set(exported) != contexts:
        yield Finding(
            shown, 1, "", "was exported from another state of the source", "export it again: parts came or went"
        )
        return
    for context, entry in entries.items():
        if context not in contexts:
            yield Finding(shown, entry.linenum, str(context), "is no part of the document", "delete the entry")
    for unit in wanted:
        entry = entries.get(unit.context)
        if entry is None:
            yield Finding(shown, 1, unit.context, "is missing", "export the file again, and keep every entry")
        elif block_hash(entry.msgid) != exported[unit.context]:
            yield Finding(
                shown, entry.linenum, unit.context, "has an edited msgid",
                "write the translation into msgstr, and leave the source as it was exported",
            )  # fmt: skip
        elif "fuzzy" in entry.flags:
            yield Finding(shown, entry.linenum, unit.context, "is fuzzy", "check the translation and remove the mark")
        elif not entry.msgstr.strip():
            yield Finding(shown, entry.linenum, unit.context, "is not translated", "write its msgstr")
        else:
            yield from _of_text(entry, unit, shown, lang)


def _of_text(entry: polib.POEntry, unit: Unit, shown: str, lang: str) -> Iterator[Finding]:
    if not BLOCK.fullmatch(unit.context) and "\n" in entry.msgstr:
        yield Finding(shown, entry.linenum, unit.context, "has a line break", "write it on one line, without \\n")
    elif sorted(_links(entry.msgid, lang)) != sorted(_links(entry.msgstr, lang)):
        yield Finding(
            shown, entry.linenum, unit.context, "has other links than the source", "keep each link with its address"
        )  # fmt: skip


def _links(text: str, lang: str) -> Iterator[str]:
    for found in LINK.finditer(text):
        yield INTERNAL.sub(rf"\g<1>{lang}\g<3>", next(part for part in found.groups() if part))


def _localised(entry: polib.POEntry, lang: str) -> str:
    """The translation, its links leading into its own language."""
    return INTERNAL.sub(rf"\g<1>{lang}\g<3>", entry.msgstr)


def _breaks(old: str, body: Sequence[str], entries: Mapping[str, polib.POEntry], shown: str) -> Iterable[Finding]:
    """The texts that change the structure when they take their place; each is tried alone."""
    original = [block.text for block in blocks(old)]
    for number, text in enumerate(body):
        tried = with_blocks(old, [*original[:number], text, *original[number + 1 :]])
        if frame(tried) != frame(old):
            context = f"block {number + 1}"
            yield Finding(
                shown, entries[context].linenum, context, "would change the structure of the text",
                "write no empty line, and no #, -, > or number at the beginning of a line",
            )  # fmt: skip
