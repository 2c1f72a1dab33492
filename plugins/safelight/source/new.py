"""A new document for an editor: every key that it may hold, explained, the required ones ready to fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from safelight.campaign import Campaign
from safelight.errors import WrongUse
from safelight.model.content import HEADER_RULES, DocumentType, parse_slug

TYPES = {
    "story": DocumentType.STORY,
    "guide": DocumentType.GUIDE,
    "release": DocumentType.RELEASE,
    "page": DocumentType.PAGE,
}


def template(kind: DocumentType, today: date) -> str:
    """The text of a new document: required keys with what they mean, and what else may be added."""
    filled = {"Date": today.isoformat(), "Translation": "human"}
    required = [rule for rule in HEADER_RULES.values() if kind in rule.required]
    optional = [rule for rule in HEADER_RULES.values() if kind in rule.types and kind not in rule.required]
    lines = [f"{rule.key}: {filled.get(rule.key, '(' + rule.meaning + ')')}" for rule in required]
    lines += ["", "Write the text here. Delete this paragraph and the list below; keep what you need above.", ""]
    lines += [f"- `{rule.key}:` {rule.meaning}" for rule in optional]
    return "\n".join(lines) + "\n"


def new_document(campaign: Campaign, what: str, name: str, lang: str, today: date) -> Path:
    """Write `content/<type>/<name>/<lang>.md` and return its path, relative to the campaign's folder.

    Raises `WrongUse` for a name that is no slug, a language that the campaign does not speak, or a file that exists.
    """
    kind = TYPES[what]
    try:
        name = parse_slug(name)
    except ValueError as error:
        raise WrongUse(f"name: {error}") from None
    if lang not in campaign.languages:
        raise WrongUse(f"--lang {lang}: is not a language of this campaign: use one of {', '.join(campaign.languages)}")
    path = campaign.content / kind.value / name / f"{lang}.md"
    if path.exists():
        raise WrongUse(f"{path.relative_to(campaign.root)}: exists already: edit it, or choose another name")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(template(kind, today), encoding="utf-8")
    return path.relative_to(campaign.root)
