"""Telephone numbers: dialled in E.164, shown as people of their country write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, shortnumberinfo

from safelight.model.data import CampaignData
from safelight.model.findings import Finding, Severity

NOT_DIALLED = re.compile(r"[^\d+*#]")


def dialled(number: str, country: str) -> str:
    """What a `tel:` link holds: E.164 for a number that its country has, so that it can be called from anywhere.

    A short code (112, 116 123) has no E.164 form: it stays as it is, and works in its own country. `country` by
    ISO 3166.
    """
    found = _number(number, country)
    if found is None:
        return NOT_DIALLED.sub("", number)
    return str(phonenumbers.format_number(found, PhoneNumberFormat.E164))


def shown(number: str, country: str) -> str:
    """A number as the people of its country write it; a short code as it stands."""
    found = _number(number, country)
    if found is None:
        return number
    return str(phonenumbers.format_number(found, PhoneNumberFormat.NATIONAL))


def is_known(number: str, country: str) -> bool:
    """Whether a country's numbering plan has the number, as a full number or a short code."""
    if _number(number, country) is not None:
        return True
    digits = NOT_DIALLED.sub("", number)
    if not digits.isdecimal() or not 3 <= len(digits) <= 6:
        return False
    if country not in phonenumbers.SUPPORTED_REGIONS:  # the European Union has 112 and 116 xxx in common
        return digits == "112" or digits.startswith("116")
    found = PhoneNumber(country_code=phonenumbers.country_code_for_region(country), national_number=int(digits))
    return bool(shortnumberinfo.is_possible_short_number_for_region(found, country))


def check_numbers(data: CampaignData) -> Iterator[Finding]:
    """A warning for each helpline whose number its country's numbering plan does not have; samples are no promise."""
    for line in data.helplines:
        if not line.sample and not is_known(line.number, line.country):
            yield Finding(
                "content/data/helplines.yaml", 0, f"{line.id}.number", f"is no number of {line.country} that is known",
                "call it, and write it with + and the country's code", Severity.WARNING, "telephone",
            )  # fmt: skip


def _number(number: str, country: str) -> PhoneNumber | None:
    region = country if country in phonenumbers.SUPPORTED_REGIONS else None
    try:
        found = phonenumbers.parse(number, region)
    except NumberParseException:
        return None
    return found if phonenumbers.is_valid_number(found) else None
