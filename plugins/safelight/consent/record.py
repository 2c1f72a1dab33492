"""What was published before: enough to take it back everywhere, and nothing that tells whose it was.

A person who withdraws is owed more than a missing page: old addresses answer "gone", caches are emptied, and who
holds an old kit is asked to stop using it. The content itself may be deleted by then, so each build notes the
addresses of stories and the checksums of kits. No consent, story id, title or reason is noted (docs/adr/0032).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True)
class PublishedKit:
    """A kit that was published: its language, its SHA-256, and the site paths whose content it held."""

    lang: str
    sha256: str
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Record:
    """Everything published so far that rests on somebody's consent.

    `paths` are site paths (`en/stories/a.html`, `images/….jpg`), `latest` is the day of the latest build, and
    `good_until` the first day on which something that it published may no longer be.
    """

    paths: frozenset[str] = frozenset()
    kits: tuple[PublishedKit, ...] = ()
    latest: date | None = None
    good_until: date | None = None

    def after(self, paths: Iterable[str], kits: Iterable[PublishedKit], today: date, good_until: date | None) -> Record:
        """The record once a build of `today` has published `paths` and `kits` too."""
        latest = max(self.latest, today) if self.latest else today
        every_kit = tuple(sorted({*self.kits, *(kit for kit in kits if kit.holds)}))
        return Record(self.paths | frozenset(paths), every_kit, latest, good_until)


@dataclass(frozen=True)
class Gone:
    """What is published no more: site paths, and kits that held any of it."""

    paths: tuple[str, ...] = ()
    kits: tuple[PublishedKit, ...] = ()

    def public(self, site_url: str) -> dict[str, object]:
        """What may be told to everyone: SHA-256 of each address and of each kit.

        Whoever holds a copy knows its address and can look it up; nobody learns an address from here.
        """
        addresses = sorted(hashlib.sha256(f"{site_url}/{path}".encode()).hexdigest() for path in self.paths)
        kits = sorted({(kit.lang, kit.sha256) for kit in self.kits})
        return {"addresses_sha256": addresses, "kits": [{"lang": lang, "sha256": digest} for lang, digest in kits]}


def gone(record: Record, published: Iterable[str], kits: Iterable[str] = ()) -> Gone:
    """What `record` knows and `published` (site paths) has no more; `kits` are checksums of kits that stand again."""
    missing = record.paths - frozenset(published)
    again = frozenset(kits)
    held = tuple(kit for kit in record.kits if missing & set(kit.holds) and kit.sha256 not in again)
    return Gone(tuple(sorted(missing)), held)
