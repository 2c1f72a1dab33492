"""A new language: one entry in a data file and a catalogue to translate; the site builds at once."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.languages import Language, language
from safelight.languages.fonts import families
from safelight.languages.messages import Updated, update
from safelight.languages.plurals import forms
from safelight.sealing import replace_file
from safelight.source.languages import SHOWN, spoken
from safelight.source.yaml_edit import append_entries


@dataclass(frozen=True)
class Begun:
    """What a new language begins with: its facts by CLDR, its catalogue, and fonts of this machine for it."""

    language: Language
    plurals: tuple[str, ...]
    catalogue: Updated
    fonts: tuple[str, ...] | None


def new_language(campaign: Campaign, code: str, name: str = "") -> Begun:
    """Add a language to the campaign as a draft, with a catalogue of the theme's strings to translate.

    Until somebody translates them, its pages show the first language's texts, with a notice. Raises `WrongUse` for an
    unknown tag, a language that is there, or a campaign that names its languages elsewhere.
    """
    found = language(code)
    file = campaign.root / SHOWN
    there = spoken(file)
    if code in there["name"]:
        raise WrongUse(f"{SHOWN}: '{code}': is there already: change its `state`, or choose another language")
    entry = yaml.safe_dump(
        {"code": code, "name": name or campaign.name[campaign.default_language], "state": "draft"},
        allow_unicode=True, default_flow_style=True, sort_keys=False, width=1_000,
    )  # fmt: skip
    text = file.read_text(encoding="utf-8")
    replace_file(file, append_entries(text, [entry.strip()]).encode())
    catalogue = update(campaign.theme, campaign.translations, (code,))[0]
    return Begun(found, forms(code), catalogue, families(code))
