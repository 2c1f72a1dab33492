"""What goes to translators and comes back: PO files of safe texts, never of a raw story."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.languages import language, po
from safelight.languages.blocks import blocks, with_blocks
from safelight.languages.staleness import prose
from safelight.model.content import HEADER_RULES, Document, DocumentType, Field
from safelight.sealing import replace_file
from safelight.source.data import read_data
from safelight.source.header_edit import set_field
from safelight.staging.translations import Originals, agreed
from safelight.text.public_people import PublicPeople


def export_file(campaign: Campaign, path: Path, lang: str) -> str:
    """The PO file of a document for translation into `lang`; `path` is any of its languages.

    Raises `WrongUse` for a document, a language or a consent that is not there, and `ContentFindings` while something
    in the source is unresolved: a translator must never see what is not yet safe.
    """
    language(lang)
    originals = Originals.read(campaign)
    document = originals.document(path)
    source = originals.source(document)
    if lang == source.lang:
        raise WrongUse(f"--to {lang}: is the language of the source")
    if lang not in campaign.languages:
        raise WrongUse(f"--to {lang}: is not a language of this campaign: use one of {', '.join(campaign.languages)}")
    if lang not in agreed(document, campaign, originals.vault):
        raise WrongUse(f"--to {lang}: no consent covers this story in '{lang}': ask for it, or do not translate")
    data, _ = read_data(campaign.content, campaign.languages)
    names: dict[str, str] = {}
    if source.type is DocumentType.STORY:
        here, there = PublicPeople(originals.vault, source.lang), PublicPeople(originals.vault, lang)
        text = "\n".join([*(field.text for field in prose(source).values()), source.body])
        names = {here.names[one]: there.names.get(one, "(ask for a name)") for one in here.named(text)}
    existing = next((d for d in originals.languages_of(document) if d.lang == lang), None)
    translation = originals.safe([existing])[0] if existing else None
    return po.export_po(source, lang, translation, names, data.wording.get(lang, ()))


def import_file(campaign: Campaign, path: Path, translation: str = "machine") -> Path:
    """Write what a PO file says into its document; returns the file, relative to the campaign's folder.

    A new file takes the source's header, its texts translated, and says that it is a `translation` of that kind. In a
    file that is there, texts and the stamp change and nothing else. Raises `WrongUse` and `ContentFindings` as
    `po.import_po` does; then nothing is written.
    """
    shown = path.name
    file = po.read_po(path, shown)
    lang = str(file.metadata.get("Language", ""))
    if lang not in campaign.languages:
        raise WrongUse(f"{shown}:1: Language: '{lang}' is not a language of this campaign")
    originals = Originals.read(campaign)
    raw = originals.document(campaign.root / po.source_path(file, shown))
    source = originals.source(raw)
    if source.lang != raw.lang or lang == source.lang:
        raise WrongUse(f"{shown}:1: {po.SOURCE}: {raw.path} is not the source of this text any more: export it again")
    existing = next((d for d in originals.languages_of(raw) if d.lang == lang), None)
    returned = po.import_po(file, shown, source, existing)
    if existing is not None:
        returned = _kept_where_unchanged(returned, existing, originals.safe([existing])[0])
    target = raw.path.with_name(f"{lang}.md")
    if existing is None:
        text = _new(raw, returned, translation)
    else:
        text = (campaign.root / target).read_bytes().decode("utf-8-sig")
        head = text[: len(text) - len(existing.body)]
        if head + existing.body != text:
            raise WrongUse(f"{target}: has line ends of another system: save it with plain ones, and import again")
        for key, value in returned.fields.items():
            if existing.text(key) != value:
                head = set_field(head, key, value)
        head = set_field(head, "Source-Hash", str(returned.stamp))
        text = head + returned.body
    replace_file(campaign.root / target, text.encode())
    return Path(target)


def _kept_where_unchanged(returned: po.Returned, raw: Document, safe: Document) -> po.Returned:
    """What came back, with the file's own words where the translator left the safe ones as they were.

    A story told in its own language keeps the names that it was told with: they are replaced at every build.
    """
    own, shown, back = blocks(raw.body), blocks(safe.body), blocks(returned.body)
    fields = {
        key: raw.text(key) if key in raw.fields and text == safe.text(key) else text
        for key, text in returned.fields.items()
    }
    if not len(own) == len(shown) == len(back):
        return replace(returned, fields=fields)
    texts = [
        mine.text if theirs.text == seen.text else theirs.text
        for mine, seen, theirs in zip(own, shown, back, strict=True)
    ]
    return replace(returned, fields=fields, body=with_blocks(returned.body, texts))


def _new(source: Document, returned: po.Returned, translation: str) -> str:
    """A new translation: the source's header lines with translated texts, and no address of its own."""
    kept = {
        key: field for key, field in source.fields.items() if key in HEADER_RULES and key not in ("Slug", "Modified")
    }
    fields = {key: replace(field, text=returned.fields.get(key, field.text)) for key, field in kept.items()}
    fields["Translation"] = Field(translation, 1)
    fields["Source-Hash"] = Field(str(returned.stamp), 1)
    header = "".join(f"{key}: {field.text}\n" for key, field in fields.items())
    return f"{header}\n{returned.body}"
