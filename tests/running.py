"""Real servers on loopback for one test: started on free ports, ended with it, whatever happens."""

from __future__ import annotations

import http.client
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str], port: int, log: Path) -> Iterator[None]:
    """The server `command` in the foreground, once it answers on `port`; its words go to `log`."""
    with log.open("wb") as words:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=words, stderr=words)
        try:
            for _ in range(200):
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
                process.wait(10)
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
            connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=10, context=anyone)
        else:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
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
