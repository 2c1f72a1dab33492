"""Safelight: publishes what happened to people without exposing them. This module is also the Pelican plugin."""


def register() -> None:
    """Connect to Pelican's signals; imported only when Pelican asks, so that pure rooms load without it."""
    from safelight.site.plugin import register as connect

    connect()
