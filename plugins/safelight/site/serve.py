"""Preview: the built site on localhost, built again whenever something of the campaign changes."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click
from watchfiles import watch

from safelight.errors import WrongUse
from safelight.site.build import load_campaign

WATCHED = ("content", "private", "theme", "translations", "pelican.conf.py", "publish.conf.py")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files; logs nothing of who read what."""

    def log_message(self, *args: object) -> None:
        """Keep no log of visits."""


def rebuild(conf: Path) -> bool:
    """Build in a process of its own, so that a changed plugin or settings file counts; True if it succeeded."""
    command = [sys.executable, "-m", "safelight.cli", "build", "--settings", str(conf)]
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603 (our own command)


def serve(conf: Path, port: int) -> None:
    """Build, serve `output/` on localhost at `port`, and build again on every change until interrupted.

    Raises `WrongUse` when the port is taken. A failed build leaves the last good site in place.
    """
    campaign = load_campaign(conf)
    rebuild(conf)
    handler = partial(QuietHandler, directory=str(campaign.output))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise WrongUse(f"port {port}: {error.strerror}: choose another with --port") from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"preview at http://localhost:{port}/ (end with Ctrl-C)")
    watched = [campaign.root / name for name in WATCHED if (campaign.root / name).exists()]
    for _ in watch(*watched, raise_interrupt=False):
        rebuild(conf)
    server.shutdown()
