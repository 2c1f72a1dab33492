"""Debian's nginx on loopback with a configuration of ours, for one test."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from running import Client, free_port, running

MAIN = """
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/start.log crit;
events {{ worker_connections 64; }}
http {{
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  include {folder}/safelight.conf;
}}
"""


@dataclass(frozen=True)
class Ports:
    """Where one server listens on loopback, its certificate, and where it tells of faults."""

    https: int
    http: int
    onion: int
    certificate: Path
    key: Path
    error_log: Path


@dataclass(frozen=True)
class Server:
    web: Client
    plain: Client
    onion: Client
    folder: Path
    ports: Ports


@contextmanager
def nginx(configure: Callable[[Ports], str], folder: Path) -> Iterator[Server]:
    """nginx with the configuration that `configure` makes for free ports and a certificate of the test's own."""
    folder.mkdir()
    certificate, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=tiny.example", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    ports = Ports(free_port(), free_port(), free_port(), certificate, key, folder / "error.log")
    (folder / "safelight.conf").write_text(configure(ports), encoding="utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder))
    tested = subprocess.run(
        ["nginx", "-t", "-c", str(folder / "nginx.conf")], capture_output=True, text=True, check=False
    )
    assert tested.returncode == 0, tested.stderr
    assert "warn" not in tested.stderr
    with running(["nginx", "-c", str(folder / "nginx.conf")], ports.https, folder / "words.log"):
        yield Server(Client(ports.https, secure=True), Client(ports.http), Client(ports.onion), folder, ports)
