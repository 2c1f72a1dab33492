"""Real servers on loopback for one test: started on free ports, ended with it, whatever happens."""

from __future__ import annotations

import atexit
import http.client
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 120.0
"""Seconds that a server may take to answer: a machine on which others work starts Python in ten times its time."""
_HELD: list[socket.socket] = []


def free_port() -> int:
    """A port of this machine that nobody else is given while these tests run.

    It stays bound, though nothing listens: the system gives it to no other process that asks for any port, and a
    server, which asks for this one and sets SO_REUSEADDR as all do, may listen on it.
    """
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    _HELD.append(held)
    return int(held.getsockname()[1])


@atexit.register
def _let_go() -> None:
    for held in _HELD:
        held.close()


@contextmanager
def running(command: Sequence[str], port: int, log: Path) -> Iterator[None]:
    """The server `command` in the foreground, once it answers on `port`; its words go to `log`."""
    with log.open("wb") as words:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=words, stderr=words)
        try:
            ends = time.monotonic() + PATIENCE
            while time.monotonic() < ends:
                if process.poll() is not None:
                    raise AssertionError(f"{command[0]} ended: {log.read_text()}")
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            else:
                raise AssertionError(f"{command[0]} does not answer: {log.read_text()}")
            yield
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Client:
    """Asks one server on loopback; never follows a redirection."""

    port: int
    secure: bool = False
    always: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection: http.client.HTTPConnection
        if self.secure:
            anyone = ssl.create_default_context()
            anyone.check_hostname, anyone.verify_mode = False, ssl.CERT_NONE  # the test's own certificate
            connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=PATIENCE, context=anyone)
        else:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            sent = {**self.always, **{name.replace("_", "-"): value for name, value in headers.items()}}
            connection.request(method, path, headers=sent)
            response = connection.getresponse()
            kept: dict[str, str] = {}
            for name, value in response.getheaders():
                key = name.lower()
                kept[key] = f"{kept[key]}, {value}" if key in kept else value
            return Answer(response.status, kept, response.read())
        finally:
            connection.close()
