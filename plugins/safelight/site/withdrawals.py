"""Taking back: what earlier builds published and this one does not, for servers, caches, readers and journalists."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from safelight.campaign import Campaign
from safelight.consent import decide, good_until
from safelight.consent.record import Gone, PublishedKit, Record, gone
from safelight.errors import ContentFindings, WrongUse
from safelight.model.content import DocumentType
from safelight.model.findings import Finding
from safelight.presskit import Kit
from safelight.publish import STAMP
from safelight.sealing import unsealed_files
from safelight.site.addresses import document_path
from safelight.source.record import read_record, write_record
from safelight.staging import Inspection, Staged

WITHDRAWN = "withdrawn.json"
NOT_SERVED = frozenset({"_headers", ".htaccess"})
"""What tells a server what to do, and is no address."""
STORY_PAGE = re.compile(r"[^/]+/stories/(?!index\.html$)[^/]+\.html")
KIT_FILE = re.compile(r"([^/]+)/press/kit-[^/]+\.zip")


class ClockRunsBackwards(WrongUse):
    """The build is for a day before the latest one: an expired consent would count as valid again."""


class VaultLiesOpen(WrongUse):
    """A build for the public address with names in the clear on the disk."""


@dataclass(frozen=True)
class Published:
    """What this build publishes that rests on consent, and what earlier builds did and it does not."""

    record: Record
    paths: frozenset[str]
    kits: tuple[PublishedKit, ...]
    gone: Gone


def earlier(campaign: Campaign) -> Record:
    """What earlier builds published: the record, or, where there is none yet, the stamp of `output/`."""
    if campaign.record.exists():
        return read_record(campaign.record)
    try:
        files = json.loads((campaign.output / STAMP).read_text(encoding="utf-8"))["files"]
        stories = frozenset(path for path in files if STORY_PAGE.fullmatch(path))
        kits = tuple(
            PublishedKit(
                found[1], files[path]["sha256"], tuple(sorted(p for p in stories if p.startswith(found[1] + "/")))
            )
            for path in sorted(files)
            if (found := KIT_FILE.fullmatch(path))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Record()
    return Record(stories, tuple(kit for kit in kits if kit.holds))


def refuse(campaign: Campaign, record: Record, now: datetime) -> None:
    """Stop before anything is read when the clock runs backwards, or a public build finds the vault open.

    Raises `ClockRunsBackwards` or `VaultLiesOpen`.
    """
    if record.latest and now.date() < record.latest:
        raise ClockRunsBackwards(
            f"clock: says {now.date()}, but the latest build was for {record.latest}: set the clock right; to build an "
            "older day, use a fresh copy of the campaign"
        )
    lying_open = unsealed_files(campaign.private)
    if campaign.public and not campaign.demo and lying_open:
        raise VaultLiesOpen(
            "\n".join(f"{campaign.private.name}/{name}: lies open: run `safelight vault seal`" for name in lying_open)
        )


def compare(record: Record, staged: Staged, kits: Mapping[str, Kit]) -> Published:
    """Compare what is about to be published with what was published before."""
    inspection = staged.inspection
    by_language: dict[str, set[str]] = {lang: set() for lang in kits}
    paths: set[str] = set()
    for document in inspection.documents:
        pictured = document.text("Image-Kind") == "subject"
        if document.type is not DocumentType.STORY and not pictured:
            continue
        held = {document_path(document)} if document.type is DocumentType.STORY else set()
        if document.key in staged.pictures:
            held |= {f"images/{variant.file}" for variant in staged.pictures[document.key].variants}
        paths |= held
        if document.lang in by_language and inspection.permissions.allowed(document, "media-kit"):
            by_language[document.lang] |= held
    now = tuple(PublishedKit(lang, kit.sha256, tuple(sorted(by_language[lang]))) for lang, kit in sorted(kits.items()))
    return Published(record, frozenset(paths), now, gone(record, paths, [kit.sha256 for kit in now]))


def write_gone(campaign: Campaign, published: Published) -> None:
    """Write `withdrawn.json` into the site (checksums only), and `build/withdrawn/gone.txt` for the server's rules.

    The plain list stays on this machine: the addresses were public, that they were taken back need not be.
    """
    text = json.dumps(published.gone.public(campaign.site_url), indent=1, sort_keys=True)
    (campaign.site / WITHDRAWN).write_text(text + "\n", encoding="utf-8")
    folder = campaign.build / "withdrawn"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "gone.txt").write_text("".join(f"{path}\n" for path in published.gone.paths), encoding="utf-8")


def write_purge(campaign: Campaign, published: Published) -> None:
    """Write `build/withdrawn/purge.txt`: every address that caches in front of the server must forget."""
    urls = {f"{campaign.site_url}/{path}" for path in (*published.gone.paths, *_changed(campaign))}
    text = "".join(f"{url}\n" for url in sorted(urls))
    (campaign.build / "withdrawn" / "purge.txt").write_text(text, encoding="utf-8")


def _changed(campaign: Campaign) -> list[str]:
    """Paths of the old tree that the new one does not have, or has otherwise."""
    try:
        before = json.loads((campaign.output / STAMP).read_text(encoding="utf-8"))["files"]
        after = json.loads((campaign.site / STAMP).read_text(encoding="utf-8"))["files"]
        changed = [path for path in before if before[path] != after.get(path) and path not in NOT_SERVED]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    # A compressed twin has no address of its own; a folder's page has two.
    pages = [path for path in changed if not path.endswith((".br", ".gz"))]
    return pages + [path.removesuffix("index.html") for path in pages if path.endswith("index.html")]


def remember(campaign: Campaign, inspection: Inspection, published: Published, now: datetime) -> None:
    """Note what is about to be published, before it is: a crash in between costs a line too many, never one too few."""
    until = good_until(inspection.permissions, campaign.limits)
    write_record(campaign.record, published.record.after(published.paths, published.kits, now.date(), until))


def recheck(campaign: Campaign, inspection: Inspection, now: datetime) -> None:
    """Stop if a consent ended while the build ran; raises `ContentFindings`, and nothing is promoted."""
    still = decide(inspection.tree, inspection.vault, campaign, now).open
    ended = sorted({key for key, _ in inspection.permissions.open - still})
    if ended:
        raise ContentFindings(
            Finding("/".join(("content", *key[:2], f"{key[2]}.md")), 0, "", "its consent ended while the build ran",
                    "build again: it will be left out", rule="consent")
            for key in ended
        )  # fmt: skip
