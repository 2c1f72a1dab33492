"""`make messages`: the theme's strings are extracted and every catalogue is brought up to date."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from safelight.languages.catalogues import SOURCE, catalogue_path, read_catalogue
from safelight.languages.plurals import header
from safelight.languages.table import language

TEMPLATES = "**.*"
OPTIONS = {"newstyle_gettext": "true", "trimmed": "true", "encoding": "utf-8", "silent": "false"}

FROM_CODE = (
    "Guides", "Help", "More", "Press", "Search", "Stories", "start page",
    "Something was added here in the original.", "This part is out of date.",
)  # fmt: skip
"""Strings that the generator itself asks for: titles of the header and of feeds, what the language switch says, and
what stands at an outdated block."""


@dataclass(frozen=True)
class Updated:
    """A catalogue after the update: how many strings it has, and how many of them nobody has translated."""

    code: str
    strings: int
    untranslated: int


def extract(theme: Path) -> Catalog:
    """Every string of the theme's templates, sorted, without places, so that a moved line changes no catalogue."""
    catalogue = Catalog(fuzzy=False)
    found = extract_from_dir(theme / "templates", [(TEMPLATES, "jinja2")], {TEMPLATES: OPTIONS}, comment_tags=())
    for _, _, message, _, context in sorted(found, key=lambda item: str(item[2])):
        catalogue.add(message, context=context, flags=())
    for message in FROM_CODE:
        catalogue.add(message)
    return catalogue


def update(theme: Path, translations: Path, codes: Sequence[str]) -> tuple[Updated, ...]:
    """Write `messages.pot` and the catalogue of each language: new strings empty, unused ones gone, the rest kept.

    Nothing is guessed: a new string never takes over the text of a similar one. Each catalogue keeps its first comment
    and gets the plural rule of its language. Raises `WrongUse` for a catalogue that cannot be read.
    """
    template = extract(theme)
    _write(translations / "messages.pot", template, "# Theme strings.\n", None)
    return tuple(_update(template, translations, code) for code in codes if code != SOURCE)


def _update(template: Catalog, translations: Path, code: str) -> Updated:
    path = catalogue_path(translations, code)
    comment = f"# Theme strings in {language(code).endonym}. Translation: machine.\n"
    old = None
    if path.exists():
        old = read_catalogue(translations, code)
        first = path.read_text(encoding="utf-8-sig").partition("\n")[0]
        comment = f"{first}\n" if first.startswith("#") else comment
    new = Catalog(locale=language(code).locale, fuzzy=False)
    # Babel's own table writes two forms where CLDR and this header have one, and cannot read them (Tajik; ADR 0038).
    new.mime_headers = [("Plural-Forms", header(code))]
    for message in template:
        if message.id:
            kept = old.get(message.id) if old else None
            added = new.add(message.id, kept.string if kept else None, flags=kept.flags if kept else ())
            if added is not None and kept:
                added.user_comments = kept.user_comments
    _write(path, new, comment, code)
    messages = [message for message in new if message.id]
    missing = sum(1 for message in messages if not all(_strings(message.string)))
    return Updated(code, len(messages), missing)


def _strings(value: object) -> Iterator[str]:
    yield from value if isinstance(value, (tuple, list)) else (str(value or ""),)


def _write(path: Path, catalogue: Catalog, comment: str, code: str | None) -> None:
    out = io.BytesIO()
    write_po(out, catalogue, width=116, sort_output=True, omit_header=True, no_location=True)
    lines = [comment.rstrip("\n"), 'msgid ""', 'msgstr ""']
    if code:
        lines += [f'"Language: {code}\\n"', f'"Plural-Forms: {header(code)}\\n"']
    lines += ['"MIME-Version: 1.0\\n"', '"Content-Type: text/plain; charset=utf-8\\n"']
    lines += ['"Content-Transfer-Encoding: 8bit\\n"', "", ""]
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".new")
    unfinished.write_text("\n".join(lines) + out.getvalue().decode(), encoding="utf-8")
    unfinished.replace(path)
