"""A tiny campaign in two languages that the tests change in one place each."""

import sys
from pathlib import Path

try:
    from safelight.campaign import Campaign
    from safelight.site.settings import pelican_settings
except ImportError as error:
    sys.exit(f"pelican.conf.py: Safelight cannot be loaded ({error}): set it up again with `make site`")

CAMPAIGN = Campaign(
    root=Path(__file__).resolve().parent,
    name={"en": "Tiny", "ru": "Малый"},
    site_url="https://tiny.example",
    languages=("en", "ru"),
    publisher="Tiny campaign",
    contact_email="press@tiny.example",
    demo=True,
)

globals().update(pelican_settings(CAMPAIGN))
