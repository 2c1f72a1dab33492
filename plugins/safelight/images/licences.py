"""Licences that a picture may be published under: it is published changed (boxes filled, sizes new), so they must allow that."""

from __future__ import annotations

from dataclasses import dataclass

from safelight.campaign import Campaign

RESERVED = "All rights reserved"
"""The maker gave leave for this site alone: printed so, and never offered to the press."""
CREATIVE_COMMONS = "https://creativecommons.org/"
LICENCES = {
    "CC0 1.0": f"{CREATIVE_COMMONS}publicdomain/zero/1.0/",
    "Public Domain Mark 1.0": f"{CREATIVE_COMMONS}publicdomain/mark/1.0/",
    **{f"CC BY {number}": f"{CREATIVE_COMMONS}licenses/by/{number}/" for number in ("2.0", "3.0", "4.0")},
    **{f"CC BY-SA {number}": f"{CREATIVE_COMMONS}licenses/by-sa/{number}/" for number in ("2.0", "3.0", "4.0")},
    **{f"CC BY-NC {number}": f"{CREATIVE_COMMONS}licenses/by-nc/{number}/" for number in ("2.0", "3.0", "4.0")},
    **{f"CC BY-NC-SA {number}": f"{CREATIVE_COMMONS}licenses/by-nc-sa/{number}/" for number in ("2.0", "3.0", "4.0")},
    RESERVED: "",
}
"""Name, as printed, to the address of the deed. None of the ND kind: they forbid to publish what was changed."""


@dataclass(frozen=True)
class Licence:
    """A picture's terms: the name as printed, and where they stand; `url` is empty where all rights are reserved."""

    name: str
    url: str

    @property
    def is_free_for_press(self) -> bool:
        """Whether a newspaper, which earns money, may print the picture with its credit alone."""
        return bool(self.url) and "-NC" not in self.name


def licence_of(name: str, campaign: Campaign) -> Licence | None:
    """The licence that front matter names, the campaign's own where it names none; None for one that is not known."""
    if not name or name == campaign.licence:
        return Licence(campaign.licence, campaign.licence_url)
    return Licence(name, LICENCES[name]) if name in LICENCES else None
