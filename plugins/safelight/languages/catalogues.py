"""Catalogues of the theme's strings: read from `.po` at build time, so that no stale `.mo` can be published."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

from safelight.errors import WrongUse
from safelight.model.findings import Finding

SOURCE = "en"
"""Language of the strings in the templates; it needs no catalogue."""
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def _path(translations: Path, code: str) -> Path:
    return translations / code / "LC_MESSAGES" / "messages.po"


def _read(translations: Path, code: str) -> Catalog:
    path = _path(translations, code)
    shown = f"translations/{code}/LC_MESSAGES/messages.po"
    try:
        return read_po(io.BytesIO(path.read_bytes()), locale=code, charset="utf-8", abort_invalid=True)
    except OSError:
        raise WrongUse(f"{shown}: is not there: run `make messages`, or take '{code}' out of the languages") from None
    except UnicodeDecodeError:
        raise WrongUse(f"{shown}: is not UTF-8: save it as UTF-8") from None
    except (PoFileError, ValueError) as error:
        line = getattr(error, "lineno", 0)
        raise WrongUse(f"{shown}:{line}: is not a catalogue: mend the quotes around this line") from None


def load(translations: Path, code: str) -> Translations:
    """The catalogue of a language, ready for gettext; raises `WrongUse`, naming the file, for a broken one."""
    if code == SOURCE and not _path(translations, code).exists():
        return Translations()
    compiled = io.BytesIO()
    write_mo(compiled, _read(translations, code))
    compiled.seek(0)
    return Translations(compiled)


def check_catalogues(translations: Path, codes: Sequence[str]) -> tuple[Finding, ...]:
    """A finding for each string that is untranslated, fuzzy, short of a plural form, or has other placeholders."""
    findings: list[Finding] = []
    for code in codes:
        if code != SOURCE:
            shown = f"translations/{code}/LC_MESSAGES/messages.po"
            catalogue = _read(translations, code)
            for message in catalogue:
                if message.id:
                    findings.extend(_judge(message, catalogue.num_plurals, shown))
    return tuple(findings)


def _judge(message: Message, plurals: int, shown: str) -> Iterator[Finding]:
    line = message.lineno or 0
    ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    name = str(ids[0])[:40]
    if message.fuzzy:
        yield Finding(shown, line, name, "is fuzzy", "check the translation and remove the mark")
    if not all(texts):
        yield Finding(shown, line, name, "is not translated", "translate every form of it")
        return
    if len(ids) > 1 and len(texts) != plurals:
        yield Finding(shown, line, name, f"has {len(texts)} plural forms", f"write {plurals}")
    wanted = set(PLACEHOLDER.findall(str(ids[-1])))
    if any(set(PLACEHOLDER.findall(str(text))) - wanted for text in texts):
        yield Finding(shown, line, name, "has a placeholder that the source has not", "use the source's placeholders")
