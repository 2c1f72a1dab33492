"""Catalogues of the theme's strings: read from `.po` at build time, so that no stale `.mo` can be published."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from safelight.errors import WrongUse
from safelight.languages.plurals import form, forms, header_agrees
from safelight.model.findings import Finding, Severity

SOURCE = "en"
"""Language of the strings in the templates; it needs no catalogue."""
PLACEHOLDER = re.compile(r"%\((\w+)\)([sd])")
TAG = re.compile(r"</?[a-z][a-z0-9]*\b[^>]*>")
PO_LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?:[^"\\]|\\.)*"\s*|#.*|\s*')
"""A line of a catalogue: a keyword and a quoted string, a quoted string alone, a comment, or nothing."""


class Strings:
    """The theme's strings in one language.

    A string that the catalogue does not hold raises `WrongUse`: nobody should meet an English button on a Tajik page.
    In a draft, which no public site has, it stays as the templates have it.
    """

    def __init__(self, code: str, texts: dict[str, tuple[str, ...]] | None, *, draft: bool = False) -> None:
        self.code = code
        self._texts = texts
        self._draft = draft

    def gettext(self, message: str) -> str:
        """The string in this language."""
        if self._texts is None:
            return message
        found = self._found(message)
        return found[0] if found else message

    def ngettext(self, one: str, many: str, number: float) -> str:
        """The form of a string that a number takes; `number` may be a fraction."""
        if self._texts is None:
            return (one, many)[form(self.code, number)]
        found = self._found(one)
        if not found:
            return one if number == 1 else many
        return found[min(form(self.code, number), len(found) - 1)]

    def _found(self, message: str) -> tuple[str, ...]:
        found = (self._texts or {}).get(message)
        if found is None or not all(found):
            if self._draft:
                return ()
            shown = shown_path(self.code)
            raise WrongUse(f"{shown}: '{message[:60]}': is not translated: run `make messages` and translate it")
        return found


def catalogue_path(translations: Path, code: str) -> Path:
    """Where the catalogue of a language stands."""
    return translations / code / "LC_MESSAGES" / "messages.po"


def shown_path(code: str) -> str:
    """A catalogue's path as messages name it."""
    return f"translations/{code}/LC_MESSAGES/messages.po"


def read_catalogue(translations: Path, code: str) -> Catalog:
    """The catalogue of a language; raises `WrongUse`, naming file and line, for one that is missing or broken."""
    shown = shown_path(code)
    try:
        data = catalogue_path(translations, code).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError:
        raise WrongUse(f"{shown}: is not there: run `make messages`, or take '{code}' out of the languages") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WrongUse(f"{shown}:{line}: is not UTF-8: save it as UTF-8") from None
    # Babel reads past lost quotes and keeps half of the string.
    for number, line_text in enumerate(text.splitlines(), 1):
        if not PO_LINE.fullmatch(line_text):
            raise WrongUse(f"{shown}:{number}: is not a line of a catalogue: mend the quotes around the text")
    try:
        return read_po(io.BytesIO(text.encode()), locale=code.replace("-", "_"), charset="utf-8", abort_invalid=True)
    except (PoFileError, ValueError) as error:
        line_number = getattr(error, "lineno", 0) or 1
        raise WrongUse(f"{shown}:{line_number}: is not a catalogue: mend the lines around this one") from None


def load(translations: Path, code: str, *, draft: bool = False) -> Strings:
    """The strings of a language; raises `WrongUse`, naming the file, for a catalogue that is missing or broken."""
    if code == SOURCE and not catalogue_path(translations, code).exists():
        return Strings(code, None)
    texts = {_id(message): _texts(message) for message in read_catalogue(translations, code) if message.id}
    return Strings(code, texts, draft=draft)


def check_catalogues(translations: Path, codes: Sequence[str], drafts: Collection[str] = ()) -> tuple[Finding, ...]:
    """A finding for each string that is untranslated or fuzzy, or lacks a plural form, a placeholder or a tag.

    A draft has one warning that counts what is left to translate.
    """
    findings: list[Finding] = []
    for code in codes:
        if code != SOURCE or catalogue_path(translations, code).exists():
            shown = shown_path(code)
            catalogue = read_catalogue(translations, code)
            if not header_agrees(code, catalogue.num_plurals, catalogue.plural_expr):
                findings.append(
                    Finding(shown, 1, "Plural-Forms", "differs from the language's rule (CLDR)", "run `make messages`")
                )
            messages = [message for message in catalogue if message.id]
            if code in drafts:
                left = sum(1 for message in messages if not all(_texts(message)))
                messages = [message for message in messages if all(_texts(message))]
                if left:
                    findings.append(_draft(shown, left))
            for message in messages:
                findings.extend(_judge(message, len(forms(code)), shown))
    return tuple(findings)


def _draft(shown: str, left: int) -> Finding:
    return Finding(
        shown, 0, "", f"is a draft with {left} strings to translate",
        "translate them, then take `state: draft` off the language", Severity.WARNING,
    )  # fmt: skip


def _id(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, (tuple, list)) else message.id)


def _texts(message: Message) -> tuple[str, ...]:
    texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return tuple(str(text or "") for text in texts)


def _judge(message: Message, plurals: int, shown: str) -> Iterator[Finding]:
    line = message.lineno or 0
    ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    texts = _texts(message)
    name = _id(message)[:40]
    if message.fuzzy:
        yield Finding(shown, line, name, "is fuzzy", "check the translation and remove the mark")
    if len(ids) > 1 and len(texts) != plurals:
        yield Finding(shown, line, name, f"has {len(texts)} plural forms", f"write {plurals}")
    if not all(texts):
        yield Finding(shown, line, name, "is not translated", "translate every form of it")
        return
    wanted = sorted(PLACEHOLDER.findall(str(ids[-1])))
    for number, text in enumerate(texts):
        found = sorted(PLACEHOLDER.findall(text))
        # A form that stands for one number alone may say it as a word ("two minutes").
        may_omit = len(ids) > 1 and number < len(texts) - 1
        if found != wanted and not (may_omit and not set(found) - set(wanted)):
            yield Finding(shown, line, name, "has other placeholders than the source", "use the source's placeholders")
            break
    if any(sorted(TAG.findall(text)) != sorted(TAG.findall(str(ids[-1]))) for text in texts):
        yield Finding(shown, line, name, "has other markup than the source", "use the source's tags")
