"""Settings for the public site: those of `pelican.conf.py` with the public address."""

from pathlib import Path

from pelican.settings import get_settings_from_file

# A sibling cannot be imported by a name with a dot in it; Pelican's own loader reads it.
globals().update(get_settings_from_file(str(Path(__file__).resolve().parent / "pelican.conf.py")))

from safelight.site.settings import pelican_settings  # noqa: E402  (the line above put it on the path)

CAMPAIGN = globals()["CAMPAIGN"].published_at("https://campaign.example")

globals().update(pelican_settings(CAMPAIGN))
