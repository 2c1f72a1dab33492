"""Settings of the sample campaign, under Pelican's names: `pelican content -s pelican.conf.py`.

Everything that a campaign chooses is in CAMPAIGN; what Pelican needs follows from it and is not edited here.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "plugins"))  # Pelican does not add the settings file's folder by itself

try:
    from safelight.campaign import Campaign
    from safelight.site.settings import pelican_settings
    from safelight.source.languages import spoken
except ImportError as error:
    sys.exit(f"pelican.conf.py: Safelight cannot be loaded ({error}): set it up again with `make site`")

CAMPAIGN = Campaign(
    root=HERE,
    **spoken(HERE / "content" / "data" / "languages.yaml"),
    site_url="http://localhost:8000",
    publisher="A Way Back (sample campaign)",
    contact_email="press@campaign.example",
    demo=True,
)

globals().update(pelican_settings(CAMPAIGN))
