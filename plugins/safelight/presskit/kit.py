"""A kit: fact sheet as PDF and text, releases, stories, press images, README and checksums in one ZIP."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.images.press_metadata import write_press_jpeg
from safelight.languages import language
from safelight.languages.jinja import environment
from safelight.model.data import CampaignData
from safelight.presskit.archive import pack
from safelight.presskit.pdf import pdf


@dataclass(frozen=True)
class KitText:
    """A safe text as a journalist pastes it: plain, without markup."""

    id: str
    title: str
    body_text: str
    date: str
    contact: str
    path: str


@dataclass(frozen=True)
class KitImage:
    """A safe, published JPEG with what is said about it; `alt` by language."""

    file: Path
    name: str
    alt: Mapping[str, str]
    caption: str
    credit: str


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
    """A packed kit: the file, its size in bytes, its SHA-256, and its members as (name, size)."""

    lang: str
    file: Path
    size: int
    sha256: str
    members: tuple[tuple[str, int], ...]


def build_kit(kit: KitInput, theme: Path, translations: Path, out_dir: Path, cache: Path | None = None) -> Kit:
    """Write `kit-<lang>.zip` into `out_dir`; `cache` keeps finished PDFs by what they were made from.

    Raises `WrongUse` for a template that is missing or broken.
    """
    env = environment(theme, translations, [kit.lang])
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
        return _rendered(env, template, {**context, **extra}).encode()

    members: dict[str, bytes] = {
        "fact-sheet.pdf": pdf(_rendered(env, "presskit/fact-sheet.html", context), cache),
        "fact-sheet.txt": text("presskit/fact-sheet.txt"),
    }
    for release in kit.releases:
        members[f"releases/{release.id}.txt"] = text("presskit/release.txt", text=release)
    for story in kit.stories:
        members[f"stories/{story.id}.txt"] = text("presskit/release.txt", text=story)
    for image in kit.images:
        members[f"images/{image.name}"] = _press_image(image, kit.campaign)
    members["README.txt"] = text("presskit/README.txt", members=sorted(members))
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(members.items()))
    members["SHA256SUMS"] = sums.encode()
    packed = pack(members)
    out_dir.mkdir(parents=True, exist_ok=True)
    file = out_dir / f"kit-{kit.lang}.zip"
    file.write_bytes(packed)
    listed = tuple((name, len(data)) for name, data in sorted(members.items()))
    return Kit(kit.lang, file, len(packed), hashlib.sha256(packed).hexdigest(), listed)


def _rendered(env: jinja2.Environment, template: str, context: Mapping[str, Any]) -> str:
    try:
        return env.get_template(template).render(context)
    except jinja2.TemplateSyntaxError as error:
        where = f"theme/templates/{error.name}:{error.lineno}"
        raise WrongUse(f"{where}: {error.message}: mend the template") from None
    except (jinja2.UndefinedError, jinja2.TemplateNotFound) as error:
        raise WrongUse(f"theme/templates/{template}: {error.message}: mend the template") from None


def _press_image(image: KitImage, campaign: Campaign) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "image.jpg"
        write_press_jpeg(
            image.file,
            out,
            credit=image.credit or campaign.publisher,
            copyright=campaign.publisher,
            licence_url=campaign.licence_url,
            usage=campaign.licence,
            alt=image.alt,
        )
        return out.read_bytes()
