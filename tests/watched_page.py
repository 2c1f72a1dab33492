"""What goes wrong on a page of a real browser, listened to by every test that opens one."""

from __future__ import annotations

from playwright.sync_api import Page, Request

PATIENCE_MS = 300_000
"""Milliseconds that a browser may take for anything: others may work on the machine, and nothing here is timed."""


def watched(page: Page) -> list[str]:
    """The problems of `page` from now on, in the order that the browser tells them: errors of the console and of
    scripts, and requests that failed.

    A request that the browser gives up because the page is left is no failure: the icon of a page is asked for after
    it is loaded. What the policy blocks or the server refuses has other words."""
    problems: list[str] = []

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            problems.append(f"failed: {request.url}: {request.failure}")

    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("requestfailed", failed)
    return problems
