"""gettext and formats for templates: one environment serves all languages, each page says which it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup, escape

from safelight.languages import formats, phones
from safelight.languages.catalogues import Strings, load
from safelight.languages.typography import typeset


def environment(theme: Path, translations: Path, codes: Sequence[str], drafts: Collection[str] = ()) -> Environment:
    """An environment of the theme's templates outside Pelican, as press kits use it."""
    env = Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=select_autoescape(("html", "xml"), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    install(env, translations, codes, drafts)
    return env


def install(
    env: Environment, translations: Path, codes: Sequence[str], drafts: Collection[str] = ()
) -> Mapping[str, Strings]:
    """Give `env` gettext and the filters; both follow the `language` of the page. Returns the strings by code."""
    catalogues = {code: load(translations, code, draft=code in drafts) for code in codes}

    @pass_context
    def gettext(context: Context, message: str) -> str:
        return catalogues[_code(context)].gettext(message)

    @pass_context
    def ngettext(context: Context, one: str, many: str, count: float) -> str:
        return catalogues[_code(context)].ngettext(one, many, count)

    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined] # from the extension
    env.filters.update(FILTERS)
    return catalogues


def _code(context: Context) -> str:
    return str(context["language"].code)


@pass_context
def _date(context: Context, day: date) -> str:
    return formats.date_text(day, _code(context))


@pass_context
def _number(context: Context, value: float) -> str:
    return formats.number(value, _code(context))


@pass_context
def _percent(context: Context, value: float) -> str:
    return formats.percent(value, _code(context))


@pass_context
def _euro(context: Context, value: float) -> str:
    return formats.currency(value, "EUR", _code(context))


@pass_context
def _filesize(context: Context, size: int) -> str:
    return formats.file_size(size, _code(context))


@pass_context
def _local(context: Context, text: Mapping[str, str]) -> str:
    return text.get(_code(context), "")


@pass_context
def _typeset(context: Context, text: Mapping[str, str] | str) -> Markup:
    """A plain text (or the page's language of one) as HTML, set as `typography.typeset` sets content."""
    plain = text if isinstance(text, str) else text.get(_code(context), "")
    page = context["language"]
    return Markup(typeset(str(escape(plain)), page.code, page.direction))  # noqa: S704 (escaped on this line)


def _ltr(text: str) -> Markup:
    """A telephone number, an address or a file name, which reads from left to right in every language."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(text)


@pass_context
def _listed(context: Context, items: Sequence[str]) -> str:
    return formats.list_text(items, _code(context))


def _isolated(text: str) -> Markup:
    """A name in whatever language it is, kept apart from the signs around it."""
    return Markup("<bdi>{}</bdi>").format(text)


@pass_context
def _territory(context: Context, country: str) -> str:
    return formats.territory(country, _code(context))


@pass_context
def _language_name(context: Context, code: str) -> str:
    return formats.language_name(code, _code(context))


@pass_context
def _languages(context: Context, codes: Sequence[str]) -> str:
    return formats.list_text([formats.language_name(code, _code(context)) for code in codes], _code(context))


FILTERS: dict[str, Any] = {
    "date": _date,
    "isodate": lambda day: day.isoformat(),
    "number": _number,
    "percent": _percent,
    "euro": _euro,
    "filesize": _filesize,
    "local": _local,
    "listed": _listed,
    "territory": _territory,
    "languages": _languages,
    "language_name": _language_name,
    "typeset": _typeset,
    "ltr": _ltr,
    "isolated": _isolated,
    "dialled": phones.dialled,
    "phone": phones.shown,
}
