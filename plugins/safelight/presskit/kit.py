"""A kit: fact sheet as PDF, text and table, releases, stories, glossary, press images, README and checksums."""

from __future__ import annotations

import csv
import hashlib
import io
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import jinja2

from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.images import Licence
from safelight.images.press_metadata import DRAWN, PHOTOGRAPHED, write_press_jpeg
from safelight.languages import language
from safelight.languages.jinja import environment
from safelight.model.data import CampaignData
from safelight.presskit.archive import pack
from safelight.presskit.pdf import pdf


@dataclass(frozen=True)
class KitText:
    """A safe text as a journalist pastes it: plain, without markup.

    `kind`, `content_notes` and `invented` are a story's (STORY-RULES.md): what must be said beside it wherever it is
    shown; `translation` says who made this language of it. One that is not `printable` is in no PDF, and says so.
    """

    id: str
    title: str
    summary: str
    body_text: str
    date: date | None
    contact: str
    translation: str
    kind: str = ""
    content_notes: tuple[str, ...] = ()
    invented: bool = False
    printable: bool = True


@dataclass(frozen=True)
class KitImage:
    """A safe, published JPEG or drawing (SVG) with what is said about it; `alt` by language.

    `posed` tells that a model played the scene, `drawn` a drawing from a photograph.
    """

    file: Path
    name: str
    alt: Mapping[str, str]
    caption: str
    credit: str
    licence: Licence
    posed: bool
    drawn: bool


@dataclass(frozen=True)
class KitInput:
    """Everything that goes into the kit of one language."""

    lang: str
    campaign: Campaign
    data: CampaignData
    releases: tuple[KitText, ...]
    images: tuple[KitImage, ...]
    stories: tuple[KitText, ...]
    terms: str


@dataclass(frozen=True)
class Kit:
    """A packed kit: the file, its bytes and their SHA-256, its members as (name, size), the cache files it used."""

    lang: str
    file: Path
    size: int
    sha256: str
    members: tuple[tuple[str, int], ...]
    cached: tuple[str, ...] = ()


def build_kit(
    kit: KitInput,
    theme: Path,
    translations: Path,
    out_dir: Path,
    cache: Path | None = None,
    templates: jinja2.Environment | None = None,
) -> Kit:
    """Write `kit-<lang>.zip` into `out_dir`; `cache` keeps finished PDFs by what they were made from.

    `templates` are the theme's, compiled once for the kits of several languages; without them they are read anew.

    Raises `WrongUse` for a template that is missing or broken or names a file that is not the theme's, and for a
    member name that is unsafe to unpack.
    """
    env = templates or environment(theme, translations, [kit.lang], kit.campaign.drafts)
    context: dict[str, Any] = {
        "campaign": kit.campaign,
        "name": kit.campaign.name[kit.lang],
        "language": language(kit.lang),
        "data": kit.data,
        "releases": kit.releases,
        "stories": kit.stories,
        "images": kit.images,
        "terms": kit.terms,
    }

    def text(template: str, **extra: Any) -> bytes:
        return f"{_rendered(env, template, {**context, **extra})}\n".encode()

    printed = {**context, "stories": tuple(story for story in kit.stories if story.printable)}
    sheet, cached = pdf(_rendered(env, "presskit/fact-sheet.html", printed), theme / "static", cache)
    members: dict[str, bytes] = {
        "fact-sheet.pdf": sheet,
        "fact-sheet.txt": text("presskit/fact-sheet.txt"),
        "figures.csv": _table(_figures(kit.data, kit.lang)),
    }
    if kit.data.wording.get(kit.lang):
        members["glossary.txt"] = text("presskit/glossary.txt")
    for release in kit.releases:
        members[f"releases/{release.id}.txt"] = text("presskit/release.txt", text=release)
    for story in kit.stories:
        members[f"stories/{story.id}.txt"] = text("presskit/story.txt", text=story)
    for image in kit.images:
        members[f"images/{image.name}"] = _press_image(image, kit.campaign)
    logo = theme / "static" / "img" / "mark.svg"
    if logo.is_file():
        members["logo.svg"] = logo.read_bytes()
    members["README.txt"] = text("presskit/README.txt", members=sorted(members))
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(members.items()))
    members["SHA256SUMS"] = sums.encode()
    packed = pack(members)
    out_dir.mkdir(parents=True, exist_ok=True)
    file = out_dir / f"kit-{kit.lang}.zip"
    file.write_bytes(packed)
    listed = tuple((name, len(data)) for name, data in sorted(members.items()))
    return Kit(kit.lang, file, len(packed), hashlib.sha256(packed).hexdigest(), listed, (cached,))


def forget_others(cache: Path, kits: Sequence[Kit]) -> None:
    """Delete every cached file that none of `kits` was made with: what is no longer published is no longer kept."""
    used = {name for kit in kits for name in kit.cached}
    for path in cache.glob("*") if cache.is_dir() else ():
        if path.is_file() and path.name not in used:
            path.unlink()


def _rendered(env: jinja2.Environment, template: str, context: Mapping[str, Any]) -> str:
    try:
        return env.get_template(template).render(context)
    except jinja2.TemplateSyntaxError as error:
        where = f"theme/templates/{error.name}:{error.lineno}"
        raise WrongUse(f"{where}: {error.message}: mend the template") from None
    except (jinja2.UndefinedError, jinja2.TemplateNotFound) as error:
        raise WrongUse(f"theme/templates/{template}: {error.message}: mend the template") from None


def _figures(data: CampaignData, lang: str) -> Iterator[tuple[str, ...]]:
    """One row a claim, for a spreadsheet: numbers as they are, not as the language writes them."""
    yield ("figure", "value", "to", "unit", "text", "note", "source", "year")
    for fact in data.facts:
        for claim in fact.claims:
            source = data.sources[claim.source]
            numbers = tuple("" if value is None else f"{value:g}" if value % 1 else f"{value:.0f}"
                            for value in (claim.value, claim.to))  # fmt: skip
            unit = fact.unit if claim.value is not None else ""
            texts = (claim.text.get(lang, ""), claim.note.get(lang, ""))
            yield (fact.label[lang], *numbers, unit, *texts, source.title[lang], str(source.year))


def _table(rows: Iterator[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")  # spreadsheets take a table without the mark for another encoding


def _press_image(image: KitImage, campaign: Campaign) -> bytes:
    """The picture's bytes; a drawing has no place for an XMP packet that every program reads, and stays as it is."""
    if image.file.suffix == ".svg":
        return image.file.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "image.jpg"
        write_press_jpeg(
            image.file,
            out,
            credit=image.credit or campaign.publisher,
            copyright=image.credit or campaign.publisher,
            licence_url=image.licence.url,
            usage=image.licence.name,
            alt=image.alt,
            digital_source_type=DRAWN if image.drawn else PHOTOGRAPHED,
        )
        return out.read_bytes()
