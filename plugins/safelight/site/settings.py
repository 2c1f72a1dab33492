"""Pelican's settings, derived from a `Campaign`.

They fail closed: should the plugin not load, be switched off or fail while registering, then Pelican reads no
Markdown, copies no file and writes into `build/`, never `output/`. Only the plugin's handler opens the readers again,
after staging (`site.plugin`).
"""

from __future__ import annotations

import logging

from safelight.campaign import Campaign

# Imported here although unused: a broken anonymiser must stop Pelican while it reads its settings. Pelican's plugin
# loader logs an import error and carries on with the raw content.
from safelight.site import plugin as _plugin
from safelight.site import stages as _stages

CLOSED_READERS = dict.fromkeys(("md", "markdown", "mkd", "mdown", "rst", "html", "htm"))


def pelican_settings(campaign: Campaign) -> dict[str, object]:
    """All settings that Pelican needs to build `campaign` and nothing else."""
    if not callable(_plugin.register) or not callable(_stages.before_render):
        raise ImportError("safelight.site is incomplete")
    return {
        "CAMPAIGN": campaign,
        "SITENAME": campaign.name[campaign.default_language],
        "SITEURL": campaign.site_url,
        "RELATIVE_URLS": True,  # joins links as folders; the other way loses `..`
        "PATH": str(campaign.content),
        "OUTPUT_PATH": str(campaign.site),
        "THEME": str(campaign.theme),
        "PLUGINS": ["safelight"],
        "PLUGIN_PATHS": [],
        "READERS": dict(CLOSED_READERS),
        "ARTICLE_PATHS": [],
        "PAGE_PATHS": [],
        "STATIC_PATHS": [],
        "THEME_STATIC_PATHS": [],
        "DIRECT_TEMPLATES": [],
        "FEED_ALL_ATOM": None,
        "CATEGORY_FEED_ATOM": None,
        "TRANSLATION_FEED_ATOM": None,
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "ARTICLE_TRANSLATION_ID": None,
        "PAGE_TRANSLATION_ID": None,
        "FORMATTED_FIELDS": [],
        "FILENAME_METADATA": "(?P<lang>.+)",
        "DEFAULT_LANG": campaign.default_language,
        "TIMEZONE": "UTC",
        # Such a link is taken off (finishing.without_dead_links) and told at its line (checks.links_to_unpublished).
        "LOG_FILTER": [(logging.WARNING, "Unable to find '%s', skipping url replacement.")],
        "LOCALE": ["C.UTF-8", "C"],
        "CACHE_CONTENT": False,
        "LOAD_CONTENT_CACHE": False,
        "DELETE_OUTPUT_DIRECTORY": False,
        "JINJA_ENVIRONMENT": {
            "autoescape": True,
            "trim_blocks": True,
            "lstrip_blocks": True,
            "extensions": ["jinja2.ext.i18n"],
        },
        "MARKDOWN": {
            "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}},
            "output_format": "html5",
        },
    }
