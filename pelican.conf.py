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
except ImportError as error:
    sys.exit(f"pelican.conf.py: Safelight cannot be loaded ({error}): set it up again with `make site`")

CAMPAIGN = Campaign(
    root=HERE,
    name={
        "en": "A Way Back",
        "ru": "Дорога назад",
        "uk": "Дорога назад",
        "ro": "Drumul înapoi",
        "uz": "Ortga yoʻl",
        "tg": "Роҳи бозгашт",
        "ky": "Кайтуу жолу",
        "ar": "طريق العودة",
    },
    site_url="http://localhost:8000",
    languages=("en", "ru", "uk", "ro", "uz", "tg", "ky", "ar"),
    publisher="A Way Back (sample campaign)",
    contact_email="press@campaign.example",
    demo=True,
)

globals().update(pelican_settings(CAMPAIGN))
